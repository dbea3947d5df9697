"""Takes stamps of files, which show that a file has changed without reading it."""

from __future__ import annotations

import errno
import os
from collections.abc import Collection, Iterable
from contextlib import suppress
from pathlib import Path

Stamp = tuple[int, int, int] | None
"""A file's inode, size in bytes and time of its last writing in nanoseconds; None if it is gone."""
NEVER_THERE = (errno.ELOOP, errno.ENAMETOOLONG)
UNREACHABLE: Stamp = (0, 0, -1)
"""The stamp of a file that cannot be asked for now, and that may still exist."""


def stamp(file: str | Path) -> Stamp:
    """The stamp of a file, or of the target of a link."""
    try:
        return stamp_of(os.stat(file))  # noqa: PTH116  # A Path for each of ten thousand costs time.
    except FileNotFoundError:
        return UNREACHABLE if _leads_away(file) else None
    except (NotADirectoryError, ValueError):
        return None
    except OSError as error:
        return None if error.errno in NEVER_THERE else UNREACHABLE


def _leads_away(file: str | Path) -> bool:
    """Whether it is a link whose target's folder is not there, such as a share that is away."""
    path = os.path  # Unlike Path, it raises nothing for a folder that nobody may look into.
    return path.islink(file) and not path.isdir(path.dirname(path.realpath(file)))


def stamp_of(status: os.stat_result) -> Stamp:
    return status.st_ino, status.st_size, status.st_mtime_ns


def stamps(folders: Iterable[str | Path]) -> dict[str, Stamp]:
    """The stamps of all files in some folders; none of a folder that cannot be listed."""
    found = dict[str, Stamp]()
    for folder in folders:
        of_folder = {file: stamp(file) for file in _listed(folder)}
        # The folder may have gone after it was listed, and all of its files with it.
        if None not in of_folder.values() or _listed(folder):
            found |= of_folder
    return found


def _listed(folder: str | Path) -> list[str]:
    with suppress(OSError, ValueError), os.scandir(folder) as entries:
        return [entry.path for entry in entries]
    return []


def device(folder: Path) -> int:
    """Device number of the file system that a folder is on; 0 if it cannot be reached."""
    try:
        return folder.stat().st_dev
    except OSError:
        return 0


def is_away(folder: Path, device_before: int, endings: Collection[str]) -> bool:
    """Whether a folder cannot be reached, so that a file missing in it may still exist.

    Where a network share is not mounted, its mount point is a folder on another file system. It
    holds no file with one of these endings.
    """
    try:
        names = [entry.name for entry in folder.iterdir()]
    except OSError:
        return True
    return not any(name.endswith(tuple(endings)) for name in names) and (
        device(folder) != device_before
    )
