"""The colours of a stained-glass window, itself out of sight, on a pillar and a stone floor."""

from __future__ import annotations

import random
from typing import Any

import bpy
import numpy as np
import studio

TITLE = "Colour on stone"
ALT = (
    "Sunlight through stained glass, itself out of the picture, lays blue, gold and red on a "
    "round stone pillar, its foot and the stone floor"
)
FOCUS = (0.68, 0.5)
ASPECT = (2, 3)
SAMPLES = 8

PILLAR = (0.36, 0.9)
RADIUS = 0.36
RING = [
    (0.45, 0.0),
    (0.465, 0.015),
    (0.47, 0.045),
    (0.46, 0.08),
    (0.43, 0.1),
    (0.405, 0.108),
    (0.39, 0.12),
    (0.33, 0.125),
]
SUN = (0.7, 0.42, -0.47)
COLOURS = [
    (0.02, 0.10, 0.62),
    (0.04, 0.22, 0.75),
    (0.10, 0.42, 0.80),
    (0.92, 0.55, 0.08),
    (0.95, 0.72, 0.25),
    (0.72, 0.04, 0.05),
    (0.08, 0.42, 0.22),
    (0.85, 0.8, 0.66),
]
# How often each colour comes, from the foot of the window to its head.
LOW, HIGH = (1, 2, 2, 4, 3, 3, 1, 2), (5, 5, 4, 1, 1, 1, 1, 1)


def panes(width: int, height: int) -> np.ndarray:
    """Pieces of glass without a figure, in lead: warmer at the foot, blue towards the head."""
    rng = random.Random(11)
    y, x = np.mgrid[0:height, 0:width].astype(float)
    near = np.full((2, height, width), 1e9)
    owner = np.zeros((height, width), dtype=int)
    colours = []
    across, up = 7, 15
    for row in range(up):
        for column in range(across):
            px = (column + 0.5 + rng.uniform(-0.36, 0.36)) * width / across
            py = (row + 0.5 + rng.uniform(-0.36, 0.36)) * height / up
            part = row / (up - 1)
            weights = [a + (b - a) * part for a, b in zip(LOW, HIGH, strict=True)]
            tone = rng.uniform(0.75, 1.15)
            colours.append(studio.shade(rng.choices(COLOURS, weights)[0], tone))
            far = np.hypot(x - px, y - py)
            first = far < near[0]
            near[1] = np.where(first, near[0], np.minimum(near[1], far))
            near[0] = np.where(first, far, near[0])
            owner[first] = len(colours) - 1
    image = np.array(colours)[owner]
    image[near[1] - near[0] < width * 0.011] = 0.0
    return np.clip(image, 0.0, 1.0)


def stained_glass() -> bpy.types.Material:
    """Leaded glass that colours the sun as it passes."""
    pixels = panes(360, 840)
    height, width = pixels.shape[:2]
    image = bpy.data.images.new("panes", width, height)
    image.colorspace_settings.name = "Non-Color"
    flat = np.ones((height, width, 4), dtype=np.float32)
    flat[..., :3] = pixels
    image.pixels.foreach_set(flat.ravel())
    image.pack()

    def surface(n: studio.Nodes) -> Any:
        colour = n.add("TexImage", {0: n.add("TexCoord").outputs["UV"]}, image=image).outputs[0]
        streaks = n.noise(n.coordinates((3.0, 3.0, 7.0), vary=False), 1.0, 3.0)
        return n.clear(n.tint(colour, n.remap(streaks, 0.3, 0.7, 0.45, 1.2)))

    return studio.material("stained glass", surface)


def window(middle: studio.Vec3, width: float, height: float) -> None:
    """A round-headed window in a wall on the left that lets no other sun in."""
    x, y, z = middle
    dark = studio.uniform("wall", (0.16, 0.145, 0.125), 0.9)
    low, high = z - height / 2, z + height / 2
    hole = studio.shifted(studio.arch_opening(width / 2, high - width / 2, 1.0, low), y)
    wall = studio.wall([(-14, -1), (14, -1), (14, 14), (-14, 14)], [hole], 0.2, dark)
    wall.rotation_euler = (np.pi / 2, 0, np.pi / 2)
    wall.location.x = x
    a, b = y - width / 2, y + width / 2
    corners = [(x, a, low), (x, b, low), (x, b, high), (x, a, high)]
    sheet = studio.mesh("pane", corners, [(0, 1, 2, 3)], stained_glass())
    layer = sheet.data.uv_layers.new(name="panes")
    for corner, place in zip(layer.data, [(0, 0), (1, 0), (1, 1), (0, 1)], strict=True):
        corner.uv = place


def pillar(stone: bpy.types.Material) -> None:
    """A round pillar of plain drums on a low square foot."""
    x, y = PILLAR
    rng = random.Random(5)
    z = 0.2
    studio.block("foot", (1.0, 1.0, 0.2), (x, y, 0.1), stone, 0.02)
    ring = studio.lathe("ring", studio.smooth_profile(RING, 4), stone, 128, crease=50)
    ring.location = (x, y, z)
    z += 0.125
    while z < 4.0:
        high = rng.uniform(0.44, 0.58)
        drum = studio.cylinder(
            "drum", RADIUS, high - 0.004, (x, y, z), stone, edge=0.007, segments=128
        )
        drum.rotation_euler.z = rng.uniform(0, 6.28)
        z += high


def build() -> None:
    """Build the pillar, the floor round it, and the sun behind a window on the left."""
    lime = studio.dressed_stone("limestone", (0.44, 0.39, 0.32))
    flag = studio.dressed_stone("flag", (0.33, 0.30, 0.26), 0.42)
    pillar(lime)
    studio.flags("floor", (7.0, 8.5), (0.74, 0.52), flag, (0.0, 0.8), seed=3)
    plaster = studio.limewash("plaster", (0.42, 0.38, 0.32), 0.5, 0.008)
    studio.box("wall", (9.0, 0.2, 6.0), (0.0, 3.3, 0.0), plaster, edge=0.0)
    reach = 3.1 / SUN[0]
    spot = (PILLAR[0] - 0.25, PILLAR[1] - 0.3, 0.85)
    middle = tuple(at - reach * way for at, way in zip(spot, SUN, strict=True))
    window(middle, 1.5, 2.9)
    studio.sun(SUN, 16.0, (1.0, 0.93, 0.82), 0.95)
    studio.softbox((1.0, -4.0, 4.4), (0.2, 1.0, 0.6), (4.0, 3.0), 46.0, (1.0, 0.95, 0.9))
    studio.softbox((3.4, 2.0, 3.6), (0.2, 1.8, 0.6), (2.0, 2.0), 38.0, (0.85, 0.92, 1.0))
    studio.bloom(2.0, 0.2, 0.4)
    studio.camera((-0.1, -3.2, 1.5), (-0.1, 0.0, 1.5), 40.0, 3.5, (0.3, 0.55, 0.8), (0.0, -0.2))
    studio.film(0.6)
