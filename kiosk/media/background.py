"""Work in a thread, whose result is asked for later."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

T = TypeVar("T")


def in_background(work: Callable[[], T]) -> Callable[[], T]:
    """Begin work in a thread; a call of the answer waits for its result, or raises its error."""
    future: Future[T] = Future()

    def run() -> None:
        try:
            future.set_result(work())
        except BaseException as error:  # It is raised where the result is wanted.
            future.set_exception(error)

    threading.Thread(target=run, name="aside", daemon=True).start()
    return future.result
