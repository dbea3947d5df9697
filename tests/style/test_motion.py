"""How photos move while they stand."""

import itertools
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.base.geometry import Rect, Size, fill
from kiosk.exhibition.exhibition import MotionName
from kiosk.style.motion import MOTIONS

SHARES = st.floats(0, 1)


def test_every_name_has_a_motion():
    """Every motion that a curator may name is in the table."""
    assert set(MOTIONS) == set(get_args(MotionName))


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


@pytest.mark.parametrize("name", MOTIONS)
def test_motion_is_slow_throughout(name):
    """In ten seconds at 60 frames no corner of a photo jumps: it starts and ends gently."""
    window = Rect(0, 0, 1920, 1080)
    frames = [MOTIONS[name](n / 600, window, window, (0.4, 0.5)).x for n in range(601)]
    steps = [abs(b - a) for a, b in itertools.pairwise(frames)]

    assert max(steps) < 2
    assert steps[0] < 0.02
    assert steps[-1] < 0.02
    assert max(abs(b - a) for a, b in itertools.pairwise(steps)) < 0.02


@pytest.mark.parametrize("name", MOTIONS)
@given(progress=SHARES, later=SHARES)
def test_motion_goes_one_way(name, progress, later):
    """What passes under a place lies between what is there first and what is there last."""
    window = Rect(0, 0, 1920, 1080)
    early, late = sorted((progress, later))
    image = Rect(-100, 0, 2120, 1080)
    one, other = (MOTIONS[name](at, image, window, (0.2, 0.7)) for at in (early, late))

    assert one.width >= other.width - 1e-9
    assert one.height >= other.height - 1e-9


def test_reveal_starts_on_the_focus():
    """First the detail is in the middle, half as large again; then the whole is there."""
    window = Rect(0, 0, 1000, 1000)
    first = MOTIONS["reveal"](0, window, window, (0.4, 0.6))

    assert first.width == 1500
    assert first.x + 0.4 * first.width == pytest.approx(500, abs=101)
    assert first.y + 0.6 * first.height == pytest.approx(500, abs=101)
    assert MOTIONS["reveal"](0.75, window, window, (0.4, 0.6)) == window
