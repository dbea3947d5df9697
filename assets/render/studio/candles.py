"""What burns: flames and the wax below them."""

from __future__ import annotations

from typing import Any

import bpy

from studio.arrange import place
from studio.light import bulb
from studio.lines import smooth_profile
from studio.shader import Nodes, material
from studio.shapes import lathe
from studio.values import Colour, Vec3

# The outline of a flame one unit high: radius and height.
TEARDROP = [
    (0.0, 0.0),
    (0.075, 0.05),
    (0.14, 0.18),
    (0.165, 0.32),
    (0.145, 0.5),
    (0.09, 0.72),
    (0.035, 0.9),
    (0.0, 1.0),
]


def flame(
    foot: Vec3, height: float = 0.028, power: float = 0.25, lean: float = 0.0, turn: float = 0.0
) -> bpy.types.Object:
    """Light a small flame on a wick: a teardrop that shines, and the light it gives."""
    shining = material("flame", _fire)
    body = lathe("flame", smooth_profile(TEARDROP, 8), shining, 40, crease=180.0)
    for vertex in body.data.vertices:
        vertex.co.x += lean * vertex.co.z**2
    place(body, foot, (0.0, 0.0, turn))
    body.scale = (height, height, height)
    body.visible_diffuse = body.visible_shadow = False
    if power > 0:
        middle = (foot[0], foot[1], foot[2] + height * 0.5)
        bulb(middle, power, height * 0.16, (1.0, 0.56, 0.23)).visible_glossy = False
    return body


def _fire(n: Nodes) -> Any:
    """Blue at the wick, orange at the tip, clear toward the outline."""
    level = n.height()
    colour = n.ramp(
        level,
        [
            (0.0, (0.04, 0.06, 0.22)),
            (0.16, (0.55, 0.2, 0.05)),
            (0.38, (1.0, 0.6, 0.2)),
            (0.7, (1.0, 0.52, 0.14)),
            (1.0, (1.0, 0.3, 0.05)),
        ],
    )
    bright = n.remap(level, 0.05, 0.42, 0.5, 11.0)
    bright = n.math("MULTIPLY", bright, n.remap(level, 0.75, 1.0, 1.0, 0.45))
    cover = n.math(
        "MULTIPLY",
        n.remap(n.facing(), 0.25, 0.95, 1.0, 0.0),
        n.remap(level, 0.0, 0.25, 0.25, 1.0),
    )
    return n.mix_shader(cover, n.clear(), n.emission(colour, bright))


def wax(name: str, colour: Colour, top: float, strength: float = 0.9) -> bpy.types.Material:
    """Candle wax that glows through near its lit top (in the object's own height)."""

    def surface(n: Nodes) -> Any:
        down = n.math("SUBTRACT", top, n.height())
        fall = n.math("EXPONENT", n.math("DIVIDE", down, -0.016))
        grain = n.noise(n.coordinates(vary=False), 60.0)
        return n.principled(
            Base_Color=colour,
            Roughness=0.42,
            Subsurface_Weight=0.6,
            Subsurface_Radius=(1.0, 0.55, 0.22),
            Subsurface_Scale=0.012,
            Emission_Color=(1.0, 0.43, 0.08),
            Emission_Strength=n.math("MULTIPLY", fall, strength, True),
            Normal=n.bump(grain, 0.0004, 0.5),
        )

    return material(name, surface)
