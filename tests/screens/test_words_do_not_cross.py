"""Words of two slides are never seen together, and no photo blends through letters."""

from itertools import combinations

import pytest

from kiosk.base.geometry import Rect
from kiosk.screens.actions import Play
from kiosk.style.comfort import Comfort
from kiosk.transitions import TRANSITIONS
from kiosk.types.scene import Lettering, Picture
from tests.world import Player, collection, entry, slide

FRAME_S = 1 / 60
PAIRS = {
    "photos": ({"photo": "/1.jpg", "caption": "One"}, {"photo": "/2.jpg", "caption": "Two"}),
    "words": ({"text": "One"}, {"quote": "Two"}),
    "words on a photo": (
        {"photo": "/1.jpg", "title": "One", "fill": True},
        {"photo": "/2.jpg", "title": "Two", "fill": True},
    ),
    "a photo after words": ({"text": "One " * 600}, {"photo": "/2.jpg", "caption": "Two"}),
    "words after a photo": ({"photo": "/1.jpg", "caption": "One"}, {"text": "Two " * 600}),
}


def viewer(typesetter, kind, transition, **options):
    one, other = (slide(transition=transition, dwell=4, **keys) for keys in PAIRS[kind])
    player = Player(collection(entry("one", one, other), idle_s=600), typesetter, **options)
    player.open_at("one")
    player.wait(3)
    return player


def by_itself(player):
    player.tap(player.context.stage.rect.centre)
    player.wait(0.5)
    player.tap(next(one.rect.centre for one in player.buttons() if one.action == Play()))
    begun_s = player.now_s
    while player.state.screen.slide_view.index == 0 and player.now_s < begun_s + 60:
        player.step(0.05)


def by_hand(player):
    player.key("right")
    player.step(0)


def shown(layer, screen):
    return screen.moved(layer.offset).intersection(layer.clip or screen).intersection(screen)


def letters(layer):
    """How strongly the letters of a slide are seen."""
    return layer.opacity * max(
        (item.opacity for item in layer.items if isinstance(item, Lettering)), default=0.0
    )


def assert_apart(player):
    screen = Rect.of(player.size)
    slides = [one for one in player.view().layers if one.ground is not None and one.opacity > 0]
    for below, above in combinations(slides, 2):
        if not shown(below, screen).overlaps(shown(above, screen)):
            continue
        visible = letters(below) if above.opacity < 1 else 0.0
        assert not (visible and letters(above)), "words of two slides cross"
        if above.opacity < 1:
            blends = any(isinstance(item, Picture) for one in slides for item in one.items)
            assert not (blends and (visible or letters(above))), "a photo blends through words"


TURNS = [(name, False, by_itself) for name in TRANSITIONS]
TURNS += [("push", True, by_itself), ("fade", False, by_hand), ("zoom", True, by_hand)]


@pytest.mark.parametrize("kind", PAIRS)
@pytest.mark.parametrize(("transition", "still", "turn"), TURNS)
def test_words_do_not_cross(typesetter, transition, still, turn, kind):
    """At no moment of any transition; in the end, the new words are there."""
    player = viewer(typesetter, kind, transition, comfort=Comfort(still=still))
    turn(player)
    for _ in range(100):
        assert_apart(player)
        player.step(FRAME_S)
    (arrived,) = [one for one in player.view().layers if one.ground is not None]

    assert player.state.screen.slide_view.index == 1
    assert letters(arrived) == 1


@pytest.mark.parametrize("transition", TRANSITIONS)
def test_nor_do_they_for_nobody(typesetter, transition):
    """While slides play without visitors, each picture comes before its words."""
    slides = [
        slide(photo=f"/{n}.jpg", caption=f"Photo {n}", transition=transition) for n in range(3)
    ]
    player = Player(collection(entry("one", *slides)), typesetter)
    for _ in range(12 * 60):
        player.step(FRAME_S)
        assert_apart(player)

    assert player.state.screen.slide_view.index == 1


def test_words_of_a_fade_by_hand_come_right_after_the_photo(typesetter):
    """They wait for the photos to blend, and no longer."""
    player = viewer(typesetter, "photos", "fade", comfort=Comfort(still=True))
    by_hand(player)
    player.wait(0.31, frame_s=FRAME_S)
    (arrived,) = [one for one in player.view().layers if one.ground is not None]

    assert letters(arrived) == 1
