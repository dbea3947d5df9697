"""An interview is read in the visitor's language where it is translated, under its chapters."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from kiosk.exhibition.exhibition import Chapter, Transcript
from kiosk.exhibition.interview import Exchange
from kiosk.exhibition.text import LocalisedText
from kiosk.screens.interview.interview_page import marks, page
from kiosk.screens.interview.passages import exchange_of
from kiosk.screens.scroll import Scroll
from tests.world import INTERVIEW, Player, collection, entry, slide

WORDS = "Some words come first. " * 30


def interview(*exchanges, name="talk.txt"):
    made = tuple(
        Exchange(question, answer, 1, tuple(range(2, 3 + answer.count("\n"))))
        for question, answer in exchanges
    )
    return replace(INTERVIEW, path=Path(f"/{name}"), titles=(), exchanges=made, note="")


SPOKEN = interview(
    ("Why doors?", f"They wait.\n{WORDS}\nI painted mine blue."),
    ("And windows?", f"Light comes in. {WORDS}"),
    ("", "One more thing."),
    ("And now?", WORDS),
)
FRENCH = interview(
    ("Pourquoi des portes ?", "Elles attendent, je l’ai peinte en bleu."),
    ("Et les fenêtres ?", f"La lumière entre. {WORDS}"),
    ("", "Encore une chose."),
    ("Et maintenant ?", WORDS),
    name="parler.txt",
)
BLUE, BLEU = "I painted mine blue.", "je l’ai peinte en bleu"
CHAPTERS = (
    Chapter(LocalisedText((("en", "Doors"), ("fr", "Portes"))), "They wait"),
    Chapter(LocalisedText((("en", "Blue"), ("fr", "Bleu"))), "I painted mine"),
    Chapter(LocalisedText((("", "End"),)), "One more"),
)


@pytest.fixture
def opened(typesetter):
    """The interview in a language, below slides with quotes."""

    def at(chosen, chapters=(), **quote):
        slides = (slide(title="One"), slide(quote={"text": BLUE, "language": "en", **quote}))
        written = Transcript("/talk.txt", "en", chapters=chapters)
        one = entry("one", *slides, interview=SPOKEN)
        exhibition = replace(one.exhibition, interview=written)
        one = replace(one, exhibition=exhibition, translations=(("fr", FRENCH),))
        player = Player(collection(one), typesetter)
        player.open_at("one:2")
        player.step(1)
        if chosen != player.context.stage.language:
            player.prefer(chosen)
        return player, player.context.entry("one"), player.context.stage

    return at


def read(one, stage):
    return [letters.paragraph.text.strip() for letters in page(one, stage).letters]


def test_in_the_visitors_language(opened):
    """Words, direction and reading time are those of the translation; other languages get none."""
    _, one, stage = opened("fr")
    languages = {item.paragraph.style.language for item in page(one, stage).letters}

    assert read(one, stage)[2:4] == ["Pourquoi des portes ?", FRENCH.exchanges[0].answer]
    assert languages == {"fr"}
    assert read(*opened("en")[1:])[:2] == ["Why doors?", "They wait."]


@pytest.mark.parametrize(
    ("language", "quote", "marked"),
    [
        ("en", {}, True),
        ("fr", {"translation": {"fr": BLEU}}, True),
        ("fr", {}, False),
        ("fr", {"text": BLEU, "language": "fr"}, True),
        ("en", {"text": BLEU, "language": "fr"}, False),
    ],
)
def test_a_quote_opens_its_answer(opened, language, quote, marked):
    """Its words are marked if they are in this language; else its question is shown."""
    player, one, stage = opened(language, **quote)
    assert exchange_of(one, 1) == 0
    assert bool(marks(one, 1, stage)) == marked
    player.key("down")
    player.wait(1)

    assert player.screen == "InterviewReader"
    question = page(one, stage).beginning(0)
    place = question.rect if not marked else marks(one, 1, stage)[0]
    scroll = player.state.screen.scroll.position
    assert 0 <= place.y - scroll < stage.size.height


def test_chapters_stand_where_they_begin(opened):
    """A title is above the question of its first words, or above a later paragraph."""
    texts = read(*opened("en", CHAPTERS)[1:])

    assert texts[:3] == ["Doors", "Why doors?", "They wait."]
    assert texts[texts.index("Blue") + 1] == BLUE
    assert texts[texts.index("End") + 1] == "One more thing."


def test_chapters_of_a_translation(opened):
    """They stand at the same question and answer, in the visitor's language."""
    texts = read(*opened("fr", CHAPTERS)[1:])

    assert texts[2:5] == ["Portes", "Bleu", "Pourquoi des portes ?"]
    assert texts[texts.index("End") + 1] == "Encore une chose."


def test_chapters_leave_marks_in_place(opened):
    """The marks are on the quoted words, below a title too."""
    _, one, stage = opened("en", CHAPTERS)
    letters = page(one, stage).letters
    (place,) = marks(one, 1, stage)
    said = next(item for item in letters if item.paragraph.text.strip() == BLUE)

    assert said.rect.overlaps(place)


def test_another_language_stays_at_the_same_answer(opened):
    """Whoever changes the language in the middle goes on reading there."""
    player, one, stage = opened("en")
    player.open_at("interview")
    before = page(one, stage)
    middle = before.rect_of(1).y + 0.5 * before.rect_of(1).height
    player.state = replace(player.state, screen=replace(player.state.screen, scroll=Scroll(middle)))
    player.prefer("fr")
    after = page(player.context.entry("one"), player.context.stage)
    scroll, place = player.state.screen.scroll.position, after.rect_of(1)

    assert place.y < scroll < place.bottom
