"""Sets words within a box: on one page, in columns if there is room for them, or on several pages.

Words that fit are set as they are, or slightly smaller. Others keep their size.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import chain
from typing import TypeVar

from msgspec import Struct

from kiosk.base.geometry import Point, Rect
from kiosk.layouts.parts.column import (
    Anchor,
    Block,
    Column,
    comfortable,
    fitted,
    hung_within,
    in_its_lines,
    legible,
    set_whole,
)
from kiosk.layouts.parts.flow import Piece, pieces_of, poured
from kiosk.style.stage import Stage
from kiosk.types.scene import Item, Lettering

COLUMN_CHARACTERS = 36
"""Fewest characters in a line of a column that stands beside another one."""
LINES_BELOW_HEAD = 3
"""Fewest lines below a heading; where fewer fit, it has a page of its own."""
GUTTER = 1.4
"""Space between columns, in margins."""
HANG = 0.7
"""Most that an opening mark is in the margin beside words, as a share of it."""

PagedItems = tuple[tuple[Item, ...], ...]
"""Items of each page; those of the last page are also on all that follow."""
One = TypeVar("One", bound=Item, covariant=True)
PagedLetters = tuple[tuple[Lettering, ...], ...]


class Page(Struct, frozen=True):
    """Columns side by side, below the heading if there is one."""

    columns: tuple[Column, ...]
    head: Column | None = None
    gap: float = 0.0
    """Space below the heading."""

    @property
    def top(self) -> float:
        return self.head.height + self.gap if self.head else 0.0

    @property
    def height(self) -> float:
        return self.top + max((one.height for one in self.columns), default=0.0)


class Pages(Struct, frozen=True):
    """Words that have been set; `width` and `height` are those of the widest and highest page."""

    pages: tuple[Page, ...]
    width: float
    height: float
    column_width: float
    gutter: float = 0.0
    reduction: float = 1.0

    @property
    def is_whole(self) -> bool:
        """Whether the words fit on one page without being set smaller or in columns."""
        return self.is_single and self.reduction == 1.0

    @property
    def is_single(self) -> bool:
        return len(self.pages) == 1 and len(self.pages[0].columns) <= 1

    def at(self, box: Rect, stage: Stage, anchor: Anchor = "top") -> PagedLetters:
        """Place the words in a box; all pages begin at the same height."""
        if self.is_single:
            return tuple(one.at(box, stage, anchor) for one in self.pages[0].columns) or ((),)
        down = {"top": 0.0, "middle": 0.5, "bottom": 1.0}[anchor]
        top = box.y + max(0.0, box.height - self.height) * down
        box = Rect(box.x, top, box.width, self.height)
        return tuple(self._page_at(page, box, stage) for page in self.pages)

    def _page_at(self, page: Page, box: Rect, stage: Stage) -> tuple[Lettering, ...]:
        letters = page.head.at(box, stage) if page.head else ()
        for number, one in enumerate(page.columns):
            aside = number * (self.column_width + self.gutter)
            left = box.right - aside - self.column_width if stage.mirrored else box.x + aside
            place = Rect(left, box.y + page.top, self.column_width, one.height)
            letters += one.at(place if self.gutter else box.moved(Point(0, page.top)), stage)
        return letters


def pages(
    blocks: Sequence[Block],
    width: float,
    height: float,
    stage: Stage,
    *,
    in_columns: bool = False,
    hang: float | None = None,
) -> Pages:
    """Set blocks within a width and a height, on as many pages as they need.

    With `in_columns`, they have two columns, if lines there are long enough to read. `hang` is the
    room for opening marks outside the edge; by default, a part of a margin.
    """
    aside = HANG * stage.margin if hang is None else hang
    blocks = [hung_within(aside, in_its_lines(one, stage), stage) for one in blocks]
    one = fitted(blocks, width, height, stage)
    if one:
        return Pages((Page((one,)),), one.width, one.height, width, reduction=one.reduction)
    longest = max(blocks, key=lambda block: len(block.text))
    column_width = (width - GUTTER * stage.margin) / 2
    if not in_columns or column_width < stage.measure(longest.style, COLUMN_CHARACTERS):
        return _in_one_column(blocks, width, height, stage)
    ways = (_in_columns(one, column_width, height, stage) for one in comfortable(blocks, stage))
    largest = next(ways)
    if len(largest.pages) > 2:
        return largest  # No size that is comfortable to read saves two pages.
    return next((way for way in chain([largest], ways) if len(way.pages) == 1), largest)


def together(*parts: tuple[tuple[One, ...], ...]) -> tuple[tuple[One, ...], ...]:
    """The items of all parts, page by page; the shorter parts stay as on their last page."""
    count = max(map(len, parts))
    return tuple(
        tuple(item for part in parts for item in part[min(number, len(part) - 1)])
        for number in range(count)
    )


def _in_one_column(blocks: Sequence[Block], width: float, height: float, stage: Stage) -> Pages:
    """In their own size; smaller only if a word takes more lines than a page has."""
    ways = (_paged(one, width, height, 1, 0.0, stage) for one in legible(blocks, stage))
    largest = next(ways)
    return next((way for way in chain([largest], ways) if way.height <= height), largest)


def _in_columns(blocks: Sequence[Block], width: float, height: float, stage: Stage) -> Pages:
    longest = max(blocks, key=lambda block: len(block.text))
    within = min(width, stage.measure(longest.style, longest.characters))
    return _paged(blocks, within, height, 2, GUTTER * stage.margin, stage)


def _paged(
    blocks: Sequence[Block], width: float, height: float, columns: int, gutter: float, stage: Stage
) -> Pages:
    """As few pages as possible, and all of about the same height."""
    head, gap, rest = None, 0.0, list(blocks)
    if columns > 1 and rest[0].holds == "next" and len(rest) > 1:
        head = set_whole(rest[:1], columns * width + gutter, stage)
        gap = rest[1].gap * rest[1].style.size
        rest = rest[1:]
    pieces = pieces_of(rest, width, stage)
    line = max(piece.height / piece.lines for piece in pieces)
    less = head.height + gap if head else 0.0
    is_apart = head is not None and height - less < LINES_BELOW_HEAD * line
    cells = _evenly(pieces, height, columns, 0.0 if is_apart else less, line, stage)
    set_cells = [set_whole(cell, width, stage) for cell in cells]
    made = [
        Page(tuple(set_cells[start : start + columns]))
        for start in range(0, len(set_cells), columns)
    ]
    if head and is_apart:
        made.insert(0, Page((), head))
    elif head:
        made[0] = Page(made[0].columns, head, gap)
    widest = max(one.width for one in set_cells)
    if columns > 1:
        widest = max(columns * width + gutter, head.width if head else 0.0)
    return Pages(tuple(made), widest, max(page.height for page in made), width, gutter)


def _evenly(
    pieces: Sequence[Piece], height: float, columns: int, less: float, line: float, stage: Stage
) -> list[list[Block]]:
    """Columns of the least height that takes no further page; `less` on the first one.

    A page of one column ends with a sentence or a clause, if that takes no further page either.
    """
    cells = poured(pieces, height, stage, columns, less)
    places = math.ceil(len(cells) / columns) * columns
    needed = sum(piece.height + piece.gap for piece in pieces) + less * columns
    even = max(needed / places, less + LINES_BELOW_HEAD * line)
    steps = max(0, math.ceil(2 * (height - even) / line))
    heights = [*(even + step * line / 2 for step in range(steps)), height]
    for at_pauses in (True, False) if columns == 1 else (False,):
        for most in heights:
            evenly = poured(pieces, most, stage, columns, less, at_pauses=at_pauses)
            if len(evenly) <= places:
                return evenly
    return cells
