"""A photo between two fingers: laws that hold whatever they do."""

import math
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.base.geometry import Point, Size
from kiosk.gestures.thresholds import LEAVE_SHARE
from kiosk.screens.actions import GoHome, LeaveZoom, Step, ZoomBy
from kiosk.style.comfort import Comfort
from kiosk.types.photo import Tile
from kiosk.types.scene import Picture
from tests.screens.zooming import (
    FIT,
    FRAME_S,
    IDLE_S,
    MIDDLE,
    double_tap,
    image,
    is_settled,
    pinch,
    seen_at,
    tell,
    transform,
    viewer,
    zoom,
)
from tests.world import PHOTO, SCREEN, slide


@pytest.fixture
def player(typesetter):
    return viewer(typesetter)


def test_it_begins_where_the_slide_has_the_photo(player):
    """The first frame of a zoom differs from the slide by no more than its fingers moved."""
    before = image(player)
    for n in range(20):
        for finger, side in ((1, -1), (2, 1)):
            at = MIDDLE + Point(side * (100 + n), 0)
            tell(player, finger, "moved" if n else "down", at)
        if zoom(player):
            break
        player.step(FRAME_S)
    began = image(player)

    assert n > 2
    assert began.width == pytest.approx(before.width, rel=0.02)
    assert began.centre.distance_to(before.centre) < 2


@given(
    scale=st.floats(1.05, 2.2),
    about=st.builds(Point, st.floats(400, 900), st.floats(250, 550)),
    by=st.builds(Point, st.floats(-150, 150), st.floats(-100, 100)),
)
@settings(max_examples=30, deadline=None, derandomize=True)
def test_what_is_under_each_finger_stays_there(typesetter, scale, about, by):
    """From where a pinch has begun, both fingers keep the pixels that they came down on."""
    player = viewer(typesetter)
    pinch(player, 1.0 + 1e-9, about, lift=False)
    tell(player, 1, "moved", about + Point(-130, 0))
    tell(player, 2, "moved", about + Point(130, 0))
    under = [seen_at(transform(player), about + Point(x, 0)) for x in (-130, 130)]
    wanted = transform(player).scale * scale
    tell(player, 1, "moved", about + by + Point(-130, 0) * scale)
    tell(player, 2, "moved", about + by + Point(130, 0) * scale)
    now = [seen_at(transform(player), about + by + Point(x, 0) * scale) for x in (-130, 130)]

    if wanted <= 1:
        assert all(a.distance_to(b) < 0.01 for a, b in zip(under, now, strict=True))


@pytest.mark.parametrize("seed", range(25))
def test_whatever_fingers_do_the_photo_settles_within_its_bounds(typesetter, seed):
    """It is never stretched or without size on the way, and at rest no edge is drawn in."""
    rng = random.Random(seed)
    player = viewer(typesetter)
    for _ in range(60):
        at = Point(rng.uniform(0, SCREEN.width), rng.uniform(0, SCREEN.height - 80))
        match rng.randrange(5):
            case 0:
                pinch(player, rng.uniform(0.2, 4), at, Point(rng.gauss(0, 99), rng.gauss(0, 99)))
            case 1:
                player.drag(at, at + Point(rng.gauss(0, 400), rng.gauss(0, 400)), 0.1)
            case 2:
                double_tap(player, at)
            case 3:
                player.key(rng.choice(("plus", "minus", "left", "up", "right", "down")))
            case 4:
                finger = rng.randrange(1, 4)
                tell(player, finger, rng.choice(("down", "moved", "up", "cancelled")), at)
        player.step(rng.choice((0.0, 0.02, 0.3, 1.5)))
        if player.screen == "Overview":
            player.open_at("one")
            player.wait(1)
        if player.state.screen.slide_view.slide(player.context).end:
            player.key("left")
            player.wait(1)
        assert image(player).width > 10, f"seed {seed}"
        for one in player.pictures():
            if not isinstance(one.derivative, Tile):
                assert one.image.width / one.image.height == pytest.approx(1.5, rel=2e-2), seed
    for finger in range(player.fingers + 5):
        tell(player, finger, "up", MIDDLE)
    player.wait(5)

    assert zoom(player) is None or is_settled(player), f"seed {seed}: {transform(player)}"


def test_a_pinch_past_its_pixels_springs_back_about_the_fingers(player):
    """Let go, the photo is as large as its pixels, and what was between the fingers is there."""
    at = Point(500, 300)
    pinch(player, 4, at, lift=False)
    assert 1 < transform(player).scale < 1.2
    between = seen_at(transform(player), at)
    tell(player, 1, "up", at - Point(400, 0))
    player.wait(2)

    assert transform(player).scale == 1
    assert seen_at(transform(player), at).distance_to(between) < 2


