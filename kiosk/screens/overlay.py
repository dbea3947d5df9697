"""Defines what every overlay can do: it lies over the current screen, whichever that is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from kiosk.screens.actions import Action, HitArea
from kiosk.screens.context import Context
from kiosk.screens.screen import Input
from kiosk.types.events import Pointer
from kiosk.types.scene import Layer


@runtime_checkable
class Overlay(Protocol):
    """A frozen state, open or closed. Like a screen's, its methods are pure.

    The context has the colours of the current screen.
    """

    @property
    def is_modal(self) -> bool:
        """Whether it gets all input, so that what lies below it gets none."""
        ...

    def on(
        self, event: Input | Pointer, context: Context, now_s: float
    ) -> tuple[Overlay, Action | None]:
        """The overlay after an event, and the action that it asks the show for.

        Pointers come before the gestures that they complete. A touch ends when a modal overlay
        opens or closes: nothing else gets a part of it.
        """
        ...

    def view(self, context: Context, now_s: float) -> tuple[Layer, ...]: ...

    def buttons(self, context: Context) -> Sequence[HitArea]:
        """All buttons that can be pressed now, in reading order."""
        ...

    def due_s(self, context: Context, now_s: float) -> float:
        """When it needs its next `Tick`, if no event comes before; infinity if never."""
        ...
