"""Fade: the incoming slide appears over the outgoing one, which stays until it is covered."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.geometry import Size
from kiosk.transitions.look import Frame, Look


@dataclass(frozen=True)
class Fade:
    def at(self, progress: float, size: Size, *, forward: bool = True) -> Frame:
        return Frame(Look(), Look(opacity=progress))
