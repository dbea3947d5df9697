"""Defines how a photo moves while its slide is shown.

Every motion ends where the layout has placed the photo: there, one pixel of its derivative is
exactly one pixel of the screen.
"""

from __future__ import annotations

from collections.abc import Callable

from kiosk.base.easing import sine
from kiosk.base.geometry import Point, Rect, framed
from kiosk.exhibition.exhibition import MotionName

DRIFT = 0.06
"""How much larger a drifting photo is at the beginning than at rest, as a share."""
DETAIL = 1.5
"""Scale at which a reveal begins. At a larger one, the photo would look coarse."""
REVEALED_BY = 0.7
"""Share of a slide's time after which a revealed photo is seen whole and at rest."""

Motion = Callable[[float, Rect, Rect, tuple[float, float]], Rect]
"""Computes where a photo is now, from progress, its final place, its window and its focus."""


def enlarged(image: Rect, window: Rect, focus: tuple[float, float], by: float) -> Rect:
    """A photo enlarged about its focus.

    The centre is moved into the window if needed: so the photo's edges never come into view.
    """
    at = Point(image.x + focus[0] * image.width, image.y + focus[1] * image.height)
    inside = Point(max(window.x, min(window.right, at.x)), max(window.y, min(window.bottom, at.y)))
    return image.scaled_about(inside, by)


def still(progress: float, image: Rect, window: Rect, focus: tuple[float, float]) -> Rect:
    return image


def drift(progress: float, image: Rect, window: Rect, focus: tuple[float, float]) -> Rect:
    """Shrinks the photo slowly around its focus, to its place at rest."""
    return enlarged(image, window, focus, 1 + DRIFT * (1 - sine(progress)))


def reveal(progress: float, image: Rect, window: Rect, focus: tuple[float, float]) -> Rect:
    """Starts on a detail, with the focus as near the middle as possible, and opens to the whole.

    Start and end both cover the window with the focus in it; so does each place between them.
    """
    detail = framed(image.size * DETAIL, window, focus)
    return detail.towards(image, sine(progress / REVEALED_BY))


MOTIONS: dict[MotionName, Motion] = {"still": still, "drift": drift, "reveal": reveal}
