"""Pointers become gestures."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from kiosk.base.geometry import Point
from kiosk.gestures import (
    Cancelled,
    Dragged,
    Hand,
    LongPressed,
    Pinched,
    PinchEnded,
    Pressed,
    Released,
    Tapped,
    Thresholds,
)
from kiosk.gestures.finger import TRAIL_MAX
from kiosk.gestures.thresholds import FINGERS_MAX, GIVES_WAY_S, LONG_PRESS_S, STUCK_S
from kiosk.types.events import ALL_POINTERS, Pointer
from tests.gestures.streams import (
    MEANT,
    STREAMS,
    THRESHOLDS,
    cancelled,
    play,
    pointers,
    stroke,
    tap,
    together,
    worn,
)


def kinds(gestures):
    """The gestures' names, each run of one kind once."""
    names = [type(gesture).__name__ for gesture in gestures]
    return [name for n, name in enumerate(names) if n == 0 or name != names[n - 1]]


class TestTap:
    def test_a_short_touch_is_a_tap_where_it_began(self):
        """A finger that trembles within the slop taps the place it came down on."""
        stream = pointers(("down", 10, 10, 0), ("moved", 14, 12, 0.05), ("up", 14, 12, 0.1))
        hand, gestures = play(stream)

        assert not hand.fingers
        assert gestures == [Pressed(Point(10, 10)), Tapped(Point(10, 10))]

    def test_a_second_tap_at_the_place_makes_it_double(self):
        """The first is told at once, the second says that it was the second."""
        _, gestures = play(tap(300, 300, 0) + tap(310, 300, 0.15))

        assert [one.double for one in gestures if isinstance(one, Tapped)] == [False, True]

    @pytest.mark.parametrize(("x", "at_s"), [(340, 0.15), (300, 0.5)])
    def test_elsewhere_or_later_it_is_another_tap(self, x, at_s):
        """Two taps far apart, in place or in time, are two."""
        _, gestures = play(tap(300, 300, 0) + tap(x, 300, at_s))

        assert [one.double for one in gestures if isinstance(one, Tapped)] == [False, False]

    def test_a_third_tap_is_a_first_one(self):
        """Who taps on and on taps twice, and twice."""
        _, gestures = play([one for n in range(4) for one in tap(300, 300, 0.15 * n)])

        taps = [one.double for one in gestures if isinstance(one, Tapped)]
        assert taps == [False, True, False, True]

    @pytest.mark.parametrize("effect", [False, True])
    def test_a_contact_that_bounces_is_one_touch(self, effect):
        """A touch screen that loses a finger for a moment makes no second tap of it."""
        hand, gestures = play(tap(300, 300, 0))
        hand = hand.after_effect() if effect else hand
        lifted_s = hand.now_s
        bounces = [tap(304, 301, lifted_s + at_s, for_s=0.01) for at_s in (0.01, 0.06, 0.11)]
        assert play([pointer for bounce in bounces for pointer in bounce], hand)[1] == []
        assert kinds(gestures) == ["Pressed", "Tapped"]
        assert kinds(play(tap(304, 301, lifted_s + 0.06), hand)[1]) == ["Pressed", "Tapped"]
        assert kinds(play(tap(500, 300, lifted_s + 0.01), hand)[1]) == ["Pressed", "Tapped"]

    def test_a_swipe_whose_beginning_bounces_is_one_still(self):
        """A finger that is lost as it comes down, and then drags, drags."""
        stream = tap(300, 300, 0) + stroke(((302, 300), (700, 300)), 0.1, 0.3)
        _, gestures = play(stream)

        assert kinds(gestures) == ["Pressed", "Tapped", "Pressed", "Dragged", "Released"]

    def test_a_resting_finger_presses_long_and_does_not_tap(self):
        """Whoever leans on the screen triggers nothing, and the screen knows it in time."""
        down, up = tap(10, 10, 0, for_s=3)
        hand, gestures = play([down], until_s=LONG_PRESS_S)
        assert gestures[1:] == [LongPressed(Point(10, 10))]
        _, gestures = play([up], hand)

        assert gestures == [Cancelled()]

    def test_two_fingers_do_not_tap(self):
        """A hand that is laid on the screen chooses nothing."""
        _, gestures = play(together(tap(300, 300, 0), tap(500, 300, 0.01, finger=2)))

        assert kinds(gestures) == ["Pressed", "Cancelled"]


