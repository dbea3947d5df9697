"""A lit doorway in a plain round house, under the lower edge of its dome."""

from __future__ import annotations

import math

import bpy
import studio

TITLE = "Doorway under a dome"
ALT = (
    "A round-headed doorway in a bare plastered wall, with two steps before it; one lamp "
    "burns inside, and above begins a dome"
)
FOCUS = (0.51, 0.5)
ASPECT = (2, 3)
SAMPLES = 8

RADIUS = 2.3
TOP = 2.7
FLOOR = 0.3
DOOR = 0.47
MOULDING = [
    (RADIUS - 0.1, TOP - 0.01),
    (RADIUS + 0.035, TOP),
    (RADIUS + 0.055, TOP + 0.012),
    (RADIUS + 0.055, TOP + 0.085),
    (RADIUS + 0.035, TOP + 0.1),
    (RADIUS - 0.1, TOP + 0.125),
    (RADIUS - 0.3, TOP + 0.13),
]


def uneven(angle: float, height: float) -> float:
    """How far the round of moulding and dome is out of true."""
    return 1.0 + 0.0016 * math.sin(9 * angle + 3 * height) + 0.001 * math.sin(23 * angle)


def house(lime: bpy.types.Material, stone: bpy.types.Material) -> None:
    """The round wall with its doorway, the moulding on it and the dome."""
    wall = studio.plastered_arch(DOOR, FLOOR + 1.5, 0.5, lime, 2.6, 0.0, 0.02)
    # The straight wall is bent round, and ends under the moulding.
    for vertex in wall.data.vertices:
        x, y, z = vertex.co
        angle = x / RADIUS
        out = RADIUS - y
        vertex.co = (out * math.sin(angle), -out * math.cos(angle), min(z, TOP + 0.02))
    studio.lathe("moulding", MOULDING, stone, 256, crease=35, relief=uneven)
    rise = [math.pi / 2 * k / 60 for k in range(61)]
    dome = [(RADIUS * 0.955 * math.cos(t), TOP + 0.1 + RADIUS * 1.02 * math.sin(t)) for t in rise]
    studio.lathe("dome", dome, lime, 256, relief=uneven)


def inside(lime: bpy.types.Material, stone: bpy.types.Material) -> None:
    """The room: its round wall, its floor, and the one lamp that hangs in it."""
    bend = [math.radians(-60.0 + 300.0 * k / 90) for k in range(91)]
    ring = [((RADIUS - 0.5) * math.cos(a), (RADIUS - 0.5) * math.sin(a)) for a in bend]
    corners = [(x, y, z) for z in (0.0, TOP + 1.2) for x, y in ring]
    sides = [(k, k + 1, k + 92, k + 91) for k in range(90)]
    studio.mesh("room", corners, sides, lime, smooth=True)
    studio.cylinder("floor", RADIUS - 0.3, FLOOR, (0, 0, 0), stone, edge=0.01)


def build() -> None:
    """Build the house in the evening, a lamp alight in it."""
    lime = studio.limewash("lime", (0.60, 0.57, 0.51), 0.0, 0.006)
    room = studio.limewash("room", (0.64, 0.58, 0.49), 0.0)
    stone = studio.dressed_stone("stone", (0.36, 0.33, 0.29), 0.7)
    house(lime, stone)
    inside(room, stone)
    studio.glass_lamp((0.12, 0.1, 1.78), 4.0, 30.0, 130.0)
    for depth, low, high in ((0.72, 0.0, 0.15), (0.38, 0.15, 0.3)):
        size = (1.5 if low == 0 else 1.28, depth, high - low)
        studio.block("step", size, (0.0, -RADIUS - depth / 2 + 0.12, (low + high) / 2), stone, 0.03)
    studio.flags("ground", (8.0, 4.4), (0.66, 0.48), stone, (0.0, -RADIUS - 1.4), seed=8)
    studio.softbox((-5.0, -6.5, 5.0), (0.0, -2.0, 1.6), (4.0, 4.0), 95.0, (0.62, 0.75, 1.0))
    studio.sky(
        [
            (-0.2, (0.10, 0.10, 0.12)),
            (0.05, (0.55, 0.42, 0.40)),
            (0.3, (0.2, 0.27, 0.45)),
            (1.0, (0.07, 0.13, 0.3)),
        ],
        0.4,
    )
    studio.bloom(2.5, 0.35, 0.45)
    studio.camera(
        (-0.45, -6.0, 1.5), (-0.45, 0.0, 1.5), 31.5, 4.0, (0.0, -RADIUS, 1.4), (0.085, -0.055)
    )
    studio.film(0.8)
