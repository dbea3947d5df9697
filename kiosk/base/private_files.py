"""Writes files that only the user may read, so that a power cut leaves the old one or the new."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path


def replace_file(path: Path, data: bytes) -> None:
    """Replace a file as a whole, and remove what an earlier attempt has left beside it.

    Raises OSError; then the old file is still there.
    """
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    for unfinished in path.parent.glob(f"{path.name}.*"):
        unfinished.unlink(missing_ok=True)
    beside = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError:
        with suppress(OSError):  # On a full disk, half a file would keep its space.
            beside.unlink(missing_ok=True)
        raise
    with suppress(OSError):  # The file is there, also if this file system cannot do that.
        sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Have a new name in a folder outlast a power cut. Raises OSError."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
