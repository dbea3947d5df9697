"""Wood: fine grain for furniture, sawn boards, timber for posts and beams."""

from __future__ import annotations

from typing import Any

import bpy

from studio.shader import Nodes, material
from studio.values import Colour, Vec2, blend, shade


def wood(
    name: str,
    light: Colour = (0.42, 0.26, 0.13),
    dark: Colour = (0.20, 0.105, 0.045),
    roughness: float = 0.42,
    figure: float = 1.0,
    axis: int = 0,
    wear: float = 0.0,
) -> bpy.types.Material:
    """Joinery, grained along one local axis; `figure` scales the rings, `wear` greys it."""

    def surface(n: Nodes) -> Any:
        along = [11.0 * figure] * 3
        along[axis] = 0.8 * figure
        vector = n.coordinates(tuple(along))
        field = n.noise(vector, 1.0, 2.0, 0.7)
        rings = n.math("PINGPONG", n.math("MULTIPLY", field, 9.0), 1.0)
        rings = n.math("POWER", rings, 1.8)
        fine = [620.0] * 3
        fine[axis] = 7.0
        fibre = n.noise(n.coordinates(tuple(fine)), 1.0, 2.0)
        tone = n.math("ADD", n.math("MULTIPLY", rings, 0.38), n.math("MULTIPLY", fibre, 0.75))
        tone = n.math("ADD", tone, n.math("MULTIPLY", n.math("SUBTRACT", field, 0.65), 0.7))
        colour = n.ramp(tone, [(0.08, light), (0.45, blend(light, dark, 0.45)), (0.85, dark)])
        if wear:
            patches = n.remap(n.noise(n.coordinates(), 11.0, 6.0), 0.42, 0.7, 0.0, wear)
            colour = n.mix(patches, colour, (0.36, 0.32, 0.27))
        gloss = n.remap(fibre, 0.25, 0.75, roughness * 0.85, min(1.0, roughness * 1.2))
        return n.principled(Base_Color=colour, Roughness=gloss, Normal=n.bump(fibre, 0.00025, 0.6))

    return material(name, surface, blend(light, dark, 0.4))


def board(
    name: str,
    light: Colour = (0.33, 0.2, 0.105),
    dark: Colour = (0.15, 0.078, 0.036),
    roughness: float = 0.5,
    pores: float = 0.6,
) -> bpy.types.Material:
    """Flat-sawn boards along local X, near enough to see growth rings and open pores."""

    def surface(n: Nodes) -> Any:
        random = n.add("ObjectInfo").outputs["Random"]
        shift = n.add("CombineXYZ", {0: n.math("MULTIPLY", random, 37.0), 1: random}).outputs[0]
        place = n.coordinates(vary=False)
        place = n.add("VectorMath", {0: place, 1: shift}, operation="ADD").outputs[0]

        def stretched(x: float, yz: float, detail: float) -> Any:
            where = n.add("VectorMath", {0: place, 1: (x, yz, yz)}, operation="MULTIPLY")
            return n.noise(where.outputs[0], 1.0, detail, 0.0, 0.6)

        # The rings of the trunk, its heart some way under the board, cut at a flat angle.
        _, y, z = n.add("SeparateXYZ", {0: n.coordinates(vary=False)}).outputs
        heart = n.math("MULTIPLY", n.math("SUBTRACT", random, 0.5), 0.07)
        across = n.math("SUBTRACT", y, heart)
        below = n.math("ADD", z, 0.05)
        radius = n.math("MULTIPLY", across, across)
        radius = n.math("SQRT", n.math("ADD", radius, n.math("MULTIPLY", below, below)))
        bend = n.math("MULTIPLY", stretched(1.6, 7.0, 1.0), 0.045)
        ring = n.math("FRACT", n.math("MULTIPLY", n.math("ADD", radius, bend), 260.0))
        ring = n.math("MULTIPLY", n.math("POWER", ring, 2.2), n.remap(ring, 1.0, 0.9))
        fibre = stretched(9.0, 700.0, 1.0)
        pore = n.remap(stretched(34.0, 1500.0, 0.0), 0.60, 0.70)
        pore = n.math("MULTIPLY", pore, n.remap(ring, 0.1, 0.5, 0.35, 1.0))
        tone = n.math("ADD", n.math("MULTIPLY", ring, 0.5), n.math("MULTIPLY", fibre, 0.6))
        tone = n.math("ADD", tone, n.math("MULTIPLY", stretched(2.5, 20.0, 3.0), 0.35))
        colour = n.ramp(tone, [(0.3, light), (0.6, blend(light, dark, 0.5)), (1.0, dark)])
        colour = n.mix(n.math("MULTIPLY", pore, pores), colour, shade(dark, 0.35))
        colour = n.tint(colour, n.remap(random, 0.0, 1.0, 0.86, 1.12))
        gloss = n.remap(fibre, 0.3, 0.7, roughness * 0.85, min(1.0, roughness * 1.15))
        relief = n.math("SUBTRACT", n.math("MULTIPLY", fibre, 0.5), pore)
        return n.principled(Base_Color=colour, Roughness=gloss, Normal=n.bump(relief, 0.0002, 0.7))

    return material(name, surface, blend(light, dark, 0.4))


def timber(
    name: str,
    colour: Colour,
    axis: int = 2,
    roughness: float = 0.5,
    contrast: float = 0.35,
    grain: float = 9.0,
    plank: Vec2 | None = None,
) -> bpy.types.Material:
    """Posts and beams, their grain along an axis; with a plank size they are laid as boards."""

    def surface(n: Nodes) -> Any:
        stretch = [grain] * 3
        stretch[axis] = grain * 0.045
        where = n.coordinates(tuple(stretch), vary=False)
        base: Any = colour
        gap: Any = 0.0
        if plank is not None:
            boards = n.add(
                "TexBrick",
                {
                    "Vector": n.coordinates(vary=False),
                    "Color1": colour,
                    "Color2": shade(colour, 0.62),
                    "Mortar": shade(colour, 0.12),
                    "Scale": 1.0,
                    "Mortar Size": 0.0014,
                    "Mortar Smooth": 0.2,
                    "Brick Width": plank[0],
                    "Row Height": plank[1],
                },
                offset=0.37,
            )
            base, gap = boards.outputs[0], boards.outputs[1]
        figure = n.noise(where, 1.0, 4.0, roughness=0.65)
        pores = n.noise(where, 6.0, 2.0, roughness=0.6)
        tone = n.remap(figure, 0.3, 0.7, 1.0 - contrast, 1.0 + contrast)
        tone = n.math("MULTIPLY", tone, n.remap(pores, 0.35, 0.5, 1.0 - contrast * 0.6, 1.0))
        relief = n.math("ADD", n.math("MULTIPLY", pores, 0.4), figure)
        relief = n.math("SUBTRACT", relief, n.math("MULTIPLY", gap, 3.0))
        return n.principled(
            Base_Color=n.tint(base, tone),
            Roughness=n.remap(figure, 0.3, 0.7, roughness + 0.1, roughness - 0.06),
            Normal=n.bump(relief, 0.0025),
        )

    return material(name, surface, colour, mirrored=True)
