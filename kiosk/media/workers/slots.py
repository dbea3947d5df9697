"""Limits how many files are opened at a time, and decides which goes first."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from msgspec import Struct


class NoLongerWantedError(Exception):
    """Nobody wants the requested work any more."""


def always() -> bool:
    return True


class Priority(Struct, frozen=True):
    """Whether a request is wanted, and urgent; asked again and again while it waits."""

    is_wanted: Callable[[], bool] = always
    is_urgent: Callable[[], bool] = always


class PrioritySlots:
    """A semaphore that keeps one slot free for urgent work.

    So urgent work begins at once, even if many other requests came before it.
    """

    def __init__(self, count: int) -> None:
        self._free, self._free_for_others = count, max(1, count - 1)
        self._changed = threading.Condition()

    @contextmanager
    def taken(self, priority: Priority) -> Iterator[None]:
        """Wait for a slot and hold it; raises NoLongerWantedError if it is no longer wanted."""
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
        """Wake all waiting requests, since what is wanted or urgent has changed."""
        with self._changed:
            self._changed.notify_all()

    def _has_room(self, *, urgent: bool) -> bool:
        return self._free > 0 and (urgent or self._free_for_others > 0)

    def _add(self, by: int, *, urgent: bool) -> None:
        self._free += by
        self._free_for_others += 0 if urgent else by
