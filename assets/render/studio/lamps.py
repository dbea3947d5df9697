"""Lamps that are seen: a glass bowl of oil on chains, and a lantern of cloth."""

from __future__ import annotations

import math
from typing import Any

import bpy

from studio.arrange import group, place
from studio.candles import flame
from studio.fabrics import cord
from studio.light import bulb
from studio.lines import chain, smooth_profile, tube, wire
from studio.materials import patinated, uniform
from studio.shader import Nodes, material
from studio.shapes import lathe
from studio.values import Vec3

BOWL = [
    (0.0, -0.093),
    (0.022, -0.092),
    (0.03, -0.086),
    (0.05, -0.072),
    (0.078, -0.035),
    (0.09, 0.008),
    (0.0925, 0.045),
    (0.096, 0.068),
    (0.0985, 0.0705),
]
BAND = [(0.0985, 0.066), (0.101, 0.0675), (0.1015, 0.0745), (0.099, 0.0765), (0.0965, 0.075)]


def glass_lamp(spot: Vec3, hook: float, turn: float, power: float) -> None:
    """A bowl of oil with a floating wick; its chains meet in a ring that hangs from `hook`."""
    x, y, z = spot
    brass = patinated("brass", (0.45, 0.29, 0.11), (0.12, 0.085, 0.045), 0.45, 0.34)
    glass = material("lamp glass", _blown)
    oil = uniform(
        "oil", (0.2, 0.075, 0.01), 0.05, Emission_Color=(1.0, 0.36, 0.04), Emission_Strength=0.4
    )
    outside = smooth_profile(BOWL, 6)
    inside = [(r * 0.965, h + 0.003) for r, h in outside if -0.09 < h < 0.067]
    parts = [
        lathe("bowl", outside, glass, 96, crease=60),
        lathe("lining", inside, glass, 96),
        lathe("oil", [(0.0, 0.0), (0.083, 0.0), (0.0845, 0.0012)], oil, 72),
        lathe("float", [(0.0, 0.004), (0.016, 0.004), (0.018, 0.002), (0.018, -0.002)], brass, 40),
        lathe("band", BAND, brass, 96),
    ]
    for part in parts[2:4]:
        # The flame lights the room below too, as it does through oil and glass.
        part.visible_shadow = False
    place(group("lamp", *parts), spot, (0.0, 0.0, turn))
    black = uniform("wick", (0.02, 0.012, 0.008), 0.9)
    wire("wick", [(x, y, z), (x, y, z + 0.010), (x + 0.002, y, z + 0.015)], 0.0016, black)
    flame((x, y, z + 0.009), 0.07, 0.0, 0.05, turn)
    bulb((x, y, z + 0.042), power, 0.011, (1.0, 0.7, 0.42)).visible_glossy = False
    top = z + 0.43
    for angle in (math.tau * k / 3 + math.radians(turn) for k in range(3)):
        ear = (x + 0.1 * math.cos(angle), y + 0.1 * math.sin(angle), z + 0.074)
        chain("chain", ear, (x, y, top), 0.017, brass)
    circle = [math.tau * k / 10 for k in range(10)]
    ring = [(x + 0.013 * math.cos(t), y, top + 0.013 * math.sin(t)) for t in circle]
    tube("ring", ring, 0.0026, brass, closed=True)
    chain("chain", (x, y, top + 0.012), (x, y, hook), 0.017, brass)


def _blown(n: Nodes) -> Any:
    """Amber glass: light passes through, and its outline gathers the flame."""
    edge = n.math("POWER", n.facing(), 3.0)
    ripple = n.noise(n.coordinates((9.0, 9.0, 30.0)), 1.0, 2.0)
    gloss = {"Color": (1.0, 0.9, 0.75), "Roughness": 0.05, "Normal": n.bump(ripple, 0.003, 0.7)}
    mirror = n.add("BsdfGlossy", gloss).outputs[0]
    lit = n.add("AddShader", {0: mirror, 1: n.emission((1.0, 0.5, 0.16), 0.28)}).outputs[0]
    tint = n.mix(edge, (0.97, 0.88, 0.7), (0.66, 0.4, 0.15))
    return n.mix_shader(n.remap(edge, 0.0, 1.0, 0.06, 0.62), n.clear(tint), lit)


def cloth_lantern(spot: Vec3, radius: float, height: float, power: float) -> bpy.types.Object:
    """A round of cloth between two wooden hoops, a light in it, on a cord tied to both sides."""
    cover = material("lantern cloth", _lit_cloth)
    dark = uniform("hoop", (0.035, 0.02, 0.012), 0.5)
    half = height / 2

    def slack(angle: float, z: float) -> float:
        hollow = 0.025 * math.cos(math.pi * z / height)
        return 1.0 - hollow - 0.006 * math.sin(8 * angle) * math.cos(math.pi * z / height)

    rows = [(radius, -half + height * k / 40) for k in range(41)]
    body = lathe("cover", rows, cover, 128, relief=slack)
    # The cloth lets its own light out: the bulb in it lights the room as well.
    body.visible_shadow = False
    parts = [body]
    for z in (-half, half):
        rim = [(-0.008, 0.004), (0.006, 0.004), (0.008, 0.0), (0.006, -0.013), (-0.008, -0.013)]
        parts.append(
            lathe("hoop", [(radius + r, z + h + 0.004) for r, h in rim], dark, 96, crease=40)
        )
    for k in range(8):
        angle = math.tau * (k + 0.25) / 8
        edge = (radius * math.cos(angle) * 0.985, radius * math.sin(angle) * 0.985)
        rib = wire("rib", [(*edge, -half), (*edge, half)], 0.0022, dark)
        rib.visible_shadow = False
        parts.append(rib)
    bail = [(-radius, 0.0, half), (0.0, 0.0, half + radius * 1.1), (radius, 0.0, half)]
    parts.append(wire("bail", bail, 0.0028, cord("bail")))
    bulb((spot[0], spot[1], spot[2] - height * 0.2), power, 0.012, (1.0, 0.58, 0.26))
    return place(group("lantern", *parts), spot)


def _lit_cloth(n: Nodes) -> Any:
    where = n.coordinates(vary=False)
    cloud = n.noise(where, 14.0, 5.0, 0.4)
    threads = n.math(
        "MULTIPLY",
        n.noise(n.coordinates((60.0, 60.0, 1300.0), vary=False), 1.0, 2.0),
        n.noise(n.coordinates((900.0, 900.0, 40.0), vary=False), 1.0, 2.0),
    )
    tone = n.tint((0.6, 0.46, 0.3), n.remap(cloud, 0.3, 0.7, 0.84, 1.06))
    tone = n.tint(tone, n.remap(threads, 0.12, 0.4, 0.8, 1.1))
    matt = n.add("BsdfDiffuse", {"Color": tone}).outputs[0]
    through = n.add("BsdfTranslucent", {"Color": tone}).outputs[0]
    return n.mix_shader(0.62, matt, through)
