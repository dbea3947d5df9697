"""A mosque's arcade: pointed arches, hanging glass lamps and the low sun on a stone floor."""

from __future__ import annotations

import math
from typing import Any

import bpy
import studio

TITLE = "The Arcade before Noon"
ALT = (
    "A mosque's arcade seen along its length: stone columns carry pointed arches, glass lamps "
    "hang in a row, and the sun from the court lays the shape of each arch across the floor."
)
FOCUS = (0.56, 0.55)
ASPECT = (3, 2)
SAMPLES = 8

BAY = 4.2
BAYS = 9
HALF = 2.3
SPRING = 3.25
SPAN = 1.68
CEILING = 6.3
# The wall behind the arch stones stands back a little, so that no two faces coincide.
GAP = 0.05
SAND = (0.62, 0.49, 0.35)


def column() -> bpy.types.Object:
    """Return a marble column with a moulded base and a plain bell capital, 3.2 m high."""
    marble = studio.masonry("marble", (0.56, 0.5, 0.44), None, 0, 0.34, 0.16, polish=0.15)
    profile = [
        (0.0, 0.22),
        (0.36, 0.22),
        (0.37, 0.25),
        (0.37, 0.3),
        (0.33, 0.34),
        (0.32, 0.37),
        (0.345, 0.41),
        (0.33, 0.46),
        (0.275, 0.49),
        (0.27, 0.53),
        (0.262, 1.4),
        (0.24, 2.5),
        (0.245, 2.54),
        (0.275, 2.56),
        (0.275, 2.6),
        (0.245, 2.62),
        (0.25, 2.7),
        (0.285, 2.82),
        (0.345, 2.93),
        (0.37, 2.97),
        (0.37, 3.0),
    ]
    return studio.lathe("column", profile, marble, 56, crease=32)


def lamp() -> bpy.types.Object:
    """Return a blown glass lamp with flared neck, round body and foot, lit from within."""
    glass = studio.material("lamp glass", _lamp_glass)
    profile = studio.smooth_profile(
        [
            (0.07, -0.24),
            (0.085, -0.235),
            (0.05, -0.19),
            (0.06, -0.15),
            (0.15, -0.06),
            (0.165, 0.0),
            (0.14, 0.07),
            (0.09, 0.13),
            (0.1, 0.2),
            (0.155, 0.31),
            (0.16, 0.315),
        ],
        5,
    )
    return studio.lathe("lamp", profile, glass, 48, crease=60)


def _lamp_glass(n: studio.Nodes) -> Any:
    """Blown glass, brightest round the flame at its foot."""
    glow = n.remap(n.height(), -0.05, 0.2, 1.0, 0.12)
    glow = n.math("MULTIPLY", glow, n.remap(n.facing(0.35), 0.0, 1.0, 1.0, 0.35))
    return n.principled(
        Base_Color=(0.75, 0.66, 0.5),
        Roughness=0.12,
        Emission_Color=(1.0, 0.55, 0.2),
        Emission_Strength=n.math("MULTIPLY", glow, 1.1),
    )


def hang_lamps(rows: list[float]) -> None:
    """Hang a lamp from the ceiling in each row, on three chains that meet in a small ball."""
    brass = studio.uniform("brass", (0.32, 0.22, 0.11), 0.4, 1.0)
    first = lamp()
    z = 3.15
    for index, y in enumerate(rows):
        spot = (0.0, y, z)
        if index == 0:
            first.location = spot
        else:
            studio.copy_of(first, spot, 17.0 * index)
        knot = (0.0, y, z + 0.72)
        for k in range(3):
            angle = math.tau * k / 3 + 0.4
            ear = (0.157 * math.cos(angle), y + 0.157 * math.sin(angle), z + 0.312)
            studio.wire("hang lamps", [ear, knot], 0.006, brass)
        studio.wire("hang lamps", [knot, (0.0, y, CEILING)], 0.008, brass)
        ball = studio.lathe(
            "ball",
            [(0.001, -0.05), (0.035, -0.035), (0.05, 0.0), (0.035, 0.035), (0.001, 0.05)],
            brass,
            24,
        )
        ball.location = knot
        studio.bulb((0.0, y, z - 0.28), 6.0, 0.08, (1.0, 0.66, 0.36))


