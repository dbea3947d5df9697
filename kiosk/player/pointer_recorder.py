"""Records what fingers do, to find a fault of the touch screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.player.edges import Change, Observer
from kiosk.types.events import Pointer

if TYPE_CHECKING:
    from kiosk.gestures.recording import Recording
    from kiosk.show import State


class PointerRecorder(Observer):
    def __init__(self, recording: Recording) -> None:
        self._recording = recording

    def saw(self, before: State, event: Change, after: State) -> None:
        if isinstance(event, Pointer):
            self._recording.add(event, before.size)
