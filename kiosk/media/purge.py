"""Withdraws photos: deletes everything that was made of them, and prevents making it again."""

from __future__ import annotations

import logging
from collections.abc import Collection
from pathlib import Path

from kiosk.media.cache import Cache
from kiosk.media.start_picture import forget_start_pictures

log = logging.getLogger(__name__)


def withdraw(
    files: Collection[str],
    doubtful: Collection[str] = (),
    cache: Cache | None = None,
    openings: Path | None = None,
) -> dict[str, list[Path]]:
    """Enter originals in the ledger, except the doubtful ones, and delete what was made of all.

    Returns the paths that could not be deleted, by file.
    """
    cache = cache or Cache()
    try:
        cache.withdraw(set(files).difference(doubtful))
    except OSError as error:
        log.error("withdrawals cannot be saved in %s: %s", cache.ledger.path, error.strerror)
    return {file: forget(file, cache, openings) for file in files}


def forget(file: str, cache: Cache, openings: Path | None = None) -> list[Path]:
    """Delete what was made of an original; returns the paths that could not be deleted."""
    cache.sweep()
    known = cache.history(file)
    left = forget_start_pictures(file, known.hashes if known else (), openings)
    return [*cache.forget(file), *left]


def withdraw_and_log(files: Collection[str], doubtful: Collection[str], cache: Cache) -> None:
    """Withdraw files in a running show; logs what cannot be deleted."""
    for file, left in withdraw(files, doubtful, cache).items():
        for path in left:
            log.error("%s is withdrawn, but %s cannot be deleted", file, path)
