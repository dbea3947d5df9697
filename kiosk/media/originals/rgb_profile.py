"""Writes colour profiles for three primaries and a curve, by the ICC's specification."""

from __future__ import annotations

import struct
from typing import Literal

Curve = float | Literal["sRGB"]
Point = tuple[float, float]
Primaries = tuple[Point, Point, Point, Point]
"""Chromaticities of red, green, blue and white."""
Row = tuple[float, float, float]
Matrix = tuple[Row, Row, Row]

SRGB_PRIMARIES: Primaries = ((0.64, 0.33), (0.30, 0.60), (0.15, 0.06), (0.3127, 0.3290))
BT_2020_PRIMARIES: Primaries = ((0.708, 0.292), (0.170, 0.797), (0.131, 0.046), (0.3127, 0.3290))
SAMPLES = 4096
D50 = (0.9642, 1.0, 0.8249)
BRADFORD: Matrix = (
    (0.8951, 0.2664, -0.1614),
    (-0.7502, 1.7135, 0.0367),
    (0.0389, -0.0685, 1.0296),
)


def rgb_profile(primaries: Primaries, curve: Curve) -> bytes:
    """A profile of version 2 with the same curve for each channel."""
    matrix = to_d50(primaries)
    table = struct.pack(
        f">4sII{SAMPLES}H",
        b"curv",
        0,
        SAMPLES,
        *(round(65535 * _light(n / (SAMPLES - 1), curve)) for n in range(SAMPLES)),
    )
    tags = [(b"desc", description(b"kiosk"))]
    tags += [(name + b"XYZ", _xyz(_column(matrix, n))) for n, name in enumerate((b"r", b"g", b"b"))]
    return profile_of(tags + [(name + b"TRC", table) for name in (b"r", b"g", b"b")])


def profile_of(tags: list[tuple[bytes, bytes]]) -> bytes:
    """A profile from RGB to XYZ with these tags."""
    tags = [(b"wtpt", _xyz(D50)), *tags]
    start, listed, body = 132 + 12 * len(tags), b"", b""
    for name, data in tags:
        listed += name + struct.pack(">II", start + len(body), len(data))
        body += data + bytes(-len(data) % 4)
    size = start + len(body)
    head = struct.pack(">I4sI4s4s4s", size, bytes(4), 0x02400000, b"mntr", b"RGB ", b"XYZ ")
    head += struct.pack(">6H", 2026, 1, 1, 0, 0, 0) + b"acsp" + bytes(28) + _xyz(D50)[8:]
    return head + bytes(128 - len(head)) + struct.pack(">I", len(tags)) + listed + body


def _light(value: float, curve: Curve) -> float:
    """Light of a channel's value, 0–1."""
    if isinstance(curve, float):
        return float(value**curve)
    return float(value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4)


def to_d50(primaries: Primaries) -> Matrix:
    """RGB to XYZ under D50, in which profiles are written."""
    red, green, blue, white = (_of_point(one) for one in primaries)
    columns = _transposed((red, green, blue))
    shares = times(_inverse(columns), white)
    to_xyz = _transposed(
        (_scaled(red, shares[0]), _scaled(green, shares[1]), _scaled(blue, shares[2]))
    )
    cones, wanted = times(BRADFORD, white), times(BRADFORD, D50)
    gains: Matrix = (
        (wanted[0] / cones[0], 0.0, 0.0),
        (0.0, wanted[1] / cones[1], 0.0),
        (0.0, 0.0, wanted[2] / cones[2]),
    )
    adapted = matrix_product(gains, matrix_product(BRADFORD, to_xyz))
    return matrix_product(_inverse(BRADFORD), adapted)


def from_d50(primaries: Primaries) -> Matrix:
    """XYZ under D50 to RGB."""
    return _inverse(to_d50(primaries))


def _of_point(point: Point) -> Row:
    x, y = point
    return x / y, 1.0, (1 - x - y) / y


def times(matrix: Matrix, vector: Row) -> Row:
    """The product of a matrix and a column."""
    (a, b, c), (d, e, f), (g, h, i) = matrix
    x, y, z = vector
    return a * x + b * y + c * z, d * x + e * y + f * z, g * x + h * y + i * z


def _scaled(row: Row, factor: float) -> Row:
    return row[0] * factor, row[1] * factor, row[2] * factor


def _column(matrix: Matrix, number: int) -> Row:
    return matrix[0][number], matrix[1][number], matrix[2][number]


def _transposed(matrix: Matrix) -> Matrix:
    return _column(matrix, 0), _column(matrix, 1), _column(matrix, 2)


def matrix_product(one: Matrix, other: Matrix) -> Matrix:
    """The matrix that has the effect of `other`, then of `one`."""
    columns = _transposed(other)
    return _transposed((times(one, columns[0]), times(one, columns[1]), times(one, columns[2])))


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


def description(name: bytes) -> bytes:
    """A tag with a profile's name."""
    return b"desc" + bytes(4) + struct.pack(">I", len(name) + 1) + name + bytes(79)