class TestDrag:
    def test_nothing_jumps_when_it_begins(self):
        """However seldom the finger is reported, a drag begins at nought and follows exactly."""
        moves = [("moved", 500 - x, 100, 0.01 * n) for n, x in enumerate((4, 9, 13, 60, 55), 1)]
        _, gestures = play(pointers(("down", 500, 100, 0), *moves))

        drags = [one.by.x for one in gestures if isinstance(one, Dragged)]
        assert drags == pytest.approx([-3, -50, -45])

    def test_it_keeps_the_axis_it_began_on(self):
        """A swipe that strays downward later is still a swipe."""
        stream = pointers(("down", 0, 0, 0), ("moved", 20, 3, 0.02), ("moved", 30, 200, 0.04))
        _, gestures = play(stream)

        assert [g.axis for g in gestures if isinstance(g, Dragged)] == ["x", "x"]

    @pytest.mark.parametrize("distance", [-300, 300])
    @pytest.mark.parametrize("hertz", [20, 60, 240])
    def test_the_speed_at_the_end_is_known(self, distance, hertz):
        """300 px in 0.3 s is 1000 px a second, in its direction, on slow screens and on fast."""
        _, gestures = play(stroke(((500, 100), (500 + distance, 100)), 0, 0.3, hertz=hertz))

        assert gestures[-1].velocity.x == pytest.approx(distance / 0.3, rel=0.15)

    def test_a_finger_that_rests_before_it_lifts_has_no_speed(self):
        """Whoever stops and then lets go does not throw."""
        _, gestures = play(stroke(((500, 100), (800, 100)), 0, 0.2, rest_s=0.4))

        assert gestures[-1] == Released(Point(), "x")

    def test_a_long_press_may_become_a_drag(self):
        """Who rests a finger and then moves it drags what is under it."""
        stream = pointers(("down", 0, 0, 0), ("moved", 50, 0, 2), ("up", 50, 0, 3))
        _, gestures = play(stream)

        assert kinds(gestures) == ["Pressed", "LongPressed", "Dragged", "Released"]


class TestPinch:
    def test_the_middle_and_the_span_are_told(self):
        """Fingers that part to twice their distance scale by two, about their middle."""
        stream = pointers(
            ("down", 400, 300, 0, 1),
            ("down", 600, 300, 0.02, 2),
            ("moved", 400, 280, 0.04, 1),
            ("moved", 400, 300, 0.05, 1),
            ("moved", 800, 300, 0.06, 2),
        )
        _, gestures = play(stream)

        assert gestures[-1].scale == pytest.approx(2, rel=0.01)
        assert gestures[-1].about + gestures[-1].by == Point(600, 300)

    def test_two_fingers_that_pan_do_not_scale(self):
        """Two fingers that move alike carry what is between them as it is."""
        _, gestures = play(STREAMS["two-finger pan"])

        pinches = [one for one in gestures if isinstance(one, Pinched)]
        assert pinches[-1].by.distance_to(Point(-200, 200)) < 40
        assert pinches[-1].scale == pytest.approx(1, abs=0.05)

    def test_it_takes_a_drag_over(self):
        """Of two fingers that pinch, one may come first and move before the other is down."""
        stream = pointers(
            ("down", 400, 300, 0, 1),
            ("moved", 370, 300, 0.02, 1),
            ("down", 600, 300, 0.04, 2),
            ("moved", 640, 300, 0.06, 2),
            ("up", 640, 300, 0.08, 2),
        )
        _, gestures = play(stream)

        expected = ["Pressed", "Dragged", "Cancelled", "Pressed", "Pinched", "PinchEnded"]
        assert kinds(gestures) == expected

    def test_a_palm_beside_it_leaves_a_drag_alone(self):
        """What rests on the screen while a finger draws takes nothing from it."""
        palm = tap(100, 1000, 0.05, finger=2, for_s=0.1)
        _, gestures = play(together(stroke(((1400, 500), (600, 500)), 0, 0.3), palm))

        assert kinds(gestures) == ["Pressed", "Dragged", "Released"]

    def test_the_finger_that_lifts_last_means_nothing(self):
        """Fingers seldom lift together: the other one neither taps nor flings."""
        _, gestures = play(STREAMS["pinch"])

        assert kinds(gestures)[-2:] == ["Pinched", "PinchEnded"]

    def test_a_pinch_is_taken_up_again(self):
        """One finger stays, the other lifts and comes back to go on."""
        stream = [one for one in STREAMS["pinch"] if (one.id, one.phase) != (2, "up")]
        hand, _ = play(stream)
        _, gestures = play(stroke(((700, 500), (600, 400)), 0.6, 0.3, finger=1), hand)

        assert kinds(gestures) == ["Pressed", "Pinched", "PinchEnded"]


