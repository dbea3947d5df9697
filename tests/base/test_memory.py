"""What was let go is the system's again."""

import os
import platform
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.base import memory

MB = 2**20

pytestmark = pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="another C library")


def test_holes_between_what_is_kept_are_given_back():
    """Memory that lies free between pieces in use is not held on to."""
    pieces = [bytes(2000) for _ in range(30_000)]
    kept = pieces[::20]
    before = _resident_bytes()
    del pieces

    memory.give_back()

    assert _resident_bytes() < before - 40 * MB
    assert len(kept) == 1500


def test_whole_photos_go_back_and_their_bands_are_used_again():
    """A photo's pixels leave nothing; and the next photo's bands need no new memory."""
    program = """
import resource
from kiosk.base.memory import return_large_buffers
from tests.base.test_memory import MB, _resident_bytes

def new_mb(work):
    before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
    work()
    faults = resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before
    return faults * resource.getpagesize() // MB

def take_in_photo():
    pixels = b"x" * 32 * MB

def take_in_bands():
    bands = [b"x" * 2 * MB for _ in range(16)]

return_large_buffers()
before = _resident_bytes()
take_in_photo()
take_in_photo()
kept_mb = (_resident_bytes() - before) // MB
take_in_bands()
print(kept_mb, new_mb(take_in_bands))
"""
    command = [sys.executable, "-c", program]
    printed = subprocess.run(command, check=True, capture_output=True, text=True, timeout=60).stdout
    kept_mb, new_mb = map(int, printed.split())

    assert kept_mb <= 2
    assert new_mb <= 2


def _resident_bytes():
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")
