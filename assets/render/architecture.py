"""Building parts and materials for the photographed places: masonry, timber, arches and vaults."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any

import bpy
from mathutils import Vector

Point2 = tuple[float, float]
Point3 = tuple[float, float, float]
Colour = tuple[float, float, float]
Face = tuple[int, ...]


class Shader:
    """A material under construction: adds nodes and wires them by socket name or index."""

    def __init__(self, name: str) -> None:
        """Create the empty material."""
        self.material: bpy.types.Material = bpy.data.materials.new(name)
        self.tree = self.material.node_tree
        self.tree.nodes.clear()
        self.output = self.tree.nodes.new("ShaderNodeOutputMaterial")

    def add(self, kind: str, inputs: dict[str | int, Any] | None = None, **settings: Any) -> Any:
        """Add a node; an input may be a value or another node's output socket."""
        node = self.tree.nodes.new(f"ShaderNode{kind}")
        for key, value in settings.items():
            setattr(node, key, value)
        for key, value in (inputs or {}).items():
            if isinstance(value, bpy.types.NodeSocket):
                self.tree.links.new(value, node.inputs[key])
            elif isinstance(value, tuple) and len(value) == 3 and node.inputs[key].type == "RGBA":
                node.inputs[key].default_value = (*value, 1.0)
            else:
                node.inputs[key].default_value = value
        return node

    def coordinates(self, kind: str = "Object", scale: Point3 = (1, 1, 1)) -> Any:
        """Return texture coordinates of the given kind, scaled per axis."""
        source = self.add("TexCoord").outputs[kind]
        return self.add("Mapping", {"Vector": source, "Scale": scale}).outputs[0]

    def math(self, operation: str, first: Any, second: Any = 0.0, clamp: bool = False) -> Any:
        """Return the result of one scalar operation."""
        inputs = {0: first, 1: second}
        return self.add("Math", inputs, operation=operation, use_clamp=clamp).outputs[0]

    def mix(self, factor: Any, first: Any, second: Any, blend: str = "MIX") -> Any:
        """Return a colour mixed from two."""
        inputs = {0: factor, 6: first, 7: second}
        node = self.add("Mix", inputs, data_type="RGBA", blend_type=blend)
        return node.outputs[2]

    def noise(self, vector: Any, scale: float, detail: float = 4.0, rough: float = 0.55) -> Any:
        """Return fractal noise around 0.5."""
        inputs = {"Vector": vector, "Scale": scale, "Detail": detail, "Roughness": rough}
        return self.add("TexNoise", inputs).outputs[0]

    def remap(self, value: Any, low: float, high: float, to_low: float, to_high: float) -> Any:
        """Return a value mapped linearly from one range to another, clamped."""
        inputs = {0: value, 1: low, 2: high, 3: to_low, 4: to_high}
        return self.add("MapRange", inputs).outputs[0]

    def bump(self, height: Any, distance: float, strength: float = 1.0, normal: Any = None) -> Any:
        """Return a normal disturbed by a height field."""
        inputs: dict[str | int, Any] = {
            "Height": height,
            "Distance": distance,
            "Strength": strength,
        }
        if normal is not None:
            inputs["Normal"] = normal
        return self.add("Bump", inputs).outputs[0]

    def finish(self, surface: Any) -> bpy.types.Material:
        """Connect the surface and return the finished material."""
        self.tree.links.new(surface, self.output.inputs["Surface"])
        return self.material

    def finish_cheaply(self, surface: Any, colour: Colour) -> bpy.types.Material:
        """Finish with a plain colour for bounced light, which cannot show the detail anyway."""
        simple = self.add("BsdfDiffuse", {"Color": colour}).outputs[0]
        bounced = self.add("LightPath").outputs["Is Diffuse Ray"]
        return self.finish(self.add("MixShader", {0: bounced, 1: surface, 2: simple}).outputs[0])


def scaled(colour: Colour, factor: float) -> Colour:
    """Return a colour made lighter or darker."""
    return (colour[0] * factor, colour[1] * factor, colour[2] * factor)


