"""How one slide takes the place of another, whatever transition a curator chose."""

import pytest

from kiosk.screens.actions import Play
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


def play(player):
    """A visitor leans back, until the next slide comes by itself."""
    player.tap(player.context.stage.rect.centre)
    player.wait(0.5)
    player.tap(next(one.rect.centre for one in player.buttons() if one.action == Play()))
    while player.state.screen.slide_view.index == 0 and player.now_s < 60:
        player.step(0.02)
    assert player.state.screen.is_playing


def dark(player):
    """Opacity of a black veil over the whole screen."""
    fills = [i for layer in player.view().layers for i in layer.items if isinstance(i, Fill)]
    rect = player.context.stage.rect
    return max((fill.opacity for fill in fills if fill.rect == rect), default=0.0)


@pytest.mark.parametrize("name", TRANSITIONS)
@pytest.mark.parametrize("by_hand", [True, False])
def test_every_transition_ends_with_the_slide_at_rest(name, by_hand, typesetter):
    """A while after a step, only the new slide is drawn, and nothing is due but idling."""
    player = opened(playing(typesetter, name))
    if by_hand:
        player.key("right")
    else:
        play(player)
    player.wait(3)
    (picture,) = player.pictures()

    assert picture.derivative.file == "/1.jpg"
    assert player.view().layers[0].clip is None


@pytest.mark.parametrize("name", [name for name in TRANSITIONS if name != "cut"])
def test_with_reduced_motion_slides_only_fade(name, typesetter):
    """Nothing moves, grows or goes dark: both slides stand in their places."""
    player = opened(playing(typesetter, name, comfort=Comfort(still=True)))
    player.key("right")
    player.step(0)
    player.step(0.15)
    pictures, layers = player.pictures(), player.view().layers

    assert len(pictures) == 2
    assert all(one.image.covers(one.window) for one in pictures)
    assert pictures[0].image == pictures[1].image
    assert all(layer.clip is None and layer.offset.x == 0 for layer in layers)
    assert dark(player) == 0


def test_the_way_through_black_is_slow_and_dark(typesetter):
    """One turn through black darkens the screen for long enough to be no blink."""
    player = opened(playing(typesetter, "through_black"))
    play(player)
    darkness = []
    for _ in range(20):
        player.step(0.05)
        darkness.append(dark(player))

    assert max(darkness) > 0.8
    assert sum(one > 0.1 for one in darkness) * 0.05 > 0.4


def test_hurrying_through_black_does_not_flash(typesetter):
    """A visitor's steps never darken the screen, and end the darkness of a turn by itself."""
    player = opened(playing(typesetter, "through_black"))
    play(player)
    player.wait(0.3)
    assert dark(player) > 0.3
    darkness = []
    for _ in range(6):
        player.key("right")
        for _ in range(3):
            player.step(0.04)
            darkness.append(dark(player))

    assert max(darkness) == 0


@pytest.mark.parametrize("name", TRANSITIONS)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_transitions_are_for_playing_by_itself(name, language, typesetter):
    """A visitor's step looks the same, whatever transition the slide asks for."""
    frames = []
    for transition in (name, "fade"):
        player = opened(playing(typesetter, transition, language=language))
        player.key("left" if language == "ar" else "right")
        player.step(0)
        player.step(0.1)
        frames.append([(layer.offset, layer.clip, layer.opacity) for layer in player.view().layers])

    assert frames[0] == frames[1]
    assert any(offset.x for offset, _, _ in frames[0])
