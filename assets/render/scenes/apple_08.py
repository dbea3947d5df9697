"""A family of apples on a table in window light."""

from __future__ import annotations

import studio
from apple import THE_APPLE, Variety, apple

TITLE = "Family of apples"
ALT = (
    "Seven apples of different sizes and colours, red, striped, yellow and green, together on "
    "a dark wooden table in soft light from the left"
)
FOCUS = (0.46, 0.58)
ASPECT = (3, 2)
SAMPLES = 8
SHARP = (0.02, 0.25, 0.98, 0.92)

GREEN = Variety((0.30, 0.36, 0.06), (0.36, 0.20, 0.05), (0.30, 0.10, 0.04), 0.10, 1.06, 1.03, 1)
STRIPED = Variety(blush=0.44, scale=0.93, tall=0.95, seed=2)
GOLD = Variety((0.56, 0.43, 0.085), (0.50, 0.17, 0.035), (0.40, 0.07, 0.02), 0.26, 0.90, 1.06, 3)
DARK = Variety(
    (0.30, 0.17, 0.045), (0.23, 0.012, 0.016), (0.095, 0.004, 0.010), 0.86, 1.08, 1.02, 4
)
SMALL = Variety((0.42, 0.40, 0.09), (0.38, 0.05, 0.025), (0.20, 0.01, 0.01), 0.52, 0.74, 0.93, 5)
SMALLEST = Variety((0.36, 0.40, 0.08), (0.40, 0.12, 0.03), (0.30, 0.04, 0.02), 0.30, 0.66, 0.98, 6)


def build() -> None:
    """Build the scene."""
    walnut = studio.board("table", (0.135, 0.078, 0.044), (0.055, 0.029, 0.016), 0.4)
    studio.planks("table", (2.4, 1.2, 0.035), 7, walnut, centre=(0.0, 0.16), gap=0.0016, edge=0.002)
    for variety, x, y, turn, tilt in (
        (DARK, -0.118, 0.066, -30.0, (0.0, 2.0)),
        (GREEN, -0.030, 0.088, 20.0, (2.0, 0.0)),
        (THE_APPLE, -0.056, 0.004, 62.0, (0.0, -3.0)),
        (STRIPED, 0.052, 0.052, -30.0, (0.0, -3.0)),
        (GOLD, 0.128, 0.072, 10.0, (-3.0, 0.0)),
        (SMALL, 0.010, -0.022, 65.0, (0.0, 4.0)),
        (SMALLEST, 0.100, -0.012, 100.0, (62.0, 38.0)),
    ):
        apple((x, y, 0.0), turn, tilt, variety)

    wall = studio.uniform("wall", (0.07, 0.072, 0.068), 0.9)
    studio.box("wall", (6.0, 0.1, 3.0), (0.0, 1.5, -0.8), wall)
    for x, y in ((-0.96, 0.10), (-0.72, 0.58)):
        studio.softbox((x, y, 0.58), (0.0, 0.03, 0.03), (0.4, 0.66), 13.0, (1.0, 0.965, 0.91), 2.2)
    studio.softbox((1.2, -0.7, 0.5), (0.0, 0.0, 0.03), (0.9, 0.9), 1.4, (1.0, 0.9, 0.8))
    studio.plain_sky((0.1, 0.105, 0.115), (0.1, 0.11, 0.125), 0.3)
    studio.camera((0.04, -0.76, 0.27), (0.003, 0.03, 0.028), 80.0, 8.0, (-0.03, -0.02, 0.04))
    studio.film(0.1)
