"""Pulls a zoomed photo down and off the screen: it gets smaller under the finger."""

from __future__ import annotations

from kiosk.base.easing import clamp
from kiosk.base.geometry import Point, Size
from kiosk.screens.zoom.transform import Transform

RANGE = 0.6
"""Share of the screen's height over which the slide beneath comes fully into sight."""
SHRINK = 0.4
"""How much smaller a photo is after that way."""


def pulled(
    grip: Transform, share: float, touch: Point, by: Point, photo: Size, screen: Size
) -> tuple[Transform, float] | None:
    """The transform under a finger that moves down, and the share of the way that it has gone.

    None while the photo itself can be moved: above it is more to see. `share` is that of an
    earlier pull from which the finger has caught it; what is under `touch` stays under the finger.
    """
    _, (_, top) = grip.bounds(photo, screen)
    way = by.y if share else min(by.y, grip.y + by.y - top)
    now = clamp(share + way / (RANGE * screen.height))
    if not now:
        return None
    scale = grip.scale * (1 - SHRINK * now) / (1 - SHRINK * share)
    moved = Transform(grip.scale, grip.x + by.x, grip.y + by.y)
    return moved.scaled(scale, touch + by), now


def way_of(share: float, screen: Size) -> float:
    """How far down a photo was pulled, in pixels."""
    return share * RANGE * screen.height
