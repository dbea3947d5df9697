"""Parts of buildings: arches, walls with openings, arch stones and vaults."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

import bpy
from mathutils import Vector

from studio.shapes import bevel, mesh
from studio.values import Vec2


def pointed_arch(
    half_span: float, springing: float, sharpness: float = 1.35, steps: int = 16
) -> list[Vec2]:
    """A two-centred arch from left springing over the apex to the right.

    Sharpness is the radius over the half span: 1 is a round arch, 2 an equilateral one.
    """
    radius = half_span * sharpness
    centre = radius - half_span
    end = math.acos(centre / radius)
    left: list[Vec2] = []
    for step in range(steps + 1):
        angle = end * step / steps
        left.append((centre - radius * math.cos(angle), springing + radius * math.sin(angle)))
    return left + [(-x, z) for x, z in reversed(left[:-1])]


def arch_opening(
    half_span: float, springing: float, sharpness: float = 1.35, base: float = 0.0
) -> list[Vec2]:
    """The closed outline of an arched opening that stands on the base height."""
    return [
        (-half_span, base),
        *pointed_arch(half_span, springing, sharpness),
        (half_span, base),
    ]


def shifted(outline: Sequence[Vec2], x: float, z: float = 0.0) -> list[Vec2]:
    """An outline moved in its plane."""
    return [(a + x, b + z) for a, b in outline]


def wall(
    outline: Sequence[Vec2],
    openings: Sequence[Sequence[Vec2]],
    thickness: float,
    surface: bpy.types.Material,
    edge: float = 0.015,
) -> bpy.types.Object:
    """Add an upright wall in the x-z plane, centred on y = 0, with openings cut through."""
    curve = bpy.data.curves.new("wall", "CURVE")
    curve.dimensions = "2D"
    curve.fill_mode = "BOTH"
    curve.extrude = thickness / 2 - edge
    curve.bevel_depth = edge
    curve.bevel_resolution = 1
    curve.offset = -edge
    for ring in (outline, *openings):
        spline = curve.splines.new("POLY")
        spline.points.add(len(ring) - 1)
        for index, (x, z) in enumerate(ring):
            spline.points[index].co = (x, z, 0.0, 1.0)
        spline.use_cyclic_u = True
    curve.materials.append(surface)
    upright = bpy.data.objects.new("wall", curve)
    bpy.context.collection.objects.link(upright)
    upright.rotation_euler.x = math.radians(90)
    return upright


def voussoirs(
    arch: Sequence[Vec2],
    depth: float,
    thickness: float,
    surfaces: Sequence[bpy.types.Material],
    count: int,
    gap: float = 0.006,
) -> list[bpy.types.Object]:
    """Add the wedge stones around an arch in the x-z plane, alternating between surfaces."""
    lengths = [0.0]
    for (x0, z0), (x1, z1) in pairwise(arch):
        lengths.append(lengths[-1] + math.hypot(x1 - x0, z1 - z0))

    def at(distance: float) -> tuple[Vector, Vector]:
        distance = min(max(distance, 0.0), lengths[-1])
        i = next((k for k in range(1, len(lengths)) if lengths[k] >= distance), len(lengths) - 1)
        part = (distance - lengths[i - 1]) / (lengths[i] - lengths[i - 1])
        start, end = Vector(arch[i - 1]), Vector(arch[i])
        along = (end - start).normalized()
        return start.lerp(end, part), Vector((-along.y, along.x))

    stones = []
    size = lengths[-1] / count
    y = thickness / 2
    for k in range(count):
        inner, outer = [], []
        for part in range(4):
            spot, out = at(k * size + gap / 2 + (size - gap) * part / 3)
            if abs(spot.x) < 1e-3:
                out = Vector((0.0, 1.0))
            inner.append(spot)
            outer.append(spot + out * depth)
        ring = inner + outer[::-1]
        n = len(ring)
        vertices = [(p.x, -y, p.y) for p in ring] + [(p.x, y, p.y) for p in ring]
        sides = [(i, i + n, (i + 1) % n + n, (i + 1) % n) for i in range(n)]
        faces = [tuple(range(n)), tuple(reversed(range(n, 2 * n))), *sides]
        stone = mesh(
            "voussoir", vertices, faces, surfaces[k % len(surfaces)], smooth=True, crease=35.0
        )
        stones.append(bevel(stone, 0.006, 1, 35.0))
    return stones


def groin_vault(
    width: float, depth: float, springing: float, sharpness: float, surface: bpy.types.Material
) -> bpy.types.Object:
    """Add one vaulted bay: two crossing pointed barrels, seen from below."""

    def rise(offset: float, half: float) -> float:
        radius = half * sharpness
        reach = abs(offset) + radius - half
        return math.sqrt(max(0.0, radius**2 - reach**2))

    n = 40
    scale = rise(0, width / 2) / rise(0, depth / 2)
    vertices = []
    for j in range(n + 1):
        for i in range(n + 1):
            x, y = width * (i / n - 0.5), depth * (j / n - 0.5)
            z = max(rise(x, width / 2), scale * rise(y, depth / 2))
            vertices.append((x, y, springing + z))
    faces = [
        (a, a + n + 1, a + n + 2, a + 1)
        for j in range(n)
        for i in range(n)
        for a in [j * (n + 1) + i]
    ]
    return mesh("vault", vertices, faces, surface, smooth=True, crease=25.0)
