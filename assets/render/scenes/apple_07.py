"""Two apples in low sun, their shadows on the wall behind."""

from __future__ import annotations

import studio
from apple import THE_APPLE, Variety, apple

TITLE = "Two apples"
ALT = (
    "Two apples, one streaked red and one yellow and green, side by side on a pale ledge; low "
    "sun throws their long shadows on ledge and wall"
)
FOCUS = (0.45, 0.6)
ASPECT = (3, 2)
SAMPLES = 8
SHARP = (0.15, 0.3, 0.78, 0.82)

OTHER = Variety((0.42, 0.43, 0.10), (0.46, 0.16, 0.05), (0.36, 0.07, 0.03), 0.26, 0.95, 1.03, 1)


def build() -> None:
    """Build the scene."""
    ledge = studio.plain("ledge paint", (0.50, 0.465, 0.40), 0.5, 0.05)
    wall = studio.plaster("wall", (0.46, 0.42, 0.355), 0.0014)
    studio.box("ledge", (2.6, 0.42, 0.05), (0.0, 0.06, -0.05), ledge, edge=0.005)
    studio.box("wall", (5.0, 0.1, 2.4), (0.0, 0.25, -0.6), wall, edge=0.0)
    apple((-0.052, 0.0, 0.0), turn=38.0, tilt=(0.0, 3.0), variety=THE_APPLE)
    apple((0.027, 0.026, 0.0), turn=-20.0, tilt=(3.0, -6.0), variety=OTHER)

    # The sun comes through a window that stands out of the picture, square to its light.
    frame = studio.uniform("window frame", (0.5, 0.5, 0.5))
    edges = [
        studio.box("below", (3.0, 0.02, 2.0), (0, 0, -2.16), frame, edge=0.0),
        studio.box("above", (3.0, 0.02, 2.0), (0, 0, 0.12), frame, edge=0.0),
        studio.box("left", (2.0, 0.02, 3.0), (-1.16, 0, -1.5), frame, edge=0.0),
        studio.box("right", (2.0, 0.02, 3.0), (1.21, 0, -1.5), frame, edge=0.0),
    ]
    azimuth, elevation, away = 224.0, 17.0, 1.3
    x, y, z = studio.toward_sun(azimuth, elevation, away)
    middle = (-0.02 + x, 0.03 + y, 0.05 + z)
    studio.place(studio.group("window", *edges), middle, (-elevation, 0.0, azimuth - 270.0))
    studio.sun(studio.sunlight(azimuth, elevation), 7.5, (1.0, 0.78, 0.52), 1.4)
    studio.plain_sky((0.30, 0.34, 0.42), (0.28, 0.33, 0.42), 0.42)
    studio.camera((0.03, -0.74, 0.16), (0.005, 0.02, 0.056), 82.0, 6.3, (-0.05, -0.03, 0.04))
    studio.film(0.1)
