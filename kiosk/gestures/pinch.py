"""Recognises the pinch of two fingers, which scale and pan what is between them."""

from __future__ import annotations

from msgspec import Struct

from kiosk.base.geometry import Point
from kiosk.gestures.finger import Finger
from kiosk.gestures.gesture import Gesture, Pinched, PinchEnded

SPAN_MIN = 1.0
"""Smallest distance of two fingers, in pixels, so that nothing is divided by zero."""


class Pinch(Struct, frozen=True, tag=True):
    one: int
    other: int
    about: Point
    span: float

    @classmethod
    def claimed(cls, one: Finger, other: Finger, slop: float) -> Pinch | None:
        """A pinch, once either finger has moved: the other may be an anchor."""
        if max(one.way, other.way) < slop:
            return None
        return cls(one.id, other.id, _middle(one, other), _span(one, other))

    @property
    def ids(self) -> frozenset[int]:
        return frozenset({self.one, self.other})

    def moved(self, fingers: tuple[Finger, ...]) -> Gesture:
        one, other = (finger for finger in fingers if finger.id in self.ids)
        return Pinched(self.about, _middle(one, other) - self.about, _span(one, other) / self.span)

    def ended(self, fingers: tuple[Finger, ...]) -> Gesture:
        return PinchEnded()


def _middle(one: Finger, other: Finger) -> Point:
    return (one.at + other.at) * 0.5


def _span(one: Finger, other: Finger) -> float:
    return max(SPAN_MIN, one.at.distance_to(other.at))
