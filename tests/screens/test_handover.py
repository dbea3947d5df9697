"""A zoomed photo hands a drag on to the slides, and is dropped by pulling it down."""

from itertools import pairwise

import pytest

from kiosk.base.geometry import Point, Rect, Size
from kiosk.screens.zoom.handover import with_its_slide
from kiosk.style.comfort import Comfort
from kiosk.transitions.push import pitch
from kiosk.types.scene import Fill, Layer, Picture
from tests.screens.test_strip import SCREENS
from tests.world import Player, collection, entry, slide

FRAME_S = 1 / 60
FINE_S = 1 / 960
OPTIONS = [
    {},
    {"language": "ar"},
    {"comfort": Comfort(still=True)},
]


def zoomed(typesetter, size=SCREENS[2], taps=2, layout=None, **options):
    """The second of three slides, its photo zoomed by two taps, or alone on the screen by keys."""
    keys = layout or {"photo": "/1.jpg", "caption": "One"}
    slides = [slide(photo="/0.jpg"), slide(motion="still", **keys), slide(photo="/2.jpg")]
    one = collection(entry("one", *slides), languages=[options.get("language", "en")], idle_s=600)
    player = Player(one, typesetter, size=size, **options)
    player.open_at("one:2")
    player.wait(2)
    for _ in range(taps):
        player.tap(player.pictures()[0].window.centre)
        player.step(0.1)
    player.wait(2)
    assert player.state.screen.zoom
    return player


def alone(typesetter, **options):
    """A photo of a pair, alone and whole on the screen."""
    return zoomed(typesetter, taps=1, layout={"photos": ["/1.jpg", "/3.jpg"]}, **options)


def photo(player):
    """Where the zoomed photo is on the screen, as its slide moves with it."""
    viewer, now_s = player.state.screen, player.now_s
    image = viewer.zoom.transform(now_s)
    moved = with_its_slide((Layer(()),), viewer.zoom, viewer.strip, player.context, now_s)
    place = Rect.of(viewer.zoom.size * image.scale, Point(image.x, image.y))
    return place.moved(moved[0].offset)


def is_zoomed(item):
    return isinstance(item, Picture) and item.derivative.file == "/1.jpg"


def index(player):
    return player.state.screen.slide_view.index


def to_edge(player, way):
    """Moves the photo to its edge, so that it can be moved no further; `way` is the finger's."""
    width = player.size.width
    for _ in range(12):
        at = Point(width / 2, player.size.height / 2)
        left = -photo(player).x if way > 0 else photo(player).right - width
        by = min(left, 0.4 * width)
        if by < 1:
            break
        slop = player.context.thresholds.slop
        player.drag(at, at + Point(way * (by + slop), 0), 0.5, rest_s=0.3)
        player.wait(1)


@pytest.mark.parametrize("options", OPTIONS)
@pytest.mark.parametrize("way", [-1, 1])
def test_beyond_its_edge_the_slides_follow(typesetter, options, way):
    """The photo goes as far as the finger; the next slide comes, a gutter away from it."""
    player = zoomed(typesetter, **options)
    to_edge(player, way)
    before, width = photo(player), player.size.width
    start = Point(width / 2, 400)
    player.press(start)
    for n in range(1, 11):
        player.step(FRAME_S)
        player.move(start + Point(way * 30 * n, 0))
    moved = way * (300 - player.context.thresholds.slop)

    assert photo(player).x - before.x == pytest.approx(moved, abs=1)
    beside = [one.offset.x for one in player.view().layers if one.ground and one.offset.x]
    assert round(moved) - way * pitch(width) in {round(x) for x in beside}
    player.lift(start + Point(way * 300, 0))
    player.wait(1)
    onward = way if options.get("language") == "ar" else -way
    assert index(player) == 1 + onward
    assert player.state.screen.zoom is None


