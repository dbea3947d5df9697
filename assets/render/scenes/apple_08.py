"""A family of apples on a table in window light."""

from __future__ import annotations

import studio
from apple import THE_APPLE, Variety, apple

TITLE = "Family of apples"
ALT = (
    "Seven apples of different sizes and colours, red, striped, yellow and green, stand together "
    "on a wooden table in soft light from a window on the left."
)
FOCUS = (0.45, 0.56)
ASPECT = (3, 2)
SAMPLES = 12

GREEN = Variety(
    (0.30, 0.36, 0.06), (0.36, 0.20, 0.05), (0.30, 0.10, 0.04), 0.10, 1.06, 1.03, False, 1
)
STRIPED = Variety(blush=0.44, scale=0.93, tall=0.95, dent=False, seed=2)
GOLD = Variety(
    (0.56, 0.43, 0.085), (0.50, 0.17, 0.035), (0.40, 0.07, 0.02), 0.26, 0.90, 1.06, False, 3
)
DARK = Variety(
    (0.30, 0.17, 0.045), (0.23, 0.012, 0.016), (0.095, 0.004, 0.010), 0.86, 1.08, 1.02, False, 4
)
SMALL = Variety(
    (0.42, 0.40, 0.09), (0.38, 0.05, 0.025), (0.20, 0.01, 0.01), 0.52, 0.74, 0.93, False, 5
)
SMALLEST = Variety(
    (0.36, 0.40, 0.08), (0.40, 0.12, 0.03), (0.30, 0.04, 0.02), 0.30, 0.66, 0.98, False, 6
)


def build() -> None:
    """Build the scene."""
    walnut = studio.wood("walnut", (0.155, 0.088, 0.047), (0.055, 0.028, 0.015), 0.33)
    studio.planks("table", (2.2, 0.9, 0.035), 5, walnut, centre=(0.0, 0.1))
    for variety, x, y, turn, tilt in (
        (DARK, -0.150, 0.060, -30.0, (0.0, 0.0)),
        (GREEN, -0.058, 0.082, 20.0, (2.0, 0.0)),
        (THE_APPLE, -0.082, -0.022, 52.0, (0.0, 2.0)),
        (STRIPED, 0.052, 0.040, -30.0, (0.0, -3.0)),
        (GOLD, 0.136, 0.060, 10.0, (-3.0, 0.0)),
        (SMALL, 0.012, -0.052, 65.0, (0.0, 4.0)),
        (SMALLEST, 0.192, -0.028, 100.0, (62.0, 38.0)),
    ):
        apple((x, y, 0.0), turn, tilt, variety)

    wall = studio.plaster("wall", (0.135, 0.14, 0.125), 0.0015)
    studio.box("wall", (5.0, 0.1, 2.6), (0.0, 0.95, -0.8), wall)
    studio.softbox(
        (-1.05, -0.05, 0.62), (0.0, 0.02, 0.03), (0.7, 0.9), 36.0, (1.0, 0.96, 0.9), 1.75
    )
    studio.softbox((1.3, -0.6, 0.5), (0.0, 0.0, 0.03), (0.8, 0.8), 3.0, (1.0, 0.92, 0.82))
    studio.plain_sky((0.16, 0.16, 0.17), (0.12, 0.13, 0.15), 0.35)
    studio.camera((0.06, -0.76, 0.225), (0.025, 0.0, 0.058), 62.0, 6.3, (-0.02, -0.05, 0.04))
    studio.film(-0.3)
