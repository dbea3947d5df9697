"""Sets an interview as one tall page, and finds its visible part by bisection."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from kiosk.base.geometry import Rect, around
from kiosk.exhibition.collection import Entry
from kiosk.exhibition.interview import PARAGRAPH, Exchange, Interview
from kiosk.exhibition.text import LocalisedText
from kiosk.language.directions import is_right_to_left
from kiosk.language.translations import HOME
from kiosk.layouts.end import TO_ALL, link
from kiosk.layouts.parts.column import Block, column
from kiosk.screens.interview.head_place import placed_head
from kiosk.screens.interview.passages import Place, chapters_of, quoted
from kiosk.style.stage import Stage
from kiosk.types.scene import Colour, Lettering, TextStyle

PARAGRAPH_GAP, UNASKED_GAP = 0.5, 1.5
"""Space above a paragraph, and above an answer to no question, in type sizes."""
NAME_GAP, NAME_BELOW = 1.3, 0.1
"""Space above a speaker's name, and between it and the words, in type sizes."""
QUESTION_GAP = 1.8
"""Space above a question, in type sizes."""
TO_EXHIBITION = "to exhibition"
"""Name by which the reader finds the words to touch."""
ONWARD_GAP = 2.5
"""Space above the ways onward at the end, in type sizes."""
MARK_BEYOND = 0.1
"""How far the mark of quoted words extends beyond them, in margins."""
CHAPTER_GAP = 1.6
"""Space above the title of a chapter, in type sizes."""


class Page(Struct, frozen=True):
    """The page's text blocks from top to bottom, and which of them are questions and answers."""

    letters: tuple[Lettering, ...]
    above: int
    """How many of them are the head, in which two may be side by side."""
    questions: tuple[int | None, ...]
    """For each exchange: the question's block; None if nobody asks."""
    answers: tuple[tuple[int, ...], ...]
    """For each exchange: the blocks of the answer's paragraphs."""
    titles: tuple[int, ...]
    """The blocks that are titles of chapters."""
    box: Rect
    """The column in which all the text is set."""
    rule: Rect | None
    """A line between what stands above the interview and the interview itself."""

    def between(self, top: float, bottom: float) -> tuple[Lettering, ...]:
        """Text blocks that are at least partly between two heights."""
        head = self.letters[: self.above]
        first = bisect_right(self.letters, top, self.above, key=lambda one: one.rect.bottom)
        last = bisect_left(self.letters, bottom, self.above, key=lambda one: one.rect.y)
        above = (one for one in head if one.rect.bottom > top and one.rect.y < bottom)
        return (*above, *self.letters[first:last])

    def beginning(self, exchange: int) -> Lettering:
        """The question, or the first words of the answer."""
        asked = self.questions[exchange]
        return self.letters[self.answers[exchange][0] if asked is None else asked]

    def exchange_at(self, y: float) -> int | None:
        """Index of the last exchange that begins wholly above `y`; None if there is none."""
        exchanges = range(len(self.questions))
        after = bisect_right(exchanges, y, key=lambda one: self.beginning(one).rect.bottom)
        return after - 1 if after else None

    def answer_bottom(self, exchange: int) -> float:
        answer = self.answers[exchange]
        last = self.letters[answer[-1]] if answer else self.beginning(exchange)
        return last.rect.bottom

    def rect_of(self, exchange: int) -> Rect:
        """The place of a question with its answer."""
        top = self.beginning(exchange).rect
        return replace(top, height=self.answer_bottom(exchange) - top.y)


@lru_cache(maxsize=8)
def page(entry: Entry, stage: Stage) -> Page:
    """The interview of an exhibition as a page, in the direction of its own language.

    Where it is translated, visitors read it in their language.
    """
    reading = entry.reading_in(stage.language)
    assert reading is not None, "the reader opens only where there is an interview"
    (interview, language), quiet = reading, stage.theme.quiet
    chapters = chapters_of(entry, interview)

    def style(role: str, colour: Colour | None = None, *, italic: bool = False) -> TextStyle:
        own = stage.style(role, colour=colour, italic=italic, language=language)
        return replace(own, align="start")

    width = min(stage.safe.width, stage.measure(style("lead")))
    box = Rect((stage.size.width - width) / 2, stage.safe.y, width, 0.0)
    head = placed_head(entry, stage, box)
    blocks = list[Block]()
    questions, answers, titles = list[int | None](), list[tuple[int, ...]](), list[int]()
    is_named = len(interview.speakers) > 1

    def following() -> int:
        return len(head) + len(blocks)

    def begin_chapters(place: Place) -> bool:
        headings = _headings(chapters.get(place, ()), language, stage)
        titles.extend(range(following(), following() + len(headings)))
        blocks.extend(headings)
        return bool(headings)

    for number, exchange in enumerate(interview.exchanges):
        begin_chapters((number, -1))
        questions.append(following() if exchange.question else None)
        if exchange.question:
            asked = style("body", stage.theme.accent)
            blocks.append(Block(exchange.question, asked, gap=QUESTION_GAP))
        places, speaker = list[int](), ""
        names = _names(interview, exchange, is_named=is_named)
        for name, text in zip(names, exchange.paragraphs, strict=True):
            begins = not exchange.question and not places
            gap = UNASKED_GAP if begins else PARAGRAPH_GAP
            if begin_chapters((number, len(places))):
                speaker, gap = "", UNASKED_GAP
            if name != speaker:
                blocks.append(Block(name, style("caption", quiet), gap=NAME_GAP))
                gap = NAME_BELOW
            speaker = name
            places.append(following())
            blocks.append(Block(text, style("lead"), gap=gap))
        answers.append(tuple(places))
    if interview.note:
        blocks.append(Block(interview.note, style("caption", quiet, italic=True), gap=3.0))
    blocks += _onward(entry, language, stage)
    letters, rule = _below(head, blocks, box, stage)
    box = replace(box, height=max(one.rect.bottom for one in letters) - box.y)
    return Page(letters, len(head), tuple(questions), tuple(answers), tuple(titles), box, rule)


