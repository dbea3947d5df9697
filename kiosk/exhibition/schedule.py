"""Decides when exhibitions and slides are shown: days, hours, and their order on a day."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import lru_cache
from itertools import dropwhile
from typing import Protocol

from msgspec.structs import replace

from kiosk.base.clock import MINUTES_A_DAY, Moment, day_after, weekday
from kiosk.exhibition.collection import Collection, Entry
from kiosk.exhibition.exhibition import WEEKDAYS, Slide, Weekday

PAGES_OF_WORDS = frozenset({"title", "text"})
Place = tuple[str, int]
"""An exhibition's name, and the number of one of its slides."""


class Dated(Protocol):
    """An exhibition or a slide; it may say on which days and at which hours it is shown."""

    @property
    def from_(self) -> str | None: ...
    @property
    def until(self) -> str | None: ...
    @property
    def weekdays(self) -> tuple[Weekday, ...]: ...
    @property
    def hours(self) -> str | None: ...


def is_scheduled(dated: Dated, moment: Moment) -> bool:
    """Whether something is shown at a moment.

    Hours that go past midnight belong to the day on which they begin.
    """
    if dated.hours:
        begins, ends = span(dated.hours)
        if ends < begins and moment.minute < ends:
            moment = moment.later(-MINUTES_A_DAY)
        elif not begins <= moment.minute < (ends if begins <= ends else MINUTES_A_DAY):
            return False
    return is_scheduled_on(dated, moment.day)


def is_scheduled_on(dated: Dated, day: str) -> bool:
    """Whether something is shown on a day, at any hour."""
    if (dated.from_ and day < dated.from_) or (dated.until and day > dated.until):
        return False
    return not dated.weekdays or WEEKDAYS[weekday(day)] in dated.weekdays


def is_timeless(dated: Dated) -> bool:
    """Whether something is always shown."""
    return not (dated.from_ or dated.until or dated.weekdays or dated.hours)


@lru_cache(maxsize=256)
def span(hours: str) -> tuple[int, int]:
    """When hours begin and end, in minutes since midnight.

    >>> span("9:30-18:00")
    (570, 1080)
    """
    begins, ends = (time.strip().split(":") for time in hours.replace("–", "-").split("-"))
    return int(begins[0]) * 60 + int(begins[1]), int(ends[0]) * 60 + int(ends[1])


def off_schedule(collection: Collection, moment: Moment | None) -> frozenset[Place]:
    """Slides that are not shown at a moment, since they or their exhibitions are off schedule."""
    if moment is None:
        return frozenset()
    return frozenset(
        (entry.name, number)
        for entry in collection.entries
        for is_shown in (is_scheduled(entry.exhibition, moment),)
        for number, slide in enumerate(entry.exhibition.slides)
        if not (is_shown and is_scheduled(slide, moment))
    )


def first_scheduled(entry: Entry, index: int, off_schedule: frozenset[Place]) -> int:
    """The first scheduled slide, beginning with this one; or this one if there is none."""
    following = range(index, len(entry.exhibition.slides))
    return next((one for one in following if (entry.name, one) not in off_schedule), index)


def follows_the_calendar(collection: Collection) -> bool:
    """Whether what is shown depends on the day or the hour."""
    return any(
        entry.exhibition.order == "shuffle"
        or not is_timeless(entry.exhibition)
        or not all(map(is_timeless, entry.exhibition.slides))
        for entry in collection.entries
    )


def arranged(collection: Collection, moment: Moment | None) -> Collection:
    """The exhibitions in the order of a day; the same object while the order stays the same."""
    return collection if moment is None else _arranged(collection, moment.day)


@lru_cache(maxsize=2)
def _arranged(collection: Collection, day: str) -> Collection:
    if all(entry.exhibition.order == "written" for entry in collection.entries):
        return collection
    return replace(collection, entries=tuple(_shuffled(entry, day) for entry in collection.entries))


def _shuffled(entry: Entry, day: str) -> Entry:
    """An exhibition in an order that follows from its name and the day, within its sections.

    Each slide gets a hash, so that the order is the same on every kiosk and in every Python.
    """
    if entry.exhibition.order == "written":
        return entry
    slides = entry.exhibition.slides
    first = 1 if slides[0].kind == "title" else 0

    def lot(number: int) -> bytes:
        return hashlib.sha256(f"{day} {entry.name} {number - first}".encode()).digest()

    order = list[int]()
    for section in sections(slides):
        movable = shuffled_in(slides, section)
        drawn = iter(sorted(movable, key=lot))
        order += [next(drawn) if number in movable else number for number in section]
    shuffled = tuple(slides[number] for number in order)
    return replace(entry, exhibition=replace(entry.exhibition, slides=shuffled))


def sections(slides: Sequence[Slide]) -> list[list[int]]:
    """The indexes of each section's slides; the first list is of those before all sections."""
    found, name = [list[int]()], None
    for number, slide in enumerate(slides):
        if slide.section and slide.section != name:
            found.append([])
            name = slide.section
        found[-1].append(number)
    return found


def shuffled_in(slides: Sequence[Slide], section: Sequence[int]) -> list[int]:
    """The slides of a section that may change places: all but title pages and its first texts.

    Without sections, only a title page at the very beginning stays.
    """
    if not any(slide.section for slide in slides):
        return [number for number in section if number or slides[0].kind != "title"]
    after = dropwhile(lambda number: slides[number].kind in PAGES_OF_WORDS, section)
    return [number for number in after if slides[number].kind != "title"]


def next_day_due(dated: tuple[Dated, ...], after: str) -> str | None:
    """The first day, from `after` on, when all of these are shown; None if there is none."""
    begins = max([after, *(one.from_ for one in dated if one.from_)])
    week = (day_after(begins, days) for days in range(len(WEEKDAYS)))
    return next((day for day in week if all(is_scheduled_on(one, day) for one in dated)), None)
