"""Textures: how photos become some, and how many of letters are kept."""

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
"""So much of photos is sent to a GPU between two frames."""
TEXTURE_ERRORS = (*SDL_ERRORS, MemoryError)
"""What is raised where a texture cannot be had."""


class Upload:
    """A photo on its way into a texture: first onto a surface, then to the driver.

    The software driver takes it whole, in the time that a GPU takes for a slice. What is larger
    than a GPU takes is made smaller: a texture is drawn at any size.
    """

    def __init__(self, sdl: Any, pixels: Bitmap, slice_bytes: int, side_max: int) -> None:
        self._sdl, self._pixels = sdl, pixels
        self._slice_bytes, self._side_max = slice_bytes, side_max
        self._surface: pygame.Surface | None = None
        self._texture: Any = None
        self._rows_done = 0

    def advanced(self) -> Any:
        """The texture, if this slice was the last. Raises one of TEXTURE_ERRORS."""
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
    """Textures by what they show; the least recently drawn go when there are too many bytes."""

    def __init__(self, bytes_max: int) -> None:
        self._kept: OrderedDict[Hashable, tuple[Any, int]] = OrderedDict()
        self._bytes, self._bytes_max = 0, bytes_max

    def get(self, key: Hashable, make: Callable[[], tuple[Any, int]]) -> Any:
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key][0]
        value, size = make()
        self._kept[key] = (value, size)
        self._bytes += size
        while self._bytes > self._bytes_max and len(self._kept) > 1:
            _, (_, freed) = self._kept.popitem(last=False)
            self._bytes -= freed
        return value

    def clear(self) -> None:
        self._kept.clear()
        self._bytes = 0


def _surface(pixels: Bitmap) -> pygame.Surface:
    # A surface without alpha makes a texture without: SDL's software driver fades such eight times
    # faster.
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
