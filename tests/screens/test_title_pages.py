"""A title page shows a photo of its exhibition, and does without it if it must."""

import pytest
from msgspec.structs import replace

from kiosk.exhibition.without_photos import composed
from tests.world import Player, collection, entry, slide


@pytest.fixture
def doors():
    one = entry("doors", slide(title="Doors"), slide(photo="/1.jpg"), slide(photo="/2.jpg"))
    return collection(replace(one, exhibition=composed(one.exhibition)))


def at_the_title(doors, typesetter, **world):
    player = Player(doors, typesetter, **world)
    player.open_at("doors:1")
    player.wait(4)
    return player


def test_it_is_drawn_and_comes_to_rest(doors, typesetter):
    """The cover is on the page; once it has moved, nothing is drawn any more."""
    player = at_the_title(doors, typesetter)
    slide_view = player.state.screen.strip.slide_view
    assert slide_view.due_s(player.context, player.now_s) < player.now_s + 0.5
    player.wait(20)

    assert [one.derivative.file for one in player.pictures()] == ["/1.jpg"]
    assert player.due_s() > player.now_s + 5


def test_its_words_are_shown_without_a_photo_that_fails(doors, typesetter):
    """The page is its own; only the photo is lent."""
    player = at_the_title(doors, typesetter, broken=frozenset({"/1.jpg"}))
    slide_view = player.state.screen.strip.slide_view

    assert slide_view.index == 0
    assert slide_view.is_ready(player.context)
    assert player.pictures() == []


def test_it_does_not_play_for_nobody(doors, typesetter):
    """Attract shows each photo once: on its own slide."""
    player = Player(doors, typesetter)
    shown = set()
    for _ in range(60):
        player.wait(1)
        view = player.state.screen.slide_view
        shown |= {view.index} if view else set()

    assert shown == {1, 2}
