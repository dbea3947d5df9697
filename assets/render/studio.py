"""Shared studio tools: scene, camera, light, geometry and procedural materials (metres)."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any

import bpy
import numpy as np
from mathutils import Matrix, Vector

Vec3 = tuple[float, float, float]
Colour = tuple[float, float, float]


# --- scene -------------------------------------------------------------------------------------


def reset() -> None:
    """Start from an empty file, so that no scene inherits anything from another."""
    bpy.ops.wm.read_factory_settings(use_empty=True)


def render_settings(width: int, height: int, samples: int, noise: float = 0.07) -> None:
    """Set up Cycles on the CPU with adaptive sampling, denoising and bounded light bounces."""
    scene = bpy.context.scene
    scene.render.engine = "CYCLES"
    scene.render.resolution_x, scene.render.resolution_y = width, height
    scene.render.resolution_percentage = 100
    cycles = scene.cycles
    cycles.device = "CPU"
    cycles.samples = samples
    cycles.use_adaptive_sampling = True
    cycles.adaptive_threshold = noise
    cycles.adaptive_min_samples = max(4, samples // 3)
    cycles.use_denoising = True
    cycles.denoiser = "OPENIMAGEDENOISE"
    cycles.denoising_input_passes = "RGB_ALBEDO_NORMAL"
    cycles.denoising_prefilter = "FAST"
    cycles.max_bounces = 3
    cycles.diffuse_bounces = 2
    cycles.glossy_bounces = 2
    cycles.transmission_bounces = 4
    cycles.transparent_max_bounces = 8
    cycles.caustics_reflective = False
    cycles.caustics_refractive = False
    cycles.sample_clamp_indirect = 6.0
    cycles.blur_glossy = 0.5
    scene.render.image_settings.file_format = "PNG"
    scene.render.image_settings.color_mode = "RGB"
    scene.render.image_settings.color_depth = "16"


def film(exposure: float = 0.0, look: str = "AgX - Medium High Contrast") -> None:
    """Choose the tone curve (AgX) and the exposure in stops."""
    view = bpy.context.scene.view_settings
    view.view_transform = "AgX"
    view.look = look
    view.exposure = exposure


def camera(
    location: Vec3,
    target: Vec3,
    lens: float = 50.0,
    fstop: float = 4.0,
    focus: Vec3 | None = None,
    shift: tuple[float, float] = (0.0, 0.0),
    roll: float = 0.0,
) -> bpy.types.Object:
    """Add a full-frame camera aimed at `target`, focused at `focus` (or at the target)."""
    data = bpy.data.cameras.new("camera")
    data.lens = lens
    data.sensor_width = 36.0
    # The long side is always 36 mm, as when a photographer turns the camera upright.
    data.sensor_fit = "AUTO"
    data.clip_start, data.clip_end = 0.01, 5000.0
    data.shift_x, data.shift_y = shift
    data.dof.use_dof = True
    data.dof.aperture_fstop = fstop
    data.dof.aperture_blades = 0
    obj = bpy.data.objects.new("camera", data)
    bpy.context.collection.objects.link(obj)
    obj.location = location
    aim(obj, target)
    if roll:
        obj.rotation_euler.rotate_axis("Z", roll)
    # Sharpness lies in a plane square to the lens axis, so measure along that axis.
    axis = (Vector(target) - Vector(location)).normalized()
    data.dof.focus_distance = (Vector(focus or target) - Vector(location)).dot(axis)
    bpy.context.scene.camera = obj
    return obj


def aim(obj: bpy.types.Object, target: Vec3) -> None:
    """Turn a camera or a lamp (both look along -Z) toward a point."""
    direction = Vector(target) - obj.location
    obj.rotation_euler = direction.to_track_quat("-Z", "Y").to_euler()


# --- light -------------------------------------------------------------------------------------


def softbox(
    location: Vec3,
    target: Vec3,
    size: tuple[float, float],
    power: float,
    colour: Colour = (1.0, 1.0, 1.0),
    spread: float = math.pi,
    visible: bool = False,
) -> bpy.types.Object:
    """Add a rectangular area light; `visible` shows it to the camera (a real window, say)."""
    data = bpy.data.lights.new("softbox", "AREA")
    data.shape = "RECTANGLE"
    data.size, data.size_y = size
    data.energy = power
    data.color = colour
    data.spread = spread
    obj = bpy.data.objects.new("softbox", data)
    bpy.context.collection.objects.link(obj)
    obj.location = location
    obj.visible_camera = visible
    aim(obj, target)
    return obj


def bulb(
    location: Vec3, power: float, radius: float = 0.03, colour: Colour = (1.0, 0.72, 0.42)
) -> bpy.types.Object:
    """Add a small round light, such as a lamp bulb."""
    data = bpy.data.lights.new("bulb", "POINT")
    data.energy = power
    data.shadow_soft_size = radius
    data.color = colour
    obj = bpy.data.objects.new("bulb", data)
    bpy.context.collection.objects.link(obj)
    obj.location = location
    return obj


def sun(
    azimuth: float,
    elevation: float,
    strength: float = 3.0,
    colour: Colour = (1.0, 0.9, 0.76),
    angle: float = 0.53,
) -> bpy.types.Object:
    """Add the sun; azimuth in degrees from +X toward +Y is where the light comes FROM."""
    data = bpy.data.lights.new("sun", "SUN")
    data.energy = strength
    data.angle = math.radians(angle)
    data.color = colour
    obj = bpy.data.objects.new("sun", data)
    bpy.context.collection.objects.link(obj)
    a, e = math.radians(azimuth), math.radians(elevation)
    source = Vector((math.cos(a) * math.cos(e), math.sin(a) * math.cos(e), math.sin(e)))
    obj.rotation_euler = (-source).to_track_quat("-Z", "Y").to_euler()
    return obj


def world_gradient(
    horizon: Colour, zenith: Colour, strength: float = 1.0, ground: Colour | None = None
) -> None:
    """Light the scene with a sky that runs smoothly from horizon to zenith (and ground)."""
    nodes = _world_nodes()
    height = nodes.add("SeparateXYZ", {0: nodes.add("TexCoord").outputs["Generated"]}).outputs[2]
    stops = [(0.5, horizon), (0.62, _blend(horizon, zenith, 0.55)), (1.0, zenith)]
    if ground is not None:
        stops = [(0.0, ground), (0.47, ground), *stops]
    colour = nodes.ramp(nodes.remap(height, -1.0, 1.0), stops)
    nodes.add_output("OutputWorld", nodes.add("Background", {0: colour, 1: strength}).outputs[0])


def world_sky(elevation: float, azimuth: float, strength: float = 0.1, haze: float = 1.0) -> None:
    """Light the scene with the physical sky, without the disc; angles as for `sun`."""
    nodes = _world_nodes()
    sky = nodes.add("TexSky", sky_type="MULTIPLE_SCATTERING", sun_disc=False)
    sky.sun_elevation = math.radians(elevation)
    # The sky texture counts its rotation clockwise from +Y.
    sky.sun_rotation = math.radians(90.0 - azimuth)
    sky.aerosol_density = haze
    background = nodes.add("Background", {0: sky.outputs[0], 1: strength})
    nodes.add_output("OutputWorld", background.outputs[0])


def _world_nodes() -> Nodes:
    world = bpy.data.worlds.new("world")
    bpy.context.scene.world = world
    if world.node_tree is None:
        world.use_nodes = True
    world.node_tree.nodes.clear()
    return Nodes(world.node_tree)


# --- shader nodes ------------------------------------------------------------------------------


class Nodes:
    """A short way to write node trees: sockets or plain values may feed any input."""

    def __init__(self, tree: bpy.types.NodeTree) -> None:
        self.tree = tree

    def add(self, kind: str, inputs: dict[Any, Any] | None = None, **settings: Any) -> Any:
        """Add a node by its type name (without the prefix) and feed its inputs."""
        node = self.tree.nodes.new("ShaderNode" + kind)
        for name, value in settings.items():
            setattr(node, name, value)
        for name, value in (inputs or {}).items():
            self.feed(node.inputs[name], value)
        return node

    def feed(self, socket: Any, value: Any) -> None:
        """Link a socket, or set a constant (colours may be given as three numbers)."""
        if isinstance(value, bpy.types.NodeSocket):
            self.tree.links.new(value, socket)
        elif socket.type == "RGBA":
            socket.default_value = (*value[:3], 1.0)
        else:
            socket.default_value = value

    def add_output(self, kind: str, surface: Any) -> None:
        """Add the output node of a material or a world."""
        self.add(kind, {0: surface})

    def math(self, operation: str, a: Any, b: Any = 0.0, clamp: bool = False) -> Any:
        """Compute one scalar."""
        node = self.add("Math", {0: a, 1: b}, operation=operation, use_clamp=clamp)
        return node.outputs[0]

    def remap(self, value: Any, low: float, high: float, a: float = 0.0, b: float = 1.0) -> Any:
        """Map low..high to a..b smoothly clamped at both ends."""
        node = self.add("MapRange", {0: value, 1: low, 2: high, 3: a, 4: b}, clamp=True)
        return node.outputs[0]

    def mix(self, factor: Any, a: Any, b: Any, blend: str = "MIX") -> Any:
        """Mix two colours."""
        node = self.add("Mix", data_type="RGBA", blend_type=blend)
        for index, value in ((0, factor), (6, a), (7, b)):
            self.feed(node.inputs[index], value)
        return node.outputs[2]

    def ramp(self, factor: Any, stops: Sequence[tuple[float, Colour]]) -> Any:
        """Look a colour up in a ramp."""
        node = self.add("ValToRGB", {0: factor})
        elements = node.color_ramp.elements
        while len(elements) < len(stops):
            elements.new(0.5)
        for element, (position, colour) in zip(elements, stops, strict=True):
            element.position = position
            element.color = (*colour, 1.0)
        return node.outputs[0]

    def coordinates(self, scale: Vec3 = (1.0, 1.0, 1.0), vary: bool = True) -> Any:
        """Object coordinates in metres, shifted per object so that no two look alike."""
        vector = self.add("TexCoord").outputs["Object"]
        if vary:
            random = self.add("ObjectInfo").outputs["Random"]
            shift = self.math("MULTIPLY", random, 37.0)
            vector = self.add("VectorMath", {0: vector, 1: shift}, operation="ADD").outputs[0]
        return self.add("VectorMath", {0: vector, 1: scale}, operation="MULTIPLY").outputs[0]

    def noise(
        self,
        vector: Any,
        scale: float,
        detail: float = 3.0,
        distortion: float = 0.0,
        roughness: float = 0.55,
    ) -> Any:
        """Fractal noise, about 0..1."""
        node = self.add(
            "TexNoise",
            {
                "Vector": vector,
                "Scale": scale,
                "Detail": detail,
                "Roughness": roughness,
                "Distortion": distortion,
            },
        )
        return node.outputs[0]

    def bump(self, height: Any, distance: float, strength: float = 1.0) -> Any:
        """Turn a height (0..1) into a normal; `distance` is the relief in metres."""
        node = self.add("Bump", {"Height": height, "Distance": distance, "Strength": strength})
        return node.outputs[0]

    def principled(self, **inputs: Any) -> Any:
        """The Principled shader; write input names with underscores for blanks."""
        named = {name.replace("_", " "): value for name, value in inputs.items()}
        return self.add("BsdfPrincipled", named).outputs[0]


def material(
    name: str, surface: Callable[[Nodes], Any], average: Colour | None = None
) -> bpy.types.Material:
    """Make a material from a function that builds its surface shader.

    With `average`, only what the camera sees directly gets the full shader; light that bounces
    off it meets a plain matt surface of that colour, which is much faster and looks the same.
    """
    result = bpy.data.materials.new(name)
    if result.node_tree is None:
        result.use_nodes = True
    result.node_tree.nodes.clear()
    nodes = Nodes(result.node_tree)
    shader = surface(nodes)
    if average is not None:
        seen = nodes.add("LightPath").outputs["Is Camera Ray"]
        matt = nodes.add("BsdfDiffuse", {"Color": average}).outputs[0]
        shader = nodes.add("MixShader", {0: seen, 1: matt, 2: shader}).outputs[0]
    nodes.add_output("OutputMaterial", shader)
    return result


def _blend(a: Colour, b: Colour, factor: float) -> Colour:
    return tuple(p + (q - p) * factor for p, q in zip(a, b, strict=True))


def shade(colour: Colour, factor: float) -> Colour:
    """A darker or lighter tone of one colour."""
    return tuple(channel * factor for channel in colour)


# --- materials ---------------------------------------------------------------------------------


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


def wood(
    name: str,
    light: Colour = (0.42, 0.26, 0.13),
    dark: Colour = (0.20, 0.105, 0.045),
    roughness: float = 0.42,
    figure: float = 1.0,
    axis: int = 0,
    wear: float = 0.0,
) -> bpy.types.Material:
    """Wood with its grain along one local axis; `figure` scales the rings, `wear` greys it."""

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
        colour = n.ramp(tone, [(0.08, light), (0.45, _blend(light, dark, 0.45)), (0.85, dark)])
        if wear:
            patches = n.remap(n.noise(n.coordinates(), 11.0, 6.0), 0.42, 0.7, 0.0, wear)
            colour = n.mix(patches, colour, (0.36, 0.32, 0.27))
        gloss = n.remap(fibre, 0.25, 0.75, roughness * 0.85, min(1.0, roughness * 1.2))
        return n.principled(Base_Color=colour, Roughness=gloss, Normal=n.bump(fibre, 0.00025, 0.6))

    return material(name, surface, _blend(light, dark, 0.4))


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
            patch = n.math("MULTIPLY", n.noise(vector, 16.0, 7.0, 0.8), 1.0)
            mask = n.remap(patch, 0.56, 0.63, 0.0, lichen)
            tone = n.mix(mask, tone, (0.43, 0.42, 0.30))
        height = n.math(
            "ADD", n.noise(vector, 30.0, 6.0, 0.3, 0.68), n.math("MULTIPLY", specks, 0.12)
        )
        return n.principled(Base_Color=tone, Roughness=0.86, Normal=n.bump(height, relief, 0.9))

    return material(name, surface, colour)


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
        tone = n.mix(n.remap(slub, 0.3, 0.7), shade(colour, 0.86), shade(colour, 1.08))
        normal = n.bump(n.math("ADD", weave, slub), thread * 0.25, 0.5)
        base = n.principled(Base_Color=tone, Roughness=roughness, Normal=normal, Sheen_Weight=0.2)
        if not translucent:
            return base
        through = n.add("BsdfTranslucent", {"Color": tone}).outputs[0]
        return n.add("MixShader", {0: translucent, 1: base, 2: through}).outputs[0]

    return material(name, surface, colour)


def paper(name: str, colour: Colour = (0.78, 0.74, 0.66)) -> bpy.types.Material:
    """Uncoated paper, very slightly cloudy."""
    return plain(name, colour, 0.85, 0.03, 0.00004)


def page_edges(name: str, colour: Colour = (0.70, 0.64, 0.52)) -> bpy.types.Material:
    """The cut edge of a book block: thin leaves lying one on another (along local Z)."""

    def surface(n: Nodes) -> Any:
        leaves = n.noise(n.coordinates((6.0, 6.0, 2400.0)), 1.0, 2.0)
        bands = n.noise(n.coordinates((3.0, 3.0, 300.0)), 1.0, 2.0)
        both = n.math("ADD", n.math("MULTIPLY", leaves, 0.65), n.math("MULTIPLY", bands, 0.35))
        tone = n.ramp(both, [(0.3, shade(colour, 0.62)), (0.62, shade(colour, 1.05))])
        return n.principled(Base_Color=tone, Roughness=0.9, Normal=n.bump(leaves, 0.0003, 0.6))

    return material(name, surface, colour)


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


def glass(name: str = "glass", tint: Colour = (0.97, 0.99, 0.98)) -> bpy.types.Material:
    """Window glass: light passes straight through, reflections grow toward grazing angles."""

    def surface(n: Nodes) -> Any:
        fresnel = n.add("Fresnel", {"IOR": 1.5}).outputs[0]
        clear = n.add("BsdfTransparent", {"Color": tint}).outputs[0]
        mirror = n.add("BsdfGlossy", {"Color": (1.0, 1.0, 1.0), "Roughness": 0.02}).outputs[0]
        return n.add("MixShader", {0: fresnel, 1: clear, 2: mirror}).outputs[0]

    return material(name, surface)


def glow(name: str, colour: Colour, strength: float) -> bpy.types.Material:
    """A surface that shines of itself: a distant lit window, a lampshade's inside."""
    return material(
        name, lambda n: n.add("Emission", {"Color": colour, "Strength": strength}).outputs[0]
    )


