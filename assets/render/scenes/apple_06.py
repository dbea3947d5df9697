"""An apple in low evening light, its shadow long."""

from __future__ import annotations

import studio
from apple import apple

TITLE = "Apple, evening"
ALT = "An apple on a pale surface in low, warm sun; its long shadow falls toward the viewer"
FOCUS = (0.62, 0.33)
ASPECT = (2, 3)
SAMPLES = 8
SHARP = (0.3, 0.27, 0.9, 0.6)


def build() -> None:
    """Build the scene."""
    slab = studio.plaster("slab", (0.36, 0.32, 0.27), 0.0012)
    studio.box("slab", (1.6, 0.95, 0.05), (0.0, -0.10, -0.05), slab, edge=0.006)
    floor = studio.uniform("floor", (0.035, 0.03, 0.027), 0.8)
    studio.box("floor", (9.0, 9.0, 0.1), (0.0, 2.0, -0.9), floor)
    apple((0.03, 0.02, 0.0), turn=-20.0, tilt=(0.0, -5.0))

    # The sun comes through a window that stands out of the picture.
    azimuth, elevation, away = 62.0, 13.0, 1.6
    shut = studio.plain("shutter", (0.1, 0.1, 0.1))
    edges = [
        studio.box("below", (4.0, 0.02, 2.0), (0, 0, -2.10), shut, edge=0.0),
        studio.box("above", (4.0, 0.02, 2.0), (0, 0, 0.13), shut, edge=0.0),
        studio.box("left", (2.0, 0.02, 3.0), (-1.17, 0, -1.5), shut, edge=0.0),
        studio.box("right", (2.0, 0.02, 3.0), (1.20, 0, -1.5), shut, edge=0.0),
    ]
    x, y, z = studio.toward_sun(azimuth, elevation, away)
    window = studio.group("window", *edges)
    studio.place(window, (x + 0.03, y + 0.02, z + 0.03), (-elevation, 0.0, azimuth - 270.0))
    studio.sun(studio.sunlight(azimuth, elevation), 13.0, (1.0, 0.66, 0.36), 1.0)
    studio.softbox((-0.9, -0.2, 0.7), (0.0, 0.0, 0.03), (0.8, 0.8), 4.5, (0.8, 0.86, 1.0))
    studio.plain_sky((0.10, 0.115, 0.15), (0.10, 0.12, 0.17), 0.7)
    studio.camera((-0.03, -0.80, 0.44), (-0.012, -0.075, 0.0), 68.0, 6.3, (0.03, -0.01, 0.045))
    studio.film(0.1)
