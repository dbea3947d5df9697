"""Defines what every screen can do, and the inputs that it receives."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from kiosk.exhibition.collection import Collection
from kiosk.gestures import Gesture
from kiosk.screens.actions import Action, HitArea
from kiosk.screens.context import Context
from kiosk.style.stage import Stage
from kiosk.types.events import KeyPressed, Tick, Wheel
from kiosk.types.photo import Request
from kiosk.types.scene import Layer

Input = Gesture | KeyPressed | Wheel | Tick


@runtime_checkable
class Screen(Protocol):
    """A frozen state. Its methods depend only on it and their arguments, and change nothing."""

    @property
    def idle_factor(self) -> float:
        """Factor for the kiosk's idle time; infinity if the screen plays for nobody."""
        ...

    @property
    def is_in_use(self) -> bool:
        """Whether a visitor uses the screen even without touching it."""
        ...

    def on(self, event: Input, context: Context, now_s: float) -> tuple[Screen, Action | None]:
        """The screen after an event, and the action that it asks the show for."""
        ...

    def view(self, context: Context, now_s: float) -> tuple[Layer, ...]: ...

    def stage(self, context: Context) -> Stage:
        """The stage in the colours of this screen."""
        ...

    def buttons(self, context: Context) -> Sequence[HitArea]:
        """All buttons of the screen, in reading order."""
        ...

    def due_s(self, context: Context, now_s: float) -> float:
        """When the screen needs its next `Tick`, if no event comes before; infinity if never."""
        ...

    def with_collection(self, former: Collection, collection: Collection, now_s: float) -> Screen:
        """The screen to show after the exhibitions have changed."""
        ...

    def restaged(self, before: Context, after: Context, now_s: float) -> Screen:
        """The screen after its stage has changed: in size, language or comfort."""
        ...

    def wanted(self, context: Context) -> tuple[Request, ...]:
        """Photos to load, the most urgent first."""
        ...

    def is_complete(self, context: Context) -> bool:
        """Whether all photos on the screen can be drawn sharply now."""
        ...
