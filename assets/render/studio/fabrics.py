"""Cloth and paper."""

from __future__ import annotations

import math
from typing import Any

import bpy

from studio.shader import Nodes, material
from studio.values import Colour, shade


def cloth(
    name: str,
    colour: Colour = (0.62, 0.58, 0.50),
    thread: float = 0.0007,
    roughness: float = 0.9,
    translucent: float = 0.0,
) -> bpy.types.Material:
    """Woven cloth: two crossing threads as relief, a little sheen, optional light through it."""

    def surface(n: Nodes) -> Any:
        turn = 2.0 * math.pi / thread
        vector = n.coordinates((turn, turn, turn), vary=False)
        axes = n.add("SeparateXYZ", {0: vector}).outputs
        weave = n.math("MULTIPLY", n.math("SINE", axes[0]), n.math("SINE", axes[1]))
        slub = n.noise(n.coordinates((40.0, 400.0, 400.0)), 1.0, 3.0)
        tone = n.mix(n.remap(slub, 0.3, 0.7), shade(colour, 0.93), shade(colour, 1.05))
        normal = n.bump(n.math("ADD", weave, slub), thread * 0.25, 0.5)
        base = n.principled(Base_Color=tone, Roughness=roughness, Normal=normal, Sheen_Weight=0.2)
        if not translucent:
            return base
        through = n.add("BsdfTranslucent", {"Color": tone}).outputs[0]
        return n.add("MixShader", {0: translucent, 1: base, 2: through}).outputs[0]

    return material(name, surface, colour)


def page_edges(name: str, colour: Colour = (0.70, 0.64, 0.52)) -> bpy.types.Material:
    """The cut edge of a book block: thin leaves lying one on another (along local Z)."""

    def surface(n: Nodes) -> Any:
        leaves = n.noise(n.coordinates((6.0, 6.0, 2400.0)), 1.0, 2.0)
        bands = n.noise(n.coordinates((3.0, 3.0, 300.0)), 1.0, 2.0)
        both = n.math("ADD", n.math("MULTIPLY", leaves, 0.65), n.math("MULTIPLY", bands, 0.35))
        tone = n.ramp(both, [(0.3, shade(colour, 0.62)), (0.62, shade(colour, 1.05))])
        return n.principled(Base_Color=tone, Roughness=0.9, Normal=n.bump(leaves, 0.0003, 0.6))

    return material(name, surface, colour)


def cord(name: str, colour: Colour = (0.34, 0.25, 0.15)) -> bpy.types.Material:
    """Hemp: fibres of several tones."""

    def surface(n: Nodes) -> Any:
        fibre = n.noise(n.coordinates((300.0, 300.0, 60.0)), 1.0, 4.0)
        tone = n.mix(n.remap(fibre, 0.3, 0.7), shade(colour, 0.6), shade(colour, 1.25))
        return n.principled(Base_Color=tone, Roughness=0.95, Normal=n.bump(fibre, 0.0008, 0.8))

    return material(name, surface, colour)
