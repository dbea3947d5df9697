"""Uploads photos as textures, and keeps a limited cache of other textures."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

import pygame
from pygame._sdl2 import video

from kiosk.base.geometry import Rect, Size
from kiosk.display.sdl import SDL_ERRORS

if TYPE_CHECKING:
    from kiosk.types.photo import Bitmap

SLICE_BYTES = 2 * 2**20
"""Bytes of photos that are sent to a GPU between two frames, so that no frame is late."""
TEXTURE_ERRORS = (*SDL_ERRORS, MemoryError)
"""Errors that are raised if a texture cannot be made."""


class Band(NamedTuple):
    """Some rows of a photo, in a texture of their own."""

    texture: Any
    top: int
    bottom: int
    first: int
    """The photo's row that is the texture's first. The row above `top` is there too, and the one
    below the band: so smooth scaling leaves no seam between two bands."""


class Photo(NamedTuple):
    """The textures of a photo. Those of a large one are bands, so that none takes long to make."""

    width: int
    height: int
    bands: tuple[Band, ...]

    @property
    def size(self) -> Size:
        return Size(self.width, self.height)

    def pieces(self, part: Rect, place: Rect) -> Iterator[tuple[Any, Rect, Rect]]:
        """The textures of a part of the photo that is drawn at a place: each with its own."""
        if len(self.bands) == 1:
            yield self.bands[0].texture, part, place
            return
        down = place.height / part.height
        for texture, top, bottom, first in self.bands:
            top, bottom = max(top, int(part.y)), min(bottom, int(part.bottom))
            if top < bottom:
                source = Rect(part.x, top - first, part.width, bottom - top)
                upper, lower = (_exact(place.y + (row - part.y) * down) for row in (top, bottom))
                yield texture, source, Rect(place.x, upper, place.width, lower - upper)


class Upload:
    """Makes the textures of a photo in steps.

    A GPU gets the loader's pixels as they are, one band a step. Without a GPU, a step makes a
    surface and the next the texture: that takes no longer than one band on a GPU. A photo that
    exceeds the GPU's limit is made smaller: a texture can be drawn at any size.
    """

    def __init__(self, sdl: Any, pixels: Bitmap, band_bytes: int | None, side_max: int) -> None:
        """Without `band_bytes`, the texture is made whole, and without alpha."""
        self._sdl, self._pixels = sdl, pixels
        self._band_bytes, self._side_max = band_bytes, side_max
        self._surface: pygame.Surface | None = None
        self._bands: list[Band] = []

    def advanced(self) -> Photo | None:
        """Do one step; returns the photo if it was the last. Raises one of TEXTURE_ERRORS."""
        if self._surface is None:
            made = _opaque if self._band_bytes is None else _shared
            self._surface = _within(made(self._pixels), self._side_max)
            if self._band_bytes is None and self._pixels.derivative.bytes > SLICE_BYTES:
                return None
        width, height = self._surface.get_size()
        rows = _band_rows(width, height, self._band_bytes)
        top = self._bands[-1].bottom if self._bands else 0
        bottom = min(top + rows, height)
        first, end = max(0, top - 1), min(height, bottom + 1)
        surface = self._surface.subsurface((0, first, width, end - first))
        texture = video.Texture.from_surface(self._sdl, surface)
        self._bands.append(Band(texture, top, bottom, first))
        return Photo(width, height, tuple(self._bands)) if bottom == height else None


class Textures:
    """A cache of textures, limited in bytes; drops the least recently drawn first."""

    def __init__(self, bytes_max: int) -> None:
        self._kept: OrderedDict[Hashable, tuple[Any, int]] = OrderedDict()
        self._bytes, self.bytes_max = 0, bytes_max

    def get(self, key: Hashable, make: Callable[[], tuple[Any, int]]) -> Any:
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key][0]
        value, size = make()
        self._kept[key] = (value, size)
        self._bytes += size
        while self._bytes > self.bytes_max and len(self._kept) > 1:
            _, (_, freed) = self._kept.popitem(last=False)
            self._bytes -= freed
        return value

    def clear(self) -> None:
        self._kept.clear()
        self._bytes = 0


def _shared(pixels: Bitmap) -> pygame.Surface:
    """A surface that uses the pixels where they are: copying them takes as long as sending them."""
    size = pixels.derivative.width, pixels.derivative.height
    return pygame.image.frombuffer(pixels.data, size, "BGRA")


def _opaque(pixels: Bitmap) -> pygame.Surface:
    # A surface without alpha makes a texture without alpha, which SDL's software driver fades eight
    # times faster.
    surface = pygame.Surface((pixels.derivative.width, pixels.derivative.height), 0, 32)
    surface.get_buffer().write(pixels.data, 0)
    return surface


def _band_rows(width: int, height: int, band_bytes: int | None) -> int:
    """Rows of a band, besides the two that it shares with its neighbours."""
    if band_bytes is None or width * height * 4 <= band_bytes:
        return height
    return max(1, band_bytes // (width * 4) - 2)


def _exact(y: float) -> float:
    """A place that SDL's 32 bits hold exactly: a band then ends just where the next one begins."""
    return round(y * 256) / 256


def _within(surface: pygame.Surface, side_max: int) -> pygame.Surface:
    width, height = surface.get_size()
    share = side_max / max(width, height)
    if share >= 1:
        return surface
    smaller = max(1, round(width * share)), max(1, round(height * share))
    return pygame.transform.smoothscale(surface, smaller)
