"""One finger: a press that becomes a tap or a drag; further fingers are not looked at."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from kiosk.events import Pointer
from kiosk.geometry import Point
from kiosk.gestures.thresholds import STUCK_S, TAP_S_MAX, VELOCITY_WINDOW_S, Thresholds

Axis = Literal["x", "y"]

TRAIL_MAX = 64
"""So many places of a finger are remembered at most."""


@dataclass(frozen=True, slots=True)
class Pressed:
    """A finger has come down."""

    at: Point


@dataclass(frozen=True, slots=True)
class Tapped:
    at: Point


@dataclass(frozen=True, slots=True)
class Dragged:
    """A finger moved, `by` so much since it came down, mainly along an axis."""

    by: Point
    axis: Axis


@dataclass(frozen=True, slots=True)
class Released:
    """A dragging finger has lifted, at a velocity in pixels a second."""

    velocity: Point
    axis: Axis


@dataclass(frozen=True, slots=True)
class Cancelled:
    """What the finger had begun is to be as if it had not."""


Gesture = Pressed | Tapped | Dragged | Released | Cancelled


@dataclass(frozen=True, slots=True)
class Touch:
    """A finger that is down, and where it has been."""

    id: int
    trail: tuple[tuple[float, Point], ...]
    axis: Axis | None = None

    @property
    def start(self) -> Point:
        return self.trail[0][1]

    @property
    def started_s(self) -> float:
        return self.trail[0][0]

    @property
    def last_s(self) -> float:
        return self.trail[-1][0]


def recognise(
    touch: Touch | None, pointer: Pointer, thresholds: Thresholds
) -> tuple[Touch | None, tuple[Gesture, ...]]:
    """What one more event of a pointer means, given what went before."""
    if touch is not None and touch.id != pointer.id:
        if pointer.phase != "down" or pointer.time_s - touch.last_s < STUCK_S:
            return touch, ()
        fresh, gestures = recognise(None, pointer, thresholds)
        return fresh, (Cancelled(), *gestures)
    match pointer.phase:
        case "down":
            fresh = Touch(pointer.id, ((pointer.time_s, pointer.at),))
            return fresh, (*((Cancelled(),) if touch else ()), Pressed(pointer.at))
        case "moved" if touch:
            return _moved(touch, pointer, thresholds)
        case "up" if touch:
            return None, _lifted(touch, pointer, thresholds)
        case "cancelled" if touch:
            return None, (Cancelled(),)
    return touch, ()


def _moved(
    touch: Touch, pointer: Pointer, thresholds: Thresholds
) -> tuple[Touch, tuple[Gesture, ...]]:
    touch = _followed(touch, pointer)
    by = pointer.at - touch.start
    if touch.axis is None:
        if max(abs(by.x), abs(by.y)) < thresholds.slop:
            return touch, ()
        touch = replace(touch, axis="x" if abs(by.x) >= abs(by.y) else "y")
    assert touch.axis is not None
    return touch, (Dragged(by, touch.axis),)


def _lifted(touch: Touch, pointer: Pointer, thresholds: Thresholds) -> tuple[Gesture, ...]:
    touch, gestures = _moved(touch, pointer, thresholds)
    if touch.axis:
        return (*gestures, Released(_velocity(touch), touch.axis))
    if pointer.time_s - touch.started_s > TAP_S_MAX:
        return (Cancelled(),)
    return (Tapped(touch.start),)


def _followed(touch: Touch, pointer: Pointer) -> Touch:
    """The trail with one more place; an event from before the last one is taken as of now."""
    time_s = max(pointer.time_s, touch.last_s)
    first, *later = (*touch.trail, (time_s, pointer.at))
    return replace(touch, trail=(first, *later[-TRAIL_MAX:]))


def _velocity(touch: Touch) -> Point:
    """Over the last moments; a finger that rested before it lifted has none."""
    end_s, end = touch.trail[-1]
    earlier = [place for place in touch.trail if end_s - place[0] >= VELOCITY_WINDOW_S]
    start_s, start = earlier[-1] if earlier else touch.trail[0]
    # Few reports a second leave a gap before the window; a long one is a finger that stood still.
    if not 0 < end_s - start_s <= 3 * VELOCITY_WINDOW_S:
        return Point()
    return (end - start) * (1 / (end_s - start_s))
