"""Reads the time; no other module does."""

from __future__ import annotations

import time
from datetime import date, timedelta
from typing import Protocol

from msgspec import Struct

MINUTES_A_DAY = 24 * 60
LONG_AGO_S = -1e12
"""A time before all others. It is finite, since JSON has no infinity."""


class Moment(Struct, frozen=True):
    """A minute of the day, as a clock and a calendar beside the kiosk would show it."""

    day: str
    """Such as 2026-05-01, which sorts by time."""
    minute: int = 0
    """Minutes since midnight."""

    def later(self, minutes: int) -> Moment:
        """The moment this many minutes later, or earlier if negative.

        >>> Moment("2026-02-28", 23 * 60).later(90)
        Moment(day='2026-03-01', minute=30)
        """
        days, minute = divmod(self.minute + minutes, MINUTES_A_DAY)
        return Moment(day_after(self.day, days), minute)


def is_day(text: str) -> bool:
    """Whether the text is a day of the calendar, as 2026-05-01.

    >>> is_day("2028-02-29"), is_day("2026-02-29")
    (True, False)
    """
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def day_after(day: str, by: int = 1) -> str:
    """The day `by` days after another; stops at the calendar's last day.

    >>> day_after("2026-12-31")
    '2027-01-01'
    """
    room = (date.max - date.fromisoformat(day)).days
    return (date.fromisoformat(day) + timedelta(min(by, room))).isoformat()


def weekday(day: str) -> int:
    """0 for a Monday to 6 for a Sunday.

    >>> weekday("2026-12-24")
    3
    """
    return date.fromisoformat(day).weekday()


class Clock(Protocol):
    def now(self) -> float:
        """Seconds since some fixed moment; never runs backwards."""
        ...

    def moment(self) -> Moment | None:
        """Day and time of day at the kiosk; None if the show takes place on no certain day."""
        ...


class SystemClock:
    def now(self) -> float:
        return time.monotonic()

    def moment(self) -> Moment:
        here = time.localtime()
        day = f"{here.tm_year:04}-{here.tm_mon:02}-{here.tm_mday:02}"
        return Moment(day, here.tm_hour * 60 + here.tm_min)


def unix_s() -> float:
    """Seconds since 1970, as in the dates of files; jumps if the system's clock is set."""
    return time.time()


def processor_s() -> float:
    """Processor time that the calling thread has used, in seconds."""
    return time.thread_time()


def today() -> str:
    """The local date, such as 2026-05-01."""
    return time.strftime("%Y-%m-%d")


class SteppedClock(Struct):
    """A clock that stands still until it is stepped; for tests and for single frames."""

    time_s: float = 0.0
    begun: Moment | None = None
    """The moment at which `time_s` was 0."""

    def now(self) -> float:
        return self.time_s

    def moment(self) -> Moment | None:
        return self.begun and self.begun.later(int(self.time_s // 60))

    def step(self, by_s: float) -> None:
        assert by_s >= 0, "time runs forward"
        self.time_s += by_s
