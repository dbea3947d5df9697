"""The index of an interview leads to its chapters and questions, by touch and by keys."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from msgspec.structs import replace

from kiosk.authoring.load.place import load
from kiosk.base.geometry import Point, Rect, Size
from kiosk.exhibition.exhibition import Chapter, Transcript
from kiosk.exhibition.interview import SEALED, Exchange
from kiosk.exhibition.quote_match import find
from kiosk.exhibition.text import LocalisedText
from kiosk.screens.actions import GoToPassage, OpenIndex
from kiosk.screens.interview.index import FURTHER, passages
from kiosk.screens.interview.interview_page import page
from kiosk.show import CollectionChanged
from kiosk.style.comfort import Comfort
from kiosk.types.events import Wheel
from kiosk.types.scene import Fill, Lettering
from tests.test_testimony import UNSAFE
from tests.world import INTERVIEW, Player, collection, entry, slide

ROOT = Path(__file__).parent.parent.parent
SIZES = ((1280, 720), (720, 1280), (1280, 800), (1024, 768), (1680, 720), (1000, 1000))
LANGUAGES = ("ar", "de", "en", "es", "fr", "kk", "ru", "zh")
LARGEST = Comfort(text_size=5)
LOW = Comfort(low_reach=True)
CHAPTERS = (Chapter(LocalisedText((("en", "A part"), ("fr", "Une partie"))), "Question 30?"),)
"""Space above a passage, in margins."""


def reader(typesetter, exchanges=INTERVIEW.exchanges, chapters=CHAPTERS, index="questions", **how):
    interview = replace(INTERVIEW, exchanges=tuple(exchanges))
    one = entry("one", slide(title="One"), interview=interview)
    written = Transcript("/interview.txt", "en", chapters=chapters, index=index)
    one = replace(one, exhibition=replace(one.exhibition, interview=written))
    how["size"] = Size(*how.get("size", (720, 1280)))
    player = Player(collection(one), typesetter, **how)
    player.open_at("interview")
    player.step(1)
    return player


def laid_out(player):
    return player.state.screen._laid_out(player.context)


def scroll(player):
    return player.state.screen._at(player.now_s, player.context)


def rows(player):
    return [one for one in player.buttons() if isinstance(one.action, GoToPassage)]


def names(player):
    one = player.context.entry("one")
    shown = passages(one, player.context.stage_of(one))
    return [passage.words.text.strip() for passage in shown]


def opened(player):
    """With the index in sight: where there is no room beside the text, by its control."""
    if not rows(player):
        (button,) = [one for one in player.buttons() if one.action == OpenIndex()]
        player.tap(button.rect.centre)
        player.step(1)
    return player


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("language", "comfort"),
    [*((one, Comfort()) for one in LANGUAGES), ("fr", LARGEST), ("ar", LARGEST), ("fr", LOW)],
)
def test_a_touch_leads_to_a_question(typesetter, size, language, comfort):
    """In every shape, language and text size, each row is a finger high, and leads where it says.

    With low reach, it is within reach.
    """
    player = opened(reader(typesetter, size=size, language=language, comfort=comfort))
    stage, shown = player.context.stage, rows(player)
    assert len(shown) >= 3
    for button in shown[1:-1]:
        assert button.rect.height >= stage.finger
        assert stage.reach.covers(button.rect)
    third = shown[2]
    place = laid_out(player).index.passages[third.action.number].y
    player.tap(third.rect.centre)
    player.wait(1, 0.02)

    assert scroll(player) == pytest.approx(place - laid_out(player).head)
    assert player.state.screen.chosen == third.action.number


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("comfort", [Comfort(), LARGEST, LOW])
def test_the_text_keeps_its_measure(typesetter, size, comfort):
    """The index stands beside the text only if there is room, and never touches it."""
    player = reader(typesetter, size=size, comfort=comfort)
    made, bare = laid_out(player), reader(typesetter, size=size, comfort=comfort, index="none")

    assert made.page.box == laid_out(bare).page.box
    if made.index.is_beside:
        assert not made.index.frame.overlaps(replace(made.page.box, height=10_000))
        assert player.context.stage.rect.covers(made.index.frame)


def test_wide_screens_have_it_beside_the_text(typesetter):
    """Across there is no control for it; upright, it opens and closes by one."""
    assert rows(reader(typesetter, size=(1280, 720)))
    assert rows(reader(typesetter, size=(1680, 720)))
    player = reader(typesetter)
    assert not rows(player)
    opened(player)
    assert rows(player)
    player.tap(Point(300, 60))
    assert not rows(player)


def test_beside_the_text_its_titles_begin_where_controls_do(typesetter):
    """Questions are indented; from one to the next it is equally far, also after two lines."""
    asked = [Exchange("Why? " * (1 + 12 * n), "So.", n, (n + 1,)) for n in range(3)]
    parts = (Chapter(LocalisedText((("en", "A part"),)), "So."),)
    player = reader(typesetter, asked, parts, size=(1280, 720))
    index, stage = laid_out(player).index, player.context.stage
    words = [one for one in index.items(0, None, None, stage) if isinstance(one, Lettering)]
    asides = {round(one.rect.x - stage.safe.x) for one in words}
    tops = [one.rect.y for one in words if one.paragraph.style.face == "sans"]

    assert asides == {0, round(FURTHER * stage.style("caption").size)}
    assert {one.paragraph.lines for one in words} == {1, 2}
    assert len({below - above for above, below in pairwise(tops)}) == 1


@pytest.mark.parametrize("count", [2, 5, 8, 40])
def test_at_the_top_the_first_is_read_and_at_the_end_the_last(typesetter, count):
    """Also on a page that scrolls by less than a screen."""
    player = reader(typesetter, INTERVIEW.exchanges[:count], chapters=())
    made = laid_out(player)

    assert made.current(0.0) in (0, None)
    if made.last > 0:
        assert made.current(made.last) == len(made.index.passages) - 1


def test_it_says_where_the_reader_is(typesetter):
    """From the first question to the last, the marked row is the one that is read."""
    player, seen = reader(typesetter, size=(1280, 720)), []
    made = laid_out(player)
    while scroll(player) < made.last:
        player.tell(Wheel(-40))
        seen.append(made.current(scroll(player)))
        index = next(layer for layer in player.view().layers if layer.clip)
        lines = [one for one in index.items if isinstance(one, Fill)]
        if seen[-1] is not None:
            assert len(lines) == 1

    numbers = [one for one in seen if one is not None]  # None while the head is read.
    assert numbers == sorted(numbers)
    assert set(numbers) == set(range(len(made.index.passages)))


def test_a_touch_is_under_way_and_can_be_stopped(typesetter):
    """The page glides for 400 ms at most, and stands under a finger; with no motion, at once."""
    player = opened(reader(typesetter))
    player.tap(rows(player)[3].rect.centre)
    goal = laid_out(player).scroll_to(player.state.screen.chosen)
    player.step(0.1)
    under_way = scroll(player)
    assert abs(goal - under_way) > 0
    player.press(Point(300, 400))
    player.step(0.5)
    stopped = scroll(player)
    assert 0 < abs(goal - stopped) <= abs(goal - under_way)
    player.lift(Point(300, 400))

    still = opened(reader(typesetter, comfort=Comfort(still=True)))
    still.tap(rows(still)[3].rect.centre)
    assert scroll(still) == pytest.approx(laid_out(still).scroll_to(still.state.screen.chosen))


@pytest.mark.parametrize("size", [(1280, 720), (720, 1280)])
@pytest.mark.parametrize("count", [5, 500])
def test_it_works_by_keys_alone(typesetter, size, count):
    """Tab comes to it, arrows go through all of it, Enter leads there, Escape closes it."""
    asked = [Exchange(f"Question {n}?", "An answer. " * 30, n, (n + 1,)) for n in range(count)]
    player = reader(typesetter, asked, (), size=size)
    if not rows(player):
        while player.state.focus != OpenIndex():
            player.key("tab")
        player.key("enter")
        player.key("down")
    else:
        while not isinstance(player.state.focus, GoToPassage):
            player.key("tab")
    for _ in range(count):
        player.key("down")
        focused = [one for one in rows(player) if one.action == player.state.focus]
        assert focused
        assert focused[0].rect.height > player.context.stage.finger / 2
    assert player.state.focus == GoToPassage(count - 1)
    player.key("up")
    player.key("enter")
    player.wait(1, 0.02)
    expected = min(laid_out(player).scroll_to(count - 2), laid_out(player).last)

    assert scroll(player) == pytest.approx(expected)
    assert player.screen == "InterviewReader"


def test_escape_closes_it_first(typesetter):
    """One level at a time: the index, then the interview."""
    player = opened(reader(typesetter))
    player.key("escape")
    assert player.screen == "InterviewReader"
    assert not rows(player)
    player.key("escape")

    assert player.screen == "Home"


@pytest.mark.parametrize(
    ("index", "expected"),
    [("questions", ["Question 29?", "A part", "Question 30?"]), ("chapters", ["A part"])],
)
def test_the_curator_says_what_it_leads_to(typesetter, index, expected):
    """Chapters and questions, or chapters alone; without any, there is no index at all."""
    shown = names(reader(typesetter, index=index))
    at = shown.index("A part")

    assert shown[max(0, at - 1) : at + 2] == expected
    assert len(shown) == (1 if index == "chapters" else len(INTERVIEW.exchanges) + 1)


@pytest.mark.parametrize("index", ["none", "chapters"])
@pytest.mark.parametrize("size", SIZES)
def test_without_anything_to_lead_to_there_is_no_index(typesetter, index, size):
    """No empty frame, no control that does nothing."""
    player = reader(typesetter, chapters=(), index=index, size=size)

    assert names(player) == []
    assert not [one for one in player.buttons() if isinstance(one.action, GoToPassage | OpenIndex)]


def test_nothing_leads_to_what_is_sealed(typesetter):
    """A question that is sealed, or whose answer is in any part, is not in the index."""
    asked = [
        Exchange("Where is the door?", f"Here. {SEALED}", 1, (2,)),
        Exchange(f"And {SEALED}?", "Yes.", 3, (4,)),
        Exchange("And the window?", "There.", 5, (6,)),
    ]

    assert names(reader(typesetter, asked, ())) == ["And the window?"]


def test_long_questions_end_with_whole_words(typesetter):
    """A row has at most two lines; of a longer question, the beginning is left out."""
    question = "Well, so you said that " + "and that " * 30 + "whatever it was, why doors?"
    for language, text in (("en", question), ("zh", "您为什么喜欢门" * 20 + "？")):
        player = reader(typesetter, [Exchange(text, "So.", 1, (2,))] * 3, (), size=(1280, 720))
        player.prefer(language)
        index = next(layer for layer in player.view().layers if layer.clip)
        words = [one for one in index.items if isinstance(one, Lettering)]
        for one in words:
            said = one.paragraph.text.strip()
            assert one.paragraph.lines <= 2
            assert said.startswith("…")
            ending = said.lstrip("… ")
            assert text.endswith(ending)
            assert language == "zh" or f" {ending}" in text


@pytest.mark.parametrize("name", ["portrait", "apple", "religions-for-peace"])
def test_the_testimony_has_no_door_to_what_could_be_used_against_somebody(typesetter, name):
    """Neither a chapter nor a question of it leads to an answer with such words."""
    loaded, _ = load(ROOT / "exhibitions")
    player = Player(loaded, typesetter)
    one = player.context.entry(name)
    stage = player.context.stage_of(one)
    shown = passages(one, stage)

    assert one.exhibition.interview.index == "chapters"
    interview, _ = one.reading_in("en")
    unsafe = [n for n, it in enumerate(interview.exchanges) if any(u in it.answer for u in UNSAFE)]
    assert len(unsafe) >= 3
    made = page(one, stage)
    places = [made.rect_of(number) for number in unsafe]
    assert all(passage.is_chapter for passage in shown)
    for it in one.exhibition.slides:
        found = it.photo and it.quote and find(interview, it.quote.text)
        answer = interview.exchanges[found.exchange].answer if found else ""
        assert not any(words in answer for words in UNSAFE)  # No photo hangs there either.
    assert not any(place.y <= passage.y < place.bottom for passage in shown for place in places)


def test_a_frame_of_it_holds_what_is_in_sight(typesetter):
    """Of 500 questions, a frame has only the rows that are seen."""
    asked = [Exchange(f"Question {n}?", "An answer.", n, (n + 1,)) for n in range(500)]
    player = reader(typesetter, asked, (), size=(1280, 720))
    player.key("end")
    index = next(layer for layer in player.view().layers if layer.clip)
    words = [one for one in index.items if isinstance(one, Lettering)]

    assert 3 <= len(words) <= 20
    assert all(one.rect.overlaps(Rect.of(player.size)) for one in words)


@pytest.mark.parametrize("size", [(1280, 720), (720, 1280)])
@pytest.mark.parametrize("where", ["row", "track", "text"])
def test_an_interview_may_change_under_a_finger(typesetter, size, where):
    """A new transcript of one answer comes while the index, the track or the text is held."""
    player = opened(reader(typesetter, size=size, chapters=()))
    shown = rows(player)
    if where != "row" and not laid_out(player).index.is_beside:
        player.key("escape")
    places = {"row": shown[-1].rect.centre, "track": laid_out(player).scrubber.track.centre}
    at = places.get(where, Point(size[0] / 2, 300))
    player.press(at)
    short = reader(typesetter, INTERVIEW.exchanges[:1], (), size=size).collection
    player.tell(CollectionChanged(short))
    way = Point() if where == "row" else Point(0, 20)
    for n in range(1, 6):
        player.step(0.016)
        player.move(at + way * n)
    player.lift(at + way * 5)
    player.wait(2)

    assert laid_out(player).scrubber is None
    assert scroll(player) == 0
    assert not player.state.screen.held
