"""An apple alone on a train's fold-down tray, the country going by in the window."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import studio
from apple import apple
from studio import Nodes

TITLE = "Apple on a train"
ALT = (
    "An apple alone on the grey fold-down tray behind a blue train seat; beyond the window on "
    "the left, fields and trees blurred by the motion of the train."
)
FOCUS = (0.66, 0.67)
ASPECT = (2, 3)
SAMPLES = 12


def passing_country(n: Nodes) -> Any:
    """Sky, a line of trees and fields, drawn out along the way by the train's speed."""
    place = n.coordinates((1.0, 1.0, 1.0), vary=False)
    y, z = n.add("SeparateXYZ", {0: place}).outputs[1:3]
    drawn = n.add("CombineXYZ", {0: 0.0, 1: n.math("MULTIPLY", y, 0.16), 2: z}).outputs[0]
    ragged = n.math("MULTIPLY", n.math("SUBTRACT", n.noise(drawn, 1.1, 2.0), 0.5), 1.5)
    height = n.math("ADD", z, ragged)
    bands = n.ramp(
        n.remap(height, -3.0, 3.0),
        [
            (0.0, (0.20, 0.22, 0.075)),
            (0.30, (0.30, 0.31, 0.10)),
            (0.43, (0.17, 0.21, 0.075)),
            (0.50, (0.055, 0.085, 0.045)),
            (0.585, (0.085, 0.12, 0.08)),
            (0.64, (0.66, 0.72, 0.76)),
            (1.0, (0.60, 0.73, 0.90)),
        ],
    )
    streak = n.noise(
        n.add("VectorMath", {0: drawn, 1: (1.0, 1.0, 7.0)}, operation="MULTIPLY").outputs[0],
        1.4,
        3.0,
    )
    colour = n.mix(n.remap(streak, 0.3, 0.7, 0.0, 0.32), bands, (0.06, 0.075, 0.03))
    colour = n.mix(n.remap(z, 0.6, 1.0), colour, bands)
    return n.add("Emission", {"Color": colour, "Strength": 2.6}).outputs[0]


def window_wall() -> None:
    """The carriage side (at X = 0, inward +X) with one round-cornered opening and its pane."""
    lining = studio.plain("carriage lining", (0.46, 0.455, 0.43), 0.55, 0.03, 0.00008)
    rubber = studio.plain("window rubber", (0.018, 0.018, 0.019), 0.6)
    wide, high = 1.16, 0.66
    hole = studio.rounded(wide, high, 0.10, 12)
    # The lining curves inward to the pane, as moulded panels do.
    loops = []
    for grow, inward in (
        (2.2, 0.03),
        (1.06, 0.03),
        (1.025, 0.024),
        (1.005, 0.008),
        (1.0, -0.02),
        (0.995, -0.05),
    ):
        size = np.array([wide, high]) * (grow - 1.0) / 2.0
        loop = hole + np.sign(hole) * (size if grow < 2 else np.array([3.0, 1.3]))
        loops.append([(inward, y, z) for y, z in loop])
    count = len(hole)
    vertices = [v for loop in loops for v in loop]
    faces = [
        (
            i * count + j,
            i * count + (j + 1) % count,
            (i + 1) * count + (j + 1) % count,
            (i + 1) * count + j,
        )
        for i in range(len(loops) - 1)
        for j in range(count)
    ]
    wall = studio.mesh("carriage side", vertices, faces, lining, smooth=True)
    ring = studio.rounded(wide * 0.992, high * 0.992, 0.098, 12)
    seal = studio.tube("seal", [(-0.045, y, z) for y, z in ring], 0.008, rubber, closed=True)
    pane = studio.mesh(
        "pane",
        [(-0.046, sy * 0.58, sz * 0.33) for sy, sz in ((-1, -1), (1, -1), (1, 1), (-1, 1))],
        [(0, 1, 2, 3)],
        studio.window_glass(),
    )
    studio.place(studio.group("window", wall, seal, pane), (-0.335, 0.16, 0.42))


