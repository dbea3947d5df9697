"""The overview in the corner of a zoomed photo: where one is, quietly."""

import pytest

from kiosk.base.geometry import Point, Rect, Size, around
from kiosk.types.scene import Fill, Icon
from tests.screens.zooming import FRAME_S, MIDDLE, double_tap, tell, transform, viewer, zoom
from tests.world import PHOTO

SCREENS = [Size(1280, 800), Size(1080, 1920)]


def is_line(accent):
    return lambda item: isinstance(item, Fill) and item.colour == accent


def minimap(player):
    """Its picture, and the frame in it; None if it is not to be seen."""
    accent = player.context.stage.theme.accent
    found = [one for one in player.view().layers if any(map(is_line(accent), one.items))]
    own = (one for one in found if not one.ground)
    layer = next((one for one in own if not any(isinstance(i, Icon) for i in one.items)), None)
    pictures = [item for item in layer.items if hasattr(item, "derivative")] if layer else []
    if not pictures or pictures[0].opacity <= 0:
        return None
    lines = [one.rect for one in filter(is_line(accent), layer.items)]
    return pictures[0], around(lines)


@pytest.fixture(params=SCREENS, ids=["across", "upright"])
def player(typesetter, request):
    return viewer(typesetter, size=request.param)


def test_its_frame_is_what_is_seen(player):
    """As much as the screen shows of the photo, its frame shows of the overview."""
    for key in ("plus", "plus", "right", "down"):
        player.key(key)
        player.wait(1)
    picture, frame = minimap(player)
    now, screen = transform(player), player.size
    left, top = -now.x / now.scale / PHOTO.width, -now.y / now.scale / PHOTO.height
    wide = min(1.0, screen.width / now.scale / PHOTO.width)

    assert (frame.x - picture.image.x) / picture.image.width == pytest.approx(
        max(0, left), abs=0.02
    )
    assert (frame.y - picture.image.y) / picture.image.height == pytest.approx(
        max(0, top), abs=0.02
    )
    assert frame.width / picture.image.width == pytest.approx(wide, abs=0.02)


@pytest.mark.parametrize("size", SCREENS)
@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("photo", [PHOTO, Size(2000, 3000), Size(12_000, 2_000)])
def test_it_is_small_in_the_corner_above_the_bar(typesetter, size, language, photo):
    """At the end of the line of reading, in no shape over the bar or at the screen's edge."""
    player = viewer(typesetter, size=size, language=language, photo=photo)
    player.key("plus")
    player.wait(1)
    picture, frame = minimap(player)
    stage = player.context.stage
    place = picture.image

    assert stage.rect.inset(stage.margin / 2).covers(place)
    assert place.bottom <= size.height - stage.bar - 2
    assert place.size.area < 0.05 * size.area
    assert (place.centre.x < size.width / 2) == (language == "ar")
    assert place.covers(frame)


def test_it_leaves_with_the_bar_and_comes_with_a_touch(player):
    """Seconds after the last touch it is gone; the next one brings it."""
    player.key("plus")
    player.wait(1)
    assert minimap(player)
    player.wait(5)
    assert minimap(player) is None
    tell(player, 1, "down", MIDDLE)
    player.step(0.3)

    assert minimap(player)


def test_it_stays_while_the_photo_is_moved(typesetter):
    """However long a finger leads, one sees where one is."""
    player = viewer(typesetter)
    double_tap(player, MIDDLE)
    player.wait(1)
    tell(player, 1, "down", MIDDLE)
    for n in range(600):
        player.step(FRAME_S)
        tell(player, 1, "moved", MIDDLE + Point(n % 100, n % 70))
        assert minimap(player)


def test_where_the_whole_photo_is_seen_there_is_none(player):
    """A photo that fits needs no overview, and neither does one back on its slide."""
    player.key("plus")
    player.wait(1)
    for _ in range(2):
        player.key("minus")
        player.wait(1)
    assert zoom(player)
    assert minimap(player) is None
    player.key("escape")
    player.wait(1)

    assert minimap(player) is None


def test_a_speck_is_still_framed(typesetter):
    """Of a panorama, what is seen may be less than a pixel of the overview: its frame is seen."""
    player = viewer(typesetter, photo=Size(40_000, 2_000))
    for _ in range(12):
        player.key("plus")
        player.wait(1)
    picture, frame = minimap(player)

    assert frame.width >= 8 <= frame.height
    assert isinstance(frame, Rect)
    assert picture.image.covers(frame)
