"""Describes how two slides look while one replaces the other."""

from __future__ import annotations

from typing import Protocol

from msgspec import Struct

from kiosk.base.easing import clamp, sine
from kiosk.base.geometry import Point, Rect, Size

WORDS_SHARE = 0.25
"""Share of a blend in which the words of the outgoing slide go, and then that in which the words of
the incoming one come. Between them, photos blend alone: no letters lie over each other."""


class Look(Struct, frozen=True):
    opacity: float = 1.0
    offset: Point = Point()
    clip: Rect | None = None
    """The part of the screen in which the slide is visible; None means all of it."""
    enlarged: float = 1.0
    """Scale of the slide's photos within their windows."""
    words: float = 1.0
    """Opacity of the slide's words, relative to that of the slide."""

    def hides(self, size: Size) -> bool:
        """Whether nothing of the slide is visible on a screen of this size."""
        screen = Rect.of(size)
        seen = screen.intersection(self.clip or screen)
        return self.opacity <= 0 or not screen.moved(self.offset).overlaps(seen)

    def fills(self, size: Size) -> bool:
        """Whether the whole slide is visible, as it is when nothing moves."""
        whole = self.clip is None or self.clip.covers(Rect.of(size))
        in_place = self.offset == Point() and self.enlarged == 1
        return whole and in_place and self.opacity >= 1 and self.words >= 1


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
        """Its duration, relative to that of a push."""
        ...

    @property
    def blends(self) -> bool:
        """Whether one slide is seen through the other; it then goes on evenly with time."""
        ...

    def at(self, progress: float, size: Size, *, forward: bool = True) -> Frame:
        """Both slides at a moment.

        Going back shows the moments of going forward, in reverse order.
        """
        ...


class Blend(Struct, frozen=True):
    """How far photos and words are at a moment of a blend, each from 0 to 1."""

    old_words: float
    photos: float
    new_words: float

    @classmethod
    def at(cls, progress: float) -> Blend:
        """First words go, then photos blend, then words come.

        >>> Blend.at(0.25)
        Blend(old_words=0.0, photos=0.0, new_words=0.0)
        """
        return cls(
            old_words=clamp(1 - progress / WORDS_SHARE),
            photos=sine((progress - WORDS_SHARE) / (1 - 2 * WORDS_SHARE)),
            new_words=clamp(1 - (1 - progress) / WORDS_SHARE),
        )
