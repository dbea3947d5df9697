"""Furnishings that more than one picture may want: boards, curtains, books."""

from __future__ import annotations

import math
import random

import bpy
import numpy as np

from studio.arrange import group
from studio.shapes import block, box, mesh, plane
from studio.values import Vec2, Vec3


def planks(
    name: str,
    size: Vec3,
    count: int,
    surface: bpy.types.Material,
    top: float = 0.0,
    centre: Vec2 = (0.0, 0.0),
    gap: float = 0.0012,
    edge: float = 0.0015,
) -> bpy.types.Object:
    """Boards side by side along X, their top at `top`: a table or bench top."""
    width = size[1] / count
    boards = [
        box(
            f"{name} {i}",
            (size[0], width - gap, size[2]),
            (centre[0], centre[1] - size[1] / 2 + (i + 0.5) * width, top - size[2]),
            surface,
            edge=edge,
        )
        for i in range(count)
    ]
    return group(name, *boards)


def curtain(
    name: str,
    width: float,
    height: float,
    surface: bpy.types.Material,
    folds: float = 9.0,
    depth: float = 0.03,
    seed: int = 1,
) -> bpy.types.Object:
    """Cloth hanging in folds across X, its foot at z = 0; folds deepen toward the foot."""
    nx, nz = 260, 24
    u, v = np.meshgrid(np.linspace(0.0, 1.0, nx), np.linspace(0.0, 1.0, nz))
    phase = u * folds * 2 * np.pi + 1.4 * np.sin(u * folds * 1.7 + seed) + 0.35 * (1 - v)
    y = depth * (0.75 + 0.25 * (1 - v)) * np.sin(phase) * (0.7 + 0.3 * np.sin(u * 17 + seed))
    x = (u - 0.5) * width + depth * 0.3 * np.cos(phase)
    vertices = np.stack([x, y, v * height], axis=-1).reshape(-1, 3)
    faces = [
        (j * nx + i, j * nx + i + 1, (j + 1) * nx + i + 1, (j + 1) * nx + i)
        for j in range(nz - 1)
        for i in range(nx - 1)
    ]
    return mesh(name, vertices, faces, surface, smooth=True)


def flags(
    name: str,
    area: Vec2,
    size: Vec2,
    surface: bpy.types.Material,
    centre: Vec2 = (0.0, 0.0),
    seed: int = 1,
) -> None:
    """Worn flagstones in courses along X, none quite level, their tops at about z = 0."""
    rng = random.Random(seed)
    y = centre[1] - area[1] / 2
    while y < centre[1] + area[1] / 2:
        deep = size[1] * rng.uniform(0.85, 1.15)
        x = centre[0] - area[0] / 2 - rng.uniform(0.0, size[0])
        while x < centre[0] + area[0] / 2:
            wide = size[0] * rng.uniform(0.7, 1.3)
            flag = block(
                name,
                (wide - 0.004, deep - 0.004, 0.1),
                (x + wide / 2, y + deep / 2, -0.05 - rng.uniform(0.0, 0.003)),
                surface,
                0.006,
            )
            tilt = [math.radians(rng.uniform(-0.15, 0.15)) for _ in range(2)]
            flag.rotation_euler = (*tilt, 0.0)
            x += wide
        y += deep
    plane(f"{name} bed", area, (*centre, -0.008), surface)
