"""Follows a finger that is down: its trail, its speed, and how long it has rested."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from kiosk.base.geometry import Point
from kiosk.gestures.thresholds import VELOCITY_WINDOW_S

TRAIL_MAX = 64
"""Limits how many positions of a finger are kept, besides the first."""

Place = tuple[float, Point]
"""A time in seconds, and where the finger was then."""


class Finger(Struct, frozen=True):
    id: int
    trail: tuple[Place, ...]
    rest: Place
    """Where the finger has stayed (within the slop), and since when."""

    @classmethod
    def down(cls, id: int, at: Point, time_s: float) -> Finger:  # noqa: A002 -- the field's name
        return cls(id, ((time_s, at),), (time_s, at))

    @property
    def start(self) -> Point:
        return self.trail[0][1]

    @property
    def started_s(self) -> float:
        return self.trail[0][0]

    @property
    def at(self) -> Point:
        return self.trail[-1][1]

    @property
    def way(self) -> float:
        """Distance from where the finger came down, along the axis of most movement."""
        by = self.at - self.start
        return max(abs(by.x), abs(by.y))

    def rested_s(self, now_s: float) -> float:
        return now_s - self.rest[0]

    def moved(self, at: Point, time_s: float, slop: float) -> Finger:
        rest = self.rest if self.rest[1].distance_to(at) <= slop else (time_s, at)
        first, *later = (*self.trail, (time_s, at))
        return replace(self, trail=(first, *later[-TRAIL_MAX:]), rest=rest)

    def anew(self) -> Finger:
        """The finger as if it came down at its present position."""
        return replace(self, trail=self.trail[-1:])

    @property
    def velocity(self) -> Point:
        """Velocity over the last movements; zero if the finger rested before it lifted."""
        end_s, end = self.trail[-1]
        earlier = [place for place in self.trail if end_s - place[0] >= VELOCITY_WINDOW_S]
        start_s, start = earlier[-1] if earlier else self.trail[0]
        # Reports that were read late, all at once, seem to take no time: hence the minimum.
        # If reports are rare, or the finger rested before the last one, this is the mean speed
        # since the report before.
        return (end - start) * (1 / max(VELOCITY_WINDOW_S, end_s - start_s))