@pytest.mark.parametrize("scale", [0.85, 0.92])
def test_a_pinch_well_below_its_size_puts_the_photo_back(player, scale):
    """A little below it is no accident: the photo grows to the screen again."""
    before = player.view()
    pinch(player, 1.5)
    player.wait(2)
    now = transform(player).scale / FIT
    pinch(player, scale / now, lift=False)
    least = transform(player).scale / FIT
    assert least < 0.97
    tell(player, 1, "up", MIDDLE + Point(-100, 0) * (scale / now))
    player.wait(2)

    assert (zoom(player) is None) == (least < LEAVE_SHARE)
    if zoom(player):
        player.key("escape")
    player.wait(6)
    assert player.view() == before


def test_a_double_tap_shows_the_pixels_where_it_was(player):
    """What was tapped is nearer and still there; tapped again, the photo is whole again."""
    at = Point(500, 300)
    place = image(player)
    tapped = (at - place.top_left) * (PHOTO.width / place.width)
    double_tap(player, at)
    player.wait(2)
    assert transform(player).scale == pytest.approx(min(1, 3 * FIT))
    assert seen_at(transform(player), at).distance_to(tapped) < 2
    double_tap(player, at)
    player.wait(2)

    assert transform(player).scale == pytest.approx(FIT)
    assert is_settled(player)


def test_the_first_tap_of_two_only_brings_the_controls(player):
    """It is not waited for: the bar is there at once, the slide stays."""
    player.tap(MIDDLE)
    player.step(0.2)

    assert zoom(player) is None
    assert len(player.view().layers[-1].items) > 1


def test_keys_lead_nearer_and_back(player):
    """With a keyboard alone a photo is looked at closely, moved, and put back."""
    before = player.view()
    for _ in range(9):
        player.key("plus")
    player.wait(2)
    assert transform(player).scale == 1
    x = transform(player).x
    player.key("right")
    player.wait(2)
    assert transform(player).x < x
    assert is_settled(player)
    for _ in range(9):
        player.key("minus")
    player.wait(2)
    assert transform(player).scale == pytest.approx(FIT)
    player.key("escape")
    player.wait(6)

    assert zoom(player) is None
    assert player.view() == before


def test_a_key_is_not_lost_while_the_photo_goes_back(player):
    """Who leaves and turns on at once sees the photo back on its slide, then the next slide."""
    player.key("plus")
    player.wait(2)
    player.key("escape")
    player.step(0.1)
    player.key("right")
    assert player.due_s() > player.now_s
    player.wait(2)

    assert zoom(player) is None
    assert player.state.screen.slide_view.index == 1


def button(player, action):
    return next((one.rect.centre for one in player.buttons() if one.action == action), None)


def test_buttons_lead_nearer_and_back(player):
    """Plus is in the bar of a slide; minus and the way back are where the photo is alone."""
    player.tap(MIDDLE)
    player.step(0.5)
    player.tap(button(player, ZoomBy(1)))
    player.wait(1)
    first = transform(player).scale
    player.tap(button(player, ZoomBy(1)))
    player.wait(1)
    assert transform(player).scale > first > FIT
    player.tap(button(player, ZoomBy(-1)))
    player.wait(1)
    assert transform(player).scale == pytest.approx(first)
    assert button(player, Step(1)) is None
    player.tap(button(player, LeaveZoom()))
    player.wait(2)

    assert zoom(player) is None
    assert button(player, GoHome())


def test_a_thrown_photo_glides_on_and_stops_at_its_edge(player):
    """It goes on after the finger has lifted, slower and slower, and no further than its edge."""
    double_tap(player, MIDDLE)
    player.wait(2)
    player.drag(Point(700, 400), Point(620, 400), 0.1)
    lifted = transform(player).x
    player.wait(3)
    assert lifted - 300 < transform(player).x < lifted - 20
    edge = SCREEN.width - PHOTO.width
    for _ in range(6):
        player.drag(Point(700, 400), Point(max(560, 700 + edge - transform(player).x), 400), 0.03)
        player.wait(3)

    assert transform(player).x == pytest.approx(edge)
    assert is_settled(player)


def test_past_its_upper_edge_a_photo_resists(player):
    """A finger that draws its foot in moves it by a third of its way, and lets it spring back."""
    double_tap(player, MIDDLE)
    player.wait(2)
    for _ in range(6):
        player.drag(Point(600, 700), Point(600, 100), 0.08)
    player.wait(3)
    foot = transform(player).y
    player.press(Point(600, 500))
    player.step(FRAME_S)
    player.move(Point(600, 300))
    assert -0.36 * 200 < transform(player).y - foot < -0.3 * 190
    player.lift(Point(600, 300))
    player.wait(2)

    assert transform(player).y == foot