def arcade(x: float, pale: bpy.types.Material, stone: bpy.types.Material, court: bool) -> None:
    """Build one arched wall along the aisle; towards the court its arches stand open."""
    length = BAY * BAYS
    middle = [BAY * (k + 0.5) for k in range(BAYS)]
    holes = []
    for y in middle:
        holes.append(studio.shifted(studio.arch_opening(SPAN + GAP, SPRING, 1.3, 3.2), y))
    outline = [(0, 3.2)]
    for hole in holes:
        outline.extend(hole)
    outline += [(length, 3.2), (length, CEILING + 0.5), (0, CEILING + 0.5)]
    side = studio.wall(outline, [], 0.56, stone)
    side.rotation_euler = (math.radians(90), 0, math.radians(90))
    side.location.x = x
    ring = studio.pointed_arch(SPAN, SPRING, 1.3)
    red = studio.masonry("red stone", (0.45, 0.27, 0.18), None, 0, 0.8, 0.1)
    for y in middle:
        for part in studio.voussoirs(ring, 0.42, 0.6, (pale, red), 21):
            part.rotation_euler.z = math.radians(90)
            part.location = (x, y, 0)
    if not court:
        plaster = studio.masonry("plaster", (0.6, 0.5, 0.38), None, 0, 0.9, 0.07)
        studio.block(
            "arcade", (0.3, length, CEILING + 1), (x + 0.5, length / 2, CEILING / 2), plaster, 0
        )


def transverse(pale: bpy.types.Material, stone: bpy.types.Material) -> None:
    """Span the aisle with an arch at every column."""
    half = HALF - 0.28
    red = studio.masonry("warm stone", (0.47, 0.3, 0.2), None, 0, 0.8, 0.1)
    ring = studio.pointed_arch(half, SPRING, 1.22)
    outline = [(-HALF, 3.2), *studio.arch_opening(half + GAP, SPRING, 1.22, 3.2), (HALF, 3.2)]
    outline += [(HALF, CEILING), (-HALF, CEILING)]
    for k in range(1, BAYS + 1):
        studio.wall(outline, [], 0.5, stone).location.y = BAY * k
        for part in studio.voussoirs(ring, 0.4, 0.54, (pale, red), 23):
            part.location.y = BAY * k


def columns(pale: bpy.types.Material) -> None:
    """Stand a column with plinth and impost at every bay on both sides."""
    shaft = column()
    shaft.location = (-HALF, 0, 0)
    for x in (-HALF, HALF):
        for k in range(BAYS + 1):
            y = BAY * k
            if (x, k) != (-HALF, 0):
                studio.copy_of(shaft, (x, y, 0), 40.0 * k)
            studio.block("columns", (0.8, 0.8, 0.22), (x, y, 0.11), pale, 0.012)
            studio.block("columns", (0.84, 0.84, 0.2), (x, y, 3.1), pale, 0.02)


def ceiling() -> None:
    """Lay beams and boards over the aisle."""
    wood = studio.timber("cedar", (0.17, 0.09, 0.045), 0, 0.6)
    length = BAY * BAYS
    studio.block("ceiling", (2 * HALF + 0.6, length, 0.1), (0, length / 2, CEILING + 0.25), wood, 0)
    for k in range(int(length / 0.6)):
        studio.block(
            "ceiling", (2 * HALF, 0.16, 0.2), (0, 0.3 + 0.6 * k, CEILING + 0.1), wood, 0.012
        )


