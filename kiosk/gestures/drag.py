"""Recognises the drag of one finger, along the axis in which it mainly moves."""

from __future__ import annotations

from msgspec import Struct

from kiosk.base.geometry import Point
from kiosk.gestures.finger import Finger
from kiosk.gestures.gesture import Axis, Dragged, Gesture, Released


class Drag(Struct, frozen=True, tag=True):
    id: int
    origin: Point
    """Where the finger left its slop. The drag is measured from here, so that nothing jumps."""
    axis: Axis

    @classmethod
    def claimed(cls, finger: Finger, slop: float) -> Drag | None:
        """A drag, once the finger has moved further than its slop: less may be trembling."""
        if finger.way < slop:
            return None
        by = finger.at - finger.start
        axis: Axis = "x" if abs(by.x) >= abs(by.y) else "y"
        return cls(finger.id, finger.start + by * (slop / finger.way), axis)

    @property
    def ids(self) -> frozenset[int]:
        return frozenset({self.id})

    def moved(self, fingers: tuple[Finger, ...]) -> Gesture:
        return Dragged(self._finger(fingers).at - self.origin, self.axis)

    def ended(self, fingers: tuple[Finger, ...]) -> Gesture:
        return Released(self._finger(fingers).velocity, self.axis)

    def _finger(self, fingers: tuple[Finger, ...]) -> Finger:
        return next(finger for finger in fingers if finger.id == self.id)
