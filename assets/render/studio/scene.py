"""What a scene needs before anything stands in it: an empty file, the renderer, a camera."""

from __future__ import annotations

import bpy
from mathutils import Vector

from studio.values import Vec2, Vec3


def reset() -> None:
    """Start from an empty file, so that no scene inherits anything from another."""
    bpy.ops.wm.read_factory_settings(use_empty=True)


def render_settings(width: int, height: int, samples: int, noise: float = 0.12) -> None:
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
    cycles.adaptive_min_samples = max(4, samples // 2)
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


def camera(
    location: Vec3,
    target: Vec3,
    lens: float = 50.0,
    fstop: float = 4.0,
    focus: Vec3 | None = None,
    shift: Vec2 = (0.0, 0.0),
    roll: float = 0.0,
    blades: int = 0,
) -> bpy.types.Object:
    """Add a full-frame camera aimed at `target`, focused at `focus` (or at the target).

    Where verticals must stay upright, aim it level and use `shift`. With `blades` the
    out-of-focus discs have that many corners.
    """
    data = bpy.data.cameras.new("camera")
    data.lens = lens
    data.sensor_width = 36.0
    # The long side is always 36 mm, as when a photographer turns the camera upright.
    data.sensor_fit = "AUTO"
    data.clip_start, data.clip_end = 0.01, 5000.0
    data.shift_x, data.shift_y = shift
    data.dof.use_dof = True
    data.dof.aperture_fstop = fstop
    data.dof.aperture_blades = blades
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
