"""A photo in tiles: each is one that exists, and together they show all that is seen."""

import math
import random

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kiosk.base.geometry import Point, Rect, Size
from kiosk.screens.zoom.tiles import Pyramid
from kiosk.screens.zoom.transform import Transform
from kiosk.types.photo import TILE_PX, Derivative, Tile
from kiosk.types.scene import Picture

SCREENS = [Size(1920, 1080), Size(1080, 1920), Size(640, 360), Size(3840, 2160)]
VAST = Size(12_000, 8_000)

sizes = st.builds(Size, st.integers(600, 20_000), st.integers(600, 20_000))
poses = st.builds(
    lambda scale, across, down: (scale, across, down),
    st.floats(0.02, 1.0),
    st.floats(-0.2, 1.2),
    st.floats(-0.2, 1.2),
)


def posed(size, screen, scale, across, down):
    """A pose with so much of the photo's width and height left and above of the screen."""
    return Transform(
        scale,
        -across * (size.width * scale - screen.width),
        -down * (size.height * scale - screen.height),
    )


def exists(tile, size):
    """Whether a tile is a piece of the photo, at its own size or halved so many times."""
    wholes = [(math.ceil(size.width / 2**n), math.ceil(size.height / 2**n)) for n in range(20)]
    return (
        (tile.whole.width, tile.whole.height) in wholes
        and tile.column >= 0 <= tile.row
        and 0 < tile.width <= TILE_PX
        and 0 < tile.height <= TILE_PX
    )


@given(size=sizes, transform=poses, screen=st.sampled_from(SCREENS))
@settings(max_examples=150, deadline=None, derandomize=True)
def test_no_tile_is_asked_for_that_does_not_exist(size, transform, screen):
    """Whatever is seen of a photo, all that is asked for is a piece of it, and finds room."""
    pyramid = Pyramid("a", size)
    wanted = pyramid.wanted(posed(size, screen, *transform), screen, frozenset(), more=True)

    assert all(exists(tile, size) for tile in wanted)
    assert len(set(wanted)) == len(wanted)
    assert sum(tile.bytes for tile in wanted) <= 20 * screen.area * 4 + 40 * 2**20


@given(size=sizes, transform=poses, screen=st.sampled_from(SCREENS), seed=st.integers(0, 99))
@settings(max_examples=150, deadline=None, derandomize=True)
def test_what_is_seen_is_covered_at_any_time(size, transform, screen, seed):
    """With all tiles, with some, or with none: no place of the photo is left without a picture."""
    rng, pyramid = random.Random(seed), Pyramid("a", size)
    now = posed(size, screen, *transform)
    shown = Derivative("a", 90, 60)
    image = Rect.of(size * now.scale, Point(now.x, now.y))
    window = image.intersection(Rect.of(screen))
    wanted = pyramid.wanted(now, screen, frozenset(), more=True)
    ready = frozenset(tile for tile in wanted if rng.random() < seed / 60)
    pictures = pyramid.pictures(now, window, ready, Picture(shown, image, window))
    assume(window.size.area)
    for _ in range(40):
        at = Point(
            rng.uniform(window.x, window.right - 1), rng.uniform(window.y, window.bottom - 1)
        )
        assert any(one.image.contains(at) for one in pictures)


def test_the_finest_is_on_top():
    """Where tiles of several levels are there, those as fine as the screen are drawn last."""
    pyramid, screen = Pyramid("a", VAST), Size(1920, 1080)
    window = Rect.of(screen)
    ready = {
        tile
        for scale in (0.2, 0.4, 0.9)
        for tile in pyramid.wanted(
            posed(VAST, screen, scale, 0.4, 0.4), screen, frozenset(), more=True
        )
    }
    transform = posed(VAST, screen, 0.9, 0.4, 0.4)
    whole = Picture(
        Derivative("a", 90, 60), Rect.of(VAST * 0.9, Point(transform.x, transform.y)), window
    )
    drawn = pyramid.pictures(transform, window, frozenset(ready), whole)
    assert {one.derivative.whole.width for one in drawn} == {12_000}
    some = [one for one in ready if one.whole.width != 12_000 or (one.column + one.row) % 2]
    drawn = pyramid.pictures(transform, window, frozenset(some), whole)

    widths = [one.derivative.whole.width for one in drawn]
    assert set(widths) == {6_000, 12_000}
    assert widths == sorted(widths)


