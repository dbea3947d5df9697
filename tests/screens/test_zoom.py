"""A photo between two fingers: laws that hold whatever they do."""

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk import show
from kiosk.derivative import Derivative
from kiosk.events import Pointer
from kiosk.geometry import Point, Rect, Size
from kiosk.gestures.thresholds import LEAVE_SHARE
from kiosk.screens.zoom import LARGE_SIDE_MAX, Zoom
from tests.world import SCREEN, Player, collection, entry, slide

MIDDLE = Point(SCREEN.width / 2, SCREEN.height / 2)
PHOTO = Size(3000, 2000)
"""As large as all photos of the simulated world."""
FIT = min(SCREEN.width / PHOTO.width, SCREEN.height / PHOTO.height)
FRAME_S = 1 / 60
IDLE_S = 600


def viewer(typesetter, *slides, size=SCREEN, **options):
    """On a slide with one photo, at rest, its controls gone."""
    slides = slides or (slide(photo="/1.jpg", caption="A photo"), slide(photo="/2.jpg"))
    one = collection(entry("one", *slides), idle_s=IDLE_S)
    player = Player(one, typesetter, size=size, **options)
    player.state = show.opened_at(player.state, "one", player.now_s)
    player.wait(30, frame_s=1.0)
    return player


@pytest.fixture
def player(typesetter):
    return viewer(typesetter)


def zoom(player) -> Zoom | None:
    return player.state.screen.zoom


def pose(player):
    return zoom(player).pose(player.now_s)


def picture(player):
    """The photo that is seen on top."""
    return player.pictures()[-1]


def tell(player, finger, phase, at):
    player.tell(Pointer(finger, phase, at, player.now_s))


def pinch(player, scale, about=MIDDLE, by=Point(), steps=8, lift=True):
    """Two fingers, 200 pixels apart, that part to `scale` times that, and move on the way."""
    places = {1: Point(-100, 0), 2: Point(100, 0)}
    for finger, place in places.items():
        tell(player, finger, "down", about + place)
    for n in range(1, steps + 1):
        player.step(FRAME_S)
        for finger, place in places.items():
            share = n / steps
            at = about + by * share + place * (1 + (scale - 1) * share)
            tell(player, finger, "moved", at)
    if lift:
        for finger, place in places.items():
            tell(player, finger, "up", about + by + place * scale)


def double_tap(player, at):
    player.tap(at)
    player.step(0.1)
    player.tap(at)


def seen_at(pose, at):
    """Which pixel of the photo is seen at a point of the screen."""
    return Point((at.x - pose.x) / pose.scale, (at.y - pose.y) / pose.scale)


def is_settled(player):
    """Whether the photo is at rest, no edge of it is drawn in, and no pixel is stretched."""
    now = pose(player)
    image = Rect(now.x, now.y, PHOTO.width * now.scale, PHOTO.height * now.scale)
    across = image.x <= 0.5 and image.right >= SCREEN.width - 0.5
    down = image.y <= 0.5 and image.bottom >= SCREEN.height - 0.5
    return (
        zoom(player).rests(player.now_s)
        and FIT - 1e-6 <= now.scale <= 1 + 1e-6
        and (across or abs(image.centre.x - MIDDLE.x) < 0.5)
        and (down or abs(image.centre.y - MIDDLE.y) < 0.5)
    )


def test_it_begins_where_the_slide_has_the_photo(player):
    """The first frame of a zoom differs from the slide by no more than its fingers moved."""
    before = picture(player).image
    for n in range(20):
        for finger, side in ((1, -1), (2, 1)):
            at = MIDDLE + Point(side * (100 + n), 0)
            tell(player, finger, "moved" if n else "down", at)
        if zoom(player):
            break
        player.step(FRAME_S)
    began = picture(player).image

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
    under = [seen_at(pose(player), about + Point(x, 0)) for x in (-130, 130)]
    wanted = pose(player).scale * scale
    tell(player, 1, "moved", about + by + Point(-130, 0) * scale)
    tell(player, 2, "moved", about + by + Point(130, 0) * scale)
    now = [seen_at(pose(player), about + by + Point(x, 0) * scale) for x in (-130, 130)]

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
        for one in player.pictures():
            assert one.image.width / one.image.height == pytest.approx(1.5, rel=1e-3), seed
            assert one.image.width > 10, f"seed {seed}"
    for finger in range(player.fingers + 5):
        tell(player, finger, "up", MIDDLE)
    player.wait(5)

    assert zoom(player) is None or is_settled(player), f"seed {seed}: {pose(player)}"


