"""The filmstrip: all slides along the foot, and a finger that goes through them."""

import pytest

from kiosk.base.geometry import Point, Size
from kiosk.screens.actions import BackToSlide, GoHome, OpenOverview
from kiosk.style.themes import luminance
from kiosk.types.scene import Icon, Lettering
from tests.world import Player, collection, entry, filmstrip, slide

SHAPES = [Size(1280, 720), Size(720, 1280), Size(1024, 768), Size(1680, 720), Size(1000, 1000)]

AIM_PX = 4
"""How far a finger lifts from where it wants to."""


def opened(typesetter, count, size=SHAPES[0], **keys):
    slides = [slide(photo=f"/{n}.jpg", caption=f"Photo {n}") for n in range(count)]
    player = Player(
        collection(entry("one", *slides), languages=["en", "fr", "ar"]),
        typesetter,
        size=size,
        **keys,
    )
    player.open_at("one:1")
    player.wait(1)
    return player


def strip(player):
    found = player.state.screen._bar(player.context).filmstrip(player.context)
    assert found
    return found


def shown(player):
    return player.state.screen.slide_view.index


@pytest.mark.parametrize("size", SHAPES, ids=str)
@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("count", [2, 5, 500])
class TestStrip:
    def test_it_is_inside_the_safe_margins_and_off_the_controls(
        self, typesetter, size, language, count
    ):
        player = opened(typesetter, count, size, language=language)
        stage, places = player.context.stage, [one.window for one in filmstrip(player)]
        assert places
        for place in places:
            assert stage.safe.x <= place.x
            assert place.right <= stage.safe.right
            assert not any(place.overlaps(one.rect) for one in player.buttons())

    def test_one_scrub_leads_from_the_first_slide_to_any(self, typesetter, size, language, count):
        """The slide under the finger is shown as soon as it is there; the finger need not lift."""
        player = opened(typesetter, count, size, language=language)
        first, last = strip(player).frame_at(0), strip(player).frame_at(count - 1)
        player.press(first.centre)
        for goal in (count - 1, count // 2, 1):
            player.move(strip(player).frame_at(goal).centre)
            player.wait(1)
            assert abs(shown(player) - goal) <= count / abs(last.x - first.x) + 0.5
        end = Point(last.right if language == "en" else last.x, last.centre.y)
        player.move(end)
        player.lift(end)
        player.wait(1)
        assert shown(player) == count - 1


@pytest.mark.parametrize("size", [*SHAPES, Size(1280, 800)], ids=str)
@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("off", [-AIM_PX, AIM_PX])
def test_any_of_500_slides_is_a_scrub_and_two_touches_away(typesetter, size, language, off):
    """A pixel is more than a slide, so a finger lifts near the one it wants; the wall has it."""
    player = opened(typesetter, 500, size, language=language)
    for goal in (499, 1, 250, 388, 0):
        player.press(strip(player).frame_at(shown(player)).centre)
        player.move(strip(player).frame_at(goal).centre + Point(off, 0))
        player.lift(strip(player).frame_at(goal).centre + Point(off, 0))
        player.step(0.5)
        for wanted in (OpenOverview("one"), BackToSlide("one", goal)):
            (button,) = [one for one in player.buttons() if one.action == wanted]
            player.tap(button.rect.centre)
            player.step(0.5)

        assert shown(player) == goal


def test_the_number_is_said_while_a_finger_is_on_it(typesetter):
    player = opened(typesetter, 500)

    def said():
        items = [item for layer in player.view().layers for item in layer.items]
        return {item.paragraph.text for item in items if isinstance(item, Lettering)}

    assert "1 of 500" not in said()
    player.press(strip(player).frame_at(499).centre)
    player.wait(1)
    assert "500 of 500" in said()
    player.lift(strip(player).frame_at(499).centre)
    player.wait(1)
    assert "500 of 500" not in said()


@pytest.mark.parametrize("touched_meanwhile", [False, True])
def test_a_slide_that_is_not_there_yet_is_shown_when_it_comes(typesetter, touched_meanwhile):
    """The finger may have left long before; another touch forgets the choice."""
    player = opened(typesetter, 9, missing=frozenset({"/8.jpg"}))
    player.tap(strip(player).frame_at(8).centre)
    player.wait(1)
    assert shown(player) == 0
    if touched_meanwhile:
        player.tap(Point(640, 300))
    player.missing = frozenset()
    player.wait(1)
    assert shown(player) == (0 if touched_meanwhile else 8)


def test_it_goes_with_the_controls(typesetter):
    """Once they are hidden, a touch there is for the slide."""
    player = opened(typesetter, 9)
    place = strip(player).frame_at(8).centre
    player.wait(10)
    assert not filmstrip(player)
    player.tap(place)
    player.wait(1)
    assert shown(player) == 0
    assert filmstrip(player)


@pytest.mark.parametrize("size", SHAPES, ids=str)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_way_out_is_one_touch_away_also_without_controls(typesetter, size, language):
    """Its sign stays in its place; a touch anywhere else only shows the controls."""
    player = opened(typesetter, 9, size, language=language)
    (home,) = [one for one in player.buttons() if one.action == GoHome()]
    (icon,) = [one for one in icons(player, opaque=True) if home.rect.contains(one.rect.centre)]
    player.wait(10)
    assert [one.rect for one in icons(player)] == [icon.rect]
    player.tap(icon.rect.centre)
    player.wait(1)
    assert player.screen == "Attract"  # With one exhibition, there is no home.


def test_over_a_photo_that_fills_the_screen_the_bar_is_dark(typesetter):
    """On paper, too."""
    made = entry("one", slide(photo="/1.jpg", fill=True), slide(title="-"), theme="paper")
    player = Player(collection(made), typesetter)
    grounds = []
    for start in ("one:1", "one:2"):
        player.open_at(start)
        player.wait(1)
        band = player.view().layers[-1].items[0]
        grounds.append(luminance(band.colour))
    assert grounds[0] < 0.05 < 0.7 < grounds[1]


def icons(player, *, opaque=False):
    layers = player.view().layers
    found = [item for layer in layers[-1 if opaque else 0 :] for item in layer.items]
    return [item for item in found if isinstance(item, Icon) and item.icon != "disc"]
