"""Scrolls a long page: under a finger, thrown, and springing back at its ends."""

from __future__ import annotations

import math

from msgspec import Struct
from msgspec.structs import replace

from kiosk.base.easing import Spring, clamp, resisted
from kiosk.gestures.thresholds import EDGE_FRICTION

GLIDE = 2.2
"""How fast a thrown page slows down, per second: its speed falls to 1/e in 1/GLIDE seconds."""
AT_END = Spring(frequency=16, damping=1)
"""How a page that has gone past its end comes back."""
STILL = 0.02
"""Pixels in a frame below which a page counts as at rest."""


class Scroll(Struct, frozen=True):
    """How far a page is scrolled down at `since_s`, in pixels, and how it goes on from there."""

    offset: float = 0.0
    velocity: float = 0.0
    since_s: float = 0.0
    held: bool = False
    grip: float = 0.0
    """The offset when a finger took hold, without the resistance at the ends."""

    def at(self, now_s: float, furthest: float) -> float:
        """The offset now, on a page that scrolls as far as `furthest`."""
        if self.held:
            return self.offset
        elapsed_s = max(0.0, now_s - self.since_s)
        edge = clamp(self.offset, 0.0, furthest)
        if edge != self.offset:
            velocity = AT_END.calmed(self.offset - edge, self.velocity)
            return edge + AT_END.at(elapsed_s, self.offset - edge, velocity)[0]
        way = self.velocity / GLIDE
        edge = clamp(self.offset + way, 0.0, furthest)
        if edge == self.offset + way:
            return self.offset + way * (1 - math.exp(-GLIDE * elapsed_s))
        at_edge_s = -math.log(1 - (edge - self.offset) / way) / GLIDE
        if elapsed_s <= at_edge_s:
            return self.offset + way * (1 - math.exp(-GLIDE * elapsed_s))
        velocity = self.velocity * math.exp(-GLIDE * at_edge_s)
        return edge + AT_END.at(elapsed_s - at_edge_s, 0.0, velocity)[0]

    def rests(self, now_s: float, furthest: float) -> bool:
        if self.held:
            return True
        later = self.at(now_s + 1 / 60, furthest)
        return abs(later - self.at(now_s, furthest)) < STILL

    def goal(self, furthest: float) -> float:
        """Where it comes to rest."""
        way = 0.0 if self.held else self.velocity / GLIDE
        return clamp(self.offset + way, 0.0, furthest)

    def caught(self, now_s: float, furthest: float) -> Scroll:
        """Stopped by a finger."""
        offset = self.at(now_s, furthest)
        grip = resisted(offset, 0.0, furthest, 1 / EDGE_FRICTION)
        return Scroll(offset, held=True, grip=grip)

    def drawn(self, by: float, furthest: float) -> Scroll:
        """Moved up by as much as the finger has since it took hold, less so past the ends."""
        return replace(self, offset=resisted(self.grip - by, 0.0, furthest, EDGE_FRICTION))

    def let_go(self, now_s: float, velocity: float = 0.0, *, still: bool = False) -> Scroll:
        """Goes on by itself, with the speed at which a finger has pushed the page up."""
        return Scroll(self.offset, 0.0 if still else velocity, now_s)

    def moved(self, by: float, now_s: float, furthest: float) -> Scroll:
        """Elsewhere at once."""
        return Scroll(clamp(self.at(now_s, furthest) + by, 0.0, furthest), since_s=now_s)
