"""The interview is scrolled by hand and by the track at its side, and springs back at its ends."""

from __future__ import annotations

from itertools import pairwise

import pytest
from msgspec.structs import replace

from kiosk.base.geometry import Point
from kiosk.gestures.thresholds import EDGE_FRICTION
from kiosk.screens.scroll import Scroll
from kiosk.style.comfort import Comfort
from kiosk.types.events import Wheel
from kiosk.types.scene import Fill, Lettering
from tests.screens.test_interview_index import LANGUAGES, LOW, SIZES, laid_out, reader, scroll
from tests.world import INTERVIEW, Player, collection, entry, slide

LAST = 5000.0


def test_beyond_its_ends_it_resists_and_springs_back(typesetter):
    """The page follows the finger by a share past its ends, and then returns without swinging."""
    player = reader(typesetter)
    player.press(Point(300, 200))
    for y in range(210, 620, 10):
        player.step(0.016)
        player.move(Point(300, y))
    pulled = scroll(player)
    assert -410 * EDGE_FRICTION < pulled < -300 * EDGE_FRICTION
    player.step(0.2)
    player.lift(Point(300, 610))
    seen = []
    for _ in range(60):
        player.step(0.016)
        seen.append(scroll(player))

    assert seen == sorted(seen)
    assert pulled < seen[0]
    assert seen[30] > -1
    assert seen[-1] == 0
    assert player.due_s() > player.now_s + 1


@pytest.mark.parametrize("start", [0.0, 2500.0, LAST])
@pytest.mark.parametrize("velocity", [-30_000.0, -900.0, 40.0, 900.0, 30_000.0])
def test_a_throw_comes_to_rest_within_the_page(start, velocity):
    """However fast it is thrown, it goes a little past an end at most, without a jump."""
    thrown, step_s = Scroll(start, velocity), 0.004
    way = [thrown.at(n * step_s, LAST) for n in range(2000)]
    jumps = [abs(b - a) for a, b in pairwise(way)]

    assert max(jumps) <= abs(velocity) * step_s + 1
    assert -0.02 * abs(velocity) <= min(way)
    assert max(way) <= LAST + 0.02 * abs(velocity)
    assert 0 <= way[-1] <= LAST
    assert way[-1] == way[-2] == thrown.at(1e9, LAST)


def test_a_place_is_reached_in_time():
    """From near or from far, it is there within 400 ms, and never beyond."""
    for goal in (100.0, 4000.0, LAST + 50):
        going = Scroll(20.0).to(goal, 0.0, LAST, near=1000)
        way = [going.at(n / 100, LAST) for n in range(60)]
        assert abs(way[0] - min(goal, LAST)) <= 1000
        assert way == sorted(way)
        assert way[40] == pytest.approx(min(goal, LAST), abs=1)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("language", "comfort"),
    [
        ("en", Comfort()),
        ("ar", Comfort()),
        ("fr", Comfort(text_size=5)),
        ("en", LOW),
    ],
)
def test_a_finger_on_the_track_goes_through_the_page(typesetter, size, language, comfort):
    """It is 15 mm wide, beside the text, within reach; its ends are those of the page."""
    player = reader(typesetter, size=size, language=language, comfort=comfort)
    made, stage = laid_out(player), player.context.stage
    track = made.scrubber.track
    assert min(track.width, track.height) >= stage.finger
    assert stage.reach.covers(track)
    assert track.centre.x < made.page.box.x or track.centre.x > made.page.box.right
    at_left = track.centre.x < stage.size.width / 2
    assert at_left == stage.mirrored
    player.press(track.centre)
    for y, expected in ((track.bottom + 50, made.last), (track.y - 50, 0)):
        for n in range(1, 9):
            player.step(0.016)
            player.move(Point(track.centre.x, track.centre.y + (y - track.centre.y) * n / 8))
        assert scroll(player) == expected
    player.lift(Point(track.centre.x, track.y))
    assert not player.state.screen.held


@pytest.mark.parametrize("size", [(1280, 720), (720, 1280)])
def test_a_tap_on_the_track_goes_there(typesetter, size):
    """A tap in its middle leads to the middle of the page."""
    player = reader(typesetter, size=size)
    made = laid_out(player)
    player.tap(made.scrubber.track.centre)
    player.wait(1, 0.02)

    assert scroll(player) == pytest.approx(made.last / 2, abs=made.last / 100)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_name_of_the_place_is_beside_the_finger(typesetter, language):
    """While the track is held, the passage there is named on the screen; not before, or after."""
    player = reader(typesetter, size=(720, 1280), language=language)
    made = laid_out(player)
    track, stage = made.scrubber.track, player.context.stage

    def named():
        words = [one for one in player.view().layers[-1].items if isinstance(one, Lettering)]
        return [one for one in words if "Question" in one.paragraph.text]

    assert not named()
    player.press(track.centre)
    for n in range(1, 10):
        player.step(0.016)
        player.move(track.centre + Point(0, 20 * n))
    (name,) = named()
    current = made.index.passages[made.current(scroll(player))]
    assert name.paragraph.text == current.words.text
    assert stage.rect.covers(name.rect)
    assert not name.rect.overlaps(track)
    player.lift(track.centre + Point(0, 180))
    assert not named()


def test_chapters_are_ticks_and_nothing_else_names_a_place(typesetter):
    """Each chapter has a tick; without an index, the track shows the position alone."""

    def ticks(player):
        made = laid_out(player)
        items = made.scrubber_items(scroll(player), 3, held=True)
        fills = [one for one in items if isinstance(one, Fill)]
        return [one for one in fills if one.rect.height == player.context.stage.line], fills

    one, _ = ticks(reader(typesetter))
    none, fills = ticks(reader(typesetter, index="none"))

    assert len(one) == 1
    assert none == []
    assert len(fills) == 2


def test_a_page_that_is_wholly_seen_has_no_track(typesetter):
    """There is nothing to scroll."""
    player = reader(typesetter, laid_out(reader(typesetter)).entry.interview.exchanges[:1], ())

    assert laid_out(player).scrubber is None
    assert laid_out(player).last == 0


def test_keys_and_wheels_do_not_move_what_a_finger_holds(typesetter):
    """The page stays under the finger."""
    player = reader(typesetter)
    player.press(Point(300, 600))
    player.step(0.1)
    player.key("end")

    player.tell(Wheel(-300))

    assert scroll(player) == 0


def test_a_long_interview_is_gone_through_a_few_times(typesetter):
    """Not once more for each of its answers, so that it opens fast."""

    class Counted(tuple):
        passes = 0

        def __iter__(self):
            Counted.passes += 1
            return super().__iter__()

    interview = replace(INTERVIEW, exchanges=Counted(INTERVIEW.exchanges))
    one = entry("one", slide(title="One"), interview=interview)
    player = Player(collection(one), typesetter)
    player.open_at("interview")
    player.view()

    assert 0 < Counted.passes <= len(INTERVIEW.exchanges) / 4
