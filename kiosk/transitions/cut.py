"""Cut: the incoming slide takes the place of the outgoing one at once."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.geometry import Size
from kiosk.transitions.look import Frame, Look


@dataclass(frozen=True)
class Cut:
    def at(self, progress: float, size: Size, *, forward: bool = True) -> Frame:
        return Frame(Look(), Look(opacity=1.0 if progress > 0 else 0.0))
