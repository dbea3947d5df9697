"""How photos move while they stand."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.geometry import Rect, Size, fill
from kiosk.motion import MOTIONS

SHARES = st.floats(0, 1)


@pytest.mark.parametrize("name", MOTIONS)
@given(
    focus=st.tuples(SHARES, SHARES),
    progress=SHARES,
    ratio=st.floats(0.3, 3),
)
def test_no_edge_shows_and_the_focus_stays(name, focus, progress, ratio):
    """At every moment a photo covers its window, and its focus is in view."""
    window = Rect(0, 0, 1920, 1080)
    image = fill(Size(1000 * ratio, 1000), window, focus)
    now = MOTIONS[name](progress, image, window, focus)

    assert now.covers(window, slack=1e-6)
    at = (now.x + focus[0] * now.width, now.y + focus[1] * now.height)
    assert -1e-6 <= at[0] <= 1920 + 1e-6
    assert -1e-6 <= at[1] <= 1080 + 1e-6


@pytest.mark.parametrize("name", MOTIONS)
def test_a_photo_comes_to_rest_in_its_place(name):
    """At the end of its movement a photo stands where the layout put it, pixel for pixel."""
    image = Rect(-50, 0, 2020, 1080)

    assert MOTIONS[name](1.0, image, Rect(0, 0, 1920, 1080), (0.2, 0.7)) == image


def test_drift_is_slow_throughout():
    """No corner of a drifting photo jumps: it starts and ends gently."""
    window = Rect(0, 0, 1920, 1080)
    frames = [MOTIONS["drift"](n / 600, window, window, (0.5, 0.5)).x for n in range(601)]
    steps = [abs(b - a) for a, b in itertools.pairwise(frames)]

    assert max(steps) < 0.2
    assert steps[0] < 0.01
    assert steps[-1] < 0.01
