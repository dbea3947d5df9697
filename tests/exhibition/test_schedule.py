"""Exhibitions and slides hang on their days, at their hours, in the order of the day."""

from __future__ import annotations

import pytest

from kiosk.base.clock import Moment
from kiosk.exhibition.schedule import arranged, follows_the_calendar, is_scheduled, off_schedule
from tests.world import collection, entry, slide

THURSDAY = "2026-12-24"


def at(time, day=THURSDAY):
    hour, minute = time.split(":")
    return Moment(day, int(hour) * 60 + int(minute))


def dated(**keys):
    return slide(**{"title": "a"} | keys)


@pytest.mark.parametrize(
    ("keys", "due"),
    [
        ({}, True),
        ({"from": "2026-12-24"}, True),
        ({"from": "2026-12-25"}, False),
        ({"until": "2026-12-24"}, True),
        ({"until": "2026-12-23"}, False),
        ({"from": "2025-01-01", "until": "2027-01-01"}, True),
        ({"weekdays": ["thu"]}, True),
        ({"weekdays": ["wed", "fri"]}, False),
        ({"weekdays": ["thu"], "until": "2026-12-23"}, False),
    ],
)
def test_days(keys, due):
    """The first and the last day are days too, and what is said twice must hold twice."""
    assert is_scheduled(dated(**keys), at("12:00")) is due


@pytest.mark.parametrize(
    ("hours", "time", "due"),
    [
        ("10:00-18:00", "9:59", False),
        ("10:00-18:00", "10:00", True),
        ("10:00-18:00", "17:59", True),
        ("10:00 – 18:00", "18:00", False),
        ("9:30-24:00", "23:59", True),
        ("0:00-24:00", "0:00", True),
        ("20:00-2:00", "1:59", True),
        ("20:00-2:00", "2:00", False),
        ("20:00-2:00", "19:59", False),
        ("20:00-2:00", "23:00", True),
        ("10:00-10:00", "10:00", False),
    ],
)
def test_hours(hours, time, due):
    """Hours begin with their first minute, end before their last, and may go past midnight."""
    assert is_scheduled(dated(hours=hours), at(time)) is due


@pytest.mark.parametrize(
    ("day", "time", "due"),
    [
        ("2026-12-24", "23:00", True),
        ("2026-12-25", "1:00", True),
        ("2026-12-25", "23:00", False),
        ("2026-12-24", "1:00", False),
    ],
)
def test_a_night_belongs_to_the_day_it_begins_on(day, time, due):
    """What hangs in the night of one day hangs in its small hours, and in no others."""
    night = dated(hours="20:00-2:00", **{"from": THURSDAY, "until": THURSDAY})

    assert is_scheduled(night, at(time, day)) is due


def test_what_does_not_hang():
    """A slide is left out by its own dates, or by those of its exhibition."""
    one = collection(
        entry("a", slide(title="x"), slide(title="y", until="2026-12-01")),
        entry("b", slide(title="x"), slide(title="y"), **{"from": "2027-01-01"}),
    )

    assert off_schedule(one, at("12:00")) == {("a", 1), ("b", 0), ("b", 1)}
    assert off_schedule(one, None) == frozenset()


class TestShuffle:
    @pytest.fixture
    def shuffled(self):
        slides = [slide(photo=f"/{number}.jpg") for number in range(12)]
        return collection(entry("a", slide(title="A"), *slides, order="shuffle"))

    def files(self, collection, day):
        slides = arranged(collection, at("12:00", day)).entries[0].exhibition.slides
        return [slide.photo.file if slide.photo else "title" for slide in slides]

    def test_one_order_all_day_on_every_kiosk(self, shuffled):
        """The order follows from the day alone, to the letter, and another day has another."""
        today, tomorrow = self.files(shuffled, THURSDAY), self.files(shuffled, "2026-12-25")

        assert today[:3] == ["title", "/6.jpg", "/10.jpg"]
        assert sorted(today) == sorted(tomorrow)
        assert today != tomorrow
        assert arranged(shuffled, at("0:00")) is arranged(shuffled, at("23:59"))

    def test_a_title_page_stays_first(self, shuffled):
        """Whatever the day, the exhibition begins with its title page."""
        firsts = {self.files(shuffled, f"2026-11-{day:02}")[0] for day in range(1, 31)}

        assert firsts == {"title"}

    def test_sections(self):
        """Slides change places in their section; its first texts and all title pages stay."""
        photos = [slide(photo=f"/{number}.jpg", section="A") for number in range(9)]
        written = [
            *(slide(photo=f"/before-{number}.jpg") for number in range(3)),
            slide(title="title A", section="A"),
            slide(text="text A", section="A"),
            *photos[:6],
            slide(title="middle", section="A"),
            *photos[6:],
            slide(text="late", section="A"),
            slide(text="text B", section="B"),
            *(slide(photo=f"/b-{number}.jpg", section="B") for number in range(5)),
        ]
        days = [f"2026-11-{day:02}" for day in range(1, 29)]
        one = collection(entry("a", *written, order="shuffle"))
        orders = [arranged(one, at("12:00", day)).entries[0].exhibition.slides for day in days]

        for order in orders:
            assert [order.index(one) for one in written if one.title] == [3, 11]
            assert (order[4], order[16]) == (written[4], written[16])
            for part in (slice(0, 3), slice(3, 16), slice(16, 22)):
                assert sorted(map(repr, order[part])) == sorted(map(repr, written[part]))
        assert len({order[:3] for order in orders}) > 3
        assert len({order[5] for order in orders}) > 5
        assert {order.index(written[15]) for order in orders} > {5, 15}
        assert len({order[17:] for order in orders}) > 10

    def test_written_order(self):
        """Without a word on it, slides come as written, and the collection is the same one."""
        one = collection(entry("a", slide(title="x"), slide(title="y")))

        assert arranged(one, at("12:00")) is one


@pytest.mark.parametrize(
    ("of_slide", "of_exhibition", "follows"),
    [
        ({}, {}, False),
        ({"hours": "10:00-18:00"}, {}, True),
        ({}, {"weekdays": ["mon"]}, True),
        ({}, {"order": "shuffle"}, True),
    ],
)
def test_whether_it_depends_on_the_day(of_slide, of_exhibition, follows):
    """Dates, hours and a shuffled order are known beforehand."""
    one = collection(entry("a", slide(title="x", **of_slide), **of_exhibition))

    assert follows_the_calendar(one) is follows
