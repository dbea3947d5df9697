"""Fades the outgoing slide to black, and then the incoming one in from black."""

from __future__ import annotations

from msgspec import Struct

from kiosk.base.geometry import Size
from kiosk.transitions.look import Frame, Look


class ThroughBlack(Struct, frozen=True):
    pace: float = 2.4
    blends: bool = False

    def at(self, progress: float, size: Size, *, forward: bool = True) -> Frame:
        incoming = Look(opacity=1.0 if progress > 0.5 else 0.0)
        return Frame(Look(), incoming, black=1 - abs(2 * progress - 1))
