"""Pose: how large a zoomed photo is, and where."""

from __future__ import annotations

from msgspec import Struct

from kiosk.base.easing import clamp
from kiosk.base.geometry import Point, Size

Span = tuple[float, float]


class Transform(Struct, frozen=True):
    """Screen pixels for each pixel of the photo, and its top left corner on the screen."""

    scale: float
    x: float
    y: float

    def scaled(self, scale: float, about: Point) -> Transform:
        """Of another size, with what is seen at `about` still there.

        >>> Pose(1, 0, 0).scaled(2, Point(10, 20))
        Pose(scale=2, x=-10.0, y=-20.0)
        """
        ratio = scale / self.scale
        x, y = about.x - (about.x - self.x) * ratio, about.y - (about.y - self.y) * ratio
        return Transform(scale, x, y)

    def bounds(self, photo: Size, screen: Size) -> tuple[Span, Span]:
        """How far the corner may go across and down: no edge is drawn in that need not be."""
        return (
            _span(screen.width - photo.width * self.scale),
            _span(screen.height - photo.height * self.scale),
        )

    def bounded(self, photo: Size, screen: Size) -> Transform:
        """Within its bounds; at 1:1 on whole pixels, so that its own are those of the screen.

        >>> Pose(1.0, -3.4, 9).bounded(Size(200, 100), Size(100, 80))
        Pose(scale=1.0, x=-3, y=0)
        """
        across, down = self.bounds(photo, screen)
        x, y = clamp(self.x, *across), clamp(self.y, *down)
        return (
            Transform(1.0, round(x), round(y)) if self.scale == 1 else Transform(self.scale, x, y)
        )


def _span(spare: float) -> Span:
    """With room to spare the photo stands in the middle, otherwise it covers the screen."""
    return (spare / 2, spare / 2) if spare >= 0 else (spare, 0.0)
