"""Plaster, weathered stone and masonry."""

from __future__ import annotations

from typing import Any

import bpy

from studio.shader import Nodes, material
from studio.values import Colour, blend, shade

# The coarse coat under the lime.
EARTH = (0.30, 0.21, 0.13)


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


def limewash(
    name: str, colour: Colour = (0.66, 0.61, 0.53), flaked: float = 0.3, relief: float = 0.004
) -> bpy.types.Material:
    """Lime plaster seen from near: laid on by hand, brushed over, worn and flaked in places."""

    def surface(n: Nodes) -> Any:
        where = n.coordinates(vary=False)
        clouds = n.noise(where, 1.1, 3.0, 0.6, 0.6)
        stain = n.noise(where, 4.5, 4.0, 1.2, 0.65)
        brush = n.noise(n.coordinates((9.0, 9.0, 24.0), vary=False), 1.0, 4.0, 1.4)
        trowel = n.noise(where, 5.5, 3.0, 0.5, 0.5)
        sand = n.noise(where, 140.0, 2.0, roughness=0.7)
        coat = n.noise(where, 2.6, 7.0, 0.3, 0.7)
        off = n.remap(coat, 0.685 - 0.09 * flaked, 0.7 - 0.09 * flaked)
        tone = n.mix(n.remap(clouds, 0.3, 0.7), shade(colour, 0.8), shade(colour, 1.08))
        tone = n.mix(n.remap(stain, 0.48, 0.75, 0.0, 0.45), tone, blend(colour, EARTH, 0.55))
        tone = n.tint(tone, n.remap(brush, 0.3, 0.7, 0.93, 1.05))
        tone = n.mix(n.math("MULTIPLY", off, 0.8), tone, blend(colour, EARTH, 0.75))
        height = n.math("ADD", n.math("MULTIPLY", trowel, 1.6), n.math("MULTIPLY", brush, 0.35))
        height = n.math("ADD", height, n.math("MULTIPLY", sand, 0.22))
        height = n.math("SUBTRACT", height, n.math("MULTIPLY", off, 0.35))
        return n.principled(
            Base_Color=tone,
            Roughness=0.88,
            Specular_IOR_Level=0.25,
            Normal=n.bump(height, relief, 0.9),
        )

    return material(name, surface, shade(colour, 0.92))


def dressed_stone(name: str, colour: Colour, roughness: float = 0.75) -> bpy.types.Material:
    """Cut stone seen from near: each block of its own tone, tooled once, then worn and stained."""

    def surface(n: Nodes) -> Any:
        where = n.coordinates()
        random = n.add("ObjectInfo").outputs["Random"]
        clouds = n.noise(where, 2.2, 4.0, 0.6, 0.62)
        veins = n.noise(where, 9.0, 5.0, 1.4, 0.7)
        grain = n.noise(where, 180.0, 2.0, roughness=0.75)
        tone = n.mix(n.remap(clouds, 0.3, 0.7), shade(colour, 0.74), shade(colour, 1.18))
        tone = n.mix(n.remap(veins, 0.5, 0.72, 0.0, 0.5), tone, blend(colour, EARTH, 0.6))
        tone = n.tint(tone, n.remap(random, 0.0, 1.0, 0.84, 1.14))
        tone = n.tint(tone, n.remap(grain, 0.3, 0.7, 0.9, 1.08))
        tooled = n.noise(n.coordinates((26.0, 26.0, 7.0)), 1.0, 3.0, 0.3)
        pits = n.remap(n.noise(where, 46.0, 4.0, 0.2, 0.7), 0.3, 0.46, -1.0, 0.0)
        height = n.math("ADD", n.math("MULTIPLY", tooled, 0.8), n.math("MULTIPLY", grain, 0.2))
        height = n.math("ADD", height, n.math("MULTIPLY", clouds, 1.2))
        height = n.math("ADD", height, n.math("MULTIPLY", pits, 0.5))
        return n.principled(
            Base_Color=tone,
            Roughness=n.remap(veins, 0.3, 0.7, roughness - 0.12, min(1.0, roughness + 0.12)),
            Specular_IOR_Level=0.4,
            Normal=n.bump(height, 0.0035, 0.9),
        )

    return material(name, surface, colour)
