"""What scenes share: camera and light, shapes and surfaces, all in metres."""

from __future__ import annotations

from studio.arrange import attach, copy_of, group, place, surface_height
from studio.buildings import arch_opening, groin_vault, pointed_arch, shifted, voussoirs, wall
from studio.candles import flame, wax
from studio.fabrics import cloth, page_edges, paper
from studio.furnishings import book, curtain, planks
from studio.light import bulb, plain_sky, sky, softbox, sun, sunlight, toward_sun
from studio.lines import rounded, smooth_profile, tube, wire
from studio.materials import (
    glow,
    hazed,
    metal,
    patinated,
    plain,
    uniform,
    vessel_glass,
    window_glass,
)
from studio.noise import fractal
from studio.scene import bloom, camera, film, render_settings, reset
from studio.shader import Nodes, material
from studio.shapes import bevel, block, box, cylinder, extrude, grid, lathe, mesh, plane
from studio.values import Colour, Vec2, Vec3, blend, shade
from studio.walls import masonry, plaster, stone
from studio.woodwork import board, timber, wood

__all__ = [
    "Colour",
    "Nodes",
    "Vec2",
    "Vec3",
    "arch_opening",
    "attach",
    "bevel",
    "blend",
    "block",
    "bloom",
    "board",
    "book",
    "box",
    "bulb",
    "camera",
    "cloth",
    "copy_of",
    "curtain",
    "cylinder",
    "extrude",
    "film",
    "flame",
    "fractal",
    "glow",
    "grid",
    "groin_vault",
    "group",
    "hazed",
    "lathe",
    "masonry",
    "material",
    "mesh",
    "metal",
    "page_edges",
    "paper",
    "patinated",
    "place",
    "plain",
    "plain_sky",
    "plane",
    "planks",
    "plaster",
    "pointed_arch",
    "render_settings",
    "reset",
    "rounded",
    "shade",
    "shifted",
    "sky",
    "smooth_profile",
    "softbox",
    "stone",
    "sun",
    "sunlight",
    "surface_height",
    "timber",
    "toward_sun",
    "tube",
    "uniform",
    "vessel_glass",
    "voussoirs",
    "wall",
    "wax",
    "window_glass",
    "wire",
    "wood",
]