class TestPalmsAndGhosts:
    def test_a_resting_palm_gives_way(self):
        """While a palm lies on the screen, a finger swipes as if it were alone."""
        _, gestures = play(STREAMS["palm and swipe"])

        assert kinds(gestures)[-3:] == ["Pressed", "Dragged", "Released"]
        assert "Pinched" not in kinds(gestures)

    def test_a_finger_that_never_lifts_is_dropped(self):
        """After a while it is cancelled, whether it is reported again or trembles on."""
        ghost = [("moved", 500 + n % 3, 500, 0.1 * n) for n in range(1, 300)]
        hand, gestures = play(pointers(("down", 500, 500, 0), *ghost))

        assert not hand.fingers
        assert kinds(gestures) == ["Pressed", "LongPressed", "Cancelled"]
        hand, gestures = play(pointers(("down", 500, 500, 0)), until_s=STUCK_S)
        assert not hand.fingers

    def test_a_stuck_finger_gives_way_at_once(self):
        """A finger that never lifted does not lock the screen for those who come later."""
        stream = pointers(("down", 0, 0, 0)) + tap(50, 50, GIVES_WAY_S, finger=2)
        hand, gestures = play(stream)

        assert not hand.fingers
        assert gestures[-2:] == [Pressed(Point(50, 50)), Tapped(Point(50, 50))]

    def test_a_sixth_finger_changes_nothing(self):
        """What comes beside a whole hand is not looked at."""
        hand_down = pointers(*(("down", 100 * n, 100, 0.001 * n, n) for n in range(FINGERS_MAX)))
        sixth = stroke(((900, 900), (100, 900)), 0.1, 0.3, finger=6)
        before, _ = play(hand_down)
        after, gestures = play(sixth[:-1], before)

        assert gestures == []
        assert after.fingers == before.fingers

    @pytest.mark.parametrize("name", STREAMS)
    def test_losing_focus_cancels_everything(self, name):
        """In the middle of whatever it is, the window's loss lets go, and nothing follows."""
        stream = STREAMS[name]
        for n in range(1, len(stream) + 1):
            hand, begun = play(stream[:n])
            hand, gestures = play(cancelled(stream[n - 1].time_s), hand)
            assert not hand.fingers
            assert gestures == ([Cancelled()] if is_open(begun) else [])
            _, gestures = play([one for one in stream[n:] if one.phase != "down"], hand)
            assert "Pressed" in kinds(gestures) or gestures == []

    def test_a_finger_that_comes_down_twice_has_lifted_between(self):
        """A lost report does not glue two touches together."""
        hand, gestures = play(pointers(("down", 0, 0, 0), ("down", 90, 90, 1), ("up", 90, 90, 1.1)))

        assert not hand.fingers
        assert kinds(gestures) == ["Pressed", "LongPressed", "Cancelled", "Pressed", "Tapped"]


FAULTS = {
    "doubling": {"twice": 0.5},
    "mixing up": {"late": 0.5},
    "losing": {"lost": 0.5},
    "doing all of it": {"twice": 0.3, "late": 0.3, "lost": 0.3},
}


