"""A photo that two screens share grows from its place on one into its place on the other."""

import math
from itertools import pairwise

import pytest

from kiosk.base.geometry import Size
from kiosk.show.flight import SCREEN_FADE_S
from kiosk.types.scene import Fill, Icon, Lettering, Picture
from tests.world import SCREEN, Player, collection, entry, slide

FRAME_S = 1 / 60


def world(typesetter, **keys):
    made = [
        entry(name, *(slide(photo=f"/{name}/{n}.jpg", caption="-") for n in range(9)))
        for name in ("one", "two")
    ]
    player = Player(collection(*made, languages=["en", "ar"]), typesetter, **keys)
    player.open_at("home")
    player.wait(1)
    return player


def places(player, file):
    """Where a photo is drawn, without the frames of the filmstrip."""
    pictures = [item for layer in player.view().layers for item in layer.items]
    return [
        one.window
        for one in pictures
        if isinstance(one, Picture)
        and one.derivative.file == file
        and one.window.size.area > 0.005 * player.size.area
    ]


def flown(player, key, file):
    """The places of a photo, frame by frame, after a key."""
    (start,) = places(player, file)
    player.key(key)
    found = [start]
    for _ in range(round(SCREEN_FADE_S / FRAME_S) + 2):
        player.step(FRAME_S)
        (place,) = places(player, file)
        found.append(place)
    return found


def is_even(found):
    corners = [(one.x, one.y, one.right, one.bottom) for one in found]
    steps = [math.dist(one, two) for one, two in pairwise(corners)]
    return 0 < max(steps) < 0.2 * sum(steps)


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("size", [Size(1280, 720), Size(720, 1280)], ids=str)
def test_a_door_grows_into_its_slide_and_shrinks_into_the_wall(typesetter, size, language):
    """There is one such photo in each frame, and it never jumps."""
    player = world(typesetter, size=size, language=language)
    player.key("right")
    there = flown(player, "enter", "/one/0.jpg")
    assert player.screen == "Viewer"
    out = flown(player, "escape", "/one/0.jpg")
    assert player.screen == "Overview"
    home = flown(player, "escape", "/one/0.jpg")
    assert player.screen == "Home"
    assert there[-1].size.area > out[-1].size.area
    assert home[-1] == there[0]
    assert all(map(is_even, (there, out, home)))


def test_it_can_be_turned_back_on_its_way(typesetter):
    """The photo goes back from where it is."""
    player = world(typesetter)
    player.key("right")
    player.key("enter")
    player.step(SCREEN_FADE_S / 2)
    (midway,) = places(player, "/one/0.jpg")
    player.key("home")
    player.step(FRAME_S)
    (now,) = places(player, "/one/0.jpg")
    assert abs(now.x - midway.x) + abs(now.width - midway.width) < 0.12 * player.size.width


def test_without_motion_nothing_flies(typesetter):
    """Both screens only fade: the photo is in its place on each."""
    player = world(typesetter)
    player.prefer(still=True)
    player.key("right")
    (door,) = places(player, "/one/0.jpg")
    player.key("enter")
    player.step(SCREEN_FADE_S / 2)
    assert door in places(player, "/one/0.jpg")


def test_words_of_the_old_screen_are_gone_before_new_ones_come(typesetter):
    """At no moment are letters of both seen."""
    player = world(typesetter)
    player.key("right")
    player.key("enter")
    seen = []
    while player.state.leaving and not player.state.leaving.is_over(player.now_s):
        shown = {one.paragraph.text for one, opacity in letters(player) if opacity > 0}
        seen.append(("One" in shown, "Overview" in shown))
        player.step(FRAME_S)
    assert (True, False) in seen
    assert (False, True) in seen
    assert (True, True) not in seen


@pytest.mark.parametrize("size", [Size(1280, 720), Size(720, 1280)], ids=str)
@pytest.mark.parametrize("keys", [["right", "enter"], ["right", "enter", "escape"]])
def test_controls_of_the_old_screen_are_gone_before_new_ones_come(typesetter, size, keys):
    """At no moment are icons or thin lines of both seen, such as the one below a language."""
    player = world(typesetter, size=size)
    for key in keys[:-1]:
        player.key(key)
        player.step(0 if key == "right" else 1)
    before = signs(player)
    player.key(keys[-1])
    seen = []
    for _ in range(round(SCREEN_FADE_S / FRAME_S)):
        seen.append(signs(player))
        player.step(FRAME_S)
    player.step(1)
    after = signs(player)

    assert before - after
    assert after - before
    assert all(not one & (before - after) or not one & (after - before) for one in seen)


def signs(player):
    """The icons and thin lines that are seen."""
    items = [
        (item, layer.opacity * item.opacity)
        for layer in player.view().layers
        for item in layer.items
        if isinstance(item, Icon)
        or (isinstance(item, Fill) and item.rect.size.short_side <= player.context.stage.line)
    ]
    return {(type(one), one.rect) for one, opacity in items if opacity > 0}


def letters(player):
    for layer in player.view().layers:
        for item in layer.items:
            if isinstance(item, Lettering):
                yield item, layer.opacity * item.opacity


def test_only_the_photo_that_flies_leaves_its_place(typesetter):
    """Its frame in the filmstrip stays, and so do other cells with the same photo."""
    photos = ["/a.jpg", "/b.jpg", "/a.jpg", "/a.jpg"]
    made = entry("one", *(slide(photo=file) for file in photos))
    player = Player(collection(made), typesetter)
    player.open_at("one:3")
    player.wait(3)
    player.key("escape")
    player.step(SCREEN_FADE_S / 2)

    assert player.state.leaving.flight.file == "/a.jpg"
    assert len(filmstrip(player.view())) == 4
    cells = [one for one in places(player, "/a.jpg") if one.width < 0.4 * player.size.width]
    assert len(cells) == 2  # The third one is on its way.
    player.wait(1)
    third = sorted(places(player, "/a.jpg"), key=lambda one: (one.y, one.x))[1]
    player.press(third.centre)
    player.lift(third.centre)
    assert player.state.leaving.flight.start.window == third


def filmstrip(scene):
    return [one for one in scene.pictures() if one.window.y > 0.9 * SCREEN.height]
