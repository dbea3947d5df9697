"""Fade: the outgoing slide becomes transparent over the incoming one, which is there beneath it.

The other way round would look the same, and take longer to draw: the outgoing photo has come to
rest, and is blended pixel for pixel; the incoming one moves, and is scaled.
"""

from __future__ import annotations

from msgspec import Struct

from kiosk.base.geometry import Size
from kiosk.transitions.look import Frame, Look


class Fade(Struct, frozen=True):
    def at(self, progress: float, size: Size, *, forward: bool = True) -> Frame:
        return Frame(Look(opacity=1 - progress), Look(), outgoing_on_top=True)
