"""Worker processes that open originals; one that crashes or hangs is replaced."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures import TimeoutError as FutureTimeoutError
from concurrent.futures.process import BrokenProcessPool
from typing import ParamSpec, TypeVar

from kiosk.media.decode import UnreadablePhotoError

SECONDS_MAX = 60.0
NICENESS = 10

P = ParamSpec("P")
T = TypeVar("T")


class Workers:
    """A few processes, started when the first original is opened."""

    def __init__(self, count: int | None = None) -> None:
        self._count = count or max(1, (os.cpu_count() or 2) - 1)
        self._pool: ProcessPoolExecutor | None = None
        self._lock = threading.Lock()
        self._closed = False

    def run(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Result of work in a process; UnreadablePhotoError if it fails, dies or takes too long."""
        pool = self._started()
        try:
            return pool.submit(work, *args, **kwargs).result(SECONDS_MAX)
        except FutureTimeoutError:
            self._discard(pool)
            raise UnreadablePhotoError(f"it took more than {SECONDS_MAX:.0f} s to open") from None
        except (BrokenProcessPool, RuntimeError):
            self._discard(pool)
            raise UnreadablePhotoError("opening it ended the worker process") from None
        except UnreadablePhotoError:
            raise
        except Exception as error:  # Decoders raise whatever a hostile file leads them to.
            raise UnreadablePhotoError(f"it is damaged ({error})") from None

    def close(self) -> None:
        with self._lock:
            self._closed = True
            pool, self._pool = self._pool, None
        if pool:
            _end(pool)

    def _started(self) -> ProcessPoolExecutor:
        with self._lock:
            if self._closed:
                raise UnreadablePhotoError("the show is closing")
            if self._pool is None:
                self._pool = ProcessPoolExecutor(
                    self._count,
                    mp_context=multiprocessing.get_context("spawn"),
                    initializer=_be_modest,
                )
            return self._pool

    def _discard(self, pool: ProcessPoolExecutor) -> None:
        with self._lock:
            if self._pool is pool:
                self._pool = None
        _end(pool)


def _end(pool: ProcessPoolExecutor) -> None:
    processes = list((pool._processes or {}).values())
    pool.shutdown(wait=False, cancel_futures=True)
    for process in processes:
        process.kill()


def _be_modest() -> None:
    """The show goes before; and it alone answers to the keyboard."""
    os.nice(NICENESS)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
