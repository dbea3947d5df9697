"""Writes colour profiles for PQ and HLG, whose light is brighter than white paper.

Tones are mapped to a screen by SMPTE ST 2094-50's curve for pictures without one of their own.
Browsers do the same. The brightest channel decides by how much all three are darkened, so that
bright colours keep their hue.
"""

from __future__ import annotations

import struct
from itertools import product
from math import log2
from typing import Literal

from kiosk.media.originals.rgb_profile import (
    BT_2020_PRIMARIES,
    Primaries,
    Row,
    description,
    from_d50,
    matrix_product,
    profile_of,
    times,
    to_d50,
)

Curve = Literal["PQ", "HLG"]
WHITE_NITS, PEAK_NITS = 203.0, 1000.0
"""Light of white paper, and of the brightest highlights (ITU-R BT.2408)."""
BEND = 0.65
"""How late the curve for highlights leaves its first direction."""
GRID = 33
"""Samples of each channel."""
ROOT = 3
"""Samples are kept as roots of light, since these lie on straighter lines."""
ROOT_SAMPLES = 4096
LUMA = (0.2627, 0.6780, 0.0593)


def hdr_profile(primaries: Primaries, curve: Curve, peak_nits: float) -> bytes:
    """A profile for pictures whose brightest light is given; 0 if it isn't known."""
    peak = max((peak_nits or PEAK_NITS) / WHITE_NITS, 1.0)
    to_wide = matrix_product(from_d50(BT_2020_PRIMARIES), to_d50(primaries))
    to_xyz = to_d50(BT_2020_PRIMARIES)
    levels = [_light(n / (GRID - 1), curve) for n in range(GRID)]
    samples: list[int] = []
    for red, green, blue in product(levels, repeat=3):
        wide = times(to_wide, _displayed((red, green, blue), curve))
        brightest = max(wide)
        gain = _on_screen(brightest, peak) / brightest if brightest > 0 else 0.0
        x, y, z = times(to_xyz, wide)
        samples.extend((_root(gain * x), _root(gain * y), _root(gain * z)))
    return profile_of([(b"desc", description(b"kiosk")), (b"A2B0", _table(samples))])


def _table(samples: list[int]) -> bytes:
    """A lut16Type: straight curves, the grid, and curves that undo the roots."""
    head = struct.pack(">4sI4B9i", b"mft2", 0, 3, 3, GRID, 0, *_ones())
    powers = [round(65535 * (n / (ROOT_SAMPLES - 1)) ** ROOT) for n in range(ROOT_SAMPLES)]
    numbers = [2, ROOT_SAMPLES, *(0, 65535) * 3, *samples, *powers * 3]
    return head + struct.pack(f">{len(numbers)}H", *numbers)


def _ones() -> tuple[int, ...]:
    return tuple(65536 if n % 4 == 0 else 0 for n in range(9))


def _root(light: float) -> int:
    """How XYZ, in which 1 stands for half the range, is kept."""
    return int(65535 * min(max(light / 2, 0.0), 1.0) ** (1 / ROOT))


def _on_screen(light: float, peak: float) -> float:
    """Light on a screen, 0–1, of light where 1 is white paper."""
    white = 1 - 0.5 * min(log2(peak) / log2(PEAK_NITS / WHITE_NITS), 1)
    if light <= 1:
        return light * white
    if light >= peak:
        return 1.0
    # A quadratic Bézier curve from white paper to the peak.
    middle, level = 1 - BEND + BEND / white, white - BEND * white + BEND
    a, b = 1 - 2 * middle + peak, 2 * (middle - 1)
    at = (light - 1) / b if not a else ((b * b + 4 * a * (light - 1)) ** 0.5 - b) / (2 * a)
    return white + at * (2 * (level - white) + at * (white - 2 * level + 1))


def _light(value: float, curve: Curve) -> float:
    """Light of a channel's value: that of the scene for HLG, that of the screen for PQ."""
    if curve == "PQ":  # SMPTE ST 2084.
        power = value ** (1 / 78.84375)
        base = max(power - 0.8359375, 0) / (18.8515625 - 18.6875 * power)
        return float(10_000 / WHITE_NITS * base ** (1 / 0.1593017578125))
    a, b, c = 0.17883277, 0.28466892, 0.55991073  # ARIB STD-B67.
    return value**2 / 3 if value <= 0.5 else (2.718281828459045 ** ((value - c) / a) + b) / 12


def _displayed(colour: Row, curve: Curve) -> Row:
    """HLG's light of a scene as on a screen of PEAK_NITS; PQ's as it is."""
    if curve == "PQ":
        return colour
    red, green, blue = colour
    luma = LUMA[0] * red + LUMA[1] * green + LUMA[2] * blue
    factor = PEAK_NITS / WHITE_NITS * luma**0.2
    return red * factor, green * factor, blue * factor
