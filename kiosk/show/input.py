"""Turns pointers and keys into gestures, and routes them to the topmost overlay or screen."""

from __future__ import annotations

from msgspec.structs import replace

from kiosk.gestures import Cancelled, Gesture, Pressed, Tapped, elapsed, recognise
from kiosk.screens.overlays.focus_ring import focused, next_to
from kiosk.show.perform import told
from kiosk.show.state import State, buttons, is_asking, with_focus
from kiosk.types.events import KeyPressed, Pointer, Wheel


def on_pointer(state: State, pointer: Pointer, now_s: float) -> State:
    if pointer.phase == "down":
        state = with_focus(state, None)
    hand, gestures = recognise(state.hand, pointer, state.context.thresholds)
    if state.staff.is_open(now_s):
        staff = state.staff.closed(now_s) if pointer.phase == "down" else state.staff
        return replace(state, staff=staff, hand=hand.after_effect())
    if is_asking(state, now_s) and (pointer.phase == "down" or gestures):
        # The touch answers the question and does nothing else; a gesture in progress is cancelled.
        if state.hand.begun:
            state = told(state, Cancelled(), now_s)
        return replace(state, hand=hand.after_effect(), last_input_s=now_s)
    return _signed(replace(state, hand=hand), gestures, now_s)


def on_key(state: State, event: KeyPressed | Wheel, now_s: float) -> State:
    """Tab moves the focus ring; Enter presses the button in it. Other keys go to the screen."""
    places = buttons(state)
    at = focused(state.context.focus, places)
    match event:
        case KeyPressed("tab" | "backtab" as key) if places:
            way = 1 if key == "tab" else -1
            state = told(state, event, now_s)
            return with_focus(state, next_to(state.context.focus, places, way))
        case KeyPressed("enter" | "space") if at:
            pressed = told(state, Pressed(at.rect.centre), now_s)
            return told(pressed, Tapped(at.rect.centre), now_s)
    return told(state, event, now_s)


def held(state: State, now_s: float) -> State:
    """Recognises gestures that need only time, such as a long press."""
    hand, gestures = elapsed(state.hand, now_s)
    return state if hand == state.hand else _signed(replace(state, hand=hand), gestures, now_s)


def asked_by_staff(state: State, now_s: float) -> State:
    """Opens the staff panel when two fingers ask for it; that touch does nothing else."""
    staff = state.staff
    if staff.is_open(now_s) or now_s < staff.asked_s(state.hand, state.context.stage):
        return state
    if state.hand.begun:
        state = told(state, Cancelled(), now_s)
    return replace(state, staff=staff.opened(now_s), hand=state.hand.after_effect())


def _signed(state: State, gestures: tuple[Gesture, ...], now_s: float) -> State:
    """Counts each gesture as visitor input, and passes it on.

    `Cancelled` does not count: the ghost touches of a touch screen end in it.
    """
    for gesture in gestures:
        if not isinstance(gesture, Cancelled):
            state = replace(state, last_input_s=now_s)
        if not state.hand.spent:
            state = told(state, gesture, now_s)
    return state
