"""Enlarges the outgoing photo while the incoming one fades in and settles to its size."""

from __future__ import annotations

from msgspec import Struct

from kiosk.base.easing import sine
from kiosk.base.geometry import Size
from kiosk.transitions.look import Blend, Frame, Look


class Zoom(Struct, frozen=True):
    pace: float = 1.8
    blends: bool = True
    nearer: float = 0.12
    """How much larger a photo is at most. It is never smaller, so no edge shows."""

    def at(self, progress: float, size: Size, *, forward: bool = True) -> Frame:
        blend, grown = Blend.at(progress), self.nearer * sine(progress)
        return Frame(
            Look(enlarged=1 + grown, words=blend.old_words),
            Look(enlarged=1 + self.nearer - grown, opacity=blend.photos, words=blend.new_words),
        )