@pytest.mark.parametrize("way", [-1, 1])
def test_a_little_beyond_its_edge_it_comes_back(typesetter, way):
    """Let go before six centimetres, the photo is where it was, and still zoomed."""
    player = zoomed(typesetter)
    to_edge(player, way)
    before = photo(player)
    start = Point(player.size.width / 2, 400)
    player.drag(start, start + Point(way * 60, 0), 0.4, rest_s=0.3)
    player.wait(1)

    assert photo(player) == before
    assert index(player) == 1


@pytest.mark.parametrize("way", [-1, 1])
def test_a_fling_that_moves_the_photo_to_its_edge_turns_nothing(typesetter, way):
    """Who flings a photo to see its side gets its side, and not the next slide."""
    player = zoomed(typesetter)
    left = -photo(player).x if way > 0 else photo(player).right - player.size.width
    assert left > 200
    start = Point(player.size.width / 2 - way * 500, 400)
    player.drag(start, start + Point(way * (left + 60), 0), 0.2)
    player.wait(2)

    assert index(player) == 1
    assert photo(player).x == pytest.approx(0 if way > 0 else player.size.width - 3000)


@pytest.mark.parametrize("size", SCREENS, ids=str)
@pytest.mark.parametrize("way", [-1, 1])
def test_a_short_flick_at_an_edge_turns_nothing(typesetter, size, way):
    """Nobody sees that a photo ends where the screen does: a flick there looks for more of it."""
    player = zoomed(typesetter, size=size)
    to_edge(player, way)
    before = photo(player)
    start = Point(size.width / 2 - way * 100, size.height / 2)
    player.drag(start, start + Point(way * 0.2 * size.width, 0), 0.12)
    player.wait(2)

    assert index(player) == 1
    assert photo(player) == before


def test_drawn_back_it_is_zoomed_as_before(typesetter):
    """A slide that was turned to is caught and flung back: the photo was not let go."""
    player = zoomed(typesetter)
    to_edge(player, -1)
    before = photo(player)
    start = Point(900, 400)
    player.drag(start, start + Point(-300, 0), 0.1)
    player.step(0.05)
    assert index(player) == 2
    assert player.state.screen.zoom
    player.drag(Point(300, 400), Point(700, 400), 0.1)
    player.wait(1)

    assert index(player) == 1
    assert photo(player) == before


DROPS = [*((size, {}) for size in SCREENS), *((SCREENS[2], one) for one in OPTIONS[1:])]


@pytest.mark.parametrize(("size", "options"), DROPS)
def test_it_is_dropped_by_pulling_it_down(typesetter, size, options):
    """It gets smaller, the slide comes into sight, and let go it is in its place there."""
    player = alone(typesetter, size=size, **options)
    start = Point(size.width / 2, 0.3 * size.height)
    share = seen_at(photo(player), start)
    player.press(start)
    by = 60 * player.context.stage.px_per_mm + player.context.thresholds.slop + 10
    widths = [photo(player).width]
    for n in range(1, 13):
        player.step(FRAME_S)
        player.move(start + Point(0, by * n / 12))
        widths.append(photo(player).width)
    at = start + Point(0, by - player.context.thresholds.slop)
    assert all(b <= a for a, b in pairwise(widths))
    assert widths[-1] < widths[0]
    assert seen_at(photo(player), at).distance_to(share) < 0.01
    assert any(is_beside(item) for item in player.pictures())
    player.step(0.3)
    player.lift(start + Point(0, by))
    player.wait(2)

    assert player.state.screen.zoom is None
    assert index(player) == 1


def seen_at(image, at):
    """Which part of the photo is seen at a point, as shares of its size."""
    return Point((at.x - image.x) / image.width, (at.y - image.y) / image.height)


def is_beside(item):
    return item.derivative.file == "/3.jpg"


@pytest.mark.parametrize("options", OPTIONS)
def test_pulled_down_a_little_it_comes_back(typesetter, options):
    """Let go before six centimetres, or flung up again, the photo is alone as before."""
    player = alone(typesetter, **options)
    before = photo(player)
    start = Point(600, 200)
    player.drag(start, start + Point(0, 80), 0.4, rest_s=0.3)
    player.wait(2)
    assert photo(player) == before
    player.press(start)
    for y in (100, 200, 300, 260, 150, 60):
        player.step(FRAME_S)
        player.move(start + Point(0, y))
    player.lift(start + Point(0, 20))
    player.wait(2)

    assert photo(player) == before
    assert player.state.screen.zoom.is_alone(player.now_s)


