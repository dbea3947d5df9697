"""Candles of many kinds together: tapers, a pillar, votives, a clay oil lamp and tea lights."""

from __future__ import annotations

import math
import random

import bpy
import studio

TITLE = "Many Flames"
ALT = (
    "Candles of different kinds burn together on dark wood: slender tapers in brass holders, a "
    "thick pillar, votives in coloured glass, a clay oil lamp and tea lights."
)
FOCUS = (0.6, 0.66)
ASPECT = (3, 2)
SAMPLES = 40
SHARP = (0.09, 0.34, 0.97, 0.92)

IVORY = (0.56, 0.46, 0.24)
BEESWAX = (0.62, 0.36, 0.1)


def wick(spot: studio.Vec3, height: float = 0.008) -> None:
    """Stand a charred wick."""
    black = studio.uniform("wick", (0.015, 0.01, 0.008), 0.9)
    x, y, z = spot
    studio.wire(
        "wick",
        [(x, y, z - 0.004), (x, y, z + height * 0.6), (x + 0.0015, y, z + height)],
        0.0009,
        black,
    )


def taper(x: float, y: float, height: float, brass: bpy.types.Material, lean: float) -> None:
    """Stand a beeswax taper in a turned brass holder."""
    holder = studio.lathe(
        "holder",
        studio.smooth_profile(
            [
                (0.0, 0.0),
                (0.044, 0.0),
                (0.046, 0.003),
                (0.04, 0.007),
                (0.016, 0.011),
                (0.009, 0.018),
                (0.013, 0.025),
                (0.009, 0.032),
                (0.013, 0.04),
                (0.0165, 0.043),
                (0.0165, 0.052),
                (0.0125, 0.053),
                (0.0118, 0.046),
            ],
            5,
        ),
        brass,
        72,
        crease=45,
    )
    holder.location = (x, y, 0)
    body = studio.wax("beeswax", BEESWAX, height, 1.1)
    stick = studio.lathe(
        "stick",
        [
            (0.0, 0.046),
            (0.0113, 0.046),
            (0.0104, height * 0.6),
            (0.0092, height - 0.006),
            (0.0088, height - 0.001),
            (0.0078, height),
            (0.0055, height - 0.002),
            (0.0, height - 0.003),
        ],
        body,
        48,
        crease=60,
        relief=lambda a, z: 1.0 + 0.02 * math.sin(3 * a + 60 * z),
    )
    stick.location = (x, y, 0)
    wick((x, y, height - 0.003))
    studio.flame((x, y, height + 0.001), 0.036, 0.37, lean, 20.0)


def pillar(x: float, y: float, radius: float, height: float) -> None:
    """Stand a thick pillar candle whose rim has softened round its pool of wax."""
    body = studio.wax("pillar wax", IVORY, height, 0.35)

    def soft(angle: float, z: float) -> float:
        slump = 0.012 * (z / height) ** 4 * math.sin(2 * angle + 1)
        return 1.0 + slump + 0.004 * math.sin(5 * angle)

    candle = studio.lathe(
        "candle",
        [
            (0.0, 0.0),
            (radius - 0.002, 0.0),
            (radius, 0.003),
            (radius, height * 0.5),
            (radius, height - 0.005),
            (radius - 0.002, height - 0.001),
            (radius - 0.005, height),
            (radius - 0.008, height - 0.003),
            (radius - 0.011, height - 0.009),
            (radius * 0.4, height - 0.012),
            (0.0, height - 0.012),
        ],
        body,
        96,
        crease=60,
        relief=soft,
    )
    candle.location = (x, y, 0)
    wick((x, y, height - 0.012), 0.011)
    studio.flame((x, y, height - 0.005), 0.036, 0.51, 0.05, 80.0)


def votive(x: float, y: float, glass: bpy.types.Material, size: float = 1.0) -> None:
    """Set a votive: a small thick tumbler with wax and flame inside."""
    s = size
    cup = studio.lathe(
        "cup",
        [
            (p * s, q * s)
            for p, q in [
                (0.0, 0.0),
                (0.024, 0.0),
                (0.027, 0.003),
                (0.0295, 0.03),
                (0.0325, 0.064),
                (0.0318, 0.0655),
                (0.0305, 0.064),
                (0.0278, 0.03),
                (0.025, 0.01),
                (0.0, 0.008),
            ]
        ],
        glass,
        80,
        crease=50,
    )
    cup.location = (x, y, 0)
    level = 0.03 * s
    body = studio.wax("votive wax", IVORY, level, 1.0)
    fill = studio.lathe(
        "fill",
        [
            (0.0, 0.0088 * s),
            (0.0246 * s, 0.0105 * s),
            (0.0268 * s, level - 0.001),
            (0.0258 * s, level),
            (0.018 * s, level - 0.002),
            (0.0, level - 0.003),
        ],
        body,
        64,
    )
    fill.location = (x, y, 0)
    wick((x, y, level - 0.003))
    studio.flame((x, y, level + 0.001), 0.027 * s, 0.34, -0.04, 140.0 * x)