def hazed(
    name: str,
    colours: tuple[Colour, Colour],
    haze: Colour,
    distance: float,
    scale: float = 0.05,
) -> bpy.types.Material:
    """A far surface seen through air: its own tones fade into the haze with distance."""

    def surface(n: Nodes) -> Any:
        tone = n.mix(n.remap(n.noise(n.coordinates(vary=False), scale, 8.0), 0.35, 0.65), *colours)
        own = n.principled(Base_Color=tone, Roughness=0.95)
        air = n.add("Emission", {"Color": haze, "Strength": 1.0}).outputs[0]
        depth = n.math("DIVIDE", n.add("CameraData").outputs["View Distance"], -distance)
        veil = n.math("SUBTRACT", 1.0, n.math("EXPONENT", depth))
        return n.add("MixShader", {0: veil, 1: own, 2: air}).outputs[0]

    return material(name, surface)


# --- geometry ----------------------------------------------------------------------------------


def mesh(
    name: str,
    vertices: Any,
    faces: Sequence[Sequence[int]],
    surface: bpy.types.Material | None = None,
    smooth: bool = False,
) -> bpy.types.Object:
    """Make an object from vertices and faces."""
    data = bpy.data.meshes.new(name)
    data.from_pydata([tuple(map(float, v)) for v in vertices], [], [list(f) for f in faces])
    data.validate()
    data.update()
    if smooth:
        data.shade_smooth()
    obj = bpy.data.objects.new(name, data)
    bpy.context.collection.objects.link(obj)
    if surface is not None:
        data.materials.append(surface)
    return obj


