"""Fetches the facts and pixels that the show wants, from the cache or from the workers."""

from __future__ import annotations

import logging
import queue
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor

from msgspec import Struct

from kiosk.base.clock import SystemClock
from kiosk.media.cache import Cache
from kiosk.media.derivatives import Derivatives
from kiosk.media.original import UnreadablePhotoError
from kiosk.media.pixels import pixels
from kiosk.media.workers.pool import Workers, workers_for_a_player
from kiosk.media.workers.slots import NoLongerWantedError, Priority
from kiosk.media.workers.starts import WorkersError
from kiosk.types.photo import Bitmap, Derivative, Drawable, InfoRequest, PhotoInfo, Request, Tile

AGAIN_S = 2.0
"""Seconds until the next try if no worker could be started; longer if the pool pauses longer."""
THREADS = 4
WAITING_MAX = 64
"""How many requests are taken at a time, the most important first; the caller repeats the rest."""

log = logging.getLogger(__name__)


class Measured(Struct, frozen=True):
    file: str
    facts: PhotoInfo
    preview: Bitmap


class Failed(Struct, frozen=True):
    file: str
    reason: str


Result = Measured | Bitmap | Failed


class _Untiled(Struct, frozen=True):
    """A derivative whose tiles cannot be made."""

    whole: Derivative
    reason: str


class _Later(Struct, frozen=True):
    """The fetch could not start yet; `at_s` is when to try again."""

    at_s: float


Outcome = Result | _Untiled | _Later | None


