"""Opens a window, full screen or of a given size, and translates its events."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pygame

from kiosk.base.geometry import Point, Size
from kiosk.display.sdl import SDL_ERRORS, blocking_wait, fill_screen
from kiosk.display.x11 import survive_errors
from kiosk.types.events import (
    ALL_POINTERS,
    CloseRequested,
    Event,
    Exposed,
    KeyName,
    KeyPressed,
    Pointer,
    PointerPhase,
    Resized,
    TexturesLost,
    Wheel,
)

if TYPE_CHECKING:
    from kiosk.base.clock import Clock

MOUSE = -1
"""Pointer id of the mouse; fingers have their own from 0 up."""
WHEEL_STEP_PX = 80

_ON_DISPLAY = 0x1FFF0000  # SDL_WINDOWPOS_UNDEFINED_MASK; a display's number is added to it.

_INVISIBLE = ("dummy", "offscreen")
"""Drivers that SDL falls back to; they show nothing on any screen."""

_KEYS: dict[int, KeyName] = {
    pygame.K_LEFT: "left",
    pygame.K_RIGHT: "right",
    pygame.K_UP: "up",
    pygame.K_DOWN: "down",
    pygame.K_PAGEUP: "pageup",
    pygame.K_PAGEDOWN: "pagedown",
    pygame.K_SPACE: "space",
    pygame.K_BACKSPACE: "left",
    pygame.K_HOME: "home",
    pygame.K_END: "end",
    pygame.K_RETURN: "enter",
    pygame.K_KP_ENTER: "enter",
    pygame.K_TAB: "tab",
    pygame.K_ESCAPE: "escape",
    pygame.K_PLUS: "plus",
    pygame.K_EQUALS: "plus",  # On many keyboards, the same key as plus.
    pygame.K_KP_PLUS: "plus",
    pygame.K_F1: "staff",
    pygame.K_MINUS: "minus",
    pygame.K_KP_MINUS: "minus",
}


class NoDisplayError(Exception):
    """There is no screen to open a window on, or no driver can draw on it."""


def screen_size(screen: int) -> Size:
    """Size of a screen; opens the connection to the display, which stays open."""
    # Smooth scaling, for photos that drift.
    os.environ.setdefault("SDL_RENDER_SCALE_QUALITY", "linear")
    # A touch must not also be reported as a mouse event, nor a mouse event as a touch.
    os.environ["SDL_TOUCH_MOUSE_EVENTS"] = os.environ["SDL_MOUSE_TOUCH_EVENTS"] = "0"
    os.environ.setdefault("SDL_VIDEO_X11_NET_WM_BYPASS_COMPOSITOR", "0")
    # A kiosk has no title bar, and with libdecor SDL waits for one in Cage, for ever.
    os.environ.setdefault("SDL_VIDEO_WAYLAND_ALLOW_LIBDECOR", "0")
    # Nobody types text here, so X11 need not read its six thousand ways to compose a letter.
    os.environ.setdefault("XCOMPOSEFILE", os.devnull)
    try:
        pygame.display.init()
    except SDL_ERRORS as error:
        raise NoDisplayError(str(error)) from error
    if pygame.display.get_driver() == "x11":
        survive_errors()
    if pygame.display.get_driver() in _INVISIBLE and not os.environ.get("SDL_VIDEODRIVER"):
        pygame.display.quit()
        raise NoDisplayError("neither X11 nor Wayland answers")
    desktops = pygame.display.get_desktop_sizes()
    if not 0 <= screen < len(desktops):
        raise NoDisplayError(
            f"screen {screen} is not there; screens count from 0 to {len(desktops) - 1}"
        )
    return Size(*desktops[screen])


def close_display() -> None:
    pygame.display.quit()


class Window:
    """A window and its events; only one may be open at a time."""

    def __init__(
        self, size: Size | None = None, *, screen: int = 0, title: str = "Exhibition"
    ) -> None:
        desktop = screen_size(screen)
        self._wake = pygame.event.custom_type()
        self._block = blocking_wait()
        pixels = size or desktop
        wide, high = int(pixels.width), int(pixels.height)
        try:
            if size is None:
                place = _ON_DISPLAY | screen
                at = (place, place)
                self.sdl = pygame.Window(title, (wide, high), position=at, borderless=True)
            else:
                self.sdl = pygame.Window(title, (wide, high))
        except SDL_ERRORS as error:
            close_display()
            raise NoDisplayError(str(error)) from error
        self._fills_screen, self._screen = size is None, screen
        pygame.mouse.set_visible(size is not None)

    @property
    def size(self) -> Size:
        return Size(*self.sdl.size)

    @property
    def frame_s(self) -> float:
        """Seconds for which the screen shows a frame at least; 0 if its refresh rate is unknown."""
        rates = pygame.display.get_desktop_refresh_rates()
        rate = rates[self._screen] if self._screen < len(rates) else 0
        return 1 / rate if rate > 0 else 0.0

    def enter_fullscreen(self) -> None:
        """Enter full screen, before all other windows, unless the window has a given size.

        SDL waits a tenth of a second for the window manager. Meanwhile the borderless window may
        already show something, and other threads go on.
        """
        if self._fills_screen:
            fill_screen(self.sdl)

    def set_title(self, title: str) -> None:
        self.sdl.title = title

    def close(self) -> None:
        self.sdl.destroy()
        close_display()

    def wake(self) -> None:
        """End a wait early. Thread-safe."""
        if pygame.display.get_init():
            pygame.event.post(pygame.event.Event(self._wake))

    def wait(self, seconds: float, clock: Clock) -> Iterator[Event]:
        """Events of this window: at once if there are any, else after at most `seconds`."""
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
            case pygame.WINDOWEXPOSED | pygame.RENDER_TARGETS_RESET:
                yield Exposed()
            case pygame.RENDER_DEVICE_RESET:
                yield TexturesLost()
            case pygame.KEYDOWN if event.key == pygame.K_TAB and event.mod & pygame.KMOD_SHIFT:
                yield KeyPressed("backtab")
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
                yield Pointer(ALL_POINTERS, "cancelled", Point(), clock.now())


_PHASE: dict[int, PointerPhase] = {
    pygame.FINGERDOWN: "down",
    pygame.FINGERMOTION: "moved",
    pygame.FINGERUP: "up",
    pygame.MOUSEBUTTONDOWN: "down",
    pygame.MOUSEBUTTONUP: "up",
}
