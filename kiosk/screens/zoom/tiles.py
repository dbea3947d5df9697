"""Divides a photo into tiles at several levels: its full size, half of it, a quarter and so on."""

from __future__ import annotations

import math
from typing import NamedTuple

from msgspec import Struct

from kiosk.base.easing import clamp
from kiosk.base.geometry import Point, Rect, Size
from kiosk.screens.zoom.transform import Transform
from kiosk.types.photo import TILE_PX, Derivative, Drawable, Tile
from kiosk.types.scene import Picture

ROOM = 4
"""Limits the tiles kept, in screens with one more tile around each. A level has up to four pixels
for each of the screen, so there is always room for the visible tiles."""
AHEAD = 0.5
"""Share of the room that visible tiles and those loaded ahead around them may take together."""


class Cell(NamedTuple):
    """The place of a tile.

    Level 0 has the photo's own pixels; each further level has half the width and height.
    """

    level: int
    column: int
    row: int

    def above(self, level: int) -> Cell:
        """The cell of a coarser level that contains this one.

        >>> Cell(0, 5, 2).above(1)
        Cell(level=1, column=2, row=1)
        """
        by = level - self.level
        return Cell(level, self.column >> by, self.row >> by)

    @property
    def middle(self) -> Point:
        """Its middle, in pixels of the photo."""
        side = TILE_PX * 2**self.level
        return Point((self.column + 0.5) * side, (self.row + 0.5) * side)


class Pyramid(Struct, frozen=True):
    file: str
    size: Size
    """Of the original."""

    @property
    def levels(self) -> int:
        """Number of levels, from the photo's own pixels to the level that fits into one tile."""
        side = max(self.size.width, self.size.height)
        return 1 + max(0, math.ceil(math.log2(side / TILE_PX)))

    def wanted(
        self, transform: Transform, screen: Size, ready: frozenset[Drawable], *, more: bool
    ) -> tuple[Tile, ...]:
        """Tiles to keep and to load, as many as there is room for.

        Tiles already loaded are kept, since they may replace missing ones. With `more`, the
        visible tiles come before them, nearest the middle first, then some tiles around these.
        """
        room = math.ceil(ROOM * (screen.width / TILE_PX + 2) * (screen.height / TILE_PX + 2))
        view = _unposed(Rect.of(screen), transform)
        cells: list[Cell] = []
        if more:
            level = self._level(transform.scale)
            cells = self._cells(level, view)
            around = self._cells(level, view.inset(-TILE_PX * 2**level / 2))
            cells += around[: max(0, int(AHEAD * room) - len(cells))]
        there = sorted(self._there(ready), key=lambda cell: cell.middle.distance_to(view.centre))
        return tuple(map(self._tile, list(dict.fromkeys(cells + there))[:room]))

    def pictures(
        self, transform: Transform, window: Rect, ready: frozenset[Drawable], whole: Picture
    ) -> tuple[Picture, ...]:
        """Draws the part of the photo in a window.

        Tiles of other levels replace those not loaded yet; beneath them is the whole picture.
        """
        level, there = self._level(transform.scale), self._there(ready)
        seen = set(self._cells(level, _unposed(window, transform)))
        missing = seen - there
        stand_ins = {cell: self._coarser(cell, there) for cell in missing}
        finer = {cell for cell in there if cell.level < level and cell.above(level) in missing}
        cells = (seen & there) | finer | {cell for cell in stand_ins.values() if cell}
        below = () if seen and all(stand_ins.values()) else (whole,)
        coarsest_first = sorted(cells, key=lambda cell: (-cell.level, *cell))
        return (*below, *(self._picture(cell, transform, window) for cell in coarsest_first))

    def _level(self, scale: float) -> int:
        """The coarsest level with a pixel for each one of the screen; level 0 if there is none."""
        return int(clamp(math.floor(-math.log2(scale)), 0, self.levels - 1))

    def _whole(self, level: int) -> Derivative:
        width, height = self.size.width, self.size.height
        return Derivative(self.file, math.ceil(width / 2**level), math.ceil(height / 2**level))

    def _tile(self, cell: Cell) -> Tile:
        return Tile(self._whole(cell.level), cell.column, cell.row)

    def _cells(self, level: int, part: Rect) -> list[Cell]:
        """Cells in a part of the photo, nearest its middle first.

        The middle is rounded to that of its cell, so that the order rarely changes.
        """
        whole, side = self._whole(level), TILE_PX * 2**level
        columns = _span(part.x / side, part.right / side, whole.width / TILE_PX)
        rows = _span(part.y / side, part.bottom / side, whole.height / TILE_PX)
        at = part.centre
        middle = Cell(level, math.floor(at.x / side), math.floor(at.y / side)).middle
        cells = [Cell(level, column, row) for row in rows for column in columns]
        return sorted(cells, key=lambda cell: cell.middle.distance_to(middle))

    def _there(self, ready: frozenset[Drawable]) -> set[Cell]:
        """Cells whose tiles can be drawn."""
        levels = {self._whole(level): level for level in range(self.levels)}
        return {
            Cell(levels[one.whole], one.column, one.row)
            for one in ready
            if isinstance(one, Tile) and one.whole in levels
        }

    def _coarser(self, cell: Cell, there: set[Cell]) -> Cell | None:
        """The finest loaded cell among the coarser ones that contain this cell."""
        above = (cell.above(level) for level in range(cell.level + 1, self.levels))
        return next((one for one in above if one in there), None)

    def _picture(self, cell: Cell, transform: Transform, window: Rect) -> Picture:
        tile = self._tile(cell)
        left, top, right, bottom = (side * 2**cell.level * transform.scale for side in tile.box)
        image = Rect(transform.x + left, transform.y + top, right - left, bottom - top)
        return Picture(tile, image, window)


def _unposed(part: Rect, transform: Transform) -> Rect:
    """Converts a part of the screen to pixels of the photo."""
    return part.moved(Point(-transform.x, -transform.y)).scaled_about(Point(), 1 / transform.scale)


def _span(start: float, end: float, count: float) -> range:
    """Indexes below `count` of the unit cells that overlap the range from start to end.

    >>> _span(-0.5, 1.2, 3.4), _span(2.0, 9.0, 3.4)
    (range(0, 2), range(2, 4))
    """
    last = math.ceil(count)
    return range(int(clamp(math.floor(start), 0, last)), int(clamp(math.ceil(end), 0, last)))
