"""The one place that reads the time."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Protocol


class Clock(Protocol):
    def now(self) -> float:
        """Seconds since some fixed moment; never runs backwards."""
        ...


class SystemClock:
    def now(self) -> float:
        return time.monotonic()


def today() -> str:
    """The date on the calendar of the place where this runs, such as 2026-05-01."""
    return time.strftime("%Y-%m-%d")


@dataclass
class SteppedClock:
    """Stands still until it is stepped; for tests and for single frames."""

    time_s: float = 0.0

    def now(self) -> float:
        return self.time_s

    def step(self, by_s: float) -> None:
        assert by_s >= 0, "time runs forward"
        self.time_s += by_s
