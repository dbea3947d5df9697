"""Tracks how far a strip of slides is from its place, under a finger or springing back."""

from __future__ import annotations

from msgspec import Struct

from kiosk.base.easing import resisted
from kiosk.gestures.thresholds import EDGE_FRICTION, SETTLE


class PanOffset(Struct, frozen=True):
    """An offset in pixels to the right at a moment, and how it goes on from there."""

    offset: float = 0.0
    velocity: float = 0.0
    since_s: float = 0.0
    held: bool = False
    grip: float = 0.0
    """The offset when the finger took hold, without the resistance at the ends."""

    def at(self, now_s: float) -> float:
        if self.held:
            return self.offset
        position, velocity = SETTLE.at(now_s - self.since_s, self.offset, self.velocity)
        return 0.0 if SETTLE.settled(position, velocity) else position

    def caught(self, now_s: float, low: float, high: float) -> PanOffset:
        """Stopped by a finger. Beyond `low` and `high`, the strip resists the finger."""
        offset = self.at(now_s)
        return PanOffset(offset, held=True, grip=resisted(offset, low, high, 1 / EDGE_FRICTION))

    def drawn(self, by: float, low: float, high: float) -> PanOffset:
        """Moved as far as the finger has gone since it took hold, or less past the ends."""
        offset = resisted(self.grip + by, low, high, EDGE_FRICTION)
        return PanOffset(offset, held=True, grip=self.grip)

    def way(self, low: float, high: float) -> float:
        """How far the finger has gone since it took hold, without the resistance."""
        return resisted(self.offset, low, high, 1 / EDGE_FRICTION) - self.grip

    def let_go(self, now_s: float, velocity: float = 0.0, *, by: float = 0.0) -> PanOffset:
        """Springs into its place, which has moved `by`, as fast as it can without going past it."""
        offset = self.at(now_s) + by
        return PanOffset(offset, SETTLE.calmed(offset, velocity), now_s)