def place(
    obj: bpy.types.Object, location: Vec3 = (0.0, 0.0, 0.0), rotation: Vec3 = (0.0, 0.0, 0.0)
) -> bpy.types.Object:
    """Move an object; rotation in degrees."""
    obj.location = location
    obj.rotation_euler = tuple(math.radians(angle) for angle in rotation)
    return obj


def surface_height(x: float, y: float, above: float = 10.0) -> float:
    """Height of whatever lies uppermost at a place, so that things can be set down on it."""
    depsgraph = bpy.context.evaluated_depsgraph_get()
    hit, point, *_ = bpy.context.scene.ray_cast(depsgraph, (x, y, above), (0.0, 0.0, -1.0))
    return point.z if hit else 0.0


def attach(parent: bpy.types.Object, *children: bpy.types.Object) -> bpy.types.Object:
    """Make parts follow one parent, keeping their place relative to its origin."""
    for child in children:
        child.parent = parent
    return parent


def group(name: str, *parts: bpy.types.Object) -> bpy.types.Object:
    """Gather parts under an empty, so that a built thing is moved and turned as one."""
    empty = bpy.data.objects.new(name, None)
    bpy.context.collection.objects.link(empty)
    return attach(empty, *parts)


def bevel(obj: bpy.types.Object, width: float, segments: int = 3) -> bpy.types.Object:
    """Round the edges: nothing made by hand has a mathematically sharp one."""
    modifier = obj.modifiers.new("bevel", "BEVEL")
    modifier.width = width
    modifier.segments = segments
    modifier.limit_method = "ANGLE"
    modifier.harden_normals = True
    obj.data.shade_smooth()
    return obj


