"""Glass lamps alight under a plain round arch."""

from __future__ import annotations

import math

import studio

TITLE = "Lamps under an arch"
ALT = (
    "Three small glass oil lamps, alight, on thin chains under one plain round arch; their "
    "warm light lies on worn lime plaster"
)
FOCUS = (0.54, 0.58)
ASPECT = (3, 2)
SAMPLES = 8
SHARP = (0.28, 0.04, 0.82, 0.76)

HALF = 1.0
SPRING = 1.92


def build() -> None:
    """Build the arch, the lamps in it, and the last daylight from the left."""
    front = studio.limewash("front", (0.62, 0.57, 0.49))
    studio.plastered_arch(HALF, SPRING, 0.62, front)
    back = studio.limewash("back", (0.6, 0.555, 0.48), 0.1)
    studio.box("back wall", (8.0, 0.1, 6.0), (0.0, 0.86, 0.0), back, edge=0.0)
    for x, z, turn in ((-0.36, 2.13, 20.0), (0.06, 1.94, 75.0), (0.47, 2.2, 48.0)):
        crown = SPRING + math.sqrt(HALF * HALF - x * x)
        studio.glass_lamp((x, 0.38, z), crown + 0.01, turn, 3.0)
    studio.softbox((-3.4, -1.5, 3.0), (0.3, 0.0, 2.2), (1.2, 2.4), 17.0, (0.66, 0.78, 1.0))
    studio.plain_sky((0.05, 0.06, 0.08), (0.04, 0.05, 0.08), 0.3)
    studio.bloom(3.0, 0.5, 0.45)
    studio.camera((-0.5, -3.55, 1.5), (-0.5, 0.0, 1.5), 60.0, 4.0, (0.0, 0.34, 2.1), (0.2, 0.3))
    studio.film(0.85)