def plain(
    name: str, colour: Colour, roughness: float = 0.5, metallic: float = 0.0, **more: Any
) -> bpy.types.Material:
    """Return a uniform surface; further inputs are given with underscores for spaces."""
    shader = Shader(name)
    inputs = {"Base Color": colour, "Roughness": roughness, "Metallic": metallic}
    inputs.update({key.replace("_", " "): value for key, value in more.items()})
    return shader.finish(shader.add("BsdfPrincipled", inputs).outputs[0])


def masonry(
    name: str,
    colour: Colour,
    block: Point2 | None = None,
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
    """Return stone, brick or plaster, with joints where a block size (in metres) is given.

    On a turned body of radius `girth` the courses run round it instead of across it.
    """
    shader = Shader(name)
    where = shader.coordinates()
    cloud = shader.noise(where, 1.3, 3.0, 0.6)
    grain = shader.noise(where, 26.0, 3.0, 0.66)
    tint = shader.remap(cloud, 0.3, 0.7, 1.0 - variation, 1.0 + variation)
    fine = shader.remap(grain, 0.25, 0.75, 1.0 - variation / 2, 1.0 + variation / 2)
    shade = shader.math("MULTIPLY", tint, fine)
    height = grain
    base: Any = shader.add("RGB").outputs[0]
    base.default_value = (*colour, 1.0)
    if block is not None:
        plane = where
        if swap_axes:
            parts = shader.add("SeparateXYZ", {0: where})
            plane = shader.add(
                "CombineXYZ", {0: parts.outputs[1], 1: parts.outputs[0], 2: parts.outputs[2]}
            ).outputs[0]
        if girth is not None:
            parts = shader.add("SeparateXYZ", {0: where})
            turn = shader.math("ARCTAN2", parts.outputs[1], parts.outputs[0])
            around = shader.math("MULTIPLY", turn, girth)
            plane = shader.add("CombineXYZ", {0: around, 1: parts.outputs[2]}).outputs[0]
        other = second or scaled(colour, 1.0 - 1.6 * variation)
        bricks = shader.add(
            "TexBrick",
            {
                "Vector": plane,
                "Color1": colour,
                "Color2": other,
                "Mortar": scaled(colour, 0.45),
                "Scale": 1.0,
                "Mortar Size": joint,
                "Mortar Smooth": 0.3,
                "Brick Width": block[0],
                "Row Height": block[1],
            },
            offset=offset,
        )
        base = bricks.outputs[0]
        depth = shader.math("MULTIPLY", bricks.outputs[1], -1.6)
        height = shader.math("ADD", shader.math("MULTIPLY", grain, 0.5), depth)
    grey = shader.add("CombineColor", {0: shade, 1: shade, 2: shade}).outputs[0]
    tinted = shader.mix(1.0, base, grey, "MULTIPLY")
    rough = shader.remap(cloud, 0.3, 0.7, roughness - 0.08, min(1.0, roughness + 0.08))
    inputs = {
        "Base Color": tinted,
        "Roughness": rough,
        "Normal": shader.bump(height, bump),
        "Specular IOR Level": 0.3 + polish,
    }
    return shader.finish_cheaply(shader.add("BsdfPrincipled", inputs).outputs[0], colour)


def timber(
    name: str,
    colour: Colour,
    axis: int = 2,
    roughness: float = 0.5,
    contrast: float = 0.35,
    grain: float = 9.0,
    plank: Point2 | None = None,
) -> bpy.types.Material:
    """Return wood whose grain runs along an axis; with a plank size it is laid as boards."""
    shader = Shader(name)
    stretch = [grain, grain, grain]
    stretch[axis] = grain * 0.045
    where = shader.coordinates(scale=(stretch[0], stretch[1], stretch[2]))
    base: Any = shader.add("RGB").outputs[0]
    base.default_value = (*colour, 1.0)
    gap: Any = 0.0
    if plank is not None:
        boards = shader.add(
            "TexBrick",
            {
                "Vector": shader.coordinates(),
                "Color1": colour,
                "Color2": scaled(colour, 0.62),
                "Mortar": scaled(colour, 0.12),
                "Scale": 1.0,
                "Mortar Size": 0.0014,
                "Mortar Smooth": 0.2,
                "Brick Width": plank[0],
                "Row Height": plank[1],
            },
            offset=0.37,
        )
        base, gap = boards.outputs[0], boards.outputs[1]
    figure = shader.noise(where, 1.0, 4.0, 0.65)
    pores = shader.noise(where, 6.0, 2.0, 0.6)
    shade = shader.remap(figure, 0.3, 0.7, 1.0 - contrast, 1.0 + contrast)
    dark = shader.remap(pores, 0.35, 0.5, 1.0 - contrast * 0.6, 1.0)
    tone = shader.math("MULTIPLY", shade, dark)
    grey = shader.add("CombineColor", {0: tone, 1: tone, 2: tone}).outputs[0]
    relief = shader.math("ADD", shader.math("MULTIPLY", pores, 0.4), figure)
    relief = shader.math("SUBTRACT", relief, shader.math("MULTIPLY", gap, 3.0))
    inputs = {
        "Base Color": shader.mix(1.0, base, grey, "MULTIPLY"),
        "Roughness": shader.remap(figure, 0.3, 0.7, roughness + 0.1, roughness - 0.06),
        "Normal": shader.bump(relief, 0.0025),
    }
    return shader.finish_cheaply(shader.add("BsdfPrincipled", inputs).outputs[0], colour)


def patinated(
    name: str, metal: Colour, patina: Colour, amount: float = 0.5, roughness: float = 0.38
) -> bpy.types.Material:
    """Return old bronze or brass: worn metal under cloudy patina."""
    shader = Shader(name)
    where = shader.coordinates()
    cloud = shader.noise(where, 4.5, 8.0, 0.68)
    fine = shader.noise(where, 30.0, 4.0, 0.6)
    cover = shader.remap(cloud, 0.55 - amount * 0.4, 0.95 - amount * 0.4, 0.0, 1.0)
    inputs = {
        "Base Color": shader.mix(cover, metal, patina),
        "Metallic": shader.remap(cover, 0.0, 1.0, 1.0, 0.35),
        "Roughness": shader.math("ADD", shader.math("MULTIPLY", cover, 0.25), roughness),
        "Normal": shader.bump(fine, 0.0015, 0.6),
    }
    return shader.finish(shader.add("BsdfPrincipled", inputs).outputs[0])


def glowing(name: str, colour: Colour, strength: float) -> bpy.types.Material:
    """Return a surface that only shines."""
    shader = Shader(name)
    inputs = {"Color": colour, "Strength": strength}
    return shader.finish(shader.add("Emission", inputs).outputs[0])


def clear_glass(name: str, tint: Colour = (1.0, 1.0, 1.0)) -> bpy.types.Material:
    """Return thin glass: light passes straight through, so that no caustic noise arises."""
    shader = Shader(name)
    # A Fresnel node would turn total reflection on at the inner faces and blacken the glass.
    facing = shader.add("LayerWeight", {"Blend": 0.5}).outputs["Facing"]
    edge = shader.remap(shader.math("POWER", facing, 4.0), 0.0, 1.0, 0.035, 0.8)
    passing = shader.add("BsdfTransparent", {"Color": tint}).outputs[0]
    mirror = shader.add("BsdfGlossy", {"Color": (1.0, 1.0, 1.0), "Roughness": 0.03}).outputs[0]
    return shader.finish(shader.add("MixShader", {0: edge, 1: passing, 2: mirror}).outputs[0])


def add_mesh(
    name: str,
    vertices: Sequence[Sequence[float]],
    faces: Sequence[Face],
    material: bpy.types.Material | None = None,
    smooth_angle: float | None = 35.0,
) -> bpy.types.Object:
    """Add a mesh object; edges sharper than the angle stay sharp, None shades flat."""
    mesh = bpy.data.meshes.new(name)
    mesh.from_pydata([tuple(v) for v in vertices], [], list(faces))
    mesh.validate()
    if material is not None:
        mesh.materials.append(material)
    if smooth_angle is not None:
        mesh.polygons.foreach_set("use_smooth", [True] * len(mesh.polygons))
        mesh.set_sharp_from_angle(angle=math.radians(smooth_angle))
    return link(bpy.data.objects.new(name, mesh))


def link(thing: bpy.types.Object) -> bpy.types.Object:
    """Put an object into the scene."""
    bpy.context.scene.collection.objects.link(thing)
    return thing


def copy_of(
    thing: bpy.types.Object, location: Point3, turn: float = 0.0, scale: float = 1.0
) -> bpy.types.Object:
    """Add an instance that shares the mesh, turned about the vertical by some degrees."""
    twin = thing.copy()
    twin.location = location
    twin.rotation_euler = (thing.rotation_euler[0], thing.rotation_euler[1], math.radians(turn))
    twin.scale = (scale, scale, scale)
    return link(twin)


def bevel(
    thing: bpy.types.Object, width: float, segments: int = 2, angle: float = 35.0
) -> bpy.types.Object:
    """Round the object's hard edges, as every real edge is."""
    modifier = thing.modifiers.new("bevel", "BEVEL")
    modifier.width = width
    modifier.segments = segments
    modifier.limit_method = "ANGLE"
    modifier.angle_limit = math.radians(angle)
    modifier.harden_normals = True
    return thing


def box(
    size: Point3,
    centre: Point3,
    material: bpy.types.Material,
    edge: float = 0.01,
    turn: float = 0.0,
) -> bpy.types.Object:
    """Add a block with softened edges."""
    x, y, z = (side / 2 for side in size)
    vertices = [(i * x, j * y, k * z) for k in (-1, 1) for j in (-1, 1) for i in (-1, 1)]
    faces = [(0, 2, 3, 1), (4, 5, 7, 6), (0, 1, 5, 4), (2, 6, 7, 3), (0, 4, 6, 2), (1, 3, 7, 5)]
    block = add_mesh("block", vertices, faces, material)
    block.location = centre
    block.rotation_euler.z = math.radians(turn)
    return bevel(block, edge) if edge > 0 else block


def plane(
    width: float, depth: float, centre: Point3, material: bpy.types.Material
) -> bpy.types.Object:
    """Add a horizontal rectangle."""
    x, y = width / 2, depth / 2
    sheet = add_mesh(
        "plane", [(-x, -y, 0), (x, -y, 0), (x, y, 0), (-x, y, 0)], [(0, 1, 2, 3)], material
    )
    sheet.location = centre
    return sheet


def revolve(
    profile: Sequence[Point2],
    material: bpy.types.Material | None,
    segments: int = 64,
    relief: Callable[[float, float], float] | None = None,
    smooth_angle: float = 40.0,
) -> bpy.types.Object:
    """Add a turned body from (radius, height) points; relief scales the radius by angle, height."""
    vertices: list[Point3] = []
    for radius, height in profile:
        for step in range(segments):
            angle = math.tau * step / segments
            r = radius * (relief(angle, height) if relief else 1.0)
            vertices.append((r * math.cos(angle), r * math.sin(angle), height))
    faces: list[Face] = []
    for row in range(len(profile) - 1):
        for step in range(segments):
            a, b = row * segments + step, row * segments + (step + 1) % segments
            faces.append((a, b, b + segments, a + segments))
    return add_mesh("turned", vertices, faces, material, smooth_angle)


def smooth_profile(points: Sequence[Point2], steps: int = 8) -> list[Point2]:
    """Return a Catmull-Rom curve through profile points."""
    padded = [points[0], *points, points[-1]]
    curve: list[Point2] = []
    for i in range(1, len(padded) - 2):
        p0, p1, p2, p3 = (Vector(padded[i + k]) for k in (-1, 0, 1, 2))
        for step in range(steps):
            t = step / steps
            spot = 0.5 * (
                2 * p1
                + (p2 - p0) * t
                + (2 * p0 - 5 * p1 + 4 * p2 - p3) * t**2
                + (3 * p1 - p0 - 3 * p2 + p3) * t**3
            )
            curve.append((max(0.0, spot.x), spot.y))
    curve.append(points[-1])
    return curve


def tube(
    points: Sequence[Sequence[float]],
    radius: float,
    material: bpy.types.Material,
    closed: bool = False,
    tapers: Sequence[float] | None = None,
) -> bpy.types.Object:
    """Add a round rod, chain or cord along points."""
    curve = bpy.data.curves.new("tube", "CURVE")
    curve.dimensions = "3D"
    curve.bevel_depth = radius
    curve.bevel_resolution = 3
    curve.use_fill_caps = True
    spline = curve.splines.new("POLY")
    spline.points.add(len(points) - 1)
    for index, point in enumerate(points):
        spline.points[index].co = (*point, 1.0)
        spline.points[index].radius = tapers[index] if tapers else 1.0
    spline.use_cyclic_u = closed
    spline.use_smooth = True
    curve.materials.append(material)
    return link(bpy.data.objects.new("tube", curve))


def pointed_arch(
    half_span: float, springing: float, sharpness: float = 1.35, steps: int = 16
) -> list[Point2]:
    """Return a two-centred arch from left springing over the apex to the right.

    Sharpness is the radius over the half span: 1 is a round arch, 2 an equilateral one.
    """
    radius = half_span * sharpness
    centre = radius - half_span
    end = math.acos(centre / radius)
    left: list[Point2] = []
    for step in range(steps + 1):
        angle = end * step / steps
        left.append((centre - radius * math.cos(angle), springing + radius * math.sin(angle)))
    return left + [(-x, z) for x, z in reversed(left[:-1])]


def arch_opening(
    half_span: float, springing: float, sharpness: float = 1.35, base: float = 0.0
) -> list[Point2]:
    """Return the closed outline of an arched opening that stands on the base height."""
    return [
        (-half_span, base),
        *pointed_arch(half_span, springing, sharpness),
        (half_span, base),
    ]


def shifted(outline: Sequence[Point2], x: float, z: float = 0.0) -> list[Point2]:
    """Return an outline moved in its plane."""
    return [(a + x, b + z) for a, b in outline]


def wall(
    outline: Sequence[Point2],
    openings: Sequence[Sequence[Point2]],
    thickness: float,
    material: bpy.types.Material,
    edge: float = 0.015,
) -> bpy.types.Object:
    """Add an upright wall in the x-z plane, centred on y = 0, with openings cut through."""
    curve = bpy.data.curves.new("wall", "CURVE")
    curve.dimensions = "2D"
    curve.fill_mode = "BOTH"
    curve.extrude = thickness / 2 - edge
    curve.bevel_depth = edge
    curve.bevel_resolution = 1
    curve.offset = -edge
    for ring in (outline, *openings):
        spline = curve.splines.new("POLY")
        spline.points.add(len(ring) - 1)
        for index, (x, z) in enumerate(ring):
            spline.points[index].co = (x, z, 0.0, 1.0)
        spline.use_cyclic_u = True
    curve.materials.append(material)
    upright = link(bpy.data.objects.new("wall", curve))
    upright.rotation_euler.x = math.radians(90)
    return upright


def voussoirs(
    arch: Sequence[Point2],
    depth: float,
    thickness: float,
    materials: Sequence[bpy.types.Material],
    count: int,
    gap: float = 0.006,
) -> list[bpy.types.Object]:
    """Add the wedge stones around an arch in the x-z plane, alternating between materials."""
    lengths = [0.0]
    for (x0, z0), (x1, z1) in pairwise(arch):
        lengths.append(lengths[-1] + math.hypot(x1 - x0, z1 - z0))

    def at(distance: float) -> tuple[Vector, Vector]:
        distance = min(max(distance, 0.0), lengths[-1])
        i = next((k for k in range(1, len(lengths)) if lengths[k] >= distance), len(lengths) - 1)
        part = (distance - lengths[i - 1]) / (lengths[i] - lengths[i - 1])
        start, end = Vector(arch[i - 1]), Vector(arch[i])
        along = (end - start).normalized()
        return start.lerp(end, part), Vector((-along.y, along.x))

    stones = []
    size = lengths[-1] / count
    y = thickness / 2
    for k in range(count):
        inner, outer = [], []
        for part in range(4):
            spot, out = at(k * size + gap / 2 + (size - gap) * part / 3)
            if abs(spot.x) < 1e-3:
                out = Vector((0.0, 1.0))
            inner.append(spot)
            outer.append(spot + out * depth)
        ring = inner + outer[::-1]
        n = len(ring)
        vertices = [(p.x, -y, p.y) for p in ring] + [(p.x, y, p.y) for p in ring]
        sides = [(i, i + n, (i + 1) % n + n, (i + 1) % n) for i in range(n)]
        faces = [tuple(range(n)), tuple(reversed(range(n, 2 * n))), *sides]
        stone = add_mesh("voussoir", vertices, faces, materials[k % len(materials)])
        stones.append(bevel(stone, 0.006, 1))
    return stones


def groin_vault(
    width: float, depth: float, springing: float, sharpness: float, material: bpy.types.Material
) -> bpy.types.Object:
    """Add one vaulted bay: two crossing pointed barrels, seen from below."""

    def rise(offset: float, half: float) -> float:
        radius = half * sharpness
        reach = abs(offset) + radius - half
        return math.sqrt(max(0.0, radius**2 - reach**2))

    n = 40
    scale = rise(0, width / 2) / rise(0, depth / 2)
    vertices = []
    for j in range(n + 1):
        for i in range(n + 1):
            x, y = width * (i / n - 0.5), depth * (j / n - 0.5)
            z = max(rise(x, width / 2), scale * rise(y, depth / 2))
            vertices.append((x, y, springing + z))
    faces = [
        (a, a + n + 1, a + n + 2, a + 1)
        for j in range(n)
        for i in range(n)
        for a in [j * (n + 1) + i]
    ]
    return add_mesh("vault", vertices, faces, material, 25.0)


def sun(
    direction: Point3, strength: float, colour: Colour = (1, 0.9, 0.78), angle: float = 0.8
) -> bpy.types.Object:
    """Add sunlight travelling in the given direction; angle is the sun's apparent size."""
    lamp = bpy.data.lights.new("sun", "SUN")
    lamp.energy = strength
    lamp.color = colour
    lamp.angle = math.radians(angle)
    source = link(bpy.data.objects.new("sun", lamp))
    source.rotation_euler = Vector(direction).to_track_quat("-Z", "Y").to_euler()
    return source


def soft_light(
    location: Point3,
    target: Point3,
    size: Point2,
    power: float,
    colour: Colour = (1, 1, 1),
    spread: float = 180.0,
) -> bpy.types.Object:
    """Add a rectangular light aimed at a target; the camera does not see it."""
    lamp = bpy.data.lights.new("soft", "AREA")
    lamp.shape = "RECTANGLE"
    lamp.size, lamp.size_y = size
    lamp.energy = power
    lamp.color = colour
    lamp.spread = math.radians(spread)
    source = link(bpy.data.objects.new("soft", lamp))
    source.location = location
    aim = Vector(target) - Vector(location)
    source.rotation_euler = aim.to_track_quat("-Z", "Y").to_euler()
    source.visible_camera = False
    return source


def bulb(location: Point3, power: float, colour: Colour, radius: float = 0.03) -> bpy.types.Object:
    """Add a small round light the camera does not see."""
    lamp = bpy.data.lights.new("bulb", "POINT")
    lamp.energy = power
    lamp.color = colour
    lamp.shadow_soft_size = radius
    source = link(bpy.data.objects.new("bulb", lamp))
    source.location = location
    source.visible_camera = False
    return source


def sky(
    stops: Sequence[tuple[float, Colour]],
    strength: float,
    seen: float = 1.0,
    interpolation: str = "EASE",
) -> Any:
    """Set a sky that changes with elevation (-1 to 1); seen scales what the camera sees of it."""
    world = bpy.context.scene.world or bpy.data.worlds.new("sky")
    bpy.context.scene.world = world
    tree = world.node_tree
    tree.nodes.clear()
    output = tree.nodes.new("ShaderNodeOutputWorld")
    background = tree.nodes.new("ShaderNodeBackground")
    ramp = tree.nodes.new("ShaderNodeValToRGB")
    ramp.color_ramp.interpolation = interpolation
    while len(ramp.color_ramp.elements) < len(stops):
        ramp.color_ramp.elements.new(0.5)
    for element, (height, colour) in zip(ramp.color_ramp.elements, sorted(stops), strict=True):
        element.position = height / 2 + 0.5
        element.color = (*colour, 1.0)
    place = tree.nodes.new("ShaderNodeTexCoord")
    parts = tree.nodes.new("ShaderNodeSeparateXYZ")
    half = tree.nodes.new("ShaderNodeMath")
    half.operation = "MULTIPLY_ADD"
    half.inputs[1].default_value = half.inputs[2].default_value = 0.5
    paths = tree.nodes.new("ShaderNodeLightPath")
    power = tree.nodes.new("ShaderNodeMapRange")
    power.inputs[3].default_value, power.inputs[4].default_value = strength, strength * seen
    tree.links.new(place.outputs["Generated"], parts.inputs[0])
    tree.links.new(parts.outputs[2], half.inputs[0])
    tree.links.new(half.outputs[0], ramp.inputs[0])
    tree.links.new(ramp.outputs[0], background.inputs["Color"])
    tree.links.new(paths.outputs["Is Camera Ray"], power.inputs[0])
    tree.links.new(power.outputs[0], background.inputs["Strength"])
    tree.links.new(background.outputs[0], output.inputs[0])
    return world


def camera(
    location: Point3,
    target: Point3,
    lens: float = 35.0,
    focus: Point3 | None = None,
    fstop: float = 2.8,
    shift: Point2 = (0.0, 0.0),
) -> bpy.types.Object:
    """Add the scene's camera; level it and use the shift where verticals must stay upright."""
    data = bpy.data.cameras.new("camera")
    data.lens = lens
    data.sensor_width = 36.0
    data.shift_x, data.shift_y = shift
    data.dof.use_dof = True
    data.dof.aperture_fstop = fstop
    data.dof.aperture_blades = 9
    view = link(bpy.data.objects.new("camera", data))
    view.location = location
    aim = Vector(target) - Vector(location)
    view.rotation_euler = aim.to_track_quat("-Z", "Y").to_euler()
    # Depth of field is measured along the view axis, not along the line to the focus point.
    spot = Vector(focus or target) - Vector(location)
    data.dof.focus_distance = max(0.02, spot.dot(aim.normalized()))
    bpy.context.scene.camera = view
    return view


def stream(seed: int) -> random.Random:
    """Return a repeatable source of small irregularities."""
    return random.Random(seed)


def bloom(threshold: float = 2.0, strength: float = 0.35, size: float = 0.5) -> None:
    """Let the brightest lights spread a little, as they do in every real lens."""
    scene = bpy.context.scene
    tree = bpy.data.node_groups.new("lens", "CompositorNodeTree")
    tree.interface.new_socket("Image", in_out="OUTPUT", socket_type="NodeSocketColor")
    layers = tree.nodes.new("CompositorNodeRLayers")
    glare = tree.nodes.new("CompositorNodeGlare")
    output = tree.nodes.new("NodeGroupOutput")
    for name, value in (
        ("Type", "Bloom"),
        ("Quality", "High"),
        ("Threshold", threshold),
        ("Strength", strength),
        ("Size", size),
    ):
        glare.inputs[name].default_value = value
    tree.links.new(layers.outputs["Image"], glare.inputs["Image"])
    tree.links.new(glare.outputs["Image"], output.inputs[0])
    scene.compositing_node_group = tree
    scene.render.use_compositing = True


def flame(
    foot: Point3, height: float = 0.028, power: float = 0.25, lean: float = 0.0, turn: float = 0.0
) -> bpy.types.Object:
    """Light a small flame on a wick: a teardrop that shines, and the light it gives."""
    shader = Shader("flame")
    place = shader.add("TexCoord").outputs["Object"]
    level = shader.add("SeparateXYZ", {0: place}).outputs[2]
    ramp = shader.add("ValToRGB", {0: level})
    ramp.color_ramp.elements[0].color = (0.04, 0.06, 0.22, 1.0)
    ramp.color_ramp.elements[0].position = 0.0
    ramp.color_ramp.elements[1].color = (1.0, 0.3, 0.05, 1.0)
    ramp.color_ramp.elements[1].position = 1.0
    for position, colour in (
        (0.16, (0.55, 0.2, 0.05)),
        (0.38, (1.0, 0.6, 0.2)),
        (0.7, (1.0, 0.52, 0.14)),
    ):
        ramp.color_ramp.elements.new(position).color = (*colour, 1.0)
    bright = shader.remap(level, 0.05, 0.42, 0.5, 11.0)
    bright = shader.math("MULTIPLY", bright, shader.remap(level, 0.75, 1.0, 1.0, 0.45))
    edge = shader.add("LayerWeight", {"Blend": 0.5}).outputs[1]
    cover = shader.math(
        "MULTIPLY",
        shader.remap(edge, 0.25, 0.95, 1.0, 0.0),
        shader.remap(level, 0.0, 0.25, 0.25, 1.0),
    )
    shine = shader.add("Emission", {"Color": ramp.outputs[0], "Strength": bright}).outputs[0]
    clear = shader.add("BsdfTransparent").outputs[0]
    material = shader.finish(shader.add("MixShader", {0: cover, 1: clear, 2: shine}).outputs[0])
    profile = smooth_profile(
        [
            (0.0, 0.0),
            (0.075, 0.05),
            (0.14, 0.18),
            (0.165, 0.32),
            (0.145, 0.5),
            (0.09, 0.72),
            (0.035, 0.9),
            (0.0, 1.0),
        ],
        8,
    )
    body = revolve(profile, material, 40, None, 180)
    for vertex in body.data.vertices:
        vertex.co.x += lean * vertex.co.z**2
    body.location = foot
    body.rotation_euler.z = math.radians(turn)
    body.scale = (height, height, height)
    body.visible_diffuse = body.visible_shadow = False
    if power > 0:
        spot = (foot[0], foot[1], foot[2] + height * 0.5)
        bulb(spot, power, (1.0, 0.56, 0.23), height * 0.16).visible_glossy = False
    return body


def wax(name: str, colour: Colour, top: float, glow: float = 0.9) -> bpy.types.Material:
    """Return candle wax that glows through near its lit top (in the object's own height)."""
    shader = Shader(name)
    place = shader.add("TexCoord").outputs["Object"]
    level = shader.add("SeparateXYZ", {0: place}).outputs[2]
    down = shader.math("SUBTRACT", top, level)
    fall = shader.math("EXPONENT", shader.math("DIVIDE", down, -0.016))
    fall = shader.math("MULTIPLY", fall, glow, True)
    grain = shader.noise(place, 60.0, 3.0)
    inputs = {
        "Base Color": colour,
        "Roughness": 0.42,
        "Subsurface Weight": 0.6,
        "Subsurface Radius": (1.0, 0.55, 0.22),
        "Subsurface Scale": 0.012,
        "Emission Color": (1.0, 0.43, 0.08),
        "Emission Strength": fall,
        "Normal": shader.bump(grain, 0.0004, 0.5),
    }
    return shader.finish(shader.add("BsdfPrincipled", inputs).outputs[0])
