"""Enlarges the outgoing photo while the incoming one fades in and settles to its size."""

from __future__ import annotations

from msgspec import Struct

from kiosk.base.geometry import Size
from kiosk.transitions.look import Frame, Look


class Zoom(Struct, frozen=True):
    pace: float = 1.8
    nearer: float = 0.12
    """How much larger a photo is at most. It is never smaller, so no edge shows."""

    def at(self, progress: float, size: Size, *, forward: bool = True) -> Frame:
        return Frame(
            Look(enlarged=1 + self.nearer * progress),
            Look(enlarged=1 + self.nearer * (1 - progress), opacity=progress),
        )
