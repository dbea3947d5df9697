"""What hangs by day and hour: taken in while it plays, at once, and without a flash."""

import math

import pytest

from kiosk.base.clock import Moment
from kiosk.screens.foyer.doors import doors
from kiosk.screens.overlays.idle_prompt import ASKING_S
from tests.world import INTERVIEW, Player, collection, entry, slide

NOON = Moment("2026-12-24", 12 * 60)
MORNING = "0:00-12:05"
AFTERNOON = "12:05-24:00"


def photos(*hours, first=0):
    return [
        slide(photo=f"/{number}.jpg", hours=one, motion="still")
        for number, one in enumerate(hours, start=first)
    ]


def playing(typesetter, *entries, begun=NOON, **keys):
    return Player(collection(*entries, idle_s=600), typesetter, begun=begun, **keys)


def texts(player):
    items = [item for layer in player.view().layers for item in layer.items]
    return [item.paragraph.text for item in items if hasattr(item, "paragraph")]


def slide_view(player):
    """File of the photo that stands, or is coming."""
    return player.state.screen.slide_view.slide(player.context).photo.file


def shown_in(player, seconds):
    """Photos that are seen within so many seconds; at each moment there is one."""
    seen = set()
    for _ in range(round(seconds / 0.2)):
        player.step(0.2)
        files = [picture.derivative.file for picture in player.pictures()]
        assert files
        seen.update(files)
    return seen


class TestAttract:
    def test_what_is_not_due_is_not_seen(self, typesetter):
        """Only what is due plays, and another set once its time has come."""
        player = playing(typesetter, entry("one", *photos(MORNING, MORNING, AFTERNOON, AFTERNOON)))
        player.step(1)
        assert shown_in(player, 250) == {"/0.jpg", "/1.jpg"}
        player.wait(60)

        assert shown_in(player, 60) == {"/2.jpg", "/3.jpg"}

    def test_the_change_comes_within_a_minute_and_without_a_flash(self, typesetter):
        """The slide whose time is over stays until the next one is ready, then gives way."""
        one = entry("one", *photos(MORNING, AFTERNOON))
        player = playing(typesetter, one, delay_s=3.0)
        player.wait(5 * 60)
        assert [picture.derivative.file for picture in player.pictures()] == ["/0.jpg"]
        shown_in(player, 60)

        assert [picture.derivative.file for picture in player.pictures()] == ["/1.jpg"]

    def test_the_round_goes_on_where_it_stood(self, typesetter):
        """When a slide's time is over, the one after it follows, not the first."""
        player = playing(typesetter, entry("one", *photos(None, None, MORNING, None, None)))
        while player.state.screen.slide_view is None or player.state.screen.slide_view.index != 2:
            player.step(0.5)
        player.clock.begun = player.clock.begun.later(10)
        player.step(0.1)

        assert player.state.screen.slide_view.index == 3

    def test_when_nothing_is_due_the_last_picture_stays(self, typesetter):
        """After hours the wall keeps its picture, and a touch opens nothing."""
        player = playing(typesetter, entry("one", *photos(MORNING, MORNING)))
        player.wait(5 * 60)
        last = shown_in(player, 60)
        assert shown_in(player, 600) <= last
        player.key("enter")
        player.wait(2)

        assert player.screen == "Attract"
        assert player.due_s() == math.inf

    def test_a_start_after_hours_shows_the_title(self, typesetter):
        """Where nothing is due from the start, the kiosk's title stands, with no invitation."""
        player = playing(typesetter, entry("one", *photos(AFTERNOON)))
        player.wait(10)

        assert texts(player) == ["Exhibition"]


class TestHome:
    def extent(self, player):
        return next(text for text in texts(player) if "picture" in text)

    def test_doors_and_counts_are_of_what_is_due(self, typesetter):
        """An exhibition that is not due has no door, and a slide that is not is not counted."""
        player = playing(
            typesetter,
            entry("one", *photos(MORNING, None, None, AFTERNOON)),
            entry("two", *photos(None, first=10), **{"from": "2027-01-01"}),
        )
        player.open_at("home")
        player.step(1)
        assert [door.entry.name for door in doors(player.context)] == ["one"]
        assert self.extent(player).startswith("3 pictures")
        player.wait(6 * 60, frame_s=5.0)
        player.open_at("home")
        player.step(1)

        assert self.extent(player).startswith("3 pictures")
        assert player.pictures()[0].derivative.file == "/1.jpg"

    def test_the_last_door_that_closes_leads_back(self, typesetter):
        """Where no door is left, the slides' screen returns."""
        player = playing(typesetter, entry("one", *photos(MORNING), interview=INTERVIEW))
        player.wait(4 * 60 + 50)
        player.key("enter")
        player.wait(1)
        assert len(doors(player.context)) == 2
        player.wait(12)

        assert player.screen == "Attract"
        assert doors(player.context) == ()


