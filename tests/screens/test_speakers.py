"""Where several people answer, the interview names each of them; and each has a door."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from kiosk.exhibition.exhibition import Transcript
from kiosk.exhibition.interview import Exchange, Stray
from kiosk.screens.actions import OpenInterview
from kiosk.screens.foyer.doors import doors
from kiosk.screens.interview.interview_page import marks, page
from tests.world import INTERVIEW, Player, collection, entry, slide

SAID = "I carried them.\nThey are heavy.\nBlue is night."


def voiced(*speakers, question="Why doors?"):
    exchange = Exchange(question, SAID, 1, (2, 3, 4), speakers=speakers)
    return replace(INTERVIEW, exchanges=(exchange, *INTERVIEW.exchanges[:2]), note="")


def at(typesetter, interview, *slides):
    one = entry("one", *(slides or [slide(title="One")]), interview=interview)
    player = Player(collection(one), typesetter)
    return player, player.context.entry("one"), player.context.stage


def read(typesetter, interview):
    _, one, stage = at(typesetter, interview)
    return [letters.paragraph.text for letters in page(one, stage).letters][:6]


def test_speakers_are_named(typesetter):
    """A name is above the first words of each turn, and only there."""
    texts = read(typesetter, voiced("Lena", "Maria", "Maria"))

    assert texts[1:] == ["Why doors?", "Lena", *SAID.split("\n")[:1], "Maria", "They are heavy."]


def test_one_speaker_needs_no_name(typesetter):
    """Where one person answers, the page is as without names."""
    interview = voiced("Lena", "Lena", "Lena")
    alone = replace(interview, exchanges=interview.exchanges[:1])
    without = replace(alone, exchanges=(replace(alone.exchanges[0], speakers=()),))

    assert read(typesetter, alone) == ["Somebody", "Lena", "Why doors?", *SAID.split("\n")]
    assert read(typesetter, without)[1:4] == read(typesetter, alone)[2:5]


def test_words_without_a_question(typesetter):
    """A story that nobody asked for has no question, and can be scrolled and opened at a quote."""
    interview = voiced("Lena", "Maria", "Lena", question="")
    interview = replace(interview, exchanges=interview.exchanges[:1])
    slides = (slide(title="One"), slide(quote={"text": "Blue is night.", "speaker": "Lena"}))
    player, one, stage = at(typesetter, interview, *slides)
    set_page = page(one, stage)
    (place,) = marks(one, 1, stage)

    assert set_page.questions == (None,)
    assert set_page.letters[set_page.answers[0][2]].rect.overlaps(place)
    player.open_at("one:2")
    player.step(1)
    player.key("down")
    player.wait(1)
    assert player.view().layers


def test_marks_are_the_speakers_own(typesetter):
    """A quote is marked below its speaker's name."""
    interview = voiced("Lena", "Maria", "Lena")
    exchange = replace(interview.exchanges[0], answer="Yes.\nYes.\nBlue is night.")
    interview = replace(interview, exchanges=(exchange,))
    slides = [slide(quote={"text": "Yes.", "speaker": name}) for name in ("Lena", "Maria")]
    _, one, stage = at(typesetter, interview, *slides)
    set_page = page(one, stage)

    for number in range(2):
        (place,) = marks(one, number, stage)
        assert set_page.letters[set_page.answers[0][number]].rect.overlaps(place)


def ways(player):
    return [
        door.action.exhibition
        for door in doors(player.context)
        if isinstance(door.action, OpenInterview)
    ]


def test_a_door_to_each_interview(typesetter):
    """Each interview has its own door with its person's name; one of two exhibitions has one."""
    other = replace(INTERVIEW, path=Path("/other.txt"))
    entries = [
        entry("one", slide(title="One"), interview=INTERVIEW, by="Lena Voss"),
        entry("two", slide(title="Two"), interview=other, by="Maria Blum"),
        entry("three", slide(title="Three"), interview=INTERVIEW, by="Lena Voss"),
    ]
    player = Player(collection(*entries), typesetter)
    texts = [line.text for door in doors(player.context) for line in door.words.paragraphs]

    assert ways(player) == ["one", "two"]
    assert {"Lena Voss", "Maria Blum"} <= set(texts)
    assert "Questions and answers, word for word" not in texts


@pytest.mark.parametrize("is_public", [True, False])
def test_an_interview_that_is_not_public(typesetter, is_public):
    """It has no door, and no quote leads to it."""
    written = Transcript("/interview.txt", public=is_public)
    said = slide(quote=INTERVIEW.exchanges[0].answer.split(".")[0])
    one = entry("one", said, interview=INTERVIEW)
    one = replace(one, exhibition=replace(one.exhibition, interview=written))
    player = Player(collection(one), typesetter)

    assert bool(ways(player)) is is_public
    assert bool(marks(one, 0, player.context.stage)) is is_public


def test_a_doubtful_interview_is_closed(typesetter):
    """Visitors do not read an interview with a line that may be anybody's."""
    interview = replace(INTERVIEW, strays=(Stray("I go there.", 4),))
    player, _, _ = at(typesetter, interview)

    assert ways(player) == []
