"""Motion: how a photo moves while it stands, from its place a little way off to its place."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.easing import sine
from kiosk.exhibition.model import MotionName
from kiosk.geometry import Point, Rect

DRIFT = 0.06
"""How much larger a drifting photo begins than it comes to rest."""

Motion = Callable[[float, Rect, Rect, tuple[float, float]], Rect]
"""From progress, the photo's place, its window and its focus to where the photo is now."""


def still(progress: float, image: Rect, window: Rect, focus: tuple[float, float]) -> Rect:
    return image


def drift(progress: float, image: Rect, window: Rect, focus: tuple[float, float]) -> Rect:
    """Draws back slowly around the focus, and comes to rest where every pixel is its own.

    A photo that is only ever enlarged about a point inside its window shows no edge.
    """
    at = Point(image.x + focus[0] * image.width, image.y + focus[1] * image.height)
    inside = Point(max(window.x, min(window.right, at.x)), max(window.y, min(window.bottom, at.y)))
    return image.scaled_about(inside, 1 + DRIFT * (1 - sine(progress)))


MOTIONS: dict[MotionName, Motion] = {"still": still, "drift": drift}
