"""Returns freed memory to the system, without delays that a visitor would notice."""

from __future__ import annotations

import ctypes
import sys
from contextlib import suppress
from functools import cache

_TRIM_THRESHOLD = -1
_MMAP_THRESHOLD = -3
_ARENA_MAX = -8
LARGE_BYTES = 4 * 2**20
"""More than a photo's band takes: a new photo's bands get the memory of those just released."""
FREE_BYTES_MAX = 64 * 2**20
"""Free memory that stays until `give_back`: two photos that fill a 4K screen."""
ARENAS = 2


def return_large_buffers() -> None:
    """Make the C library map each large buffer separately, so that it can be unmapped.

    By default, glibc raises the threshold for this to the size of the first freed photo. All later
    photos then go to a heap that never shrinks: over 100 MB at 1080p.

    Smaller buffers are freed to the heap, and stay there until `give_back`. To unmap them at once
    and map the next ones would take as long as filling them.
    """
    if sys.platform.startswith("linux"):
        with suppress(OSError, AttributeError):  # Another C library than glibc.
            _library().mallopt(_MMAP_THRESHOLD, LARGE_BYTES)
            _library().mallopt(_TRIM_THRESHOLD, FREE_BYTES_MAX)
            _library().mallopt(_ARENA_MAX, ARENAS)


def give_back() -> None:
    """Return free memory to the system, also between used pieces; takes a few milliseconds."""
    if sys.platform.startswith("linux"):
        with suppress(OSError, AttributeError):  # Another C library than glibc.
            _library().malloc_trim(0)


@cache
def _library() -> ctypes.CDLL:
    return ctypes.CDLL(None)
