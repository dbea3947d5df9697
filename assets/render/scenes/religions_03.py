"""A Buddhist temple's bell hall: timber posts, paper lanterns and a great bronze bell."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import Any

import bpy
import studio

TITLE = "The Bell before the Evening"
ALT = (
    "A great bronze temple bell hangs under dark timber beams beside a wooden striking beam on "
    "ropes; paper lanterns glow between the posts and hills fade into mist behind."
)
FOCUS = (0.65, 0.46)
ASPECT = (3, 2)
SAMPLES = 8

BELL = (0.75, 5.2, 1.35)
BEAM = 3.75
MIST = (0.17, 0.152, 0.158)


def bell_relief(angle: float, height: float) -> float:
    """Return the raised bands of the bell: crossing straps, as on Japanese bells."""
    straps = 0.0
    for k in range(4):
        turn = (angle - k * math.pi / 2 - math.pi / 4 + math.pi) % math.tau - math.pi
        for line in (-0.115, -0.05, 0.05, 0.115):
            straps = max(straps, 1.0 if abs(turn - line) < 0.016 else 0.0)
    return 1.0 + 0.011 * straps if 0.12 < height < 1.42 else 1.0


def bell() -> None:
    """Hang the bell: waisted body, thick lip, straps, bosses, striking point and loop."""
    bronze = studio.patinated("bronze", (0.3, 0.195, 0.1), (0.105, 0.1, 0.07), 0.36, 0.34)
    outer = [
        (0.40, 0.0),
        (0.545, 0.0),
        (0.56, 0.02),
        (0.56, 0.075),
        (0.535, 0.1),
        (0.528, 0.13),
        (0.522, 0.26),
        (0.517, 0.40),
        (0.527, 0.41),
        (0.527, 0.43),
        (0.516, 0.44),
        (0.516, 0.47),
        (0.526, 0.48),
        (0.526, 0.50),
        (0.514, 0.51),
        (0.508, 0.7),
        (0.498, 0.9),
        (0.508, 0.91),
        (0.508, 0.93),
        (0.496, 0.94),
        (0.488, 1.1),
        (0.475, 1.3),
        (0.485, 1.31),
        (0.485, 1.33),
        (0.47, 1.34),
        (0.462, 1.4),
        (0.453, 1.43),
        (0.437, 1.458),
        (0.413, 1.485),
        (0.38, 1.51),
        (0.335, 1.533),
        (0.28, 1.551),
        (0.21, 1.565),
        (0.13, 1.575),
        (0.06, 1.579),
        (0.0, 1.58),
    ]
    dense: list[studio.Vec2] = []
    for (r0, z0), (r1, z1) in pairwise(outer):
        steps = max(1, int(abs(z1 - z0) / 0.05))
        dense += [(r0 + (r1 - r0) * k / steps, z0 + (z1 - z0) * k / steps) for k in range(steps)]
    dense.append(outer[-1])
    body = studio.lathe("body", dense, bronze, 420, crease=28, relief=bell_relief)
    body.location = BELL
    x, y, z = BELL
    boss = studio.lathe(
        "boss",
        [(0.026, 0.0), (0.022, 0.012), (0.017, 0.03), (0.02, 0.04), (0.014, 0.052), (0.0, 0.056)],
        bronze,
        20,
    )
    boss.location = (0, -20, 0)
    for row in range(4):
        height = 0.995 + 0.088 * row
        radius = 0.4945 - (height - 0.94) * 0.055
        for k in range(32):
            angle = math.tau * (k + 0.5) / 32
            if abs(((angle - math.pi / 4 + math.pi / 4) % (math.pi / 2)) - math.pi / 4) < 0.17:
                continue
            twin = studio.copy_of(
                boss, (x + radius * math.cos(angle), y + radius * math.sin(angle), z + height)
            )
            twin.rotation_euler = (0, math.pi / 2, angle)
    for angle in (math.pi * 1.25, math.pi * 0.25):
        lotus(bronze, angle, (x, y, z + 0.455))
    loop = []
    for step in range(25):
        t = math.pi * step / 24
        loop.append((x + 0.15 * math.cos(t), y, z + 1.56 + 0.26 * math.sin(t)))
    studio.wire("bell", loop, 0.05, bronze)
    iron = studio.uniform("iron", (0.06, 0.055, 0.05), 0.5, 0.9)
    ring = [
        (x, y + 0.13 * math.cos(t), z + 1.93 + 0.17 * math.sin(t))
        for t in (math.tau * k / 32 for k in range(32))
    ]
    studio.wire("bell", ring, 0.026, iron, closed=True)
    studio.wire("bell", [(x, y, z + 2.02), (x, y, BEAM)], 0.03, iron)


def lotus(bronze: bpy.types.Material, angle: float, centre: studio.Vec3) -> None:
    """Add the lotus-shaped striking point to the bell's side."""

    def petals(turn: float, _height: float) -> float:
        return 1.0 + 0.09 * abs(math.cos(4 * turn))

    disc = studio.lathe(
        "disc",
        [(0.1, -0.02), (0.1, 0.012), (0.07, 0.026), (0.062, 0.018), (0.04, 0.02), (0.0, 0.026)],
        bronze,
        96,
        crease=30,
        relief=petals,
    )
    radius = 0.517
    x, y, z = centre
    disc.location = (x + radius * math.cos(angle), y + radius * math.sin(angle), z)
    disc.rotation_euler = (0, math.pi / 2, angle)


