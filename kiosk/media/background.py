"""Runs work in a thread and hands out its result later."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

T = TypeVar("T")


def in_background(work: Callable[[], T]) -> Callable[[], T]:
    """Start work in a thread; the function returned waits for its result, or raises its error."""
    future: Future[T] = Future()

    def run() -> None:
        try:
            future.set_result(work())
        except BaseException as error:  # Raised again where the result is wanted.
            future.set_exception(error)

    threading.Thread(target=run, name="aside", daemon=True).start()
    return future.result
