"""Curves and springs."""

import itertools

import pytest

from kiosk.base.easing import Spring, sine, standard


@pytest.mark.parametrize("curve", [sine, standard])
def test_curves_go_from_nought_to_one_and_never_back(curve):
    """A curve begins at 0, ends at 1, stays there, and only rises."""
    values = [curve(step / 200) for step in range(-20, 241)]

    assert values[0] == values[20] == 0
    assert values[220] == values[-1] == pytest.approx(1)
    assert all(later >= earlier - 1e-6 for earlier, later in itertools.pairwise(values))


@pytest.mark.parametrize("damping", [0.3, 0.75, 1.0])
def test_a_spring_obeys_its_equation(damping):
    """Closed forms agree with the motion stepped in small steps."""
    spring = Spring(12, damping)
    x, v, dt = 300.0, -2000.0, 1e-5
    for _ in range(int(0.25 / dt)):
        v += (-2 * damping * 12 * v - 144 * x) * dt
        x += v * dt

    assert spring.at(0.25, 300, -2000) == pytest.approx((x, v), rel=2e-2, abs=1.0)


def test_a_spring_comes_to_rest():
    """After a few seconds nothing of the movement is left."""
    spring = Spring(12, 0.75)

    assert spring.settled(*spring.at(2.0, 1920, 5000))
    assert not spring.settled(*spring.at(0.1, 1920, 5000))
