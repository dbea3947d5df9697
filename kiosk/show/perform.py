"""Dispatches events to overlays and the current screen, and performs the actions they return."""

from __future__ import annotations

from msgspec.structs import replace

from kiosk.gestures import Cancelled, Pressed
from kiosk.screens.actions import (
    Action,
    BackToSlide,
    ClosePanel,
    GoHome,
    OpenExhibition,
    OpenInterview,
    OpenOverview,
    OpenPanel,
    PointAt,
    Rest,
    RevealNotice,
    SizeText,
    Speak,
    Switch,
)
from kiosk.screens.attract import Attract
from kiosk.screens.foyer.doors import only_door
from kiosk.screens.home import Home
from kiosk.screens.interview.interview import InterviewReader
from kiosk.screens.interview.opening import opened_at_quote
from kiosk.screens.overlays.comfort_panel import ComfortPanel
from kiosk.screens.overview.overview import overview
from kiosk.screens.screen import Input, Screen
from kiosk.screens.viewer.quote_flight import quote_flight
from kiosk.screens.viewer.viewer import Viewer, opened
from kiosk.show.flight import Flight, flight, in_flight
from kiosk.show.state import Leaving, Preferences, State, buttons, restaged, with_overlay
from kiosk.types.events import KeyPressed, Pointer, Tick, Wheel
from kiosk.types.scene import Typesetter


def dispatch(state: State, event: Input | Pointer, now_s: float, typesetter: Typesetter) -> State:
    """An event passes through the overlays from the top down to the screen; a modal one keeps it.

    Time is for all of them. Pointers are for overlays only.
    """
    for index in reversed(range(len(state.overlays))):
        was_modal = state.overlays[index].is_modal
        state = _dispatch_to_overlay(state, index, event, now_s, typesetter)
        if (was_modal or state.overlays[index].is_modal) and not isinstance(event, Tick):
            return state
    return (
        state
        if isinstance(event, Pointer)
        else _dispatch_to_screen(state, event, now_s, typesetter)
    )


def with_focus(state: State, focus: Action | None) -> State:
    return replace(state, focus=focus)


def with_notices_restored(state: State) -> State:
    """Puts all notices back: what one visitor chose to see is not for the next one."""
    return replace(state, revealed=frozenset())


def _dispatch_to_overlay(
    state: State, index: int, event: Input | Pointer, now_s: float, typesetter: Typesetter
) -> State:
    """When an overlay opens or closes, the touch ends for whatever had begun to receive it."""
    before = state.overlays[index]
    after, action = before.on(event, state.overlay_context(typesetter), now_s)
    if after.is_modal and not before.is_modal and state.hand.begun:
        state = dispatch(state, Cancelled(), now_s, typesetter)
    state = with_overlay(state, after)
    if after.is_modal != before.is_modal:
        last_input_s = state.last_input_s if isinstance(event, Tick) else now_s
        state = replace(state, hand=state.hand.after_effect(), last_input_s=last_input_s)
    return state if action is None else _performed(state, action, now_s, typesetter)


def _dispatch_to_screen(state: State, event: Input, now_s: float, typesetter: Typesetter) -> State:
    if state.opening and isinstance(event, Tick):
        state = _opened(state, state.opening, now_s, typesetter)
    elif isinstance(event, Pressed | KeyPressed | Wheel):
        state = replace(state, opening=None)  # The visitor does something else meanwhile.
    screen, action = state.screen.on(event, state.context(typesetter), now_s)
    state = replace(state, screen=screen)
    is_stopped = isinstance(event, Pressed) and state.leaving and state.leaving.quote
    if state.leaving and (is_stopped or state.leaving.is_over(now_s)):
        state = replace(state, leaving=None)
    return state if action is None else _performed(state, action, now_s, typesetter)


def _performed(state: State, action: Action, now_s: float, typesetter: Typesetter) -> State:
    match action:
        case GoHome(language):
            return _at_home(state, language, now_s, typesetter)
        case Rest():
            return _after_visit(state, now_s, typesetter)
        case OpenExhibition() | BackToSlide():
            return _opened(state, action, now_s, typesetter)
        case RevealNotice(notice):
            return replace(state, revealed=state.revealed | {notice})
        case OpenOverview(name):
            index = state.screen.slide_view.index if isinstance(state.screen, Viewer) else 0
            return _with_screen(
                state, overview(name, index, state.context(typesetter)), now_s, typesetter
            )
        case OpenInterview(name, None):
            return _with_screen(state, InterviewReader(name), now_s, typesetter)
        case OpenInterview(name, int(slide), page):
            reader = opened_at_quote(name, slide, state.context(typesetter))
            return _with_quote(state, replace(reader, slide_page=page), now_s, typesetter)
        case Speak() | SizeText() | Switch():
            chosen = _chosen(state.preferences, action)
            return restaged(state, replace(state, preferences=chosen), now_s, typesetter)
        case OpenPanel():
            return _with_panel(state, ComfortPanel(now_s), typesetter)
        case ClosePanel():
            return _with_panel(state, ComfortPanel(), typesetter)
        case PointAt(of):
            return with_focus(state, of)
    return state


