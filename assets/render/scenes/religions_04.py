"""A domed tomb of Central Asian form at dusk, with a little warm light in its doorway."""

from __future__ import annotations

import math
import random
from typing import Any

import bpy
import studio

TITLE = "The Lamp in the Doorway"
ALT = (
    "A domed brick tomb with a tall pointed portal and a ribbed turquoise dome stands in the dusk "
    "behind a still pool; one warm light burns in its doorway under the first stars."
)
FOCUS = (0.5, 0.45)
ASPECT = (2, 3)
SAMPLES = 8

SIDE = 11.0
HEIGHT = 8.2
PORTAL = 7.2
PORTAL_HEIGHT = 10.4
DRUM = 3.7
FRONT = -SIDE / 2
BRICK = (0.42, 0.29, 0.18)


def dome(tile: bpy.types.Material, brick: bpy.types.Material, gilt: bpy.types.Material) -> None:
    """Set the drum on the body, and on it the ribbed dome with its finial."""
    z = HEIGHT
    octagon = studio.lathe(
        "octagon", [(0.0, 0.0), (5.0, 0.0), (5.0, 0.9), (4.7, 1.0), (0.0, 1.0)], brick, 8, crease=20
    )
    octagon.location.z = z
    octagon.rotation_euler.z = math.pi / 8
    studio.bevel(octagon, 0.04)
    drum = studio.lathe(
        "drum",
        [
            (DRUM, 0.0),
            (DRUM, 3.7),
            (DRUM + 0.12, 3.76),
            (DRUM + 0.12, 3.94),
            (DRUM, 4.0),
            (DRUM, 4.4),
            (DRUM + 0.1, 4.48),
            (DRUM + 0.22, 4.6),
            (DRUM + 0.22, 4.75),
            (0, 4.75),
        ],
        round_brick(DRUM),
        128,
    )
    drum.location.z = z + 1.0
    blue = studio.masonry(
        "glaze band",
        (0.03, 0.12, 0.2),
        (0.24, 0.24),
        0.01,
        0.25,
        0.2,
        (0.05, 0.22, 0.26),
        offset=0.0,
        bump=0.003,
        polish=0.2,
    )
    for k in range(16):
        angle = math.tau * k / 16
        outline = studio.arch_opening(0.42, 1.3, 1.5)
        niche = studio.wall(outline, [], 0.06, blue, 0.01)
        niche.rotation_euler = (math.radians(90), 0, angle + math.pi / 2)
        niche.location = (DRUM * math.cos(angle), DRUM * math.sin(angle), z + 2.65)

    profile = studio.smooth_profile(
        [
            (3.62, 0.0),
            (3.8, 0.35),
            (3.92, 0.9),
            (3.96, 1.6),
            (3.85, 2.5),
            (3.5, 3.5),
            (2.9, 4.5),
            (2.05, 5.4),
            (1.1, 6.15),
            (0.4, 6.6),
            (0.06, 6.85),
        ],
        8,
    )

    def ribs(angle: float, height: float) -> float:
        fade = min(1.0, height / 0.5) * min(1.0, max(0.0, (6.7 - height) / 1.2))
        return 1.0 + fade * 0.045 * (abs(math.cos(20 * angle)) ** 0.7 - 0.5)

    shell = studio.lathe("shell", profile, tile, 640, crease=80, relief=ribs)
    shell.location.z = z + 5.75
    finial = studio.lathe(
        "finial",
        studio.smooth_profile(
            [
                (0.1, 0.0),
                (0.08, 0.2),
                (0.22, 0.45),
                (0.08, 0.7),
                (0.07, 0.8),
                (0.15, 0.98),
                (0.06, 1.16),
                (0.04, 1.6),
                (0.005, 2.0),
            ],
            6,
        ),
        gilt,
        32,
    )
    finial.location.z = z + 5.75 + 6.75


def round_brick(girth: float) -> bpy.types.Material:
    """Return the brick with courses that run round a turned body."""
    return studio.masonry(
        "round brick", BRICK, (0.27, 0.075), 0.007, 0.85, 0.14, bump=0.004, girth=girth
    )


