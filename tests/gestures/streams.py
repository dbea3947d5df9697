"""Streams of pointers as touch screens send them: with jitter, seldom, or in the wrong order."""

from __future__ import annotations

import random

from kiosk.base.geometry import Point, Size
from kiosk.gestures import Hand, Thresholds, elapsed, recognise
from kiosk.types.events import ALL_POINTERS, Pointer

THRESHOLDS = Thresholds(px_per_mm=96 / 25.4)
"""At 96 pixels an inch, PhotoSwipe's numbers are what they are: 10 px, 500 px a second."""
SCREEN = Size(1920, 1080)


def play(pointers, hand=None, until_s=None):
    """The hand that a stream leaves, and the gestures it was."""
    hand, gestures = hand or Hand(), []
    for pointer in pointers:
        hand, more = recognise(hand, pointer, THRESHOLDS)
        gestures += more
    if until_s is not None:
        hand, more = elapsed(hand, until_s)
        gestures += more
    return hand, gestures


def pointers(*events):
    """From (phase, x, y, time) or (phase, x, y, time, finger)."""
    return [
        Pointer(finger[0] if finger else 1, phase, Point(x, y), time_s)
        for phase, x, y, time_s, *finger in events
    ]


def tap(x, y, at_s, finger=1, for_s=0.08):
    return pointers(("down", x, y, at_s, finger), ("up", x, y, at_s + for_s, finger))


def stroke(path, at_s, seconds, *, hertz=60, finger=1, jitter=0.0, seed=0, rest_s=0.0):
    """A finger led along a path from one point to another, as often reported as asked for."""
    rng = random.Random(seed)
    (x0, y0), (x1, y1) = path
    steps = max(1, round(seconds * hertz))
    moves = [
        (
            "moved",
            x0 + (x1 - x0) * n / steps + rng.uniform(-jitter, jitter),
            y0 + (y1 - y0) * n / steps + rng.uniform(-jitter, jitter),
            at_s + seconds * n / steps,
            finger,
        )
        for n in range(1, steps + 1)
    ]
    end = ("up", x1, y1, at_s + seconds + rest_s + 0.004, finger)
    return pointers(("down", x0, y0, at_s, finger), *moves, end)


def together(*streams):
    return sorted((one for stream in streams for one in stream), key=lambda one: one.time_s)


def worn(stream, seed, *, twice=0.0, late=0.0, lost=0.0):
    """The stream as a bad touch screen sends it: some reports twice, some late, some not at all.

    No finger's coming and going is lost.
    """
    rng = random.Random(seed)
    sent = []
    for one in stream:
        if one.phase == "moved" and rng.random() < lost:
            continue
        sent += [one, one] if rng.random() < twice else [one]
    for n in range(1, len(sent)):
        moves = sent[n - 1].phase == sent[n].phase == "moved"
        if moves and rng.random() < late:
            sent[n - 1], sent[n] = sent[n], sent[n - 1]
    return sent


def cancelled(at_s, finger=ALL_POINTERS):
    return [Pointer(finger, "cancelled", Point(), at_s)]


MEANT = {
    "tap": (tap(300, 300, 0), ["Pressed", "Tapped"]),
    "two taps": (
        tap(300, 300, 0) + tap(304, 297, 0.2),
        ["Pressed", "Tapped", "Pressed", "Tapped"],
    ),
    "long press": (tap(300, 300, 0, for_s=1.0), ["Pressed", "LongPressed", "Cancelled"]),
    "swipe": (
        stroke(((1400, 500), (600, 520)), 0, 0.25),
        ["Pressed", "Dragged", "Released"],
    ),
    "scroll": (
        stroke(((900, 900), (880, 300)), 0, 0.4),
        ["Pressed", "Dragged", "Released"],
    ),
    "pinch": (
        together(
            stroke(((900, 500), (600, 400)), 0, 0.4, finger=1),
            stroke(((1000, 560), (1300, 660)), 0.002, 0.4, finger=2),
        ),
        ["Pressed", "Pinched", "PinchEnded"],
    ),
    "two-finger pan": (
        together(
            stroke(((900, 500), (700, 700)), 0, 0.4, finger=1),
            stroke(((1100, 500), (900, 700)), 0.002, 0.4, finger=2),
        ),
        ["Pressed", "Pinched", "PinchEnded"],
    ),
}
"""What a hand means, and how it is told where the touch screen is good."""

STREAMS = {
    "tap": tap(300, 300, 0),
    "two taps": tap(300, 300, 0) + tap(304, 297, 0.2),
    "swipe": stroke(((1400, 500), (600, 520)), 0, 0.25, jitter=2),
    "swipe at 20 Hz": stroke(((1400, 500), (600, 520)), 0, 0.25, hertz=20, jitter=4),
    "scroll": stroke(((900, 900), (880, 300)), 0, 0.4, jitter=2),
    "pinch": together(
        stroke(((900, 500), (600, 400)), 0, 0.4, finger=1, jitter=1),
        stroke(((1000, 560), (1300, 660)), 0.03, 0.4, finger=2, jitter=1, seed=1),
    ),
    "two-finger pan": together(
        stroke(((900, 500), (700, 700)), 0, 0.4, finger=1),
        stroke(((1100, 500), (900, 700)), 0, 0.4, finger=2),
    ),
    "palm and swipe": together(
        pointers(("down", 200, 1000, 0, 9), ("up", 203, 1001, 9, 9)),
        stroke(((1400, 500), (600, 520)), 4, 0.25),
    ),
    "wrong order": stroke(((1400, 500), (600, 520)), 0, 0.25)[:1]
    + stroke(((1400, 500), (600, 520)), 0, 0.25)[:0:-1],
    "focus lost": stroke(((1400, 500), (600, 520)), 0, 0.25)[:-3] + cancelled(0.3),
}
"""One of each, by what it is."""
