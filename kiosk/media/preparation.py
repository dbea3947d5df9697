"""Makes derivatives in advance, on all cores; skips those that are in the cache."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Generator, Iterable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from typing import TypeVar

from msgspec import Struct, field

from kiosk.media.cache import Cache
from kiosk.media.derivatives import Derivatives
from kiosk.media.original import UnreadablePhotoError, reason
from kiosk.media.workers.pool import Workers
from kiosk.media.workers.slots import Priority
from kiosk.media.workers.starts import WorkersError
from kiosk.types.photo import Derivative, PhotoInfo

Result = TypeVar("Result")


class Task(Struct, frozen=True):
    """Photos that are shown together, and a function that plans their derivatives."""

    files: tuple[str, ...]
    derivatives: Callable[[Mapping[str, PhotoInfo]], Iterable[Derivative]]
    """Called by one thread at a time, with the facts of the photos that can be shown."""


class Prepared(Struct, frozen=True):
    """The result of a task: counts of derivatives, previews included, and the failed files."""

    made: int = 0
    found: int = 0
    bytes: int = 0
    failed: Mapping[str, str] = field(default_factory=dict)
    """Reasons why nothing can be made, by file."""

    def __add__(self, other: Prepared) -> Prepared:
        return Prepared(
            self.made + other.made,
            self.found + other.found,
            self.bytes + other.bytes,
            {**self.failed, **other.failed},
        )


class Preparation:
    """Runs tasks with one thread and one worker for each core; a task stays with its thread.

    So the worker that decoded a photo for its facts is free when its derivatives are wanted.
    """

    def __init__(self, cache: Cache, screen: tuple[int, int]) -> None:
        count = len(os.sched_getaffinity(0))
        # Notes on photos that can be shown are not logged here: `kiosk check` reports them.
        self._workers = Workers(count, on_note=lambda *_: None)
        self._derivatives = Derivatives(cache, self._workers, screen)
        self._threads = ThreadPoolExecutor(count, thread_name_prefix="preparing")
        self._lock, self._planning = threading.Lock(), threading.Lock()
        self._facts: dict[str, Future[PhotoInfo]] = {}
        self._begun: set[Derivative] = set()
        self._stopped = threading.Event()

    def run(self, tasks: Iterable[Task]) -> Generator[Prepared, None, None]:
        """The result of each task, in the order in which they finish.

        If the caller stops iterating, or WorkersError is raised, all running work is given up.
        """
        try:
            running = [self._threads.submit(self._prepared, task) for task in tasks]
            for done in as_completed(running):
                yield done.result()
        finally:
            self._stopped.set()
            self._workers.close()
            self._threads.shutdown(cancel_futures=True)

    def _prepared(self, task: Task) -> Prepared:
        came, facts = Prepared(), dict[str, PhotoInfo]()
        for file in task.files:
            try:
                facts[file], part = self._info(file)
            except WorkersError:
                raise
            except (UnreadablePhotoError, OSError) as error:
                part = _failed(file, error)
            came += part
        with self._planning:
            wanted = tuple(task.derivatives(facts))
        for derivative in wanted:
            try:
                came += self._derived(derivative)
            except WorkersError:
                raise
            except (UnreadablePhotoError, OSError) as error:
                came += _failed(derivative.file, error)
        return came

    def _info(self, file: str) -> tuple[PhotoInfo, Prepared]:
        """Facts of a photo; if another task is already fetching them, waits for its result."""
        with self._lock:
            others = self._facts.get(file)
            facts = self._facts.setdefault(file, Future())
        if others:
            return others.result(), Prepared()
        try:
            (known, preview), made = self._asked(
                lambda priority: self._derivatives.info(file, priority)
            )
        except BaseException as error:
            facts.set_exception(error)
            raise
        facts.set_result(known)
        return known, Prepared(made, not made, len(preview))

    def _derived(self, derivative: Derivative) -> Prepared:
        with self._lock:
            if derivative in self._begun:
                return Prepared()
            self._begun.add(derivative)
        jpeg, made = self._asked(
            lambda priority: self._derivatives.derivative(derivative, priority)
        )
        return Prepared(made, not made, len(jpeg))

    def _asked(self, fetch: Callable[[Priority], Result]) -> tuple[Result, bool]:
        """The fetched result, and whether it had to be made."""
        made = False

        def is_wanted() -> bool:
            nonlocal made
            made = True  # Only called if the cache has nothing.
            return not self._stopped.is_set()

        return fetch(Priority(is_wanted)), made


def _failed(file: str, error: UnreadablePhotoError | OSError) -> Prepared:
    why = reason(error) if isinstance(error, OSError) else str(error)
    return Prepared(failed={file: why})
