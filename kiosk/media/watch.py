"""Watches files in a thread, and reports those that were written, replaced or removed.

It polls, rather than ask the system to report changes. Polling sees changes on network shares,
behind links, and in a folder that was replaced as a whole. And unlike the system's watches, it
cannot be used up by other programs.
"""

from __future__ import annotations

import logging
import os
import queue
import threading
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Generic, TypeVar

from msgspec import Struct

from kiosk.base.clock import SystemClock, processor_s
from kiosk.base.file_stamp import Stamp, stamp, stamps

QUIET_S = 0.4
"""Seconds without a change after which a slow copy counts as finished."""
POLL_S = 0.3
REST = 50
"""After each look, the watch rests this many times the processor time that the look took. So it
never takes more than a fiftieth of a core, even with very many files."""
END_S = 1.0
"""Seconds that `close` waits for the thread: a network share that does not answer may block it."""
EXHIBITIONS = (".yaml", ".yml")
TEXTS = (*EXHIBITIONS, ".txt")

T = TypeVar("T")

log = logging.getLogger(__name__)


class Change(Generic[T], Struct, frozen=True):
    """Files that have changed, or what was read again because of them."""

    files: frozenset[str]
    read: T | None
    """None if only files are reported."""


class Asked(Struct, frozen=True, eq=False):
    """Folders to look at, and the stamps that files in them had when they were read."""

    folders: frozenset[Path]
    known: Mapping[str, Stamp]


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
        self._looked_at = Asked(frozenset(), {})
        self._stamps: dict[str, Stamp] = {}
        self._closed = threading.Event()
        self._found: queue.SimpleQueue[Change[T]] = queue.SimpleQueue()
        self._unsettled: dict[str, tuple[Stamp, float]] = {}
        self._must_read = False
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

    def close(self) -> None:
        self._closed.set()
        self._thread.join(END_S)

    def _run(self) -> None:
        failed, rest_s = False, 0.0
        while not self._closed.wait(rest_s):
            begun_s = processor_s()
            try:
                self._look()
                rest_s = max(POLL_S, REST * (processor_s() - begun_s))
                self._report_settled()
                failed = False
            except Exception:  # After any error it must go on, or a withdrawal would be missed.
                if not failed:
                    log.exception("files could not be watched; trying again")
                failed = True

    def _look(self) -> None:
        """Note which files have changed."""
        asked, last = self._asked, self._looked_at
        folders, known = asked.folders, {} if asked is last else asked.known
        now = stamps(folders)
        ignored = {str(folder) for folder in folders}  # One changes whenever one of its files does.
        known = {file: one for file, one in known.items() if os.path.dirname(file) in ignored}  # noqa: PTH120
        before = {**self._stamps, **known}
        first_seen = {str(folder) for folder in folders - last.folders}
        for file in before.keys() | now.keys():
            if before.get(file) == now.get(file) or file in ignored:
                continue
            is_first_seen = file not in before and os.path.dirname(file) in first_seen  # noqa: PTH120
            # In a folder new to the watch, such a file is no change: it was there before. But an
            # exhibition that is not in `known` came after reading.
            if is_first_seen and not (known and file.lower().endswith(EXHIBITIONS)):
                continue
            self._unsettled[file] = now.get(file), self._clock.now()
            rewritten = before.get(file) is not None and now.get(file) is not None
            self._must_read |= not rewritten or file.endswith(TEXTS) or file in asked.known
        self._looked_at, self._stamps = asked, now

    def _report_settled(self) -> None:
        """Report changed files that have not changed again for QUIET_S."""
        settled, now_s = set(), self._clock.now()
        for file, (noted, since_s) in list(self._unsettled.items()):
            current = stamp(file)
            if current != noted:
                self._unsettled[file] = (current, now_s)
            elif now_s >= since_s + QUIET_S:
                settled.add(file)
                del self._unsettled[file]
        if settled:
            # Reading takes a while, for which photos need not wait.
            self._put(Change(frozenset(settled), None))
        if self._must_read and (settled or not self._unsettled):
            change = Change(frozenset[str](), self._read())
            self._must_read = False
            self._put(change)

    def _put(self, change: Change[T]) -> None:
        self._found.put(change)
        self._wake()
