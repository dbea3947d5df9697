"""What the player knows of a photo: the derivative it shows, and facts about the original."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

from kiosk.base.geometry import Rect, Size

TONES = 32
"""Photos are described to the layouts by a grid of so many tones each way."""
STRIP = 20
"""A photo that is so many times as long as wide, or longer, is laid out as one that is just so."""
LIKENESS_PX = 8
"""Photos are compared by so many patches each way."""
PREVIEW_PX = 64
"""Long side of the small derivative that stands in while the full one is on its way."""
TILE_PX = 512
"""Side of a tile: a megabyte once decoded, which a GPU takes between two frames with room to spare,
and so small that little of what is fetched lies outside the screen."""


class Derivative(Struct, frozen=True):
    """A copy of an original, upright, in sRGB, of just this many pixels."""

    file: str
    width: int
    height: int

    @property
    def bytes(self) -> int:
        return self.width * self.height * 4

    @property
    def name(self) -> str:
        """What tells it from other derivatives of the same content."""
        return f"{self.width}x{self.height}"


class Tile(Struct, frozen=True):
    """A square of a derivative that is too large to be had whole; at its far edges, what is left.

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
    """A request for the facts of an original, and for its preview with them."""

    file: str


Request = Drawable | InfoRequest


Side = Annotated[int, Meta(ge=1, le=2**31)]
Grid = Annotated[bytes, Meta(min_length=TONES**2, max_length=TONES**2)]
Likeness = Annotated[bytes, Meta(min_length=3 * LIKENESS_PX**2, max_length=3 * LIKENESS_PX**2)]


class PhotoInfo(Struct, frozen=True):
    """An original's size once upright, and how light it is where.

    `palest` and `darkest` hold, row by row on a grid of TONES × TONES cells, the relative
    luminance of a cell's extreme pixels, 0–255 for WCAG's 0–1. `likeness` holds the colours of
    LIKENESS_PX × LIKENESS_PX patches, which a smaller copy has too, and `notes` what about the
    file is not quite as it should be. Their sizes are checked where they come from a worker.
    """

    width: Side
    height: Side
    lightest: Grid
    darkest: Grid
    likeness: Likeness = b""
    notes: tuple[str, ...] = ()

    @property
    def size(self) -> Size:
        """For layouts, which draw out a mere row of pixels.

        Whole, nothing would be seen of it, and to fill a frame it would be millions of pixels long.
        """
        width, height = self.width, self.height
        return Size(max(width, height / STRIP), max(height, width / STRIP))

    def preview(self, file: str) -> Derivative:
        """The small derivative that comes with these facts."""
        scale = PREVIEW_PX / max(self.width, self.height, PREVIEW_PX)
        return Derivative(
            file, max(1, round(self.width * scale)), max(1, round(self.height * scale))
        )

    def palest_within(self, part: Rect) -> float:
        """Highest relative luminance, 0–1, within a part given in fractions of the photo."""
        return max(self._cells(self.lightest, part), default=255) / 255

    def darkest_within(self, part: Rect) -> float:
        """Lowest relative luminance, 0–1, within such a part."""
        return min(self._cells(self.darkest, part), default=0) / 255

    def unrest_within(self, part: Rect) -> float:
        """How much light changes within a cell, 0–1, on average over a part of the photo."""
        lightest, darkest = self._cells(self.lightest, part), self._cells(self.darkest, part)
        return (sum(lightest) - sum(darkest)) / 255 / max(1, len(lightest))

    def _cells(self, grid: bytes, part: Rect) -> bytes:
        left, right = _cell(part.x), _cell(part.right)
        rows = range(_cell(part.y), _cell(part.bottom) + 1)
        return b"".join(grid[row * TONES + left : row * TONES + right + 1] for row in rows)


def _cell(fraction: float) -> int:
    return max(0, min(TONES - 1, int(fraction * TONES)))


class Bitmap(Struct, frozen=True):
    """A decoded derivative or tile: rows of BGRX, four bytes a pixel, from the top."""

    derivative: Drawable
    data: bytes
