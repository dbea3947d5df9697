"""Prayer things side by side at a window: two strings of beads, a folded cloth, incense smoke."""

from __future__ import annotations

import math
import random
from functools import partial
from typing import Any

import bpy
import studio

TITLE = "Laid Side by Side"
ALT = (
    "On a wooden sill in window light lie a string of plain beads, a rosary of wooden beads and a "
    "folded linen cloth beside a bowl in which an incense stick gives off a thin line of smoke."
)
FOCUS = (0.5, 0.66)
ASPECT = (3, 2)
SAMPLES = 10


def loop(
    centre: studio.Vec2, size: studio.Vec2, wobble: float, seed: float, count: int
) -> list[studio.Vec2]:
    """Return evenly spaced points along a closed cord that was laid down by hand."""
    path = []
    for k in range(720):
        t = math.tau * k / 720
        r = 1 + wobble * math.sin(2 * t + seed) + 0.6 * wobble * math.sin(3 * t + 2 * seed)
        path.append((centre[0] + size[0] * r * math.cos(t), centre[1] + size[1] * r * math.sin(t)))
    lengths = [0.0]
    for (x0, y0), (x1, y1) in zip(path, path[1:] + path[:1], strict=True):
        lengths.append(lengths[-1] + math.hypot(x1 - x0, y1 - y0))
    points = []
    index = 0
    for k in range(count):
        goal = lengths[-1] * k / count
        while lengths[index + 1] < goal:
            index += 1
        points.append(path[index])
    return points


def sphere(radius: float, material: bpy.types.Material, flat: float = 1.0) -> bpy.types.Object:
    """Return one bead, its bore along the x axis, parked out of sight."""
    bore = radius * 0.16
    profile = []
    for k in range(25):
        t = math.pi * k / 24
        profile.append((max(bore, radius * math.sin(t)), -radius * flat * math.cos(t)))
    profile[0] = (bore, profile[0][1] * 0.98)
    bead = studio.lathe("bead", [*profile, (bore * 0.9, 0.0)], material, 40, crease=75)
    bead.location = (0, -9, -1)
    return bead


def string(
    points: list[studio.Vec2],
    radii: list[float],
    beads: dict[float, bpy.types.Object],
    cord: bpy.types.Material,
    skip: set[int],
) -> None:
    """Lay beads along the points, each resting on the table and turned along the cord."""
    n = len(points)
    rng = random.Random(5)
    for k, (x, y) in enumerate(points):
        if k in skip:
            continue
        (x0, y0), (x1, y1) = points[k - 1], points[(k + 1) % n]
        along = math.atan2(y1 - y0, x1 - x0)
        bead = studio.copy_of(beads[radii[k]], (x, y, radii[k]))
        bead.rotation_euler = (rng.uniform(0, 6.28), math.pi / 2, along)
    studio.wire(
        "string", [(x, y, radii[k]) for k, (x, y) in enumerate(points)], 0.0009, cord, closed=True
    )


def plain_beads() -> None:
    """Lay a string of thirty-three dark stone beads with a long end bead and a tassel."""
    stone = studio.masonry(
        "stone bead", (0.035, 0.06, 0.055), None, 0, 0.16, 0.3, bump=0.0, polish=0.3
    )
    cord = studio.uniform("cord", (0.05, 0.06, 0.05), 0.9)
    radius = 0.0056
    bead = sphere(radius, stone)
    points = loop((-0.178, -0.05), (0.072, 0.052), 0.1, 0.7, 34)
    string(points, [radius] * 34, {radius: bead}, cord, {0})
    x, y = points[0]
    long_bead = studio.lathe(
        "long bead",
        studio.smooth_profile(
            [
                (0.0012, -0.014),
                (0.0036, -0.0125),
                (0.0046, -0.007),
                (0.0053, 0.004),
                (0.0042, 0.011),
                (0.0012, 0.0135),
            ],
            6,
        ),
        stone,
        40,
        crease=70,
    )
    long_bead.location = (x + 0.014, y - 0.002, 0.0053)
    long_bead.rotation_euler = (0, math.pi / 2, -0.14)
    studio.wire("plain beads", [(x, y, 0.006), (x + 0.03, y - 0.004, 0.005)], 0.0009, cord)
    silk = studio.uniform("silk", (0.06, 0.13, 0.115), 0.55, Sheen_Weight=0.5)
    knot = sphere(0.004, silk)
    knot.location = (x + 0.031, y - 0.0045, 0.004)
    rng = random.Random(8)
    for _ in range(70):
        spread = rng.uniform(-1, 1)
        height = 0.0008 + 0.0055 * rng.random() * (1 - abs(spread))
        end = (
            x + 0.031 + rng.uniform(0.032, 0.038),
            y - 0.008 + 0.0085 * spread,
            max(0.0008, height * 0.6),
        )
        mid = (x + 0.046, y - 0.006 + 0.006 * spread, max(0.0008, height))
        studio.wire("plain beads", [(x + 0.031, y - 0.0045, 0.004), mid, end], 0.00045, silk)


