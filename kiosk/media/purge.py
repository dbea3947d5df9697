"""Withdrawal: nothing that was made of a photo is kept, and nothing is made of it again."""

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
    """Enter originals in the ledger, unless they are doubtful, and delete what was made of them.

    Answers with what is left of each.
    """
    cache = cache or Cache()
    try:
        cache.withdraw(set(files).difference(doubtful))
    except OSError as error:
        log.error("withdrawals cannot be kept in %s: %s", cache.ledger.path, error.strerror)
    return {file: forget(file, cache, openings) for file in files}


def forget(file: str, cache: Cache, openings: Path | None = None) -> list[Path]:
    """Delete what was made of an original; answers with what is left."""
    cache.sweep()
    known = cache.history(file)
    left = forget_start_pictures(file, known.hashes if known else (), openings)
    return [*cache.forget(file), *left]


def withdraw_and_log(files: Collection[str], doubtful: Collection[str], cache: Cache) -> None:
    """Likewise, in a running show: what cannot be deleted is logged."""
    for file, left in withdraw(files, doubtful, cache).items():
        for path in left:
            log.error("%s is withdrawn, but %s cannot be deleted", file, path)
