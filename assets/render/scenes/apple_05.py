"""An apple on a workbench among a plane, a clamp and shavings."""

from __future__ import annotations

import math

import numpy as np
import studio
from apple import apple

TITLE = "Apple on a workbench"
ALT = (
    "An apple on a worn wooden workbench, beside a wooden hand plane, an iron clamp and curled "
    "wood shavings; light falls from a window on the left into a dim workshop."
)
FOCUS = (0.30, 0.59)
ASPECT = (3, 2)
SAMPLES = 12


def shaving(
    x: float,
    y: float,
    z: float,
    turns: float,
    radius: float,
    width: float,
    turn: float,
    seed: int,
    surface: object,
) -> None:
    """A curled ribbon of wood lying on its side, its coil opening outward."""
    rng = np.random.default_rng(seed)
    count = int(26 * turns) + 12
    t = np.linspace(0.0, turns * 2 * math.pi, count)
    r = radius * (0.45 + 0.55 * t / t[-1]) * (1 + 0.05 * np.sin(t * 1.3 + seed))
    drift = np.linspace(-0.5, 0.5, count) * width * rng.uniform(0.5, 1.4)
    angle = t + math.pi * 1.5 - t[-1]
    vertices = []
    for a, rr, d in zip(angle, r, drift, strict=True):
        for side in (-0.5, 0.5):
            vertices.append((rr * math.cos(a), d + side * width, rr * math.sin(a)))
    low = min(v[2] for v in vertices)
    vertices = [(a, b, c - low) for a, b, c in vertices]
    faces = [(2 * i, 2 * i + 1, 2 * i + 3, 2 * i + 2) for i in range(count - 1)]
    ribbon = studio.mesh("shaving", vertices, faces, surface, smooth=True)
    thick = ribbon.modifiers.new("thickness", "SOLIDIFY")
    thick.thickness = 0.0004
    studio.place(ribbon, (x, y, z + 0.0003), (0, 0, turn))


def plane() -> None:
    """A wooden smoothing plane: beech block, wedge, iron, rounded tote behind."""
    beech = studio.wood("beech", (0.36, 0.205, 0.095), (0.19, 0.095, 0.042), 0.38, 0.8)
    steel = studio.metal("plane iron", (0.36, 0.36, 0.35), 0.32, 0.6, 0.5)
    # Side outline with the throat cut away, toe toward +X.
    cheek = [
        (-0.115, 0.0),
        (0.115, 0.0),
        (0.115, 0.050),
        (0.107, 0.060),
        (-0.105, 0.060),
        (-0.115, 0.050),
    ]
    core = [(-0.1145, 0.0), (0.018, 0.0), (-0.032, 0.0595), (-0.105, 0.0595), (-0.1145, 0.0495)]
    toe = [(0.024, 0.0), (0.1145, 0.0), (0.1145, 0.0495), (0.107, 0.0595), (0.045, 0.0595)]
    parts = []
    for y, outline, depth in (
        (-0.032, cheek, 0.008),
        (0.024, cheek, 0.008),
        (-0.0245, core, 0.049),
        (-0.0245, toe, 0.049),
    ):
        part = studio.extrude("block", outline, depth, beech, 0.0022)
        part.location.y = y
        parts.append(part)
    lean = 40.0
    a = math.radians(lean)
    # The iron lies on the bed, which rises toward the heel; the wedge lies on the iron.
    iron = studio.box("iron", (0.004, 0.044, 0.135), (0.0165, 0, 0.003), steel, edge=0.0006)
    iron.rotation_euler.y = -a
    wedge = studio.extrude(
        "wedge",
        [(0.0, 0.0), (0.0035, 0.0), (0.0145, 0.10), (0.011, 0.110), (0.0, 0.110)],
        0.044,
        beech,
        0.0015,
    )
    wedge.location = (0.0165 + 0.0025, -0.022, 0.013)
    wedge.rotation_euler.y = -a
    tote = studio.extrude(
        "tote",
        [
            (-0.100, 0.058),
            (-0.058, 0.058),
            (-0.062, 0.070),
            (-0.066, 0.085),
            (-0.064, 0.100),
            (-0.070, 0.110),
            (-0.086, 0.112),
            (-0.097, 0.106),
            (-0.090, 0.095),
            (-0.088, 0.082),
            (-0.094, 0.070),
        ],
        0.022,
        beech,
        0.006,
    )
    tote.location.y = -0.011
    parts += [iron, wedge, tote]
    studio.place(studio.group("plane", *parts), (0.165, 0.115, 0.0), (0, 0, -24.0))