def rosary() -> None:
    """Lay a rosary of wooden beads: five decades, the short strand and a plain wooden cross."""
    olive = studio.timber("olive wood", (0.36, 0.2, 0.09), 2, 0.38, 0.4, 160.0)
    dark = studio.timber("dark wood", (0.12, 0.055, 0.025), 2, 0.36, 0.3, 120.0)
    cord = studio.uniform("rosary cord", (0.1, 0.06, 0.035), 0.9)
    small, large = 0.0037, 0.005
    beads = {small: sphere(small, olive), large: sphere(large, dark)}
    radii: list[float] = []
    skip: set[int] = set()
    for _ in range(5):
        radii += [large] + [small] * 12
        base = len(radii) - 13
        skip |= {base + 1, base + 12}
    points = loop((0.095, -0.06), (0.092, 0.062), 0.09, 2.4, len(radii))
    string(points, radii, beads, cord, skip)
    start = max(range(len(points)), key=lambda k: radii[k] == large and -points[k][1])
    x, y = points[start]
    strand = [
        (x - 0.012 * k - 0.002 * k * k * 0.25, y - 0.0095 * k + 0.0009 * k * k) for k in range(1, 6)
    ]
    for (bx, by), size in zip(strand, [large, small, small, small, large], strict=True):
        studio.copy_of(beads[size], (bx, by, size), 20.0 * bx)
    studio.wire("rosary", [(x, y, large), *[(bx, by, small) for bx, by in strand]], 0.0009, cord)
    cross(strand[-1], olive, cord)


def cross(end: studio.Vec2, wood: bpy.types.Material, cord: bpy.types.Material) -> None:
    """Lay the plain cross at the strand's end."""
    angle = math.radians(200)
    dx, dy = math.cos(angle), math.sin(angle)
    turn = math.degrees(angle)
    x, y = end[0] + 0.03 * dx, end[1] + 0.03 * dy
    studio.block("cross", (0.04, 0.0075, 0.0052), (x, y, 0.0026), wood, 0.0009, turn)
    arm = (x - 0.007 * dx, y - 0.007 * dy, 0.0027)
    studio.block("cross", (0.0075, 0.026, 0.0054), arm, wood, 0.0009, turn)
    studio.wire(
        "cross", [(*end, 0.005), (end[0] + 0.011 * dx, end[1] + 0.011 * dy, 0.003)], 0.0009, cord
    )


def _linen(n: studio.Nodes) -> Any:
    """Warp and weft as relief, here and there a thicker yarn."""
    weave = {"Vector": n.coordinates((900, 900, 900), vary=False), "Scale": 0.32, "Distortion": 1.2}
    warp = n.add("TexWave", weave).outputs[1]
    weft = n.add("TexWave", weave, bands_direction="Y").outputs[1]
    slub = n.noise(n.coordinates(vary=False), 90.0)
    return n.principled(
        Base_Color=n.mix(n.remap(slub, 0.3, 0.7), (0.58, 0.53, 0.45), (0.7, 0.65, 0.57)),
        Roughness=0.9,
        Sheen_Weight=0.25,
        Normal=n.bump(n.math("ADD", warp, weft), 0.0004, 0.5),
    )


