"""An apple on linen, seen from near and from above."""

from __future__ import annotations

import numpy as np
import studio
from apple import apple

TITLE = "Apple on linen"
ALT = "An apple on creased grey linen, seen from near and from above, in soft light from the left"
FOCUS = (0.56, 0.47)
ASPECT = (3, 2)
SAMPLES = 8
SHARP = (0.28, 0.05, 0.95, 0.9)


def creased(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Cloth that was folded and shaken out: long folds, flatter where the apple weighs on it."""
    bend = 0.05 * (studio.fractal(x * 5, y * 5, 3, 4) - 0.5)
    height = np.zeros_like(x)
    for angle, offset, width, rise in (
        (0.55, 0.115, 0.016, 0.013),
        (0.9, -0.10, 0.02, 0.012),
        (2.5, 0.14, 0.018, 0.011),
        (0.35, 0.24, 0.03, 0.022),
        (2.2, -0.17, 0.02, 0.014),
        (1.4, 0.2, 0.014, 0.009),
        (0.1, -0.16, 0.02, 0.012),
    ):
        across = x * np.sin(angle) - y * np.cos(angle) - offset + bend
        fade = studio.fractal(x * 3.5 + angle * 9, y * 3.5, 2, 7)
        height += rise * np.exp(-((across / width) ** 2)) * np.clip(fade * 2.4 - 0.6, 0.0, 1.2)
    height += 0.007 * (studio.fractal(x * 13, y * 13, 4, 11) - 0.5)
    near = np.clip((np.hypot(x, y) - 0.02) / 0.07, 0.0, 1.0)
    return height * near * near * (3 - 2 * near)


def build() -> None:
    """Build the scene."""
    linen = studio.cloth("linen", (0.38, 0.37, 0.345), 0.0009)
    studio.grid("cloth", (1.5, 1.3), (500, 430), creased, linen, (0.0, 0.15))
    apple((0.0, 0.0, 0.0), turn=52.0, tilt=(-4.0, 6.0))

    studio.softbox((-0.62, 0.30, 0.30), (0.0, 0.0, 0.02), (0.34, 0.44), 8.0, (1.0, 0.97, 0.93), 2.2)
    studio.softbox((0.7, -0.4, 0.6), (0.0, 0.0, 0.03), (0.7, 0.7), 0.8, (0.9, 0.95, 1.0))
    studio.plain_sky((0.16, 0.17, 0.19), (0.16, 0.17, 0.19), 0.35)
    studio.camera((-0.01, -0.29, 0.275), (-0.011, 0.006, 0.03), 72.0, 7.0, (0.0, -0.014, 0.06))
    studio.film(0.1)
