"""Bars and cords along points, and the outlines other shapes are made of."""

from __future__ import annotations

import math
from collections.abc import Sequence

import bpy
import numpy as np
from mathutils import Vector

from studio.shapes import mesh
from studio.values import Vec2, Vec3


def tube(
    name: str,
    points: Sequence[Vec3],
    radius: float | Sequence[float],
    surface: bpy.types.Material | None = None,
    closed: bool = False,
) -> bpy.types.Object:
    """A round bar bent smoothly near its points, with one radius or one per point."""
    radii = [radius] * len(points) if isinstance(radius, int | float) else radius
    obj, spline = _swept(name, "NURBS", points, radii, surface)
    spline.use_endpoint_u = not closed
    spline.use_cyclic_u = closed
    spline.order_u = min(4, len(points))
    spline.resolution_u = 10
    return obj


def wire(
    name: str,
    points: Sequence[Vec3],
    radius: float,
    surface: bpy.types.Material | None = None,
    closed: bool = False,
) -> bpy.types.Object:
    """A round rod, chain or cord that runs straight from point to point."""
    obj, spline = _swept(name, "POLY", points, [radius] * len(points), surface)
    spline.use_cyclic_u = closed
    return obj


def twisted(
    name: str, start: Vec3, end: Vec3, radius: float, surface: bpy.types.Material
) -> list[bpy.types.Object]:
    """A taut rope of three strands."""
    a, b = Vector(start), Vector(end)
    along = b - a
    turn = along.to_track_quat("Z", "Y")
    steps = max(8, round(along.length / radius))
    strands = []
    for k in range(3):
        points = []
        for i in range(steps + 1):
            t = math.tau * (k / 3 + i / 7)
            side = Vector((math.cos(t), math.sin(t), 0.0)) * radius * 0.52
            points.append(tuple(a + along * (i / steps) + turn @ side))
        strands.append(tube(name, points, radius * 0.54, surface))
    return strands


def chain(
    name: str, start: Vec3, end: Vec3, link: float, surface: bpy.types.Material
) -> bpy.types.Object:
    """A taut chain of oval links, each a quarter turned from the last; `link` is their length."""
    a, b = Vector(start), Vector(end)
    along = b - a
    count = max(1, round(along.length / (link * 0.72)))
    turn = along.to_track_quat("Z", "Y")
    rings, around, bar = 14, 6, link * 0.085
    vertices: list[Vec3] = []
    faces: list[tuple[int, int, int, int]] = []
    for k in range(count):
        middle = a + along * ((k + 0.5) / count)
        for i in range(rings):
            t = math.tau * i / rings
            outward = Vector((math.cos(t), 0.0, math.sin(t)))
            spot = Vector((outward.x * link * 0.27, 0.0, outward.z * (link / 2 - bar)))
            for j in range(around):
                s = math.tau * j / around
                p = spot + bar * (outward * math.cos(s) + Vector((0.0, math.sin(s), 0.0)))
                if k % 2:
                    p = Vector((-p.y, p.x, p.z))
                vertices.append(tuple(middle + turn @ p))
                first = k * rings * around
                here, there = first + i * around, first + (i + 1) % rings * around
                n = (j + 1) % around
                faces.append((here + j, there + j, there + n, here + n))
    return mesh(name, vertices, faces, surface, smooth=True)


def _swept(
    name: str,
    kind: str,
    points: Sequence[Vec3],
    radii: Sequence[float],
    surface: bpy.types.Material | None,
) -> tuple[bpy.types.Object, bpy.types.Spline]:
    data = bpy.data.curves.new(name, "CURVE")
    data.dimensions = "3D"
    data.bevel_depth = 1.0
    data.bevel_resolution = 6
    data.use_fill_caps = True
    spline = data.splines.new(kind)
    spline.points.add(len(points) - 1)
    for point, position, radius in zip(spline.points, points, radii, strict=True):
        point.co = (*position, 1.0)
        point.radius = radius
    obj = bpy.data.objects.new(name, data)
    bpy.context.collection.objects.link(obj)
    if surface is not None:
        data.materials.append(surface)
    return obj, spline


def smooth_profile(points: Sequence[Vec2], steps: int = 8) -> list[Vec2]:
    """A Catmull-Rom curve through profile points."""
    padded = [points[0], *points, points[-1]]
    curve: list[Vec2] = []
    for i in range(1, len(padded) - 2):
        p0, p1, p2, p3 = (Vector(padded[i + k]) for k in (-1, 0, 1, 2))
        for step in range(steps):
            t = step / steps
            spot = 0.5 * (
                2 * p1
                + (p2 - p0) * t
                + (2 * p0 - 5 * p1 + 4 * p2 - p3) * t**2
                + (3 * p1 - p0 - 3 * p2 + p3) * t**3
            )
            curve.append((max(0.0, spot.x), spot.y))
    curve.append(points[-1])
    return curve


def rounded(width: float, height: float, radius: float, steps: int = 8) -> np.ndarray:
    """Corner-rounded rectangle about the origin, counter-clockwise."""
    w, h = width / 2 - radius, height / 2 - radius
    points = []
    for quarter, (cx, cy) in enumerate(((w, h), (-w, h), (-w, -h), (w, -h))):
        for t in np.linspace(0.0, math.pi / 2, steps):
            angle = t + quarter * math.pi / 2
            points.append((cx + radius * math.cos(angle), cy + radius * math.sin(angle)))
    return np.array(points)
