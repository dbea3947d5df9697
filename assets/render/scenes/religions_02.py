"""A church nave: the colours of tall stained-glass windows lie on the stone floor and piers."""

from __future__ import annotations

import math
from typing import Any

import bpy
import numpy as np
import studio

TITLE = "Colour on Stone"
ALT = (
    "The nave of a stone church with pointed arches and a ribbed vault: sunlight through "
    "stained glass lays patches of blue, red and gold on floor and piers; a plain altar with a "
    "small cross stands at the end."
)
FOCUS = (0.68, 0.68)
ASPECT = (2, 3)
SAMPLES = 9

BAY = 5.2
BAYS = 5
HALF = 4.0
AISLE = 4.2
SPRING = 4.6
VAULT = 10.2
LIMESTONE = (0.47, 0.39, 0.29)
GLASS = {
    "blue": (0.02, 0.07, 0.5),
    "sky": (0.08, 0.26, 0.66),
    "ruby": (0.6, 0.02, 0.03),
    "amber": (0.85, 0.4, 0.05),
    "green": (0.05, 0.3, 0.16),
    "white": (0.62, 0.6, 0.44),
}


def glass_pattern(width: int, height: int) -> np.ndarray:
    """Return the colours of a geometric window: lozenges, roundels and a border, leaded."""
    y, x = np.mgrid[0:height, 0:width].astype(float)
    u, v = x / width * 2 - 1, y / width * 2
    image = np.zeros((height, width, 3))
    a, b = (u + v) * 2.5, (u - v) * 2.5
    cell = (np.floor(a) + 2 * np.floor(b)).astype(int) % 5
    palette = ["blue", "sky", "blue", "green", "blue"]
    for index, name in enumerate(palette):
        image[cell == index] = GLASS[name]
    lead = np.minimum(np.abs(a - np.rint(a)), np.abs(b - np.rint(b))) < 0.035

    pitch = 1.5
    row = np.rint((v - 0.85) / pitch)
    local = v - 0.85 - row * pitch
    radius = np.hypot(u, local)
    angle = np.arctan2(local, u)
    petal = 0.43 + 0.07 * np.cos(6 * angle)
    rings = [(0.62, "ruby"), (0.55, "amber"), (0.5, "blue")]
    for size, name in rings:
        image[radius < size] = GLASS[name]
    image[radius < petal] = GLASS["ruby"]
    sector = (np.floor(angle / (math.pi / 3) + 0.5).astype(int) % 2) == 0
    image[(radius < petal) & sector] = GLASS["sky"]
    image[radius < 0.17] = GLASS["amber"]
    inside = radius < 0.64
    lead &= ~inside
    for size in (0.63, 0.55, 0.5, 0.17):
        lead |= np.abs(radius - size) < 0.014
    lead |= np.abs(radius - petal) < 0.014
    spokes = np.abs(((angle / (math.pi / 3)) % 1.0) - 0.5) * radius < 0.014
    lead |= spokes & (radius > 0.17) & (radius < petal)

    border = np.abs(u) > 0.82
    step = np.floor(v / 0.22).astype(int)
    for index, name in enumerate(["amber", "green", "ruby", "white"]):
        image[border & (step % 4 == index)] = GLASS[name]
    lead[border] = False
    lead |= border & (np.abs(v / 0.22 - np.rint(v / 0.22)) < 0.07)
    lead |= np.abs(np.abs(u) - 0.82) < 0.016
    image[lead] = 0.0
    return image


def stained_glass() -> bpy.types.Material:
    """Return leaded coloured glass; its pane spans the unit square of the texture."""
    pixels = glass_pattern(320, 1280)
    height, width = pixels.shape[:2]
    image = bpy.data.images.new("panes", width, height)
    image.colorspace_settings.name = "Non-Color"
    flat = np.ones((height, width, 4), dtype=np.float32)
    flat[..., :3] = pixels
    image.pixels.foreach_set(flat.ravel())
    image.pack()

    def surface(n: studio.Nodes) -> Any:
        panes = n.add("TexImage", {0: n.add("TexCoord").outputs["UV"]}, image=image).outputs[0]
        smear = n.noise(n.coordinates(vary=False), 3.0)
        colour = n.tint(panes, n.remap(smear, 0.3, 0.7, 0.7, 1.15))
        # Clear coloured transmission keeps the sun's shadow ray sharp: no caustic noise arises.
        seen = n.add("LightPath").outputs["Is Camera Ray"]
        return n.mix_shader(seen, n.clear(colour), n.emission(colour, 1.05))

    return studio.material("stained glass", surface)


def pane(width: float, height: float, glass: bpy.types.Material) -> bpy.types.Object:
    """Add an upright pane in the x-z plane that stands on z = 0."""
    x = width / 2
    sheet = studio.mesh(
        "pane", [(-x, 0, 0), (x, 0, 0), (x, 0, height), (-x, 0, height)], [(0, 1, 2, 3)], glass
    )
    layer = sheet.data.uv_layers.new(name="panes")
    for corner, place in zip(layer.data, [(0, 0), (1, 0), (1, 1), (0, 1)], strict=True):
        corner.uv = place
    return sheet


