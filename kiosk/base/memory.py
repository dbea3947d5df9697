"""Memory that was let go goes back to the system, and nobody waits while it is looked through."""

from __future__ import annotations

import ctypes
import sys
from contextlib import suppress
from functools import cache

_MMAP_THRESHOLD = -3
_ARENA_MAX = -8
LARGE_BYTES = 2**20
ARENAS = 2


def return_large_buffers() -> None:
    """Have the C library map buffers of photos one by one, so that they can be unmapped.

    Left to itself glibc raises the size from which it does so to that of the first photo let go,
    and keeps all later ones in a heap that never shrinks: over 100 MB at 1080p.
    """
    if sys.platform.startswith("linux"):
        with suppress(OSError, AttributeError):  # Another C library than glibc.
            _library().mallopt(_MMAP_THRESHOLD, LARGE_BYTES)
            _library().mallopt(_ARENA_MAX, ARENAS)


def give_back() -> None:
    """Give back what lies free between pieces that are in use: within a millisecond."""
    if sys.platform.startswith("linux"):
        with suppress(OSError, AttributeError):  # Another C library than glibc.
            _library().malloc_trim(0)


@cache
def _library() -> ctypes.CDLL:
    return ctypes.CDLL(None)
