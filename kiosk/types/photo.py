"""Defines what the player knows of photos: derivatives to show, and facts about originals."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct

from kiosk.base.geometry import Rect, Size

TONES = 32
"""Columns and rows of the grid that tells layouts how light a photo is in each cell."""
STRIP = 20
"""Greatest ratio of sides in layouts; a narrower photo is laid out as if it had this ratio."""
LIKENESS_PX = 8
"""Columns and rows of colour patches by which photos are compared."""
PREVIEW_PX = 64
"""Long side of the preview, which is shown until the full derivative has come."""
TILE_PX = 512
"""Side of a tile. Decoded, it is a megabyte, which a GPU easily takes between two frames. And it is
so small that little of what is fetched is outside the screen."""


class Derivative(Struct, frozen=True, tag=True):
    """A copy of an original, upright, in sRGB, of exactly this size in pixels."""

    file: str
    width: int
    height: int

    @property
    def bytes(self) -> int:
        return self.width * self.height * 4

    @property
    def name(self) -> str:
        """A name that no other derivative of the same content has."""
        return f"{self.width}x{self.height}"


class Tile(Struct, frozen=True, tag=True):
    """A square of a derivative that is too large to load whole; smaller at its far edges.

    >>> Tile(Derivative("photo.jpg", 1200, 800), column=2, row=1).box
    (1024, 512, 1200, 800)
    """

    whole: Derivative
    column: int
    row: int

    @property
    def file(self) -> str:
        return self.whole.file

    @property
    def box(self) -> tuple[int, int, int, int]:
        """Left, top, right and bottom in the whole derivative."""
        left, top = self.column * TILE_PX, self.row * TILE_PX
        right, bottom = left + TILE_PX, top + TILE_PX
        return left, top, min(self.whole.width, right), min(self.whole.height, bottom)

    @property
    def width(self) -> int:
        return self.box[2] - self.box[0]

    @property
    def height(self) -> int:
        return self.box[3] - self.box[1]

    @property
    def bytes(self) -> int:
        return self.width * self.height * 4

    @property
    def name(self) -> str:
        return f"{self.whole.name}-{self.column}-{self.row}"


Drawable = Derivative | Tile


class InfoRequest(Struct, frozen=True):
    """A request for the facts and the preview of an original."""

    file: str


Request = Drawable | InfoRequest


Side = Annotated[int, Meta(ge=1, le=2**31)]
Grid = Annotated[bytes, Meta(min_length=TONES**2, max_length=TONES**2)]
Ground = Literal["", "black", "white"]
Likeness = Annotated[bytes, Meta(min_length=3 * LIKENESS_PX**2, max_length=3 * LIKENESS_PX**2)]


class PhotoInfo(Struct, frozen=True):
    """The facts of an original: its upright size, and how light each part of it is.

    `lightest` and `darkest` hold the relative luminance of the extreme pixels in each cell, row by
    row on a grid of TONES × TONES cells; 0–255 stands for WCAG's 0–1. `likeness` holds the colours
    of LIKENESS_PX × LIKENESS_PX patches, which are the same in a smaller copy. `notes` says what is
    not quite right about the file. The sizes are checked when the facts come from a worker.
    """

    width: Side
    height: Side
    lightest: Grid
    darkest: Grid
    likeness: Likeness = b""
    notes: tuple[str, ...] = ()
    ground: Ground = ""
    """What derivatives have where the original is transparent; "" if it is not."""

    @property
    def size(self) -> Size:
        """The size for layouts, which treat a very narrow photo as wider than it is.

        Otherwise a single row of pixels would be invisible when fitted, and millions of pixels long
        when it fills a frame.
        """
        width, height = self.width, self.height
        return Size(max(width, height / STRIP), max(height, width / STRIP))

    def preview(self, file: str) -> Derivative:
        """The preview that comes with these facts."""
        scale = PREVIEW_PX / max(self.width, self.height, PREVIEW_PX)
        return Derivative(
            file, max(1, round(self.width * scale)), max(1, round(self.height * scale))
        )

    def palest_within(self, part: Rect) -> float:
        """Highest relative luminance, 0–1, in a part given in fractions of the photo."""
        return max(self._cells(self.lightest, part), default=255) / 255

    def darkest_within(self, part: Rect) -> float:
        """Lowest relative luminance, 0–1, in a part given in fractions of the photo."""
        return min(self._cells(self.darkest, part), default=0) / 255

    def unrest_within(self, part: Rect) -> float:
        """Mean difference of luminance within a cell, 0–1, over a part of the photo."""
        lightest, darkest = self._cells(self.lightest, part), self._cells(self.darkest, part)
        return (sum(lightest) - sum(darkest)) / 255 / max(1, len(lightest))

    def _cells(self, grid: bytes, part: Rect) -> bytes:
        left, right = _cell(part.x), _cell(part.right)
        rows = range(_cell(part.y), _cell(part.bottom) + 1)
        return b"".join(grid[row * TONES + left : row * TONES + right + 1] for row in rows)


def _cell(fraction: float) -> int:
    return max(0, min(TONES - 1, int(fraction * TONES)))


class Bitmap(Struct, frozen=True):
    """A decoded derivative or tile: rows of opaque BGRA pixels, four bytes each, from the top."""

    derivative: Drawable
    data: bytes