class Loader:
    """Works through requests in threads, and calls `wake` when a result can be collected.

    Only the caller's thread changes the state of requests; other threads pass results to it.
    """

    def __init__(
        self,
        cache: Cache,
        wake: Callable[[], None] = lambda: None,
        screen: tuple[int, int] = (0, 0),
        workers: Workers | None = None,
    ) -> None:
        self.wake, self._workers = wake, workers or Workers()
        self._derivatives = Derivatives(cache, self._workers, screen)
        self._threads = ThreadPoolExecutor(THREADS, thread_name_prefix="loader")
        # Urgent requests have threads of their own: other threads may all wait, or be stuck.
        self._urgent_threads = ThreadPoolExecutor(
            workers_for_a_player(), thread_name_prefix="urgent"
        )
        # Tiles come one after the other, so that one worker decodes an original for all of them,
        # and no slide waits for tiles.
        self._tile_thread = ThreadPoolExecutor(1, thread_name_prefix="tiles")
        self._results: queue.SimpleQueue[tuple[Request, Outcome]] = queue.SimpleQueue()
        self._under_way: dict[Request, Future[None]] = {}
        self._wanted: tuple[Request, ...] = ()
        self._settled = False
        """Whether everything wanted has been submitted."""
        self._bad: set[str] = set()
        self._untiled: set[Derivative] = set()
        """Derivatives whose tiles cannot be made; their photos are still shown."""
        self._outdated: set[Request] = set()
        """Running requests whose files have changed since; their results are dropped."""
        self._later: dict[Request, float] = {}
        """When to try again the requests that no worker could be started for."""
        self._clock = SystemClock()
        self._threads.submit(cache.trim)

    def want(self, requests: Sequence[Request]) -> None:
        """Fetch these in this order, and give up what is no longer wanted.

        Call it again now and then, so that requests that wait for a worker are tried again.
        """
        self._take_up()
        wanted = tuple(one for one in requests[:WAITING_MAX] if not self._is_hopeless(one))
        if self._settled and wanted == self._wanted:
            return
        self._wanted, self._settled = wanted, True
        # Requests that have not begun are submitted again, in the new order.
        for request, fetching in list(self._under_way.items()):
            if fetching.cancel():
                del self._under_way[request]
        for request in wanted:
            if request not in self._under_way and request not in self._later:
                self._under_way[request] = self._thread(request).submit(self._fetch, request)
        self._workers.reprioritise()

    def collect(self) -> list[Result]:
        """Results since the last call."""
        results = list[Result]()
        while not self._results.empty():
            request, result = self._results.get()
            self._under_way.pop(request, None)
            self._settled = False
            if request in self._outdated:
                self._outdated.discard(request)
                continue
            match result:
                case _Later(at_s):
                    self._later[request] = at_s
                case _Untiled() | Failed():
                    if failed := self._left_out(result):
                        results.append(failed)
                case Measured() | Bitmap():
                    results.append(result)
        return results

    def refuse(self, request: Request, reason: str) -> Failed | None:
        """Stop fetching what cannot be drawn; None if the photo is still shown, or known as bad."""
        return self._left_out(_failed(request, reason))

    def in_background(self, work: Callable[[], object]) -> None:
        """Run other work in one of the threads."""
        self._threads.submit(work)

    def forget_failures(self) -> None:
        """Allow another try at every file; one that cannot be opened is reported again."""
        self._bad.clear()
        self._untiled.clear()
        self._settled = False

    def retry(self, file: str) -> None:
        """Allow another try at a file that could not be opened, since it has changed."""
        self._bad.discard(file)
        self._outdated |= {request for request in self._under_way if request.file == file}
        self._untiled = {whole for whole in self._untiled if whole.file != file}

    @property
    def is_busy(self) -> bool:
        return bool(self._under_way) or any(one in self._later for one in self._wanted)

    def close(self) -> None:
        for threads in (self._threads, self._urgent_threads, self._tile_thread):
            threads.shutdown(wait=False, cancel_futures=True)
        self._workers.close()

    def _thread(self, request: Request) -> ThreadPoolExecutor:
        if isinstance(request, Tile):
            return self._tile_thread
        return self._urgent_threads if self._is_urgent(request) else self._threads

    def _is_urgent(self, request: Request) -> bool:
        """Whether this is the most wanted request; no other one is urgent.

        Between a photo's facts and its derivative, no other request becomes urgent. So the
        derivative waits neither for other files' facts nor for other derivatives of this file.
        """
        return self._wanted[:1] == (request,)

    def _fetch(self, request: Request) -> None:
        result: Outcome
        try:
            result = self._fetched(request)
        except NoLongerWantedError:
            result = None
        except WorkersError:  # The file is not at fault.
            result = _Later(self._clock.now() + max(AGAIN_S, self._workers.pause_s))
        except UnreadablePhotoError as error:
            result = _failed(request, str(error))
        except OSError as error:
            result = _failed(request, error.strerror or str(error))
        except Exception as error:  # No error may leave the show waiting.
            log.exception("a photo could not be fetched")
            result = _failed(request, f"an error in the program ({error!r})")
        self._results.put((request, result))
        self.wake()

    def _take_up(self) -> None:
        """Release the requests that have waited long enough for another try."""
        now_s = self._clock.now()
        due = [request for request, at_s in self._later.items() if now_s >= at_s]
        for request in due:
            del self._later[request]
            self._settled = False

    def _left_out(self, failed: Failed | _Untiled) -> Failed | None:
        """Remember and log a failure; None if the photo is still shown, or known as bad.

        A photo whose tiles cannot be made, for lack of memory or time, can still be shown whole.
        """
        match failed:
            case _Untiled(whole, reason) if whole not in self._untiled:
                self._untiled.add(whole)
                log.warning(
                    "%s is shown, but cannot be zoomed to its own pixels: %s", whole.file, reason
                )
            case Failed(file, reason) if file not in self._bad:
                self._bad.add(file)
                log.warning("%s is left out: %s", file, reason)
                return failed
        return None

    def _is_hopeless(self, request: Request) -> bool:
        if isinstance(request, Tile) and request.whole in self._untiled:
            return True
        return request.file in self._bad

    def _fetched(self, request: Request) -> Result:
        priority = Priority(lambda: request in self._wanted, lambda: self._is_urgent(request))
        match request:
            case InfoRequest(file):
                facts, jpeg = self._derivatives.info(file, priority)
                return Measured(file, facts, _decoded(facts.preview(file), jpeg))
            case Derivative() | Tile():
                try:
                    return _decoded(request, self._derivatives.derivative(request, priority))
                except UnreadablePhotoError:
                    self._derivatives.discard(request)
                    return _decoded(request, self._derivatives.derivative(request, priority))


def _failed(request: Request, reason: str) -> Failed | _Untiled:
    """A failed tile only rules out the tiles of a photo; the photo itself can still be shown."""
    if isinstance(request, Tile):
        return _Untiled(request.whole, reason)
    return Failed(request.file, reason)


def _decoded(derivative: Drawable, jpeg: bytes) -> Bitmap:
    return Bitmap(derivative, pixels(jpeg, derivative.width, derivative.height))
