"""The apple of the series: one fruit with the same skin, the same dent and the same stem."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import bpy
import numpy as np
import studio
from mathutils import Euler
from studio import Colour, Nodes, Vec3

RADIUS = 0.0375
# Half profile from the calyx (below) to the bottom of the stem cavity, in radii.
PROFILE = np.array(
    [
        (0.00, -0.66),
        (0.07, -0.68),
        (0.14, -0.755),
        (0.22, -0.835),
        (0.31, -0.865),
        (0.44, -0.835),
        (0.65, -0.70),
        (0.845, -0.44),
        (0.965, -0.10),
        (1.00, 0.20),
        (0.975, 0.46),
        (0.875, 0.69),
        (0.70, 0.83),
        (0.50, 0.875),
        (0.33, 0.83),
        (0.20, 0.70),
        (0.10, 0.55),
        (0.03, 0.475),
        (0.00, 0.47),
    ]
)
# The one dent: where it sits on the skin (degrees), how wide and how deep it is (radii).
DENT_AZIMUTH, DENT_HEIGHT = -62.0, 0.32
DENT_WIDTH, DENT_DEPTH = 0.17, 0.055
RINGS, SEGMENTS = 150, 220


@dataclass(frozen=True)
class Variety:
    """What may differ between the apple and its relatives."""

    green: Colour = (0.46, 0.42, 0.085)
    red: Colour = (0.40, 0.022, 0.018)
    deep: Colour = (0.19, 0.006, 0.010)
    blush: float = 0.62
    scale: float = 1.0
    tall: float = 1.0
    dent: bool = True
    seed: int = 0


THE_APPLE = Variety()


def _profile(count: int) -> tuple[np.ndarray, np.ndarray]:
    """Points evenly along a smooth (Catmull-Rom) curve through the profile."""
    knots = np.vstack([PROFILE[0] * (-1, 1), PROFILE, PROFILE[-1] * (-1, 1)])
    knots[0] = (-PROFILE[1][0], PROFILE[1][1])
    knots[-1] = (-PROFILE[-2][0], PROFILE[-2][1])
    fine = []
    for p0, p1, p2, p3 in zip(knots, knots[1:], knots[2:], knots[3:], strict=False):
        t = np.linspace(0.0, 1.0, 24, endpoint=False)[:, None]
        fine.append(
            0.5
            * (
                2 * p1
                + (p2 - p0) * t
                + (2 * p0 - 5 * p1 + 4 * p2 - p3) * t**2
                + (3 * p1 - p0 - 3 * p2 + p3) * t**3
            )
        )
    curve = np.vstack([*fine, PROFILE[-1:]])
    length = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(curve, axis=0).T))])
    even = np.linspace(0.0, length[-1], count)
    radius = np.interp(even, length, curve[:, 0])
    return np.maximum(radius, 0.0), np.interp(even, length, curve[:, 1])


def _body(variety: Variety) -> tuple[np.ndarray, np.ndarray]:
    """Vertices (rings x segments x 3, metres) and how dented each is (0..1)."""
    r, z = _profile(RINGS)
    angle = np.linspace(0.0, 2.0 * np.pi, SEGMENTS, endpoint=False)
    r, z, a = r[:, None], z[:, None] * variety.tall, angle[None, :]
    shift = variety.seed * 1.7
    # Five lobes: faint at the belly, plain at the foot, where they make its five knobs.
    foot = np.clip((0.1 - z) / 0.95, 0.0, 1.0) ** 1.5
    shoulder = np.clip((z - 0.35) / 0.5, 0.0, 1.0)
    lobes = np.cos(5 * a + 0.5 + 0.35 * np.sin(a + shift))
    radius = r * (1.0 + lobes * (0.008 + 0.032 * foot + 0.014 * shoulder))
    radius = radius * (1.0 + 0.016 * np.cos(2 * a + 1.1 + shift) + 0.012 * np.cos(3 * a + shift))
    rim = np.exp(-(((r - 0.36) / 0.3) ** 2))
    height = z - 0.024 * foot * rim * (1 - lobes) + 0.012 * shoulder * lobes * rim
    # One shoulder is higher than the other, and the whole leans a little.
    height = height + 0.055 * r * np.cos(a - 0.8 - shift) * shoulder
    x = radius * np.cos(a) + 0.03 * height * np.cos(shift)
    y = radius * np.sin(a) + 0.03 * height * np.sin(shift)
    points = np.stack([x, y, height * np.ones_like(a)], axis=-1)
    dent = np.zeros(points.shape[:2])
    if variety.dent:
        around = math.radians(DENT_AZIMUTH)
        centre = np.array([math.cos(around), math.sin(around), DENT_HEIGHT])
        distance = np.linalg.norm(points - centre * (0.97, 0.97, 1.0), axis=-1) / DENT_WIDTH
        dent = np.exp(-(distance**2.6))
        inward = points * (-1.0, -1.0, -0.3)
        inward /= np.linalg.norm(inward, axis=-1, keepdims=True) + 1e-9
        points = points + inward * (dent * DENT_DEPTH)[..., None]
    return points * RADIUS * variety.scale, dent


def skin(variety: Variety = THE_APPLE) -> bpy.types.Material:
    """Yellow-green ground, streaked red blush, pale lenticels, russet in the stem cavity."""

    def surface(n: Nodes) -> Any:
        size = 1.0 / (RADIUS * variety.scale)
        place = n.add("TexCoord").outputs["Object"]
        place = n.add("VectorMath", {0: place, 1: (size,) * 3}, operation="MULTIPLY").outputs[0]
        shift = (variety.seed * 3.1, variety.seed * 1.3, 0.0)
        place_here = n.add("VectorMath", {0: place, 1: shift}, operation="ADD").outputs[0]
        x, y, z = n.add("SeparateXYZ", {0: place}).outputs
        out = n.math("SQRT", n.math("ADD", n.math("MULTIPLY", x, x), n.math("MULTIPLY", y, y)))
        safe = n.math("MAXIMUM", out, 0.02)
        ray = n.add(
            "CombineXYZ",
            {
                0: n.math("DIVIDE", x, safe),
                1: n.math("DIVIDE", y, safe),
                2: n.math("MULTIPLY", z, 0.16),
            },
        ).outputs[0]
        ray = n.add("VectorMath", {0: ray, 1: shift}, operation="ADD").outputs[0]
        # Streaks run from stem to foot: noise on direction, hardly changing with height.
        broad = n.noise(ray, 3.2, 3.0)
        fine = n.noise(ray, 15.0, 3.0, 0.15, 0.65)
        hair = n.noise(ray, 52.0, 2.0, 0.1, 0.6)
        clouds = n.noise(place_here, 1.7, 3.0)
        # The blush is the side that hung in the sun.
        toward = n.math("ADD", n.math("MULTIPLY", x, 0.34), n.math("MULTIPLY", y, -0.30))
        toward = n.math("ADD", toward, n.math("MULTIPLY", z, 0.16))
        amount = n.math("ADD", toward, variety.blush - 0.22)
        for part, weight in ((broad, 0.75), (fine, 0.55), (hair, 0.34), (clouds, 0.6)):
            centred = n.math("MULTIPLY", n.math("SUBTRACT", part, 0.47), weight)
            amount = n.math("ADD", amount, centred)
        warm = tuple(0.5 * g + 0.5 * r for g, r in zip(variety.green, variety.red, strict=True))
        tone = n.ramp(
            amount,
            [
                (0.14, variety.green),
                (0.33, studio.shade(warm, 1.15)),
                (0.55, variety.red),
                (0.92, variety.deep),
            ],
        )
        # Ground colour shows in both hollows; the stem cavity also carries brown russet.
        hollow = n.math("MULTIPLY", n.remap(out, 0.52, 0.18), n.remap(z, 0.2, 0.6))
        ragged = n.math("MULTIPLY", hollow, n.remap(fine, 0.30, 0.56))
        tone = n.mix(n.math("MULTIPLY", hollow, 0.72), tone, variety.green)
        tone = n.mix(n.math("MULTIPLY", ragged, 0.85), tone, (0.23, 0.135, 0.05))
        below = n.math("MULTIPLY", n.remap(out, 0.42, 0.14), n.remap(z, -0.3, -0.6))
        tone = n.mix(n.math("MULTIPLY", below, 0.6), tone, variety.green)
        spots = n.add("TexVoronoi", {"Vector": place_here, "Scale": 8.5, "Randomness": 0.95})
        random = n.add("SeparateXYZ", {0: spots.outputs["Color"]}).outputs[0]
        width = n.remap(random, 0.35, 1.0, 0.0, 0.115)
        dots = n.math("DIVIDE", spots.outputs["Distance"], n.math("MAXIMUM", width, 0.005))
        dots = n.math("MULTIPLY", n.remap(dots, 1.1, 0.5), n.remap(random, 0.3, 0.5))
        pale = tuple(0.55 * c + 0.2 for c in variety.green)
        tone = n.mix(n.math("MULTIPLY", dots, 0.62), tone, pale)
        dent = n.add("Attribute", attribute_name="dent").outputs["Fac"]
        tone = n.mix(n.math("MULTIPLY", dent, 0.5), tone, (0.16, 0.065, 0.03))
        dull = n.math("ADD", n.math("MULTIPLY", ragged, 0.3), n.math("MULTIPLY", dent, 0.14))
        gloss = n.math("ADD", n.remap(clouds, 0.3, 0.7, 0.27, 0.36), dull)
        relief = n.math(
            "ADD", n.noise(place, 60.0, 1.0), n.math("MULTIPLY", n.noise(place, 6.0, 1.0), 3.0)
        )
        return n.principled(
            Base_Color=tone,
            Roughness=gloss,
            Normal=n.bump(relief, 0.00006, 0.6),
            Coat_Weight=0.22,
            Coat_Roughness=0.16,
            Coat_IOR=1.45,
        )

    middle = tuple(0.45 * g + 0.55 * r for g, r in zip(variety.green, variety.red, strict=True))
    return studio.material("apple skin", surface, middle)


def _stem(variety: Variety) -> bpy.types.Object:
    bark = studio.plain("apple stem", (0.115, 0.065, 0.03), 0.8, 0.35, 0.0006)
    s = RADIUS * variety.scale
    lean = 0.03 * 0.47
    points = [
        (lean, 0, 0.43),
        (0.02, 0.005, 0.62),
        (0.035, 0.015, 0.82),
        (0.085, 0.04, 1.02),
        (0.165, 0.075, 1.16),
        (0.20, 0.09, 1.21),
    ]
    radii = [0.045, 0.033, 0.029, 0.030, 0.041, 0.047]
    top = [
        tuple(c * s * (variety.tall if i == 2 else 1.0) for i, c in enumerate(p)) for p in points
    ]
    return studio.tube("stem", top, [r * s for r in radii], bark)


def _calyx(variety: Variety) -> bpy.types.Object:
    """Five dry sepals that close over the hollow at the foot."""
    dry = studio.plain("calyx", (0.10, 0.07, 0.035), 0.9, 0.3)
    s = RADIUS * variety.scale
    vertices: list[Vec3] = []
    faces: list[tuple[int, ...]] = []
    for k in range(5):
        a = 2 * math.pi * k / 5 + 0.3
        first = len(vertices)
        for out, side, z in (
            (0.11, 0.045, -0.69),
            (0.11, -0.045, -0.69),
            (0.05, 0.03, -0.76),
            (0.05, -0.03, -0.76),
            (0.075, 0.0, -0.84),
        ):
            vertices.append(
                (
                    s * (out * math.cos(a) - side * math.sin(a)),
                    s * (out * math.sin(a) + side * math.cos(a)),
                    s * z * variety.tall,
                )
            )
        faces += [(first, first + 1, first + 3, first + 2), (first + 2, first + 3, first + 4)]
    return studio.mesh("calyx", vertices, faces, dry, smooth=True)


def apple(
    location: Vec3 = (0.0, 0.0, 0.0),
    turn: float = 0.0,
    tilt: tuple[float, float] = (0.0, 0.0),
    variety: Variety = THE_APPLE,
) -> bpy.types.Object:
    """Set the apple down so that its lowest point touches `location`; angles in degrees.

    `turn` spins it about its core, `tilt` then leans it about X and Y. At turn 0 the blush
    and the dent face -Y.
    """
    points, dent = _body(variety)
    rotation = Euler((math.radians(tilt[0]), math.radians(tilt[1]), 0.0)).to_matrix()
    rotation = rotation @ Euler((0.0, 0.0, math.radians(turn))).to_matrix()
    vertices = points.reshape(-1, 3)
    faces = [
        (
            i * SEGMENTS + j,
            i * SEGMENTS + (j + 1) % SEGMENTS,
            (i + 1) * SEGMENTS + (j + 1) % SEGMENTS,
            (i + 1) * SEGMENTS + j,
        )
        for i in range(RINGS - 1)
        for j in range(SEGMENTS)
    ]
    body = studio.mesh("apple", vertices, faces, skin(variety), smooth=True)
    # The name must match what the skin reads.
    layer = body.data.attributes.new("dent", "FLOAT", "POINT")
    layer.data.foreach_set("value", dent.astype(np.float32).ravel())
    studio.attach(body, _stem(variety), _calyx(variety))
    lowest = float((vertices @ np.array(rotation).T)[:, 2].min())
    body.rotation_euler = rotation.to_euler()
    # A hair below the surface: fruit flesh and table meet in a spot, not in a point.
    body.location = (location[0], location[1], location[2] - lowest - 0.0003)
    return body
