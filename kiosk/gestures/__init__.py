"""Gestures: pointers become taps and drags, whose speed is known when they end."""

from kiosk.gestures.recogniser import (
    Cancelled,
    Dragged,
    Gesture,
    Pressed,
    Released,
    Tapped,
    Touch,
    recognise,
)
from kiosk.gestures.thresholds import Thresholds

__all__ = [
    "Cancelled",
    "Dragged",
    "Gesture",
    "Pressed",
    "Released",
    "Tapped",
    "Thresholds",
    "Touch",
    "recognise",
]
