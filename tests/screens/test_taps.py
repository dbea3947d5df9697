"""A tap means the same on every screen: signs, then a photo of several, then the sides."""

import pytest

from kiosk.base.geometry import Point, Size
from tests.world import Player, collection, entry, slide

SCREENS = [
    Size(1280, 720),
    Size(720, 1280),
    Size(1280, 800),
    Size(1024, 768),
    Size(1680, 720),
    Size(1000, 1000),
]
LAYOUTS = {
    "single": {"photo": "/1.jpg"},
    "beside": {"photo": "/1.jpg", "text": "Words beside a photo"},
    "matted": {"photo": "/1.jpg", "layout": "matted"},
    "text": {"text": "Words"},
    "quote": {"quote": "Said"},
    "pair": {"photos": ["/1.jpg", "/2.jpg"]},
    "grid": {"photos": [f"/{n}.jpg" for n in range(4)]},
}


def viewer(typesetter, size, language, **keys):
    """On the second of three slides, at rest, its controls gone."""
    slides = (slide(title="One"), slide(motion="still", **keys), slide(title="Three"))
    one = collection(entry("one", *slides), languages=[language], idle_s=600)
    player = Player(one, typesetter, size=size, language=language)
    player.open_at("one:2")
    player.wait(6)
    return player


def index(player):
    player.wait(1, frame_s=0.25)
    return player.state.screen.slide_view.index


@pytest.mark.parametrize("size", SCREENS)
@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("layout", ["single", "beside", "matted", "text", "quote"])
def test_the_outer_quarters_turn(typesetter, size, language, layout):
    """Each is at most 120 mm wide; between them, nothing turns."""
    player = viewer(typesetter, size, language, **LAYOUTS[layout])
    edge = min(size.width / 4, 120 * player.context.stage.px_per_mm)
    onward = -1 if language == "ar" else 1
    for x, by in (
        (1, -onward),
        (edge - 1, -onward),
        (edge + 1, 0),
        (size.width / 2, 0),
        (size.width - edge - 1, 0),
        (size.width - edge + 1, onward),
    ):
        before = index(player)
        player.tap(Point(x, 0.3 * size.height))
        assert index(player) == before + by, x
        player.open_at("one:2")
        player.wait(1, frame_s=0.25)
        assert player.state.screen.zoom is None


@pytest.mark.parametrize("size", SCREENS)
@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("layout", ["pair", "grid"])
def test_of_several_photos_the_one_under_the_finger_is_meant(typesetter, size, language, layout):
    """A tap anywhere on it shows it whole and alone, at the sides of the screen, too."""
    player = viewer(typesetter, size, language, **LAYOUTS[layout])
    for photo in player.pictures():
        window = photo.window
        for share in (0.02, 0.98):
            player.tap(Point(window.x + share * window.width, window.centre.y))
            player.wait(2, frame_s=0.25)
            zoom = player.state.screen.zoom
            assert player.state.screen.slide_view.index == 1
            assert zoom.shown.file == photo.derivative.file
            assert zoom.scale.to == pytest.approx(zoom.fit(player.context.stage))
            player.key("escape")
            player.wait(2, frame_s=0.25)


def test_two_taps_on_one_of_several_lead_nearer(typesetter):
    """The second tap enlarges the place under the finger, while the photo still comes."""
    player = viewer(typesetter, SCREENS[0], "en", **LAYOUTS["pair"])
    at = player.pictures()[0].window.centre
    player.tap(at)
    player.step(0.1)
    player.tap(at)
    player.wait(2)
    zoom = player.state.screen.zoom

    assert zoom.scale.to == zoom.largest(player.context.stage) > zoom.fit(player.context.stage)


def test_beside_the_photos_of_a_pair_the_sides_turn(typesetter):
    """Below them, a tap turns as anywhere."""
    player = viewer(typesetter, SCREENS[0], "en", **LAYOUTS["pair"])
    foot = max(one.window.bottom for one in player.pictures())
    bar = player.size.height - player.context.stage.bar
    assert foot + 2 < bar
    player.tap(Point(player.size.width - 5, (foot + bar) / 2))

    assert index(player) == 2
