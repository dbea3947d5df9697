"""Dispatches events to the current screen, and performs the actions it returns."""

from __future__ import annotations

from msgspec.structs import replace

from kiosk.screens.actions import (
    Action,
    BackToSlide,
    ClosePanel,
    GoHome,
    OpenExhibition,
    OpenInterview,
    OpenPanel,
    PointAt,
    Rest,
    RevealNotice,
    SizeText,
    Speak,
    Switch,
)
from kiosk.screens.attract import Attract
from kiosk.screens.home import Home
from kiosk.screens.interview.interview import InterviewReader, opened_at_quote
from kiosk.screens.overlays.comfort_panel import Panel
from kiosk.screens.overlays.idle_prompt import ASKING_S
from kiosk.screens.overlays.preferences import adjusted
from kiosk.screens.screen import Input, Screen
from kiosk.screens.viewer.viewer import opened
from kiosk.show.state import Leaving, State, asks_s, buttons, staged, themed, with_focus
from kiosk.types.events import Tick


def told(state: State, event: Input, now_s: float) -> State:
    action: Action | None
    if state.panel and not isinstance(event, Tick):
        panel, action = state.panel.on(event, themed(state))
        state = replace(state, panel=panel)
    else:
        screen, action = state.screen.on(event, state.context, now_s)
        state = replace(state, screen=screen)
    if state.leaving and state.leaving.is_over(now_s):
        state = replace(state, leaving=None)
    return state if action is None else _acted(state, action, now_s)


def after_idle(state: State, now_s: float) -> State:
    """Returns to attract and to the initial settings, when nobody answers the idle prompt."""
    if now_s < asks_s(state) + ASKING_S:
        return state
    return _as_at_opening(state, now_s)


def covered(state: State) -> State:
    """Puts all notices back: what one visitor chose to see is not for the next one."""
    return replace(state, context=replace(state.context, lifted=frozenset()))


def _acted(state: State, action: Action, now_s: float) -> State:
    match action:
        case GoHome():
            return _changed(state, Home(), now_s)
        case Rest():
            return _as_at_opening(state, now_s)
        case OpenExhibition(name, index):
            first = state.context.first(name, index)
            return _changed(covered(state), opened(name, first, now_s), now_s)
        case RevealNotice(notice):
            lifted = state.context.lifted | {notice}
            return replace(state, context=replace(state.context, lifted=lifted))
        case OpenInterview(name, None):
            return _changed(state, InterviewReader(name), now_s)
        case OpenInterview(name, int(slide)):
            return _changed(state, opened_at_quote(name, slide, state.context), now_s)
        case BackToSlide(name, index):
            return _changed(state, opened(name, index, now_s, by_hand=True), now_s)
        case Speak() | SizeText() | Switch():
            stage = adjusted(state.context.stage, action, state.context.collection)
            return staged(state, stage, now_s)
        case OpenPanel():
            return _with_panel(state, Panel(now_s))
        case ClosePanel():
            return _with_panel(state, None)
        case PointAt(of):
            return with_focus(state, of)
    return state


def _with_panel(state: State, panel: Panel | None) -> State:
    """Opens or closes the panel, and ends the touch that did so.

    A focus ring moves into the panel when it opens, and back to its button when it closes.
    """
    state = replace(state, panel=panel, hand=state.hand.after_effect())
    if state.context.focus is None:
        return state
    return with_focus(state, buttons(state)[0].action if panel else OpenPanel())


def _changed(state: State, screen: Screen, now_s: float) -> State:
    hand = state.hand.after_effect()
    leaving = None if state.context.quality.cuts else Leaving(state.screen, now_s)
    state = replace(state, screen=screen, leaving=leaving, hand=hand, panel=None)
    return with_focus(state, None)


def _as_at_opening(state: State, now_s: float) -> State:
    """Resets language and comfort settings to their initial values, and plays all slides."""
    state = _changed(state, Attract(now_s), now_s)
    return staged(state, replace(state.opening, size=state.context.stage.size), now_s)
