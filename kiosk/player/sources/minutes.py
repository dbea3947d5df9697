"""Reports each new minute, which may be another day's."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from kiosk.player.edges import Incoming, Source
from kiosk.types.events import MinuteStruck

if TYPE_CHECKING:
    from kiosk.base.clock import Clock, Moment
    from kiosk.show import State


class MinuteSource(Source):
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
