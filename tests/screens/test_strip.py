"""Slides under the finger: laws that hold whatever it does."""

import random
from itertools import pairwise

import pytest

from kiosk.base.geometry import Point, Rect, Size
from kiosk.screens.strip import reading
from kiosk.style.comfort import Comfort
from kiosk.transitions.push import GUTTER, pitch
from kiosk.types.scene import Fill
from tests.world import SCREEN, Player, collection, entry, slide

WIDTH = SCREEN.width
FRAME_S = 1 / 60
SETTLED_S = 0.35
SCREENS = [
    Size(1280, 720),
    Size(720, 1280),
    Size(1280, 800),
    Size(1024, 768),
    Size(1680, 720),
    Size(1000, 1000),
    Size(1920, 1080),
]


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
    return -reading(player.context) * number * pitch(player.size.width)


def fling(player, by, y=300):
    start = Point(WIDTH / 2 - by / 2, y)
    player.drag(start, start + Point(by, 0), 0.08)


def slides(player):
    """The layers of the slides, without the gutters between them and the bar."""
    layers = player.state.screen.view(player.context, player.now_s)
    return [layer for layer in layers if layer.ground is not None]


def files(player):
    return [one.derivative.file for one in player.pictures()]


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
    """A slide that a key has pushed in stops under the finger, too, and moves on from there."""
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
    player = viewer(typesetter, start=3, comfort=Comfort(still=True))
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
    """However short the way was; a little slower, only a longer way does."""
    player = viewer(typesetter, language=language)
    speed = way * share * 0.5 * 1000 * player.context.thresholds.px_per_mm * 25.4 / 96
    at = Point(WIDTH / 2, 300)
    player.drag(at, at + Point(speed * 0.12, 0), 0.12)
    player.wait(3)
    onward = -way if language == "en" else way

    assert index(player) == 3 + (onward if turns else 0)


@pytest.mark.parametrize("size", [SCREEN, Size(200, 320)])
@pytest.mark.parametrize("way", [-1, 1])
@pytest.mark.parametrize(("share", "turns"), [(0.96, False), (1.04, True)])
def test_six_centimetres_or_half_of_the_screen_turn(typesetter, size, way, share, turns):
    """Without any speed, a slide that was drawn that far gives way, whichever is less."""
    player = viewer(typesetter, size=size)
    far = min(60 * player.context.stage.px_per_mm, size.width / 2)
    by = way * (share * far + player.context.thresholds.slop)
    at = Point(size.width / 2 - by / 2, 100)
    player.drag(at, at + Point(by, 0), 0.5, rest_s=0.3)
    player.wait(3)

    assert index(player) == 3 - (way if turns else 0)


@pytest.mark.parametrize("size", SCREENS)
@pytest.mark.parametrize("comfort", [Comfort(), Comfort(still=True)])
@pytest.mark.parametrize(
    ("share", "seconds", "rest_s"),
    [(0.04, 0.1, 0.3), (-0.3, 0.4, 0.3), (0.8, 0.5, 0.3), (-0.2, 0.08, 0), (0.95, 0.05, 0)],
)
def test_a_swipe_is_settled_within_350_ms(typesetter, size, comfort, share, seconds, rest_s):
    """However fast and far the finger went, the slide is there, and was not a pixel past it."""
    player = viewer(typesetter, size=size, comfort=comfort)
    at = Point((0.02 if share > 0 else 0.98) * size.width, size.height / 2)
    player.drag(at, at + Point(share * size.width, 0), seconds, rest_s)
    rest = place_of(player, index(player))
    side = 1 if place(player) > rest else -1
    assert place(player) != rest
    for _ in range(round(SETTLED_S * 60)):
        player.step(FRAME_S)
        assert (place(player) - rest) * side > -1

    assert abs(place(player) - rest) < 1


