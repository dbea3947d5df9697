"""Watches files in a thread, and reports those that were written, replaced or removed.

It polls, rather than ask the system to report changes. Polling sees changes on network shares,
behind links, and in a folder that was replaced as a whole. And unlike the system's watches, it
cannot be used up by other programs.
"""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Generic, TypeVar

from msgspec import Struct

from kiosk.base.clock import SystemClock, processor_s
from kiosk.base.file_stamp import Stamp
from kiosk.media.watching.folder_changes import Asked, FolderChanges

QUIET_S = 0.4
"""Seconds without a change after which a slow copy counts as finished."""
GONE_QUIET_S = 5.0
"""Seconds without a change in its folder after which a file that is gone counts as removed.
Programs that synchronise folders delete a file before they copy its new version.
"""
POLL_S = 0.3
REST = 50
"""After each look, the watch rests this many times the processor time that the look took. So it
never takes more than a fiftieth of a core, even with very many files."""
END_S = 1.0
"""Seconds that `close` waits for the thread: a network share that does not answer may block it."""

T = TypeVar("T")

log = logging.getLogger(__name__)


class Change(Generic[T], Struct, frozen=True):
    """Files that have changed, or what was read again because of them."""

    files: frozenset[str]
    read: T | None
    """None if only files are reported."""
    gone: frozenset[str] = frozenset()
    """Those of the files that were removed."""
    missing: frozenset[str] = frozenset()
    """Files that were gone when it was read, and may come back soon."""


class Watch(Generic[T]):
    """Reports changes in some folders; calls `read` in its own thread."""

    def __init__(
        self,
        folders: Iterable[Path],
        read: Callable[[], T],
        wake: Callable[[], None],
        known: Mapping[str, Stamp] | None = None,
    ) -> None:
        """`known` holds the stamps of files when they were read: later changes are reported."""
        self._read, self._wake = read, wake
        self._asked = Asked(frozenset(folders), known or {})
        self._changes = FolderChanges()
        self.missing = frozenset[str]()
        """Files that are gone, and may come back soon."""
        self._closed, self._is_asked = threading.Event(), False
        self._found: queue.SimpleQueue[Change[T]] = queue.SimpleQueue()
        self._clock = SystemClock()
        self._thread = threading.Thread(target=self._run, name="watch", daemon=True)
        self._thread.start()

    def collect(self) -> list[Change[T]]:
        """Changes since the last call."""
        changes = []
        while not self._found.empty():
            changes.append(self._found.get())
        return changes

    def look_at(self, folders: Iterable[Path], known: Mapping[str, Stamp] | None = None) -> None:
        """Watch these folders from now on."""
        self._asked = Asked(frozenset(folders), known or {})

    def read_again(self) -> None:
        """Read soon, whether or not a file has changed. Thread-safe."""
        self._is_asked = True

    def close(self) -> None:
        self._closed.set()
        self._thread.join(END_S)

    def _run(self) -> None:
        failed, rest_s = False, 0.0
        while not self._closed.wait(rest_s):
            begun_s = processor_s()
            try:
                self._report()
                rest_s = max(POLL_S, REST * (processor_s() - begun_s))
                failed = False
            except Exception:  # After any error it must go on, or a withdrawal would be missed.
                if not failed:
                    log.exception("files could not be watched; trying again")
                failed, rest_s = True, max(POLL_S, rest_s)

    def _report(self) -> None:
        """Report changed files once they are quiet; then read, for which photos need not wait."""
        changes, now_s = self._changes, self._clock.now()
        changes.look(self._asked, now_s)
        if self._is_asked:
            self._is_asked, changes.must_read = False, True
        settled = changes.settled(now_s, QUIET_S, GONE_QUIET_S)
        missing = self.missing = changes.missing
        if settled.files:
            self._put(Change(settled.files, None, settled.gone))
        if changes.must_read and (settled.files or not changes.is_waiting):
            change = Change(frozenset[str](), self._read(), missing=missing)
            changes.must_read = False
            self._put(change)

    def _put(self, change: Change[T]) -> None:
        self._found.put(change)
        self._wake()
