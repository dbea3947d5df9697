"""What fingers can say to a screen.

Each touch is told from `Pressed` on to exactly one end: `Tapped`, `Released` after drags,
`PinchEnded` after pinches, or `Cancelled`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kiosk.geometry import Point

Axis = Literal["x", "y"]


@dataclass(frozen=True, slots=True)
class Pressed:
    """A finger has come down."""

    at: Point


@dataclass(frozen=True, slots=True)
class Tapped:
    """A finger came and went at one place; `double` if one just before it did the same.

    The first of two taps is told at once, and never taken back.
    """

    at: Point
    double: bool = False


@dataclass(frozen=True, slots=True)
class LongPressed:
    """A finger has rested so long that it will not tap any more; it may still drag."""

    at: Point


@dataclass(frozen=True, slots=True)
class Dragged:
    """A finger has moved, `by` so much since its movement was a drag, mainly along an axis."""

    by: Point
    axis: Axis


@dataclass(frozen=True, slots=True)
class Released:
    """A dragging finger has lifted, at a velocity in pixels a second: above one, it flings."""

    velocity: Point
    axis: Axis


@dataclass(frozen=True, slots=True)
class Pinched:
    """Two fingers carry what is between them: it moves `by`, and grows `scale` times.

    Both are told since the two were `about` this middle. Two fingers that pan do not scale.
    """

    about: Point
    by: Point
    scale: float


@dataclass(frozen=True, slots=True)
class PinchEnded:
    """One of two pinching fingers has lifted."""


@dataclass(frozen=True, slots=True)
class Cancelled:
    """What the fingers had begun is to be as if they had not."""


Gesture = Pressed | Tapped | LongPressed | Dragged | Released | Pinched | PinchEnded | Cancelled
