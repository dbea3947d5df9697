"""The apple of the series: one fruit with the same shape, the same skin and the same stem."""

from __future__ import annotations

import math
from collections.abc import Callable
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
        (0.31, -0.86),
        (0.455, -0.835),
        (0.67, -0.70),
        (0.86, -0.44),
        (0.97, -0.10),
        (1.00, 0.20),
        (0.975, 0.46),
        (0.86, 0.69),
        (0.68, 0.83),
        (0.50, 0.875),
        (0.33, 0.83),
        (0.20, 0.70),
        (0.10, 0.55),
        (0.03, 0.475),
        (0.00, 0.47),
    ]
)
RINGS, SEGMENTS = 220, 320


@dataclass(frozen=True)
class Variety:
    """What may differ between the apple and its relatives."""

    green: Colour = (0.56, 0.43, 0.10)
    red: Colour = (0.52, 0.032, 0.022)
    deep: Colour = (0.22, 0.007, 0.012)
    blush: float = 0.62
    scale: float = 1.0
    tall: float = 1.0
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


def _body(variety: Variety) -> np.ndarray:
    """Vertices (rings x segments x 3, metres)."""
    r, z = _profile(RINGS)
    angle = np.linspace(0.0, 2.0 * np.pi, SEGMENTS, endpoint=False)
    r, z, a = r[:, None], z[:, None] * variety.tall, angle[None, :]
    shift = variety.seed * 1.7
    # Five lobes: faint at the belly, plain at the foot, where they make its five knobs.
    foot = np.clip((0.1 - z) / 0.95, 0.0, 1.0) ** 1.5
    shoulder = np.clip((z - 0.35) / 0.5, 0.0, 1.0)
    lobes = np.cos(5 * a + 0.5 + 0.35 * np.sin(a + shift))
    radius = r * (1.0 + lobes * (0.006 + 0.026 * foot + 0.014 * shoulder))
    radius = radius * (1.0 + 0.016 * np.cos(2 * a + 1.1 + shift) + 0.012 * np.cos(3 * a + shift))
    rim = np.exp(-(((r - 0.36) / 0.3) ** 2))
    height = z - 0.018 * foot * rim * (1 - lobes) + 0.012 * shoulder * lobes * rim
    # One shoulder is higher than the other, and the whole leans a little.
    height = height + 0.055 * r * np.cos(a - 0.8 - shift) * shoulder
    x = radius * np.cos(a) + 0.03 * height * np.cos(shift)
    y = radius * np.sin(a) + 0.03 * height * np.sin(shift)
    points = np.stack([x, y, height * np.ones_like(a)], axis=-1)
    return points * RADIUS * variety.scale


def skin(variety: Variety = THE_APPLE) -> bpy.types.Material:
    """Yellow ground, a red flush with darker stripes, pale lenticels, russet at the stem."""

    def surface(n: Nodes) -> Any:
        size = 1.0 / (RADIUS * variety.scale)
        place = n.add("TexCoord").outputs["Object"]
        place = n.add("VectorMath", {0: place, 1: (size,) * 3}, operation="MULTIPLY").outputs[0]
        shift = (variety.seed * 3.1, variety.seed * 1.3, 0.0)
        here = n.add("VectorMath", {0: place, 1: shift}, operation="ADD").outputs[0]
        _, _, z = n.add("SeparateXYZ", {0: place}).outputs
        out = n.add("VectorMath", {0: place, 1: (1.0, 1.0, 0.0)}, operation="MULTIPLY").outputs[0]
        out = n.add("VectorMath", {0: out}, operation="LENGTH").outputs["Value"]

        def streaks(rise: float, scale: float, detail: float) -> Any:
            where = _meridian(n, place, out, rise)
            where = n.add("VectorMath", {0: where, 1: shift}, operation="ADD").outputs[0]
            return n.noise(where, scale, detail, 0.0, 0.62)

        fine = streaks(0.16, 13.0, 3.0)
        tone = _flush(n, variety, here, fine, streaks)
        # Ground colour shows in both hollows; the stem cavity also carries brown russet.
        hollow = n.math("MULTIPLY", n.remap(out, 0.50, 0.18), n.remap(z, 0.2, 0.6))
        rays = n.math("ADD", n.math("MULTIPLY", hollow, 0.9), n.math("SUBTRACT", fine, 0.5))
        ragged = n.math("MULTIPLY", hollow, n.remap(rays, 0.15, 0.75))
        tone = n.mix(n.math("MULTIPLY", hollow, 0.6), tone, variety.green)
        tone = n.mix(n.math("MULTIPLY", ragged, 0.75), tone, (0.25, 0.145, 0.05))
        below = n.math("MULTIPLY", n.remap(out, 0.46, 0.14), n.remap(z, -0.3, -0.6))
        tone = n.mix(n.math("MULTIPLY", below, 0.6), tone, variety.green)
        dots = _lenticels(n, here)
        pale = tuple(0.5 * c + s for c, s in zip(variety.green, (0.24, 0.17, 0.1), strict=True))
        tone = n.mix(n.math("MULTIPLY", dots, 0.85), tone, pale)
        clouds = n.noise(here, 4.0, 1.0)
        gloss = n.math(
            "ADD", n.remap(clouds, 0.3, 0.7, 0.28, 0.37), n.math("MULTIPLY", ragged, 0.3)
        )
        uneven = n.math("MULTIPLY", n.noise(here, 4.5, 0.0), 5.0)
        pores = n.math("MULTIPLY", n.noise(here, 70.0, 0.0), 0.28)
        relief = n.math("ADD", uneven, pores)
        return n.principled(
            Base_Color=tone,
            Roughness=gloss,
            Normal=n.bump(relief, 0.00006, 0.7),
            Subsurface_Weight=0.16,
            Subsurface_Radius=(1.0, 0.42, 0.14),
            Subsurface_Scale=0.005,
            Coat_Weight=0.18,
            Coat_Roughness=0.12,
            Coat_IOR=1.45,
        )

    middle = tuple(0.45 * g + 0.55 * r for g, r in zip(variety.green, variety.red, strict=True))
    return studio.material("apple skin", surface, middle)


