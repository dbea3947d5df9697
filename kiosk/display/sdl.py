"""Calls functions of SDL that pygame does not offer, in the SDL library that pygame has loaded."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Literal

import pygame
from pygame._sdl2 import sdl2, video

Driver = Literal["fastest", "software", "opengl"]
"""What draws: the fastest driver of the screen; SDL's software driver; or any OpenGL, also one that
draws without a GPU or a screen. The last one is for tests."""
SDL_ERRORS = (pygame.error, sdl2.error)
"""pygame raises SDL's errors as two types; neither is a subclass of the other."""
NAP_MS = 8
_GL_RENDERER = 0x1F01
_FULLSCREEN_DESKTOP = 0x1001
_RASTERISERS = ("llvmpipe", "softpipe", "swrast", "software rasterizer")
"""Mesa's software rasterisers. They take ten times as long as SDL's own software driver."""
_GPU_NODES = ("/dev/dri/renderD*", "/dev/nvidiactl", "/dev/mali*")


class _RendererInfo(ctypes.Structure):
    """SDL_RendererInfo."""

    _fields_ = (
        ("name", ctypes.c_char_p),
        ("flags", ctypes.c_uint32),
        ("formats", ctypes.c_uint32 * 17),  # Their number, then up to 16 formats.
        ("width_max", ctypes.c_int),
        ("height_max", ctypes.c_int),
    )


def renderer(window: pygame.Window, driver: Driver = "fastest") -> tuple[video.Renderer, bool]:
    """A renderer for a window, and whether it draws on a GPU, synchronised with the screen.

    Raises one of SDL_ERRORS if nothing can draw.
    """
    if driver == "opengl":
        return video.Renderer(window, accelerated=1, vsync=True), True
    if pygame.display.get_driver() == "wayland" and not has_opengl():
        raise pygame.error(
            "Wayland shows pictures by OpenGL alone, and that does not start; on Debian,"
            " sudo apt install libgl1-mesa-dri"
        )
    named = os.environ.get("SDL_RENDER_DRIVER")  # SDL obeys it, whatever it is asked for here.
    if driver == "fastest" and (named != "software" if named else _may_have_gpu()):
        with suppress(*SDL_ERRORS):  # A GPU without a driver counts as none.
            made = video.Renderer(window, accelerated=1, vsync=True)
            if named or not _draws_without_gpu():
                return made, True
            del made  # A window can have only one renderer at a time.
    # Otherwise SDL would copy each frame to the window through OpenGL. Without a GPU, that loads
    # Mesa's whole rasteriser, 100 MB, only for a copy.
    os.environ["SDL_FRAMEBUFFER_ACCELERATION"] = "0"
    with suppress(*SDL_ERRORS):
        return video.Renderer(window, accelerated=0), False
    # Wayland and KMSDRM show frames only through OpenGL: then the rasteriser can draw them too.
    return video.Renderer(window, accelerated=1, vsync=True), True


def texture_side_max(window: pygame.Window) -> int:
    """Largest width and height of a texture of a window's renderer, in pixels."""
    info = _info(window)
    return min(info.width_max, info.height_max) or sys.maxsize  # 0 means no limit, or not known.


def blocking_wait() -> Callable[[float], object]:
    """A function that waits for the next event, but at most the given seconds.

    pygame's own wait polls every millisecond, which wastes 4 % of a core. SDL's sleeps until the
    display server wakes it. Where SDL's is not available, polling a hundred times a second is cheap
    enough.
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
    """Make a window fill the screen; pygame's own call would block all threads meanwhile."""
    library = loaded_library("libSDL2-")
    if library:
        asked = library.SDL_SetWindowFullscreen(_pointer(library, window), _FULLSCREEN_DESKTOP)
        if asked == 0:
            return
    window.set_fullscreen(True)


def _may_have_gpu() -> bool:
    """Whether to try a GPU; without one, even the start of Mesa takes a while."""
    if pygame.display.get_driver() in ("dummy", "offscreen"):
        return False
    if not sys.platform.startswith("linux"):
        return True
    return any(
        found for pattern in _GPU_NODES for found in Path("/").glob(pattern.removeprefix("/"))
    )


def _draws_without_gpu() -> bool:
    return any(one in gl_renderer().lower() for one in _RASTERISERS)


def gl_renderer() -> str:
    """The name of what draws for OpenGL in its current context; empty if it cannot be known."""
    library = loaded_library("libSDL2-")
    if library is None:
        return ""
    library.SDL_GL_GetProcAddress.restype = ctypes.c_void_p
    address = library.SDL_GL_GetProcAddress(b"glGetString")
    if not address:
        return ""
    name = ctypes.CFUNCTYPE(ctypes.c_char_p, ctypes.c_uint)(address)(_GL_RENDERER) or b""
    return name.decode(errors="replace")


def has_opengl() -> bool:
    """Whether OpenGL starts; if not, a window that asks for it on Wayland ends the process."""
    library = loaded_library("libSDL2-")
    if library is None:
        return True
    if library.SDL_GL_LoadLibrary(None) != 0:
        return False
    library.SDL_GL_UnloadLibrary()
    return True


def _info(window: pygame.Window) -> _RendererInfo:
    """What SDL says about a window's renderer; all is 0 if that cannot be known."""
    library, info = loaded_library("libSDL2-"), _RendererInfo()
    if library:
        library.SDL_GetRenderer.restype = ctypes.c_void_p
        made = ctypes.c_void_p(library.SDL_GetRenderer(_pointer(library, window)))
        library.SDL_GetRendererInfo(made, ctypes.byref(info))
    return info


def _pointer(library: ctypes.CDLL, window: pygame.Window) -> ctypes.c_void_p:
    """The pointer to SDL's window."""
    library.SDL_GetWindowFromID.restype = ctypes.c_void_p
    return ctypes.c_void_p(library.SDL_GetWindowFromID(window.id))


@cache
def loaded_library(name: str) -> ctypes.CDLL | None:
    """A library that this process has already loaded, found by a part of its file name."""
    try:
        maps = Path("/proc/self/maps").read_text(encoding="utf-8").splitlines()
    except OSError:
        return None
    path = next((line.split(maxsplit=5)[-1] for line in maps if name in line), None)
    return ctypes.CDLL(path) if path else None
