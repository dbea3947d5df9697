"""Decides when a worker process may be started again, and logs when starts fail."""

from __future__ import annotations

import logging
import math
import threading

from kiosk.base.clock import Clock, SystemClock

PAUSE_S, PAUSE_S_MAX = 2.0, 60.0
"""Seconds without a try after a failed start. Each further failure doubles it, up to the limit."""

log = logging.getLogger(__name__)


class WorkersError(OSError):
    """No worker could be started; the file is not at fault."""


class Starts:
    """Failed starts of workers, and the pause after them. Thread-safe."""

    def __init__(self, clock: Clock | None = None) -> None:
        self._clock = clock or SystemClock()
        self._lock = threading.Lock()
        self._why = ""
        self._last_pause_s, self._next_s = 0.0, -math.inf

    @property
    def are_failing(self) -> bool:
        return bool(self._why)

    @property
    def pause_s(self) -> float:
        """Seconds until a worker may be started."""
        return max(0.0, self._next_s - self._clock.now())

    def check(self) -> None:
        """Raise WorkersError if no worker may be started yet."""
        if self.pause_s:
            raise WorkersError(self._why)

    def failed(self, why: str) -> WorkersError:
        """Note a failure and return the error to raise; simultaneous failures count as one."""
        with self._lock:
            if not self.pause_s:
                self._last_pause_s = min(max(PAUSE_S, 2 * self._last_pause_s), PAUSE_S_MAX)
                self._next_s = self._clock.now() + self._last_pause_s
            new, self._why = not self._why, why
        if new:
            log.warning("%s; the kiosk tries again until it succeeds", why)
        return WorkersError(why)

    def succeeded(self) -> None:
        with self._lock:
            was_failing, self._why = self._why, ""
            self._last_pause_s, self._next_s = 0.0, -math.inf
        if was_failing:
            log.warning("processes that open files can be started again")
