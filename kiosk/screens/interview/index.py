"""Lists the chapters and questions of an interview, as doors to their places on its page."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from kiosk.base.easing import clamp
from kiosk.base.geometry import Rect
from kiosk.exhibition.collection import Entry
from kiosk.layouts.parts.column import Column
from kiosk.screens.actions import GoToPassage, HitArea
from kiosk.screens.interview.interview_page import page
from kiosk.screens.interview.passages import asked_in_index, has_index
from kiosk.screens.interview.shortened import LINES_MAX, shortened
from kiosk.style.stage import Stage
from kiosk.types.scene import Fill, Item, Paragraph

CHARACTERS, CHARACTERS_MIN = 40, 20
"""Longest line in characters; and the least for which the index stands beside the text."""
GAP = 1.5
"""Space between the index and the text beside it, in margins."""
PADDING = 0.25
"""Space above and below the words of an entry, in sizes of their letters."""
INDENT, FURTHER = 1.0, 0.6
"""Space between the line of the current passage and a title, and how much further questions are
indented, in sizes of captions.
"""


class Passage(Struct, frozen=True):
    """An entry of the index: a chapter or a question, and where it begins on the page."""

    words: Paragraph
    y: float
    is_chapter: bool


class IndexList(Struct, frozen=True):
    """The index laid out: rows of one height, of which a part is seen."""

    passages: tuple[Passage, ...]
    frame: Rect
    """Where its rows are seen."""
    column: Rect
    """Where they begin and end; its height does not count."""
    pitch: float
    is_beside: bool
    """Whether it stands beside the text all the time."""

    @property
    def last(self) -> float:
        """The furthest that it can be scrolled."""
        return max(0.0, len(self.passages) * self.pitch - self.frame.height)

    def following(self, reading: float) -> float:
        """How far it is scrolled so that the passage that is read is in its middle."""
        return clamp((reading + 0.5) * self.pitch - self.frame.height / 2, 0, self.last)

    def rows(self, scroll: float) -> Iterator[tuple[int, Rect]]:
        """The passages that are in sight, with their rows."""
        first = max(0, int(scroll // self.pitch))
        for number in range(first, len(self.passages)):
            top = round(self.frame.y - scroll) + number * self.pitch
            if top >= self.frame.bottom:
                return
            yield number, replace(self.column, y=top, height=self.pitch)

    def buttons(self, scroll: float, least: float) -> Iterator[HitArea]:
        """Areas to touch; a row has none if less than a finger of it is seen."""
        for number, row in self.rows(scroll):
            seen = row.intersection(self.frame)
            if seen.height >= least:
                yield HitArea(seen, GoToPassage(number))

    def items(
        self, scroll: float, current: int | None, pressed: object, stage: Stage
    ) -> Iterator[Item]:
        """The rows in sight; a line at its edge marks the passage that is read."""
        for number, row in self.rows(scroll):
            if pressed == GoToPassage(number):
                yield Fill(row.intersection(self.frame), stage.theme.pressed)
            passage, is_read = self.passages[number], number == current
            if is_read:
                line = Rect(row.x, row.y, 2 * stage.line, row.height).inset(0, row.height / 6)
                yield Fill(_at_start(line, row, stage), stage.theme.accent)
            yield from _words(passage, row, stage, is_read=is_read)


@lru_cache(maxsize=8)
def passages(entry: Entry, stage: Stage) -> tuple[Passage, ...]:
    """What the index leads to: as the curator allows, and nothing in whose answer is sealed."""
    reading = entry.reading_in(stage.language)
    if reading is None or not has_index(entry, stage.language):
        return ()
    set_page, (interview, _) = page(entry, stage), reading
    found = [(number, True) for number in set_page.titles]
    asked = zip(set_page.questions, asked_in_index(entry, interview), strict=True)
    found += [(at, False) for at, is_listed in asked if at is not None and is_listed]
    letters = set_page.letters
    return tuple(
        Passage(letters[at].paragraph, letters[at].rect.y, is_chapter)
        for at, is_chapter in sorted(found)
    )


def read_at(passages: tuple[Passage, ...], y: float) -> float:
    """Which passage is read at a height of the page, with the share of it that is above.

    -1 to 0 above the first one.
    """
    after = bisect_right(passages, y, key=lambda one: one.y)
    if not after or after == len(passages):
        return after - 1.0
    begins, ends = passages[after - 1].y, passages[after].y
    return after - 1 + (y - begins) / (ends - begins)


@lru_cache(maxsize=8)
def index_list(entry: Entry, stage: Stage) -> IndexList | None:
    """The index beside the text if there is room, else over it; None if it leads nowhere."""
    shown = passages(entry, stage)
    if not shown:
        return None
    caption, largest, box = stage.style("caption"), stage.style("gloss"), page(entry, stage).box
    lines = LINES_MAX * largest.size * largest.leading
    pitch = round(max(stage.finger, lines + 2 * PADDING * largest.size))
    height = len(shown) * pitch
    room = box.x - (1 + GAP) * stage.margin
    if room >= stage.measure(caption, CHARACTERS_MIN):
        width = min(room, stage.measure(caption, CHARACTERS))
        frame = stage.safe.intersection(stage.reach)
        at_foot = frame.bottom - height if stage.comfort.low_reach else 0.0
        top = max(frame.y, box.y, at_foot)
        left = stage.safe.x - INDENT * caption.size  # So that the words begin where controls do.
        frame = stage.mirror(Rect(left, top, width, min(height, frame.bottom - top)))
        return IndexList(shown, frame, frame, pitch, is_beside=True)
    foot = stage.size.height - stage.bar
    sheet = min(height, foot - stage.reach.y - stage.margin)
    frame = Rect(0, foot - sheet, stage.size.width, sheet)
    return IndexList(shown, frame, box, pitch, is_beside=False)


def _words(passage: Passage, row: Rect, stage: Stage, *, is_read: bool) -> Iterator[Item]:
    further = 0.0 if passage.is_chapter else FURTHER
    indent = stage.style("caption").size * (INDENT + further)
    colour = stage.theme.ink if is_read or passage.is_chapter else stage.theme.quiet
    words = _set(passage, row.width - 2 * indent, stage)
    box = row.inset(indent, PADDING * words.paragraphs[0].style.size)
    for letters in words.at(box, stage):
        style = replace(letters.paragraph.style, colour=colour)
        yield replace(letters, paragraph=replace(letters.paragraph, style=style))


@lru_cache(maxsize=128)
def _set(passage: Passage, width: float, stage: Stage) -> Column:
    role = "gloss" if passage.is_chapter else "caption"
    style = stage.style(role, language=passage.words.style.language)
    return shortened(passage.words.text, style, width, CHARACTERS, stage)


def _at_start(line: Rect, row: Rect, stage: Stage) -> Rect:
    return replace(line, x=row.right - line.width) if stage.mirrored else line
