"""Replaces one slide by the other at once, with nothing in between."""

from __future__ import annotations

from msgspec import Struct

from kiosk.base.geometry import Size
from kiosk.transitions.look import Frame, Look


class Cut(Struct, frozen=True):
    pace: float = 1.0
    blends: bool = False

    def at(self, progress: float, size: Size, *, forward: bool = True) -> Frame:
        return Frame(Look(), Look(opacity=1.0 if progress > 0.5 else 0.0))
