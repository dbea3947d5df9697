"""Uncovers the incoming slide from the side, as if a curtain were drawn away."""

from __future__ import annotations

from msgspec import Struct

from kiosk.base.geometry import Rect, Size
from kiosk.transitions.look import Frame, Look


class Wipe(Struct, frozen=True):
    pace: float = 1.5
    blends: bool = False

    def at(self, progress: float, size: Size, *, forward: bool = True) -> Frame:
        uncovered = size.width * progress
        left = size.width - uncovered if forward else 0.0
        return Frame(Look(), Look(clip=Rect(left, 0, uncovered, size.height)))