def body(brick: bpy.types.Material, plain: bpy.types.Material) -> None:
    """Build the cubic chamber with blind niches and the tall portal before it."""
    half = SIDE / 2
    for k in range(4):
        niches = [
            studio.shifted(studio.arch_opening(1.0, 4.4, 1.5, 1.2), x) for x in (-3.9, 0.0, 3.9)
        ]
        if k == 0:
            niches = [[(-2.6, 0.02), (-2.6, 7), (2.6, 7), (2.6, 0.02)]]
        outline = [(-half, 0), (half, 0), (half, HEIGHT), (-half, HEIGHT)]
        face = studio.wall(outline, niches, 0.5, brick, 0.03)
        face.rotation_euler = (math.radians(90), 0, k * math.pi / 2)
        turn = k * math.pi / 2
        face.location = (math.sin(turn) * (half - 0.25), -math.cos(turn) * (half - 0.25), 0)
    for x, y, sx, sy in ((-4.6, 0, 1.0, 10), (4.6, 0, 1.0, 10), (0, 4.6, 10, 1.0)):
        studio.block("body", (sx, sy, HEIGHT - 0.1), (x, y, HEIGHT / 2), plain, 0)
    studio.block("body", (SIDE - 0.1, SIDE - 0.1, 0.4), (0, 0, HEIGHT - 0.25), plain, 0.02)
    for x in (-1, 1):
        for y in (-1, 1):
            shaft = studio.lathe(
                "shaft",
                [
                    (0.52, 0.0),
                    (0.52, 0.6),
                    (0.42, 0.7),
                    (0.38, 4.0),
                    (0.34, HEIGHT + 0.5),
                    (0.42, HEIGHT + 0.6),
                    (0.42, HEIGHT + 0.8),
                    (0.3, HEIGHT + 1.1),
                    (0.0, HEIGHT + 1.4),
                ],
                round_brick(0.4),
                48,
            )
            shaft.location = (x * half, y * half, 0)


def portal(brick: bpy.types.Material, plain: bpy.types.Material) -> None:
    """Build the portal: a frame with bands of glazed tile round a deep arched recess."""
    half = PORTAL / 2
    depth = 2.6
    y = FRONT - depth / 2 + 0.4
    recess = studio.arch_opening(2.15, 5.3, 1.55)
    outline = [(-half, 0), (half, 0), (half, PORTAL_HEIGHT), (-half, PORTAL_HEIGHT)]
    frame = studio.wall(outline, [recess], depth, brick, 0.03)
    frame.location.y = y
    glaze = studio.masonry(
        "portal glaze",
        (0.025, 0.1, 0.19),
        (0.3, 0.3),
        0.012,
        0.22,
        0.2,
        (0.05, 0.24, 0.28),
        offset=0.0,
        bump=0.003,
        polish=0.25,
    )
    turquoise = studio.masonry("portal line", (0.05, 0.3, 0.32), None, 0, 0.25, 0.15, polish=0.25)
    face = y - depth / 2
    for inset, width, material in ((0.3, 0.42, glaze), (0.78, 0.1, turquoise)):
        left, top = half - inset, PORTAL_HEIGHT - inset
        ring = [(-left, 0.6), (left, 0.6), (left, top), (-left, top)]
        hole = [
            (-left + width, 0.6 - 0.02),
            (left - width, 0.6 - 0.02),
            (left - width, top - width),
            (-left + width, top - width),
        ]
        strip = [ring[0], ring[3], ring[2], ring[1], hole[1], hole[2], hole[3], hole[0]]
        band = studio.wall(strip, [], 0.06, material, 0.008)
        band.location.y = face - 0.01
    rope = [
        (x, face - 0.02, z)
        for x, z in [(-2.22, 0.6), *studio.pointed_arch(2.22, 5.3, 1.55, 24), (2.22, 0.6)]
    ]
    studio.wire("portal", rope, 0.09, turquoise)
    door = studio.arch_opening(0.85, 2.2, 1.45)
    upper = studio.shifted(studio.arch_opening(0.7, 4.9, 1.5, 4.0), 0.0, 0.35)
    back = studio.wall([(-2.6, 0), (2.6, 0), (2.6, 9), (-2.6, 9)], [door, upper], 0.5, plain, 0.03)
    back.location.y = FRONT + 0.5
    frame_line = [
        (x, FRONT + 0.24, z)
        for x, z in [(-0.95, 0.0), *studio.pointed_arch(0.95, 2.2, 1.45), (0.95, 0.0)]
    ]
    studio.wire("portal", frame_line, 0.05, turquoise)
    lattice = studio.masonry("lattice", (0.25, 0.17, 0.1), None, 0, 0.8, 0.1)
    for k in range(-4, 5):
        for slope in (-1, 1):
            x, y = 0.24 * k, FRONT + 0.5
            rod = [(x - slope, y, 4.2), (x + slope, y, 6.3)]
            studio.wire("portal", rod, 0.03, lattice)


