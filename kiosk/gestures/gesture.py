"""The gestures that a screen can receive.

Each touch begins with `Pressed` and has exactly one end: `Tapped`, `Released` after drags,
`PinchEnded` after pinches, or `Cancelled`.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from kiosk.base.geometry import Point

Axis = Literal["x", "y"]


class Pressed(Struct, frozen=True):
    """A finger has come down."""

    at: Point


class Tapped(Struct, frozen=True):
    """A finger came down and lifted at one place; `double` if it is the second of two taps.

    The first of two taps is reported at once, and never taken back.
    """

    at: Point
    double: bool = False


class LongPressed(Struct, frozen=True):
    """A finger has rested too long for a tap; it may still drag."""

    at: Point


class Dragged(Struct, frozen=True):
    """A finger has moved. `by` is its way since the drag began; `axis` is its main direction."""

    by: Point
    axis: Axis


class Released(Struct, frozen=True):
    """A dragging finger has lifted. `velocity` is in pixels a second: a high one is a fling."""

    velocity: Point
    axis: Axis


class Pinched(Struct, frozen=True):
    """Two fingers move the content between them `by` a distance, and enlarge it `scale` times.

    Both count from the start of the pinch, when the middle of the fingers was `about`.
    Two fingers that pan do not scale.
    """

    about: Point
    by: Point
    scale: float


class PinchEnded(Struct, frozen=True):
    """One of two pinching fingers has lifted."""


class Cancelled(Struct, frozen=True):
    """The touch is void: undo what it began."""


Gesture = Pressed | Tapped | LongPressed | Dragged | Released | Pinched | PinchEnded | Cancelled
