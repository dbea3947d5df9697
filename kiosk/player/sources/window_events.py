"""Brings pointers, keys, and what happens to the window; the loop pauses here."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from kiosk.player.edges import Incoming, Source
from kiosk.types.events import Event

if TYPE_CHECKING:
    from kiosk.base.clock import Clock
    from kiosk.display.surface import Surface


class WindowSource(Source):
    def __init__(self, surface: Surface, clock: Clock) -> None:
        self._surface, self._clock = surface, clock
        self._events: list[Event] = []

    def wait(self, seconds: float) -> None:
        """Wait until the window has events, something wakes it, or the time is over."""
        self._events.extend(self._surface.window.wait(seconds, self._clock))

    def collect(self) -> Iterable[Incoming]:
        while self._events:  # One by one: if an event fails, those after it are not lost.
            yield self._events.pop(0)

    def close(self) -> None:
        self._surface.close()
