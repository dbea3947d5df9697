"""One short way to write node trees and materials."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import bpy

from studio.values import Colour, Vec3


class Nodes:
    """A node tree under construction: sockets or plain values may feed any input."""

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
        """Map low..high to a..b, clamped at both ends."""
        node = self.add("MapRange", {0: value, 1: low, 2: high, 3: a, 4: b}, clamp=True)
        return node.outputs[0]

    def mix(self, factor: Any, a: Any, b: Any, blend: str = "MIX") -> Any:
        """Mix two colours."""
        node = self.add("Mix", data_type="RGBA", blend_type=blend)
        for index, value in ((0, factor), (6, a), (7, b)):
            self.feed(node.inputs[index], value)
        return node.outputs[2]

    def tint(self, colour: Any, factor: Any) -> Any:
        """A colour made darker or lighter by a socket."""
        grey = self.add("CombineColor", {0: factor, 1: factor, 2: factor}).outputs[0]
        return self.mix(1.0, colour, grey, "MULTIPLY")

    def ramp(
        self, factor: Any, stops: Sequence[tuple[float, Colour]], interpolation: str = "LINEAR"
    ) -> Any:
        """Look a colour up in a ramp."""
        node = self.add("ValToRGB", {0: factor})
        node.color_ramp.interpolation = interpolation
        elements = node.color_ramp.elements
        while len(elements) < len(stops):
            elements.new(0.5)
        for element, (position, colour) in zip(elements, stops, strict=True):
            element.position = position
            element.color = (*colour, 1.0)
        return node.outputs[0]

    def coordinates(self, scale: Vec3 = (1.0, 1.0, 1.0), vary: bool = True) -> Any:
        """Object coordinates in metres; with `vary` shifted, so that no two objects look alike."""
        vector = self.add("TexCoord").outputs["Object"]
        if vary:
            random = self.add("ObjectInfo").outputs["Random"]
            shift = self.math("MULTIPLY", random, 37.0)
            vector = self.add("VectorMath", {0: vector, 1: shift}, operation="ADD").outputs[0]
        return self.add("VectorMath", {0: vector, 1: scale}, operation="MULTIPLY").outputs[0]

    def height(self) -> Any:
        """Height above the object's origin in metres, or in its own lengths where it is scaled."""
        return self.add("SeparateXYZ", {0: self.add("TexCoord").outputs["Object"]}).outputs[2]

    def facing(self, blend: float = 0.5) -> Any:
        """How far a surface turns away from the viewer: 0 square on, 1 at its outline."""
        return self.add("LayerWeight", {"Blend": blend}).outputs["Facing"]

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

    def emission(self, colour: Any, strength: Any = 1.0) -> Any:
        """A shader that only shines."""
        return self.add("Emission", {"Color": colour, "Strength": strength}).outputs[0]

    def clear(self, tint: Any = (1.0, 1.0, 1.0)) -> Any:
        """A shader that lets light straight through."""
        return self.add("BsdfTransparent", {"Color": tint}).outputs[0]

    def mix_shader(self, factor: Any, a: Any, b: Any) -> Any:
        """Mix two shaders."""
        return self.add("MixShader", {0: factor, 1: a, 2: b}).outputs[0]


def material(
    name: str,
    surface: Callable[[Nodes], Any],
    average: Colour | None = None,
    mirrored: bool = False,
) -> bpy.types.Material:
    """Make a material from a function that builds its surface shader.

    With `average`, only what the camera sees directly gets the full shader; light that bounces
    off it meets a plain matt surface of that colour, which is much faster and looks the same.
    With `mirrored`, reflections show the full shader too: polished floors need it.
    """
    result = bpy.data.materials.new(name)
    if result.node_tree is None:
        result.use_nodes = True
    result.node_tree.nodes.clear()
    nodes = Nodes(result.node_tree)
    shader = surface(nodes)
    if average is not None:
        ray = nodes.add("LightPath").outputs
        matt = nodes.add("BsdfDiffuse", {"Color": average}).outputs[0]
        if mirrored:
            shader = nodes.mix_shader(ray["Is Diffuse Ray"], shader, matt)
        else:
            shader = nodes.mix_shader(ray["Is Camera Ray"], matt, shader)
    nodes.add_output("OutputMaterial", shader)
    return result
