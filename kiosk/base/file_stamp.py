"""A file's stamp: what tells one state of a file from another without reading it."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable
from contextlib import suppress
from pathlib import Path

Stamp = tuple[int, int, int] | None
"""A file's inode, size in bytes and time of its last writing in nanoseconds; None if it is gone."""


def stamp(file: str | Path) -> Stamp:
    """The stamp of a file, or of the file that a link leads to."""
    try:
        return stamp_of(os.stat(file))  # noqa: PTH116  # A Path for each of ten thousand costs time.
    except (OSError, ValueError):
        return None


def stamp_of(status: os.stat_result) -> Stamp:
    return status.st_ino, status.st_size, status.st_mtime_ns


def stamps(folders: Iterable[str | Path]) -> dict[str, Stamp]:
    """The stamps of all files in some folders; none of a folder that cannot be listed."""
    files = set[str]()
    for folder in folders:
        with suppress(OSError, ValueError), os.scandir(folder) as entries:
            files |= {entry.path for entry in entries}
    return {file: stamp(file) for file in files}


def device(folder: Path) -> int:
    """Number of the file system that a folder lies on; 0 if it cannot be reached."""
    try:
        return folder.stat().st_dev
    except OSError:
        return 0


def is_away(folder: Path, device_before: int, endings: Collection[str]) -> bool:
    """Whether a folder cannot be reached, so that it says nothing that a file is not in it.

    Where a share is not mounted, a folder of another file system stands in its place, without any
    file that ends as those do that were there.
    """
    try:
        names = [entry.name for entry in folder.iterdir()]
    except OSError:
        return True
    return not any(name.endswith(tuple(endings)) for name in names) and (
        device(folder) != device_before
    )
