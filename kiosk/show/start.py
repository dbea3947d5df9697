"""Creates the state in which the show starts: at the beginning, at a place, or after a failure."""

from __future__ import annotations

from msgspec.structs import replace

from kiosk.base.clock import Moment
from kiosk.exhibition.collection import Collection
from kiosk.gestures import Hand
from kiosk.screens.attract import Attract
from kiosk.screens.context import Context, Media
from kiosk.screens.home import Home
from kiosk.screens.interview.interview import InterviewReader
from kiosk.screens.overlays.comfort_panel import Panel
from kiosk.screens.overlays.staff_panel import Staff
from kiosk.screens.viewer.viewer import opened
from kiosk.show.content import at_moment
from kiosk.show.state import State
from kiosk.style.stage import Stage


def begin(
    collection: Collection,
    stage: Stage,
    now_s: float,
    moment: Moment | None = None,
    version: str = "",
) -> State:
    """The initial state: no visitor is there, and the first slide is about to come."""
    staff = Staff(version, now_s, collection.faults)
    state = State(Context(collection, stage), Attract(now_s), stage, now_s, collection, staff=staff)
    return at_moment(state, moment, now_s)


def recovered(state: State, now_s: float) -> State:
    """The state after a failure: home, with no photo yet and no trace of the last visitor."""
    stage = replace(state.opening, size=state.context.stage.size)
    context = replace(state.context, stage=stage, media=Media(), focus=None, lifted=frozenset())
    return replace(
        state,
        context=context,
        screen=Home(),
        last_input_s=now_s,
        hand=Hand(),
        leaving=None,
        panel=None,
    )


class NoSuchStartError(Exception):
    """The show has no such place to start at; the message lists those it has."""


def opened_at(state: State, start: str, now_s: float, *, panel: bool = False) -> State:
    """The state at a place: `home`, `attract`, `interview`, NAME, or NAME:SLIDE (from 1 up).

    With `panel`, the comfort settings are open.

    Raises NoSuchStartError if there is no such place.
    """
    collection = state.context.collection
    if panel:
        state = replace(state, panel=Panel(now_s))
    if start == "attract":
        return replace(state, screen=Attract(now_s))
    if start == "home":
        return replace(state, screen=Home())
    if start == "interview":
        entry = next((entry for entry in collection.entries if entry.interview), None)
        if entry is None:
            raise NoSuchStartError("none of these exhibitions has an interview")
        return replace(state, screen=InterviewReader(entry.name))
    name, _, number = start.partition(":")
    entry = next((entry for entry in collection.entries if entry.name == name), None)
    if entry is None:
        names = ", ".join(entry.name for entry in collection.entries)
        raise NoSuchStartError(
            f"there is no exhibition {name!r}; start with attract, home, interview, {names}"
        )
    count = len(entry.exhibition.slides)
    if number and not (number.isdecimal() and 1 <= int(number) <= count):
        raise NoSuchStartError(f"{name} has the slides 1 to {count}, not {number!r}")
    index = state.context.first(name, int(number or 1) - 1)
    return replace(state, screen=opened(name, index, now_s))
