"""An apple on a wooden table in window light."""

from __future__ import annotations

import studio
from apple import apple

TITLE = "Apple on a table"
ALT = (
    "An apple streaked red and yellow on a wooden table, in soft light from the left; behind "
    "it, a dark wall"
)
FOCUS = (0.31, 0.56)
ASPECT = (3, 2)
SAMPLES = 8
SHARP = (0.13, 0.26, 0.62, 0.88)


def build() -> None:
    """Build the scene."""
    oak = studio.board("table", (0.2, 0.115, 0.06), (0.095, 0.05, 0.025), 0.42)
    studio.planks("table", (2.4, 1.1, 0.035), 7, oak, centre=(0.0, 0.12), gap=0.0016, edge=0.002)
    apple((-0.045, 0.0, 0.0), turn=62.0, tilt=(2.0, -4.0))

    wall = studio.uniform("wall", (0.085, 0.088, 0.084), 0.9)
    studio.box("wall", (6.0, 0.1, 3.0), (0.0, 1.5, -0.8), wall)
    # A window of two panes: what the skin mirrors.
    for x, y in ((-0.86, 0.06), (-0.66, 0.52)):
        studio.softbox((x, y, 0.52), (-0.04, 0.0, 0.03), (0.36, 0.62), 9.5, (1.0, 0.965, 0.91), 2.2)
    studio.softbox((-1.5, 0.5, 1.1), (0.2, 1.5, 0.5), (0.5, 0.7), 10.0, (0.96, 0.97, 1.0), 1.5)
    studio.softbox((1.1, -0.7, 0.5), (0.0, 0.0, 0.03), (0.9, 0.9), 0.9, (1.0, 0.9, 0.8))
    studio.plain_sky((0.1, 0.105, 0.115), (0.1, 0.11, 0.125), 0.3)
    studio.camera((0.035, -0.62, 0.165), (0.005, 0.0, 0.052), 86.0, 5.0, (-0.045, -0.03, 0.04))
    studio.film(0.1)
