"""Opens photos without showing them: reports unreadable files, and reads facts and metadata."""

from __future__ import annotations

import os
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from threading import Event

from kiosk.base.clock import unix_s
from kiosk.media.cache import Cache
from kiosk.media.derivatives import Derivatives
from kiosk.media.original import UnreadablePhotoError
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
    count = len(os.sched_getaffinity(0))
    workers = Workers(count, on_note=_keep_silent)
    derivatives = Derivatives(Cache(), workers)

    def look(file: str) -> None:
        for tries_left in reversed(range(TRIES)):
            try:
                known[file], _ = derivatives.info(file)
            except UnreadablePhotoError as error:
                if tries_left and _is_quiet_now(file):
                    continue
                refused[file] = str(error)
            return

    try:
        with ThreadPoolExecutor(count) as threads:
            for _ in threads.map(look, dict.fromkeys(files)):
                pass
    finally:
        workers.close()
    return refused, known


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
