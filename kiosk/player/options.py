"""Defines how a show is played, in addition to what its files say."""

from __future__ import annotations

from msgspec import Struct

from kiosk.base.geometry import Size
from kiosk.style.comfort import USUAL, Comfort


class Options(Struct, frozen=True):
    size: Size | None = None
    """Size of the window; None fills the screen."""
    screen: int | None = None
    """Number of the screen, from 0; None for the one that the machine's settings name."""
    language: str | None = None
    start: str = "attract"
    comfort: Comfort = USUAL
    panel: bool = False
    """Start with the comfort settings open."""
    starts_anyway: bool = False
    """Start with attract if the wanted start does not exist."""
