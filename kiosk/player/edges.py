"""Defines what joins the loop from outside: sources of events, outputs and observers.

Each new one is an item of a list in `kiosk/player/assembly.py`; the loop knows none of them.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable
from typing import Protocol

from kiosk.show import CollectionChanged, State
from kiosk.types.events import Event
from kiosk.types.photo import Drawable
from kiosk.types.scene import Scene

Change = Event | CollectionChanged
"""What changes the state."""
Incoming = Change | Drawable
"""A change; or a drawable whose pixels are new, so that what shows it is drawn again."""


class Source(Protocol):
    """Brings events to the loop. Only `collect` is needed.

    A source that hears of something in another thread calls `Window.wake`: the loop then collects.
    The loop calls its sources in their order. If one fails, the show goes on from home.
    """

    @abstractmethod
    def collect(self) -> Iterable[Incoming]:
        """What has arrived since the last call."""
        ...

    def after(self, state: State) -> Iterable[Incoming]:
        """Act on the state that the events have led to, before its frame is drawn."""
        return ()

    def work(self, *, at_once: bool) -> bool:
        """Do for some milliseconds what no frame may wait for; True to go on without a pause.

        `at_once`: the show has not started yet, so no frame can be late.
        """
        return False

    @property
    def is_busy(self) -> bool:
        """Whether something is on its way that a frame off screen has to wait for."""
        return False

    def reset(self) -> None:
        """Begin anew: a failure, or a reset of the GPU, has cleared all photos from the state."""
        return

    def close(self) -> None:
        """End threads, and free what is open."""
        return


class Output(Protocol):
    """Presents the show in another way, beside the screen. If it fails, the show goes on."""

    def show(self, state: State, scene: Scene, now_s: float) -> None:
        """Follow the show: called when a frame was presented, or was not needed.

        While a start picture covers the window, the scene is still behind it.
        """
        ...


class Observer(Protocol):
    """Sees each event that changes the state. If it fails, the show goes on."""

    def saw(self, before: State, event: Change, after: State) -> None:
        """Called after the event, in the order of events."""
        ...

    def failed(self, error: Exception, state: State) -> None:
        """Called when the show has failed in this state, before it goes on from home."""
        return
