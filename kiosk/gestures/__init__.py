"""Turns pointers into taps, presses, drags and pinches."""

from kiosk.gestures.gesture import (
    Cancelled,
    Dragged,
    Gesture,
    LongPressed,
    Pinched,
    PinchEnded,
    Pressed,
    Released,
    Tapped,
)
from kiosk.gestures.recogniser import Hand, elapsed, recognise
from kiosk.gestures.thresholds import Thresholds

__all__ = [
    "Cancelled",
    "Dragged",
    "Gesture",
    "Hand",
    "LongPressed",
    "PinchEnded",
    "Pinched",
    "Pressed",
    "Released",
    "Tapped",
    "Thresholds",
    "elapsed",
    "recognise",
]
