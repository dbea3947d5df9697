"""A bell under a beam, and two lanterns of cloth."""

from __future__ import annotations

import math

import studio

TITLE = "Bell and lanterns"
ALT = (
    "A plain bronze bell under a timber beam; beside it and behind it, two cloth lanterns "
    "glow in the dark"
)
FOCUS = (0.44, 0.55)
ASPECT = (3, 2)
SAMPLES = 10

BELL = (-0.17, 0.0, 1.47)
BEAM = 2.0

OUTSIDE = [
    (0.196, 0.0),
    (0.214, 0.002),
    (0.217, 0.010),
    (0.212, 0.022),
    (0.200, 0.046),
    (0.184, 0.090),
    (0.170, 0.150),
    (0.160, 0.215),
    (0.154, 0.270),
    (0.146, 0.310),
    (0.130, 0.340),
    (0.100, 0.362),
    (0.060, 0.374),
    (0.0, 0.378),
]
CLAPPER = [
    (0.0, -0.034),
    (0.022, -0.026),
    (0.03, -0.004),
    (0.02, 0.02),
    (0.008, 0.03),
    (0.006, 0.2),
]


def bell() -> None:
    """A bronze bell with two fillets, its clapper on a cord, hung from the beam by an iron."""
    bronze = studio.patinated("bronze", (0.42, 0.27, 0.13), (0.10, 0.085, 0.055), 0.42, 0.27)
    iron = studio.patinated("iron", (0.10, 0.095, 0.09), (0.075, 0.04, 0.022), 0.4, 0.5)
    x, y, z = BELL
    profile = []
    for r, h in studio.smooth_profile(OUTSIDE, 14):
        fillet = sum(math.exp(-(((h - at) / 0.0042) ** 2)) for at in (0.066, 0.078, 0.262, 0.274))
        profile.append((r + 0.0035 * fillet, h))
    inside = [(r * 0.91, h) for r, h in studio.smooth_profile(OUTSIDE, 4) if h < 0.3]
    body = studio.lathe("bell", profile, bronze, 256, crease=70)
    hollow = studio.lathe("hollow", inside, bronze, 128)
    studio.group("whole", body, hollow).location = BELL
    top = z + 0.372
    bow = [math.pi * k / 11 for k in range(12)]
    crown = [(x + 0.036 * math.cos(t), y, top + 0.062 * math.sin(t)) for t in bow]
    feet = [(x + side * 0.036, y, top - 0.02) for side in (1, -1)]
    studio.tube("crown", [feet[0], *crown, feet[1]], 0.0125, bronze)
    circle = [math.tau * k / 24 for k in range(24)]
    ring = [(x, y + 0.034 * math.cos(t), top + 0.085 + 0.045 * math.sin(t)) for t in circle]
    studio.tube("ring", ring, 0.0075, iron, closed=True)
    studio.tube("bolt", [(x, y, top + 0.12), (x, y, BEAM + 0.02)], 0.009, iron)
    studio.cylinder("plate", 0.034, 0.006, (x, y, BEAM - 0.006), iron, edge=0.002)
    ball = studio.lathe("clapper", studio.smooth_profile(CLAPPER, 6), iron, 48)
    ball.location = (x + 0.004, y, z - 0.012)
    hemp = studio.cord("hemp", (0.34, 0.25, 0.15))
    studio.twisted("cord", (x + 0.004, y, z - 0.04), (x + 0.012, y, z - 0.6), 0.0065, hemp)


def lantern(x: float, y: float, z: float, power: float) -> None:
    """Hang a lantern from the beam, or from one out of sight."""
    radius, height = 0.105, 0.27
    studio.cloth_lantern((x, y, z), radius, height, power)
    hemp = studio.cord("lantern cord", (0.22, 0.16, 0.1))
    studio.twisted("cord", (x, y, z + height / 2 + radius * 1.1), (x, y, 2.6), 0.0035, hemp)


def build() -> None:
    """Build the beam, the bell, the lanterns and the dark boards behind."""
    beam = studio.timber("beam", (0.13, 0.08, 0.047), 0, 0.6, 0.45, 16.0)
    boards = studio.timber("boards", (0.06, 0.038, 0.025), 2, 0.6, 0.4, 12.0)
    studio.block("beam", (4.0, 0.16, 0.2), (0.0, 0.0, BEAM + 0.1), beam, 0.012)
    for k in range(16):
        studio.block("board", (0.236, 0.04, 4.0), (-1.9 + 0.24 * k, 2.3, 1.6), boards, 0.006)
    bell()
    lantern(0.27, 0.16, 1.62, 2.4)
    lantern(0.8, 1.2, 1.86, 2.6)
    studio.softbox((-1.5, 0.5, 2.1), (-0.1, 0.0, 1.65), (0.35, 1.4), 16.0, (0.66, 0.8, 1.0))
    studio.softbox((-1.2, -2.6, 2.6), (0.0, 0.0, 1.7), (1.4, 1.4), 12.0, (0.8, 0.88, 1.0))
    studio.plain_sky((0.03, 0.032, 0.038), (0.03, 0.032, 0.04), 0.3)
    studio.bloom(2.5, 0.4, 0.45)
    studio.camera(
        (-0.02, -2.25, 1.5),
        (-0.02, 0.0, 1.5),
        70.0,
        2.8,
        (BELL[0], -0.17, 1.6),
        (0.07, 0.172),
        blades=9,
    )
    studio.film(0.8)