def lamplight() -> None:
    """Light the chamber and the threshold with one small hanging oil lamp."""
    warm = (1.0, 0.55, 0.22)
    inside = studio.bulb((0.0, FRONT + 1.8, 2.4), 260, 0.12, warm)
    outside = studio.bulb((0.0, FRONT - 0.3, 2.75), 42, 0.07, warm)
    inside.visible_glossy = outside.visible_glossy = False
    stone = studio.masonry("cenotaph", (0.3, 0.27, 0.23), None, 0, 0.5, 0.1)
    for width, length, foot, height in (
        (1.3, 2.5, 0, 0.24),
        (1.0, 2.2, 0.24, 0.2),
        (0.66, 1.85, 0.44, 0.42),
    ):
        studio.block(
            "lamplight", (width, length, height), (0.0, 0.2, foot + height / 2), stone, 0.04
        )
    brass = studio.uniform("lamp brass", (0.4, 0.26, 0.1), 0.35, 1.0)
    flame = studio.glow("lamp light", (1.0, 0.6, 0.26), 14.0)
    cup = studio.lathe(
        "cup", [(0.02, -0.14), (0.09, -0.1), (0.13, 0.0), (0.15, 0.06), (0.13, 0.06)], brass, 32
    )
    cup.location = (0.0, FRONT - 0.3, 2.75)
    light = studio.lathe("light", [(0.0, 0.02), (0.06, 0.05), (0.05, 0.12), (0.0, 0.2)], flame, 24)
    light.location = (0.0, FRONT - 0.3, 2.75)
    light.visible_shadow = False
    cup.visible_shadow = False
    studio.wire("lamplight", [(0.0, FRONT - 0.3, 2.95), (0.0, FRONT - 0.3, 8.6)], 0.012, brass)


def forecourt() -> None:
    """Lay terrace, steps, pool and steppe, with a low ridge on the horizon."""
    paving = studio.masonry("court", (0.3, 0.24, 0.18), (0.6, 0.6), 0.01, 0.75, 0.14, offset=0.0)
    kerb = studio.masonry("kerb", (0.36, 0.3, 0.23), None, 0, 0.7, 0.12)
    studio.block("forecourt", (19, 19, 0.5), (0, -1.2, -0.25), paving, 0.03)
    for k in range(3):
        studio.block(
            "forecourt", (4.6, 0.4, 0.16), (0, -10.9 - 0.38 * k, -0.08 - 0.16 * k), kerb, 0.015
        )
    water_z = -0.62
    left, right, near, far = -3.4, 3.4, -39.5, -14.2
    for x0, x1, y0, y1 in (
        (-9.0, left, near, -10.6),
        (right, 9.0, near, -10.6),
        (left, right, far, -10.6),
    ):
        studio.block(
            "forecourt", (x1 - x0, y1 - y0, 0.4), ((x0 + x1) / 2, (y0 + y1) / 2, -0.7), paving, 0
        )
    for x in (left, right):
        studio.block("forecourt", (0.45, far - near, 0.52), (x, (near + far) / 2, -0.7), kerb, 0.02)
    studio.block("forecourt", (right - left + 0.45, 0.45, 0.52), (0, far, -0.7), kerb, 0.02)
    water = studio.material("water", _water)
    studio.plane("forecourt", (right - left, far - near), (0, (near + far) / 2, water_z), water)
    studio.plane("forecourt", (900, 900), (0, 380, -0.9), studio.material("steppe", _steppe))
    ridge = studio.glow("far ridge", (0.07, 0.065, 0.09), 1.0)
    n = 160
    crest = [
        (
            -400 + 5 * k,
            300.0,
            7 + 4 * math.sin(0.11 * k) + 2.4 * math.sin(0.29 * k + 1) + 0.7 * math.sin(0.9 * k),
        )
        for k in range(n + 1)
    ]
    vertices = crest + [(x, y, -2.0) for x, y, _ in crest]
    faces = [(k, k + 1, k + n + 2, k + n + 1) for k in range(n)]
    studio.mesh("ridge", vertices, faces, ridge)


