"""A slide opens once its photos can be drawn; until then the screen stays that leads to it."""

import pytest

from kiosk.types.events import PhotoMeasured, Tick
from tests.world import Player, collection, entry, facts, slide

FRAME_S = 1 / 60


def before_a_grid(typesetter, **keys):
    """At a door to an exhibition that begins with a grid, with only the door's photo measured."""
    grid = slide(photos=[f"/{n}.jpg" for n in range(4)])
    made = entry("one", grid, slide(photo="/4.jpg")), entry("two", slide(photo="/5.jpg"))
    player = Player(collection(*made), typesetter, **keys)
    player.open_at("home")
    player.wait(2)
    player.key("right")
    player.delay_s = 0.5
    return player


@pytest.mark.parametrize("comfort", [{}, {"still": True}], ids=["moves", "still"])
def test_a_grid_never_arrives_without_its_photos(typesetter, comfort):
    """No frame is empty on the way to it: the home screen stays, then its photo grows."""
    player = before_a_grid(typesetter)
    player.prefer(**comfort)
    player.key("enter")
    seen = []
    for _ in range(90):
        player.step(FRAME_S)
        seen.append((player.screen, len(player.pictures()) > 0))

    assert seen[0] == ("Home", True)
    assert seen[-1] == ("Viewer", True)
    assert all(has_pictures for _, has_pictures in seen)
    assert len(player.pictures()) == 4


def test_it_arrives_as_soon_as_its_photos_can_be_drawn(typesetter):
    """The show wakes up by itself when the last of them has been measured."""
    player = before_a_grid(typesetter)
    player.key("enter")
    for number in (1, 2, 3):
        assert player.due_s() > player.now_s
        player.tell(PhotoMeasured(f"/{number}.jpg", facts()))

    assert player.due_s() == player.now_s
    player.tell(Tick())
    assert player.screen == "Viewer"
    assert player.state.leaving.started_s == player.now_s


def test_a_visitor_may_do_something_else_meanwhile(typesetter):
    """Then the slide does not come later, unasked."""
    player = before_a_grid(typesetter)
    player.key("enter")
    player.step(0.2)
    player.key("right")
    player.wait(3)

    assert player.screen == "Home"


def test_a_slide_that_fails_meanwhile_gives_way_to_the_next(typesetter):
    player = before_a_grid(typesetter, broken={"/2.jpg"})
    player.key("enter")
    player.wait(2)

    assert player.screen == "Viewer"
    assert player.state.screen.slide_view.index == 1
    assert player.pictures()
