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
from pygame._sdl2 import sdl2, video

SDL_ERRORS = (pygame.error, sdl2.error)
"""pygame has two errors for SDL's, and neither is a kind of the other."""
NAP_MS = 8
_GL_RENDERER = 0x1F01
_FULLSCREEN_DESKTOP = 0x1001
_RASTERISERS = ("llvmpipe", "softpipe", "swrast", "software rasterizer")
"""Mesa's stand-ins for a GPU, which take ten times as long as SDL's own software driver."""
_GPU_NODES = ("/dev/dri/renderD*", "/dev/nvidiactl", "/dev/mali*")


class _RendererInfo(ctypes.Structure):
    """SDL_RendererInfo."""

    _fields_ = (
        ("name", ctypes.c_char_p),
        ("flags", ctypes.c_uint32),
        ("formats", ctypes.c_uint32 * 17),  # How many there are, and room for 16.
        ("width_max", ctypes.c_int),
        ("height_max", ctypes.c_int),
    )


def renderer(window: pygame.Window, *, software: bool = False) -> tuple[video.Renderer, bool]:
    """A renderer for a window, and whether it draws on a GPU, in step with the screen.

    Raises one of SDL_ERRORS where nothing can draw.
    """
    if pygame.display.get_driver() == "wayland" and not _has_opengl():
        raise pygame.error(
            "Wayland shows pictures by OpenGL alone, and that does not start; on Debian,"
            " sudo apt install libgl1-mesa-dri"
        )
    if not software and _may_have_gpu():
        with suppress(*SDL_ERRORS):  # A GPU without a driver for it: as good as none.
            made = video.Renderer(window, accelerated=1, vsync=True)
            if not _draws_without_gpu():
                return made, True
            del made  # A window has one renderer at a time.
    # Else SDL would bring the finished frame to the window through OpenGL: without a GPU, that
    # takes Mesa's whole rasteriser, 100 MB of it, for a copy.
    os.environ["SDL_FRAMEBUFFER_ACCELERATION"] = "0"
    with suppress(*SDL_ERRORS):
        return video.Renderer(window, accelerated=0), False
    # Wayland and KMSDRM show frames through OpenGL alone: then the rasteriser may as well draw.
    return video.Renderer(window, accelerated=1, vsync=True), True


def texture_side_max(window: pygame.Window) -> int:
    """How many pixels wide and high a texture of a window's renderer may be."""
    library, info = loaded_library("libSDL2-"), _RendererInfo()
    if library is None:
        return sys.maxsize
    library.SDL_GetRenderer.restype = ctypes.c_void_p
    made = library.SDL_GetRenderer(_pointer(library, window))
    if library.SDL_GetRendererInfo(ctypes.c_void_p(made), ctypes.byref(info)) != 0:
        return sys.maxsize
    return min(info.width_max, info.height_max) or sys.maxsize  # Nought is no limit.


def blocking_wait() -> Callable[[float], object]:
    """A wait of at most so many seconds that ends with the next event.

    pygame's own looks every millisecond, which takes 4 % of a core for nothing. SDL's sleeps
    until the display server wakes it; where that cannot be had, looking a hundred times a second
    is cheap enough.
    """
    library = loaded_library("libSDL2-")
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
    library = loaded_library("libSDL2-")
    if library:
        asked = library.SDL_SetWindowFullscreen(_pointer(library, window), _FULLSCREEN_DESKTOP)
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
    library = loaded_library("libSDL2-")
    if library is None:
        return False
    library.SDL_GL_GetProcAddress.restype = ctypes.c_void_p
    address = library.SDL_GL_GetProcAddress(b"glGetString")
    if not address:
        return False
    name = ctypes.CFUNCTYPE(ctypes.c_char_p, ctypes.c_uint)(address)(_GL_RENDERER) or b""
    return any(one in name.decode(errors="replace").lower() for one in _RASTERISERS)


def _has_opengl() -> bool:
    """Whether OpenGL starts; on Wayland, a window that asks for it where it does not ends us."""
    library = loaded_library("libSDL2-")
    if library is None:
        return True
    if library.SDL_GL_LoadLibrary(None) != 0:
        return False
    library.SDL_GL_UnloadLibrary()
    return True


def _pointer(library: ctypes.CDLL, window: pygame.Window) -> ctypes.c_void_p:
    """SDL's own window."""
    library.SDL_GetWindowFromID.restype = ctypes.c_void_p
    return ctypes.c_void_p(library.SDL_GetWindowFromID(window.id))


@cache
def loaded_library(name: str) -> ctypes.CDLL | None:
    """A library that this process has loaded already, by a part of its file's name."""
    try:
        maps = Path("/proc/self/maps").read_text(encoding="utf-8").splitlines()
    except OSError:
        return None
    path = next((line.split(maxsplit=5)[-1] for line in maps if name in line), None)
    return ctypes.CDLL(path) if path else None
