"""Solid shapes, from bare vertices to blocks, turned bodies and height fields."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any

import bpy
import numpy as np

from studio.arrange import place
from studio.values import Vec2, Vec3


def mesh(
    name: str,
    vertices: Any,
    faces: Sequence[Sequence[int]],
    surface: bpy.types.Material | None = None,
    smooth: bool = False,
    crease: float = 180.0,
) -> bpy.types.Object:
    """Make an object from vertices and faces.

    With `smooth` it looks rounded, except at edges sharper than `crease` degrees.
    """
    data = bpy.data.meshes.new(name)
    data.from_pydata([tuple(map(float, v)) for v in vertices], [], [list(f) for f in faces])
    data.validate()
    data.update()
    if smooth:
        data.shade_smooth()
        if crease < 180.0:
            data.set_sharp_from_angle(angle=math.radians(crease))
    obj = bpy.data.objects.new(name, data)
    bpy.context.collection.objects.link(obj)
    if surface is not None:
        data.materials.append(surface)
    return obj


def bevel(
    obj: bpy.types.Object, width: float, segments: int = 3, angle: float = 30.0
) -> bpy.types.Object:
    """Round the edges: nothing made by hand has a mathematically sharp one."""
    modifier = obj.modifiers.new("bevel", "BEVEL")
    modifier.width = width
    modifier.segments = segments
    modifier.limit_method = "ANGLE"
    modifier.angle_limit = math.radians(angle)
    modifier.harden_normals = True
    return obj


def box(
    name: str,
    size: Vec3,
    location: Vec3 = (0.0, 0.0, 0.0),
    surface: bpy.types.Material | None = None,
    rotation: Vec3 = (0.0, 0.0, 0.0),
    edge: float = 0.001,
) -> bpy.types.Object:
    """A block with rounded edges; `location` is the middle of its underside."""
    return place(_cuboid(name, size, 0.0, surface, edge), location, rotation)


def block(
    name: str,
    size: Vec3,
    centre: Vec3,
    surface: bpy.types.Material | None = None,
    edge: float = 0.01,
    turn: float = 0.0,
) -> bpy.types.Object:
    """A block given by its centre, from which the courses and the grain on it count too."""
    return place(_cuboid(name, size, -size[2] / 2, surface, edge), centre, (0.0, 0.0, turn))


def _cuboid(
    name: str, size: Vec3, foot: float, surface: bpy.types.Material | None, edge: float
) -> bpy.types.Object:
    x, y = size[0] / 2, size[1] / 2
    vertices = [
        (sx * x, sy * y, h)
        for h in (foot, foot + size[2])
        for sx, sy in ((-1, -1), (1, -1), (1, 1), (-1, 1))
    ]
    faces = [(3, 2, 1, 0), (4, 5, 6, 7), (0, 1, 5, 4), (1, 2, 6, 5), (2, 3, 7, 6), (3, 0, 4, 7)]
    obj = mesh(name, vertices, faces, surface, smooth=edge > 0.0)
    return bevel(obj, min(edge, 0.45 * min(size))) if edge else obj


def plane(
    name: str, size: Vec2, centre: Vec3, surface: bpy.types.Material | None = None
) -> bpy.types.Object:
    """A level rectangle: a floor, still water, a field."""
    x, y = size[0] / 2, size[1] / 2
    corners = [(-x, -y, 0), (x, -y, 0), (x, y, 0), (-x, y, 0)]
    return place(mesh(name, corners, [(0, 1, 2, 3)], surface), centre)


def lathe(
    name: str,
    profile: Sequence[Vec2],
    surface: bpy.types.Material | None = None,
    segments: int = 64,
    crease: float = 40.0,
    relief: Callable[[float, float], float] | None = None,
) -> bpy.types.Object:
    """Turn a profile of (radius, height) points around Z; ends on the axis are closed.

    `relief` scales the radius by angle and height: flutes, ribs, a pinched lip.
    """
    vertices: list[Vec3] = []
    rings: list[list[int]] = []
    for radius, height in profile:
        first = len(vertices)
        if radius < 1e-9:
            # A point on the axis is one vertex, not a ring of them.
            vertices.append((0.0, 0.0, height))
            rings.append([first] * segments)
            continue
        for step in range(segments):
            angle = math.tau * step / segments
            r = radius * (relief(angle, height) if relief else 1.0)
            vertices.append((r * math.cos(angle), r * math.sin(angle), height))
        rings.append(list(range(first, first + segments)))
    faces = []
    for low, high in pairwise(rings):
        for j in range(segments):
            k = (j + 1) % segments
            face = tuple(dict.fromkeys((low[j], low[k], high[k], high[j])))
            if len(face) > 2:
                faces.append(face)
    return mesh(name, vertices, faces, surface, smooth=True, crease=crease)


def cylinder(
    name: str,
    radius: float,
    height: float,
    location: Vec3 = (0.0, 0.0, 0.0),
    surface: bpy.types.Material | None = None,
    rotation: Vec3 = (0.0, 0.0, 0.0),
    edge: float = 0.0008,
    segments: int = 64,
) -> bpy.types.Object:
    """A solid round with softened rims, standing on its origin."""
    e = min(edge, radius * 0.4, height * 0.4)
    steps = [k * math.pi / 8 for k in range(5)]
    low = [(radius - e + e * math.sin(t), e - e * math.cos(t)) for t in steps]
    high = [(radius - e + e * math.cos(t), height - e + e * math.sin(t)) for t in steps]
    profile = [(0.0, 0.0), *low, *high, (0.0, height)]
    return place(lathe(name, profile, surface, segments), location, rotation)


def extrude(
    name: str,
    outline: Sequence[tuple[float, float]],
    depth: float,
    surface: bpy.types.Material | None = None,
    edge: float = 0.0,
) -> bpy.types.Object:
    """Give an outline in X and Z (counter-clockwise seen from -Y) a depth along +Y."""
    count = len(outline)
    vertices = [(x, y, z) for y in (0.0, depth) for x, z in outline]
    faces: list[Sequence[int]] = [tuple(range(count)), tuple(range(2 * count - 1, count - 1, -1))]
    faces += [(i, i + count, (i + 1) % count + count, (i + 1) % count) for i in range(count)]
    obj = mesh(name, vertices, faces, surface, smooth=edge > 0.0)
    return bevel(obj, edge) if edge else obj


def grid(
    name: str,
    size: tuple[float, float],
    steps: tuple[int, int],
    height: Callable[[np.ndarray, np.ndarray], np.ndarray],
    surface: bpy.types.Material | None = None,
    centre: tuple[float, float] = (0.0, 0.0),
) -> bpy.types.Object:
    """A height field over X and Y, centred on `centre`: ground, hills, a fold of cloth."""
    nx, ny = steps
    xs = np.linspace(-size[0] / 2, size[0] / 2, nx) + centre[0]
    ys = np.linspace(-size[1] / 2, size[1] / 2, ny) + centre[1]
    x, y = np.meshgrid(xs, ys)
    vertices = np.stack([x, y, height(x, y)], axis=-1).reshape(-1, 3)
    faces = [
        (j * nx + i, j * nx + i + 1, (j + 1) * nx + i + 1, (j + 1) * nx + i)
        for j in range(ny - 1)
        for i in range(nx - 1)
    ]
    return mesh(name, vertices, faces, surface, smooth=True)
