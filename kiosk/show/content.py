"""Replaces the exhibitions while the show runs, and keeps the visitor's place in them."""

from __future__ import annotations

from msgspec.structs import replace

from kiosk.base.clock import Moment
from kiosk.exhibition.collection import Collection
from kiosk.exhibition.schedule import arranged, off_schedule
from kiosk.show.perform import with_notices_restored
from kiosk.show.state import State, restaged
from kiosk.types.scene import Typesetter


def with_collection(
    state: State, collection: Collection, now_s: float, typesetter: Typesetter
) -> State:
    """Shows the changed exhibitions, at the same place as before if it still exists."""
    kiosk = collection.kiosk
    with_kiosk = replace(
        state,
        written=collection,
        collection=replace(state.collection, kiosk=kiosk),
        initial=state.initial.offered(kiosk.languages),
        preferences=state.preferences.offered(kiosk.languages),
        status=replace(state.status, faults=collection.faults),
    )
    # The kiosk's settings come first: they change the size of the words that a visitor reads.
    return at_moment(restaged(state, with_kiosk, now_s, typesetter), state.moment, now_s)


def at_moment(state: State, moment: Moment | None, now_s: float) -> State:
    """Shows the slides scheduled at a moment, in the day's order; the visitor keeps the place."""
    former, collection = state.collection, arranged(state.written, moment)
    state = replace(
        state,
        collection=collection,
        off_schedule=off_schedule(collection, moment),
        moment=moment,
    )
    if collection is former:
        return state
    screen = state.screen.with_collection(former, collection, now_s)
    return with_notices_restored(replace(state, screen=screen, leaving=None, opening=None))
