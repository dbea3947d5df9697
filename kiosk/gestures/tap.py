"""Recognises a tap, and the second tap of a double tap."""

from __future__ import annotations

from msgspec import Struct

from kiosk.base.geometry import Point
from kiosk.gestures.finger import Finger
from kiosk.gestures.gesture import Tapped
from kiosk.gestures.thresholds import DOUBLE_TAP_S_MAX, Thresholds


class Tap(Struct, frozen=True):
    """Where and when a tap was: the first half of a possible double tap."""

    at: Point
    time_s: float


def tapped(
    finger: Finger, earlier: Tap | None, now_s: float, thresholds: Thresholds
) -> tuple[Tapped, Tap | None]:
    """Returns the gesture of a lifted finger, and the tap to remember.

    After a double tap there is none to remember: a third tap counts as a first one.
    """
    double = (
        earlier is not None
        and now_s - earlier.time_s <= DOUBLE_TAP_S_MAX
        and finger.start.distance_to(earlier.at) <= thresholds.double_tap
    )
    return Tapped(finger.start, double), None if double else Tap(finger.start, now_s)
