"""Holds the current screen, and updates it with one event after another."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from kiosk.exhibition.collection import Collection
from kiosk.gestures import Cancelled
from kiosk.show.content import at_moment, with_collection
from kiosk.show.input import on_key, on_pointer, on_time
from kiosk.show.perform import dispatch
from kiosk.show.photos import with_media
from kiosk.show.start import NoSuchStartError, begin, opened_at, recovered
from kiosk.show.state import Preferences, State, buttons, is_asking, restaged
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
from kiosk.types.scene import Typesetter

__all__ = [
    "Close",
    "CollectionChanged",
    "Command",
    "NoSuchStartError",
    "Preferences",
    "State",
    "begin",
    "buttons",
    "due_s",
    "is_asking",
    "is_complete",
    "opened_at",
    "recovered",
    "restaged",
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
    state: State, event: Event | CollectionChanged, now_s: float, typesetter: Typesetter
) -> tuple[State, tuple[Command, ...]]:
    """Returns the state after an event, and the commands for the player."""
    if isinstance(event, CloseRequested):
        return state, (Close(),)
    return _updated(state, event, now_s, typesetter), ()


def _updated(
    state: State, event: Event | CollectionChanged, now_s: float, typesetter: Typesetter
) -> State:
    match event:
        case Pointer():
            return on_pointer(state, event, now_s, typesetter)
        case KeyPressed() | Wheel():
            return on_key(state, event, now_s, typesetter)
        case Tick():
            if state.screen.is_in_use:
                state = replace(state, last_input_s=now_s)
            state = on_time(state, now_s, typesetter)
            return dispatch(state, event, now_s, typesetter)
        case FilesFaulty(faults):
            return replace(state, status=replace(state.status, faults=faults))
        case MinuteStruck(moment):
            return at_moment(state, moment, now_s)
        case CollectionChanged(collection):
            return with_collection(state, collection, now_s, typesetter)
        case Resized(size):
            resized = restaged(state, replace(state, size=size), now_s, typesetter)
            # Touches that have begun belong to the old size: they are cancelled.
            resized = replace(resized, hand=resized.hand.after_effect())
            return dispatch(resized, Cancelled(), now_s, typesetter)
        case QualityChanged(quality):
            return replace(state, quality=quality)
    return with_media(state, event)