def box(
    name: str,
    size: Vec3,
    location: Vec3 = (0.0, 0.0, 0.0),
    surface: bpy.types.Material | None = None,
    rotation: Vec3 = (0.0, 0.0, 0.0),
    edge: float = 0.001,
) -> bpy.types.Object:
    """A block with rounded edges; `location` is the middle of its underside."""
    x, y, z = size[0] / 2, size[1] / 2, size[2]
    vertices = [
        (sx * x, sy * y, h) for h in (0.0, z) for sx, sy in ((-1, -1), (1, -1), (1, 1), (-1, 1))
    ]
    faces = [(3, 2, 1, 0), (4, 5, 6, 7), (0, 1, 5, 4), (1, 2, 6, 5), (2, 3, 7, 6), (3, 0, 4, 7)]
    obj = mesh(name, vertices, faces, surface)
    if edge:
        bevel(obj, min(edge, 0.45 * min(size)))
    return place(obj, location, rotation)


def lathe(
    name: str,
    profile: Sequence[tuple[float, float]],
    surface: bpy.types.Material | None = None,
    segments: int = 64,
    smooth: bool = True,
) -> bpy.types.Object:
    """Turn a profile of (radius, height) points around Z; ends on the axis are closed."""
    rings = len(profile)
    angles = np.linspace(0.0, 2.0 * np.pi, segments, endpoint=False)
    vertices = [(r * math.cos(a), r * math.sin(a), z) for r, z in profile for a in angles]
    faces = [
        (
            i * segments + j,
            i * segments + (j + 1) % segments,
            (i + 1) * segments + (j + 1) % segments,
            (i + 1) * segments + j,
        )
        for i in range(rings - 1)
        for j in range(segments)
    ]
    obj = mesh(name, vertices, faces, surface, smooth)
    weld = obj.modifiers.new("weld", "WELD")
    weld.merge_threshold = 1e-6
    if smooth:
        split = obj.modifiers.new("split", "EDGE_SPLIT")
        split.split_angle = math.radians(40.0)
    return obj


