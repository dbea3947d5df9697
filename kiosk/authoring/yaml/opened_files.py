"""Records the files that a reading opens, each with its stamp when it was opened."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

from kiosk.base.file_stamp import Stamp, stamp_of

_recording: ContextVar[dict[str, Stamp] | None] = ContextVar("recording", default=None)


@contextmanager
def recorded() -> Iterator[dict[str, Stamp]]:
    """Records the files that are opened within the `with` block."""
    files = dict[str, Stamp]()
    token = _recording.set(files)
    try:
        yield files
    finally:
        _recording.reset(token)


def note(path: Path, descriptor: int | None) -> None:
    """Record that a file was opened; None for a file that cannot be opened."""
    files = _recording.get()
    if files is not None:
        files[str(path)] = None if descriptor is None else stamp_of(os.fstat(descriptor))
