"""Replaces the exhibitions while the show runs, and keeps the visitor's place in them."""

from __future__ import annotations

from msgspec.structs import replace

from kiosk.base.clock import Moment
from kiosk.exhibition.collection import Collection
from kiosk.exhibition.schedule import arranged, off_schedule
from kiosk.screens.overlays.preferences import restaged
from kiosk.show.perform import covered
from kiosk.show.state import State, staged


def with_collection(state: State, collection: Collection, now_s: float) -> State:
    """Shows the changed exhibitions, at the same place as before if it still exists."""
    stage = restaged(state.context.stage, collection)
    staff = replace(state.staff, faults=collection.faults)
    opening = restaged(state.opening, collection)
    state = replace(state, written=collection, opening=opening, staff=staff)
    return at_moment(staged(state, stage, now_s), state.moment, now_s)


def at_moment(state: State, moment: Moment | None, now_s: float) -> State:
    """Shows the slides scheduled at a moment, in the day's order; the visitor keeps the place."""
    former, collection = state.context.collection, arranged(state.written, moment)
    context = replace(
        state.context, collection=collection, off_schedule=off_schedule(collection, moment)
    )
    state = replace(state, context=context, moment=moment)
    if collection is former:
        return state
    screen = state.screen.with_collection(former, collection, now_s)
    return covered(replace(state, screen=screen, leaving=None))
