"""Turns pointers and keys into gestures, and dispatches them."""

from __future__ import annotations

from msgspec.structs import replace

from kiosk.gestures import Cancelled, Gesture, Pressed, Tapped, elapsed, recognise
from kiosk.screens.overlays.focus_ring import focused, next_to
from kiosk.show.perform import dispatch, with_focus
from kiosk.show.state import State, buttons
from kiosk.types.events import KeyPressed, Pointer, Wheel
from kiosk.types.scene import Typesetter


def on_pointer(state: State, pointer: Pointer, now_s: float, typesetter: Typesetter) -> State:
    if pointer.phase == "down":
        state = with_focus(state, None)
    thresholds = state.context(typesetter).thresholds
    hand, gestures = recognise(state.hand, pointer, thresholds)
    state = dispatch(replace(state, hand=hand), pointer, now_s, typesetter)
    return _with_gestures(state, gestures, now_s, typesetter)


def on_key(state: State, event: KeyPressed | Wheel, now_s: float, typesetter: Typesetter) -> State:
    """Tab moves the focus ring; Enter presses the button in it. Other keys go to the screen."""
    state = replace(state, last_input_s=now_s)
    places = buttons(state, typesetter)
    at = focused(state.focus, places)
    match event:
        case KeyPressed("tab" | "backtab" as key) if places:
            way = 1 if key == "tab" else -1
            state = dispatch(state, event, now_s, typesetter)
            return with_focus(state, next_to(state.focus, places, way))
        case KeyPressed("enter" | "space") if at:
            pressed = dispatch(state, Pressed(at.rect.centre), now_s, typesetter)
            return dispatch(pressed, Tapped(at.rect.centre), now_s, typesetter)
    return dispatch(state, event, now_s, typesetter)


def on_time(state: State, now_s: float, typesetter: Typesetter) -> State:
    """Recognises gestures that need only time, such as a long press."""
    hand, gestures = elapsed(state.hand, now_s)
    if hand == state.hand:
        return state
    return _with_gestures(replace(state, hand=hand), gestures, now_s, typesetter)


def _with_gestures(
    state: State, gestures: tuple[Gesture, ...], now_s: float, typesetter: Typesetter
) -> State:
    """Counts each gesture as visitor input, and dispatches it.

    `Cancelled` does not count: the ghost touches of a touch screen end in it.
    """
    for gesture in gestures:
        if not isinstance(gesture, Cancelled):
            state = replace(state, last_input_s=now_s)
        if not state.hand.spent:
            state = dispatch(state, gesture, now_s, typesetter)
    return state
