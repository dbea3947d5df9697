"""Places: how many files are opened at a time, and which of them goes first."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from msgspec import Struct


class NoLongerWantedError(Exception):
    """What was asked for is no longer wanted."""


def always() -> bool:
    return True


class Priority(Struct, frozen=True):
    """How much what is asked for is needed; asked again and again while it waits."""

    is_wanted: Callable[[], bool] = always
    is_urgent: Callable[[], bool] = always


class PrioritySlots:
    """So many files at a time, of which what is not urgent takes all but one.

    What somebody waits for is thus begun at once, whatever else was asked for before.
    """

    def __init__(self, count: int) -> None:
        self._free, self._free_for_others = count, max(1, count - 1)
        self._changed = threading.Condition()

    @contextmanager
    def taken(self, priority: Priority) -> Iterator[None]:
        """A place, once there is one; GivenUpError if it is not wanted any more by then."""
        with self._changed:
            while (
                not self._has_room(urgent=(urgent := priority.is_urgent())) and priority.is_wanted()
            ):
                self._changed.wait()
            if not priority.is_wanted():
                raise NoLongerWantedError
            self._add(-1, urgent=urgent)
        try:
            yield
        finally:
            with self._changed:
                self._add(1, urgent=urgent)
                self._changed.notify_all()

    def reprioritise(self) -> None:
        """What is wanted, or urgent, is no longer what it was."""
        with self._changed:
            self._changed.notify_all()

    def _has_room(self, *, urgent: bool) -> bool:
        return self._free > 0 and (urgent or self._free_for_others > 0)

    def _add(self, by: int, *, urgent: bool) -> None:
        self._free += by
        self._free_for_others += 0 if urgent else by
