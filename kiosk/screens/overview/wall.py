"""Lays out the slides of an exhibition as a wall of cells, with the names of its sections."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby

from msgspec import Struct

from kiosk.base.geometry import Point, Rect, Size, fill, fit, whole
from kiosk.exhibition.collection import Entry
from kiosk.exhibition.exhibition import Slide
from kiosk.exhibition.text import LocalisedText
from kiosk.layouts.parts.arrangement import PlacedPhoto
from kiosk.layouts.parts.blocks import heading
from kiosk.layouts.parts.column import Column, column
from kiosk.screens.context import Context
from kiosk.style.stage import Stage
from kiosk.types.scene import Lettering

SHAPE, SHAPES = 1.5, (1.0, 1.7)
"""Width of a cell by its height, and its limits where cells are as high as the screen allows."""
GAP = 0.35
"""Space between cells, in margins."""
NARROWEST, LETTERS = 3.4, 9.5
"""Least width of a cell, in fingers, and in sizes of its type: smaller cells would be hard to hit,
and hold few words."""
COLUMNS_LEAST = 2
UNEVEN = 0.8
"""A last row with few cells looks like a mistake: cells of this share of the size avoid it."""
BEFORE_SECTION, BELOW_NAME = 0.9, 0.35
"""Space above and below the name of a section, in margins."""


class Cell(Struct, frozen=True):
    """A slide on the wall, in pixels of the whole wall."""

    index: int
    rect: Rect


class Wall(Struct, frozen=True):
    cells: tuple[Cell, ...]
    """From top to bottom; all cells of a row have the same top."""
    letters: tuple[Lettering, ...]
    """The exhibition's title, and the names of sections."""
    height: float
    is_even: bool = True
    """Whether the last row is at least half full."""

    def between(self, top: float, bottom: float) -> tuple[Cell, ...]:
        """The cells that are at least partly between two heights."""
        first = bisect_right(self.cells, top, key=lambda cell: cell.rect.bottom)
        last = bisect_left(self.cells, bottom, key=lambda cell: cell.rect.y)
        return self.cells[first:last]

    def cell(self, index: int) -> Cell:
        """The cell of a slide; of the one before it, if it has none."""
        at = bisect_right(self.cells, index, key=lambda cell: cell.index)
        return self.cells[max(0, at - 1)]


@lru_cache(maxsize=8)
def wall(entry: Entry, shown: tuple[int, ...], stage: Stage) -> Wall:
    """The largest cells with which all slides are on the screen; if there are too many, small ones.

    The wall then goes on below the screen.
    """
    title = column([heading(entry.exhibition.title, stage)], stage.safe.width, math.inf, stage)
    groups = _sections(entry, shown)
    names = [_name(section, stage) for section, _ in groups]
    gap = round(GAP * stage.margin)
    most = max(COLUMNS_LEAST, int((stage.safe.width + gap) // (_narrowest(stage) + gap)))
    grouped = [indexes for _, indexes in groups]
    useful = min(most, max(map(len, grouped)))
    ways = [_set(title, names, grouped, columns, gap, stage) for columns in range(1, useful + 1)]
    fit = [one for one in ways if one.height <= stage.size.height - stage.bar]
    return max(fit, key=_worth, default=None) or _set(title, names, grouped, most, gap, stage)


def _narrowest(stage: Stage) -> float:
    return max(NARROWEST * stage.finger, LETTERS * stage.style("caption").size)


def _worth(one: Wall) -> float:
    """How wide a usual photo is on a wall; less if that ends with an almost empty row."""
    cell = one.cells[0].rect
    return min(cell.width, SHAPE * cell.height) * (1.0 if one.is_even else UNEVEN)


def _sections(
    entry: Entry, shown: tuple[int, ...]
) -> list[tuple[LocalisedText | None, tuple[int, ...]]]:
    slides = entry.exhibition.slides
    grouped = groupby(shown, key=lambda index: slides[index].section)
    return [(section, tuple(indexes)) for section, indexes in grouped]


def _name(section: LocalisedText | None, stage: Stage) -> Column | None:
    if section is None:
        return None
    return column([heading(section, stage, "lead")], stage.safe.width, math.inf, stage)


def _set(
    title: Column,
    names: Sequence[Column | None],
    groups: Sequence[tuple[int, ...]],
    columns: int,
    gap: float,
    stage: Stage,
) -> Wall:
    safe, heads = stage.safe, list[float]()
    # Within low reach, the wall begins there, and is drawn up from there.
    begins = max(safe.y, stage.reach.y)
    top = begins + title.height + 0.6 * stage.margin
    for number, name in enumerate(names):
        before = BEFORE_SECTION * stage.margin if number else 0.0
        heads.append(before + name.height + BELOW_NAME * stage.margin if name else 0.0)
    rows = sum(math.ceil(len(indexes) / columns) for indexes in groups)
    room = stage.size.height - stage.bar - stage.margin - top - sum(heads)
    cell, down = _cell(rows, columns, room, gap, stage)
    left = safe.x + (safe.width - columns * (cell.width + gap) + gap) / 2
    letters = list(title.at(stage.mirror(Rect(left, begins, safe.width, title.height)), stage))
    cells, top = list[Cell](), top + down
    for name, head, indexes in zip(names, heads, groups, strict=True):
        if name:
            at = Rect(left, top + head - BELOW_NAME * stage.margin - name.height, safe.width, 0)
            letters += name.at(stage.mirror(at), stage)
        top = round(top + head)
        for number, index in enumerate(indexes):
            x = left + number % columns * (cell.width + gap)
            y = top + number // columns * (cell.height + gap)
            cells.append(Cell(index, whole(stage.mirror(Rect.of(cell, Point(x, y))))))
        top = cells[-1].rect.bottom + gap
    last = len(groups[-1]) % columns
    is_even = len(groups) > 1 or not last or 2 * last >= columns
    return Wall(tuple(cells), tuple(letters), top - gap + stage.margin, is_even)


def _cell(rows: int, columns: int, room: float, gap: float, stage: Stage) -> tuple[Size, float]:
    """The size of all cells, and how far down they begin if they are not as high as the room.

    They are as wide as the screen allows, or narrower if they are lower then; on a wall that is
    scrolled, as wide.
    """
    width = (stage.safe.width - gap * (columns - 1)) / columns
    height, (highest, widest) = (room + gap) / rows - gap, SHAPES
    narrower = width if height >= width / widest else SHAPE * height
    if narrower < min(width, _narrowest(stage)):
        return Size(width, math.floor(width / SHAPE)), 0.0
    size = Size(narrower, math.floor(min(height, width / highest)))
    return size, max(0.0, room + gap - rows * (size.height + gap)) / 2


def hung(slide: Slide, cell: Rect, context: Context) -> list[PlacedPhoto]:
    """The photos of a slide in its cell: one is whole, several are cut around their focus."""
    photos, facts = slide.shown_photos, context.media.facts
    if len(photos) == 1:
        (photo,) = photos
        known = facts.get(photo.file)
        image = whole(fit(known.size, cell)) if known else None
        return [PlacedPhoto(photo, image, image)] if image else []
    placed, gap = list[PlacedPhoto](), max(2.0, context.stage.line)
    width = (cell.width - gap * (len(photos) - 1)) / max(1, len(photos))
    for number, photo in enumerate(photos):
        window = whole(Rect(cell.x + number * (width + gap), cell.y, width, cell.height))
        known = facts.get(photo.file)
        if known:
            image = whole(fill(known.size, window, photo.focus))
            placed.append(PlacedPhoto(photo, image, window))
    return placed
