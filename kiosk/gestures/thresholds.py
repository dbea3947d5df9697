"""Holds the numbers that tell one gesture from another, each with its reason.

Distances and speeds scale with the screen. A value without a reason is PhotoSwipe's, the touch
gallery that others are measured by.
"""

from __future__ import annotations

from msgspec import Struct

from kiosk.base.easing import Spring

PX_PER_MM = 96 / 25.4
"""PhotoSwipe counts CSS pixels, 96 to the inch."""

VELOCITY_WINDOW_S = 0.05
"""Time in seconds over which a finger's last movement gives its speed."""
LONG_PRESS_S = 0.7
"""A finger that rests longer does not tap. Phones use 0.4 to 0.5 s, but people who seldom touch a
screen press more slowly."""
DOUBLE_TAP_S_MAX = 0.3
"""Longest time between the lifting of the first tap and of the second."""
FINGERS_MAX = 5
"""Fingers of one hand. Further ones are a sleeve or another hand, and are ignored."""
TWICE_S = 0.05
"""No finger lifts and comes down again in less time than this. If it seems to, the touch screen
reported it twice, or lost it for a moment."""
GIVES_WAY_S = 2.0
"""A finger that rests longer than this, while nothing moves, is a palm or a ghost touch: the next
finger does not pinch with it."""
STUCK_S = 20.0
"""A finger that rests longer than this has left, even if the touch screen did not report it. Nobody
holds still for so long; and it is a third of the time after which the show begins again."""

TURN_MM, TURN_SHARE = 60.0, 0.5
"""A slide dragged further than this, or over more than this share of the screen's width, gives way
to the next. On a wide screen, half of the width is further than an arm turns."""
EDGE_MM, EDGE_SHARE = 120.0, 0.25
"""A tap within this distance of a side turns to the neighbouring slide, but within no more than
this share of the screen's width: between the sides is room for taps that mean the photo."""
EDGE_FRICTION = 0.35
"""Share of the finger's way that slides follow, beyond the first and the last one."""

SETTLE = Spring(frequency=30, damping=1)
"""How a released slide comes to rest: within a third of a second, and not a pixel past its place.
Radians a second, and damping ratio."""

ZOOM_SETTLE = Spring(frequency=12, damping=1)
"""How a zoomed photo comes to rest: it does not swing past a size or an edge."""
PAN_GLIDE = Spring(frequency=5, damping=1)
"""How a thrown photo glides on: gently, as far as it moved in the last fifth of a second."""
DOUBLE_TAP_ZOOM = 3.0
"""Scale of a photo after a double tap, relative to the scale at which it fits the screen."""
ZOOM_FRICTION = 0.05
"""Share of a pinch that a photo follows when its pixels are already as large as the screen's."""
LEAVE_SHARE = 0.92
"""A pinch leaves the zoom if the photo gets smaller than this share of its fit on the screen.
PhotoSwipe has 0.98, which people cross by accident."""


class Thresholds(Struct, frozen=True):
    """Distances in pixels and speeds in pixels a second, for a screen's pixel density."""

    px_per_mm: float

    @property
    def slop(self) -> float:
        """Distance from which a touch is a drag, and its axis is known."""
        return 10 * self._scale

    @property
    def fling(self) -> float:
        """Speed from which a drag turns to the next slide, even if it was short."""
        return 500 * self._scale

    def turn(self, width: float) -> float:
        """Distance from which a slow drag turns to the next slide, on a screen of this width."""
        return min(TURN_MM * self.px_per_mm, TURN_SHARE * width)

    def edge(self, width: float) -> float:
        """Distance from a side within which a tap turns to the neighbouring slide."""
        return min(EDGE_MM * self.px_per_mm, EDGE_SHARE * width)

    @property
    def double_tap(self) -> float:
        """Largest distance of two taps that count as at one place."""
        return 25 * self._scale

    @property
    def _scale(self) -> float:
        return self.px_per_mm / PX_PER_MM
