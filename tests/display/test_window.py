"""What comes in through the window."""

import os

import pygame
import pytest

from kiosk.base.clock import SteppedClock
from kiosk.base.geometry import Point, Size
from kiosk.display.window import MOUSE, Window
from kiosk.types.events import ALL_POINTERS, KeyPressed, Pointer


@pytest.fixture
def window():
    opened = Window(Size(800, 600))
    yield opened
    opened.close()


def pointers(window, *events):
    """What the window makes of pygame's events, at the seventh second."""
    list(window.wait(0, SteppedClock()))
    for kind, keys in events:
        pygame.event.post(pygame.event.Event(kind, keys))
    told = window.wait(0, SteppedClock(7.0))
    return [event for event in told if isinstance(event, Pointer)]


@pytest.mark.parametrize(
    ("key", "mod", "name"),
    [
        (pygame.K_TAB, 0, "tab"),
        (pygame.K_TAB, pygame.KMOD_LSHIFT, "backtab"),
        (pygame.K_TAB, pygame.KMOD_RSHIFT, "backtab"),
        (pygame.K_SPACE, 0, "space"),
        (pygame.K_KP_ENTER, 0, "enter"),
        (pygame.K_PAGEUP, 0, "pageup"),
        (pygame.K_PAGEDOWN, 0, "pagedown"),
        (pygame.K_BACKSPACE, 0, "left"),
        (pygame.K_HOME, 0, "home"),
        (pygame.K_END, 0, "end"),
    ],
)
def test_keys_that_lead_through_controls(window, key, mod, name):
    """Tab, with and without Shift, keys that press and those of a presenter are told by name."""
    list(window.wait(0, SteppedClock()))
    pygame.event.post(pygame.event.Event(pygame.KEYDOWN, {"key": key, "mod": mod}))

    assert KeyPressed(name) in list(window.wait(0, SteppedClock()))


@pytest.mark.parametrize(("size", "shown"), [(None, False), (Size(800, 600), True)])
def test_a_wall_has_no_mouse_arrow(size, shown):
    """Where the show fills the screen none stands on the photos; in a window it does."""
    opened = Window(size)
    try:
        assert pygame.mouse.get_visible() == shown
    finally:
        opened.close()


def finger(number, x, y):
    return {"touch_id": 1, "finger_id": number, "x": x, "y": y, "dx": 0, "dy": 0, "pressure": 1}


def test_fingers_are_told_in_pixels_and_apart(window):
    """Each finger has its own id, wherever on the screen it is."""
    told = pointers(
        window,
        (pygame.FINGERDOWN, finger(4, 0.5, 0.25)),
        (pygame.FINGERDOWN, finger(5, 0.25, 0.5)),
        (pygame.FINGERMOTION, finger(4, 0.625, 0.25)),
        (pygame.FINGERUP, finger(5, 0.25, 0.5)),
    )

    assert told == [
        Pointer(4, "down", Point(400, 150), 7.0),
        Pointer(5, "down", Point(200, 300), 7.0),
        Pointer(4, "moved", Point(500, 150), 7.0),
        Pointer(5, "up", Point(200, 300), 7.0),
    ]


def test_a_screen_that_reports_as_a_mouse_is_touched(window):
    """Where the touch screen is a mouse to the system, its button is a finger."""
    told = pointers(
        window,
        (pygame.MOUSEBUTTONDOWN, {"button": 1, "pos": (10, 20), "touch": False}),
        (pygame.MOUSEMOTION, {"buttons": (1, 0, 0), "pos": (30, 20), "touch": False}),
        (pygame.MOUSEBUTTONUP, {"button": 1, "pos": (30, 20), "touch": False}),
    )

    assert [(one.id, one.phase) for one in told] == [
        (MOUSE, "down"),
        (MOUSE, "moved"),
        (MOUSE, "up"),
    ]


def test_a_finger_is_not_told_a_second_time_as_a_mouse(window):
    """SDL is asked not to; and what it makes of fingers all the same is not listened to."""
    told = pointers(
        window,
        (pygame.FINGERDOWN, finger(0, 0.5, 0.5)),
        (pygame.MOUSEBUTTONDOWN, {"button": 1, "pos": (400, 300), "touch": True}),
        (pygame.MOUSEMOTION, {"buttons": (1, 0, 0), "pos": (410, 300), "touch": True}),
        (pygame.MOUSEBUTTONUP, {"button": 1, "pos": (410, 300), "touch": True}),
        (pygame.FINGERUP, finger(0, 0.5, 0.5)),
    )

    assert [one.phase for one in told] == ["down", "up"]
    assert os.environ["SDL_TOUCH_MOUSE_EVENTS"] == os.environ["SDL_MOUSE_TOUCH_EVENTS"] == "0"


def test_a_mouse_without_its_button_and_other_buttons_are_no_finger(window):
    """A mouse that only hovers, or is pressed on the right, touches nothing."""
    told = pointers(
        window,
        (pygame.MOUSEMOTION, {"buttons": (0, 0, 0), "pos": (30, 20), "touch": False}),
        (pygame.MOUSEBUTTONDOWN, {"button": 3, "pos": (10, 20), "touch": False}),
        (pygame.MOUSEBUTTONUP, {"button": 3, "pos": (10, 20), "touch": False}),
    )

    assert told == []


def test_losing_focus_cancels_all_fingers(window):
    """What comes over the window takes every finger away."""
    told = pointers(window, (pygame.WINDOWFOCUSLOST, {}))

    assert told == [Pointer(ALL_POINTERS, "cancelled", Point(), 7.0)]
