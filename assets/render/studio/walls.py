"""Plaster, weathered stone and masonry."""

from __future__ import annotations

from typing import Any

import bpy

from studio.shader import Nodes, material
from studio.values import Colour, Vec2, shade


def plaster(
    name: str, colour: Colour = (0.72, 0.68, 0.61), relief: float = 0.002
) -> bpy.types.Material:
    """A lime-washed wall: soft clouds in the tone and trowel marks."""

    def surface(n: Nodes) -> Any:
        vector = n.coordinates()
        clouds = n.noise(vector, 1.6, 4.0, 0.4)
        stain = n.noise(vector, 7.0, 4.0)
        tone = n.mix(n.remap(clouds, 0.3, 0.7), shade(colour, 0.84), shade(colour, 1.06))
        tone = n.mix(n.remap(stain, 0.5, 0.8, 0.0, 0.35), tone, shade(colour, 0.72))
        marks = n.noise(vector, 16.0, 5.0)
        return n.principled(Base_Color=tone, Roughness=0.9, Normal=n.bump(marks, relief, 0.7))

    return material(name, surface, colour)


def stone(
    name: str,
    colour: Colour = (0.34, 0.32, 0.29),
    lichen: float = 0.0,
    relief: float = 0.004,
    scale: float = 1.0,
) -> bpy.types.Material:
    """Weathered stone: veins, pits, mineral specks and, if wanted, pale lichen."""

    def surface(n: Nodes) -> Any:
        vector = n.coordinates((scale, scale, scale))
        clouds = n.noise(vector, 7.0, 5.0, 0.5)
        specks = n.noise(vector, 260.0, 1.0)
        tone = n.ramp(
            clouds,
            [
                (0.25, shade(colour, 0.5)),
                (0.5, colour),
                (0.78, shade(colour, 1.45)),
            ],
        )
        tone = n.mix(n.remap(specks, 0.35, 0.7, 0.0, 0.5), tone, shade(colour, 0.55))
        if lichen:
            patch = n.noise(vector, 16.0, 7.0, 0.8)
            mask = n.remap(patch, 0.56, 0.63, 0.0, lichen)
            tone = n.mix(mask, tone, (0.43, 0.42, 0.30))
        height = n.math(
            "ADD", n.noise(vector, 30.0, 6.0, 0.3, 0.68), n.math("MULTIPLY", specks, 0.12)
        )
        return n.principled(Base_Color=tone, Roughness=0.86, Normal=n.bump(height, relief, 0.9))

    return material(name, surface, colour)


def masonry(
    name: str,
    colour: Colour,
    block: Vec2 | None = None,
    joint: float = 0.006,
    roughness: float = 0.8,
    variation: float = 0.12,
    second: Colour | None = None,
    offset: float = 0.5,
    bump: float = 0.004,
    polish: float = 0.0,
    swap_axes: bool = False,
    girth: float | None = None,
) -> bpy.types.Material:
    """Stone, brick or plaster, with joints where a block size (in metres) is given.

    With `swap_axes` the courses run along Y; on a turned body of radius `girth` they run round
    it instead of across it.
    """

    def bricks(n: Nodes, where: Any) -> tuple[Any, Any]:
        """The colour of the blocks, and where the joints between them are."""
        x, y, z = n.add("SeparateXYZ", {0: where}).outputs
        if swap_axes:
            where = n.add("CombineXYZ", {0: y, 1: x, 2: z}).outputs[0]
        if girth is not None:
            around = n.math("MULTIPLY", n.math("ARCTAN2", y, x), girth)
            where = n.add("CombineXYZ", {0: around, 1: z}).outputs[0]
        laid = n.add(
            "TexBrick",
            {
                "Vector": where,
                "Color1": colour,
                "Color2": second or shade(colour, 1.0 - 1.6 * variation),
                "Mortar": shade(colour, 0.45),
                "Scale": 1.0,
                "Mortar Size": joint,
                "Mortar Smooth": 0.3,
                "Brick Width": block[0],
                "Row Height": block[1],
            },
            offset=offset,
        )
        return laid.outputs[0], laid.outputs[1]

    def surface(n: Nodes) -> Any:
        where = n.coordinates(vary=False)
        cloud = n.noise(where, 1.3, 3.0, roughness=0.6)
        grain = n.noise(where, 26.0, 3.0, roughness=0.66)
        broad = n.remap(cloud, 0.3, 0.7, 1.0 - variation, 1.0 + variation)
        fine = n.remap(grain, 0.25, 0.75, 1.0 - variation / 2, 1.0 + variation / 2)
        base: Any = colour
        height = grain
        if block is not None:
            base, joints = bricks(n, where)
            depth = n.math("MULTIPLY", joints, -1.6)
            height = n.math("ADD", n.math("MULTIPLY", grain, 0.5), depth)
        return n.principled(
            Base_Color=n.tint(base, n.math("MULTIPLY", broad, fine)),
            Roughness=n.remap(cloud, 0.3, 0.7, roughness - 0.08, min(1.0, roughness + 0.08)),
            Normal=n.bump(height, bump),
            Specular_IOR_Level=0.3 + polish,
        )

    return material(name, surface, colour, mirrored=True)
