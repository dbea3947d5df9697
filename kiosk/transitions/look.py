"""How two slides look while one gives way to the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from kiosk.geometry import Point, Rect, Size


@dataclass(frozen=True, slots=True)
class Look:
    opacity: float = 1.0
    offset: Point = Point()

    def hides(self, size: Size) -> bool:
        """Whether nothing of the slide is to be seen on a screen of this size."""
        screen = Rect.of(size)
        return self.opacity <= 0 or not screen.moved(self.offset).overlaps(screen)

    def fills(self, size: Size) -> bool:
        return self.opacity >= 1 and self.offset == Point()


@dataclass(frozen=True, slots=True)
class Frame:
    """Both slides at one moment; the incoming is drawn over the outgoing."""

    outgoing: Look
    incoming: Look

    def shows_only_outgoing(self, size: Size) -> bool:
        return self.outgoing.fills(size) and self.incoming.hides(size)

    def shows_only_incoming(self, size: Size) -> bool:
        return self.incoming.fills(size)


class Transition(Protocol):
    def at(self, progress: float, size: Size, *, forward: bool = True) -> Frame: ...
