"""Sources of events that are small: the window and the clock."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from kiosk.player.edges import Incoming, Source
from kiosk.types.events import Event, MinuteStruck

if TYPE_CHECKING:
    from kiosk.base.clock import Clock, Moment
    from kiosk.display.surface import Surface
    from kiosk.show import State


class WindowSource(Source):
    """Pointers, keys, and what happens to the window; the loop pauses in `wait`."""

    def __init__(self, surface: Surface, clock: Clock) -> None:
        self._surface, self._clock = surface, clock
        self._events: list[Event] = []

    def wait(self, seconds: float) -> None:
        """Wait until the window has events, something wakes it, or the time is over."""
        self._events.extend(self._surface.window.wait(seconds, self._clock))

    def collect(self) -> Iterable[Incoming]:
        events, self._events = self._events, []
        return events

    def close(self) -> None:
        self._surface.close()


class MinuteSource(Source):
    """Reports each new minute, which may be another day's."""

    def __init__(self, clock: Clock, shown: Moment | None) -> None:
        """`shown` is the moment that the show starts with."""
        self._clock, self._shown = clock, shown

    def collect(self) -> Iterable[Incoming]:
        moment = self._clock.moment()
        if moment and moment != self._shown:
            yield MinuteStruck(moment)

    def after(self, state: State) -> Iterable[Incoming]:
        self._shown = state.moment
        return ()