def surroundings(stone: bpy.types.Material) -> None:
    """Lay the floor, the court outside and its far side, and close the arcade's end."""
    length = BAY * BAYS
    slabs = studio.masonry(
        "slabs",
        (0.4, 0.33, 0.25),
        (0.9, 0.6),
        0.004,
        0.28,
        0.12,
        (0.33, 0.27, 0.2),
        bump=0.0018,
        polish=0.2,
    )
    studio.plane("surroundings", (2 * HALF + 0.5, length + 8), (0.0, length / 2 - 2, 0.0), slabs)
    paving = studio.masonry("paving", (0.42, 0.35, 0.27), (0.8, 0.8), 0.006, 0.8, 0.1, offset=0.0)
    studio.plane("surroundings", (30, 90), (-HALF - 15.3, 26, -0.16), paving)
    plaster = studio.masonry("curb", (0.56, 0.46, 0.35), None, 0, 0.85, 0.09)
    studio.block(
        "surroundings", (0.5, length + 8, 0.2), (-HALF - 0.5, length / 2 - 2, -0.1), plaster, 0.02
    )
    holes = [studio.shifted(studio.arch_opening(SPAN, SPRING, 1.3), BAY * k) for k in range(-2, 19)]
    far = studio.wall([(-14, 0), (90, 0), (90, 7.4), (-14, 7.4)], holes, 0.6, stone)
    far.rotation_euler = (math.radians(90), 0, math.radians(90))
    far.location = (-31.0, 0, -0.1)
    across = studio.wall(
        [(0, 0), (28.5, 0), (28.5, 7.4), (0, 7.4)],
        [studio.shifted(studio.arch_opening(SPAN, SPRING, 1.3), 2.4 + BAY * k) for k in range(7)],
        0.6,
        stone,
    )
    across.location = (-31.0, length + 12, -0.1)
    studio.block("surroundings", (40, 0.3, 8), (-31.0, length + 16, 3.8), plaster, 0)
    studio.block("surroundings", (0.3, 110, 8), (-35, 40, 3.8), plaster, 0)
    door = studio.arch_opening(1.3, 2.6, 1.3)
    end = studio.wall([(-4, 0), (3, 0), (3, 7), (-4, 7)], [door], 0.5, stone)
    end.location.y = length + 0.4
    studio.block("surroundings", (23, 0.4, 7), (8.9, length + 12, 3.4), plaster, 0)
    studio.plane("surroundings", (23, 12), (8.9, length + 6, -0.05), paving)


def fountain() -> None:
    """Set an eight-sided basin for ablution into the court, full of still water."""
    stone = studio.masonry("basin", (0.5, 0.42, 0.32), None, 0, 0.7, 0.1)
    water = studio.uniform("water", (0.02, 0.035, 0.04), 0.04)
    rim = [
        (0.0, 0.0),
        (2.3, 0.0),
        (2.3, 0.16),
        (2.0, 0.18),
        (1.95, 0.3),
        (1.95, 0.74),
        (2.08, 0.8),
        (2.08, 0.92),
        (1.72, 0.92),
        (1.72, 0.5),
    ]
    basin = studio.bevel(studio.lathe("fountain", rim, stone, 8, crease=20), 0.015, 2)
    basin.location = (-9.5, 21.0, -0.16)
    surface = studio.lathe("surface", [(0.001, 0.0), (1.74, 0.0)], water, 8)
    surface.location = (-9.5, 21.0, 0.64)


def build() -> None:
    """Build the arcade with the sun coming in from the court on the left."""
    studio.film(0.0)
    stone = studio.masonry("sandstone", SAND, (0.62, 0.34), 0.004, 0.85, 0.09, bump=0.003)
    pale = studio.masonry("pale stone", (0.66, 0.56, 0.43), None, 0, 0.82, 0.08)
    arcade(-HALF, pale, stone, True)
    arcade(HALF, pale, stone, False)
    transverse(pale, stone)
    columns(pale)
    ceiling()
    fountain()
    surroundings(stone)
    hang_lamps([BAY * (k + 0.5) for k in range(2, BAYS)])
    studio.sun((0.58, -0.42, -0.8), 7.0, (1.0, 0.85, 0.66), 0.55)
    haze, zenith = (0.58, 0.71, 0.86), (0.14, 0.32, 0.72)
    studio.sky([(-0.2, (0.4, 0.36, 0.3)), (0.0, haze), (1.0, zenith)], 0.55, 1.3)
    studio.camera(
        (0.55, 1.9, 1.5), (0.55, 20, 1.5), 30, 2.8, (0, 10.5, 1.5), (-0.09, 0.06), blades=9
    )
