"""What scenes share: camera and light, shapes and surfaces, all in metres."""

from __future__ import annotations

from studio.arrange import attach, group, place
from studio.buildings import arch_opening, plastered_arch, shifted, wall
from studio.candles import flame, wax
from studio.fabrics import cloth, cord, page_edges
from studio.furnishings import curtain, flags, planks
from studio.lamps import cloth_lantern, glass_lamp
from studio.light import bulb, plain_sky, sky, softbox, sun, sunlight, toward_sun
from studio.lines import chain, rounded, smooth_profile, tube, twisted, wire
from studio.materials import glow, metal, patinated, plain, uniform, vessel_glass
from studio.noise import fractal
from studio.scene import bloom, camera, film, render_settings, reset
from studio.shader import Nodes, material
from studio.shapes import bevel, block, box, cylinder, extrude, grid, lathe, mesh, plane
from studio.values import Colour, Vec2, Vec3, blend, shade
from studio.walls import dressed_stone, limewash, plaster
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
    "box",
    "bulb",
    "camera",
    "chain",
    "cloth",
    "cloth_lantern",
    "cord",
    "curtain",
    "cylinder",
    "dressed_stone",
    "extrude",
    "film",
    "flags",
    "flame",
    "fractal",
    "glass_lamp",
    "glow",
    "grid",
    "group",
    "lathe",
    "limewash",
    "material",
    "mesh",
    "metal",
    "page_edges",
    "patinated",
    "place",
    "plain",
    "plain_sky",
    "plane",
    "planks",
    "plaster",
    "plastered_arch",
    "render_settings",
    "reset",
    "rounded",
    "shade",
    "shifted",
    "sky",
    "smooth_profile",
    "softbox",
    "sun",
    "sunlight",
    "timber",
    "toward_sun",
    "tube",
    "twisted",
    "uniform",
    "vessel_glass",
    "wall",
    "wax",
    "wire",
    "wood",
]