def cylinder(
    name: str,
    radius: float,
    height: float,
    location: Vec3 = (0.0, 0.0, 0.0),
    surface: bpy.types.Material | None = None,
    rotation: Vec3 = (0.0, 0.0, 0.0),
    edge: float = 0.0008,
    segments: int = 64,
) -> bpy.types.Object:
    """A solid round with softened rims, standing on its origin."""
    e = min(edge, radius * 0.4, height * 0.4)
    steps = [k * math.pi / 8 for k in range(5)]
    low = [(radius - e + e * math.sin(t), e - e * math.cos(t)) for t in steps]
    high = [(radius - e + e * math.cos(t), height - e + e * math.sin(t)) for t in steps]
    profile = [(0.0, 0.0), *low, *high, (0.0, height)]
    return place(lathe(name, profile, surface, segments), location, rotation)


def tube(
    name: str,
    points: Sequence[Vec3],
    radius: float | Sequence[float],
    surface: bpy.types.Material | None = None,
    closed: bool = False,
) -> bpy.types.Object:
    """A round wire or rod through the points (smoothly), with one radius or one per point."""
    data = bpy.data.curves.new(name, "CURVE")
    data.dimensions = "3D"
    data.bevel_depth = 1.0
    data.bevel_resolution = 6
    data.use_fill_caps = True
    spline = data.splines.new("NURBS")
    spline.points.add(len(points) - 1)
    radii = [radius] * len(points) if isinstance(radius, (int, float)) else radius
    for point, position, r in zip(spline.points, points, radii, strict=True):
        point.co = (*position, 1.0)
        point.radius = r
    spline.use_endpoint_u = not closed
    spline.use_cyclic_u = closed
    spline.order_u = min(4, len(points))
    spline.resolution_u = 10
    obj = bpy.data.objects.new(name, data)
    bpy.context.collection.objects.link(obj)
    if surface is not None:
        data.materials.append(surface)
    return obj