def cloth() -> None:
    """Lay a linen cloth folded in four layers, its folds soft and a little uneven."""
    linen = studio.material("linen", _linen)
    layers, width, depth, gap = 4, 0.235, 0.16, 0.0044
    path: list[studio.Vec2] = []
    for layer in range(layers):
        z = 0.002 + gap * layer
        inset = 0.004 * math.sin(2.1 * layer)
        xs = [(-0.5 + s / 30) * (width - gap) + inset for s in range(31)]
        if layer % 2:
            xs.reverse()
        path += [(x, z) for x in xs]
        if layer < layers - 1:
            side = -1 if layer % 2 else 1
            end = xs[-1]
            path += [
                (end + side * gap * 0.75 * math.sin(t), z + gap / 2 - gap / 2 * math.cos(t))
                for t in (math.pi * s / 8 for s in range(1, 8))
            ]
    rows = 40
    vertices = []
    for j in range(rows + 1):
        v = j / rows - 0.5
        for k, (x, z) in enumerate(path):
            u = k / len(path)
            lift = z / (gap * layers)
            wave = 0.004 * lift * math.sin(16 * x + 9 * v + 1) * math.sin(11 * v + 3 * x)
            edge = 0.0035 * math.sin(23 * u + 5) * v * 2 + 0.002 * math.sin(31 * x + 2) * v
            vertices.append(
                (
                    x + 0.002 * math.sin(9 * v + 4 * u),
                    v * depth + edge,
                    z + max(wave, -0.0008 * lift),
                )
            )
    n = len(path)
    faces = [
        (j * n + k, j * n + k + 1, (j + 1) * n + k + 1, (j + 1) * n + k)
        for j in range(rows)
        for k in range(n - 1)
    ]
    sheet = studio.mesh("cloth", vertices, faces, linen, smooth=True)
    solid = sheet.modifiers.new("thickness", "SOLIDIFY")
    solid.thickness = 0.0026
    solid.offset = 0.0
    smooth = sheet.modifiers.new("smooth", "SUBSURF")
    smooth.levels = smooth.render_levels = 1
    sheet.location = (-0.115, 0.135, 0.0005)
    sheet.rotation_euler.z = math.radians(9)


def incense() -> None:
    """Set the bowl of ash with one burning stick, and let its smoke rise and curl."""
    glaze = studio.masonry("celadon", (0.2, 0.25, 0.2), None, 0, 0.2, 0.12, bump=0.0, polish=0.3)
    ash = studio.masonry("ash", (0.42, 0.4, 0.38), None, 0, 0.95, 0.12, bump=0.004)
    bowl = studio.lathe(
        "bowl",
        studio.smooth_profile(
            [
                (0.0, 0.004),
                (0.026, 0.004),
                (0.027, 0.0),
                (0.031, 0.0),
                (0.031, 0.005),
                (0.045, 0.018),
                (0.056, 0.038),
                (0.0595, 0.056),
                (0.058, 0.0585),
                (0.0555, 0.056),
                (0.051, 0.038),
                (0.04, 0.022),
                (0.0, 0.014),
            ],
            5,
        ),
        glaze,
        96,
        crease=50,
    )
    x, y = 0.178, 0.105
    bowl.location = (x, y, 0)
    bed = studio.lathe(
        "bed",
        [(0.053, 0.042), (0.04, 0.0435), (0.02, 0.0465), (0.008, 0.0475), (0.0, 0.0478)],
        ash,
        72,
        crease=80,
    )
    bed.location = (x, y, 0)
    stick = studio.uniform("stick", (0.16, 0.1, 0.055), 0.9)
    tip = (x + 0.016, y + 0.004, 0.128)
    studio.wire("incense", [(x, y, 0.044), tip], 0.0013, stick)
    ember = studio.glow("ember", (1.0, 0.2, 0.04), 5.0)
    studio.wire("incense", [tip, (tip[0] + 0.0006, tip[1], tip[2] + 0.004)], 0.0013, ember)
    smoke((tip[0] + 0.0006, tip[1], tip[2] + 0.004))


