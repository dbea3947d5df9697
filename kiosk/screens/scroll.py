"""Scrolls a list or a page: under a finger, thrown, or on its way to a place."""

from __future__ import annotations

import math

from msgspec import Struct
from msgspec.structs import replace

from kiosk.base.easing import Spring, clamp, resisted
from kiosk.gestures.thresholds import EDGE_FRICTION

GLIDE = 2.2
"""How fast a thrown list slows down, per second: its speed falls to 1/e in 1/GLIDE seconds."""
STILL = 8.0
"""Speed in pixels a second below which a gliding list is at rest."""
SPRING = Spring(frequency=25, damping=1)
"""How it comes to a place, and back from beyond its ends: within 400 ms, without swinging."""
SETTLED_S = 2.0
"""After this time, nothing of a movement by the spring is left."""


class Scroll(Struct, frozen=True):
    """How far a list is scrolled down, in pixels; `last` is the furthest that it goes.

    Beyond its ends it resists the finger, and springs back.
    """

    position: float = 0.0
    """Where it was at `since_s`; while it is held, where the finger is, without resistance."""
    velocity: float = 0.0
    since_s: float = 0.0
    held: bool = False
    grip: float = 0.0
    """The position when the finger took hold."""
    goal: float | None = None
    """The place to which it glides, if it is not thrown."""

    def at(self, now_s: float, last: float) -> float:
        if self.held:
            return resisted(self.position, 0, last, EDGE_FRICTION)
        elapsed_s = max(0.0, now_s - self.since_s)
        if self.goal is not None:
            goal = clamp(self.goal, 0, last)
            return goal + _sprung(elapsed_s, self.position - goal, 0.0)
        start = clamp(self.position, 0, last)
        if abs(self.velocity) < STILL:
            return start
        rest_s = math.log(abs(self.velocity) / STILL) / GLIDE
        way = self.velocity / GLIDE * (1 - math.exp(-GLIDE * min(elapsed_s, rest_s)))
        end = clamp(start + way, 0, last)
        return end if end == start + way else end + self._beyond(end - start, elapsed_s)

    def caught(self, now_s: float, last: float) -> Scroll:
        """Held by a finger where it is now."""
        grip = resisted(self.at(now_s, last), 0, last, 1 / EDGE_FRICTION)
        return Scroll(grip, held=True, grip=grip)

    def drawn(self, by: float) -> Scroll:
        """Moved as far as the finger has gone down since it took hold."""
        return replace(self, position=self.grip - by)

    def let_go(self, now_s: float, last: float, velocity: float = 0.0) -> Scroll:
        at = self.at(now_s, last)
        if at != clamp(at, 0, last):
            return Scroll(at, since_s=now_s, goal=clamp(at, 0, last))
        return Scroll(at, velocity, now_s)

    def to(self, goal: float, now_s: float, last: float, *, near: float) -> Scroll:
        """On its way to a place; from far away, only over the last `near` pixels."""
        goal = clamp(goal, 0, last)
        start = clamp(self.at(now_s, last), goal - near, goal + near)
        return Scroll(start, since_s=now_s, goal=goal)

    def _beyond(self, way: float, elapsed_s: float) -> float:
        """How far a thrown list is beyond the end that it has met after a way."""
        left = 1 - way * GLIDE / self.velocity
        met_s = -math.log(left) / GLIDE
        return _sprung(elapsed_s - met_s, 0.0, self.velocity * left * EDGE_FRICTION)


def _sprung(elapsed_s: float, start: float, velocity: float) -> float:
    if elapsed_s > SETTLED_S:
        return 0.0
    position, velocity = SPRING.at(elapsed_s, start, velocity)
    return 0.0 if SPRING.settled(position, velocity) else position