def pier(stone: bpy.types.Material) -> bpy.types.Object:
    """Return a compound pier: a round core with slender shafts, base and capital."""

    def shafts(angle: float, height: float) -> float:
        if height < 0.63 or height > SPRING - 0.5:
            return 1.0
        return 1.0 + 0.2 * max(0.0, math.cos(4 * angle)) ** 6

    top = SPRING
    profile = [
        (0.0, 0.3),
        (0.72, 0.3),
        (0.73, 0.36),
        (0.7, 0.42),
        (0.62, 0.45),
        (0.6, 0.48),
        (0.64, 0.52),
        (0.62, 0.57),
        (0.5, 0.6),
        (0.48, 0.64),
        (0.48, 1.5),
        (0.48, 2.5),
        (0.48, top - 0.56),
        (0.48, top - 0.5),
        (0.56, top - 0.47),
        (0.56, top - 0.41),
        (0.5, top - 0.38),
        (0.53, top - 0.28),
        (0.62, top - 0.14),
        (0.68, top - 0.06),
        (0.7, top),
        (0.0, top),
    ]
    return studio.lathe("pier", profile, stone, 96, crease=32, relief=shafts)


def nave_wall(side: int, stone: bpy.types.Material, glass: bpy.types.Material) -> None:
    """Build one side of the nave: arcade below, clerestory windows above."""
    length = BAY * BAYS
    half = BAY / 2 - 0.62
    middle = [BAY * (k + 0.5) for k in range(BAYS)]
    outline = [(0.0, SPRING)]
    for y in middle:
        outline += studio.shifted(studio.arch_opening(half, SPRING + 0.1, 1.6, SPRING), y)
    outline += [(length, SPRING), (length, 16.0), (0.0, 16.0)]
    windows = [studio.shifted(studio.arch_opening(0.85, 11.6, 1.9, 9.6), y) for y in middle]
    body = studio.wall(outline, windows, 0.9, stone, 0.03)
    body.rotation_euler = (math.radians(90), 0, math.radians(90))
    body.location.x = side * HALF
    for y in middle:
        sheet = pane(1.9, 4.2, glass)
        sheet.rotation_euler.z = math.radians(90)
        sheet.location = (side * (HALF + 0.2), y, 9.5)
        for inset, radius in ((0.0, 0.09), (0.2, 0.07)):
            ring = studio.pointed_arch(half - inset, SPRING + 0.1, 1.6)
            for dx in (-0.46 + inset, 0.46 - inset):
                studio.wire(
                    "nave wall", [(side * HALF + dx, y + a, z) for a, z in ring], radius, stone
                )


def aisle_wall(side: int, stone: bpy.types.Material, glass: bpy.types.Material) -> None:
    """Build the outer wall of an aisle with a tall lancet in every bay, and its roof."""
    length = BAY * BAYS
    x = side * (HALF + AISLE)
    middle = [BAY * (k + 0.5) for k in range(BAYS)]
    windows = [studio.shifted(studio.arch_opening(0.95, 5.4, 1.9, 1.7), y) for y in middle]
    body = studio.wall([(0, 0), (length, 0), (length, 8), (0, 8)], windows, 0.7, stone, 0.04)
    body.rotation_euler = (math.radians(90), 0, math.radians(90))
    body.location.x = x
    for y in middle:
        sheet = pane(2.1, 5.9, glass)
        sheet.rotation_euler.z = math.radians(90)
        sheet.location = (x + side * 0.1, y, 1.6)
    studio.block(
        "aisle wall", (AISLE, length, 0.3), (side * (HALF + AISLE / 2), length / 2, 8.0), stone, 0
    )


def vault(stone: bpy.types.Material) -> None:
    """Cover the nave with groined bays, ribs and transverse arches."""
    plaster = studio.masonry("web", (0.5, 0.43, 0.33), None, 0, 0.9, 0.06)
    ring = studio.pointed_arch(HALF - 0.35, VAULT, 1.3, 24)
    radius_x = (HALF - 0.35) * 1.3
    rise_x = math.sqrt(radius_x**2 - (radius_x - HALF + 0.35) ** 2)
    for k in range(BAYS):
        y = BAY * (k + 0.5)
        web = studio.groin_vault(2 * HALF - 0.7, BAY, VAULT, 1.3, plaster)
        web.location.y = y
        diagonal = []
        for step in range(49):
            t = step / 24 - 1
            reach = abs(t) * radius_x / 1.3 + radius_x - radius_x / 1.3
            diagonal.append(
                (
                    t * (HALF - 0.35),
                    t * BAY / 2,
                    VAULT + math.sqrt(max(0.0, radius_x**2 - reach**2)) - 0.03,
                )
            )
        for flip in (-1, 1):
            studio.wire("vault", [(px, y + flip * py, z) for px, py, z in diagonal], 0.1, stone)
        boss = studio.lathe(
            "boss", [(0.0, -0.14), (0.16, -0.12), (0.22, 0.0), (0.2, 0.1)], stone, 32
        )
        boss.location = (0, y, VAULT + rise_x - 0.05)
    for k in range(BAYS + 1):
        studio.wire("vault", [(px, BAY * k, z - 0.05) for px, z in ring], 0.17, stone)
        for side in (-1, 1):
            shaft = [(side * (HALF - 0.42), BAY * k, z) for z in (SPRING, VAULT)]
            studio.wire("vault", shaft, 0.13, stone)
            cap = studio.lathe(
                "cap",
                [(0.13, -0.3), (0.17, -0.28), (0.14, -0.25), (0.2, -0.08), (0.24, 0.0)],
                stone,
                32,
            )
            cap.location = (side * (HALF - 0.42), BAY * k, VAULT)


