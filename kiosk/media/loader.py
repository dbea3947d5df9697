"""Fetches what the show wants: facts and pixels, from the cache or by way of the workers."""

from __future__ import annotations

import logging
import queue
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass

from kiosk.derivative import Derivative, Facts, Measurement, Pixels, Request
from kiosk.media.cache import Cache
from kiosk.media.decode import UnreadablePhotoError, derive, measure, pixels
from kiosk.media.workers import Workers

THREADS = 4
WAITING_MAX = 64
"""So many requests are taken in at a time; the rest are asked for again later."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Measured:
    file: str
    facts: Facts


@dataclass(frozen=True, slots=True)
class Failed:
    file: str
    reason: str


Result = Measured | Pixels | Failed


class Loader:
    """Works through requests in threads, and tells `wake` when a result can be collected."""

    def __init__(self, cache: Cache, wake: Callable[[], None]) -> None:
        self._cache, self._wake = cache, wake
        self._workers = Workers()
        self._threads = ThreadPoolExecutor(THREADS, thread_name_prefix="loader")
        self._results: queue.SimpleQueue[tuple[Request, Result]] = queue.SimpleQueue()
        self._under_way: dict[Request, Future[None]] = {}
        self._wanted: list[Request] = []
        self._bad: set[str] = set()
        self._threads.submit(cache.trim)

    def want(self, requests: Sequence[Request]) -> None:
        """Fetch these, the first ones first; what is no longer wanted is given up."""
        wanted = [one for one in requests[:WAITING_MAX] if one.file not in self._bad]
        if wanted == self._wanted:
            return
        self._wanted = wanted
        # What has not begun is asked for anew, so that the new order holds.
        for request, fetching in list(self._under_way.items()):
            if fetching.cancel():
                del self._under_way[request]
        for request in wanted:
            if request not in self._under_way:
                self._under_way[request] = self._threads.submit(self._fetch, request)

    def collect(self) -> list[Result]:
        """Results since the last call."""
        results = []
        while not self._results.empty():
            request, result = self._results.get()
            self._under_way.pop(request, None)
            self._wanted = []
            if isinstance(result, Failed):
                if result.file in self._bad:
                    continue
                self._bad.add(result.file)
                log.warning("%s is left out: %s", result.file, result.reason)
            results.append(result)
        return results

    def forgive(self) -> None:
        """Try files again that could not be opened: somebody may have mended them."""
        self._bad.clear()

    @property
    def is_busy(self) -> bool:
        return bool(self._under_way)

    def close(self) -> None:
        self._threads.shutdown(wait=False, cancel_futures=True)
        self._workers.close()

    def _fetch(self, request: Request) -> None:
        try:
            match request:
                case Measurement():
                    result: Result = Measured(request.file, self._measured(request.file))
                case Derivative():
                    result = Pixels(request, self._pixels(request))
        except UnreadablePhotoError as error:
            result = Failed(request.file, str(error))
        except OSError as error:
            result = Failed(request.file, error.strerror or str(error))
        self._results.put((request, result))
        self._wake()

    def _measured(self, file: str) -> Facts:
        content = self._cache.content(file)
        facts = self._cache.facts(content)
        if facts is None:
            facts = self._workers.run(measure, file)
            self._cache.keep_facts(content, facts)
        return facts

    def _pixels(self, derivative: Derivative) -> bytes:
        content = self._cache.content(derivative.file)
        kept = self._cache.derivative(content, derivative)
        if kept is not None:
            # Where the cache was damaged, the derivative is made anew.
            with suppress(UnreadablePhotoError):
                return pixels(kept)
        jpeg = self._workers.run(derive, derivative.file, derivative.width, derivative.height)
        self._cache.keep_derivative(content, derivative, jpeg)
        return pixels(jpeg)
