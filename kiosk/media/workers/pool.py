"""Runs a pool of worker processes that open originals, one file each at a time.

A bad file can end only its own process. concurrent.futures does not fit: there, a process that dies
takes the work of all others with it, and a timeout runs from when work is put in the queue.
"""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import Any, TypeVar

from msgspec.structs import replace

from kiosk.media.original import UnreadablePhotoError
from kiosk.media.workers.process import Process
from kiosk.media.workers.slots import Priority, PrioritySlots
from kiosk.media.workers.starts import Starts, WorkersError
from kiosk.media.workers.work import ANSWER_BYTES_MAX, Answer, Job, Work, WorkError
from kiosk.types.photo import PhotoInfo

SECONDS_MAX = 60.0
"""Seconds that a file may take, from when a worker begins it."""
STARTS_MAX = 3
"""How many new workers are tried for a file: it is not at fault if one ends before beginning it."""
BYTES_MAX = 2560 * 2**20
"""Memory of one worker. Enough for 250 million pixels; Pillow takes four bytes for each, twice."""
PIXEL_BYTES_MAX = 4
"""Bytes per pixel of an answer: no JPEG takes more than the pixels do when they are drawn."""
NOTES_MAX = 10_000
NICENESS = 10
PRIORITY = Priority()
NO_PROCESS = "no process could be started to open it"
CLOSING = "the show is closing"

MEASURE = Work("kiosk.media.originals.decode:measure", tuple[PhotoInfo, bytes])
DERIVE = Work("kiosk.media.originals.decode:derive", bytes)

T = TypeVar("T")

log = logging.getLogger(__name__)


