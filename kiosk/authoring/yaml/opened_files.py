"""Sources: the files that a reading is made of, each with its stamp as it was opened."""

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
    """The files that are opened meanwhile."""
    files = dict[str, Stamp]()
    token = _recording.set(files)
    try:
        yield files
    finally:
        _recording.reset(token)


def note(path: Path, descriptor: int | None) -> None:
    """A file was opened; None for one that cannot be."""
    files = _recording.get()
    if files is not None:
        files[str(path)] = None if descriptor is None else stamp_of(os.fstat(descriptor))
