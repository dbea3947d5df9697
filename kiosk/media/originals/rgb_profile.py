"""Writes colour profiles for three primaries and a curve, by the ICC's specification."""

from __future__ import annotations

import struct
from typing import Literal

Curve = float | Literal["sRGB", "PQ", "HLG"]
Point = tuple[float, float]
Primaries = tuple[Point, Point, Point, Point]
"""Chromaticities of red, green, blue and white."""
Row = tuple[float, float, float]
Matrix = tuple[Row, Row, Row]

SRGB_PRIMARIES: Primaries = ((0.64, 0.33), (0.30, 0.60), (0.15, 0.06), (0.3127, 0.3290))
SAMPLES = 4096
WHITE_NITS, PEAK_NITS = 203.0, 1000.0
"""Light of white paper, and of the brightest highlights (ITU-R BT.2408)."""
EXPOSURE, KNEE = 0.585, 0.6
"""Factor that makes room for highlights, and the light from which on they are compressed."""
D50 = (0.9642, 1.0, 0.8249)
BRADFORD: Matrix = (
    (0.8951, 0.2664, -0.1614),
    (-0.7502, 1.7135, 0.0367),
    (0.0389, -0.0685, 1.0296),
)


def rgb_profile(primaries: Primaries, curve: Curve) -> bytes:
    """A profile of version 2. Light brighter than white paper is compressed, as for a screen."""
    matrix = _to_d50(primaries)
    table = struct.pack(
        f">4sII{SAMPLES}H",
        b"curv",
        0,
        SAMPLES,
        *(round(65535 * _light(n / (SAMPLES - 1), curve)) for n in range(SAMPLES)),
    )
    tags = [(b"wtpt", _xyz(D50)), (b"desc", _description(b"kiosk"))]
    tags += [(name + b"XYZ", _xyz(_column(matrix, n))) for n, name in enumerate((b"r", b"g", b"b"))]
    tags += [(name + b"TRC", table) for name in (b"r", b"g", b"b")]
    start, listed, body = 132 + 12 * len(tags), b"", b""
    for name, data in tags:
        listed += name + struct.pack(">II", start + len(body), len(data))
        body += data + bytes(-len(data) % 4)
    size = start + len(body)
    head = struct.pack(">I4sI4s4s4s", size, bytes(4), 0x02400000, b"mntr", b"RGB ", b"XYZ ")
    head += struct.pack(">6H", 2026, 1, 1, 0, 0, 0) + b"acsp" + bytes(28) + _xyz(D50)[8:]
    return head + bytes(128 - len(head)) + struct.pack(">I", len(tags)) + listed + body


def _light(value: float, curve: Curve) -> float:
    """Light of a channel's value, 0–1; 1 is white paper for sRGB and a power."""
    if isinstance(curve, float):
        return float(value**curve)
    if curve == "PQ":
        return _compressed(_pq_nits(value))
    if curve == "HLG":
        return _compressed(_hlg_nits(value))
    return float(value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4)


def _compressed(nits: float) -> float:
    """Tone mapping as in Chromium: all is darker by one factor, and only highlights are bent."""
    light = nits / WHITE_NITS * EXPOSURE
    above = (light - KNEE) / (1 - KNEE)
    return light if above < 0 else KNEE + (1 - KNEE) * above / (1 + above)


def _pq_nits(value: float) -> float:
    """SMPTE ST 2084."""
    power = value ** (1 / 78.84375)
    base = max(power - 0.8359375, 0) / (18.8515625 - 18.6875 * power)
    return float(10_000 * base ** (1 / 0.1593017578125))


def _hlg_nits(value: float) -> float:
    """ARIB STD-B67 on a screen of PEAK_NITS."""
    a, b, c = 0.17883277, 0.28466892, 0.55991073
    scene = value**2 / 3 if value <= 0.5 else (2.718281828459045 ** ((value - c) / a) + b) / 12
    return float(PEAK_NITS * scene**1.2)


def _to_d50(primaries: Primaries) -> Matrix:
    """RGB to XYZ under D50, which profiles are written in."""
    red, green, blue, white = (_of_point(one) for one in primaries)
    columns = _transposed((red, green, blue))
    shares = _times(_inverse(columns), white)
    to_xyz = _transposed(
        (_scaled(red, shares[0]), _scaled(green, shares[1]), _scaled(blue, shares[2]))
    )
    cones, wanted = _times(BRADFORD, white), _times(BRADFORD, D50)
    gains: Matrix = (
        (wanted[0] / cones[0], 0.0, 0.0),
        (0.0, wanted[1] / cones[1], 0.0),
        (0.0, 0.0, wanted[2] / cones[2]),
    )
    return _product(_inverse(BRADFORD), _product(gains, _product(BRADFORD, to_xyz)))


def _of_point(point: Point) -> Row:
    x, y = point
    return x / y, 1.0, (1 - x - y) / y


def _times(matrix: Matrix, vector: Row) -> Row:
    first, second, third = (sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)
    return first, second, third


def _scaled(row: Row, factor: float) -> Row:
    return row[0] * factor, row[1] * factor, row[2] * factor


def _column(matrix: Matrix, number: int) -> Row:
    return matrix[0][number], matrix[1][number], matrix[2][number]


def _transposed(matrix: Matrix) -> Matrix:
    return _column(matrix, 0), _column(matrix, 1), _column(matrix, 2)


def _product(one: Matrix, other: Matrix) -> Matrix:
    columns = _transposed(other)
    return _transposed((_times(one, columns[0]), _times(one, columns[1]), _times(one, columns[2])))


def _inverse(matrix: Matrix) -> Matrix:
    (a, b, c), (d, e, f), (g, h, i) = matrix
    whole = a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g)
    return (
        ((e * i - f * h) / whole, (c * h - b * i) / whole, (b * f - c * e) / whole),
        ((f * g - d * i) / whole, (a * i - c * g) / whole, (c * d - a * f) / whole),
        ((d * h - e * g) / whole, (b * g - a * h) / whole, (a * e - b * d) / whole),
    )


def _xyz(values: Row) -> bytes:
    return b"XYZ " + bytes(4) + struct.pack(">3i", *(round(one * 65536) for one in values))


def _description(name: bytes) -> bytes:
    return b"desc" + bytes(4) + struct.pack(">I", len(name) + 1) + name + bytes(79)