def clamp() -> None:
    """A bar clamp lying on its side: flat bar, fixed jaw, sliding jaw with screw and handle."""
    iron = studio.metal("clamp iron", (0.12, 0.12, 0.125), 0.45, 0.0, 0.6)
    bright = studio.metal("clamp screw", (0.45, 0.44, 0.42), 0.28)
    ash = studio.wood("clamp handle", (0.42, 0.24, 0.11), (0.24, 0.12, 0.05), 0.35, 1.0, 0)
    flat = 0.0286
    jaw = [
        (0.0, -0.012),
        (0.026, -0.012),
        (0.024, 0.06),
        (0.020, 0.098),
        (0.002, 0.102),
        (-0.004, 0.086),
        (0.003, 0.06),
    ]
    slide = [(0.012 - x, z) for x, z in reversed(jaw)]
    parts = [studio.box("bar", (0.46, 0.007, 0.022), (0.20, 0, -0.011), bright, edge=0.0012)]
    for name, outline, at in (("fixed jaw", jaw, -0.028), ("sliding jaw", slide, 0.275)):
        part = studio.extrude(name, outline, flat, iron, 0.003)
        part.location = (at, -flat / 2, 0.0)
        parts.append(part)
    screw = studio.cylinder("screw", 0.0055, 0.17, (0.235, 0, 0.088), bright, (0, 90, 0))
    pad = studio.cylinder("pad", 0.013, 0.009, (0.228, 0, 0.088), iron, (0, 90, 0), 0.002)
    grip = studio.lathe(
        "grip",
        [
            (0.0, 0.0),
            (0.009, 0.0),
            (0.0135, 0.010),
            (0.0145, 0.05),
            (0.0115, 0.085),
            (0.013, 0.100),
            (0.009, 0.108),
            (0.0, 0.109),
        ],
        ash,
        48,
    )
    studio.place(grip, (0.395, 0, 0.088), (0, 90, 0))
    # Lying on its side: the outline's plane becomes the bench top.
    studio.place(
        studio.group("clamp", *parts, screw, pad, grip), (-0.46, 0.245, 0.0147), (-90, 0, 4.0)
    )


def workshop() -> None:
    """The dim room behind: boards of a wall, a shelf with plain blocks and jars."""
    boards = studio.wood("wall boards", (0.15, 0.105, 0.07), (0.07, 0.045, 0.028), 0.7, 0.6, 2)
    pine = studio.wood("shelf", (0.30, 0.19, 0.10), (0.17, 0.10, 0.05), 0.6, 0.7)
    tin = studio.metal("tin", (0.40, 0.39, 0.36), 0.4)
    steel = studio.metal("saw blade", (0.42, 0.42, 0.41), 0.3)
    for k in range(18):
        studio.box("board", (0.176, 0.03, 2.4), (-1.53 + 0.18 * k, 1.30, -0.9), boards, edge=0.004)
    studio.box("shelf", (1.9, 0.17, 0.028), (0.10, 1.195, 0.315), pine, edge=0.003)
    for x, r, h in ((-0.46, 0.045, 0.11), (-0.33, 0.038, 0.15), (0.50, 0.05, 0.10)):
        studio.cylinder("tin", r, h, (x, 1.19, 0.343), tin, edge=0.003)
    for x, size in (
        (0.02, (0.20, 0.09, 0.06)),
        (0.26, (0.12, 0.10, 0.11)),
        (0.75, (0.24, 0.10, 0.07)),
    ):
        studio.box("block", size, (x, 1.19, 0.343), pine, edge=0.003)
    for k, x in enumerate((-0.62, -0.50, -0.40, -0.31)):
        long = 0.20 - 0.025 * k
        studio.box(
            "chisel blade", (0.016, 0.004, long * 0.5), (x, 1.272, 0.235 - long), steel, edge=0.001
        )
        studio.place(
            studio.lathe(
                "chisel handle",
                [
                    (0.0, 0.0),
                    (0.008, 0.0),
                    (0.013, 0.03),
                    (0.012, 0.08),
                    (0.006, 0.092),
                    (0.0, 0.092),
                ],
                pine,
                32,
            ),
            (x, 1.272, 0.235 - long * 0.5),
        )
    studio.box("rail", (0.55, 0.02, 0.02), (-0.45, 1.26, 0.205), pine, edge=0.003)


def build() -> None:
    """Build the scene."""
    bench = studio.wood("bench", (0.27, 0.175, 0.095), (0.125, 0.075, 0.038), 0.5, 0.8, 0, 0.5)
    studio.planks("bench", (2.4, 0.80, 0.06), 4, bench, centre=(0.0, 0.12), gap=0.002, edge=0.003)
    apple((-0.075, -0.005, 0.0), turn=14.0, tilt=(0.0, 2.0))
    plane()
    clamp()
    curl = studio.plain("shaving", (0.50, 0.335, 0.18), 0.6, 0.2, 0.0001)
    for number, (x, y, turns, radius, width, turn) in enumerate(
        (
            (0.085, 0.000, 1.7, 0.015, 0.024, 25.0),
            (0.150, -0.050, 2.2, 0.012, 0.022, -40.0),
            (0.235, -0.020, 1.2, 0.018, 0.026, 70.0),
            (0.020, -0.105, 1.5, 0.010, 0.018, 100.0),
            (0.290, 0.045, 1.9, 0.013, 0.024, 10.0),
            (-0.205, -0.070, 1.4, 0.012, 0.020, -15.0),
            (0.195, -0.115, 1.1, 0.013, 0.022, 150.0),
            (0.262, -0.088, 1.6, 0.011, 0.020, 55.0),
            (0.100, 0.230, 1.8, 0.015, 0.026, 30.0),
        )
    ):
        shaving(x, y, 0.0, turns, radius, width, turn, number, curl)
    workshop()
    studio.softbox((-1.3, 0.25, 0.80), (0.0, 0.08, 0.0), (0.8, 0.9), 40.0, (1.0, 0.94, 0.85), 2.0)
    studio.plain_sky((0.15, 0.15, 0.16), (0.13, 0.14, 0.16), 0.45)
    studio.camera((0.10, -0.80, 0.29), (0.045, 0.05, 0.062), 50.0, 4.0, (-0.075, -0.035, 0.04))
    studio.film(0.35)