VAST = Size(12_000, 8_000)
"""100 megapixels: more than seven times what fits on the screen, each way."""


def tiles(player):
    return [one for one in player.wanted() if isinstance(one, Tile)]


def seen_levels(player):
    """Widths of the levels that the photo is drawn from; 0 for the derivative of its slide."""
    layer = next(layer for layer in player.view().layers if layer.ground)
    pictures = [item for item in layer.items if isinstance(item, Picture)]
    return {one.derivative.whole.width if is_tile(one) else 0 for one in pictures}


def is_tile(picture):
    return isinstance(picture.derivative, Tile)


def test_a_vast_photo_is_seen_to_its_own_pixels(typesetter):
    """However many times the screen it is, keys and fingers lead to 1:1, on whole pixels."""
    player = viewer(typesetter, photo=VAST)
    for _ in range(9):
        player.key("plus")
        player.wait(1)
    assert transform(player).scale == 1
    for move in (
        lambda: player.drag(MIDDLE, MIDDLE + Point(-77.3, 31.7), 0.1),
        lambda: player.drag(MIDDLE, MIDDLE + Point(-77.3, 31.7), 0.1, rest_s=0.5),
        lambda: pinch(player, 1.3, by=Point(10.4, 3.3)),
    ):
        move()
        player.wait(3)

        assert transform(player).scale == 1
        assert transform(player).x == round(transform(player).x)
        assert transform(player).y == round(transform(player).y)
        assert seen_levels(player) == {12_000}


def test_coarser_tiles_stay_until_finer_ones_are_there(typesetter):
    """On the way nearer and back the photo never falls back to what it was on its slide."""
    player = viewer(typesetter, photo=VAST, delay_s=0.7)
    double_tap(player, MIDDLE)
    player.wait(0.5)
    assert seen_levels(player) == {0}
    player.wait(2)
    assert seen_levels(player) == {6_000}
    for _ in range(4):
        player.key("plus")
    player.wait(0.6)
    assert transform(player).scale > 0.9
    assert seen_levels(player) == {6_000}
    player.wait(2)
    assert seen_levels(player) == {12_000}
    double_tap(player, MIDDLE)
    for _ in range(40):
        player.step(0.02)
        if transform(player).scale > 0.2:
            assert seen_levels(player) & {6_000, 12_000}


def test_tiles_that_come_move_nothing(typesetter):
    """When the sharper photo is there, each of its pixels is where it was seen before."""
    player = viewer(typesetter, photo=VAST, delay_s=3.0)
    pinch(player, 3.777, Point(500, 300))
    player.wait(2.8)
    before = image(player)
    assert seen_levels(player) == {0}
    player.wait(1)
    now = [one for one in player.pictures() if is_tile(one)]
    scale = before.width / VAST.width

    assert image(player) == before
    assert now
    for one in now:
        factor = VAST.width / one.derivative.whole.width
        left, top, *_ = (side * factor * scale for side in one.derivative.box)
        assert one.image.top_left.distance_to(before.top_left + Point(left, top)) < 0.01


def test_only_a_zoomed_photo_is_fetched_in_tiles(typesetter):
    """Tiles are asked for when they are of use, before the next slides, and let go at the end."""
    player = viewer(typesetter, photo=VAST)
    assert tiles(player) == []
    player.key("plus")
    wanted = player.wanted()
    following = next(n for n, one in enumerate(wanted) if one.file == "/2.jpg")
    assert 0 < len(tiles(player)) == len([one for one in wanted[:following] if is_a_tile(one)])
    player.wait(2)
    player.key("escape")
    held = set(tiles(player))
    assert held <= player.context.media.ready
    player.wait(2)

    assert held
    assert tiles(player) == []
    assert not any(is_a_tile(one) for one in player.context.media.ready)


def is_a_tile(request):
    return isinstance(request, Tile)


def test_beyond_its_pixels_nothing_more_is_asked_for(typesetter):
    """Who goes on at 1:1, with keys or fingers, asks for no other tile."""
    player = viewer(typesetter, photo=VAST)
    for _ in range(8):
        player.key("plus")
        player.wait(1)
    before = set(tiles(player))
    player.key("plus")
    pinch(player, 3, lift=False)
    player.step(FRAME_S)

    assert {one.whole.width for one in tiles(player)} <= {one.whole.width for one in before}
    assert max(one.whole.width for one in tiles(player)) == 12_000