def _opened(
    state: State, action: OpenExhibition | BackToSlide, now_s: float, typesetter: Typesetter
) -> State:
    """Shows a slide if its photos can be drawn, at least as previews; else the screen stays."""
    viewer = viewer_at(state, action, now_s, typesetter)
    if not can_open(state, viewer, typesetter):
        return replace(state, opening=action, hand=state.hand.after_effect())
    if isinstance(action, BackToSlide):
        return _with_quote(state, viewer, now_s, typesetter)
    state = replace(with_notices_restored(state), is_hinted=True)
    return _with_screen(state, viewer, now_s, typesetter)


def viewer_at(
    state: State, action: OpenExhibition | BackToSlide, now_s: float, typesetter: Typesetter
) -> Viewer:
    """The viewer at the slide to open, or at the next one that can be shown."""
    if isinstance(action, BackToSlide):
        return opened(action.exhibition, action.index, now_s, page=action.page, by_hand=True)
    context, index = state.context(typesetter), action.index
    if context.is_left_out(action.name, index):
        shown = context.shown(action.name)
        index = next((one for one in shown if one >= index), index)
    hint = not (state.is_hinted or state.preferences.comfort.still or state.quality.cuts)
    return opened(action.name, index, now_s, hint=hint)


def can_open(state: State, viewer: Viewer, typesetter: Typesetter) -> bool:
    """Whether its slide can be drawn, or never will be; a notice needs no photo."""
    slide_view, context = viewer.slide_view, with_notices_restored(state).context(typesetter)
    is_left_out = context.is_left_out(slide_view.entry, slide_view.index)
    return is_left_out or slide_view.is_placed(context)


def _at_home(state: State, language: str, now_s: float, typesetter: Typesetter) -> State:
    """Home; if it had only one door, attract takes its place, and leads through that door."""
    if language:
        state = replace(state, preferences=_chosen(state.preferences, Speak(language)))
    door = only_door(state.context(typesetter))
    if door is None:
        return _with_screen(state, Home(), now_s, typesetter)
    if isinstance(state.screen, Attract):
        return _performed(state, door, now_s, typesetter)
    return _after_visit(state, now_s, typesetter)


def _chosen(preferences: Preferences, action: Speak | SizeText | Switch) -> Preferences:
    match action:
        case Speak(language):
            return replace(preferences, language=language)
        case SizeText(size):
            return replace(preferences, comfort=replace(preferences.comfort, text_size=size))
        case Switch(setting):
            return replace(preferences, comfort=preferences.comfort.switched(setting))


def _with_panel(state: State, panel: ComfortPanel, typesetter: Typesetter) -> State:
    """Opens or closes the panel, and ends the touch that did so.

    A focus ring moves into the panel when it opens, and back to its button when it closes.
    """
    state = replace(with_overlay(state, panel), hand=state.hand.after_effect())
    if state.focus is None:
        return state
    first = buttons(state, typesetter)[0].action if panel.is_modal else OpenPanel()
    return with_focus(state, first)


def _with_screen(state: State, screen: Screen, now_s: float, typesetter: Typesetter) -> State:
    """Changes the screen; the touch that did so has no further effect."""
    leaving = None
    if not state.quality.cuts:
        flown = (
            None if state.preferences.comfort.still else _flight(state, screen, now_s, typesetter)
        )
        leaving = Leaving(state.screen, now_s, flown)
    state = with_overlay(state, ComfortPanel())
    return replace(
        state,
        screen=screen,
        leaving=leaving,
        opening=None,
        hand=state.hand.after_effect(),
        focus=None,
    )


def _with_quote(state: State, screen: Screen, now_s: float, typesetter: Typesetter) -> State:
    """Changes the screen; the ground of a quote that both show flies from place to place."""
    quote = quote_flight(state.screen, screen, state.context(typesetter), now_s)
    changed = _with_screen(state, screen, now_s, typesetter)
    if changed.leaving is None or quote is None:
        return changed
    return replace(changed, leaving=replace(changed.leaving, quote=quote, flight=None))


def _flight(state: State, screen: Screen, now_s: float, typesetter: Typesetter) -> Flight | None:
    """The photo that flies to the next screen; from where it is now, if it flies already."""
    context, former = state.context(typesetter), state.leaving
    below, above = state.screen.view(context, now_s), screen.view(context, now_s)
    begun = flight(below, above, state.size)
    if begun is None or former is None or former.is_over(now_s):
        return begun
    if former.flight is None or former.flight.file != begun.file:
        return begun
    now = in_flight(former.flight, below, former.progress(now_s), state.size)
    return Flight(begun.file, now)


def _after_visit(state: State, now_s: float, typesetter: Typesetter) -> State:
    """Resets language and comfort settings to their initial values, and plays all slides."""
    resting = _with_screen(state, Attract(now_s), now_s, typesetter)
    return replace(resting, preferences=state.initial, is_hinted=False)
