"""What tells one gesture from another: each number with its reason, scaled to the screen at hand.

Where no reason is given the value is PhotoSwipe's, the touch gallery that others are measured by.
"""

from __future__ import annotations

from msgspec import Struct

from kiosk.base.easing import Spring

PX_PER_MM = 96 / 25.4
"""PhotoSwipe counts pixels of which 96 make an inch."""

VELOCITY_WINDOW_S = 0.05
"""The speed of a finger is that of its last movement, over so long."""
LONG_PRESS_S = 0.7
"""Who rests a finger longer does not mean to tap. Phones say 0.4 to 0.5 s; people who seldom
touch a screen press more slowly."""
DOUBLE_TAP_S_MAX = 0.3
"""From the lifting of the first tap to that of the second."""
FINGERS_MAX = 5
"""One hand; what comes down besides is a sleeve or another hand, and changes nothing."""
TWICE_S = 0.05
"""No finger lifts and comes down again within so little time: its coming was told twice, or the
touch screen has lost it for a moment."""
GIVES_WAY_S = 2.0
"""A finger that rests so long where nothing moves is a palm, or a ghost of the touch screen:
the next one to come down is not its partner."""
STUCK_S = 20.0
"""A finger that rested for so long has left, whatever the touch screen says: longer than anybody
holds still, and a third of the time after which the show begins again."""

TURN_SHARE = 0.5
"""A slide that was dragged over more than this share of the screen gives way to the next."""
EDGE_FRICTION = 0.35
"""Past the first and the last slide the finger moves them by so much of its way."""

SETTLE = Spring(frequency=12, damping=0.75)
"""How a slide that was let go comes to rest: radians a second, and damping ratio."""
STILL_SETTLE = Spring(frequency=12, damping=1)
"""Likewise with reduced motion: as quickly, and not a pixel past its place."""

ZOOM_SETTLE = STILL_SETTLE
"""How a zoomed photo comes to rest: it does not swing about a size or an edge."""
PAN_GLIDE = Spring(frequency=5, damping=1)
"""How a zoomed photo goes on that was thrown: gently, over a fifth of its speed a second."""
DOUBLE_TAP_ZOOM = 3.0
"""A double tap shows a photo so many times as large as it fits the screen."""
ZOOM_FRICTION = 0.05
"""A pinch enlarges a photo past one pixel to one by so much of its way."""
LEAVE_SHARE = 0.92
"""A pinch that makes a photo smaller than this share of the screen's fit leaves it. PhotoSwipe
has 0.98, which people cross by accident."""


class Thresholds(Struct, frozen=True):
    """Distances in pixels and speeds in pixels a second, on a screen of so many px per mm."""

    px_per_mm: float

    @property
    def slop(self) -> float:
        """Way from which on a touch is a drag, and its axis is known."""
        return 10 * self._scale

    @property
    def fling(self) -> float:
        """Speed from which on a drag turns to the next slide, however short it was."""
        return 500 * self._scale

    @property
    def double_tap(self) -> float:
        """Two taps nearer to each other than this are at one place."""
        return 25 * self._scale

    @property
    def _scale(self) -> float:
        return self.px_per_mm / PX_PER_MM
