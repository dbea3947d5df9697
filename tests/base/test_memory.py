"""What was let go is the system's again."""

import os
import platform
from pathlib import Path

import pytest

from kiosk.base import memory

MB = 2**20


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="another C library")
def test_holes_between_what_is_kept_are_given_back():
    """Memory that lies free between pieces in use is not held on to."""
    pieces = [bytes(2000) for _ in range(30_000)]
    kept = pieces[::20]
    before = _resident_bytes()
    del pieces

    memory.give_back()

    assert _resident_bytes() < before - 40 * MB
    assert len(kept) == 1500


def _resident_bytes():
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")
