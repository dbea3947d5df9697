"""Slides under the finger: laws that hold whatever it does."""

import math
import random

import pytest

from kiosk.base.geometry import Point
from kiosk.style.comfort import Comfort
from tests.world import SCREEN, Player, collection, entry, slide

WIDTH = SCREEN.width
FRAME_S = 1 / 60


def viewer(typesetter, start=4, **options):
    """In the middle of an exhibition of nine slides that arrive in all ways there are."""
    ways = ("fade", "push", "cut")
    slides = [slide(photo=f"/{n}.jpg", transition=ways[n % 3]) for n in range(9)]
    language = options.get("language", "en")
    player = Player(collection(entry("one", *slides), languages=[language]), typesetter, **options)
    player.open_at(f"one:{start}")
    player.wait(3)
    return player


def index(player):
    return player.state.screen.slide_view.index


def place(player):
    """Where the whole row is: pixels to the right of where its first slide is in its place."""
    row = player.state.screen.strip
    return row.pan.at(player.now_s) + place_of(player, row.slide_view.index)


def place_of(player, number):
    reading = -1 if player.context.stage.mirrored else 1
    return -reading * number * WIDTH


def fling(player, by, y=300):
    start = Point(WIDTH / 2 - by / 2, y)
    player.drag(start, start + Point(by, 0), 0.08)


def slides(player):
    """The layers of the slides, without the bar."""
    return player.state.screen.view(player.context, player.now_s)[:-1]


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("still", [False, True])
@pytest.mark.parametrize("by", [-300, 300])
@pytest.mark.parametrize("after_s", [0.0, 0.05, 0.15, 0.3, 0.6, 1.5])
def test_a_touch_catches_the_row_where_it_is(typesetter, language, still, by, after_s):
    """At any moment of a settling row, a finger stops it, and moves it on from there."""
    player = viewer(typesetter, language=language, comfort=Comfort(still=still))
    fling(player, by)
    player.step(after_s)
    before, at = slides(player), place(player)
    player.press(Point(600, 300))
    assert slides(player) == before
    slop = player.context.thresholds.slop
    player.step(FRAME_S)
    player.move(Point(600 + slop + 40, 300))

    assert place(player) == pytest.approx(at + 40)


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("after_s", [0.02, 0.1, 0.2])
def test_a_touch_catches_a_slide_that_is_pushed_in(typesetter, language, after_s):
    """A slide that a key has called in stops under the finger, too, and moves on from there."""
    player = viewer(typesetter, start=4, language=language)
    player.key("left" if language == "ar" else "right")
    player.step(0)
    player.step(after_s)
    before = {layer.offset.x for layer in slides(player)}
    player.press(Point(600, 300))
    assert 0 not in before
    assert {layer.offset.x for layer in slides(player)} == before
    player.step(1)

    assert {layer.offset.x for layer in slides(player)} == before


def test_a_slide_that_fades_in_goes_on_fading_under_the_finger(typesetter):
    """A touch during a fade neither ends it nor begins it again."""
    player = viewer(typesetter, start=3)
    player.key("right")
    player.step(0)
    player.step(0.1)
    before = slides(player)
    player.press(Point(600, 300))

    assert len(before) == 2
    assert slides(player) == before


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("way", [-1, 1])
@pytest.mark.parametrize(("share", "turns"), [(0.85, False), (1.2, True)])
def test_half_a_pixel_a_millisecond_turns(typesetter, language, way, share, turns):
    """However short the way was; a little slower, only more than half of the screen does."""
    player = viewer(typesetter, language=language)
    speed = way * share * 0.5 * 1000 * player.context.thresholds.px_per_mm * 25.4 / 96
    at = Point(WIDTH / 2, 300)
    player.drag(at, at + Point(speed * 0.2, 0), 0.2)
    player.wait(3)
    onward = -way if language == "en" else way

    assert index(player) == 3 + (onward if turns else 0)


@pytest.mark.parametrize("way", [-1, 1])
@pytest.mark.parametrize(("share", "turns"), [(0.48, False), (0.52, True)])
def test_half_of_the_screen_turns(typesetter, way, share, turns):
    """Without any speed, a slide that was drawn over more than half of the screen gives way."""
    player = viewer(typesetter)
    by = way * (share * WIDTH + player.context.thresholds.slop)
    at = Point(WIDTH / 2 - by / 2, 300)
    player.drag(at, at + Point(by, 0), 0.5, rest_s=0.3)
    player.wait(3)

    assert index(player) == 3 - (way if turns else 0)


def test_it_comes_to_rest_by_its_spring(typesetter):
    """At 12 radians a second and a damping of 0.75: there in 0.3 s, 2.8 % past it, and back."""
    damping, swing = 0.75, math.sqrt(1 - 0.75**2)
    player = viewer(typesetter)
    player.drag(Point(300, 300), Point(800, 300), 0.5, rest_s=0.3)
    rest = place_of(player, index(player))
    drawn = place(player) - rest
    left = []
    for _ in range(240):
        player.step(1 / 240)
        left.append((place(player) - rest) / drawn)
    passed_s = next(n for n, share in enumerate(left, 1) if share <= 0) / 240

    assert passed_s == pytest.approx((math.pi - math.acos(damping)) / (12 * swing), abs=0.01)
    assert min(left) == pytest.approx(-math.exp(-math.pi * damping / swing), abs=0.003)
    assert left[-1] == 0


