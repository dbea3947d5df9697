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
