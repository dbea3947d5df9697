"""Random relief for geometry: smooth noise over the plane, and layers of it."""

from __future__ import annotations

import numpy as np


def value_noise(x: np.ndarray, y: np.ndarray, seed: int = 0) -> np.ndarray:
    """Smooth random values 0..1 over the plane, one cell per unit."""
    xi, yi = np.floor(x).astype(np.int64), np.floor(y).astype(np.int64)
    fx, fy = x - xi, y - yi
    fx, fy = (f * f * f * (f * (f * 6 - 15) + 10) for f in (fx, fy))

    def corner(dx: int, dy: int) -> np.ndarray:
        key = ((xi + dx) * 374761393 + (yi + dy) * 668265263 + seed * 1442695041) & 0xFFFFFFFF
        key = ((key ^ (key >> 13)) * 1274126177) & 0xFFFFFFFF
        return ((key ^ (key >> 16)) & 0xFFFF) / 65535.0

    top = corner(0, 0) * (1 - fx) + corner(1, 0) * fx
    bottom = corner(0, 1) * (1 - fx) + corner(1, 1) * fx
    return top * (1 - fy) + bottom * fy


def fractal(
    x: np.ndarray, y: np.ndarray, octaves: int = 5, seed: int = 0, ridged: bool = False
) -> np.ndarray:
    """Layered noise about 0..1; `ridged` folds it into crests, as mountains have."""
    total = np.zeros_like(np.asarray(x, dtype=float))
    weight = 0.0
    for octave in range(octaves):
        amplitude = 0.5**octave
        layer = value_noise(x * 2**octave, y * 2**octave, seed + 17 * octave)
        if ridged:
            layer = 1.0 - np.abs(2.0 * layer - 1.0)
        total += amplitude * layer
        weight += amplitude
    return total / weight
