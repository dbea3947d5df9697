"""Putting things where they belong: move, group, copy, set down."""

from __future__ import annotations

import math

import bpy

from studio.values import Vec3


def place(
    obj: bpy.types.Object, location: Vec3 = (0.0, 0.0, 0.0), rotation: Vec3 = (0.0, 0.0, 0.0)
) -> bpy.types.Object:
    """Move an object; rotation in degrees."""
    obj.location = location
    obj.rotation_euler = tuple(math.radians(angle) for angle in rotation)
    return obj


def surface_height(x: float, y: float, above: float = 10.0) -> float:
    """Height of whatever lies uppermost at a place, so that things can be set down on it."""
    depsgraph = bpy.context.evaluated_depsgraph_get()
    hit, point, *_ = bpy.context.scene.ray_cast(depsgraph, (x, y, above), (0.0, 0.0, -1.0))
    return point.z if hit else 0.0


def attach(parent: bpy.types.Object, *children: bpy.types.Object) -> bpy.types.Object:
    """Make parts follow one parent, keeping their place relative to its origin."""
    for child in children:
        child.parent = parent
    return parent


def group(name: str, *parts: bpy.types.Object) -> bpy.types.Object:
    """Gather parts under an empty, so that a built thing is moved and turned as one."""
    empty = bpy.data.objects.new(name, None)
    bpy.context.collection.objects.link(empty)
    return attach(empty, *parts)


def copy_of(
    obj: bpy.types.Object, location: Vec3, turn: float = 0.0, scale: float = 1.0
) -> bpy.types.Object:
    """Add an instance that shares the mesh, turned about the vertical by some degrees."""
    twin = obj.copy()
    twin.location = location
    twin.rotation_euler = (obj.rotation_euler[0], obj.rotation_euler[1], math.radians(turn))
    twin.scale = (scale, scale, scale)
    bpy.context.collection.objects.link(twin)
    return twin