def _meridian(n: Nodes, place: Any, out: Any, rise: float) -> Any:
    """Where noise must be looked up so that it runs in streaks from stem to foot."""
    x, y, z = n.add("SeparateXYZ", {0: place}).outputs
    safe = n.math("MAXIMUM", out, 0.02)
    ray = n.add(
        "CombineXYZ",
        {
            0: n.math("DIVIDE", x, safe),
            1: n.math("DIVIDE", y, safe),
            2: n.math("MULTIPLY", z, rise),
        },
    ).outputs[0]
    # Streaks waver a little, as everything that grew.
    sway = n.add("TexNoise", {"Vector": place, "Scale": 3.0, "Detail": 0.0}).outputs[1]
    sway = n.add("VectorMath", {0: sway, "Scale": 0.09}, operation="SCALE").outputs[0]
    return n.add("VectorMath", {0: ray, 1: sway}, operation="ADD").outputs[0]


def _flush(
    n: Nodes, variety: Variety, place: Any, fine: Any, streaks: Callable[[float, float, float], Any]
) -> Any:
    """The ground, the flush where the fruit hung in the sun, and the stripes within it."""
    x, y, z = n.add("SeparateXYZ", {0: n.add("TexCoord").outputs["Object"]}).outputs
    size = 1.0 / (RADIUS * variety.scale)
    broad = streaks(0.2, 2.6, 2.0)
    hair = streaks(0.5, 46.0, 2.0)
    flecks = streaks(1.6, 30.0, 2.0)
    clouds = n.noise(place, 1.6, 2.0)
    amount: Any = variety.blush - 0.12
    for part, weight in ((x, 0.34 * size), (y, -0.30 * size), (z, 0.16 * size)):
        amount = n.math("ADD", n.math("MULTIPLY", part, weight), amount)
    for part, weight in ((broad, 0.9), (fine, 0.5), (hair, 0.25), (flecks, 0.22), (clouds, 0.7)):
        centred = n.math("MULTIPLY", n.math("SUBTRACT", part, 0.48), weight)
        amount = n.math("ADD", amount, centred)
    warm = tuple(0.62 * g + 0.42 * r for g, r in zip(variety.green, variety.red, strict=True))
    clear = tuple(0.12 * g + 0.95 * r for g, r in zip(variety.green, variety.red, strict=True))
    tone = n.ramp(amount, [(0.16, variety.green), (0.34, warm), (0.56, clear), (0.95, variety.red)])
    stripe = n.math("ADD", n.math("MULTIPLY", fine, 0.62), n.math("MULTIPLY", hair, 0.38))
    stripe = n.math("ADD", stripe, n.math("MULTIPLY", n.math("SUBTRACT", flecks, 0.5), 0.22))
    stripe = n.math("MULTIPLY", n.remap(stripe, 0.47, 0.62), n.remap(amount, 0.2, 0.62))
    return n.mix(n.math("MULTIPLY", stripe, 0.78), tone, variety.deep)


def _lenticels(n: Nodes, place: Any) -> Any:
    """Pale pores, some large and many small, irregularly strewn."""
    spots = n.add("TexVoronoi", {"Vector": place, "Scale": 11.0, "Randomness": 1.0})
    random = n.add("SeparateXYZ", {0: spots.outputs["Color"]}).outputs[0]
    width = n.remap(random, 0.25, 1.0, 0.05, 0.17)
    near = n.math("DIVIDE", spots.outputs["Distance"], n.math("MAXIMUM", width, 0.005))
    return n.math("MULTIPLY", n.remap(near, 1.1, 0.55), n.remap(random, 0.25, 0.5))


def _stem(variety: Variety) -> bpy.types.Object:
    """A woody stalk, ribbed along, thickest where it was broken from the twig."""

    def surface(n: Nodes) -> Any:
        place = n.coordinates((2600.0, 2600.0, 260.0), vary=False)
        ribs = n.noise(place, 1.0, 3.0)
        blotch = n.noise(n.coordinates(vary=False), 420.0, 3.0)
        tone = n.ramp(blotch, [(0.3, (0.045, 0.026, 0.013)), (0.7, (0.16, 0.095, 0.045))])
        return n.principled(Base_Color=tone, Roughness=0.75, Normal=n.bump(ribs, 0.0003, 0.8))

    s = RADIUS * variety.scale
    points = [
        (0.014, 0, 0.43),
        (0.016, 0.004, 0.60),
        (0.030, 0.012, 0.78),
        (0.075, 0.034, 0.98),
        (0.150, 0.070, 1.15),
        (0.190, 0.088, 1.225),
        (0.205, 0.094, 1.25),
    ]
    radii = [0.050, 0.034, 0.027, 0.027, 0.033, 0.050, 0.043]
    top = [(x * s, y * s, z * s * variety.tall) for x, y, z in points]
    bark = studio.material("apple stem", surface)
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
    faces -Y.
    """
    points = _body(variety)
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
    studio.attach(body, _stem(variety), _calyx(variety))
    lowest = float((vertices @ np.array(rotation).T)[:, 2].min())
    body.rotation_euler = rotation.to_euler()
    # A hair below the surface: fruit flesh and table meet in a spot, not in a point.
    body.location = (location[0], location[1], location[2] - lowest - 0.0003)
    return body
