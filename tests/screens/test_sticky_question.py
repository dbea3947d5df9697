"""While a long answer is read, its question is in sight: itself, or repeated at the upper edge."""

from __future__ import annotations

from itertools import pairwise

import pytest
from msgspec.structs import replace

from kiosk.base.geometry import Size
from kiosk.exhibition.interview import Exchange
from kiosk.screens.interview.reader_layout import reader_layout
from kiosk.screens.interview.shortened import LINES_MAX
from kiosk.screens.interview.sticky_question import height_max, sticky_question
from kiosk.style.comfort import Comfort
from kiosk.types.scene import Fill, Lettering, Scrim
from tests.world import INTERVIEW, Player, collection, entry, slide

SHAPES = (
    *(Size(1280, 720), Size(720, 1280), Size(1280, 800)),
    *(Size(1024, 768), Size(1680, 720), Size(900, 900)),
)
VISITORS = (
    *(("en", Comfort()), ("ar", Comfort()), ("en", Comfort(text_size=1))),
    *(("en", Comfort(text_size=5)), ("ar", Comfort(text_size=5, contrast=True))),
)
ASKED = (
    "A question?",
    "Is this a question of more words than fit in one line of small letters on the screen?",
    "And so on. " * 30 + "Is that the end?",
)
SAID = ("A long answer. " * 60, "Short.", "Many words. " * 120, "Long as well. " * 40)
STEP = 4
READ = 0.35
"""The height at which visitors read, as a share of the screen's."""
LEAST = 0.2
"""What may be cut off above small letters, in their sizes: the space between two lines."""


def interview(typesetter, size, language, comfort):
    """The page of an interview in which each question comes before each answer."""
    talk = tuple(Exchange(ASKED[n % 3], SAID[n % 4], n, (n + 1,)) for n in range(12))
    one = entry("one", slide(title="One"), interview=replace(INTERVIEW, exchanges=talk))
    player = Player(collection(one), typesetter, size=size, language=language, comfort=comfort)
    return reader_layout(one, player.context.stage_of(one))


@pytest.fixture(params=[(size, *visitor) for size in SHAPES for visitor in VISITORS], ids=str)
def laid_out(request, typesetter):
    return interview(typesetter, *request.param)


def frames(laid_out):
    """Places of the page, one after another: what is repeated there, and how much it covers."""
    for step in range(int(laid_out.last / STEP)):
        items = sticky_question(laid_out.page, step * STEP, laid_out.stage).items
        words = [one for one in items if isinstance(one, Lettering)]
        covered = max((one.rect.bottom for one in items if isinstance(one, Fill)), default=0)
        yield step * STEP, words[0] if words else None, covered


def repeats(words, asked):
    return asked.paragraph.text.endswith(words.paragraph.text.lstrip("… "))


def test_a_question_is_in_sight_until_its_answer_ends(laid_out):
    """Its own last line, or the repeated words, whole and never both hidden."""
    page, height = laid_out.page, laid_out.stage.size.height
    read = 0
    for scroll, words, covered in frames(laid_out):
        number = page.exchange_at(scroll + READ * height)
        asked = page.beginning(number) if number is not None else None
        bottom = page.answer_bottom(number) if asked else 0.0
        if bottom < scroll + READ * height or bottom - asked.rect.bottom < READ * height:
            continue
        read += 1
        last = asked.rect.bottom - asked.rect.height / asked.paragraph.lines - scroll
        is_whole = words and words.rect.y >= -LEAST * words.paragraph.style.size
        assert last >= covered - 1 or (is_whole and repeats(words, asked)), scroll

    assert read > 100


def test_it_comes_and_goes_as_fast_as_the_text(laid_out):
    """Nothing jumps: what it covers grows and shrinks with each step of the page."""
    shown = list(frames(laid_out))
    for (_, _, before), (scroll, _, after) in pairwise(shown):
        assert abs(after - before) <= STEP + 1, scroll

    assert len({words.paragraph.text for _, words, _ in shown if words}) >= 3


def test_half_words_are_not_at_the_upper_edge(laid_out):
    """A question that is pushed out is gone before a third of it is; one that comes is seen."""
    least, seen = height_max(laid_out.stage) / 3, {False: {1.0}, True: set()}
    for (_, former, before), (_, words, covered) in pairwise(frames(laid_out)):
        if former and words and former.paragraph == words.paragraph and covered != before:
            seen[covered < before].add(words.opacity)
            assert not (covered < min(before, least) and words.opacity)

    assert seen[False] == {1.0}
    assert 0.0 in seen[True]


def test_it_is_short_and_within_the_text(laid_out):
    """However long a question is, two lines of it are repeated, above the words that are read."""
    box, stage = laid_out.page.box, laid_out.stage
    for _, words, covered in frames(laid_out):
        if words:
            assert words.paragraph.lines <= LINES_MAX
            assert box.x - 1 <= words.rect.x
            assert words.rect.right <= box.right + 1
            assert words.rect.bottom < covered <= height_max(stage)
    # Once it has come, it is as far from the upper edge as all else.
    lowest = max(words.rect.y for _, words, _ in frames(laid_out) if words)
    assert abs(lowest - stage.margin) <= 1


def test_a_chosen_question_is_not_said_twice(laid_out):
    """Where the index leads, the question itself is in sight, and nothing repeats it."""
    for number, passage in enumerate(laid_out.index.passages):
        scroll = laid_out.scroll_to(number)
        items = sticky_question(laid_out.page, scroll, laid_out.stage).items
        assert passage.words.text not in {
            one.paragraph.text for one in items if isinstance(one, Lettering)
        }


def test_in_high_contrast_a_line_ends_it(typesetter):
    """There, nothing fades: words that go under it end at a line."""
    laid_out = interview(typesetter, SHAPES[0], "en", Comfort(contrast=True))
    frame = next(one for one in frames(laid_out) if one[1] and one[1].rect.y > 0)
    items = sticky_question(laid_out.page, frame[0], laid_out.stage).items
    edges = [one.rect for one in items if isinstance(one, Fill)]

    assert edges[-1].height == laid_out.stage.line
    assert edges[-1].bottom == edges[0].bottom == frame[2]
    assert not [one for one in items if isinstance(one, Scrim)]
