"""Surfaces of all kinds: paint and plastic, metal, glass, what shines and what is far away."""

from __future__ import annotations

from typing import Any

import bpy

from studio.shader import Nodes, material
from studio.values import Colour, shade


def plain(
    name: str,
    colour: Colour,
    roughness: float = 0.5,
    mottle: float = 0.06,
    grain: float = 0.0,
    **inputs: Any,
) -> bpy.types.Material:
    """Paint, leather, plastic: one colour, slightly uneven, with an optional fine relief."""

    def surface(n: Nodes) -> Any:
        vector = n.coordinates()
        uneven = n.noise(vector, 9.0, 3.0)
        tone = n.mix(uneven, shade(colour, 1.0 - mottle), shade(colour, 1.0 + mottle))
        wear = n.remap(uneven, 0.3, 0.7, roughness * 0.88, min(1.0, roughness * 1.12))
        extra = dict(inputs)
        if grain:
            extra["Normal"] = n.bump(n.noise(vector, 900.0, 1.0), grain)
        return n.principled(Base_Color=tone, Roughness=wear, **extra)

    return material(name, surface, colour)


def uniform(
    name: str, colour: Colour, roughness: float = 0.5, metallic: float = 0.0, **inputs: Any
) -> bpy.types.Material:
    """One colour without any unevenness, for what is small, far or dark."""

    def surface(n: Nodes) -> Any:
        return n.principled(Base_Color=colour, Roughness=roughness, Metallic=metallic, **inputs)

    return material(name, surface)


def metal(
    name: str,
    colour: Colour = (0.56, 0.55, 0.53),
    roughness: float = 0.3,
    brushed: float = 0.0,
    tarnish: float = 0.25,
) -> bpy.types.Material:
    """Metal with uneven gloss; `brushed` draws fine lines along local X."""

    def surface(n: Nodes) -> Any:
        vector = n.coordinates()
        patina = n.noise(vector, 24.0, 6.0)
        tone = n.mix(n.remap(patina, 0.35, 0.75, 0.0, tarnish), colour, shade(colour, 0.45))
        gloss = n.remap(patina, 0.3, 0.7, roughness * 0.75, min(1.0, roughness * 1.4))
        extra = {}
        if brushed:
            lines = n.noise(n.coordinates((12.0, 1500.0, 1500.0)), 1.0, 2.0)
            extra["Normal"] = n.bump(lines, 0.00008, brushed)
        return n.principled(Base_Color=tone, Metallic=1.0, Roughness=gloss, **extra)

    return material(name, surface)


def patinated(
    name: str, metal: Colour, patina: Colour, amount: float = 0.5, roughness: float = 0.38
) -> bpy.types.Material:
    """Old bronze or brass: worn metal under cloudy patina."""

    def surface(n: Nodes) -> Any:
        where = n.coordinates(vary=False)
        cloud = n.noise(where, 4.5, 8.0, roughness=0.68)
        fine = n.noise(where, 30.0, 4.0, roughness=0.6)
        cover = n.remap(cloud, 0.55 - amount * 0.4, 0.95 - amount * 0.4)
        return n.principled(
            Base_Color=n.mix(cover, metal, patina),
            Metallic=n.remap(cover, 0.0, 1.0, 1.0, 0.35),
            Roughness=n.math("ADD", n.math("MULTIPLY", cover, 0.25), roughness),
            Normal=n.bump(fine, 0.0015, 0.6),
        )

    return material(name, surface)


def vessel_glass(name: str, tint: Colour = (1.0, 1.0, 1.0)) -> bpy.types.Material:
    """A thin vessel with an inside and an outside: light passes straight through both."""

    def surface(n: Nodes) -> Any:
        # A Fresnel node would turn total reflection on at the inner faces and blacken the glass.
        edge = n.remap(n.math("POWER", n.facing(), 4.0), 0.0, 1.0, 0.035, 0.8)
        mirror = n.add("BsdfGlossy", {"Color": (1.0, 1.0, 1.0), "Roughness": 0.03}).outputs[0]
        return n.mix_shader(edge, n.clear(tint), mirror)

    return material(name, surface)


def glow(name: str, colour: Colour, strength: float) -> bpy.types.Material:
    """A surface that shines of itself: a distant lit window, an ember, a star."""
    return material(name, lambda n: n.emission(colour, strength))
