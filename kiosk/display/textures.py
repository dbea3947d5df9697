"""Uploads photos as textures, and keeps a limited cache of other textures."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING, Any

import pygame
from pygame._sdl2 import video

from kiosk.display.sdl import SDL_ERRORS

if TYPE_CHECKING:
    from kiosk.types.photo import Bitmap

SLICE_BYTES = 2 * 2**20
"""Bytes of photos that are sent to a GPU between two frames, so that no frame is late."""
TEXTURE_ERRORS = (*SDL_ERRORS, MemoryError)
"""Errors that are raised if a texture cannot be made."""


class Upload:
    """Makes a texture of a photo in steps: first a surface, then the texture in slices.

    The software driver gets it whole: that takes no longer than one slice on a GPU. A photo that
    exceeds the GPU's limit is made smaller: a texture can be drawn at any size.
    """

    def __init__(self, sdl: Any, pixels: Bitmap, slice_bytes: int, side_max: int) -> None:
        self._sdl, self._pixels = sdl, pixels
        self._slice_bytes, self._side_max = slice_bytes, side_max
        self._surface: pygame.Surface | None = None
        self._texture: Any = None
        self._rows_done = 0

    def advanced(self) -> Any:
        """Do one step; returns the texture if it was the last. Raises one of TEXTURE_ERRORS."""
        if self._surface is None:
            self._surface = _within(_surface(self._pixels), self._side_max)
            if self._pixels.derivative.bytes > SLICE_BYTES:
                return None
        width, height = self._surface.get_size()
        if width * height * 4 <= self._slice_bytes:
            return video.Texture.from_surface(self._sdl, self._surface)
        if self._texture is None:
            self._texture = video.Texture(self._sdl, (width, height), 32)
        rows = min(max(1, self._slice_bytes // (width * 4)), height - self._rows_done)
        band = (0, self._rows_done, width, rows)
        self._texture.update(self._surface.subsurface(band), band)
        self._rows_done += rows
        return self._texture if self._rows_done == height else None


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


def _surface(pixels: Bitmap) -> pygame.Surface:
    # A surface without alpha makes a texture without alpha, which SDL's software driver fades eight
    # times faster.
    surface = pygame.Surface((pixels.derivative.width, pixels.derivative.height), 0, 32)
    surface.get_buffer().write(pixels.data, 0)
    return surface


def _within(surface: pygame.Surface, side_max: int) -> pygame.Surface:
    width, height = surface.get_size()
    share = side_max / max(width, height)
    if share >= 1:
        return surface
    smaller = max(1, round(width * share)), max(1, round(height * share))
    return pygame.transform.smoothscale(surface, smaller)
