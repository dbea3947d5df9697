"""Holds the current screen, its context and the overlays above it."""

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
"""Factor for the idle time in the interview, since readers touch the screen less often."""


class Leaving(Struct, frozen=True):
    """A screen that fades out, and when it began to."""

    screen: Screen
    started_s: float

    def is_over(self, now_s: float) -> bool:
        return now_s >= self.started_s + SCREEN_FADE_S


class State(Struct, frozen=True):
    context: Context
    screen: Screen
    opening: Stage
    """The stage at the start of the show; it returns when a visitor has left."""
    last_input_s: float
    written: Collection
    """The exhibitions as they were read; the context has them in the day's order."""
    moment: Moment | None = None
    staff: Staff = field(default_factory=Staff)
    hand: Hand = field(default_factory=Hand)
    leaving: Leaving | None = None
    panel: Panel | None = None
    """The open comfort settings, over the screen; while they are open, they get all touches."""


def buttons(state: State) -> Sequence[HitArea]:
    """All buttons that a finger or the keyboard can press, in reading order."""
    if state.panel:
        return state.panel.buttons(themed(state))
    return state.screen.buttons(state.context)


def is_asking(state: State, now_s: float) -> bool:
    """Whether the idle prompt is shown, before the slides play again by themselves."""
    return now_s >= asks_s(state)


def asks_s(state: State) -> float:
    """When the idle prompt appears; never in attract, where the slides play for nobody."""
    if isinstance(state.screen, Attract):
        return math.inf
    idle_s = state.context.collection.kiosk.idle_s
    return state.last_input_s + idle_s * (
        READING if isinstance(state.screen, InterviewReader) else 1
    )


def with_focus(state: State, focus: Action | None) -> State:
    return replace(state, context=replace(state.context, focus=focus))


def themed(state: State) -> Context:
    """The context in the colours of the current screen."""
    return replace(state.context, stage=state.screen.stage(state.context))


def staged(state: State, stage: Stage, now_s: float) -> State:
    """Changes the stage; the interview stays at the words that the visitor was reading."""
    context, screen = replace(state.context, stage=stage), state.screen
    if isinstance(screen, InterviewReader):
        screen = screen.restaged(state.context, context, now_s)
    return replace(state, context=context, screen=screen)
