"""What all transitions have in common."""

import pytest

from kiosk.geometry import Point, Size
from kiosk.transitions import TRANSITIONS

SCREEN = Size(1920, 1080)


@pytest.mark.parametrize("forward", [True, False])
@pytest.mark.parametrize("name", TRANSITIONS)
def test_ends(name, forward):
    """A transition begins as the outgoing slide and ends as the incoming."""
    transition = TRANSITIONS[name]

    assert transition.at(0.0, SCREEN, forward=forward).shows_only_outgoing(SCREEN)
    assert transition.at(1.0, SCREEN, forward=forward).shows_only_incoming(SCREEN)


@pytest.mark.parametrize("name", TRANSITIONS)
@pytest.mark.parametrize("progress", [0.1, 0.5, 0.9])
def test_the_screen_is_covered_all_the_while(name, progress):
    """At no moment does anything but the two slides show."""
    frame = TRANSITIONS[name].at(progress, SCREEN)

    gap = frame.incoming.offset.x - frame.outgoing.offset.x
    covered = frame.outgoing.offset == Point() or gap == pytest.approx(SCREEN.width)
    assert covered
    assert frame.outgoing.opacity == 1


def test_push_goes_the_way_the_visitor_goes():
    """Forward, the next slide comes from the right; backward, from the left."""
    push = TRANSITIONS["push"]

    assert push.at(0.5, SCREEN).incoming.offset.x > 0
    assert push.at(0.5, SCREEN, forward=False).incoming.offset.x < 0