def tea_light(x: float, y: float, cup: bpy.types.Material, power: float = 0.27) -> None:
    """Set a tea light: a thin metal cup full of molten wax."""
    shell = studio.lathe(
        "shell",
        [
            (0.0, 0.0),
            (0.018, 0.0),
            (0.019, 0.001),
            (0.0193, 0.0155),
            (0.0197, 0.016),
            (0.0193, 0.0163),
            (0.0188, 0.0155),
            (0.0186, 0.003),
        ],
        cup,
        96,
        crease=50,
        relief=lambda a, z: 1.0 + (0.006 * math.cos(48 * a) if z < 0.015 else 0.0),
    )
    shell.location = (x, y, 0)
    body = studio.wax("tea wax", IVORY, 0.0125, 0.8)
    fill = studio.lathe("fill", [(0.0187, 0.012), (0.016, 0.0125), (0.0, 0.0122)], body, 48)
    fill.location = (x, y, 0)
    wick((x, y, 0.012), 0.006)
    studio.flame((x, y, 0.0145), 0.022, power, 0.03, 900.0 * x)


def oil_lamp(x: float, y: float, turn: float) -> None:
    """Set a clay lamp: a pinched saucer of oil with a cotton wick in its spout."""
    clay = studio.plain("clay", (0.3, 0.12, 0.055), 0.8, 0.16, 0.0002)

    def pinch(angle: float, z: float) -> float:
        away = (angle + math.pi) % math.tau - math.pi
        return 1.0 + (z / 0.026) * (0.36 * math.exp(-((away / 0.36) ** 2)) - 0.05)

    saucer = studio.lathe(
        "saucer",
        [
            (0.0, 0.0),
            (0.02, 0.0),
            (0.023, 0.002),
            (0.033, 0.011),
            (0.04, 0.022),
            (0.0408, 0.0255),
            (0.0395, 0.0268),
            (0.0378, 0.0255),
            (0.032, 0.015),
            (0.022, 0.006),
            (0.0, 0.005),
        ],
        clay,
        128,
        crease=60,
        relief=pinch,
    )
    saucer.location = (x, y, 0)
    saucer.rotation_euler.z = math.radians(turn)
    oil = studio.uniform("oil", (0.3, 0.14, 0.02), 0.04, Coat_Weight=0.3)
    pool = studio.lathe(
        "pool", [(0.0358, 0.0195), (0.0, 0.0195)], oil, 96, relief=lambda a, z: pinch(a, z) * 0.99
    )
    pool.location = (x, y, 0)
    pool.rotation_euler.z = math.radians(turn)
    cotton = studio.uniform("cotton", (0.3, 0.22, 0.14), 0.95)
    dx, dy = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    line = [
        (x + r * dx, y + r * dy, z)
        for r, z in [
            (-0.012, 0.0205),
            (0.02, 0.021),
            (0.042, 0.0245),
            (0.0505, 0.03),
            (0.0525, 0.0335),
        ]
    ]
    studio.wire("oil lamp", line, 0.0018, cotton)
    studio.flame((x + 0.0525 * dx, y + 0.0525 * dy, 0.032), 0.034, 0.41, 0.12, turn)


def background(cup: bpy.types.Material) -> None:
    """Set more lights far behind, where the lens melts them into discs."""
    rng = random.Random(23)
    spots: list[studio.Vec2] = []
    while len(spots) < 22:
        y = rng.uniform(0.75, 3.2)
        x = rng.uniform(-0.5, 0.5) * (y + 0.9) * 0.62
        if all(math.hypot(x - a, y - b) > 0.14 for a, b in spots):
            spots.append((x, y))
    for x, y in spots:
        tea_light(x, y, cup, 0.0)


def build() -> None:
    """Build the table of lights; the flames give nearly all the light there is."""
    studio.film(-0.3)
    table = studio.timber("walnut", (0.06, 0.03, 0.016), 0, 0.36, 0.4, 26.0, (2.4, 0.14))
    studio.plane("table", (6.0, 6.0), (0, 1.8, 0), table)
    brass = studio.patinated("brass", (0.62, 0.4, 0.15), (0.26, 0.15, 0.06), 0.3, 0.24)
    metal = studio.uniform("aluminium", (0.72, 0.7, 0.67), 0.28, 1.0)
    clear = studio.vessel_glass("clear glass", (0.97, 0.98, 0.97))
    amber = studio.vessel_glass("amber glass", (0.95, 0.62, 0.25))
    ruby = studio.vessel_glass("ruby glass", (0.8, 0.14, 0.1))
    taper(-0.075, 0.12, 0.198, brass, 0.08)
    taper(0.012, 0.19, 0.226, brass, 0.05)
    taper(0.225, 0.22, 0.2, brass, 0.06)
    pillar(0.128, 0.1, 0.032, 0.112)
    pillar(-0.19, 0.17, 0.03, 0.088)
    votive(0.07, 0.015, clear)
    votive(-0.138, 0.03, ruby)
    votive(0.222, 0.06, amber)
    oil_lamp(-0.035, -0.085, -25.0)
    tea_light(0.128, -0.07, metal)
    tea_light(0.18, -0.02, metal)
    background(metal)
    studio.softbox((-0.8, 1.4, 1.2), (0, 0, 0.05), (0.8, 0.5), 1.4, (1.0, 0.72, 0.5))
    studio.sky([(-1.0, (0.02, 0.011, 0.006)), (1.0, (0.03, 0.02, 0.014))], 0.3)
    studio.bloom(2.5, 0.5, 0.4)
    studio.camera((0.015, -0.88, 0.28), (0.015, 0.04, 0.1), 64, 2.4, (0.05, -0.015, 0.05), blades=9)
