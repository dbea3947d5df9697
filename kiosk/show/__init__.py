"""Holds the current screen, and updates it with one event after another."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from kiosk.exhibition.collection import Collection
from kiosk.gestures import Cancelled
from kiosk.screens.viewer.viewer import Viewer
from kiosk.show.content import at_moment, with_collection
from kiosk.show.input import asked_by_staff, held, on_key, on_pointer
from kiosk.show.perform import after_idle, told
from kiosk.show.photos import with_media
from kiosk.show.start import NoSuchStartError, begin, opened_at, recovered
from kiosk.show.state import State, buttons, is_asking, staged
from kiosk.show.view import due_s, is_complete, view, wanted
from kiosk.types.events import (
    CloseRequested,
    Event,
    FilesFaulty,
    KeyPressed,
    MinuteStruck,
    Pointer,
    QualityChanged,
    Resized,
    Tick,
    Wheel,
)

__all__ = [
    "Close",
    "CollectionChanged",
    "Command",
    "NoSuchStartError",
    "State",
    "begin",
    "buttons",
    "due_s",
    "is_asking",
    "is_complete",
    "opened_at",
    "recovered",
    "staged",
    "update",
    "view",
    "wanted",
]


class Close(Struct, frozen=True):
    """End the program."""


Command = Close


class CollectionChanged(Struct, frozen=True):
    """The exhibitions were read again, without errors."""

    collection: Collection


def update(
    state: State, event: Event | CollectionChanged, now_s: float
) -> tuple[State, tuple[Command, ...]]:
    """Returns the state after an event, and the commands for the player."""
    match event:
        case CloseRequested():
            return state, (Close(),)
        case Pointer():
            return on_pointer(state, event, now_s), ()
        case KeyPressed() | Wheel() if state.staff.is_open(now_s):
            return replace(state, staff=state.staff.closed(now_s)), ()
        case KeyPressed("staff"):
            return replace(state, staff=state.staff.opened(now_s)), ()
        case KeyPressed() | Wheel():
            asked = is_asking(state, now_s)
            state = replace(state, last_input_s=now_s)
            return state if asked else on_key(state, event, now_s), ()
        case Tick():
            if isinstance(state.screen, Viewer) and state.screen.is_playing:
                # Slides that a visitor plays count as input, until they end or the visitor leaves.
                state = replace(state, last_input_s=now_s)
            state = asked_by_staff(held(state, now_s), now_s)
            return told(after_idle(state, now_s), event, now_s), ()
        case FilesFaulty(faults):
            return replace(state, staff=replace(state.staff, faults=faults)), ()
        case MinuteStruck(moment):
            return at_moment(state, moment, now_s), ()
        case CollectionChanged(collection):
            return with_collection(state, collection, now_s), ()
        case Resized(size):
            state = staged(state, replace(state.context.stage, size=size), now_s)
            # Touches that have begun belong to the old size: they are cancelled.
            return told(replace(state, hand=state.hand.after_effect()), Cancelled(), now_s), ()
        case QualityChanged(quality):
            return replace(state, context=replace(state.context, quality=quality)), ()
    return with_media(state, event), ()
