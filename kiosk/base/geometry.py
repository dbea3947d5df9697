"""Defines points, sizes and rectangles in pixels, with the origin at the top left."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Self

from msgspec import Struct


class Point(Struct, frozen=True):
    x: float = 0.0
    y: float = 0.0

    def __add__(self, other: Point) -> Point:
        return Point(self.x + other.x, self.y + other.y)

    def __sub__(self, other: Point) -> Point:
        return Point(self.x - other.x, self.y - other.y)

    def __mul__(self, factor: float) -> Point:
        return Point(self.x * factor, self.y * factor)

    def distance_to(self, other: Point) -> float:
        return math.hypot(self.x - other.x, self.y - other.y)


class Size(Struct, frozen=True):
    width: float
    height: float

    @property
    def upright(self) -> bool:
        return self.height > self.width

    @property
    def short_side(self) -> float:
        return min(self.width, self.height)

    @property
    def diagonal(self) -> float:
        return math.hypot(self.width, self.height)

    @property
    def area(self) -> float:
        return self.width * self.height

    def __mul__(self, factor: float) -> Size:
        return Size(self.width * factor, self.height * factor)


class Rect(Struct, frozen=True):
    """A rectangle by its top left corner and its size.

    >>> Rect(0, 0, 10, 10).contains(Point(10, 5))
    False
    >>> Rect(0, 0, 10, 4).inset(1)
    Rect(x=1, y=1, width=8, height=2)
    """

    x: float
    y: float
    width: float
    height: float

    @classmethod
    def of(cls, size: Size, at: Point | None = None) -> Self:
        at = at or Point()
        return cls(at.x, at.y, size.width, size.height)

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    @property
    def size(self) -> Size:
        return Size(self.width, self.height)

    @property
    def top_left(self) -> Point:
        return Point(self.x, self.y)

    @property
    def centre(self) -> Point:
        return Point(self.x + self.width / 2, self.y + self.height / 2)

    def contains(self, point: Point) -> bool:
        return self.x <= point.x < self.right and self.y <= point.y < self.bottom

    def overlaps(self, other: Rect) -> bool:
        """Whether both share some area; touching edges do not count.

        >>> Rect(0, 0, 2, 2).overlaps(Rect(2, 0, 2, 2))
        False
        """
        return (
            self.x < other.right
            and other.x < self.right
            and self.y < other.bottom
            and other.y < self.bottom
        )

    def covers(self, other: Rect, slack: float = 1e-6) -> bool:
        """Whether the other lies wholly within this one, give or take `slack` pixels."""
        return (
            self.x <= other.x + slack
            and self.y <= other.y + slack
            and self.right >= other.right - slack
            and self.bottom >= other.bottom - slack
        )

    def inset(self, by: float, vertically: float | None = None) -> Rect:
        down = by if vertically is None else vertically
        return Rect(self.x + by, self.y + down, self.width - 2 * by, self.height - 2 * down)

    def moved(self, by: Point) -> Rect:
        return Rect(self.x + by.x, self.y + by.y, self.width, self.height)

    def scaled_about(self, centre: Point, factor: float) -> Rect:
        """The rectangle enlarged or reduced so that `centre` stays where it is.

        >>> Rect(0, 0, 10, 10).scaled_about(Point(10, 10), 2)
        Rect(x=-10, y=-10, width=20, height=20)
        """
        return Rect(
            centre.x + (self.x - centre.x) * factor,
            centre.y + (self.y - centre.y) * factor,
            self.width * factor,
            self.height * factor,
        )

    def towards(self, other: Rect, share: float) -> Rect:
        """A rectangle between this one and another: share 0 is this one, 1 the other.

        >>> Rect(0, 0, 4, 4).towards(Rect(2, 0, 8, 4), 0.5)
        Rect(x=1.0, y=0.0, width=6.0, height=4.0)
        """
        return Rect(
            self.x * (1 - share) + other.x * share,
            self.y * (1 - share) + other.y * share,
            self.width * (1 - share) + other.width * share,
            self.height * (1 - share) + other.height * share,
        )

    def intersection(self, other: Rect) -> Rect:
        """The part common to both; its size is 0 if there is none."""
        x, y = max(self.x, other.x), max(self.y, other.y)
        return Rect(
            x,
            y,
            max(0, min(self.right, other.right) - x),
            max(0, min(self.bottom, other.bottom) - y),
        )

    def without(self, hole: Rect) -> tuple[Rect, ...]:
        """The rest of this rectangle after a hole is cut into it: up to four pieces.

        >>> Rect(0, 0, 4, 4).without(Rect(1, 1, 9, 2))
        (Rect(x=0, y=0, width=4, height=1), Rect(x=0, y=3, width=4, height=1), \
Rect(x=0, y=1, width=1, height=2))
        """
        cut = self.intersection(hole)
        if not (cut.width and cut.height):
            return (self,)
        pieces = (
            Rect(self.x, self.y, self.width, cut.y - self.y),
            Rect(self.x, cut.bottom, self.width, self.bottom - cut.bottom),
            Rect(self.x, cut.y, cut.x - self.x, cut.height),
            Rect(cut.right, cut.y, self.right - cut.right, cut.height),
        )
        return tuple(piece for piece in pieces if piece.width > 0 and piece.height > 0)


def around(rects: Sequence[Rect]) -> Rect:
    """Smallest rectangle that covers all of these."""
    x, y = min(one.x for one in rects), min(one.y for one in rects)
    right, bottom = max(one.right for one in rects), max(one.bottom for one in rects)
    return Rect(x, y, right - x, bottom - y)


def centred(size: Size, box: Rect) -> Rect:
    return Rect(
        box.x + (box.width - size.width) / 2,
        box.y + (box.height - size.height) / 2,
        size.width,
        size.height,
    )


def fit(content: Size, box: Rect) -> Rect:
    """The largest size at which the whole content fits inside the box, centred.

    >>> fit(Size(200, 100), Rect(0, 0, 100, 100))
    Rect(x=0.0, y=25.0, width=100.0, height=50.0)
    """
    return centred(content * min(box.width / content.width, box.height / content.height), box)


def fill(content: Size, box: Rect, focus: tuple[float, float] = (0.5, 0.5)) -> Rect:
    """Content that covers the box, with its focus as near the middle as its edges allow.

    `focus` is in fractions of the content's width and height.

    >>> fill(Size(200, 100), Rect(0, 0, 100, 100), focus=(1, 0.5))
    Rect(x=-100.0, y=0.0, width=200.0, height=100.0)
    """
    factor = max(box.width / content.width, box.height / content.height)
    return framed(content * factor, box, focus)


def cut_share(content: Size, box: Size) -> float:
    """Share of the content's width or height that is cut off if it fills the box.

    >>> cut_share(Size(200, 100), Size(100, 100))
    0.5
    """
    ratio = (content.width / content.height) / (box.width / box.height)
    return 1 - min(ratio, 1 / ratio)


def framed(content: Size, box: Rect, focus: tuple[float, float]) -> Rect:
    """Content that is larger than the box, with its focus as near the middle as its edges allow.

    >>> framed(Size(400, 100), Rect(0, 0, 100, 100), focus=(0.5, 0.5))
    Rect(x=-150.0, y=0.0, width=400, height=100)
    """
    x = box.width / 2 - focus[0] * content.width
    y = box.height / 2 - focus[1] * content.height
    return Rect(
        box.x + min(0.0, max(box.width - content.width, x)),
        box.y + min(0.0, max(box.height - content.height, y)),
        content.width,
        content.height,
    )


def whole(rect: Rect) -> Rect:
    """The same rectangle on whole pixels, its edges rounded so that neighbours still meet."""
    x, y = round(rect.x), round(rect.y)
    return Rect(x, y, round(rect.right) - x, round(rect.bottom) - y)
