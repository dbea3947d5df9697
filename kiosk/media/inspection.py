"""Opens photos without showing them: reports unreadable files, and reads facts and metadata."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import Event

from kiosk.base.clock import unix_s
from kiosk.media.cache import Cache
from kiosk.media.derivatives import Derivatives
from kiosk.media.original import UnreadablePhotoError, reason
from kiosk.media.workers.pool import Workers
from kiosk.media.workers.work import Work
from kiosk.types.metadata import PhotoMetadata
from kiosk.types.photo import PhotoInfo

QUIET_S = 2.0
"""Seconds without a change after which a file counts as written."""
TRIES = 5
"""Looks at a file that changes again and again."""
READ_METADATA = Work("kiosk.media.originals.metadata_reader:read_metadata", PhotoMetadata)


def inspect(files: Iterable[str]) -> tuple[dict[str, str], dict[str, PhotoInfo]]:
    """Files that cannot be shown, with the reasons, and the facts of all others.

    A file whose facts are in the cache is not decoded again until it changes.
    """
    refused, known = dict[str, str](), dict[str, PhotoInfo]()
    cache = Cache()

    def look(file: str, workers: Workers) -> None:
        for tries_left in reversed(range(TRIES)):
            try:
                known[file], _ = Derivatives(cache, workers).info(file)
            except (UnreadablePhotoError, OSError) as error:
                if tries_left and _is_quiet_now(file):
                    continue
                refused[file] = reason(error) if isinstance(error, OSError) else str(error)
            return

    _open_all(files, look)
    return refused, known


def inspect_withdrawn(files: Iterable[str]) -> dict[str, PhotoInfo]:
    """The facts of withdrawn photos whose files are still there; nothing of them is kept."""
    known = dict[str, PhotoInfo]()

    def look(file: str, workers: Workers) -> None:
        with suppress(UnreadablePhotoError):
            known[file], _ = workers.measure(file)

    _open_all(files, look)
    return known


def recorded(files: Iterable[str]) -> frozenset[str]:
    """Those of these photos that the ledger of this machine has as withdrawn."""
    return Cache().withdrawn_of(files, opens=True)


def _open_all(files: Iterable[str], look: Callable[[str, Workers], None]) -> None:
    count = len(os.sched_getaffinity(0))
    workers = Workers(count, on_note=_keep_silent)
    try:
        with ThreadPoolExecutor(count) as threads:
            for _ in threads.map(lambda file: look(file, workers), dict.fromkeys(files)):
                pass
    finally:
        workers.close()


def _keep_silent(file: str, note: str) -> None:
    """Log nothing: the notes on a file are in its facts."""


def _is_quiet_now(file: str) -> bool:
    """Waits for a file that has just changed: somebody may still be copying it.

    False if it was quiet before, so that another look is of no use.
    """
    try:
        age_s = unix_s() - os.stat(file).st_mtime  # noqa: PTH116  # A name may have surrogates.
    except OSError:
        return False
    if not 0 <= age_s < QUIET_S:
        return False
    Event().wait(QUIET_S - age_s)
    return True


def metadata_of(files: Iterable[str]) -> tuple[dict[str, PhotoMetadata], dict[str, str]]:
    """The metadata in each photo, and the reasons why the other files are no photos."""
    workers = Workers()
    labels, refused = dict[str, PhotoMetadata](), dict[str, str]()
    try:
        for file in files:
            try:
                labels[file] = workers.open(READ_METADATA, file)
            except UnreadablePhotoError as error:
                refused[file] = str(error)
    finally:
        workers.close()
    return labels, refused
