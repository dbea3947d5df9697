"""What tells one gesture from another: PhotoSwipe's values, scaled to the screen at hand."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.easing import Spring

PX_PER_MM = 96 / 25.4
"""PhotoSwipe counts pixels of which 96 make an inch."""

VELOCITY_WINDOW_S = 0.05
"""The speed of a finger is that of its last movement, over so long."""
TAP_S_MAX = 0.7
"""Who rests a finger longer than this does not mean to tap."""
TURN_SHARE = 0.5
"""A slide that was dragged over more than this share of the screen gives way to the next."""
EDGE_FRICTION = 0.35
"""Past the first and the last slide the finger moves them by so much of its way."""
STUCK_S = 20.0
"""A finger that was not heard of for so long has left, whatever the touch screen says."""

SETTLE = Spring(frequency=12, damping=0.75)
"""How a slide that was let go comes to rest: radians a second, and damping ratio."""


@dataclass(frozen=True, slots=True)
class Thresholds:
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
    def _scale(self) -> float:
        return self.px_per_mm / PX_PER_MM