def test_a_photo_that_fits_needs_no_tiles(typesetter):
    """As large as it is on its slide, a photo has all the pixels that the screen can show."""
    player = viewer(typesetter, slide(photo="/1.jpg", fill=True), photo=VAST)
    player.key("plus")
    for _ in range(4):
        player.key("minus")
    player.wait(2)

    assert tiles(player) == []
    assert seen_levels(player) == {0}


HAND = st.lists(
    st.one_of(
        st.tuples(
            st.just("pinch"),
            st.floats(0.05, 12),
            st.builds(Point, st.floats(0, 1279), st.floats(0, 720)),
            st.builds(Point, st.floats(-400, 400), st.floats(-400, 400)),
        ),
        st.tuples(
            st.just("drag"),
            st.floats(0.03, 0.4),
            st.builds(Point, st.floats(0, 1279), st.floats(0, 720)),
            st.builds(Point, st.floats(0, 1279), st.floats(0, 720)),
        ),
        st.tuples(
            st.just("double tap"),
            st.floats(0, 1),
            st.builds(Point, st.floats(400, 900), st.floats(0, 720)),
            st.none(),
        ),
        st.tuples(
            st.sampled_from(("plus", "minus", "left", "right", "up", "down")),
            st.floats(0, 1),
            st.none(),
            st.none(),
        ),
    ),
    min_size=1,
    max_size=12,
)


@given(hand=HAND, photo=st.sampled_from((VAST, PHOTO, Size(30_000, 1_500), Size(1_300, 9_000))))
@settings(max_examples=60, deadline=None, derandomize=True)
def test_no_stream_of_gestures_leads_astray(typesetter, hand, photo):
    """The scale is never negative, every tile exists, and at rest the photo is at its place."""
    player = viewer(typesetter, photo=photo)
    for what, much, at, to in hand:
        match what:
            case "pinch":
                pinch(player, much, at, to)
            case "drag":
                player.drag(at, to, much)
            case "double tap":
                double_tap(player, at)
            case key:
                player.key(key)
        for _ in range(3):
            player.step(0.15)
            assert zoom(player) is None or transform(player).scale > 0
            for one in tiles(player):
                level = round(math.log2(photo.width / one.whole.width))
                assert level >= 0
                assert one.whole.width == math.ceil(photo.width / 2**level)
                assert one.whole.height == math.ceil(photo.height / 2**level)
                assert one.column >= 0 <= one.row
                assert one.width > 0 < one.height
    player.wait(4)

    assert zoom(player) is None or is_settled(player)


def test_two_fingers_that_move_together_pan(player):
    """Without parting, two fingers carry the photo as one does."""
    double_tap(player, MIDDLE)
    player.wait(2)
    before = transform(player)
    by = Point(-160, 90)
    pinch(player, 1.0, by=by, steps=40)
    player.wait(2)

    assert transform(player).scale == pytest.approx(before.scale, rel=0.05)
    assert seen_at(transform(player), MIDDLE + by).distance_to(seen_at(before, MIDDLE)) < 20


@pytest.mark.parametrize(
    ("key", "way"), [("left", (1, 0)), ("right", (-1, 0)), ("up", (0, 1)), ("down", (0, -1))]
)
def test_arrow_keys_lead_over_the_photo(typesetter, key, way):
    """The photo goes the other way, so that what lies in the arrow's direction is seen."""
    player = viewer(typesetter, photo=VAST)
    double_tap(player, MIDDLE)
    player.wait(2)
    before = transform(player)
    player.key(key)
    player.wait(2)
    now = transform(player)

    assert (now.x - before.x, now.y - before.y) == pytest.approx(
        (0.3 * SCREEN.width * way[0], 0.3 * SCREEN.height * way[1])
    )


@pytest.mark.parametrize("photo", [Size(900, 600), Size(2400, 1600)])
def test_a_photo_of_few_pixels_comes_as_near(typesetter, photo):
    """Keys and fingers enlarge it to twice the size at which it fits, and no further."""
    player = viewer(typesetter, size=Size(3840, 2160), photo=photo)
    for _ in range(4):
        player.key("plus")
        player.wait(1)
    pinch(player, 3, Point(1920, 900))
    player.wait(2)

    assert image(player).width == pytest.approx(2 * 2160 * 1.5, abs=2)


def test_of_several_photos_the_one_under_the_fingers_is_taken(typesetter):
    """On a grid, the photo that is pinched comes forward."""
    grid = slide(photos=[f"/{n}.jpg" for n in range(4)])
    player = viewer(typesetter, grid)
    third = player.pictures()[2]
    pinch(player, 1.6, third.window.centre)

    assert zoom(player).shown.file == third.derivative.file


