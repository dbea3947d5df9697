"""The show: which screen is on, and how one event after another changes it."""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from kiosk.derivative import Request
from kiosk.easing import standard
from kiosk.events import (
    CloseRequested,
    Event,
    KeyPressed,
    PhotoChanged,
    PhotoFailed,
    PhotoForgotten,
    PhotoLoaded,
    PhotoMeasured,
    PhotoReleased,
    Pointer,
    Resized,
    Tick,
    Wheel,
)
from kiosk.exhibition.loader import Collection
from kiosk.gestures import Cancelled, Gesture, Hand, elapsed, recognise
from kiosk.scene import Scene
from kiosk.screens import asking
from kiosk.screens.actions import (
    Action,
    GoHome,
    OpenExhibition,
    OpenInterview,
    Rest,
    Speak,
)
from kiosk.screens.asking import ASKING_S, question
from kiosk.screens.attract import Attract
from kiosk.screens.home import Home
from kiosk.screens.reader import Reader
from kiosk.screens.screen import Input, Screen
from kiosk.screens.standing import FRAME_S
from kiosk.screens.viewer import Viewer, opened
from kiosk.screens.world import World
from kiosk.stage import Stage
from kiosk.themes import THEMES

SCREEN_FADE_S = 0.4
READING = 2.0
"""Who reads touches less often: in the reader, a visitor is waited for so many times longer."""


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
    opening: Stage
    """The stage as the show began on it: what it goes back to when a visitor has left."""
    last_input_s: float
    hand: Hand = field(default_factory=Hand)
    leaving: Leaving | None = None


def begin(collection: Collection, stage: Stage, now_s: float) -> State:
    """The show as at opening: nobody there, the first slide about to come."""
    return State(World(collection, stage), Attract(now_s), stage, now_s)


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
            asked = is_asking(state, now_s)
            state = replace(state, last_input_s=now_s)
            return state if asked else _told(state, event, now_s), ()
        case Tick():
            return _told(_rested(_held(state, now_s), now_s), event, now_s), ()
        case CollectionChanged(collection):
            return _rehung(state, collection, now_s), ()
        case Resized(size):
            state = _staged(state, replace(state.world.stage, size=size))
            # What fingers said, and what they moved, was on a screen of another size.
            return _told(replace(state, hand=state.hand.after_effect()), Cancelled(), now_s), ()
    return _with_media(state, event), ()


def view(state: State, now_s: float) -> Scene:
    """What is to be seen now."""
    layers = state.screen.view(state.world, now_s)
    if state.leaving and not state.leaving.is_over(now_s):
        opacity = standard((now_s - state.leaving.started_s) / SCREEN_FADE_S)
        below = state.leaving.screen.view(state.world, now_s)
        layers = (*below, *(replace(one, opacity=one.opacity * opacity) for one in layers))
    if is_asking(state, now_s):
        layers += (question(now_s - _asks_s(state), state.world.stage),)
    return Scene(state.world.stage.size, layers)


def due_s(state: State, now_s: float) -> float:
    """When the show must next be looked at, if nothing happens; infinity if never."""
    if state.leaving and not state.leaving.is_over(now_s):
        return now_s + FRAME_S
    asks_s = _asks_s(state)
    if is_asking(state, now_s):
        asks_s += asking.due_s(now_s - asks_s, state.world.stage)
    return min(asks_s, state.hand.due_s, state.screen.due_s(state.world, now_s))


def is_asking(state: State, now_s: float) -> bool:
    """Whether the show asks if anybody is still looking, before the slides play again."""
    return now_s >= _asks_s(state)


def wanted(state: State) -> tuple[Request, ...]:
    """Photos to have at hand, the most urgent first: this screen's, then the next screen's."""
    requests = state.screen.wanted(state.world)
    if state.leaving:
        requests += state.leaving.screen.wanted(state.world)
    if not isinstance(state.screen, Home):
        requests += Home().wanted(state.world)
    return tuple(dict.fromkeys(requests))


