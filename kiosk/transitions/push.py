"""Pushes the outgoing slide off the screen with the incoming one."""

from __future__ import annotations

from msgspec import Struct

from kiosk.base.geometry import Point, Size
from kiosk.transitions.look import Frame, Look


class Push(Struct, frozen=True):
    pace: float = 1.0

    def at(self, progress: float, size: Size, *, forward: bool = True) -> Frame:
        width = size.width if forward else -size.width
        return Frame(
            Look(offset=Point(-width * progress)), Look(offset=Point(width * (1 - progress)))
        )