def extrude(
    name: str,
    outline: Sequence[tuple[float, float]],
    depth: float,
    surface: bpy.types.Material | None = None,
    edge: float = 0.0,
) -> bpy.types.Object:
    """Give an outline in X and Z (counter-clockwise seen from -Y) a depth along +Y."""
    count = len(outline)
    vertices = [(x, y, z) for y in (0.0, depth) for x, z in outline]
    faces: list[Sequence[int]] = [tuple(range(count)), tuple(range(2 * count - 1, count - 1, -1))]
    faces += [(i, i + count, (i + 1) % count + count, (i + 1) % count) for i in range(count)]
    obj = mesh(name, vertices, faces, surface)
    return bevel(obj, edge) if edge else obj


def grid(
    name: str,
    size: tuple[float, float],
    steps: tuple[int, int],
    height: Callable[[np.ndarray, np.ndarray], np.ndarray],
    surface: bpy.types.Material | None = None,
    centre: tuple[float, float] = (0.0, 0.0),
) -> bpy.types.Object:
    """A height field over X and Y, centred on `centre`: ground, hills, a fold of cloth."""
    nx, ny = steps
    xs = np.linspace(-size[0] / 2, size[0] / 2, nx) + centre[0]
    ys = np.linspace(-size[1] / 2, size[1] / 2, ny) + centre[1]
    x, y = np.meshgrid(xs, ys)
    vertices = np.stack([x, y, height(x, y)], axis=-1).reshape(-1, 3)
    faces = [
        (j * nx + i, j * nx + i + 1, (j + 1) * nx + i + 1, (j + 1) * nx + i)
        for j in range(ny - 1)
        for i in range(nx - 1)
    ]
    return mesh(name, vertices, faces, surface, smooth=True)


