"""Reads what a screen says about itself: its name and its size.

The format is VESA's Enhanced EDID, A2, section 3: 128 bytes, with the size in centimetres at 21,
and in millimetres in the first detailed timing, at 54.
"""

from __future__ import annotations

import math

from msgspec import Struct

HEADER = bytes.fromhex("00ffffffffffff00")
LENGTH = 128
TIMING, DESCRIPTORS = 54, (54, 72, 90, 108)
NAME = bytes.fromhex("000000fc00")
MM_A_INCH = 25.4


class ScreenSays(Struct, frozen=True):
    name: str
    width_mm: int
    height_mm: int

    @property
    def diagonal_in(self) -> float:
        """0 if the screen does not say how large it is, as projectors do."""
        return math.hypot(self.width_mm, self.height_mm) / MM_A_INCH


def read_edid(data: bytes) -> ScreenSays | None:
    """What the data says; None if it is damaged."""
    if len(data) < LENGTH or data[:8] != HEADER or sum(data[:LENGTH]) % 256:
        return None
    width_mm = data[TIMING + 12] | (data[TIMING + 14] & 0xF0) << 4
    height_mm = data[TIMING + 13] | (data[TIMING + 14] & 0x0F) << 8
    is_timing = data[TIMING : TIMING + 2] != b"\0\0"
    if not (is_timing and width_mm and height_mm):
        width_mm, height_mm = 10 * data[21], 10 * data[22]
    if not (data[21] and data[22]):  # One of both alone is a ratio of the sides, not a size.
        width_mm = height_mm = 0
    texts = (data[at + 5 : at + 18] for at in DESCRIPTORS if data[at : at + 5] == NAME)
    name = next(texts, b"").split(b"\n")[0].decode("ascii", errors="replace").strip()
    return ScreenSays(name, width_mm, height_mm)
