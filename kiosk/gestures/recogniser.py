"""Recognises gestures: drag, long press, tap and pinch compete for the fingers on the screen.

With one finger down, drag, long press and tap compete. With two, only pinch is left. The first
recogniser that accepts wins; a tap wins if no other did. A pinch may take over a drag.
"""

from __future__ import annotations

import math
from collections.abc import Collection

from msgspec import Struct
from msgspec.structs import replace

from kiosk.base.clock import LONG_AGO_S
from kiosk.gestures.drag import Drag
from kiosk.gestures.finger import Finger
from kiosk.gestures.gesture import Cancelled, Gesture, LongPressed, Pressed
from kiosk.gestures.pinch import Pinch
from kiosk.gestures.tap import Tap, tapped
from kiosk.gestures.thresholds import (
    FINGERS_MAX,
    GIVES_WAY_S,
    LONG_PRESS_S,
    STUCK_S,
    TWICE_S,
    Thresholds,
)
from kiosk.types.events import ALL_POINTERS, Pointer

Gestures = tuple[Gesture, ...]


class Hand(Struct, frozen=True):
    """The fingers that are down, in the order they came, and what they mean so far."""

    fingers: tuple[Finger, ...] = ()
    claim: Drag | Pinch | None = None
    begun: bool = False
    """Whether `Pressed` was reported, and its end was not yet."""
    may_tap: bool = False
    spent: bool = False
    """Whether these fingers have had their effect, and produce no more gestures."""
    last_tap: Tap | None = None
    lifted: Tap | None = None
    """Where and when the last tapping finger lifted; unlike `last_tap`, it outlives the effect."""
    bounced: bool = False
    """Whether the first finger came back too soon after `lifted` to be another touch. It cannot
    tap; it is reported only if it drags or pinches."""
    now_s: float = LONG_AGO_S

    @property
    def due_s(self) -> float:
        """When the next timeout (long press, stuck finger) fires."""
        stuck_s = min((finger.rest[0] + STUCK_S for finger in self.fingers), default=math.inf)
        return min(stuck_s, self.fingers[0].started_s + LONG_PRESS_S) if self.may_tap else stuck_s

    def after_effect(self) -> Hand:
        """The hand after a touch had its effect: its fingers are ignored until all have lifted."""
        return replace(self._anew(self.fingers), spent=bool(self.fingers), last_tap=None)

    def _anew(self, fingers: tuple[Finger, ...]) -> Hand:
        """The hand after a gesture: the fingers that are still down mean nothing by lifting.

        Together with another finger, one of them may pinch again.
        """
        return Hand(
            tuple(finger.anew() for finger in fingers),
            spent=self.spent and bool(fingers),
            last_tap=self.last_tap,
            lifted=self.lifted,
            now_s=self.now_s,
        )

    def _finger(self, id: int) -> Finger | None:  # noqa: A002 -- the field's name
        return next((finger for finger in self.fingers if finger.id == id), None)


def recognise(hand: Hand, pointer: Pointer, thresholds: Thresholds) -> tuple[Hand, Gestures]:
    """Returns the hand after a pointer's event, and the gestures that the event completes.

    An event with an earlier time than the last one counts as simultaneous with it.
    """
    hand, passed = elapsed(hand, pointer.time_s)
    match pointer.phase:
        case "down":
            hand, gestures = _down(hand, pointer, thresholds)
        case "moved":
            hand, gestures = _moved(hand, pointer, thresholds)
        case "up":
            hand, gestures = _lifted(hand, pointer, thresholds)
        case "cancelled" if pointer.id == ALL_POINTERS:
            hand, gestures = _without(hand, {finger.id for finger in hand.fingers})
        case "cancelled":
            hand, gestures = _without(hand, {pointer.id})
    return hand, passed + gestures


def elapsed(hand: Hand, now_s: float) -> tuple[Hand, Gestures]:
    """Returns the hand after some time, and the gestures that fire by time alone."""
    hand = replace(hand, now_s=max(hand.now_s, now_s))
    hand, gestures = _without(hand, _resting(hand, STUCK_S))
    if hand.may_tap and hand.now_s - hand.fingers[0].started_s >= LONG_PRESS_S:
        pressed = LongPressed(hand.fingers[0].start)
        return replace(hand, may_tap=False), (*gestures, pressed)
    return hand, gestures