class Workers:
    """A few processes, started when they are needed; they end by themselves when they are idle.

    Thread-safe: each call has a process of its own while it lasts.
    """

    def __init__(
        self,
        count: int | None = None,
        *,
        seconds_max: float = SECONDS_MAX,
        bytes_max: int | None = None,
        module: str = "kiosk.media.originals.decode",
        high_priority: bool = False,
        on_note: Callable[[str, str], None] | None = None,
    ) -> None:
        """Each process imports `module` before its first job.

        Workers run at low priority; with `high_priority`, at normal priority until
        `lower_priority()` is called.

        `on_note` is called once for each file and note, if a picture is not quite as it should be.
        """
        self._places = PrioritySlots(count or workers_for_a_player())
        self._seconds_max = seconds_max
        self._bytes_max = bytes_max or _bytes_max()
        self._module, self._niceness = module, 0 if high_priority else NICENESS
        self._on_note = on_note or _log
        self._reported: set[tuple[str, str]] = set()
        self._lock = threading.Lock()
        self._idle: list[Process] = []
        self._all: set[Process] = set()
        self._starts = Starts()
        self._closed = threading.Event()

    @property
    def pause_s(self) -> float:
        """Seconds until a process may be started again after a failed start."""
        return self._starts.pause_s

    def measure(
        self, file: str, width: int = 0, height: int = 0, *, priority: Priority = PRIORITY
    ) -> tuple[PhotoInfo, bytes]:
        """The facts of an original, notes included, and its preview as a JPEG.

        A derivative of up to width × height that is wanted next needs no second decoding.
        """
        notes = list[str]()
        facts, jpeg = self.open(
            MEASURE, file, width, height, priority=priority, on_notes=notes.extend
        )
        return replace(facts, notes=tuple(notes)), jpeg

    def derive(
        self,
        file: str,
        width: int,
        height: int,
        box: tuple[int, int, int, int] | None = None,
        *,
        priority: Priority = PRIORITY,
    ) -> bytes:
        """An upright JPEG of an original in exactly this size, or of the part inside a box."""
        left, top, right, bottom = box or (0, 0, width, height)
        pixels = (right - left) * (bottom - top)
        work = replace(DERIVE, bytes_max=ANSWER_BYTES_MAX + pixels * PIXEL_BYTES_MAX)
        return self.open(work, file, width, height, box, priority=priority)

    def open(self, work: Work[T], photo: str, *arguments: Any, **options: Any) -> T:
        """Like `run`, for a photo: raises UnreadablePhotoError in place of WorkError."""
        try:
            return self.run(work, photo, *arguments, **options)
        except WorkError as error:
            reason = f"it is damaged ({error})" if error.trace else str(error)
            raise UnreadablePhotoError(reason) from None

    def run(
        self,
        work: Work[T],
        file: str,
        *arguments: Any,
        priority: Priority = PRIORITY,
        on_notes: Callable[[Iterable[str]], None] = lambda _: None,
    ) -> T:
        """Does work on a file in a process and returns the result; `on_notes` gets the notes.

        Raises WorkError if it fails, dies, or takes too much time or memory; WorkersError if no
        process can be had; NoLongerWantedError if it is no longer wanted when one is free.
        """
        with self._places.taken(priority):
            answer = self._answer(work, Job(work.name, file, arguments, work.bytes_max))
        self._note(file, answer.notes)
        if answer.result is None:
            raise WorkError(answer.reason, answer.trace)
        on_notes(answer.notes)
        return answer.result

    def wait(self) -> bool:
        """Wait until a process may be started again; False if the pool is closed by then."""
        return not self._closed.wait(self.pause_s)

    def warm_up(self) -> None:
        """Start a process now, for a job that comes soon."""
        with suppress(WorkersError), self._borrowed():  # The job itself will report the error.
            pass

    def lower_priority(self) -> None:
        """Leave the processor to the show from now on."""
        with self._lock:
            self._niceness, workers = NICENESS, list(self._all)
        for worker in workers:
            worker.lower_priority(NICENESS)

    def reprioritise(self) -> None:
        """Check the waiting requests again, since priorities have changed."""
        self._places.reprioritise()

    def close(self) -> None:
        """End all processes, also busy ones."""
        self._closed.set()
        with self._lock:
            workers, idle = list(self._all), self._idle
            self._idle = []
        for worker in workers:
            worker.kill()
        for worker in idle:
            worker.reap()

    def _answer(self, work: Work[T], job: Job) -> Answer[T]:
        starts_left = 1 if self._starts.are_failing else STARTS_MAX
        while starts_left:
            with self._borrowed(job.file) as worker:
                is_new = worker.is_new
                if worker.begins(job):
                    if is_new:
                        self._starts.succeeded()
                    return worker.answer(work, self._seconds_max)
                starts_left -= is_new
        if self._closed.is_set():
            raise WorkersError(CLOSING)
        raise self._starts.failed(NO_PROCESS)

    @contextmanager
    def _borrowed(self, file: str = "") -> Iterator[Process]:
        """A worker for one file, if possible an idle one that has had this file before."""
        with self._lock:
            if self._closed.is_set():
                raise WorkersError(CLOSING)
            self._reap_ended()
            of_file = [worker for worker in self._idle if worker.has_had(file)]
            if self._idle:
                worker = (of_file or self._idle)[-1]
                self._idle.remove(worker)
            else:
                worker = self._started()
        try:
            yield worker
        finally:
            with self._lock:
                keep = worker.is_sound and not self._closed.is_set()
                if keep:
                    self._idle.append(worker)
                else:
                    self._all.discard(worker)
            if not keep:
                worker.reap()

    def _reap_ended(self) -> None:
        for worker in [one for one in self._idle if one.has_ended]:
            self._idle.remove(worker)
            self._all.discard(worker)
            worker.reap()

    def _started(self) -> Process:
        self._starts.check()
        limits = self._bytes_max, self._seconds_max
        silent = self._starts.are_failing  # The reason was reported at the first failure.
        try:
            worker = Process(*limits, self._module, self._niceness, silent=silent)
        except OSError as error:
            raise self._starts.failed(f"{NO_PROCESS} ({error.strerror})") from None
        self._all.add(worker)
        return worker

    def _note(self, file: str, notes: Iterable[str]) -> None:
        for note in notes:
            with self._lock:
                new = (file, note) not in self._reported and len(self._reported) < NOTES_MAX
                if new:
                    self._reported.add((file, note))
            if new:
                self._on_note(file, note)


def workers_for_a_player() -> int:
    """At least two, so that a file that never finishes doesn't block all others."""
    return max(2, len(os.sched_getaffinity(0)) - 1)


def _bytes_max() -> int:
    """The memory limit of one worker: never more than half of the machine's memory."""
    return min(BYTES_MAX, os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") // 2)


def _log(file: str, note: str) -> None:
    log.warning("%s: %s", file, note)
