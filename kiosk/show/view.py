"""Derives the scene, the next wake-up time and the wanted photos from the state."""

from __future__ import annotations

import math

from msgspec.structs import replace

from kiosk.base.easing import standard
from kiosk.screens.attract import Attract
from kiosk.screens.home import Home
from kiosk.screens.overlays import idle_prompt
from kiosk.screens.overlays.focus_ring import focused, ring
from kiosk.screens.overlays.idle_prompt import question
from kiosk.screens.slide_view import FRAME_S
from kiosk.screens.viewer.viewer import Viewer
from kiosk.show.state import SCREEN_FADE_S, State, asks_s, buttons, is_asking, themed
from kiosk.types.photo import Request
from kiosk.types.scene import Scene


def view(state: State, now_s: float) -> Scene:
    """The scene to draw now: the screen, and the overlays above it."""
    layers = state.screen.view(state.context, now_s)
    if state.leaving and not state.leaving.is_over(now_s):
        opacity = standard((now_s - state.leaving.started_s) / SCREEN_FADE_S)
        below = state.leaving.screen.view(state.context, now_s)
        layers = (*below, *(replace(one, opacity=one.opacity * opacity) for one in layers))
    if state.panel:
        layers += (state.panel.view(themed(state), now_s),)
    at = state.context.focus and focused(state.context.focus, buttons(state))
    if at:
        layers += (ring(at, state.screen.stage(state.context)),)
    if is_asking(state, now_s):
        layers += (question(now_s - asks_s(state), state.context.stage),)
    return Scene(state.context.stage.size, layers + state.staff.layers(state.context.stage, now_s))


def due_s(state: State, now_s: float) -> float:
    """When the show needs its next `Tick`, if no event comes before; infinity if never."""
    if state.leaving and not state.leaving.is_over(now_s):
        return now_s + FRAME_S
    question_s = asks_s(state)
    if is_asking(state, now_s):
        question_s += idle_prompt.due_s(now_s - question_s, state.context.stage)
    staff_s = state.staff.due_s(state.hand, state.context.stage, now_s)
    panel_s = state.panel.due_s(now_s) if state.panel else math.inf
    screen_s = state.screen.due_s(state.context, now_s)
    return min(question_s, staff_s, panel_s, state.hand.due_s, screen_s)


def wanted(state: State) -> tuple[Request, ...]:
    """Photos to load, the most urgent first: those of this screen, then of the next."""
    requests = state.screen.wanted(state.context)
    if state.leaving:
        requests += state.leaving.screen.wanted(state.context)
    if not isinstance(state.screen, Home):
        requests += Home().wanted(state.context)
    return tuple(dict.fromkeys(requests))


def is_complete(state: State) -> bool:
    """Whether all photos on this screen can be drawn sharply now."""
    context = state.context
    match state.screen:
        case Attract(standing=standing) | Viewer(standing=standing):
            return standing is not None and standing.is_ready(context)
        case Home():
            return all(map(context.media.has, state.screen.wanted(context)))
    return True