def striker(rope: bpy.types.Material) -> None:
    """Hang the wooden striking beam level with the lotus on two pairs of ropes."""
    log = studio.timber("log", (0.3, 0.2, 0.12), 2, 0.7, 0.25)
    body = studio.lathe(
        "body",
        [(0.0, 0.0), (0.085, 0.0), (0.1, 0.015), (0.1, 1.7), (0.092, 1.72), (0.0, 1.72)],
        log,
        48,
    )
    direction = (math.cos(math.pi * 1.25), math.sin(math.pi * 1.25))
    x, y, z = BELL[0], BELL[1], BELL[2] + 0.455
    start = (x + 0.82 * direction[0], y + 0.82 * direction[1], z)
    body.location = start
    body.rotation_euler = (0, math.pi / 2, math.pi * 1.25)
    for reach in (0.35, 1.4):
        spot = (start[0] + reach * direction[0], start[1] + reach * direction[1], z)
        ring = [
            (
                spot[0] - 0.108 * math.cos(t) * direction[1],
                spot[1] + 0.108 * math.cos(t) * direction[0],
                z + 0.108 * math.sin(t),
            )
            for t in (math.tau * k / 24 for k in range(24))
        ]
        studio.wire("striker", ring, 0.014, rope, closed=True)
        studio.wire("striker", [(spot[0], spot[1], z + 0.1), (spot[0], spot[1], BEAM)], 0.013, rope)


def lantern(glow: float) -> bpy.types.Object:
    """Return a round paper lantern with bamboo hoops and black wooden rims."""

    def surface(n: studio.Nodes) -> Any:
        middle = n.math("ABSOLUTE", n.math("ADD", n.height(), 0.03))
        light = n.remap(middle, 0.0, 0.3, 1.0, 0.35)
        light = n.math("MULTIPLY", light, n.remap(n.facing(), 0.0, 1.0, 1.0, 0.45))
        fibre = n.noise(n.coordinates(vary=False), 45.0, 5.0)
        light = n.math("MULTIPLY", light, n.remap(fibre, 0.3, 0.7, 0.88, 1.08))
        return n.principled(
            Base_Color=(0.6, 0.5, 0.36),
            Roughness=0.85,
            Emission_Color=(1.0, 0.4, 0.1),
            Emission_Strength=n.math("MULTIPLY", light, glow),
        )

    profile = []
    for k in range(97):
        t = k / 96
        angle = math.pi * (0.13 + 0.74 * t)
        ripple = 1.0 + 0.018 * math.sin(math.tau * t * 14)
        profile.append((0.235 * math.sin(angle) ** 0.8 * ripple, -0.3 * math.cos(angle)))
    return studio.lathe(
        "lantern", profile, studio.material("lantern paper", surface), 64, crease=70
    )


