"""Textures: how photos become some, and how many of letters are kept."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING, Any

import pygame
from pygame._sdl2 import video

if TYPE_CHECKING:
    from kiosk.derivative import Pixels

SLICE_BYTES = 2 * 2**20
"""So much of photos is sent to a GPU between two frames."""


class Upload:
    """A photo on its way into a texture: first onto a surface, then to the driver.

    The software driver takes it whole, in the time that a GPU takes for a slice.
    """

    def __init__(self, sdl: Any, pixels: Pixels, slice_bytes: int) -> None:
        self._sdl, self._pixels, self._slice_bytes = sdl, pixels, slice_bytes
        self._surface: pygame.Surface | None = None
        self._texture: Any = None
        self._rows_done = 0

    def advanced(self) -> Any:
        """The texture, if this slice was the last."""
        width, height = self._pixels.derivative.width, self._pixels.derivative.height
        if self._surface is None:
            # A surface without alpha makes a texture without: SDL's software driver fades such
            # eight times faster.
            self._surface = pygame.Surface((width, height), 0, 32)
            self._surface.get_buffer().write(self._pixels.data, 0)
            if self._pixels.derivative.bytes > SLICE_BYTES:
                return None
        if self._pixels.derivative.bytes <= self._slice_bytes:
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