def _smoke(n: studio.Nodes, density: float) -> Any:
    """Thickest along the middle of its sheet; it gathers over the ember and thins out above."""
    across, up, _ = n.add("SeparateXYZ", {0: n.add("TexCoord").outputs["UV"]}).outputs
    off = n.math("SUBTRACT", across, 0.5)
    bell = n.remap(n.math("MULTIPLY", off, off), 0.0, 0.25, 1.0, 0.0)
    bell = n.math("MULTIPLY", bell, bell)
    rise = n.math("MULTIPLY", n.remap(up, 0.0, 0.05), n.remap(up, 0.25, 1.0, 1.0, 0.0))
    cover = n.math("MULTIPLY", n.math("MULTIPLY", bell, rise), density)
    return n.mix_shader(cover, n.clear(), n.emission((0.72, 0.78, 0.86), 0.6))


def smoke(foot: studio.Vec3) -> None:
    """Draw the smoke as veils: thin sheets, nearly clear toward their edges."""
    x, y, z = foot
    for strand, (phase, reach) in enumerate(((0.0, 1.0), (1.3, 0.75), (2.2, 1.25))):
        veil = studio.material("smoke", partial(_smoke, density=0.85 - 0.15 * strand))
        rows, columns = 220, 8
        vertices, places = [], []
        for j in range(rows + 1):
            t = j / rows
            sway = t**1.6
            cx = x + 0.02 * t + reach * sway * 0.022 * math.sin(9 * t + phase)
            cx += reach * sway * 0.008 * math.sin(23 * t + 2 * phase)
            cy = y + reach * sway * 0.015 * math.cos(8 * t + phase)
            width = 0.0011 + 0.016 * sway * (0.6 + 0.4 * math.sin(13 * t + phase + 1))
            for i in range(columns + 1):
                s = i / columns
                vertices.append((cx + (s - 0.5) * width, cy + (s - 0.5) * 0.004, z + 0.2 * t))
                places.append((s, t))
        w = columns + 1
        faces = [
            (j * w + i, j * w + i + 1, (j + 1) * w + i + 1, (j + 1) * w + i)
            for j in range(rows)
            for i in range(columns)
        ]
        sheet = studio.mesh("smoke", vertices, faces, veil, smooth=True)
        layer = sheet.data.uv_layers.new(name="veil")
        for corner in sheet.data.loops:
            layer.data[corner.index].uv = places[corner.vertex_index]
        sheet.visible_shadow = sheet.visible_diffuse = sheet.visible_glossy = False


def room() -> None:
    """Build the sill, the deep window on the left and the dark room behind."""
    oak = studio.timber("oak", (0.2, 0.115, 0.06), 0, 0.42, 0.35, 22.0, (2.7, 0.19))
    studio.plane("room", (3.0, 1.1), (0.0, 0.1, 0.0), oak)
    plaster = studio.masonry("room wall", (0.36, 0.315, 0.26), None, 0, 0.95, 0.08, bump=0.001)
    studio.block("room", (4.0, 0.1, 2.4), (0.2, 0.72, 1.0), plaster, 0)
    frame = studio.timber("window frame", (0.3, 0.27, 0.23), 2, 0.5, 0.12)
    for y in (-0.86, -0.46, -0.06, 0.34, 0.74):
        studio.block("room", (0.05, 0.034, 1.5), (-0.86, y, 0.85), frame, 0.004)
    for z in (0.145, 0.545, 0.945, 1.345):
        studio.block("room", (0.05, 2.2, 0.03), (-0.86, 0.1, z), frame, 0.004)


def build() -> None:
    """Build the still life in the low light of a window on the left."""
    studio.film(0.35)
    room()
    plain_beads()
    rosary()
    cloth()
    incense()
    studio.sun((0.84, 0.1, -0.5), 4.6, (1.0, 0.82, 0.6), 0.9)
    studio.softbox((-1.05, -0.05, 0.75), (0.0, 0.0, 0.1), (1.0, 1.3), 9, (0.8, 0.9, 1.0))
    studio.sky([(-1.0, (0.05, 0.05, 0.05)), (1.0, (0.06, 0.065, 0.075))], 0.6)
    studio.camera((0.0, -0.84, 0.41), (-0.005, 0.03, 0.05), 60, 3.2, (0.0, -0.06, 0.01), blades=9)