def test_a_pinch_past_its_pixels_springs_back_about_the_fingers(player):
    """Let go, the photo is as large as its pixels, and what was between the fingers is there."""
    at = Point(500, 300)
    pinch(player, 4, at, lift=False)
    assert 1 < pose(player).scale < 1.2
    between = seen_at(pose(player), at)
    tell(player, 1, "up", at - Point(400, 0))
    player.wait(2)

    assert pose(player).scale == 1
    assert seen_at(pose(player), at).distance_to(between) < 2


@pytest.mark.parametrize("scale", [0.85, 0.92])
def test_a_pinch_well_below_its_size_puts_the_photo_back(player, scale):
    """A little below it is no accident: the photo grows to the screen again."""
    before = player.view()
    pinch(player, 1.5)
    player.wait(2)
    now = pose(player).scale / FIT
    pinch(player, scale / now, lift=False)
    least = pose(player).scale / FIT
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
    image = picture(player).image
    tapped = Point(
        (at.x - image.x) * PHOTO.width / image.width, (at.y - image.y) * PHOTO.width / image.width
    )
    double_tap(player, at)
    player.wait(2)
    assert pose(player).scale == pytest.approx(min(1, 3 * FIT))
    assert seen_at(pose(player), at).distance_to(tapped) < 2
    double_tap(player, at)
    player.wait(2)

    assert pose(player).scale == pytest.approx(FIT)
    assert is_settled(player)


def test_the_first_tap_of_two_only_brings_the_controls(player):
    """It is not waited for: the bar is there at once, the slide stays."""
    player.tap(MIDDLE)
    player.step(0.2)

    assert zoom(player) is None
    assert len(player.view().layers[-1].items) > 1


@pytest.mark.parametrize("side", [0.1, 0.5, 0.9])
def test_a_photo_beside_words_can_be_tapped_all_over(typesetter, side):
    """Where the photo stands at the screen's side, no tap on it turns to another slide."""
    words = slide(photo="/1.jpg", text="Words beside a photo")
    player = viewer(typesetter, words, slide(photo="/2.jpg"))
    window = picture(player).window
    double_tap(player, Point(window.x + side * window.width, window.centre.y))
    player.step(0.1)

    assert player.state.screen.standing.index == 0
    assert zoom(player).shown.file == "/1.jpg"


def test_keys_lead_nearer_and_back(player):
    """With a keyboard alone a photo is looked at closely, moved, and put back."""
    before = player.view()
    for _ in range(9):
        player.key("plus")
    player.wait(2)
    assert pose(player).scale == 1
    x = pose(player).x
    player.key("right")
    player.wait(2)
    assert pose(player).x < x
    assert is_settled(player)
    for _ in range(9):
        player.key("minus")
    player.wait(2)
    assert pose(player).scale == pytest.approx(FIT)
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
    assert show.due_s(player.state, player.now_s) > player.now_s
    player.wait(2)

    assert zoom(player) is None
    assert player.state.screen.standing.index == 1


def button(player, text):
    layer = player.view().layers[-1]
    words = [item for item in layer.items if hasattr(item, "paragraph")]
    return next((item.rect.centre for item in words if item.paragraph.text == text), None)