class TestViewer:
    @pytest.fixture
    def late(self, typesetter):
        """At five to the hour, in an exhibition of which some slides are not due."""
        player = playing(
            typesetter,
            entry("one", *photos(AFTERNOON, None, AFTERNOON, MORNING, None)),
            entry("two", *photos(None, first=10)),
            begun=NOON.later(4),
        )
        player.open_at("one")
        player.step(0.1)
        return player

    def position(self, player):
        """The slide's number and the number of slides, as the filmstrip has them."""
        bar = player.state.screen._bar(player.context)
        is_end = bar.index == len(bar.shown)
        return "the end" if is_end else f"{bar.index + 1} of {len(bar.shown)}"

    def test_what_is_not_due_is_passed_over(self, late):
        """Steps lead from one slide that is due to the next, and are counted so."""
        visited = []
        for _ in range(4):
            late.step(0.5)
            visited.append((late.state.screen.slide_view.index, self.position(late)))
            late.key("right")

        assert visited == [(1, "1 of 3"), (3, "2 of 3"), (4, "3 of 3"), (5, "the end")]

    def test_a_slide_whose_time_is_over_gives_way(self, late):
        """Whoever looks at it sees the next one come, and is not led elsewhere."""
        late.key("right")
        late.wait(1)
        assert late.pictures()[-1].derivative.file == "/3.jpg"
        shown_in(late, 60)

        assert late.screen == "Viewer"
        assert late.pictures()[-1].derivative.file == "/4.jpg"
        late.key("right")
        late.step(0.5)
        assert self.position(late) == "the end"

    def test_a_zoomed_photo_whose_time_is_over_gives_way(self, late):
        """A photo that was taken out of its slide does not outstay it."""
        late.key("right")
        late.wait(1)
        late.key("plus")
        late.wait(1)
        assert late.state.screen.zoom
        late.wait(58, frame_s=0.5)
        late.wait(2)

        assert [picture.derivative.file for picture in late.pictures()] == ["/4.jpg"]

    def test_an_exhibition_whose_time_is_over_leads_home(self, typesetter):
        """Its last picture fades as the other doors come."""
        player = playing(
            typesetter,
            entry("one", *photos(None), hours=MORNING, interview=INTERVIEW),
            entry("two", *photos(None, first=10)),
            entry("three", *photos(None, first=20)),
            begun=NOON.later(4),
        )
        for start in ("one", "interview"):
            player.clock.time_s = 0.0
            player.step(0)
            player.open_at(start)
            player.wait(55)
            assert player.screen in ("Viewer", "InterviewReader")
            player.wait(5)
            assert player.screen == "Home"
            player.wait(1)
            assert [door.entry.name for door in doors(player.context)] == ["two", "three"]

    def test_when_nothing_is_due_the_picture_stays(self, typesetter):
        """After hours a visitor keeps what is on the screen until idling ends the visit."""
        player = playing(typesetter, entry("one", *photos(MORNING)), begun=NOON.later(4))
        player.open_at("one")
        shown_in(player, 75)
        assert player.screen == "Viewer"
        player.wait(600 + ASKING_S, frame_s=5.0)

        assert texts(player) == ["Exhibition"]


class TestShuffle:
    def test_midnight_brings_another_order_and_the_same_slide(self, typesetter):
        """The slide on the wall stays where it is while the others change places."""
        slides = [slide(photo=f"/{number}.jpg", dwell=60) for number in range(12)]
        one = entry("one", *slides, order="shuffle")
        player = playing(typesetter, one, begun=Moment("2026-12-24", 1439))
        player.wait(59, frame_s=1.0)
        before, order = slide_view(player), player.context.collection
        player.step(0.9)
        player.step(0.1)
        player.step(0)

        assert player.context.collection is not order
        assert before in [picture.derivative.file for picture in player.pictures()]

    def test_a_visitor_stays_on_the_slide(self, typesetter):
        """At midnight whoever looks at a slide goes on looking at it."""
        slides = [slide(photo=f"/{number}.jpg") for number in range(12)]
        one = entry("one", *slides, order="shuffle")
        player = playing(typesetter, one, begun=Moment("2026-12-24", 1439))
        player.open_at("one:4")
        player.wait(58)
        (before,) = player.pictures()
        player.wait(4)

        assert [one.derivative for one in player.pictures()] == [before.derivative]


def test_without_a_calendar_everything_hangs(typesetter):
    """A single frame, which is the same on every day, knows no dates."""
    player = playing(typesetter, entry("one", *photos(MORNING, AFTERNOON)), begun=None)
    player.step(1)

    assert shown_in(player, 30) == {"/0.jpg", "/1.jpg"}
