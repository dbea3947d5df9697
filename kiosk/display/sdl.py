"""What pygame does not offer of SDL, asked of the very library that pygame has loaded."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path

import pygame
from pygame._sdl2 import video

NAP_MS = 8
_GL_RENDERER = 0x1F01
_FULLSCREEN_DESKTOP = 0x1001
_RASTERISERS = ("llvmpipe", "softpipe", "swrast", "software rasterizer")
"""Mesa's stand-ins for a GPU, which take ten times as long as SDL's own software driver."""
_GPU_NODES = ("/dev/dri/renderD*", "/dev/nvidiactl", "/dev/mali*")


def renderer(window: pygame.Window, *, software: bool = False) -> tuple[video.Renderer, bool]:
    """A renderer for a window, and whether it draws on a GPU, in step with the screen."""
    if not software and _may_have_gpu():
        with suppress(pygame.error):  # A GPU without a driver for it: as good as none.
            made = video.Renderer(window, accelerated=1, vsync=True)
            if not _draws_without_gpu():
                return made, True
            del made  # A window has one renderer at a time.
    # Else SDL would bring the finished frame to the window through OpenGL: without a GPU, that
    # takes Mesa's whole rasteriser, 100 MB of it, for a copy.
    os.environ["SDL_FRAMEBUFFER_ACCELERATION"] = "0"
    return video.Renderer(window, accelerated=0), False


def blocking_wait() -> Callable[[float], object]:
    """A wait of at most so many seconds that ends with the next event.

    pygame's own looks every millisecond, which takes 4 % of a core for nothing. SDL's sleeps
    until the display server wakes it; where that cannot be had, looking a hundred times a second
    is cheap enough.
    """
    library = _library()
    if library and pygame.display.get_driver() in ("x11", "wayland"):
        wait = library.SDL_WaitEventTimeout
        return lambda seconds: wait(None, max(1, int(seconds * 1000)))

    def nap(seconds: float) -> None:
        end = pygame.time.get_ticks() + int(seconds * 1000)
        while (left := end - pygame.time.get_ticks()) > 0 and not pygame.event.peek():
            pygame.time.wait(min(NAP_MS, left))

    return nap


def fill_screen(window: pygame.Window) -> None:
    """Make a window fill the screen; pygame would keep all threads waiting until it does."""
    library = _library()
    if library:
        library.SDL_GetWindowFromID.restype = ctypes.c_void_p
        found = library.SDL_GetWindowFromID(window.id)
        asked = library.SDL_SetWindowFullscreen(ctypes.c_void_p(found), _FULLSCREEN_DESKTOP)
        if asked == 0:
            return
    window.set_fullscreen(True)


def _may_have_gpu() -> bool:
    """Whether a GPU is worth trying; where there is none, Mesa's start alone takes a while."""
    if pygame.display.get_driver() in ("dummy", "offscreen"):
        return False
    if not sys.platform.startswith("linux"):
        return True
    return any(
        found for pattern in _GPU_NODES for found in Path("/").glob(pattern.removeprefix("/"))
    )


def _draws_without_gpu() -> bool:
    library = _library()
    if library is None:
        return False
    library.SDL_GL_GetProcAddress.restype = ctypes.c_void_p
    address = library.SDL_GL_GetProcAddress(b"glGetString")
    if not address:
        return False
    name = ctypes.CFUNCTYPE(ctypes.c_char_p, ctypes.c_uint)(address)(_GL_RENDERER) or b""
    return any(one in name.decode(errors="replace").lower() for one in _RASTERISERS)


@cache
def _library() -> ctypes.CDLL | None:
    try:
        maps = Path("/proc/self/maps").read_text(encoding="utf-8").splitlines()
    except OSError:
        return None
    path = next((line.split()[-1] for line in maps if "libSDL2-" in line), None)
    return ctypes.CDLL(path) if path else None
