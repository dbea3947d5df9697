"""Sets words within a box: on one page, in columns if there is room for them, or on several pages.

Words that fit are set as they are, or slightly smaller. Others keep their size.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TypeVar

from msgspec import Struct

from kiosk.base.geometry import Point, Rect
from kiosk.layouts.parts.column import Anchor, Block, Column, fitted, set_whole
from kiosk.layouts.parts.flow import pieces_of, poured
from kiosk.style.stage import Stage
from kiosk.types.scene import Item, Lettering

COLUMN_CHARACTERS = 36
"""Fewest characters in a line of a column that stands beside another one."""
GUTTER = 1.4
"""Space between columns, in margins."""

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
    blocks: Sequence[Block], width: float, height: float, stage: Stage, *, columns: int = 1
) -> Pages:
    """Set blocks within a width and a height, on as many pages as they need."""
    one = fitted(blocks, width, height, stage)
    if one:
        return Pages((Page((one,)),), one.width, one.height, width, reduction=one.reduction)
    gutter = GUTTER * stage.margin
    within = (width - gutter * (columns - 1)) / columns
    longest = max(blocks, key=lambda block: len(block.text))
    if columns > 1 and within >= stage.measure(longest.style, COLUMN_CHARACTERS):
        within = min(within, stage.measure(longest.style, longest.characters))
        return _paged(blocks, within, height, columns, gutter, stage)
    return _paged(blocks, width, height, 1, 0.0, stage)


def together(*parts: tuple[tuple[One, ...], ...]) -> tuple[tuple[One, ...], ...]:
    """The items of all parts, page by page; the shorter parts stay as on their last page."""
    count = max(map(len, parts))
    return tuple(
        tuple(item for part in parts for item in part[min(number, len(part) - 1)])
        for number in range(count)
    )


def _paged(
    blocks: Sequence[Block], width: float, height: float, columns: int, gutter: float, stage: Stage
) -> Pages:
    """As few pages as possible, and all of about the same height."""
    head, gap, rest = None, 0.0, list(blocks)
    if columns > 1 and rest[0].holds == "next" and len(rest) > 1:
        head = set_whole(rest[:1], columns * width + gutter, stage)
        gap = rest[1].gap * rest[1].style.size
        rest = rest[1:]
    less = head.height + gap if head else 0.0
    pieces = pieces_of(rest, width, stage)
    cells = poured(pieces, height, stage, columns, less)
    count = math.ceil(len(cells) / columns)
    needed = sum(piece.height + piece.gap for piece in pieces) + less * columns
    line = max(piece.height / piece.lines for piece in pieces)
    even = needed / (count * columns)
    while even < height:
        evenly = poured(pieces, even, stage, columns, less)
        if len(evenly) <= count * columns:
            cells = evenly
            break
        even += line / 2
    set_cells = [set_whole(cell, width, stage) for cell in cells]
    made = tuple(
        Page(tuple(set_cells[start : start + columns]), *((head, gap) if not start else ()))
        for start in range(0, len(set_cells), columns)
    )
    widest = max(one.width for one in set_cells)
    if columns > 1:
        widest = max(columns * width + (columns - 1) * gutter, head.width if head else 0.0)
    return Pages(made, widest, max(page.height for page in made), width, gutter)
