"""An apple on a pile of books beside an open notebook, in side light."""

from __future__ import annotations

import math

import numpy as np
import studio
from apple import apple

TITLE = "Apple, books, notebook"
ALT = (
    "An apple on a pile of five cloth-bound books; beside it an open notebook with blank pages "
    "and a pencil. Daylight falls from a window on the left on a wooden table."
)
FOCUS = (0.23, 0.30)
ASPECT = (3, 2)
SAMPLES = 12


def open_notebook(x: float, y: float, turn: float) -> None:
    """Two blank pages that rise to a fold in the middle, on a dark cover."""
    leaf = studio.paper("notebook page", (0.74, 0.70, 0.61))
    edges = studio.page_edges("notebook leaves")
    cover = studio.plain("notebook cover", (0.022, 0.020, 0.019), 0.5, 0.1, 0.0002)
    half, deep, count = 0.135, 0.205, 40
    parts = [studio.box("cover", (2 * half + 0.012, deep + 0.008, 0.003), surface=cover)]
    for side, thick in ((-1, 0.011), (1, 0.008)):
        u = np.linspace(0.0, 1.0, count)
        # Each page swells near the fold, then runs level to its outer edge.
        top = 0.003 + thick * (1 - np.exp(-u * 16)) * (1 + 0.35 * np.exp(-u * 5.0))
        outline = [(side * half * float(a), float(h)) for a, h in zip(u, top, strict=True)]
        outline += [(side * half, 0.003), (0.0, 0.003)]
        if side > 0:
            outline.reverse()
        block = studio.extrude("pages", outline, deep, edges)
        block.location.y = -deep / 2
        sheet_points = [
            (side * half * float(a), sy * deep / 2, float(h) + 0.0002)
            for a, h in zip(u, top, strict=True)
            for sy in (-1, 1)
        ]
        faces = [(2 * i, 2 * i + 1, 2 * i + 3, 2 * i + 2) for i in range(count - 1)]
        parts += [block, studio.mesh("page", sheet_points, faces, leaf, smooth=True)]
    studio.place(studio.group("notebook", *parts), (x, y, 0.0), (0, 0, turn))


def pencil(x: float, y: float, z: float, turn: float) -> None:
    """A six-sided pencil lying down, point to +X."""
    lacquer = studio.plain("pencil lacquer", (0.19, 0.035, 0.02), 0.28)
    cedar = studio.plain("pencil cedar", (0.50, 0.31, 0.16), 0.75)
    lead = studio.plain("pencil lead", (0.03, 0.03, 0.033), 0.4)
    shaft = studio.lathe("shaft", [(0.0, 0.0), (0.0036, 0.0), (0.0036, 0.125)], lacquer, 6, False)
    cone = studio.lathe("cone", [(0.0036, 0.125), (0.0012, 0.140)], cedar, 24)
    tip = studio.lathe("tip", [(0.0012, 0.140), (0.0003, 0.1445), (0.0, 0.1447)], lead, 24)
    body = studio.group("pencil", shaft, cone, tip)
    studio.place(body, (x, y, z + 0.0033), (0.0, 90.0, turn))


def build() -> None:
    """Build the scene."""
    oak = studio.wood("table oak", (0.25, 0.155, 0.08), (0.105, 0.058, 0.028), 0.36)
    studio.planks("table", (1.8, 1.05, 0.03), 6, oak, centre=(0.0, 0.12))
    pages = studio.page_edges("book pages")
    pile = [
        ((0.245, 0.170, 0.036), (0.055, 0.078, 0.075), 4.0),
        ((0.232, 0.158, 0.027), (0.20, 0.155, 0.095), -5.0),
        ((0.215, 0.150, 0.041), (0.115, 0.022, 0.020), 9.0),
        ((0.205, 0.138, 0.022), (0.30, 0.27, 0.20), -2.0),
        ((0.190, 0.128, 0.030), (0.030, 0.042, 0.075), 14.0),
    ]
    level = 0.0
    for number, (size, colour, turn) in enumerate(pile):
        cover = studio.cloth(f"book cloth {number}", colour, 0.0006)
        at = (-0.115 + 0.006 * math.sin(2.3 * number), 0.02 + 0.004 * (number % 3), level)
        studio.book(f"book {number}", size, cover, pages, at, turn)
        level += size[2]
    apple((-0.125, 0.015, level), turn=38.0, tilt=(0.0, 2.0))
    open_notebook(0.205, -0.005, -14.0)
    pencil(0.246, -0.085, 0.0116, 62.0)

    wall = studio.plaster("wall", (0.27, 0.275, 0.25), 0.0015)
    room = studio.box("wall", (5.0, 0.1, 2.6), (0.0, 1.35, -0.8), wall)
    room.rotation_euler.z = math.radians(-6.0)
    studio.softbox(
        (-1.25, -0.05, 0.78), (0.0, 0.05, 0.08), (0.75, 1.0), 40.0, (1.0, 0.95, 0.88), 1.75
    )
    studio.plain_sky((0.20, 0.20, 0.21), (0.16, 0.17, 0.20), 0.45)
    studio.camera((0.12, -1.0, 0.42), (0.055, 0.0, 0.108), 58.0, 5.6, (-0.125, -0.02, 0.19))
    studio.film(0.0)
