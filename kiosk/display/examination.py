"""Finds out which screens there are, and what draws on them, without showing anything."""

from __future__ import annotations

import pygame
from msgspec import Struct

from kiosk.base.geometry import Size
from kiosk.display.sdl import SDL_ERRORS, gl_renderer, renderer
from kiosk.display.window import NoDisplayError, close_display, screen_size


class Examination(Struct, frozen=True):
    driver: str
    """SDL's name of what shows windows, such as x11, wayland or kmsdrm."""
    sizes: tuple[Size, ...]
    """Of all screens, in pixels."""
    refresh_hz: tuple[int, ...]
    is_on_gpu: bool
    gpu: str
    """What OpenGL says of the GPU; empty without one."""


def examined() -> Examination:
    """Raises NoDisplayError if there is no screen, or nothing can draw on it."""
    screen_size(0)
    try:
        window = pygame.Window("Exhibition", (64, 64), hidden=True)
        try:
            _, on_gpu = renderer(window)
            return Examination(
                pygame.display.get_driver(),
                tuple(Size(*size) for size in pygame.display.get_desktop_sizes()),
                tuple(pygame.display.get_desktop_refresh_rates()),
                on_gpu,
                gl_renderer() if on_gpu else "",
            )
        finally:
            window.destroy()
    except SDL_ERRORS as error:
        raise NoDisplayError(str(error)) from error
    finally:
        close_display()
