"""How one slide takes the place of another, whatever transition a curator chose."""

import pytest

from kiosk.screens.viewer.viewer import Viewer
from kiosk.style.comfort import Comfort
from kiosk.transitions import TRANSITIONS
from kiosk.types.scene import Fill
from tests.world import Player, collection, entry, slide


def playing(typesetter, transition, **options):
    slides = (
        slide(photo=f"/{n}.jpg", transition=transition, motion="still", dwell=6) for n in range(9)
    )
    return Player(collection(entry("one", *slides)), typesetter, **options)


def opened(player):
    player.open_at("one:1")
    player.wait(6)
    assert isinstance(player.state.screen, Viewer)
    return player


def dark(player):
    """Opacity of a black veil over the whole screen."""
    fills = [i for layer in player.view().layers for i in layer.items if isinstance(i, Fill)]
    rect = player.context.stage.rect
    return max((fill.opacity for fill in fills if fill.rect == rect), default=0.0)


@pytest.mark.parametrize("name", TRANSITIONS)
def test_every_transition_ends_with_the_slide_at_rest(name, typesetter):
    """A while after a step, only the new slide is drawn, and nothing is due but idling."""
    player = opened(playing(typesetter, name))
    player.key("right")
    player.wait(0.1)
    player.wait(6)
    (picture,) = player.pictures()

    assert picture.derivative.file == "/1.jpg"
    assert player.view().layers[0].clip is None


@pytest.mark.parametrize("name", [name for name in TRANSITIONS if name != "cut"])
def test_with_reduced_motion_slides_only_fade(name, typesetter):
    """Nothing moves, grows or goes dark: both slides stand in their places."""
    player = opened(playing(typesetter, name, comfort=Comfort(still=True)))
    player.key("right")
    player.step(0.05)
    pictures, layers = player.pictures(), player.view().layers

    assert len(pictures) == 2
    assert all(one.image.covers(one.window) for one in pictures)
    assert pictures[0].image == pictures[1].image
    assert all(layer.clip is None and layer.offset.x == 0 for layer in layers)
    assert dark(player) == 0


def test_the_way_through_black_is_slow_and_dark(typesetter):
    """One step through black darkens the screen for long enough to be no blink."""
    player = opened(playing(typesetter, "through_black"))
    player.key("right")
    darkness = []
    for _ in range(20):
        player.step(0.04)
        darkness.append(dark(player))

    assert max(darkness) > 0.8
    assert sum(one > 0.1 for one in darkness) * 0.04 > 0.4


def test_hurrying_through_black_does_not_flash(typesetter):
    """Quick steps fade into each other: the screen goes dark once and not at every press."""
    player = opened(playing(typesetter, "through_black"))
    darkness = []
    for _ in range(6):
        player.key("right")
        for _ in range(3):
            player.step(0.04)
            darkness.append(dark(player))

    assert max(darkness[3:]) == 0
