"""Pushes the outgoing slide off the screen with the incoming one, a gutter between them."""

from __future__ import annotations

from msgspec import Struct

from kiosk.base.geometry import Point, Size
from kiosk.transitions.look import Frame, Look

GUTTER = 0.1
"""Space between two slides while they move, as a share of the screen's width: a photo that ends at
the edge of the screen does not grow into the next one."""


def pitch(width: float) -> int:
    """The distance between the places of two neighbouring slides."""
    return round(width * (1 + GUTTER))


class Push(Struct, frozen=True):
    pace: float = 1.0
    blends: bool = False

    def at(self, progress: float, size: Size, *, forward: bool = True) -> Frame:
        width = pitch(size.width) if forward else -pitch(size.width)
        return Frame(
            Look(offset=Point(-width * progress)), Look(offset=Point(width * (1 - progress)))
        )
