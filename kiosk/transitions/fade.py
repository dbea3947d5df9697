"""Makes the outgoing slide transparent; the incoming one is beneath it from the start.

Fading in the incoming slide would look the same, but take longer to draw. The outgoing photo
rests, and is blended pixel for pixel; the incoming one moves, and must be scaled.
"""

from __future__ import annotations

from msgspec import Struct

from kiosk.base.geometry import Size
from kiosk.transitions.look import Frame, Look


class Fade(Struct, frozen=True):
    pace: float = 1.0

    def at(self, progress: float, size: Size, *, forward: bool = True) -> Frame:
        return Frame(Look(opacity=1 - progress), Look(), outgoing_on_top=True)
