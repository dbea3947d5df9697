"""Lamps, the sun, and the sky that lights a scene from all around."""

from __future__ import annotations

import math
from collections.abc import Sequence

import bpy
from mathutils import Vector

from studio.scene import aim
from studio.shader import Nodes
from studio.values import Colour, Vec2, Vec3, blend


def softbox(
    location: Vec3,
    target: Vec3,
    size: Vec2,
    power: float,
    colour: Colour = (1.0, 1.0, 1.0),
    spread: float = math.pi,
) -> bpy.types.Object:
    """Add a rectangular light that the camera does not see."""
    data = bpy.data.lights.new("softbox", "AREA")
    data.shape = "RECTANGLE"
    data.size, data.size_y = size
    data.spread = spread
    obj = _lamp(data, power, colour)
    obj.location = location
    obj.visible_camera = False
    aim(obj, target)
    return obj


def bulb(
    location: Vec3, power: float, radius: float = 0.03, colour: Colour = (1.0, 0.72, 0.42)
) -> bpy.types.Object:
    """Add a small round light that the camera does not see."""
    data = bpy.data.lights.new("bulb", "POINT")
    data.shadow_soft_size = radius
    obj = _lamp(data, power, colour)
    obj.location = location
    obj.visible_camera = False
    return obj


def sun(
    direction: Vec3,
    strength: float = 3.0,
    colour: Colour = (1.0, 0.9, 0.76),
    angle: float = 0.53,
) -> bpy.types.Object:
    """Add the sun, its light travelling in `direction`; `angle` is its apparent size."""
    data = bpy.data.lights.new("sun", "SUN")
    data.angle = math.radians(angle)
    obj = _lamp(data, strength, colour)
    obj.rotation_euler = Vector(direction).to_track_quat("-Z", "Y").to_euler()
    return obj


def toward_sun(azimuth: float, elevation: float, distance: float = 1.0) -> Vec3:
    """Where the sun stands as seen from the origin; degrees, azimuth from +X toward +Y."""
    a, e = math.radians(azimuth), math.radians(elevation)
    return (
        distance * math.cos(a) * math.cos(e),
        distance * math.sin(a) * math.cos(e),
        distance * math.sin(e),
    )


def sunlight(azimuth: float, elevation: float) -> Vec3:
    """The direction in which the light of a sun that stands there travels."""
    return toward_sun(azimuth, elevation, -1.0)


def _lamp(data: bpy.types.Light, power: float, colour: Colour) -> bpy.types.Object:
    data.energy = power
    data.color = colour
    obj = bpy.data.objects.new(data.name, data)
    bpy.context.collection.objects.link(obj)
    return obj


def sky(
    stops: Sequence[tuple[float, Colour]],
    strength: float = 1.0,
    seen: float = 1.0,
    interpolation: str = "EASE",
) -> None:
    """Light the scene with a sky whose colour runs from stop to stop.

    Heights go from -1 (straight down) over the horizon to 1. What the camera sees of the sky
    is `seen` times as bright as the light it gives.
    """
    world = bpy.data.worlds.new("sky")
    bpy.context.scene.world = world
    if world.node_tree is None:
        world.use_nodes = True
    world.node_tree.nodes.clear()
    nodes = Nodes(world.node_tree)
    height = nodes.add("SeparateXYZ", {0: nodes.add("TexCoord").outputs["Generated"]}).outputs[2]
    places = [((stop + 1.0) / 2.0, colour) for stop, colour in sorted(stops)]
    colour = nodes.ramp(nodes.remap(height, -1.0, 1.0), places, interpolation)
    power = strength
    if seen != 1.0:
        camera = nodes.add("LightPath").outputs["Is Camera Ray"]
        power = nodes.remap(camera, 0.0, 1.0, strength, strength * seen)
    nodes.add_output("OutputWorld", nodes.add("Background", {0: colour, 1: power}).outputs[0])


def plain_sky(
    horizon: Colour, zenith: Colour, strength: float = 1.0, ground: Colour | None = None
) -> None:
    """Light the scene with a sky that runs smoothly from horizon to zenith (and ground)."""
    stops = [(0.0, horizon), (0.24, blend(horizon, zenith, 0.55)), (1.0, zenith)]
    if ground is not None:
        stops = [(-1.0, ground), (-0.06, ground), *stops]
    sky(stops, strength, interpolation="LINEAR")