def rounded(width: float, height: float, radius: float, steps: int = 8) -> np.ndarray:
    """Corner-rounded rectangle about the origin, counter-clockwise."""
    w, h = width / 2 - radius, height / 2 - radius
    points = []
    for quarter, (cx, cy) in enumerate(((w, h), (-w, h), (-w, -h), (w, -h))):
        for t in np.linspace(0.0, math.pi / 2, steps):
            angle = t + quarter * math.pi / 2
            points.append((cx + radius * math.cos(angle), cy + radius * math.sin(angle)))
    return np.array(points)


def curtain(
    name: str,
    width: float,
    height: float,
    surface: bpy.types.Material,
    folds: float = 9.0,
    depth: float = 0.03,
    seed: int = 1,
) -> bpy.types.Object:
    """Cloth hanging in folds across X, its foot at z = 0; folds deepen toward the foot."""
    nx, nz = 260, 24
    u, v = np.meshgrid(np.linspace(0.0, 1.0, nx), np.linspace(0.0, 1.0, nz))
    phase = u * folds * 2 * np.pi + 1.4 * np.sin(u * folds * 1.7 + seed) + 0.35 * (1 - v)
    y = depth * (0.75 + 0.25 * (1 - v)) * np.sin(phase) * (0.7 + 0.3 * np.sin(u * 17 + seed))
    x = (u - 0.5) * width + depth * 0.3 * np.cos(phase)
    vertices = np.stack([x, y, v * height], axis=-1).reshape(-1, 3)
    faces = [
        (j * nx + i, j * nx + i + 1, (j + 1) * nx + i + 1, (j + 1) * nx + i)
        for j in range(nz - 1)
        for i in range(nx - 1)
    ]
    return mesh(name, vertices, faces, surface, smooth=True)


def backdrop(
    width: float, depth: float, height: float, surface: bpy.types.Material, y: float = 0.0
) -> bpy.types.Object:
    """A seamless sweep: floor that curves up into a wall standing at `y`."""
    radius = 0.4 * min(depth, height)
    arc = [
        (y - radius + radius * math.sin(t), radius - radius * math.cos(t))
        for t in np.linspace(0.0, math.pi / 2, 24)
    ]
    path = [(y - depth, 0.0), *arc, (y, height)]
    vertices = [(sx * width / 2, py, pz) for py, pz in path for sx in (-1, 1)]
    faces = [(2 * i, 2 * i + 1, 2 * i + 3, 2 * i + 2) for i in range(len(path) - 1)]
    return mesh("backdrop", vertices, faces, surface, smooth=True)


