"""State: which screen is on, and what is around it."""

from __future__ import annotations

import math
from collections.abc import Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from kiosk.base.clock import Moment
from kiosk.exhibition.collection import Collection
from kiosk.gestures import Hand
from kiosk.screens.actions import Action, HitArea
from kiosk.screens.attract import Attract
from kiosk.screens.context import Context
from kiosk.screens.interview.interview import InterviewReader
from kiosk.screens.overlays.comfort_panel import Panel
from kiosk.screens.overlays.staff_panel import Staff
from kiosk.screens.screen import Screen
from kiosk.style.stage import Stage

SCREEN_FADE_S = 0.4
READING = 2.0
"""Who reads touches less often: in the reader, a visitor is waited for so many times longer."""


class Leaving(Struct, frozen=True):
    """A screen that is fading out, from a moment on."""

    screen: Screen
    started_s: float

    def is_over(self, now_s: float) -> bool:
        return now_s >= self.started_s + SCREEN_FADE_S


class State(Struct, frozen=True):
    context: Context
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


def buttons(state: State) -> Sequence[HitArea]:
    """All that can be touched, or pressed with the keyboard, in the order of reading."""
    if state.panel:
        return state.panel.buttons(themed(state))
    return state.screen.buttons(state.context)


def is_asking(state: State, now_s: float) -> bool:
    """Whether the show asks if anybody is still looking, before the slides play again."""
    return now_s >= asks_s(state)


def asks_s(state: State) -> float:
    """When to ask whether anybody is still there; never while the slides play for nobody."""
    if isinstance(state.screen, Attract):
        return math.inf
    idle_s = state.context.collection.kiosk.idle_s
    return state.last_input_s + idle_s * (
        READING if isinstance(state.screen, InterviewReader) else 1
    )


def with_focus(state: State, focus: Action | None) -> State:
    return replace(state, context=replace(state.context, focus=focus))


def themed(state: State) -> Context:
    """The world in the colours of the screen that is on."""
    return replace(state.context, stage=state.screen.stage(state.context))


def staged(state: State, stage: Stage, now_s: float) -> State:
    """On another stage; who reads goes on where they were."""
    context, screen = replace(state.context, stage=stage), state.screen
    if isinstance(screen, InterviewReader):
        screen = screen.restaged(state.context, context, now_s)
    return replace(state, context=context, screen=screen)