def choir(stone: bpy.types.Material, glass: bpy.types.Material) -> None:
    """Close the nave with a wall of three lancets above a plain altar."""
    length = BAY * BAYS
    windows = [
        studio.shifted(studio.arch_opening(0.8, top, 1.9, 3.4), x)
        for x, top in ((-2.3, 8.6), (0.0, 10.0), (2.3, 8.6))
    ]
    end = studio.wall([(-9, 0), (9, 0), (9, 16), (-9, 16)], windows, 0.8, stone, 0.04)
    end.location.y = length + 0.4
    for x, high in ((-2.3, 7.6), (0.0, 9.0), (2.3, 7.6)):
        pane(1.8, high, glass).location = (x, length + 0.55, 3.3)
    pale = studio.masonry("altar", (0.6, 0.56, 0.5), None, 0, 0.6, 0.06)
    for k in range(3):
        studio.block(
            "choir",
            (6.4 - k, 3.6 - k * 0.5, 0.16),
            (0, length - 2 + k * 0.25, 0.08 + 0.16 * k),
            pale,
        )
    studio.block("choir", (2.6, 0.9, 0.95), (0, length - 1.6, 0.48 + 0.475), pale, 0.02)
    studio.block("choir", (2.9, 1.1, 0.1), (0, length - 1.6, 1.48), pale, 0.02)
    brass = studio.uniform("brass", (0.6, 0.42, 0.2), 0.35, 1.0)
    studio.block("choir", (0.05, 0.05, 0.85), (0, length - 1.6, 1.95), brass, 0.01)
    studio.block("choir", (0.46, 0.05, 0.05), (0, length - 1.6, 2.12), brass, 0.01)


def build() -> None:
    """Build the nave with the sun coming through the southern windows on the left."""
    studio.film(0.5)
    stone = studio.masonry("limestone", LIMESTONE, (0.8, 0.4), 0.005, 0.82, 0.08, bump=0.003)
    smooth = studio.masonry("ashlar", LIMESTONE, None, 0, 0.75, 0.1)
    glass = stained_glass()
    for side in (-1, 1):
        nave_wall(side, stone, glass)
        aisle_wall(side, stone, glass)
    first = pier(smooth)
    for k in range(BAYS + 1):
        for side in (-1, 1):
            spot = (side * HALF, BAY * k, 0.0)
            if k == 0 and side == -1:
                first.location = spot
            else:
                studio.copy_of(first, spot)
            studio.block("plinth", (1.5, 1.5, 0.3), (spot[0], spot[1], 0.15), smooth, 0.03)
            studio.block(
                "impost", (1.3, 1.3, 0.14), (spot[0], spot[1], SPRING + 0.05), smooth, 0.03
            )
    for side in (-1, 1):
        studio.block("outer wall", (0.7, 14.0, 8.0), (side * (HALF + AISLE), -7.0, 4.0), smooth, 0)
        studio.block("upper wall", (0.9, 14.0, 8.0), (side * HALF, -7.0, 12.0), smooth, 0)
    vault(smooth)
    choir(smooth, glass)
    flags = studio.masonry(
        "flags",
        (0.4, 0.36, 0.31),
        (1.0, 0.7),
        0.005,
        0.36,
        0.14,
        (0.33, 0.3, 0.26),
        bump=0.002,
        polish=0.15,
        swap_axes=True,
    )
    studio.plane(
        "floor", (2 * (HALF + AISLE) + 1, BAY * BAYS + 12), (0, BAY * BAYS / 2 - 4, 0), flags
    )
    studio.sun((0.8, 0.17, -0.31), 20.0, (1.0, 0.92, 0.8), 0.8)
    studio.softbox((0, -4, 9), (0, 14, 3), (8, 8), 200, (1.0, 0.94, 0.86))
    studio.softbox((0, 8, 9.9), (0, 9, 0), (5, 14), 80, (1.0, 0.9, 0.76))
    studio.sky([(-0.2, (0.5, 0.55, 0.6)), (0.0, (0.8, 0.85, 0.9)), (1.0, (0.4, 0.6, 0.9))], 1.0)
    studio.bloom(1.0, 0.25, 0.5)
    studio.camera(
        (0.5, -1.5, 1.5), (0.5, 20, 1.5), 27, 2.8, (2.5, 8.4, 1.5), (0.02, 0.155), blades=9
    )