def lanterns() -> None:
    """Hang the lanterns in a row under the far beam and along the left side."""
    black = studio.uniform("lacquer", (0.012, 0.01, 0.009), 0.3)
    first = lantern(1.9)
    first.location = (0, -30, 0)
    cap = studio.lathe(
        "cap",
        [(0.0, -0.035), (0.115, -0.035), (0.118, 0.0), (0.115, 0.035), (0.0, 0.035)],
        black,
        48,
    )
    cap.location = (0, -30, 0)
    spots = [(-2.05 + 0.92 * k, 7.35, 2.72) for k in range(6)]
    for index, (x, y, z) in enumerate(spots):
        studio.copy_of(first, (x, y, z), 31.0 * index)
        studio.copy_of(cap, (x, y, z + 0.29))
        studio.copy_of(cap, (x, y, z - 0.29))
        studio.wire("lanterns", [(x, y, z + 0.3), (x, y, 3.16)], 0.006, black)
        studio.bulb((x, y, z - 0.4), 9.0, 0.12, (1.0, 0.6, 0.28))


def frame() -> None:
    """Raise the bell hall: round posts, tie beams with projecting ends, rafters and boards."""
    wood = studio.timber("post", (0.105, 0.06, 0.035), 2, 0.55, 0.4)
    across = studio.timber("beam", (0.1, 0.057, 0.033), 0, 0.55, 0.4)
    along = studio.timber("purlin", (0.1, 0.057, 0.033), 1, 0.55, 0.4)
    stone = studio.masonry("base stone", (0.3, 0.29, 0.27), None, 0, 0.85, 0.15)
    post = studio.lathe(
        "post", [(0.0, 0.0), (0.19, 0.0), (0.19, 2.0), (0.182, 4.3), (0.0, 4.3)], wood, 56
    )
    post.location = (0, -30, 0)
    base = studio.lathe(
        "base",
        [(0.0, 0.0), (0.33, 0.0), (0.34, 0.05), (0.3, 0.13), (0.24, 0.16), (0.0, 0.16)],
        stone,
        48,
    )
    base.location = (0, -30, 0)
    for y in (3.0, 7.35):
        for x in (-2.6, 3.0):
            studio.copy_of(post, (x, y, 0.14))
            studio.copy_of(base, (x, y, 0.0))
        studio.block("frame", (7.2, 0.16, 0.3), (0.2, y, BEAM + 0.15), across, 0.012)
        studio.block("frame", (7.0, 0.12, 0.2), (0.2, y, 3.25), across, 0.01)
    for x in (-2.6, 3.0):
        studio.block("frame", (0.16, 6.2, 0.3), (x, 5.2, BEAM - 0.12), along, 0.012)
        studio.block("frame", (0.12, 5.6, 0.2), (x, 5.2, 0.75), along, 0.01)
    studio.block("frame", (7.0, 0.26, 0.34), (0.2, BELL[1], BEAM + 0.17), across, 0.014)
    for k in range(15):
        studio.block("frame", (0.09, 8.0, 0.12), (-3.6 + 0.54 * k, 5.2, BEAM + 0.42), along, 0.008)
    studio.block("frame", (9.0, 9.0, 0.06), (0.2, 5.2, BEAM + 0.52), across, 0)
    studio.block("frame", (5.6, 0.1, 0.12), (0.2, 7.35, 0.8), across, 0.01)


