"""A finger's events become gestures."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.events import Pointer
from kiosk.geometry import Point
from kiosk.gestures import (
    Cancelled,
    Dragged,
    Pressed,
    Released,
    Tapped,
    Thresholds,
    Touch,
    recognise,
)

THRESHOLDS = Thresholds(px_per_mm=96 / 25.4)
"""At 96 pixels an inch, PhotoSwipe's numbers are what they are: 10 px, 500 px a second."""


def play(*events, touch=None):
    """Gestures of a stream of (phase, x, y, time), and the touch that is left."""
    gestures = []
    for phase, x, y, time_s, *finger in events:
        pointer = Pointer(finger[0] if finger else 1, phase, Point(x, y), time_s)
        touch, more = recognise(touch, pointer, THRESHOLDS)
        gestures += more
    return touch, gestures


def swipe(distance, seconds, rest_s=0.0):
    steps = max(2, round(seconds / 0.016))
    moves = [
        ("moved", 500 + distance * n / steps, 100, seconds * n / steps) for n in range(1, steps + 1)
    ]
    end = ("up", 500 + distance, 100, seconds + rest_s + 0.005)
    return play(("down", 500, 100, 0), *moves, end)


def test_a_short_touch_is_a_tap_where_it_began():
    """A finger that trembles within the slop taps the place it came down on."""
    touch, gestures = play(("down", 10, 10, 0), ("moved", 14, 12, 0.05), ("up", 14, 12, 0.1))

    assert touch is None
    assert gestures == [Pressed(Point(10, 10)), Tapped(Point(10, 10))]


def test_a_resting_finger_does_not_tap():
    """Whoever leans on the screen triggers nothing."""
    _, gestures = play(("down", 10, 10, 0), ("up", 10, 10, 3.0))

    assert gestures[1:] == [Cancelled()]


def test_a_drag_keeps_the_axis_it_began_on():
    """A swipe that strays downward later is still a swipe."""
    _, gestures = play(("down", 0, 0, 0), ("moved", 20, 3, 0.02), ("moved", 30, 200, 0.04))

    assert [g.axis for g in gestures if isinstance(g, Dragged)] == ["x", "x"]


@pytest.mark.parametrize("distance", [-300, 300])
def test_the_speed_at_the_end_is_known(distance):
    """300 px in 0.3 s is 1000 px a second, in its direction."""
    _, gestures = swipe(distance, 0.3)

    assert isinstance(gestures[-1], Released)
    assert gestures[-1].velocity.x == pytest.approx(distance / 0.3, rel=0.15)


def test_a_finger_that_rests_before_it_lifts_has_no_speed():
    """Whoever stops and then lets go does not throw."""
    _, gestures = swipe(300, 0.2, rest_s=0.4)

    assert gestures[-1] == Released(Point(), "x")


def test_slow_sampling_still_has_a_speed():
    """A touch screen that reports 20 times a second can be swiped."""
    moves = [("moved", 500 - 50 * n, 100, 0.05 * n) for n in range(1, 7)]
    _, gestures = play(("down", 500, 100, 0), *moves, ("up", 200, 100, 0.305))

    assert gestures[-1].velocity.x < -500


def test_further_fingers_change_nothing():
    """While one finger is down, others are not looked at."""
    touch, gestures = play(
        ("down", 0, 0, 0), ("down", 90, 90, 0.1, 2), ("moved", 300, 0, 0.2, 2), ("up", 9, 9, 0.3, 2)
    )

    assert touch is not None
    assert gestures == [Pressed(Point(0, 0))]


def test_a_stuck_finger_gives_way():
    """A finger that never lifted does not lock the screen for those who come later."""
    touch, gestures = play(("down", 0, 0, 0), ("down", 50, 50, 60, 2), ("up", 50, 50, 60.1, 2))

    assert touch is None
    assert gestures[1:] == [Cancelled(), Pressed(Point(50, 50)), Tapped(Point(50, 50))]


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["down", "moved", "up", "cancelled"]),
            st.floats(-100, 2000),
            st.floats(-100, 2000),
            st.floats(0, 100),
            st.integers(0, 6),
        ),
        max_size=60,
    )
)
def test_no_stream_of_pointers_leaves_a_finger_behind(events):
    """However mad the events, once all fingers have lifted nothing is held."""
    touch, gestures = play(*events)
    for finger in range(7):
        touch, _ = play(("up", 0, 0, 101, finger), touch=touch)

    assert touch is None
    for gesture in gestures:
        if isinstance(gesture, Released):
            assert abs(gesture.velocity.x) < float("inf")


def test_a_trail_is_bounded():
    """A finger that moves for hours takes no memory."""
    moves = [("moved", n % 300, 0, n * 0.01) for n in range(5000)]
    touch, _ = play(("down", 0, 0, 0), *moves)

    assert isinstance(touch, Touch)
    assert len(touch.trail) < 100