def is_complete(state: State) -> bool:
    """Whether all photos that belong on this screen now can be drawn sharply."""
    world = state.world
    match state.screen:
        case Attract(standing=standing) | Viewer(standing=standing):
            return standing is not None and standing.is_ready(world)
        case Home():
            return all(map(world.media.has, state.screen.wanted(world)))
    return True


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
    hand, gestures = recognise(state.hand, pointer, state.world.thresholds)
    if is_asking(state, now_s) and (pointer.phase == "down" or gestures):
        # This is the answer, and nothing else; what the fingers had begun before is let go.
        if state.hand.begun:
            state = _told(state, Cancelled(), now_s)
        return replace(state, hand=hand.after_effect(), last_input_s=now_s)
    return _signed(replace(state, hand=hand), gestures, now_s)


def _held(state: State, now_s: float) -> State:
    """What fingers mean that rest while time passes."""
    hand, gestures = elapsed(state.hand, now_s)
    return state if hand == state.hand else _signed(replace(state, hand=hand), gestures, now_s)


def _signed(state: State, gestures: tuple[Gesture, ...], now_s: float) -> State:
    """Each gesture is a sign that somebody is there; a touch screen's trembling ghost is none."""
    for gesture in gestures:
        if not isinstance(gesture, Cancelled):
            state = replace(state, last_input_s=now_s)
        if not state.hand.spent:
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
    hand = state.hand.after_effect()
    return replace(state, screen=screen, leaving=Leaving(state.screen, now_s), hand=hand)


def _rehung(state: State, collection: Collection, now_s: float) -> State:
    """The changed exhibitions, at the place where the show stood, if that is still there."""
    return replace(
        state,
        world=World(collection, _restaged(state.world.stage, collection), state.world.media),
        opening=_restaged(state.opening, collection),
        screen=state.screen.rehung(collection, now_s),
        leaving=None,
    )


def _restaged(stage: Stage, collection: Collection) -> Stage:
    """The stage for changed exhibitions: the language stays, if they are written in it."""
    languages, screen = collection.kiosk.languages, collection.kiosk.screen
    return replace(
        stage,
        theme=THEMES[collection.kiosk.theme],
        language=stage.language if stage.language in languages else languages[0],
        diagonal_in=screen.diagonal_in,
        viewing_distance_m=screen.viewing_distance_m,
    )


def _rested(state: State, now_s: float) -> State:
    """Back to attract, and to all that the next visitor expects, when nobody has answered."""
    if now_s < _asks_s(state) + ASKING_S:
        return state
    state = _changed(state, Attract(now_s), now_s)
    return _staged(state, replace(state.opening, size=state.world.stage.size))


def _asks_s(state: State) -> float:
    """When to ask whether anybody is still there; never while the slides play for nobody."""
    if isinstance(state.screen, Attract):
        return math.inf
    idle_s = state.world.collection.kiosk.idle_s
    return state.last_input_s + idle_s * (READING if isinstance(state.screen, Reader) else 1)


def _staged(state: State, stage: Stage) -> State:
    return replace(state, world=replace(state.world, stage=stage))


def _with_media(state: State, event: Event) -> State:
    media = state.world.media
    match event:
        case PhotoMeasured(file, facts):
            media = replace(media, facts=MappingProxyType({**media.facts, file: facts}))
        case PhotoForgotten(file):
            kept = {one: facts for one, facts in media.facts.items() if one != file}
            media = replace(media, facts=MappingProxyType(kept))
        case PhotoLoaded(derivative):
            media = replace(media, ready=media.ready | {derivative})
        case PhotoReleased(derivative):
            media = replace(media, ready=media.ready - {derivative})
        case PhotoFailed(file):
            media = replace(media, failed=media.failed | {file})
        case PhotoChanged(file):
            media = replace(media, failed=media.failed - {file})
    return replace(state, world=replace(state.world, media=media))