def seat_back() -> None:
    """The seat in front: a padded back whose cloth bulges, on a moulded shell."""
    fabric = studio.cloth("seat cloth", (0.028, 0.048, 0.085), 0.0016)
    shell = studio.plain("seat shell", (0.085, 0.088, 0.092), 0.5, 0.05, 0.0001)
    outline = studio.rounded(0.46, 1.15, 0.09, 10)
    back = studio.extrude("shell", [(x, z) for x, z in outline], 0.07, shell, 0.018)
    pad = studio.extrude("pad", [(x * 0.9, z * 0.93) for x, z in outline], 0.03, fabric, 0.012)
    pad.location.y = -0.016
    seam = studio.tube(
        "piping", [(x * 0.905, -0.013, z * 0.935) for x, z in outline], 0.0028, shell, closed=True
    )
    pocket = studio.extrude(
        "pocket", [(x * 0.80, z * 0.20 - 0.34) for x, z in outline], 0.012, shell, 0.005
    )
    pocket.location.y = -0.03
    seat = studio.group("seat", back, pad, seam, pocket)
    studio.place(seat, (0.045, 0.335, 0.30), (-9.0, 0.0, 0.0))


def tray() -> None:
    """The fold-down tray: a shallow rim, rounded corners and two arms to the seat."""
    plastic = studio.plain("tray plastic", (0.40, 0.40, 0.385), 0.38, 0.04, 0.00012)
    arm = studio.metal("tray arm", (0.30, 0.30, 0.30), 0.35)
    wide, deep, radius = 0.42, 0.27, 0.035
    heights = [
        (1.0, -0.014, 0.0),
        (1.0, 0.001, 0.0),
        (1.0, 0.0035, 0.0025),
        (1.0, 0.0035, 0.0075),
        (1.0, 0.0005, 0.0105),
        (1.0, 0.0, 0.013),
    ]
    loops = []
    for _, z, inset in heights:
        loop = studio.rounded(wide - 2 * inset, deep - 2 * inset, radius - inset * 0.6, 10)
        loops.append([(x, y, z) for x, y in loop])
    count = len(loops[0])
    vertices = [v for loop in loops for v in loop]
    faces: list[tuple[int, ...]] = [
        (
            i * count + j,
            i * count + (j + 1) % count,
            (i + 1) * count + (j + 1) % count,
            (i + 1) * count + j,
        )
        for i in range(len(loops) - 1)
        for j in range(count)
    ]
    last = (len(loops) - 1) * count
    faces += [tuple(range(last, last + count)), tuple(range(count - 1, -1, -1))]
    slab = studio.mesh("tray", vertices, faces, plastic, smooth=True)
    split = slab.modifiers.new("split", "EDGE_SPLIT")
    split.split_angle = math.radians(55.0)
    arms = [
        studio.tube(
            "arm",
            [(sx * 0.196, 0.10, -0.010), (sx * 0.196, 0.20, -0.012), (sx * 0.196, 0.27, -0.03)],
            0.006,
            arm,
        )
        for sx in (-1, 1)
    ]
    studio.place(studio.group("tray", slab, *arms), (0.045, 0.085, 0.0))


def build() -> None:
    """Build the scene."""
    carpet = studio.cloth("carpet", (0.030, 0.031, 0.034), 0.004)
    studio.box("floor", (3.0, 4.0, 0.05), (1.15, 0.8, -0.47), carpet, edge=0.0)
    studio.box("seat base", (0.44, 0.40, 0.30), (0.045, 0.58, -0.42), carpet, edge=0.03)
    tray()
    seat_back()
    window_wall()
    apple((0.055, 0.075, 0.0), turn=-28.0, tilt=(0.0, 2.0))
    view = studio.material("passing country", passing_country)
    corners = [(-7.0, y, z) for y, z in ((-6, -4), (30, -4), (30, 6), (-6, 6))]
    country = studio.mesh("country", corners, [(0, 1, 2, 3)], view)
    # The picture of the country must not stand in the way of the sun.
    country.visible_shadow = False
    studio.sun(studio.sunlight(172.0, 27.0), 4.5, (1.0, 0.84, 0.64), 1.2)
    studio.softbox((-0.62, 0.12, 0.62), (0.05, 0.08, 0.0), (1.0, 0.7), 13.0, (0.97, 0.98, 1.0))
    studio.plain_sky((0.30, 0.29, 0.28), (0.30, 0.30, 0.31), 0.6)
    studio.camera((0.25, -0.68, 0.43), (-0.045, 0.10, 0.165), 38.0, 3.2, (0.055, 0.045, 0.035))
    studio.film(0.35)
