"""Makes the outgoing slide transparent, after its words; the incoming one is beneath it.

Fading in the incoming slide would look the same, but take longer to draw. The outgoing photo
rests, and is blended pixel for pixel; the incoming one moves, and must be scaled.
"""

from __future__ import annotations

from msgspec import Struct

from kiosk.base.geometry import Size
from kiosk.transitions.look import Blend, Frame, Look


class Fade(Struct, frozen=True):
    pace: float = 1.5
    blends: bool = True

    def at(self, progress: float, size: Size, *, forward: bool = True) -> Frame:
        blend = Blend.at(progress)
        outgoing = Look(opacity=1 - blend.photos, words=blend.old_words)
        return Frame(outgoing, Look(words=blend.new_words), outgoing_on_top=True)