@pytest.mark.parametrize("start", [1, 4, 9])
@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("by", [-700, -400, 400, 700])
def test_a_slide_that_is_flung_back_stays(typesetter, start, language, by):
    """Who draws a slide to one side and flings it back, before it is there, has the slide again."""
    player = viewer(typesetter, start=start, language=language)
    at, far = Point(WIDTH / 2, 300), Point(WIDTH / 2 + by, 300)
    player.press(at)
    lead(player, at, far, 20)
    lead(player, far, at + (far - at) * 0.3, 4)
    player.lift(at + (far - at) * 0.3)
    player.wait(3)

    assert index(player) == start - 1
    assert place(player) == pytest.approx(place_of(player, start - 1))


@pytest.mark.parametrize("by", [-150, 150])
def test_a_caught_row_is_flung_on_from_where_it_is(typesetter, by):
    """Caught between two slides, a fling leads to the one on that side, and no further back."""
    player = viewer(typesetter, start=4)
    fling(player, -300)
    player.step(0.1)
    assert -index(player) * WIDTH < place(player)
    fling(player, by)
    player.wait(3)

    assert index(player) == (5 if by < 0 else 3)


def lead(player, start, end, steps):
    """A finger that is down goes from one point to another."""
    for n in range(1, steps + 1):
        player.step(FRAME_S)
        player.move(start + (end - start) * (n / steps))


@pytest.mark.parametrize("flings", [2, 3, 4])
def test_no_fling_is_lost(typesetter, flings):
    """Flings that follow each other before the row has settled lead on, a slide each."""
    player = viewer(typesetter, start=2)
    for _ in range(flings):
        fling(player, -300)
        player.step(0.03)
    player.wait(3)

    assert index(player) == 1 + flings
    assert place(player) == -(1 + flings) * WIDTH


def test_taps_while_the_row_settles_lead_on(typesetter):
    """Who flings and then taps at the side goes two slides on, and nothing jumps."""
    player = viewer(typesetter, start=2)
    fling(player, -300)
    player.step(0.05)
    at = place(player)
    player.tap(Point(WIDTH - 10, 300))
    assert abs(place(player) - at) < 1
    player.wait(3)

    assert index(player) == 3


@pytest.mark.parametrize("by", [-60, -300, -700, 300])
def test_with_reduced_motion_nothing_overshoots(typesetter, by):
    """The finger moves the slide all the same; let go, it comes to its place and not past it."""
    player = viewer(typesetter, comfort=Comfort(still=True))
    fling(player, by)
    goal = -index(player) * WIDTH
    side = place(player) - goal
    assert side
    for _ in range(120):
        player.step(FRAME_S)
        assert (place(player) - goal) * side >= 0
    assert place(player) == goal


def test_a_vertical_drag_does_nothing(typesetter):
    """Neither up nor down moves a slide, nor a row that is settling."""
    player = viewer(typesetter)
    player.drag(Point(600, 200), Point(640, 700), 0.2)
    assert place(player) == -index(player) * WIDTH
    fling(player, -300)
    player.step(0.05)
    going_to = index(player)
    player.drag(Point(600, 200), Point(620, 700), 0.2)
    player.wait(2)

    assert index(player) == going_to
    assert place(player) == -going_to * WIDTH


@pytest.mark.parametrize("start", [1, 9])
def test_the_ends_resist_without_a_jump(typesetter, start):
    """A row that springs back from its end is caught there, and resists as it did before."""
    player = viewer(typesetter, start=start)
    by = 500 if start == 1 else -500
    player.drag(Point(600, 300), Point(600 + by, 300), 0.3, rest_s=0.2)
    player.step(0.03)
    at = place(player)
    player.press(Point(600, 300))
    slop = player.context.thresholds.slop
    player.step(FRAME_S)
    player.move(Point(600 + (slop + 1 if by > 0 else -slop - 1), 300))

    assert place(player) == pytest.approx(at, abs=0.5)
    assert place(player) != -index(player) * WIDTH


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("seed", range(12))
def test_whatever_fingers_do_slides_stay_in_their_row(typesetter, language, seed):
    """No event moves the row by more than its finger, no gap shows, and in the end it rests."""
    rng = random.Random(seed)
    player = viewer(typesetter, start=rng.randint(1, 9), language=language)
    for _ in range(40):
        at = Point(rng.uniform(0, WIDTH), rng.uniform(0, 500))
        player.press(at)
        for _ in range(rng.randrange(8)):
            player.step(rng.choice((0.004, FRAME_S, 0.1)))
            by = Point(rng.gauss(0, 150), rng.gauss(0, 40))
            before = place(player)
            player.move(at + by)
            assert abs(place(player) - before) <= abs(by.x) + 1, f"seed {seed}"
            at += by
            assert_no_gap(player, seed)
        before = place(player)
        player.lift(at)
        if player.state.screen.strip.turn is None:
            assert place(player) == pytest.approx(before, abs=0.6), f"seed {seed}"
        player.step(rng.choice((0.0, 0.02, 0.2, 1.0)))
        assert_no_gap(player, seed)
    player.wait(5)

    assert player.state.screen.strip.pan.at(player.now_s) == 0, f"seed {seed}"
    assert len(slides(player)) == 1, f"seed {seed}"


def assert_no_gap(player, seed):
    """Every column of the screen lies on the ground of some layer."""
    edges = sorted(
        (layer.offset.x, layer.offset.x + WIDTH)
        for layer in slides(player)
        if layer.ground is not None
    )
    covered = 0
    for left, right in edges:
        assert left <= covered, f"seed {seed}: a gap from {covered} to {left}"
        covered = max(covered, right)
    assert covered >= WIDTH, f"seed {seed}: a gap from {covered} on"