def hill(y: float, top: float, tone: studio.Colour, seed: float, rough: float) -> None:
    """Add a far ridge as a mist-coloured silhouette that pales toward its foot."""

    def surface(n: studio.Nodes) -> Any:
        fade = n.remap(n.height(), top * 0.15, top)
        return n.emission(n.mix(fade, MIST, tone))

    mist = studio.material("mist", surface)
    n = 240
    half = y * 0.9
    crest = []
    for k in range(n + 1):
        x = -half + 2 * half * k / n
        s = x / y
        wave = math.sin(3.1 * s + seed) + 0.5 * math.sin(7.3 * s + 2 * seed)
        fine = math.sin(41 * s + seed) + 0.7 * math.sin(97 * s + 3 * seed)
        fine += 0.5 * math.sin(211 * s + 5 * seed)
        crest.append((x, top * (0.72 + 0.2 * wave) + rough * fine))
    vertices = [(x, y, z) for x, z in crest] + [(x, y, -y * 0.08) for x, _ in crest]
    faces = [(k, k + 1, k + n + 2, k + n + 1) for k in range(n)]
    ridge = studio.mesh("ridge", vertices, faces, mist)
    ridge.visible_shadow = False
    ridge.visible_diffuse = False


def misty_ground() -> bpy.types.Material:
    """Return meadow that dissolves into evening mist with distance."""

    def surface(n: studio.Nodes) -> Any:
        patches = n.noise(n.coordinates(vary=False), 0.35, 6.0, roughness=0.65)
        grass = n.mix(n.remap(patches, 0.35, 0.65), (0.05, 0.055, 0.03), (0.12, 0.105, 0.06))
        meadow = n.principled(Base_Color=grass, Roughness=0.95)
        veil = n.remap(n.add("CameraData").outputs["View Distance"], 8.0, 30.0)
        return n.mix_shader(n.math("POWER", veil, 0.7), meadow, n.emission(MIST))

    return studio.material("meadow", surface)


def build() -> None:
    """Build the bell hall with the low light of the evening behind it."""
    studio.film(0.4)
    rope = studio.masonry("rope", (0.5, 0.4, 0.26), None, 0, 0.9, 0.2)
    bell()
    striker(rope)
    lanterns()
    frame()
    paving = studio.masonry(
        "paving", (0.24, 0.225, 0.2), (1.1, 0.75), 0.006, 0.34, 0.1, bump=0.001, polish=0.15
    )
    studio.plane("floor", (8.2, 10.0), (0.2, 5.0, 0.0), paving)
    studio.plane("meadow", (400, 220), (0, 100, -0.7), misty_ground())
    hill(30, 1.5, (0.012, 0.013, 0.014), 3.3, 0.11)
    hill(60, 7.0, (0.022, 0.023, 0.03), 0.6, 0.16)
    hill(110, 18.0, (0.05, 0.051, 0.064), 2.1, 0.2)
    hill(190, 42.0, (0.1, 0.098, 0.115), 4.4, 0.24)
    studio.sky(
        [
            (-0.2, (0.4, 0.36, 0.32)),
            (0.1, (0.8, 0.43, 0.24)),
            (0.3, (0.34, 0.34, 0.42)),
            (1.0, (0.12, 0.19, 0.36)),
        ],
        0.4,
        1.0,
    )
    studio.sun((0.8, -0.62, -0.22), 1.6, (1.0, 0.5, 0.24), 2.5)
    studio.softbox((-4.5, 1.0, 2.6), BELL, (2.0, 3.0), 50, (0.86, 0.92, 1.0))
    studio.softbox((-4.0, 9.0, 3.3), (0.5, 5.0, 2.0), (1.5, 3.0), 110, (1.0, 0.74, 0.52))
    studio.camera(
        (-0.25, 0.1, 1.45), (-0.1, 5.2, 1.75), 34, 2.0, (0.55, 4.75, 2.0), (0.0, 0.03), blades=9
    )