def test_the_level_is_as_fine_as_the_screen_and_no_finer():
    """Of a level there is at least one pixel for each of the screen, and at most two by two."""
    pyramid = Pyramid("a", VAST)
    for scale in (1.0, 0.99, 0.51, 0.5, 0.3, 0.25, 0.14, 0.13):
        (first, *_) = pyramid.wanted(
            Transform(scale, 0, 0), Size(1920, 1080), frozenset(), more=True
        )
        pixels = first.whole.width / (VAST.width * scale)

        assert 1 <= pixels < 2, scale


def test_the_middle_of_the_screen_comes_first():
    """What the visitor looks at is asked for before what is at the edge, or outside."""
    screen, transform = Size(1920, 1080), Transform(1.0, -3000, -2000)
    wanted = Pyramid("a", VAST).wanted(transform, screen, frozenset(), more=True)
    away = [
        Point((one.column + 0.5) * TILE_PX, (one.row + 0.5) * TILE_PX).distance_to(
            Point(3960, 2540)
        )
        for one in wanted
    ]
    seen = Rect(3000, 2000, 1920, 1080)
    inside = [
        seen.overlaps(Rect(one.column * TILE_PX, one.row * TILE_PX, TILE_PX, TILE_PX))
        for one in wanted
    ]

    assert away[0] < TILE_PX
    assert inside == sorted(inside, reverse=True)
    assert not inside[-1]
    assert sum(away[:5]) < sum(away[sum(inside) - 5 : sum(inside)])


def test_neighbours_have_one_edge():
    """Where a tile ends, the next begins, also of different levels and between two pixels."""
    pyramid, screen, transform = (
        Pyramid("a", Size(11_999, 7_001)),
        Size(1920, 1080),
        Transform(0.43, -7.7, 0),
    )
    tiles = pyramid.wanted(transform, screen, frozenset(), more=True)
    finer = pyramid.wanted(Transform(0.86, -15.4, 0), screen, frozenset(), more=True)
    window = Rect.of(screen)
    whole = Picture(Derivative("a", 90, 60), window, window)
    places = {
        (one.derivative.whole.width, one.derivative.column, one.derivative.row): one.image
        for ready in (tiles, finer)
        for one in pyramid.pictures(transform, window, frozenset(ready), whole)
        if isinstance(one.derivative, Tile)
    }
    pairs = [
        (place, places[width, column + 1, row])
        for (width, column, row), place in places.items()
        if (width, column + 1, row) in places
    ]

    assert len(pairs) > 10
    assert {width for width, *_ in places} == {11_999, 6_000}
    assert all(abs(one.right - other.x) < 1e-6 for one, other in pairs)
    assert abs(places[6_000, 1, 0].x - places[11_999, 2, 0].x) < 1e-6


def test_what_is_there_stays_as_long_as_there_is_room():
    """Tiles that were left may be seen again: the nearest stay, up to a bound."""
    pyramid, screen = Pyramid("a", VAST), Size(1920, 1080)
    ready: frozenset[Tile] = frozenset()
    for step in range(20):
        transform = Transform(1.0, -500 * step, -300 * step)
        wanted = pyramid.wanted(transform, screen, ready, more=True)
        assert len(wanted) < 100
        ready = frozenset(wanted)
    back = pyramid.wanted(Transform(0.2, 0, 0), screen, ready, more=False)

    assert set(back) <= ready
    assert len(back) > 40