def _water(n: studio.Nodes) -> Any:
    """Nearly still, with ripples a little longer than wide."""
    ripple = n.noise(n.coordinates((1.0, 0.6, 1.0), vary=False), 1.6, 2.0)
    return n.principled(
        Base_Color=(0.006, 0.012, 0.016),
        Roughness=0.03,
        Normal=n.bump(ripple, 0.012, 0.35),
        IOR=1.5,
    )


def _steppe(n: studio.Nodes) -> Any:
    """Dry ground that dissolves into the haze of the evening."""
    tufts = n.noise(n.coordinates(vary=False), 0.4, 5.0, roughness=0.65)
    tone = n.mix(n.remap(tufts, 0.35, 0.65), (0.13, 0.1, 0.07), (0.22, 0.17, 0.12))
    ground = n.principled(Base_Color=tone, Roughness=0.95)
    veil = n.remap(n.add("CameraData").outputs["View Distance"], 30.0, 160.0, 0.0, 0.95)
    return n.mix_shader(veil, ground, n.emission((0.13, 0.1, 0.105)))


def stars() -> None:
    """Scatter the first few stars as tiny far points."""
    rng = random.Random(11)
    shine = [studio.glow(f"star {k}", (0.9, 0.94, 1.0), 0.6 + 0.9 * k) for k in range(3)]
    for _ in range(46):
        x, z = rng.uniform(-190, 190), rng.uniform(110, 290)
        size = rng.uniform(0.16, 0.34)
        dot = studio.lathe(
            "dot",
            [
                (size * r, size * h)
                for r, h in [(0.0, -1.0), (0.8, -0.6), (1.0, 0.0), (0.8, 0.6), (0.0, 1.0)]
            ],
            rng.choice(shine),
            10,
        )
        dot.location = (x, 420.0, z)
        dot.visible_glossy = False


def build() -> None:
    """Build the tomb against the last light in the west."""
    studio.film(0.3)
    brick = studio.masonry("brick", BRICK, (0.27, 0.075), 0.007, 0.85, 0.14, bump=0.004)
    plain = studio.masonry("plain brick", studio.shade(BRICK, 1.15), None, 0, 0.85, 0.12)
    tile = studio.masonry("dome tile", (0.035, 0.25, 0.27), None, 0, 0.3, 0.22, polish=0.3)
    gilt = studio.uniform("gilt", (0.75, 0.5, 0.2), 0.3, 1.0)
    body(brick, plain)
    portal(brick, plain)
    dome(tile, brick, gilt)
    lamplight()
    forecourt()
    stars()
    studio.sky(
        [
            (-0.3, (0.06, 0.06, 0.08)),
            (0.01, (0.95, 0.42, 0.18)),
            (0.1, (0.62, 0.4, 0.34)),
            (0.26, (0.22, 0.27, 0.42)),
            (0.6, (0.06, 0.11, 0.26)),
            (1.0, (0.025, 0.05, 0.15)),
        ],
        0.55,
        1.0,
        "B_SPLINE",
    )
    studio.softbox((-60, -20, 15), (0, 0, 7), (40, 20), 42000, (1.0, 0.58, 0.38))
    studio.softbox((30, -60, 50), (0, 0, 6), (50, 50), 9000, (0.5, 0.66, 1.0))
    studio.camera(
        (0.0, -41.0, 0.75), (0.0, 0.0, 0.75), 31, 4.0, (0, FRONT - 2, 3), (0.0, 0.045), blades=9
    )
