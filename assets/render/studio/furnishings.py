"""Furnishings that more than one picture may want: boards, curtains, books."""

from __future__ import annotations

import math

import bpy
import numpy as np
from mathutils import Matrix

from studio.arrange import group, place
from studio.shapes import box, extrude, mesh
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


def book(
    name: str,
    size: Vec3,
    cover: bpy.types.Material,
    pages: bpy.types.Material,
    location: Vec3 = (0.0, 0.0, 0.0),
    turn: float = 0.0,
    board: float = 0.0026,
) -> bpy.types.Object:
    """A closed cloth-bound book lying flat: spine at -Y, boards wider than the leaves."""
    w, d, h = size
    square = 0.003
    low = box("board", (w, d, board), (0, 0, 0), cover, edge=0.0009)
    high = box("board", (w, d, board), (0, 0, h - board), cover, edge=0.0009)
    block = box(
        "leaves",
        (w - 2 * square, d - square - 0.002, h - 2 * board),
        (0, 0.002 / 2 - square / 2, board),
        pages,
        edge=0.0004,
    )
    # The spine is a shallow arc standing a little proud of the boards.
    arc = [
        (-d / 2 + 0.004 - 0.008 * math.sin(t), h / 2 - (h / 2) * math.cos(t))
        for t in np.linspace(0.0, math.pi, 15)
    ]
    inner = [(-d / 2 + 0.0045, h - 0.0001), (-d / 2 + 0.0045, 0.0001)]
    outline = arc + inner
    spine = extrude("spine", outline, w, cover)
    spine.data.shade_smooth()
    split = spine.modifiers.new("split", "EDGE_SPLIT")
    split.split_angle = math.radians(50.0)
    # The outline was drawn across the book: turn it so that the extrusion runs along X.
    spine.data.transform(Matrix(((0, 1, 0, -w / 2), (1, 0, 0, 0), (0, 0, 1, 0), (0, 0, 0, 1))))
    spine.data.flip_normals()
    return place(group(name, low, high, block, spine), location, (0, 0, turn))
