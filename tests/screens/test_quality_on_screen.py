"""What a visitor sees of a machine that is too slow: less motion, and never a jump."""

import pytest

from kiosk import show
from kiosk.types.events import QualityChanged
from kiosk.types.quality import SETTLE_S, SLOW_FRAME_S, Quality
from tests.world import Player, collection, entry, slide


@pytest.fixture(params=["drift", "reveal"])
def player(request, typesetter):
    """In an exhibition whose photos move, five seconds into the second slide."""
    slides = [slide(photo=f"/{n}.jpg", motion=request.param, dwell=20) for n in range(4)]
    made = Player(collection(entry("one", *slides)), typesetter)
    made.open_at("one:2")
    made.wait(5)
    return made


def image(player):
    (picture,) = player.pictures()
    return picture.image


def sides(player):
    shown = image(player)
    return (shown.x, shown.y, shown.width, shown.height)


def wait_s(player):
    return player.due_s() - player.now_s


def test_first_it_moves_in_fewer_frames(player):
    """The same movement, in half as many steps."""
    before, wait_before_s = image(player), wait_s(player)
    player.tell(QualityChanged(Quality(1)))

    assert wait_before_s == pytest.approx(SLOW_FRAME_S)
    assert wait_s(player) == pytest.approx(2 * SLOW_FRAME_S)
    assert image(player) == before


def test_then_it_comes_to_rest_without_a_jump(player):
    """The whole photo stands where it is sharpest within a second, and asks for no more frames."""
    before = sides(player)
    player.tell(QualityChanged(Quality(2, player.now_s)))
    assert sides(player) == pytest.approx(before)
    for _ in range(20):
        player.step(SETTLE_S / 20)
        former, before = before, sides(player)
        assert abs(before[2] - former[2]) < 0.1 * former[2]

    player.step(0.01)
    context, slide_view = player.context, player.state.screen.slide_view
    (placed,) = context.arrangement(context.entry("one"), slide_view.slide(context)).photos
    assert sides(player) == pytest.approx(
        (placed.image.x, placed.image.y, placed.image.width, placed.image.height)
    )
    assert wait_s(player) > 10


def test_the_next_photo_stands_still(player):
    """While drifting is left out, a slide that comes is at rest from the beginning."""
    player.tell(QualityChanged(Quality(2, player.now_s)))
    player.key("right")
    player.wait(2)
    before = image(player)
    player.wait(3)

    assert image(player) == before


def test_what_stands_goes_on_standing_when_there_is_time_again(player):
    """Drifting taken up again moves no photo that has come to rest; the next one drifts."""
    player.tell(QualityChanged(Quality(2, player.now_s)))
    player.wait(2)
    before = image(player)
    player.tell(QualityChanged(Quality(1, player.now_s)))
    player.wait(2)
    assert image(player) == before
    player.key("right")
    player.wait(2)
    before = image(player)
    player.wait(1)

    assert image(player) != before


def test_last_slides_and_screens_change_by_cuts(player):
    """Nothing fades, slides or lingers: the next slide, and the next screen, is there at once."""
    player.tell(QualityChanged(Quality(3, player.now_s)))
    player.key("right")
    player.step(0.01)
    assert player.state.screen.slide_view.index == 2
    assert len(player.pictures()) == 1
    player.key("home")

    assert player.screen == "Attract"
    assert player.state.leaving is None
    assert all(layer.opacity == 1 for layer in player.view().layers)


def test_a_saved_change_does_not_make_a_machine_faster(player):
    """Changed exhibitions are shown with as little motion as those before."""
    player.tell(QualityChanged(Quality(3, player.now_s)))
    player.tell(show.CollectionChanged(player.collection))

    assert player.context.quality.level == 3
