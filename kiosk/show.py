"""The show: which screen is on, and how one event after another changes it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from kiosk.clock import Moment
from kiosk.derivative import Request
from kiosk.easing import standard
from kiosk.events import (
    CloseRequested,
    Event,
    FilesFaulty,
    KeyPressed,
    MinuteStruck,
    PhotoChanged,
    PhotoFailed,
    PhotoForgotten,
    PhotoLoaded,
    PhotoMeasured,
    PhotoReleased,
    Pointer,
    Resized,
    Spared,
    Tick,
    Wheel,
)
from kiosk.exhibition.loader import Collection
from kiosk.exhibition.programme import arranged, undue
from kiosk.gestures import Cancelled, Gesture, Hand, Pressed, Tapped, elapsed, recognise
from kiosk.scene import Scene
from kiosk.screens import asking
from kiosk.screens.actions import (
    Action,
    BackToSlide,
    Button,
    ClosePanel,
    GoHome,
    Lift,
    OpenExhibition,
    OpenInterview,
    OpenPanel,
    PointAt,
    Rest,
    SizeText,
    Speak,
    Switch,
)
from kiosk.screens.asking import ASKING_S, question
from kiosk.screens.attract import Attract
from kiosk.screens.focus import focused, next_to, ring
from kiosk.screens.home import Home
from kiosk.screens.panel import Panel
from kiosk.screens.reader import Reader, opened_at_quote
from kiosk.screens.screen import Input, Screen
from kiosk.screens.settings import adjusted, restaged
from kiosk.screens.staff import Staff
from kiosk.screens.standing import FRAME_S
from kiosk.screens.viewer import Viewer, opened
from kiosk.screens.world import World
from kiosk.stage import Stage

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
    written: Collection
    """The exhibitions as they were read; the world has them in the order of the day."""
    moment: Moment | None = None
    staff: Staff = field(default_factory=Staff)
    hand: Hand = field(default_factory=Hand)
    leaving: Leaving | None = None
    panel: Panel | None = None
    """The comfort settings, over the screen: while they are there, all touches are theirs."""


def begin(
    collection: Collection,
    stage: Stage,
    now_s: float,
    moment: Moment | None = None,
    version: str = "",
) -> State:
    """The show as at opening: nobody there, the first slide about to come."""
    staff = Staff(version, now_s, collection.faults)
    state = State(World(collection, stage), Attract(now_s), stage, now_s, collection, staff=staff)
    return _at_moment(state, moment, now_s)


def update(
    state: State, event: Event | CollectionChanged, now_s: float
) -> tuple[State, tuple[Command, ...]]:
    """The state after an event, and what is to be done outside."""
    match event:
        case CloseRequested():
            return state, (Close(),)
        case Pointer():
            return _pointed(state, event, now_s), ()
        case KeyPressed() | Wheel() if state.staff.is_open(now_s):
            return replace(state, staff=state.staff.closed(now_s)), ()
        case KeyPressed("staff"):
            return replace(state, staff=state.staff.opened(now_s)), ()
        case KeyPressed() | Wheel():
            asked = is_asking(state, now_s)
            state = replace(state, last_input_s=now_s)
            return state if asked else _keyed(state, event, now_s), ()
        case Tick():
            if isinstance(state.screen, Viewer) and state.screen.is_playing:
                # Slides that a visitor plays are looked at until they end, or somebody leaves.
                state = replace(state, last_input_s=now_s)
            state = _asked_by_staff(_held(state, now_s), now_s)
            return _told(_rested(state, now_s), event, now_s), ()
        case FilesFaulty(faults):
            return replace(state, staff=replace(state.staff, faults=faults)), ()
        case MinuteStruck(moment):
            return _at_moment(state, moment, now_s), ()
        case CollectionChanged(collection):
            return _rehung(state, collection, now_s), ()
        case Resized(size):
            state = _staged(state, replace(state.world.stage, size=size), now_s)
            # What fingers said, and what they moved, was on a screen of another size.
            return _told(replace(state, hand=state.hand.after_effect()), Cancelled(), now_s), ()
        case Spared(thrift):
            return replace(state, world=replace(state.world, thrift=thrift)), ()
    return _with_media(state, event), ()


def view(state: State, now_s: float) -> Scene:
    """What is to be seen now."""
    layers = state.screen.view(state.world, now_s)
    if state.leaving and not state.leaving.is_over(now_s):
        opacity = standard((now_s - state.leaving.started_s) / SCREEN_FADE_S)
        below = state.leaving.screen.view(state.world, now_s)
        layers = (*below, *(replace(one, opacity=one.opacity * opacity) for one in layers))
    if state.panel:
        layers += (state.panel.view(_dressed(state), now_s),)
    at = state.world.focus and focused(state.world.focus, buttons(state))
    if at:
        layers += (ring(at, state.screen.stage(state.world)),)
    if is_asking(state, now_s):
        layers += (question(now_s - _asks_s(state), state.world.stage),)
    return Scene(state.world.stage.size, layers + state.staff.layers(state.world.stage, now_s))


def due_s(state: State, now_s: float) -> float:
    """When the show must next be looked at, if nothing happens; infinity if never."""
    if state.leaving and not state.leaving.is_over(now_s):
        return now_s + FRAME_S
    asks_s = _asks_s(state)
    if is_asking(state, now_s):
        asks_s += asking.due_s(now_s - asks_s, state.world.stage)
    staff_s = state.staff.due_s(state.hand, state.world.stage, now_s)
    panel_s = state.panel.due_s(now_s) if state.panel else math.inf
    screen_s = state.screen.due_s(state.world, now_s)
    return min(asks_s, staff_s, panel_s, state.hand.due_s, screen_s)


def buttons(state: State) -> Sequence[Button]:
    """All that can be touched, or pressed with the keyboard, in the order of reading."""
    if state.panel:
        return state.panel.buttons(_dressed(state))
    return state.screen.buttons(state.world)


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


def opened_at(state: State, start: str, now_s: float, *, panel: bool = False) -> State:
    """The show at a place: `home`, `attract`, `interview`, or NAME or NAME:SLIDE from 1 up.

    With `panel`, the comfort settings are open.

    Raises ValueError, with a sentence for whoever typed it, where there is no such place.
    """
    collection = state.world.collection
    if panel:
        state = replace(state, panel=Panel(now_s))
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
    index = state.world.first(name, int(number or 1) - 1)
    return replace(state, screen=opened(name, index, now_s))


def _pointed(state: State, pointer: Pointer, now_s: float) -> State:
    if pointer.phase == "down":
        state = _focused(state, None)
    hand, gestures = recognise(state.hand, pointer, state.world.thresholds)
    if state.staff.is_open(now_s):
        staff = state.staff.closed(now_s) if pointer.phase == "down" else state.staff
        return replace(state, staff=staff, hand=hand.after_effect())
    if is_asking(state, now_s) and (pointer.phase == "down" or gestures):
        # This is the answer, and nothing else; what the fingers had begun before is let go.
        if state.hand.begun:
            state = _told(state, Cancelled(), now_s)
        return replace(state, hand=hand.after_effect(), last_input_s=now_s)
    return _signed(replace(state, hand=hand), gestures, now_s)


def _asked_by_staff(state: State, now_s: float) -> State:
    """What is told to staff comes when fingers have asked for it, and is all that they do."""
    staff = state.staff
    if staff.is_open(now_s) or now_s < staff.asked_s(state.hand, state.world.stage):
        return state
    if state.hand.begun:
        state = _told(state, Cancelled(), now_s)
    return replace(state, staff=staff.opened(now_s), hand=state.hand.after_effect())


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


def _keyed(state: State, event: KeyPressed | Wheel, now_s: float) -> State:
    """Tab moves the ring, Enter presses what is in it; other keys are for the screen."""
    places = buttons(state)
    at = focused(state.world.focus, places)
    match event:
        case KeyPressed("tab" | "backtab" as key) if places:
            way = 1 if key == "tab" else -1
            state = _told(state, event, now_s)
            return _focused(state, next_to(state.world.focus, places, way))
        case KeyPressed("enter" | "space") if at:
            pressed = _told(state, Pressed(at.rect.centre), now_s)
            return _told(pressed, Tapped(at.rect.centre), now_s)
    return _told(state, event, now_s)


def _told(state: State, event: Input, now_s: float) -> State:
    action: Action | None
    if state.panel and not isinstance(event, Tick):
        panel, action = state.panel.on(event, _dressed(state))
        state = replace(state, panel=panel)
    else:
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
            return _as_at_opening(state, now_s)
        case OpenExhibition(name, index):
            first = state.world.first(name, index)
            return _changed(_covered(state), opened(name, first, now_s), now_s)
        case Lift(notice):
            lifted = state.world.lifted | {notice}
            return replace(state, world=replace(state.world, lifted=lifted))
        case OpenInterview(name, None):
            return _changed(state, Reader(name), now_s)
        case OpenInterview(name, int(slide)):
            return _changed(state, opened_at_quote(name, slide, state.world), now_s)
        case BackToSlide(name, index):
            return _changed(state, opened(name, index, now_s, by_hand=True), now_s)
        case Speak() | SizeText() | Switch():
            stage = adjusted(state.world.stage, action, state.world.collection)
            return _staged(state, stage, now_s)
        case OpenPanel():
            return _with_panel(state, Panel(now_s))
        case ClosePanel():
            return _with_panel(state, None)
        case PointAt(of):
            return _focused(state, of)
    return state


def _covered(state: State) -> State:
    """With all notices in their places again: what one has chosen to see is not for all to see."""
    return replace(state, world=replace(state.world, lifted=frozenset()))


def _with_panel(state: State, panel: Panel | None) -> State:
    """What opened or closed it has had its effect; the ring goes where the panel is, and back."""
    state = replace(state, panel=panel, hand=state.hand.after_effect())
    if state.world.focus is None:
        return state
    return _focused(state, buttons(state)[0].action if panel else OpenPanel())


def _changed(state: State, screen: Screen, now_s: float) -> State:
    hand = state.hand.after_effect()
    leaving = None if state.world.thrift.cuts else Leaving(state.screen, now_s)
    state = replace(state, screen=screen, leaving=leaving, hand=hand, panel=None)
    return _focused(state, None)


def _rehung(state: State, collection: Collection, now_s: float) -> State:
    """The changed exhibitions, at the place where the show stood, if that is still there."""
    stage = restaged(state.world.stage, collection)
    staff = replace(state.staff, faults=collection.faults)
    opening = restaged(state.opening, collection)
    state = replace(state, written=collection, opening=opening, staff=staff)
    return _at_moment(_staged(state, stage, now_s), state.moment, now_s)


def _at_moment(state: State, moment: Moment | None, now_s: float) -> State:
    """What hangs at a moment, in the order of the day; the show goes on from where it stands."""
    former, collection = state.world.collection, arranged(state.written, moment)
    world = replace(state.world, collection=collection, undue=undue(collection, moment))
    state = replace(state, world=world, moment=moment)
    if collection is former:
        return state
    screen = state.screen.rehung(former, collection, now_s)
    return _covered(replace(state, screen=screen, leaving=None))


def _rested(state: State, now_s: float) -> State:
    """Back to attract, and to all that the next visitor expects, when nobody has answered."""
    if now_s < _asks_s(state) + ASKING_S:
        return state
    return _as_at_opening(state, now_s)


def _as_at_opening(state: State, now_s: float) -> State:
    """Nobody's language, nobody's comfort: the slides play as the kiosk was started."""
    state = _changed(state, Attract(now_s), now_s)
    return _staged(state, replace(state.opening, size=state.world.stage.size), now_s)


def _asks_s(state: State) -> float:
    """When to ask whether anybody is still there; never while the slides play for nobody."""
    if isinstance(state.screen, Attract):
        return math.inf
    idle_s = state.world.collection.kiosk.idle_s
    return state.last_input_s + idle_s * (READING if isinstance(state.screen, Reader) else 1)


def _focused(state: State, focus: Action | None) -> State:
    return replace(state, world=replace(state.world, focus=focus))


def _dressed(state: State) -> World:
    """The world in the colours of the screen that is on."""
    return replace(state.world, stage=state.screen.stage(state.world))


def _staged(state: State, stage: Stage, now_s: float) -> State:
    """On another stage; who reads goes on where they were."""
    world, screen = replace(state.world, stage=stage), state.screen
    if isinstance(screen, Reader):
        screen = screen.restaged(state.world, world, now_s)
    return replace(state, world=world, screen=screen)


def _with_media(state: State, event: Event) -> State:
    media, staff = state.world.media, state.staff
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
        case PhotoFailed(file, reason):
            staff = staff.with_failed(file, reason)
            media = replace(media, failed=media.failed | {file})
        case PhotoChanged(file):
            staff = staff.without(file)
            media = replace(media, failed=media.failed - {file})
    return replace(state, world=replace(state.world, media=media), staff=staff)
