"""Two apples in low sun, the shadow of a window on the wall behind."""

from __future__ import annotations

import studio
from apple import THE_APPLE, Variety, apple

TITLE = "Two apples"
ALT = (
    "Two apples, one streaked red and one green, side by side on a pale ledge; low sun from the "
    "left throws their long shadows and the shadow of a window's bars on the plaster wall."
)
FOCUS = (0.43, 0.62)
ASPECT = (3, 2)
SAMPLES = 12

OTHER = Variety(
    (0.33, 0.38, 0.075), (0.42, 0.24, 0.05), (0.36, 0.10, 0.03), 0.16, 0.97, 1.04, False, 1
)


def build() -> None:
    """Build the scene."""
    ledge = studio.plain("ledge paint", (0.56, 0.52, 0.45), 0.5, 0.06, 0.0003)
    wall = studio.plaster("wall", (0.52, 0.485, 0.42), 0.0022)
    studio.box("ledge", (2.6, 0.42, 0.05), (0.0, 0.06, -0.05), ledge, edge=0.005)
    studio.box("ledge front", (2.6, 0.38, 0.5), (0.0, 0.07, -0.55), wall, edge=0.004)
    studio.box("wall", (5.0, 0.1, 2.4), (0.0, 0.27, -0.6), wall, edge=0.0)
    apple((-0.070, 0.015, 0.0), turn=8.0, tilt=(0.0, 3.0), variety=THE_APPLE)
    apple((0.036, 0.045, 0.0), turn=-50.0, tilt=(3.0, -4.0), variety=OTHER)

    # The window itself stands out of the picture, square to the sun: only its bars and frame
    # cut the light.
    frame = studio.plain("window frame", (0.5, 0.5, 0.5))
    bars = [
        studio.box("below", (3.0, 0.02, 2.0), (0, 0, -2.16), frame, edge=0.0),
        studio.box("above", (3.0, 0.02, 2.0), (0, 0, 0.27), frame, edge=0.0),
        studio.box("left", (2.0, 0.02, 3.0), (-1.27, 0, -1.5), frame, edge=0.0),
        studio.box("right", (2.0, 0.02, 3.0), (1.36, 0, -1.5), frame, edge=0.0),
        studio.box("bar across", (1.0, 0.02, 0.022), (0, 0, 0.145), frame, edge=0.0),
        studio.box("bar upright", (0.022, 0.02, 1.0), (-0.125, 0, -0.5), frame, edge=0.0),
    ]
    azimuth, elevation, away = 232.0, 16.0, 1.3
    x, y, z = studio.toward_sun(azimuth, elevation, away)
    middle = (-0.02 + x, 0.03 + y, 0.05 + z)
    studio.place(studio.group("window", *bars), middle, (-elevation, 0.0, azimuth - 270.0))
    studio.sun(studio.sunlight(azimuth, elevation), 8.0, (1.0, 0.80, 0.56), 0.8)
    studio.plain_sky((0.42, 0.44, 0.48), (0.36, 0.41, 0.50), 0.42)
    studio.camera((0.03, -0.74, 0.175), (0.015, 0.03, 0.075), 58.0, 5.6, (-0.06, -0.02, 0.04))
    studio.film(0.05)
