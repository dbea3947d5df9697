"""Watches files in a thread, and reads them anew when they change."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Generic, TypeVar

import watchfiles

SETTLED_MS = 300
"""An editor's rename and a slow copy are over when nothing has changed for so long."""
AGAIN_S = 5.0
"""A folder that is gone, such as a share that was taken away, is looked for so often."""

T = TypeVar("T")

log = logging.getLogger(__name__)


class Watch(Generic[T]):
    """What `read` answers whenever something in the folders has changed; `wake` tells of it."""

    def __init__(
        self, folders: Sequence[Path], read: Callable[[], T], wake: Callable[[], None]
    ) -> None:
        self._folders, self._read, self._wake = folders, read, wake
        self._stop = threading.Event()
        self._found: queue.SimpleQueue[T] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="watch", daemon=True)
        self._thread.start()

    def collect(self) -> T | None:
        """The newest of what was read since the last call."""
        newest = None
        while not self._found.empty():
            newest = self._found.get()
        return newest

    def close(self) -> None:
        self._stop.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._stop.is_set():
            try:
                for _ in watchfiles.watch(
                    *self._folders,
                    stop_event=self._stop,
                    step=SETTLED_MS,
                    rust_timeout=500,
                    recursive=False,
                ):
                    self._found.put(self._read())
                    self._wake()
            except (OSError, RuntimeError) as error:
                log.warning("files cannot be watched, trying again: %s", error)
                self._stop.wait(AGAIN_S)