def test_buttons_lead_nearer_and_back(player):
    """Plus is in the bar of a slide; minus and the way back are where the photo is alone."""
    player.tap(MIDDLE)
    player.step(0.5)
    player.tap(button(player, "+"))
    player.wait(1)
    first = pose(player).scale
    player.tap(button(player, "+"))
    player.wait(1)
    assert pose(player).scale > first > FIT
    player.tap(button(player, "−"))
    player.wait(1)
    assert pose(player).scale == pytest.approx(first)
    assert button(player, "→") is None
    player.tap(button(player, "Close"))
    player.wait(2)

    assert zoom(player) is None
    assert button(player, "All exhibitions")


def test_a_thrown_photo_glides_on_and_stops_at_its_edge(player):
    """It goes on after the finger has lifted, slower and slower, and no further than its edge."""
    double_tap(player, MIDDLE)
    player.wait(2)
    player.drag(Point(700, 400), Point(620, 400), 0.1)
    lifted = pose(player).x
    player.wait(3)
    assert lifted - 300 < pose(player).x < lifted - 20
    for _ in range(6):
        player.drag(Point(1000, 400), Point(200, 400), 0.08)
    player.wait(3)

    assert pose(player).x == pytest.approx(SCREEN.width - PHOTO.width)
    assert is_settled(player)


def test_past_its_edge_a_photo_resists(player):
    """A finger that draws an edge in moves it by a third of its way, and lets it spring back."""
    double_tap(player, MIDDLE)
    player.wait(2)
    for _ in range(6):
        player.drag(Point(200, 400), Point(1000, 400), 0.08)
    player.wait(3)
    player.press(Point(300, 400))
    player.step(FRAME_S)
    player.move(Point(500, 400))
    assert 0.3 * 190 < pose(player).x < 0.36 * 200
    player.lift(Point(500, 400))
    player.wait(2)

    assert pose(player).x == 0


def test_only_a_zoomed_photo_is_fetched_larger(player):
    """The larger derivative is asked for when it is of use, before the next slides, and let go."""

    def large():
        return [
            one
            for one in show.wanted(player.state)
            if isinstance(one, Derivative) and one.width > SCREEN.width
        ]

    assert large() == []
    player.key("plus")
    assert large() == [Derivative("/1.jpg", 3000, 2000)]
    player.step(1)
    assert picture(player).derivative == Derivative("/1.jpg", 3000, 2000)
    player.key("escape")
    assert large() == []


def test_a_texture_is_never_larger_than_every_gpu_takes(player):
    """Of a photo of 100 megapixels, the larger derivative is bounded."""
    player.key("plus")
    vast = replace(zoom(player), size=Size(12_000, 8_000)).large

    assert (vast.width, vast.height) == (LARGE_SIDE_MAX, 2731)


def test_a_photo_without_more_pixels_stays_on_its_slide(typesetter):
    """Where a photo already shows all it has, neither fingers nor keys take it out."""
    size = Size(3840, 2160)
    player = viewer(typesetter, size=size)
    pinch(player, 2, Point(1920, 900))
    double_tap(player, Point(1920, 900))
    player.key("plus")
    player.step(1)

    assert zoom(player) is None
    assert button(player, "+") is None


def test_of_several_photos_the_one_under_the_fingers_is_taken(typesetter):
    """On a grid, the photo that is pinched comes forward."""
    grid = slide(photos=[f"/{n}.jpg" for n in range(4)])
    player = viewer(typesetter, grid)
    third = player.pictures()[2]
    pinch(player, 1.6, third.window.centre)

    assert zoom(player).shown.file == third.derivative.file


def test_with_reduced_motion_a_key_is_a_cut(typesetter):
    """Nothing slides or grows by itself: the photo is there, and back."""
    player = viewer(typesetter, still=True)
    player.key("plus")
    assert zoom(player).rests(player.now_s)
    player.key("escape")
    player.step(0)

    assert zoom(player) is None


def test_a_zoomed_photo_at_rest_asks_for_nothing(player):
    """When all movement has ended, only idling is waited for."""
    player.key("plus")
    player.wait(10)

    assert show.due_s(player.state, player.now_s) == player.state.last_input_s + IDLE_S
