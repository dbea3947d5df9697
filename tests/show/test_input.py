"""No hand, however mad, leaves a screen in the way of the next one."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import Struct

from kiosk import show
from kiosk.base.geometry import Point, Size
from kiosk.gestures import Hand
from kiosk.style.comfort import Comfort
from kiosk.types.events import ALL_POINTERS, Event, KeyPressed, PhotoFailed, Pointer, Resized, Wheel
from tests.world import SCREEN, Player, three_exhibitions

FINGERS = range(7)
STARTS = ("attract", "home", "interview", "one:1", "one:4", "two:10")
SETTLED_S = 5.0
"""Springs, throws, turns and fades are over after so long."""


class Deed(Struct, frozen=True):
    """Something that happens, and how long nothing happens before it."""

    pause_s: float
    event: Event | show.CollectionChanged | None


ANYWHERE = st.builds(Point, st.floats(-50, SCREEN.width + 50), st.floats(-50, SCREEN.height + 50))
WAYS = st.builds(Point, st.floats(-900, 900), st.floats(-500, 500))
PAUSES = st.sampled_from([0.0, 0.0, 0.004, 1 / 60, 0.05, 0.3, 1.0, 2.5, 31.0])
EVENTS = (
    st.builds(
        Pointer,
        st.sampled_from([*FINGERS, ALL_POINTERS]),
        st.sampled_from(["down", "moved", "moved", "up", "cancelled"]),
        ANYWHERE,
        st.just(0.0),
    ),
    st.builds(
        KeyPressed,
        st.sampled_from(["left", "right", "up", "down", "plus", "minus", "enter", "escape"]),
    ),
    st.builds(Wheel, st.floats(-300, 300)),
    st.builds(Resized, st.sampled_from([SCREEN, Size(800, 1280)])),
    st.builds(PhotoFailed, st.sampled_from(["/one/3.jpg", "/two/7.jpg"])),
    st.builds(show.CollectionChanged, st.just(three_exhibitions(idle_s=30))),
)
"""Whatever can happen, in no order."""


@st.composite
def touches(draw):
    """One to three fingers that mean something, on a touch screen that tells it badly."""
    fingers = draw(st.sampled_from([(1,), (2,), (1, 2), (1, 2, 3)]))
    pause_s = draw(st.sampled_from([0.004, 1 / 60, 0.05]))
    starts = {finger: draw(ANYWHERE) for finger in fingers}
    ways = {finger: draw(WAYS) for finger in fingers}
    steps = draw(st.integers(0, 5))
    told = [(finger, "down", starts[finger]) for finger in fingers]
    for n in range(1, steps + 1):
        told += [(one, "moved", starts[one] + ways[one] * (n / steps)) for one in fingers]
    told += [(one, "up", starts[one] + ways[one] * bool(steps)) for one in fingers]
    faults = st.tuples(st.sampled_from(["lost", "twice", "late"]), st.integers(0, 20))
    for fault, place in draw(st.lists(faults, max_size=3)):
        at = place % (len(told) or 1)
        one, other = told[at : at + 1], told[at + 1 : at + 2]
        told[at : at + 2] = {"lost": other, "twice": one + one + other, "late": other + one}[fault]
    return [Deed(pause_s, Pointer(*one, 0.0)) for one in told] + [Deed(draw(PAUSES), None)]


STREAMS = st.lists(
    st.one_of(
        touches(), touches(), st.builds(Deed, PAUSES, st.one_of(EVENTS)).map(lambda one: [one])
    ),
    max_size=10,
).map(lambda pieces: [deed for piece in pieces for deed in piece])


@pytest.mark.parametrize("still", [False, True])
@pytest.mark.parametrize("language", ["en", "ar"])
@given(start=st.sampled_from(STARTS), stream=STREAMS)
@settings(max_examples=60, deadline=None, derandomize=True)
def test_no_hand_leaves_anything_behind(typesetter, language, still, start, stream):
    """Whatever it did, and on whichever screen: once it is gone, all is free and in its place."""
    collection = three_exhibitions(languages=[language, "fr"], idle_s=30)
    player = Player(collection, typesetter, language=language, comfort=Comfort(still=still))
    player.open_at(start)
    player.step(1)
    for deed in stream:
        do(deed, player)
        assert player.due_s() >= player.now_s
        for picture in player.pictures():
            assert 0 < picture.image.width < math.inf
            assert 0 < picture.image.height < math.inf
    for finger in (*FINGERS, ALL_POINTERS):
        player.tell(Pointer(finger, "up", Point(), player.now_s))
    player.wait(SETTLED_S, frame_s=0.5)
    assert_free(player)
    player.wait(100, frame_s=5.0)

    assert player.screen == "Attract"


def do(deed, player):
    player.step(deed.pause_s)
    match deed.event:
        case Pointer(finger, phase, at):
            player.tell(Pointer(finger, phase, at, player.now_s))
        case None:
            pass
        case event:
            player.tell(event)


def assert_free(player):
    """No finger is held, nothing that was begun goes on, and what was moved is at its place."""
    state, screen, now_s = player.state, player.state.screen, player.now_s
    remembered = {key: getattr(state.hand, key) for key in ("last_tap", "lifted", "now_s")}
    assert state.hand == Hand(**remembered)
    assert state.leaving is None
    assert getattr(screen, "pressed", None) is None
    match player.screen:
        case "InterviewReader":
            assert not screen.held
            words = [item for item in player.view().layers[0].items if hasattr(item, "paragraph")]
            assert words, "the page was scrolled away"
        case "Viewer":
            assert not screen.pending
            assert not screen.strip.pan.held
            placed = screen.strip.layers(player.context, now_s)
            assert [layer.offset for layer in placed] == [Point()]
            if screen.zoom:
                assert_settled(screen.zoom, player.context.stage, now_s)


def assert_settled(zoom, stage, now_s):
    """A photo that is out of its slide rests within its bounds, and no finger is on it."""
    assert zoom.rests(now_s)
    assert not zoom.is_leaving
    assert zoom.grip is zoom.about is None
    transform = zoom.transform(now_s)
    assert zoom.fit(stage) - 1e-9 <= transform.scale <= 1
    bounded = transform.bounded(zoom.size, stage.size)
    assert math.hypot(bounded.x - transform.x, bounded.y - transform.y) < 1e-6


@pytest.mark.parametrize("start", ["one:4", "interview"])
@pytest.mark.parametrize(
    ("before", "after"), [((1920, 1080), (800, 1280)), ((800, 1280), (1920, 1080))]
)
def test_a_screen_of_another_size_finds_all_in_its_place(typesetter, start, before, after):
    """A photo that was seen near, and a page that was read to its end, keep to the screen."""
    player = Player(three_exhibitions(), typesetter, size=Size(*before))
    player.open_at(start)
    player.wait(2)
    for key in ("plus", "plus", "right", "end"):
        player.key(key)
        player.wait(2)
    player.tell(Resized(Size(*after)))
    player.wait(SETTLED_S)

    assert player.screen == "InterviewReader" or player.state.screen.zoom
    assert_free(player)


def test_a_finger_lets_go_when_the_screen_changes(typesetter):
    """What it held goes back, and its next moves, of another screen, mean nothing."""
    player = Player(three_exhibitions(), typesetter)
    player.open_at("one:4")
    player.wait(2)
    player.press(Point(900, 300))
    player.step(0.02)
    player.move(Point(500, 300))
    player.tell(Resized(Size(800, 1280)))
    player.move(Point(300, 300))
    player.wait(SETTLED_S)

    assert not player.state.screen.strip.pan.held
    assert player.state.screen.strip.pan.at(player.now_s) == 0
