"""Tap: a finger that came and went at one place, and the second of two such."""

from __future__ import annotations

from msgspec import Struct

from kiosk.base.geometry import Point
from kiosk.gestures.finger import Finger
from kiosk.gestures.gesture import Tapped
from kiosk.gestures.thresholds import DOUBLE_TAP_S_MAX, Thresholds


class Tap(Struct, frozen=True):
    """The last tap, while a second one would make it a double tap."""

    at: Point
    time_s: float


def tapped(
    finger: Finger, earlier: Tap | None, now_s: float, thresholds: Thresholds
) -> tuple[Tapped, Tap | None]:
    """What a lifted finger says, and the tap to remember: a third one is a first one again."""
    double = (
        earlier is not None
        and now_s - earlier.time_s <= DOUBLE_TAP_S_MAX
        and finger.start.distance_to(earlier.at) <= thresholds.double_tap
    )
    return Tapped(finger.start, double), None if double else Tap(finger.start, now_s)
