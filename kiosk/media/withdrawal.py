"""Withdrawal: nothing that was made of a photo is kept."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from pathlib import Path

from kiosk.media.cache import Cache
from kiosk.media.opening import forget_openings

log = logging.getLogger(__name__)


def forget(
    files: Iterable[str], cache: Cache | None = None, openings: Path | None = None
) -> dict[str, list[Path]]:
    """Delete what was made of some originals; answers what is left of each."""
    cache = cache or Cache()
    return {file: [*cache.forget(file), *forget_openings(file, openings)] for file in files}


def forget_aloud(files: Iterable[str], cache: Cache) -> None:
    """Likewise, in a running show: what cannot be deleted is logged."""
    for file, left in forget(files, cache).items():
        for path in left:
            log.error("%s is withdrawn, but %s cannot be deleted", file, path)
