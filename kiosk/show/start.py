"""Creates the state in which the show starts: at the beginning, at a place, or after a failure."""

from __future__ import annotations

from msgspec.structs import replace

from kiosk.base.clock import Moment
from kiosk.base.geometry import Size
from kiosk.exhibition.collection import Collection
from kiosk.exhibition.schedule import first_scheduled
from kiosk.screens.attract import Attract
from kiosk.screens.home import Home
from kiosk.screens.interview.interview import InterviewReader
from kiosk.screens.overlays.comfort_panel import ComfortPanel
from kiosk.screens.overview.overview import Overview
from kiosk.screens.status import Status
from kiosk.screens.viewer.viewer import opened
from kiosk.show.content import at_moment
from kiosk.show.state import Preferences, State, with_overlay
from kiosk.style.comfort import USUAL, Comfort


def begin(
    collection: Collection,
    size: Size,
    now_s: float,
    *,
    language: str | None = None,
    comfort: Comfort = USUAL,
    moment: Moment | None = None,
    version: str = "",
) -> State:
    """The initial state: no visitor is there, and the first slide is about to come."""
    initial = Preferences(language or collection.kiosk.languages[0], comfort)
    status = Status(version, now_s, collection.faults)
    state = State(
        collection, collection, size, initial, initial, Attract(now_s), now_s, status=status
    )
    return at_moment(state, moment, now_s)


def recovered(state: State, now_s: float) -> State:
    """The state after a failure: home, with no photo yet and no trace of the last visitor."""
    return State(
        state.written,
        state.collection,
        state.size,
        state.initial,
        state.initial,
        Home(),
        now_s,
        moment=state.moment,
        off_schedule=state.off_schedule,
        quality=state.quality,
        status=state.status,
    )


class NoSuchStartError(Exception):
    """The show has no such place to start at; the message lists those it has."""


def opened_at(state: State, start: str, now_s: float, *, panel: bool = False) -> State:
    """The state at a place: `home`, `attract`, `interview`, NAME, NAME:SLIDE or NAME:SLIDE.PAGE.

    NAME:overview is the wall of all slides. Slides and pages are counted from 1. A page beyond the
    slide's last one means the last.

    With `panel`, the comfort settings are open.

    Raises NoSuchStartError if there is no such place.
    """
    collection = state.collection
    if panel:
        state = with_overlay(state, ComfortPanel(now_s))
    if start == "attract":
        return replace(state, screen=Attract(now_s))
    if start == "home":
        return replace(state, screen=Home())
    if start == "interview":
        entry = next((entry for entry in collection.entries if entry.readable), None)
        if entry is None:
            raise NoSuchStartError("none of these exhibitions has an interview")
        return replace(state, screen=InterviewReader(entry.name))
    name, _, place = start.partition(":")
    number, _, page = place.partition(".")
    entry = next((entry for entry in collection.entries if entry.name == name), None)
    if entry is None:
        names = ", ".join(entry.name for entry in collection.entries)
        raise NoSuchStartError(
            f"there is no exhibition {name!r}; start with attract, home, interview, {names}"
        )
    if place == "overview":
        return replace(state, screen=Overview(name, 0))
    count = len(entry.exhibition.slides)
    if place and not (number.isdecimal() and 1 <= int(number) <= count):
        raise NoSuchStartError(f"{name} has the slides 1 to {count}, not {place!r}")
    if "." in place and not (page.isdecimal() and int(page) >= 1):
        raise NoSuchStartError(f"{place!r} is not a slide and its page, such as {number}.2")
    index = first_scheduled(entry, int(number or 1) - 1, state.off_schedule)
    return replace(state, screen=opened(name, index, now_s, page=int(page or 1) - 1))
