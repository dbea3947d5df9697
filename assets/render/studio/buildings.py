"""Parts of buildings: arches, walls with openings, arch stones and vaults."""

from __future__ import annotations

import math
from collections.abc import Sequence

import bpy
import numpy as np

from studio.noise import fractal
from studio.shapes import mesh
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


def plastered_arch(
    half_span: float,
    springing: float,
    thickness: float,
    surface: bpy.types.Material,
    reach: float = 3.0,
    foot: float = 0.0,
    unevenness: float = 0.012,
) -> bpy.types.Object:
    """A plastered wall with one round arch through it, its corners soft and nothing quite true.

    The wall stands in the x-z plane from y = 0 to y = `thickness` and goes `reach` beyond the
    opening.
    """
    path: list[tuple[float, float, float, float]] = []
    for z in np.linspace(foot, springing, 70, endpoint=False):
        path.append((-half_span, z, -1.0, 0.0))
    for t in np.linspace(math.pi, 0.0, 160):
        x, z = math.cos(t), math.sin(t)
        path.append((half_span * x, springing + half_span * z, x, z))
    path += [(-x, z, -nx, nz) for x, z, nx, nz in path[69::-1]]
    corner = 0.035
    quarter = np.linspace(0.0, math.pi / 2, 7)
    front = [(corner + (reach - corner) * k**1.6, 0.0) for k in np.linspace(1.0, 0.0, 60)]
    front += [(corner * (1 - math.sin(t)), corner * (1 - math.cos(t))) for t in quarter[1:]]
    inside = [(0.0, y) for y in np.linspace(corner, thickness - corner, 24)[1:-1]]
    section = front + inside + [(away, thickness - y) for away, y in reversed(front)]
    ring = np.array(path)[:, None, :]
    away, y = (np.array(side)[None, :] for side in zip(*section, strict=True))
    x, z = ring[..., 0] + ring[..., 2] * away, ring[..., 1] + ring[..., 3] * away
    y = np.broadcast_to(y, x.shape)
    # Shifts of the surface out of true, along the wall and across it.
    bulge = fractal(x * 1.7 + 3 * y, z * 1.7 + 2 * y, 4, 5) - 0.5
    waver = fractal(x * 2.3 + 9, z * 2.3 + 4 * y, 4, 8) - 0.5
    near = np.exp(-np.abs(away) / 0.3)
    x = x + unevenness * 2 * waver * near * ring[..., 2]
    z = z + unevenness * 2 * waver * near * ring[..., 3]
    vertices = np.stack([x, y + unevenness * 2 * bulge, z], axis=-1).reshape(-1, 3)
    count = len(section)
    faces = [
        (a, a + 1, a + count + 1, a + count)
        for i in range(len(path) - 1)
        for a in range(i * count, i * count + count - 1)
    ]
    return mesh("arch", vertices, faces, surface, smooth=True)
