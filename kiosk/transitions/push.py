"""Push: the incoming slide shoves the outgoing one off the screen."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.geometry import Point, Size
from kiosk.transitions.look import Frame, Look


@dataclass(frozen=True)
class Push:
    def at(self, progress: float, size: Size, *, forward: bool = True) -> Frame:
        width = size.width if forward else -size.width
        return Frame(
            Look(offset=Point(-width * progress)), Look(offset=Point(width * (1 - progress)))
        )
