"""Cut: one slide stands in the place of the other, with nothing in between."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.geometry import Size
from kiosk.transitions.look import Frame, Look


@dataclass(frozen=True)
class Cut:
    def at(self, progress: float, size: Size, *, forward: bool = True) -> Frame:
        return Frame(Look(), Look(opacity=1.0 if progress > 0.5 else 0.0))