def planks(
    name: str,
    size: tuple[float, float, float],
    count: int,
    surface: bpy.types.Material,
    top: float = 0.0,
    centre: tuple[float, float] = (0.0, 0.0),
    gap: float = 0.0012,
    edge: float = 0.0015,
) -> bpy.types.Object:
    """Boards side by side along X, their top at `top`: a table or bench top."""
    width = size[1] / count
    boards = [
        box(
            f"{name} {i}",
            (size[0], width - gap, size[2]),
            (centre[0], centre[1] - size[1] / 2 + (i + 0.5) * width, top - size[2]),
            surface,
            edge=edge,
        )
        for i in range(count)
    ]
    return group(name, *boards)


def book(
    name: str,
    size: Vec3,
    cover: bpy.types.Material,
    pages: bpy.types.Material,
    location: Vec3 = (0.0, 0.0, 0.0),
    turn: float = 0.0,
    board: float = 0.0026,
) -> bpy.types.Object:
    """A closed cloth-bound book lying flat: spine at -Y, boards wider than the leaves."""
    w, d, h = size
    square = 0.003
    low = box("board", (w, d, board), (0, 0, 0), cover, edge=0.0009)
    high = box("board", (w, d, board), (0, 0, h - board), cover, edge=0.0009)
    block = box(
        "leaves",
        (w - 2 * square, d - square - 0.002, h - 2 * board),
        (0, 0.002 / 2 - square / 2, board),
        pages,
        edge=0.0004,
    )
    # The spine is a shallow arc standing a little proud of the boards.
    arc = [
        (-d / 2 + 0.004 - 0.008 * math.sin(t), h / 2 - (h / 2) * math.cos(t))
        for t in np.linspace(0.0, math.pi, 15)
    ]
    inner = [(-d / 2 + 0.0045, h - 0.0001), (-d / 2 + 0.0045, 0.0001)]
    outline = arc + inner
    spine = extrude("spine", outline, w, cover)
    spine.data.shade_smooth()
    split = spine.modifiers.new("split", "EDGE_SPLIT")
    split.split_angle = math.radians(50.0)
    # The outline was drawn across the book: turn it so that the extrusion runs along X.
    spine.data.transform(Matrix(((0, 1, 0, -w / 2), (1, 0, 0, 0), (0, 0, 1, 0), (0, 0, 0, 1))))
    spine.data.flip_normals()
    return place(group(name, low, high, block, spine), location, (0, 0, turn))


# --- noise for geometry ------------------------------------------------------------------------


def value_noise(x: np.ndarray, y: np.ndarray, seed: int = 0) -> np.ndarray:
    """Smooth random values 0..1 over the plane, one cell per unit."""
    xi, yi = np.floor(x).astype(np.int64), np.floor(y).astype(np.int64)
    fx, fy = x - xi, y - yi
    fx, fy = (f * f * f * (f * (f * 6 - 15) + 10) for f in (fx, fy))

    def corner(dx: int, dy: int) -> np.ndarray:
        key = ((xi + dx) * 374761393 + (yi + dy) * 668265263 + seed * 1442695041) & 0xFFFFFFFF
        key = ((key ^ (key >> 13)) * 1274126177) & 0xFFFFFFFF
        return ((key ^ (key >> 16)) & 0xFFFF) / 65535.0

    top = corner(0, 0) * (1 - fx) + corner(1, 0) * fx
    bottom = corner(0, 1) * (1 - fx) + corner(1, 1) * fx
    return top * (1 - fy) + bottom * fy


def fractal(
    x: np.ndarray, y: np.ndarray, octaves: int = 5, seed: int = 0, ridged: bool = False
) -> np.ndarray:
    """Layered noise about 0..1; `ridged` folds it into crests, as mountains have."""
    total = np.zeros_like(np.asarray(x, dtype=float))
    weight = 0.0
    for octave in range(octaves):
        amplitude = 0.5**octave
        layer = value_noise(x * 2**octave, y * 2**octave, seed + 17 * octave)
        if ridged:
            layer = 1.0 - np.abs(2.0 * layer - 1.0)
        total += amplitude * layer
        weight += amplitude
    return total / weight
