"""The show: which screen is on, and how one event after another changes it."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from kiosk.derivative import Request
from kiosk.easing import standard
from kiosk.events import (
    CloseRequested,
    Event,
    KeyPressed,
    PhotoFailed,
    PhotoLoaded,
    PhotoMeasured,
    PhotoReleased,
    Pointer,
    Resized,
    Tick,
    Wheel,
)
from kiosk.exhibition.loader import Collection
from kiosk.gestures import Touch, recognise
from kiosk.scene import Scene
from kiosk.screens.actions import (
    Action,
    GoHome,
    OpenExhibition,
    OpenInterview,
    Rest,
    Speak,
)
from kiosk.screens.attract import Attract
from kiosk.screens.home import Home
from kiosk.screens.reader import Reader
from kiosk.screens.screen import Input, Screen
from kiosk.screens.standing import FRAME_S
from kiosk.screens.viewer import opened
from kiosk.screens.world import World
from kiosk.stage import Stage

SCREEN_FADE_S = 0.4


@dataclass(frozen=True, slots=True)
class Close:
    """End the program."""


Command = Close


@dataclass(frozen=True, slots=True)
class CollectionChanged:
    """The exhibitions were read anew, without errors."""

    collection: Collection


@dataclass(frozen=True, slots=True)
class Leaving:
    """A screen that is fading out, from a moment on."""

    screen: Screen
    started_s: float

    def is_over(self, now_s: float) -> bool:
        return now_s >= self.started_s + SCREEN_FADE_S


@dataclass(frozen=True)
class State:
    world: World
    screen: Screen
    last_input_s: float
    touch: Touch | None = None
    leaving: Leaving | None = None


def begin(collection: Collection, stage: Stage, now_s: float) -> State:
    """The show as at opening: nobody there, the first slide about to come."""
    return State(World(collection, stage), Attract(now_s), now_s)


def update(
    state: State, event: Event | CollectionChanged, now_s: float
) -> tuple[State, tuple[Command, ...]]:
    """The state after an event, and what is to be done outside."""
    match event:
        case CloseRequested():
            return state, (Close(),)
        case Pointer():
            return _pointed(state, event, now_s), ()
        case KeyPressed() | Wheel():
            state = replace(state, last_input_s=now_s)
            return _told(state, event, now_s), ()
        case Tick():
            return _told(_rested(state, now_s), event, now_s), ()
        case CollectionChanged(collection):
            return _rehung(state, collection, now_s), ()
        case Resized(size):
            return _staged(state, replace(state.world.stage, size=size)), ()
        case PhotoLoaded():
            return _told(_with_media(state, event), event, now_s), ()
    return _told(_with_media(state, event), Tick(), now_s), ()


def view(state: State, now_s: float) -> Scene:
    """What is to be seen now."""
    layers = state.screen.view(state.world, now_s)
    if state.leaving and not state.leaving.is_over(now_s):
        opacity = standard((now_s - state.leaving.started_s) / SCREEN_FADE_S)
        below = state.leaving.screen.view(state.world, now_s)
        layers = (*below, *(replace(one, opacity=one.opacity * opacity) for one in layers))
    return Scene(state.world.stage.size, layers)


def due_s(state: State, now_s: float) -> float:
    """When the show must next be looked at, if nothing happens; infinity if never."""
    if state.leaving and not state.leaving.is_over(now_s):
        return now_s + FRAME_S
    idle_s = math.inf
    if not isinstance(state.screen, Attract):
        idle_s = state.last_input_s + state.world.collection.kiosk.idle_s
    return min(idle_s, state.screen.due_s(state.world, now_s))


def wanted(state: State) -> tuple[Request, ...]:
    """Photos to have at hand, the most urgent first: this screen's, then the next screen's."""
    requests = state.screen.wanted(state.world)
    if state.leaving:
        requests += state.leaving.screen.wanted(state.world)
    if not isinstance(state.screen, Home):
        requests += Home().wanted(state.world)
    return tuple(dict.fromkeys(requests))


def opened_at(state: State, start: str, now_s: float) -> State:
    """The show at a place: `home`, `attract`, `interview`, or NAME or NAME:SLIDE from 1 up.

    Raises ValueError, with a sentence for whoever typed it, where there is no such place.
    """
    collection = state.world.collection
    if start == "attract":
        return replace(state, screen=Attract(now_s))
    if start == "home":
        return replace(state, screen=Home())
    if start == "interview":
        entry = next((entry for entry in collection.entries if entry.interview), None)
        if entry is None:
            raise ValueError("none of these exhibitions has an interview")
        return replace(state, screen=Reader(entry.name))
    name, _, number = start.partition(":")
    entry = next((entry for entry in collection.entries if entry.name == name), None)
    if entry is None:
        names = ", ".join(entry.name for entry in collection.entries)
        raise ValueError(f"there is no exhibition {name!r}; start wants home, attract, {names}")
    count = len(entry.exhibition.slides)
    if number and not (number.isdecimal() and 1 <= int(number) <= count):
        raise ValueError(f"{name} has the slides 1 to {count}, and no {number!r}")
    return replace(state, screen=opened(name, int(number or 1) - 1, now_s))


def _pointed(state: State, pointer: Pointer, now_s: float) -> State:
    state = replace(state, last_input_s=now_s)
    touch, gestures = recognise(state.touch, pointer, state.world.thresholds)
    state = replace(state, touch=touch)
    for gesture in gestures:
        state = _told(state, gesture, now_s)
    return state


def _told(state: State, event: Input, now_s: float) -> State:
    screen, action = state.screen.on(event, state.world, now_s)
    state = replace(state, screen=screen)
    if state.leaving and state.leaving.is_over(now_s):
        state = replace(state, leaving=None)
    return state if action is None else _acted(state, action, now_s)


def _acted(state: State, action: Action, now_s: float) -> State:
    match action:
        case GoHome():
            return _changed(state, Home(), now_s)
        case Rest():
            return _changed(state, Attract(now_s), now_s)
        case OpenExhibition(name, index):
            return _changed(state, opened(name, index, now_s), now_s)
        case OpenInterview(name):
            return _changed(state, Reader(name), now_s)
        case Speak(language):
            return _staged(state, replace(state.world.stage, language=language))
    return state


def _changed(state: State, screen: Screen, now_s: float) -> State:
    return replace(state, screen=screen, leaving=Leaving(state.screen, now_s))


def _rehung(state: State, collection: Collection, now_s: float) -> State:
    """The changed exhibitions, at the place where the show stood, if that is still there."""
    stage = state.world.stage
    if stage.language not in collection.kiosk.languages:
        stage = replace(stage, language=collection.kiosk.languages[0])
    screen = collection.kiosk.screen
    stage = replace(
        stage, diagonal_in=screen.diagonal_in, viewing_distance_m=screen.viewing_distance_m
    )
    media = replace(state.world.media, failed=frozenset())
    return replace(
        state,
        world=World(collection, stage, media),
        screen=state.screen.rehung(collection, now_s),
        leaving=None,
    )


def _rested(state: State, now_s: float) -> State:
    """Back to attract, and to the first language, when nobody has touched for a while."""
    kiosk = state.world.collection.kiosk
    if isinstance(state.screen, Attract) or now_s < state.last_input_s + kiosk.idle_s:
        return state
    state = _changed(state, Attract(now_s), now_s)
    return _staged(state, replace(state.world.stage, language=kiosk.languages[0]))


def _staged(state: State, stage: Stage) -> State:
    return replace(state, world=replace(state.world, stage=stage))


def _with_media(state: State, event: Event) -> State:
    media = state.world.media
    match event:
        case PhotoMeasured(file, facts):
            media = replace(media, facts=_with(media.facts, file, facts))
        case PhotoLoaded(derivative):
            media = replace(media, ready=media.ready | {derivative})
        case PhotoReleased(derivative):
            media = replace(media, ready=media.ready - {derivative})
        case PhotoFailed(file):
            media = replace(media, failed=media.failed | {file})
    return replace(state, world=replace(state.world, media=media))


def _with(mapping: Mapping[str, Any], key: str, value: Any) -> Mapping[str, Any]:
    return MappingProxyType({**mapping, key: value})
