"""Fetches what the show wants: facts and pixels, from the cache or by way of the workers."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor

from msgspec import Struct

from kiosk.base.clock import SystemClock
from kiosk.base.memory import give_back
from kiosk.media.cache import Cache
from kiosk.media.derivatives import Derivatives
from kiosk.media.original import UnreadablePhotoError
from kiosk.media.pixels import pixels
from kiosk.media.workers.pool import Workers, workers_for_a_player
from kiosk.media.workers.slots import NoLongerWantedError, Priority
from kiosk.media.workers.starts import WorkersError
from kiosk.types.photo import Bitmap, Derivative, Drawable, InfoRequest, PhotoInfo, Request, Tile

ALONE_S = 2.0
"""The first photo is fetched alone; but others wait no longer for it."""
AGAIN_S = 2.0
"""What no worker could be had for is fetched again after so long, or when one may be started."""
THREADS = 4
WAITING_MAX = 64
"""So many requests are taken in at a time; the rest are asked for again later."""

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
    """A derivative whose tiles cannot be had."""

    whole: Derivative
    reason: str


class _Later(Struct, frozen=True):
    """What could not be fetched yet, and when it is to be tried again."""

    at_s: float


Outcome = Result | _Untiled | _Later | None


class Loader:
    """Works through requests in threads, and calls `wake` when a result can be collected.

    What is known of requests changes in the caller's thread alone, also what threads find out.
    """

    def __init__(
        self,
        cache: Cache,
        wake: Callable[[], None] = lambda: None,
        screen: tuple[int, int] = (0, 0),
        workers: Workers | None = None,
    ) -> None:
        self.wake, self._workers = wake, workers or Workers(high_priority=True)
        self._darkroom = Derivatives(cache, self._workers, screen)
        self._threads = ThreadPoolExecutor(THREADS, thread_name_prefix="loader")
        # What is urgent finds a thread, however many wait for a worker, and also while one hangs.
        self._urgent_threads = ThreadPoolExecutor(
            workers_for_a_player(), thread_name_prefix="urgent"
        )
        # Tiles come one after the other, so that one worker decodes an original for all of them,
        # and no slide waits behind.
        self._tile_thread = ThreadPoolExecutor(1, thread_name_prefix="tiles")
        self._results: queue.SimpleQueue[tuple[Request, Outcome]] = queue.SimpleQueue()
        self._under_way: dict[Request, Future[None]] = {}
        self._wanted: tuple[Request, ...] = ()
        self._settled = False
        """Whether all that is wanted has been asked for."""
        self._bad: set[str] = set()
        self._untiled: set[Derivative] = set()
        """Derivatives whose tiles cannot be had; their photos are shown all the same."""
        self._outdated: set[Request] = set()
        """What is under way of files that have changed since; it is fetched anew."""
        self._later: dict[Request, float] = {}
        """When to try again what no worker could be had for."""
        self._turn, self._clock = threading.Condition(), SystemClock()
        self._alone, self._alone_until_s = True, self._clock.now() + ALONE_S
        """Until there is a first photo, nothing is fetched but what that takes."""
        self._threads.submit(cache.trim)

    def want(self, requests: Sequence[Request]) -> None:
        """Fetch these, the first ones first; what is no longer wanted is given up.

        To be called again now and then, so that what has to wait for a worker is tried again.
        """
        self._take_up()
        wanted = tuple(one for one in requests[:WAITING_MAX] if not self._is_hopeless(one))
        if self._settled and wanted == self._wanted:
            return
        self._wanted, self._settled = wanted, True
        # What has not begun is asked for anew, so that the new order holds.
        for request, fetching in list(self._under_way.items()):
            if fetching.cancel():
                del self._under_way[request]
        for request in wanted:
            if request not in self._under_way and request not in self._later:
                self._under_way[request] = self._thread(request).submit(self._fetch, request)
        with self._turn:
            self._turn.notify_all()
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
        if results and not self._under_way:
            self._threads.submit(give_back)
        return results

    def refuse(self, request: Request, reason: str) -> Failed | None:
        """Fetch no more what cannot be drawn; None if its photo is shown all the same, or known."""
        return self._left_out(_failed(request, reason))

    def in_background(self, work: Callable[[], object]) -> None:
        """Have something else done in a thread."""
        self._threads.submit(work)

    def retry(self, file: str) -> None:
        """Try a file again that could not be opened: somebody has changed it."""
        self._bad.discard(file)
        self._outdated |= {request for request in self._under_way if request.file == file}
        self._untiled = {whole for whole in self._untiled if whole.file != file}

    @property
    def is_busy(self) -> bool:
        return bool(self._under_way) or any(one in self._later for one in self._wanted)

    def close(self) -> None:
        self._let_others()
        for threads in (self._threads, self._urgent_threads, self._tile_thread):
            threads.shutdown(wait=False, cancel_futures=True)
        self._workers.close()

    def _thread(self, request: Request) -> ThreadPoolExecutor:
        if isinstance(request, Tile):
            return self._tile_thread
        return self._urgent_threads if self._is_urgent(request) else self._threads

    def _is_urgent(self, request: Request) -> bool:
        """Whether nothing is wanted more.

        While the derivative that follows its facts is yet to be asked for, nothing else is: so it
        need not wait for other files' facts, nor for what else is made of this one.
        """
        return self._wanted[:1] == (request,)

    def _fetch(self, request: Request) -> None:
        result: Outcome
        try:
            self._give_way(request)
            result = self._fetched(request)
        except NoLongerWantedError:
            result = None
        except WorkersError:  # No fault of the file's.
            result = _Later(self._clock.now() + max(AGAIN_S, self._workers.pause_s))
        except UnreadablePhotoError as error:
            result = _failed(request, str(error))
        except OSError as error:
            result = _failed(request, error.strerror or str(error))
        except Exception as error:  # Whatever it is, it must not leave the show waiting.
            log.exception("a photo could not be fetched")
            result = _failed(request, f"an error in the program ({error!r})")
        self._results.put((request, result))
        self.wake()
        if self._alone and isinstance(result, Bitmap | Failed):
            self._let_others()

    def _give_way(self, request: Request) -> None:
        """Wait until there is a first photo, or until this is what that waits for."""
        with self._turn:
            left_s = self._alone_until_s - self._clock.now()
            self._turn.wait_for(lambda: not self._alone or self._is_urgent(request), left_s)
        if self._alone and self._clock.now() >= self._alone_until_s:
            self._let_others()

    def _let_others(self) -> None:
        with self._turn:
            self._alone = False
            self._turn.notify_all()
        self._workers.lower_priority()

    def _take_up(self) -> None:
        """Let go of what has waited long enough for another try."""
        now_s = self._clock.now()
        due = [request for request, at_s in self._later.items() if now_s >= at_s]
        for request in due:
            del self._later[request]
            self._settled = False

    def _left_out(self, failed: Failed | _Untiled) -> Failed | None:
        """Note what cannot be had, and log it; None if its photo is shown all the same, or known.

        A photo that cannot be had in tiles, for want of memory or time, is a good one still.
        """
        match failed:
            case _Untiled(whole, reason) if whole not in self._untiled:
                self._untiled.add(whole)
                log.warning("%s is shown, but not so near: %s", whole.file, reason)
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
                facts, jpeg = self._darkroom.measured(file, priority)
                return Measured(file, facts, _decoded(facts.preview(file), jpeg))
            case Derivative() | Tile():
                try:
                    return _decoded(request, self._darkroom.derivative(request, priority))
                except UnreadablePhotoError:
                    self._darkroom.discard(request)
                    return _decoded(request, self._darkroom.derivative(request, priority))


def _failed(request: Request, reason: str) -> Failed | _Untiled:
    """A photo that cannot be had in tiles, for want of memory or time, is a good one still."""
    if isinstance(request, Tile):
        return _Untiled(request.whole, reason)
    return Failed(request.file, reason)


def _decoded(derivative: Drawable, jpeg: bytes) -> Bitmap:
    return Bitmap(derivative, pixels(jpeg, derivative.width, derivative.height))