def _down(hand: Hand, pointer: Pointer, thresholds: Thresholds) -> tuple[Hand, Gestures]:
    known = hand._finger(pointer.id)
    if known and hand.now_s - known.started_s < TWICE_S:
        return hand, ()
    hand, gestures = _without(hand, {pointer.id} | _giving_way(hand))
    if len(hand.fingers) >= FINGERS_MAX:
        return hand, gestures
    finger = Finger.down(pointer.id, pointer.at, hand.now_s)
    if hand.fingers:
        return replace(hand, fingers=(*hand.fingers, finger), may_tap=False), gestures
    if _bounces(hand, pointer, thresholds):
        return replace(hand, fingers=(finger,), bounced=True), gestures
    hand = replace(hand, fingers=(finger,), begun=True, may_tap=True)
    return hand, (*gestures, Pressed(pointer.at))


def _moved(hand: Hand, pointer: Pointer, thresholds: Thresholds) -> tuple[Hand, Gestures]:
    if hand._finger(pointer.id) is None:
        return hand, ()
    fingers = tuple(
        finger.moved(pointer.at, hand.now_s, thresholds.slop) if finger.id == pointer.id else finger
        for finger in hand.fingers
    )
    hand, gestures = _claimed(replace(hand, fingers=fingers), thresholds.slop)
    if hand.claim and pointer.id in hand.claim.ids:
        gestures += (hand.claim.moved(fingers),)
    return hand, gestures


def _claimed(hand: Hand, slop: float) -> tuple[Hand, Gestures]:
    """The hand after a recogniser accepted; reports `Pressed` first if it was not yet."""
    if hand.spent or isinstance(hand.claim, Pinch):
        return hand, ()
    first, *others = hand.fingers
    claim: Drag | Pinch | None = None
    gestures: Gestures = ()
    if others and (hand.claim is None or others[0].way >= slop):
        claim = Pinch.claimed(first, others[0], slop)
        told = (Cancelled(),) if hand.claim else ()
        gestures = () if hand.begun and not told else (*told, Pressed(first.at))
    elif hand.claim is None and (hand.begun or hand.bounced):
        claim = Drag.claimed(first, slop)
        gestures = () if hand.begun else (Pressed(first.start),)
    if claim is None:
        return hand, ()
    return replace(hand, claim=claim, begun=True, may_tap=False), gestures


def _lifted(hand: Hand, pointer: Pointer, thresholds: Thresholds) -> tuple[Hand, Gestures]:
    hand, gestures = _moved(hand, pointer, thresholds)
    finger = hand._finger(pointer.id)
    if finger is not None and hand.claim and finger.id in hand.claim.ids:
        others = tuple(one for one in hand.fingers if one != finger)
        return hand._anew(others), (*gestures, hand.claim.ended(hand.fingers))
    if finger is not None and hand.may_tap:
        tap, last_tap = tapped(finger, hand.last_tap, hand.now_s, thresholds)
        hand = replace(hand, last_tap=last_tap, lifted=Tap(finger.at, hand.now_s))
        return hand._anew(()), (*gestures, tap)
    if hand.bounced:
        hand = replace(hand, lifted=Tap(pointer.at, hand.now_s))
    hand, ended = _without(hand, {pointer.id})
    return hand, gestures + ended


def _without(hand: Hand, gone: Collection[int]) -> tuple[Hand, Gestures]:
    """The hand without some fingers that disappeared but did not lift."""
    fingers = tuple(finger for finger in hand.fingers if finger.id not in gone)
    if fingers == hand.fingers:
        return hand, ()
    if fingers and not (hand.claim and hand.claim.ids.intersection(gone)):
        return replace(hand, fingers=fingers, may_tap=False), ()
    return hand._anew(fingers), (Cancelled(),) if hand.begun else ()


def _bounces(hand: Hand, pointer: Pointer, thresholds: Thresholds) -> bool:
    return (
        hand.lifted is not None
        and hand.now_s - hand.lifted.time_s < TWICE_S
        and pointer.at.distance_to(hand.lifted.at) <= thresholds.double_tap
    )


def _giving_way(hand: Hand) -> set[int]:
    """Resting fingers that a new finger replaces; none while a finger of a gesture moves."""
    resting = _resting(hand, GIVES_WAY_S)
    return resting if hand.claim is None or hand.claim.ids <= resting else set()


def _resting(hand: Hand, seconds: float) -> set[int]:
    return {finger.id for finger in hand.fingers if finger.rested_s(hand.now_s) >= seconds}
