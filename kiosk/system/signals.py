"""Has signals end the program within two seconds, whatever hangs, or reload the exhibitions."""

from __future__ import annotations

import logging
import os
import signal
import threading
from collections.abc import Callable
from types import FrameType

ENDING = (signal.SIGTERM, signal.SIGINT)
END_S = 1.5
"""Seconds in which the program may close what is open; then it ends at once."""

log = logging.getLogger(__name__)


class SignalListener:
    """Listens from now on. Only the main thread may make one, before SDL, which would listen, too.

    SIGTERM and Ctrl-C raise SystemExit in the main thread. SIGHUP reloads, unless it says that the
    terminal was closed, which ends the program.
    """

    def __init__(self) -> None:
        self.wake: Callable[[], None] = _nothing
        """Ends a wait of the main thread early. Called in another thread."""
        self._reload: Callable[[], None] | None = None
        self._has_missed = False
        self._has_terminal = os.isatty(0)
        self.is_ending = self._is_forced = False
        """Whether a signal has asked for the end: what fails from then on is of no interest."""
        # The system writes each signal into this pipe at once, even while the main thread hangs.
        self._read, written = os.pipe()
        os.set_blocking(written, False)
        signal.signal(signal.SIGTERM, self._end_main_thread)
        if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:  # As in a shell's background.
            signal.signal(signal.SIGINT, self._end_main_thread)
        signal.signal(signal.SIGHUP, _go_on)
        signal.set_wakeup_fd(written, warn_on_full_buffer=False)
        threading.Thread(target=self._listen, name="signals", daemon=True).start()

    def reload_by(self, reload: Callable[[], None]) -> None:
        """Call this at each SIGHUP, in another thread; also for those that came before."""
        self._reload = reload
        if self._has_missed:
            reload()

    def _listen(self) -> None:
        while number := os.read(self._read, 1):
            try:
                self._heed(number[0])
            except Exception:  # The next signal must be heard, too.
                log.exception("a signal could not be obeyed")

    def _heed(self, number: int) -> None:
        if number == signal.SIGHUP:
            if self._has_terminal and not os.isatty(0):
                signal.raise_signal(signal.SIGTERM)
            elif self._reload:
                self._reload()
            else:
                self._has_missed = True
        elif number in ENDING:
            if not self._is_forced:
                self._is_forced = True
                threading.Thread(target=_end_by_force, name="end", daemon=True).start()
            self.wake()  # Python calls the main thread's handler only once that has left SDL.

    def _end_main_thread(self, number: int, frame: FrameType | None) -> None:
        self.is_ending = True
        for ending in ENDING:  # A second signal must not disturb the closing.
            signal.signal(ending, _go_on)
        raise SystemExit


def _end_by_force() -> None:
    threading.Event().wait(END_S)
    log.warning("something does not end in time, so the program ends without it")
    os._exit(0)


def _go_on(number: int, frame: FrameType | None) -> None:
    """Take the place of the signal's usual effect."""


def _nothing() -> None:
    """Nothing waits yet."""
