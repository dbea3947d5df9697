"""Describes how two slides look while one replaces the other."""

from __future__ import annotations

from typing import Protocol

from msgspec import Struct

from kiosk.base.geometry import Point, Rect, Size


class Look(Struct, frozen=True):
    opacity: float = 1.0
    offset: Point = Point()
    clip: Rect | None = None
    """The part of the screen in which the slide is visible; None means all of it."""
    enlarged: float = 1.0
    """Scale of the slide's photos within their windows."""

    def hides(self, size: Size) -> bool:
        """Whether nothing of the slide is visible on a screen of this size."""
        screen = Rect.of(size)
        seen = screen.intersection(self.clip or screen)
        return self.opacity <= 0 or not screen.moved(self.offset).overlaps(seen)

    def fills(self, size: Size) -> bool:
        """Whether the whole slide is visible, as it is when nothing moves."""
        whole = self.clip is None or self.clip.covers(Rect.of(size))
        return whole and self.opacity >= 1 and self.offset == Point() and self.enlarged == 1


class Frame(Struct, frozen=True):
    """Both slides at one moment; the incoming one is drawn on top, or beneath."""

    outgoing: Look
    incoming: Look
    black: float = 0.0
    """Opacity of a black veil over both."""
    outgoing_on_top: bool = False

    def shows_only_outgoing(self, size: Size) -> bool:
        uncovered = self.outgoing_on_top or self.incoming.hides(size)
        return self.outgoing.fills(size) and uncovered and not self.black

    def shows_only_incoming(self, size: Size) -> bool:
        uncovered = not self.outgoing_on_top or self.outgoing.hides(size)
        return self.incoming.fills(size) and uncovered and not self.black


class Transition(Protocol):
    @property
    def pace(self) -> float:
        """Its duration, relative to that of a fade."""
        ...

    def at(self, progress: float, size: Size, *, forward: bool = True) -> Frame:
        """Both slides at a moment.

        Going back shows the moments of going forward, in reverse order.
        """
        ...
