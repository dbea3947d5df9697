"""Moves a value to a goal by a spring."""

from __future__ import annotations

from msgspec import Struct

from kiosk.base.easing import Spring
from kiosk.gestures.thresholds import ZOOM_SETTLE


class SpringValue(Struct, frozen=True):
    to: float
    offset: float = 0.0
    """Distance from the goal at `since_s`."""
    velocity: float = 0.0
    since_s: float = 0.0
    spring: Spring = ZOOM_SETTLE
    slack: float = 0.5
    """Remaining distance that is too small to see: the value then counts as at rest."""

    def at(self, now_s: float) -> float:
        return self.to + self._left(now_s)

    def rests(self, now_s: float) -> bool:
        return not self._left(now_s)

    def _left(self, now_s: float) -> float:
        if not (self.offset or self.velocity):
            return 0.0
        left, velocity = self.spring.at(now_s - self.since_s, self.offset, self.velocity)
        return 0.0 if self.spring.settled(left, velocity, self.slack) else left