def test_with_reduced_motion_a_key_is_a_cut(typesetter):
    """Nothing slides or grows by itself: the photo is there, and back."""
    player = viewer(typesetter, comfort=Comfort(still=True))
    player.key("plus")
    assert zoom(player).rests(player.now_s)
    player.key("escape")
    player.step(0)

    assert zoom(player) is None


def test_a_zoomed_photo_at_rest_asks_for_nothing(player):
    """When all movement has ended, only idling is waited for."""
    player.key("plus")
    player.wait(10)

    assert player.due_s() == player.state.last_input_s + IDLE_S


def test_the_home_key_leads_out_from_a_zoomed_photo(player):
    """However near a visitor is, one key leads out of the exhibition."""
    player.key("plus")
    player.wait(1)
    assert zoom(player)
    player.key("home")

    assert player.screen == "Attract"


@pytest.mark.parametrize("still", [False, True])
def test_with_reduced_motion_a_thrown_photo_does_not_glide(typesetter, still):
    """It stays where the finger left it; otherwise it goes on for a while."""
    player = viewer(typesetter, comfort=Comfort(still=still))
    double_tap(player, MIDDLE)
    player.wait(2)
    player.drag(MIDDLE, MIDDLE + Point(-150, 0), 0.1)
    lifted = image(player).x
    player.wait(1, frame_s=FRAME_S)

    assert (image(player).x == pytest.approx(lifted, abs=1)) == still


FOCUS = (0.2, 0.7)


def closer(player, by=1):
    """Touch the button that brings the photo nearer, or takes it back."""
    (button,) = [one for one in player.buttons() if one.action == ZoomBy(by)]
    player.tap(button.rect.centre)
    player.wait(2)


def bring_nearer(typesetter, *, before=None):
    """Two touches on the button; before the second, something else."""
    photo = {"file": "/1.jpg", "focus": list(FOCUS)}
    player = viewer(typesetter, slide(photo=photo, motion="still"), photo=PHOTO * 2)
    player.tap(MIDDLE)
    player.wait(1)
    closer(player)
    if before:
        before(player)
        player.wait(2)
    closer(player)
    return player


def at_the_middle(player, share):
    """How far a point of the photo, in shares of its size, is from the middle of the screen."""
    place = image(player)
    at = Point(place.x + share[0] * place.width, place.y + share[1] * place.height)
    return at.distance_to(MIDDLE)


def test_buttons_bring_the_focus_nearer(typesetter):
    """What a photo is about comes to the middle of the screen, as far as its edges allow."""
    player = bring_nearer(typesetter)
    place = image(player)
    x, y = (place.x + FOCUS[0] * place.width, place.y + FOCUS[1] * place.height)

    assert x == pytest.approx(MIDDLE.x, abs=1) or place.x == pytest.approx(0, abs=1)
    assert y == pytest.approx(MIDDLE.y, abs=1)


@pytest.mark.parametrize("times", [1, 2])
def test_or_what_was_touched_last(typesetter, times):
    """A tap says what to look at; so does the double tap that has brought it near."""
    at = Point(800, 300)
    touched = []

    def touch(player):
        seen = seen_at(transform(player), at)
        touched.append((seen.x / player.photo.width, seen.y / player.photo.height))
        for _ in range(times):
            player.tap(at)
            player.step(0.1)

    player = bring_nearer(typesetter, before=touch)

    assert at_the_middle(player, touched[0]) < 2


def test_or_what_a_finger_has_moved_to_the_middle(typesetter):
    """Who has drawn something there means that, and not the focus."""
    middles = []

    def drag(player):
        player.drag(Point(500, 300), Point(620, 420), 0.5, rest_s=0.3)
        player.wait(2)
        seen = seen_at(transform(player), MIDDLE)
        middles.append((seen.x / player.photo.width, seen.y / player.photo.height))

    player = bring_nearer(typesetter, before=drag)

    assert at_the_middle(player, middles[0]) < 2


@pytest.mark.parametrize("language", ["en", "ar"])
def test_close_is_far_from_the_way_home_which_keeps_its_place(typesetter, language):
    """A finger that misses one does not touch the other."""
    player = viewer(typesetter, language=language)
    player.tap(MIDDLE)
    player.wait(1)
    before = {one.action: one.rect for one in player.buttons()}
    closer(player)
    after = {one.action: one.rect for one in player.buttons()}

    assert after[GoHome()] == before[GoHome()]
    assert abs(after[GoHome()].x - after[LeaveZoom()].x) > SCREEN.width / 2
