"""Describes the scale and the position of a zoomed photo."""

from __future__ import annotations

from msgspec import Struct

from kiosk.base.easing import clamp
from kiosk.base.geometry import Point, Size

Span = tuple[float, float]


class Transform(Struct, frozen=True):
    """Screen pixels for each pixel of the photo, and the photo's top left corner on the screen."""

    scale: float
    x: float
    y: float

    def scaled(self, scale: float, about: Point) -> Transform:
        """Changes the scale; the point of the photo at `about` stays there.

        >>> Transform(1, 0, 0).scaled(2, Point(10, 20))
        Transform(scale=2, x=-10.0, y=-20.0)
        """
        ratio = scale / self.scale
        x, y = about.x - (about.x - self.x) * ratio, about.y - (about.y - self.y) * ratio
        return Transform(scale, x, y)

    def bounds(self, photo: Size, screen: Size) -> tuple[Span, Span]:
        """Ranges of the corner's x and y, within which a large photo covers the screen."""
        return (
            _span(screen.width - photo.width * self.scale),
            _span(screen.height - photo.height * self.scale),
        )

    def bounded(self, photo: Size, screen: Size) -> Transform:
        """Moved into its bounds; at 1:1 to whole pixels, so that pixels match those of the screen.

        >>> Transform(1.0, -3.4, 9).bounded(Size(200, 100), Size(100, 80))
        Transform(scale=1.0, x=-3, y=0)
        """
        across, down = self.bounds(photo, screen)
        x, y = clamp(self.x, *across), clamp(self.y, *down)
        return (
            Transform(1.0, round(x), round(y)) if self.scale == 1 else Transform(self.scale, x, y)
        )


def _span(spare: float) -> Span:
    """A photo smaller than the screen is in the middle; a larger one covers the screen."""
    return (spare / 2, spare / 2) if spare >= 0 else (spare, 0.0)
