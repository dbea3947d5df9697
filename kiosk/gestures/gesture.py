"""What fingers can say to a screen.

Each touch is told from `Pressed` on to exactly one end: `Tapped`, `Released` after drags,
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
    """A finger came and went at one place; `double` if one just before it did the same.

    The first of two taps is told at once, and never taken back.
    """

    at: Point
    double: bool = False


class LongPressed(Struct, frozen=True):
    """A finger has rested so long that it will not tap any more; it may still drag."""

    at: Point


class Dragged(Struct, frozen=True):
    """A finger has moved, `by` so much since its movement was a drag, mainly along an axis."""

    by: Point
    axis: Axis


class Released(Struct, frozen=True):
    """A dragging finger has lifted, at a velocity in pixels a second: above one, it flings."""

    velocity: Point
    axis: Axis


class Pinched(Struct, frozen=True):
    """Two fingers carry what is between them: it moves `by`, and grows `scale` times.

    Both are told since the two were `about` this middle. Two fingers that pan do not scale.
    """

    about: Point
    by: Point
    scale: float


class PinchEnded(Struct, frozen=True):
    """One of two pinching fingers has lifted."""


class Cancelled(Struct, frozen=True):
    """What the fingers had begun is to be as if they had not."""


Gesture = Pressed | Tapped | LongPressed | Dragged | Released | Pinched | PinchEnded | Cancelled
