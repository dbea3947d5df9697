"""Watches files in a thread, and tells of those that were written, replaced or removed."""

from __future__ import annotations

import logging
import os
import queue
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Generic, TypeVar

import watchfiles
from msgspec import Struct

from kiosk.clock import SystemClock

QUIET_S = 0.4
"""A slow copy is over when the file has not changed for so long."""
LOOK_MS = 150
POLL_S = 0.7
AGAIN_S = 5.0
"""A folder that is gone, such as a share that was taken away, is looked for so often."""
TEXTS = (".yaml", ".yml", ".txt")
NETWORK = ("9p", "afs", "ceph", "cifs", "davfs", "fuse.", "glusterfs", "nfs", "smb", "vboxsf")
"""Beginnings of the names of file systems that tell nobody what other machines change."""

MOUNTS = Path("/proc/mounts")

T = TypeVar("T")
Stamp = tuple[int, int, int] | None
"""A file's inode, size and time of writing; None for one that is gone."""

Changes = set[tuple[str, bool]]
"""Files, each with whether it was rewritten rather than made, replaced or removed."""

log = logging.getLogger(__name__)


class Change(Generic[T], Struct, frozen=True):
    """Files that are not what they were, or what was read anew because of them."""

    files: frozenset[str]
    read: T | None
    """None where files alone are told of."""


class Watch(Generic[T]):
    """Tells what has changed in some folders; `read` is called in the watch's own thread."""

    def __init__(
        self,
        folders: Iterable[Path],
        read: Callable[[], T],
        wake: Callable[[], None],
        *,
        polling: bool | None = None,
    ) -> None:
        self._folders, self._read, self._wake = frozenset(folders), read, wake
        self._polling = polling
        self._closed = False
        self._interrupt = threading.Event()
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

    def look_at(self, folders: Iterable[Path]) -> None:
        """Watch these folders from now on."""
        wanted = frozenset(folders)
        if wanted != self._folders:
            self._folders = wanted
            self._interrupt.set()

    def close(self) -> None:
        self._closed = True
        self._interrupt.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._closed:
            self._interrupt.clear()
            try:
                self._follow(self._folders)
            except (OSError, RuntimeError) as error:
                log.warning("files cannot be watched, trying again: %s", error)
                self._interrupt.wait(AGAIN_S)

    def _follow(self, folders: frozenset[Path]) -> None:
        """Watch folders until others are asked for, or one of them comes or goes."""
        there = [folder for folder in folders if folder.is_dir()]
        if not there:
            self._interrupt.wait(AGAIN_S)
            self._must_read = True
            return
        polling = _on_network(there) if self._polling is None else self._polling
        for changes in self._polled(there) if polling else self._told(there):
            now_s = self._clock.now()
            for file, rewritten in changes:
                if Path(file) in folders:  # A folder changes whenever one of its files does.
                    continue
                self._unsettled[file] = (_stamp(file), now_s)
                content = rewritten and not file.endswith(TEXTS)
                self._must_read = self._must_read or not content
            self._tell_settled(now_s)
            if any(folder.is_dir() != (folder in there) for folder in folders):
                self._must_read = True
                return

    def _told(self, folders: list[Path]) -> Iterator[Changes]:
        """Changes as the system tells of them; now and then none."""
        for changes in watchfiles.watch(
            *folders,
            stop_event=self._interrupt,
            watch_filter=None,
            debounce=LOOK_MS,
            step=LOOK_MS,
            rust_timeout=LOOK_MS,
            yield_on_timeout=True,
            recursive=False,
        ):
            yield {(file, kind is watchfiles.Change.modified) for kind, file in changes}

    def _polled(self, folders: list[Path]) -> Iterator[Changes]:
        """Changes as they are found by looking again and again."""
        before = _stamps(folders)
        while not self._interrupt.wait(POLL_S):
            now = _stamps(folders)
            differing = {file for file, _ in before.items() ^ now.items()}
            yield {(file, file in before and file in now) for file in differing}
            before = now

    def _tell_settled(self, now_s: float) -> None:
        """Tell of files that have been as they are for a while."""
        settled = set()
        for file, (stamp, since_s) in list(self._unsettled.items()):
            current = _stamp(file)
            if current != stamp:
                self._unsettled[file] = (current, now_s)
            elif now_s >= since_s + QUIET_S:
                settled.add(file)
                del self._unsettled[file]
        if settled:
            # Reading takes a while, for which photos need not wait.
            self._put(Change(frozenset(settled), None))
        if self._must_read and (settled or not self._unsettled):
            self._must_read = False
            self._put(Change(frozenset(), self._read()))

    def _put(self, change: Change[T]) -> None:
        self._found.put(change)
        self._wake()


def _stamps(folders: Iterable[Path]) -> dict[str, Stamp]:
    """All files of some folders; none of a folder that is gone."""
    files = set[str]()
    for folder in folders:
        with suppress(OSError), os.scandir(folder) as entries:
            files |= {entry.path for entry in entries}
    return {file: _stamp(file) for file in files}


def _stamp(file: str) -> Stamp:
    try:
        status = Path(file).stat()
    except OSError:
        return None
    return status.st_ino, status.st_size, status.st_mtime_ns


def _on_network(folders: Iterable[Path]) -> bool:
    """Whether one of these folders is on a file system that other machines write to."""
    try:
        lines = MOUNTS.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return False
    mounts = {Path(line.split()[1]): line.split()[2] for line in lines if len(line.split()) > 2}
    return any(
        next(
            (mounts[parent] for parent in (folder, *folder.parents) if parent in mounts), ""
        ).startswith(NETWORK)
        for folder in (one.resolve() for one in folders)
    )
