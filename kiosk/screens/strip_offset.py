"""Slip: how far a row of slides is from its place, under a finger or springing back."""

from __future__ import annotations

from msgspec import Struct

from kiosk.base.easing import Spring, resisted
from kiosk.gestures.thresholds import EDGE_FRICTION, SETTLE, STILL_SETTLE


class PanOffset(Struct, frozen=True):
    """Pixels to the right, as of a moment, and how they go on from there."""

    offset: float = 0.0
    velocity: float = 0.0
    since_s: float = 0.0
    spring: Spring = SETTLE
    held: bool = False
    grip: float = 0.0
    """Where the finger took hold, as if nothing had resisted it."""

    def at(self, now_s: float) -> float:
        if self.held:
            return self.offset
        position, velocity = self.spring.at(now_s - self.since_s, self.offset, self.velocity)
        return 0.0 if self.spring.settled(position, velocity) else position

    def caught(self, now_s: float, low: float, high: float) -> PanOffset:
        """Stopped where it is by a finger; `low` and `high` are where it begins to resist."""
        offset = self.at(now_s)
        return PanOffset(offset, held=True, grip=resisted(offset, low, high, 1 / EDGE_FRICTION))

    def drawn(self, by: float, low: float, high: float) -> PanOffset:
        """As far as the finger has gone since it took hold, or less past the edges."""
        offset = resisted(self.grip + by, low, high, EDGE_FRICTION)
        return PanOffset(offset, held=True, grip=self.grip)

    def way(self, low: float, high: float) -> float:
        """How far the finger has gone since it took hold, whatever resisted it."""
        return resisted(self.offset, low, high, 1 / EDGE_FRICTION) - self.grip

    def let_go(
        self, now_s: float, velocity: float = 0.0, *, by: float = 0.0, still: bool
    ) -> PanOffset:
        """Springing into its place, which has moved `by`; if `still`, never past it."""
        offset = self.at(now_s) + by
        if still:
            velocity = STILL_SETTLE.calmed(offset, velocity)
        return PanOffset(offset, velocity, now_s, STILL_SETTLE if still else SETTLE)