def _below(
    head: tuple[Lettering, ...], blocks: Sequence[Block], box: Rect, stage: Stage
) -> tuple[tuple[Lettering, ...], Rect | None]:
    """The head, the blocks below it, and a thin line between them if it has more than a name."""
    words = column(blocks, box.width, math.inf, stage)
    if not (head and blocks):
        return head + words.at(box, stage), None
    gap = blocks[0].gap * blocks[0].style.size
    bottom = max(one.rect.bottom for one in head)
    letters = head + words.at(replace(box, y=round(bottom + gap)), stage)
    middle = round(bottom + gap / 2)
    return letters, _rule(head, middle, box, stage) if len(head) > 1 else None


def _rule(head: tuple[Lettering, ...], y: float, box: Rect, stage: Stage) -> Rect:
    """As wide as the column, or as the introduction above it if its lines are longer."""
    style = head[-1].paragraph.style
    told = around([one.rect for one in head if one.paragraph.style == style])
    left, right = min(box.x, told.x), max(box.right, told.right)
    return Rect(round(left), y, round(right - left), max(1, round(stage.line / 2)))


def _headings(titles: Iterable[LocalisedText], below: str, stage: Stage) -> list[Block]:
    """The titles of chapters, in the visitor's language, where lines of the text below begin."""
    blocks = list[Block]()
    for title in titles:
        language = title.language_for(stage.language) or stage.language
        style = _aligned(stage.style("heading", language=language), below)
        text = title.in_language(stage.language)
        blocks.append(Block(text, style, gap=CHAPTER_GAP, balanced=True, characters=40))
    return blocks


def _onward(entry: Entry, below: str, stage: Stage) -> list[Block]:
    """Where visitors go from the end, as from that of an exhibition."""
    ways = [link(entry.exhibition.title, TO_EXHIBITION, stage), link(HOME, TO_ALL, stage)]
    ways[0] = replace(ways[0], gap=ONWARD_GAP)
    return [replace(one, style=_aligned(one.style, below)) for one in ways]


def _aligned(style: TextStyle, below: str) -> TextStyle:
    """The style for lines that begin where those in another language do."""
    is_other = is_right_to_left(style.language) != is_right_to_left(below)
    return replace(style, align="end" if is_other else "start")


def _names(interview: Interview, exchange: Exchange, *, is_named: bool) -> tuple[str, ...]:
    """Who says each paragraph; nobody is named where only one person answers."""
    nobody = ("",) * len(exchange.paragraphs)
    if not is_named:
        return nobody
    usual = interview.titles[-1] if interview.titles else ""
    return tuple(name or usual for name in exchange.speakers or nobody)


@lru_cache(maxsize=8)
def marks(entry: Entry, slide: int, stage: Stage) -> tuple[Rect, ...]:
    """Rectangles of the quoted words on the page, line by line, and a little beyond."""
    reading, passage = entry.reading_in(stage.language), quoted(entry, slide, stage.language)
    if reading is None or passage is None:
        return ()
    interview, _ = reading
    set_page, offset = page(entry, stage), 0
    beyond = -round(MARK_BEYOND * stage.margin)
    numbers = set_page.answers[passage.exchange]
    places: list[Rect] = []
    paragraphs = interview.exchanges[passage.exchange].paragraphs
    for number, text in zip(numbers, paragraphs, strict=True):
        letters = set_page.letters[number]
        for span in passage.spans:
            start, end = max(0, span[0] - offset), min(len(text), span[1] - offset)
            if start < end:
                lines = stage.typesetter.places(letters.paragraph, start, end)
                places += [line.moved(letters.at).inset(beyond, 0) for line in lines]
        offset += len(text) + len(PARAGRAPH)
    return tuple(places)