class TestBadScreens:
    @pytest.mark.parametrize("fault", FAULTS)
    @pytest.mark.parametrize("name", MEANT)
    def test_a_hand_means_the_same(self, name, fault):
        """Reports that come twice, late or not at all make no other gesture of it."""
        stream, meant = MEANT[name]
        for seed in range(20):
            hand, gestures = play(worn(stream, seed, **FAULTS[fault]))
            assert kinds(gestures) == meant, f"seed {seed}"
            assert not hand.fingers, f"seed {seed}"

    @pytest.mark.parametrize("fault", FAULTS)
    @pytest.mark.parametrize("hertz", [60, 120])
    def test_a_fling_is_one(self, hertz, fault):
        """It flings the way it went, however it is told."""
        for seed in range(20):
            stream = stroke(((1400, 500), (600, 520)), 0, 0.3, hertz=hertz, jitter=3, seed=seed)
            _, gestures = play(worn(stream, seed, **FAULTS[fault]))
            assert gestures[-1].velocity.x < -THRESHOLDS.fling, f"seed {seed}"

    @pytest.mark.parametrize("way", [-1, 1])
    @pytest.mark.parametrize("read_s", [(0.5,), (0.1, 0.5), (0.05, 0.06, 0.3)])
    def test_a_fling_that_is_read_late_is_one(self, way, read_s):
        """Reports that came while the machine was busy are read in heaps, and each is of then."""
        stream = stroke(((1000, 500), (1000 + way * 600, 520)), 0, 0.3)
        size = -(-len(stream) // len(read_s))
        heaps = [replace(one, time_s=read_s[n // size]) for n, one in enumerate(stream)]
        _, gestures = play(heaps)

        assert THRESHOLDS.fling < way * gestures[-1].velocity.x < 25 * THRESHOLDS.fling

    def test_a_finger_that_never_came_means_nothing(self):
        """Where its coming was lost, or is told last, its moves and its lifting are not heard."""
        down, *rest = stroke(((1400, 500), (600, 520)), 0, 0.3)
        hand, gestures = play(rest)
        assert not hand.fingers
        assert gestures == []
        hand, gestures = play([*rest[:-1], down, rest[-1]])
        assert not hand.fingers
        assert kinds(gestures) == ["Pressed", "Dragged", "Released"]

    def test_a_finger_that_has_lifted_moves_no_more(self):
        """What is told of it later is not heard."""
        swipe = stroke(((1400, 500), (600, 520)), 0, 0.3)
        _, once = play(swipe)
        _, gestures = play([*swipe, *swipe[-3:]])

        assert gestures == once

    def test_a_coming_that_is_told_twice_is_one(self):
        """Neither is it taken back, nor does it wake a hand that has had its effect."""
        down, up = tap(300, 300, 0)
        again = Pointer(down.id, "down", down.at, 0.02)
        hand, gestures = play([down, again, up])
        assert kinds(gestures) == ["Pressed", "Tapped"]
        assert not hand.fingers
        hand, _ = play([down])
        _, gestures = play([again, up], hand.after_effect())
        assert gestures == []

    @pytest.mark.parametrize("name", ["swipe", "pinch"])
    def test_fingers_whose_lifting_is_lost_give_way(self, name):
        """What they held is let go when the next finger comes, which is heard at once."""
        stream = [one for one in MEANT[name][0] if one.phase != "up"]
        held, _ = play(stream)
        assert held.claim
        swipe = stroke(((1400, 500), (600, 520)), 0.5 + GIVES_WAY_S, 0.3, finger=7)
        hand, gestures = play(swipe, held)

        assert kinds(gestures) == ["Cancelled", "Pressed", "Dragged", "Released"]
        assert not hand.fingers

    @pytest.mark.parametrize("name", ["swipe", "pinch"])
    def test_fingers_whose_lifting_is_lost_let_go_by_themselves(self, name):
        """Where nobody comes, what they held is let go all the same."""
        stream = [one for one in MEANT[name][0] if one.phase != "up"]
        hand, gestures = play(stream, until_s=1 + STUCK_S)

        assert not hand.fingers
        assert gestures[-1] == Cancelled()

    def test_a_finger_that_anchors_a_pinch_does_not_give_way(self):
        """While the other one moves, a palm takes nothing from it, however long it rests."""
        anchor = pointers(("down", 900, 500, 0, 1))
        other = stroke(((1000, 500), (1300, 500)), 0.01, 2 * GIVES_WAY_S, finger=2)
        palm = tap(100, 1000, 1.5 * GIVES_WAY_S, finger=3)
        _, gestures = play(together(anchor, other, palm))

        assert kinds(gestures) == ["Pressed", "Pinched", "PinchEnded"]


def test_after_its_effect_a_hand_says_nothing_until_it_has_lifted():
    """Neither its fingers nor those that join them; the next touch is heard again."""
    hand, _ = play(pointers(("down", 100, 100, 0, 1), ("down", 200, 100, 0, 2)))
    slap = pointers(
        ("down", 300, 100, 0.1, 3),
        ("moved", 900, 100, 0.2, 1),
        ("up", 900, 100, 0.3, 1),
        ("up", 300, 100, 0.3, 3),
        ("up", 200, 100, 0.3, 2),
    )
    hand, gestures = play(slap, hand.after_effect())
    assert gestures == []
    _, gestures = play(tap(100, 100, 0.4), hand)

    assert kinds(gestures) == ["Pressed", "Tapped"]


def test_a_trail_is_bounded():
    """A finger that moves for hours takes no memory."""
    moves = [("moved", n % 300, 0, n * 0.01) for n in range(5000)]
    hand, _ = play(pointers(("down", 0, 0, 0), *moves))

    assert len(hand.fingers[0].trail) <= TRAIL_MAX + 1


@pytest.mark.parametrize("px_per_mm", [1.0, 3.8, 12.0])
def test_thresholds_are_of_one_size_on_every_screen(px_per_mm):
    """However fine the screen, a finger has to move by the same few millimetres."""
    thresholds = Thresholds(px_per_mm)

    assert thresholds.slop / px_per_mm == pytest.approx(2.65, abs=0.01)
    assert thresholds.double_tap / px_per_mm == pytest.approx(6.6, abs=0.1)


FOLLOWS = {
    None: {Pressed},
    Pressed: {LongPressed, Tapped, Dragged, Pinched, Cancelled},
    LongPressed: {Dragged, Pinched, Cancelled},
    Dragged: {Dragged, Released, Cancelled},
    Pinched: {Pinched, PinchEnded, Cancelled},
    Tapped: {Pressed},
    Released: {Pressed},
    PinchEnded: {Pressed},
    Cancelled: {Pressed},
}
ENDS = (Tapped, Released, PinchEnded, Cancelled)


def is_open(gestures):
    return bool(gestures) and not isinstance(gestures[-1], ENDS)


MAD = st.lists(
    st.builds(
        Pointer,
        st.sampled_from([0, 1, 2, 3, 4, 5, 6, ALL_POINTERS]),
        st.sampled_from(["down", "moved", "moved", "moved", "up", "cancelled"]),
        st.builds(Point, st.floats(-100, 2000), st.floats(-100, 2000)),
        st.floats(0, 100),
    ),
    max_size=80,
)


@given(MAD)
@settings(max_examples=300, deadline=None, derandomize=True)
def test_every_stream_is_well_formed(stream):
    """Whatever pointers do, each touch begins with a press and has one end, fit for what it was."""
    _, gestures = play(stream)

    assert gestures or all(pointer.phase != "down" for pointer in stream)
    last = None
    for gesture in gestures:
        assert type(gesture) in FOLLOWS[last], gestures
        last = type(gesture)


@given(MAD)
@settings(max_examples=300, deadline=None, derandomize=True)
def test_no_stream_leaves_anything_behind(stream):
    """Once all fingers have lifted nothing is held, and whatever was begun was ended."""
    lifted = pointers(*(("up", 0, 0, 101, finger) for finger in (ALL_POINTERS, *range(7))))
    hand, gestures = play(stream + lifted)

    assert not is_open(gestures)
    assert hand == Hand(last_tap=hand.last_tap, now_s=hand.now_s)
    for gesture in gestures:
        if isinstance(gesture, Pinched):
            assert 0 < gesture.scale < float("inf")
        if isinstance(gesture, Released):
            assert abs(gesture.velocity.x) + abs(gesture.velocity.y) < float("inf")


@given(MAD)
@settings(max_examples=100, deadline=None, derandomize=True)
def test_time_alone_ends_every_stream(stream):
    """Even where no finger is ever reported to lift, nothing is held for ever."""
    hand, gestures = play(stream, until_s=1000)

    assert not hand.fingers
    assert not is_open(gestures)
