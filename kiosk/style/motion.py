"""Motion: how a photo moves while it stands, from its place a little way off to its place.

Every motion ends where the layout put the photo, since there each pixel of its derivative is one
of the screen's.
"""

from __future__ import annotations

from collections.abc import Callable

from kiosk.base.easing import sine
from kiosk.base.geometry import Point, Rect, framed
from kiosk.exhibition.exhibition import MotionName

DRIFT = 0.06
"""How much larger a drifting photo begins than it comes to rest."""
DETAIL = 1.5
"""How much larger a photo begins that is revealed. More would show that it has no more pixels."""
REVEALED_BY = 0.7
"""Share of a slide's time after which the whole of such a photo stands."""

Motion = Callable[[float, Rect, Rect, tuple[float, float]], Rect]
"""From progress, the photo's place, its window and its focus to where the photo is now."""


def enlarged(image: Rect, window: Rect, focus: tuple[float, float], by: float) -> Rect:
    """A photo that is larger about its focus.

    One that is only ever enlarged about a point inside its window shows no edge.
    """
    at = Point(image.x + focus[0] * image.width, image.y + focus[1] * image.height)
    inside = Point(max(window.x, min(window.right, at.x)), max(window.y, min(window.bottom, at.y)))
    return image.scaled_about(inside, by)


def still(progress: float, image: Rect, window: Rect, focus: tuple[float, float]) -> Rect:
    return image


def drift(progress: float, image: Rect, window: Rect, focus: tuple[float, float]) -> Rect:
    """Draws back slowly around the focus, and comes to rest."""
    return enlarged(image, window, focus, 1 + DRIFT * (1 - sine(progress)))


def reveal(progress: float, image: Rect, window: Rect, focus: tuple[float, float]) -> Rect:
    """Starts on a detail, with the focus as near the middle as it goes, and opens to the whole.

    Between two places that both cover the window and have the focus in it lie only such places.
    """
    detail = framed(image.size * DETAIL, window, focus)
    return detail.towards(image, sine(progress / REVEALED_BY))


MOTIONS: dict[MotionName, Motion] = {"still": still, "drift": drift, "reveal": reveal}