def test_a_larger_photo_is_moved_before_it_is_dropped(typesetter):
    """A finger that goes down shows it up to its upper edge, and only then takes it off."""
    player = zoomed(typesetter)
    assert photo(player).y < -200
    start = Point(600, 100)
    player.drag(start, start + Point(0, 150), 0.3, rest_s=0.3)
    player.wait(1)
    assert player.state.screen.zoom.is_alone(player.now_s)
    assert -photo(player).y > 20
    player.drag(start, start + Point(0, 690), 0.5, rest_s=0.3)
    player.wait(2)

    assert player.state.screen.zoom is None


@pytest.mark.parametrize("options", OPTIONS[:2])
@pytest.mark.parametrize("route", ["down", "down and back", "left", "right"])
def test_no_frame_jumps(typesetter, options, route):
    """A press or a lift moves nothing, and each thousandth of a second only a little."""
    player = zoomed(typesetter, **options) if route in {"left", "right"} else alone(typesetter)
    ways = {"down": (0, 400), "down and back": (0, 120), "left": (-500, 0), "right": (500, 0)}
    if route in {"left", "right"}:
        to_edge(player, -1 if route == "left" else 1)
    start, by = Point(640, 200), Point(*ways[route])
    fastest = 1.1 * player.size.width * 30 * FINE_S

    def unmoved(event):
        before = look(player)
        event()
        after = look(player)
        assert after == pytest.approx(before, abs=1)

    unmoved(lambda: player.press(start))
    for n in range(1, 21):
        player.step(FRAME_S)
        before = look(player)
        player.move(start + by * (n / 20))
        finger = max(abs(by.x), abs(by.y)) / 20
        assert_near(before, look(player), 1.5 * finger + 1)  # Smaller, it follows from its edges.
    player.step(0.2)
    unmoved(lambda: player.lift(start + by))
    for _ in range(3):
        for _ in range(60):
            before = look(player)
            player.step(FINE_S)
            assert_near(before, look(player), fastest)
        unmoved(lambda: player.press(start))
        player.step(0.1)
        unmoved(lambda: player.lift(start))


def look(player):
    """The edges of the photo, and how dark the ground beside it is, as 0 to 100."""
    if player.state.screen.zoom is None:
        return None
    image = photo(player)
    fills = [
        item.opacity
        for layer in player.view().layers
        if any(is_zoomed(one) for one in layer.items)
        for item in layer.items
        if isinstance(item, Fill) and item.opacity < 1
    ]
    ground = 100 * min(fills, default=1.0)
    return (image.x, image.y, image.right, image.bottom, ground)


def assert_near(before, after, most):
    if before is None or after is None:
        return  # Back on its slide, or out of sight.
    assert all(abs(a - b) <= most for a, b in zip(before, after, strict=True))


def test_its_place_on_the_slide_is_empty_meanwhile(typesetter):
    """The photo is not seen twice: where it was taken from is only ground."""
    player = alone(typesetter)
    start = Point(600, 200)
    player.press(start)
    for n in range(1, 13):
        player.step(FRAME_S)
        player.move(start + Point(0, 30 * n))
    *_, layer = [one for one in player.view().layers if any(map(is_zoomed, one.items))]
    ground = player.context.stage_of(player.context.entry("one")).theme.ground
    covered = [
        item.rect if isinstance(item, Fill) else item.window.intersection(item.image)
        for item in layer.items
        if isinstance(item, Picture) or (item.opacity == 1 and item.colour == ground)
    ]
    home = player.state.screen.zoom.window
    pieces = (home.inset(1),)
    for hole in covered:
        pieces = tuple(left for piece in pieces for left in piece.without(hole))

    assert sum(piece.size.area for piece in pieces) < home.width + home.height
    assert Rect.of(Size(1280, 800)).covers(home)