def test_a_fling_is_carried_over(typesetter):
    """In the first frame after it, the slide goes on at the finger's speed."""
    player = viewer(typesetter)
    player.drag(Point(900, 300), Point(500, 300), 0.1)
    before = place(player)
    player.step(FRAME_S / 4)

    assert (place(player) - before) / (FRAME_S / 4) == pytest.approx(-4000, rel=0.45)


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("way", ["right", "left", "tap"])
def test_a_step_pushes_in_the_direction_of_going(typesetter, language, way):
    """Whatever transition the slides ask for, they pass by, a tenth of the width between them."""
    player = viewer(typesetter, start=4, language=language)
    before = index(player)
    if way == "tap":
        player.tap(Point(WIDTH - 10, 300))
    else:
        player.key(way)
    player.step(0)
    offsets = []
    for _ in range(12):
        player.step(FRAME_S)
        offsets.append(place(player) - place_of(player, index(player)))
        for one in slides(player):
            assert (one.offset.x - round(offsets[-1])) % pitch(WIDTH) == 0
        assert_no_gap(player, 0)
    side = -1 if way == "left" else 1

    assert index(player) - before == side * (-1 if language == "ar" else 1)
    assert offsets[0] * side > 0.8 * WIDTH
    assert all(0 <= b * side <= a * side for a, b in pairwise(offsets))
    assert pitch(WIDTH) == WIDTH * (1 + GUTTER)


def test_a_slide_that_is_pushed_in_has_its_words(typesetter):
    """Words move with their slide, and do not come after it."""
    slides = [slide(photo=f"/{n}.jpg", caption=f"Number {n}") for n in range(3)]
    player = Player(collection(entry("one", *slides)), typesetter)
    player.open_at("one")
    player.wait(5)
    player.key("right")
    player.step(0)
    player.step(0.1)
    texts = {
        item.paragraph.text: item.opacity
        for layer in player.view().layers
        for item in layer.items
        if hasattr(item, "paragraph")
    }

    assert texts["Number 0"] == texts["Number 1"] == 1


def test_with_reduced_motion_a_step_fades(typesetter):
    """Nothing moves, whatever transition the next slide asks for."""
    for start in (1, 2, 3):
        player = viewer(typesetter, start=start, comfort=Comfort(still=True))
        player.key("right")
        player.step(0)
        shown = []
        for _ in range(12):
            player.step(FRAME_S)
            assert all(layer.offset == Point() for layer in slides(player))
            shown.append(files(player))
        assert [f"/{start}.jpg", f"/{start - 1}.jpg"] in shown


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
    assert place_of(player, index(player)) < place(player)
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
    assert place(player) == place_of(player, 1 + flings)


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
    goal = place_of(player, index(player))
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
    assert place(player) == place_of(player, index(player))
    fling(player, -300)
    player.step(0.05)
    going_to = index(player)
    player.drag(Point(600, 200), Point(620, 700), 0.2)
    player.wait(2)

    assert index(player) == going_to
    assert place(player) == place_of(player, going_to)


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

    assert place(player) == pytest.approx(at, abs=1.5)  # The finger went a pixel past its slop.
    assert place(player) != place_of(player, index(player))


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
        if not player.state.screen.pending:
            assert place(player) == pytest.approx(before, abs=0.6), f"seed {seed}"
        player.step(rng.choice((0.0, 0.02, 0.2, 1.0)))
        assert_no_gap(player, seed)
    player.wait(5)

    assert player.state.screen.strip.pan.at(player.now_s) == 0, f"seed {seed}"
    assert len(slides(player)) == 1, f"seed {seed}"


def assert_no_gap(player, seed):
    """Every column of the screen lies on the ground of some slide, or on a gutter."""
    ground = player.context.stage_of(player.context.entry("one")).theme.ground
    screen = Rect.of(player.size)
    places = [screen.moved(layer.offset) for layer in slides(player)]
    places += [
        item.rect
        for layer in player.view().layers
        for item in layer.items
        if isinstance(item, Fill) and (item.colour, item.rect.height) == (ground, screen.height)
    ]
    edges = sorted((one.x, one.right) for one in places)
    covered = 0
    for left, right in edges:
        assert left <= covered, f"seed {seed}: a gap from {covered} to {left}"
        covered = max(covered, right)
    assert covered >= WIDTH, f"seed {seed}: a gap from {covered} on"
