"""The window: full screen on a wall, or of a size; and what comes in through it."""

from __future__ import annotations

import ctypes
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pygame

from kiosk.events import (
    CloseRequested,
    Event,
    Exposed,
    KeyName,
    KeyPressed,
    Pointer,
    PointerPhase,
    Resized,
    Wheel,
)
from kiosk.geometry import Point, Size

if TYPE_CHECKING:
    from kiosk.clock import Clock

MOUSE = -1
"""Pointer id of the mouse; fingers have their own from 0 up."""
WHEEL_STEP_PX = 80
NAP_MS = 8

_ON_DISPLAY = 0x1FFF0000  # SDL_WINDOWPOS_UNDEFINED_MASK, to which a display's number is added.

_INVISIBLE = ("dummy", "offscreen")
"""Drivers that SDL falls back to, and that show nothing to anybody."""

_KEYS: dict[int, KeyName] = {
    pygame.K_LEFT: "left",
    pygame.K_RIGHT: "right",
    pygame.K_UP: "up",
    pygame.K_DOWN: "down",
    pygame.K_PAGEUP: "left",
    pygame.K_PAGEDOWN: "right",
    pygame.K_SPACE: "right",
    pygame.K_BACKSPACE: "left",
    pygame.K_HOME: "home",
    pygame.K_END: "end",
    pygame.K_RETURN: "enter",
    pygame.K_KP_ENTER: "enter",
    pygame.K_ESCAPE: "escape",
}


class NoDisplayError(Exception):
    """There is no screen to open a window on."""


class Window:
    """A window and its events; only one may be open at a time."""

    def __init__(
        self, size: Size | None = None, *, screen: int = 0, title: str = "Exhibition"
    ) -> None:
        # The default asks for smooth scaling of photos that drift.
        os.environ.setdefault("SDL_RENDER_SCALE_QUALITY", "linear")
        os.environ.setdefault("SDL_VIDEO_X11_NET_WM_BYPASS_COMPOSITOR", "0")
        try:
            pygame.display.init()
        except pygame.error as error:
            raise NoDisplayError(str(error)) from error
        if pygame.display.get_driver() in _INVISIBLE and not os.environ.get("SDL_VIDEODRIVER"):
            pygame.display.quit()
            raise NoDisplayError("neither X11 nor Wayland answers")
        desktops = pygame.display.get_desktop_sizes()
        if not 0 <= screen < len(desktops):
            raise NoDisplayError(
                f"screen {screen} is not there; screens count from 0 to {len(desktops) - 1}"
            )
        self._wake = pygame.event.custom_type()
        self._block = _blocking_wait()
        if size is None:
            place = _ON_DISPLAY | screen
            self.sdl = pygame.Window(
                title, desktops[screen], position=(place, place), fullscreen_desktop=True
            )
        else:
            self.sdl = pygame.Window(title, (int(size.width), int(size.height)))
        pygame.mouse.set_visible(size is not None)

    @property
    def size(self) -> Size:
        return Size(*self.sdl.size)

    def close(self) -> None:
        self.sdl.destroy()
        pygame.display.quit()

    def wake(self) -> None:
        """End a wait early; may be called from any thread."""
        if pygame.display.get_init():
            pygame.event.post(pygame.event.Event(self._wake))

    def wait(self, seconds: float, clock: Clock) -> Iterator[Event]:
        """Events of this window: at once if there are any, else after at most so long."""
        events = pygame.event.get()
        if not events and seconds > 0:
            self._block(seconds)
            events = pygame.event.get()
        for event in events:
            yield from self._translated(event, clock)

    def _translated(self, event: pygame.event.Event, clock: Clock) -> Iterator[Event]:
        match event.type:
            case pygame.QUIT | pygame.WINDOWCLOSE:
                yield CloseRequested()
            case pygame.WINDOWSIZECHANGED:
                yield Resized(self.size)
            case pygame.WINDOWEXPOSED:
                yield Exposed()
            case pygame.KEYDOWN if event.key in _KEYS:
                yield KeyPressed(_KEYS[event.key])
            case pygame.KEYDOWN if event.key == pygame.K_q and event.mod & pygame.KMOD_CTRL:
                yield CloseRequested()
            case pygame.MOUSEWHEEL:
                yield Wheel(event.precise_y * WHEEL_STEP_PX)
            case pygame.FINGERDOWN | pygame.FINGERMOTION | pygame.FINGERUP:
                at = Point(event.x * self.size.width, event.y * self.size.height)
                yield Pointer(event.finger_id, _PHASE[event.type], at, clock.now())
            case pygame.MOUSEBUTTONDOWN | pygame.MOUSEBUTTONUP if (
                event.button == pygame.BUTTON_LEFT and not event.touch
            ):
                yield Pointer(MOUSE, _PHASE[event.type], Point(*event.pos), clock.now())
            case pygame.MOUSEMOTION if event.buttons[0] and not event.touch:
                yield Pointer(MOUSE, "moved", Point(*event.pos), clock.now())
            case pygame.WINDOWFOCUSLOST:
                yield Pointer(MOUSE, "cancelled", Point(), clock.now())


_PHASE: dict[int, PointerPhase] = {
    pygame.FINGERDOWN: "down",
    pygame.FINGERMOTION: "moved",
    pygame.FINGERUP: "up",
    pygame.MOUSEBUTTONDOWN: "down",
    pygame.MOUSEBUTTONUP: "up",
}


def _blocking_wait() -> Callable[[float], object]:
    """A wait of at most so many seconds that ends with the next event.

    pygame's own looks every millisecond, which takes 4 % of a core for nothing. SDL's, in the
    library that pygame has loaded, sleeps until the display server wakes it; where that cannot be
    had, looking a hundred times a second is cheap enough.
    """
    if pygame.display.get_driver() in ("x11", "wayland"):
        maps = Path("/proc/self/maps").read_text(encoding="utf-8").splitlines()
        library = next((line.split()[-1] for line in maps if "libSDL2-" in line), None)
        if library:
            sdl_wait = ctypes.CDLL(library).SDL_WaitEventTimeout
            return lambda seconds: sdl_wait(None, max(1, int(seconds * 1000)))

    def nap(seconds: float) -> None:
        end = pygame.time.get_ticks() + int(seconds * 1000)
        while (left := end - pygame.time.get_ticks()) > 0 and not pygame.event.peek():
            pygame.time.wait(min(NAP_MS, left))

    return nap
