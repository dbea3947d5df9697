"""An apple on a window sill before a linen curtain."""

from __future__ import annotations

import studio
from apple import apple

TITLE = "Apple on a sill"
ALT = "An apple on a pale window sill, before a drawn curtain that daylight shines through"
FOCUS = (0.41, 0.74)
ASPECT = (2, 3)
SAMPLES = 8
SHARP = (0.12, 0.52, 0.85, 0.93)


def build() -> None:
    """Build the scene."""
    paint = studio.plain("sill paint", (0.62, 0.60, 0.55), 0.38, 0.05, 0.0004)
    studio.box("sill", (2.4, 0.42, 0.035), (0.0, 0.0, -0.035), paint, edge=0.006)
    studio.box("rail", (2.4, 0.05, 0.05), (0.0, 0.235, -0.01), paint, edge=0.005)
    below = studio.uniform("wall", (0.4, 0.385, 0.36), 0.9)
    studio.box("below", (2.4, 0.4, 0.6), (0.0, 0.03, -0.635), below, edge=0.004)
    linen = studio.cloth("linen", (0.60, 0.55, 0.46), 0.0011, translucent=0.7)
    drape = studio.curtain("curtain", 1.5, 1.2, linen, folds=10.0, depth=0.028, seed=4)
    studio.place(drape, (0.05, 0.185, 0.003))
    apple((-0.018, -0.02, 0.0), turn=70.0, tilt=(0.0, 3.0))

    studio.softbox((-0.75, 0.85, 0.75), (0.0, 0.15, 0.25), (0.8, 1.0), 62.0, (0.93, 0.97, 1.0))
    studio.softbox((-0.9, -0.5, 0.6), (0.0, 0.0, 0.04), (0.7, 0.9), 12.0, (1.0, 0.95, 0.88))
    studio.plain_sky((0.2, 0.2, 0.2), (0.2, 0.2, 0.2), 0.45)
    studio.camera((0.02, -0.74, 0.165), (0.0, 0.0, 0.104), 88.0, 5.0, (-0.018, -0.05, 0.04))
    studio.film(0.35)
