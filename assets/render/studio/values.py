"""The plain values scenes are written in: points in metres and linear colours."""

from __future__ import annotations

Vec2 = tuple[float, float]
Vec3 = tuple[float, float, float]
Colour = tuple[float, float, float]


def shade(colour: Colour, factor: float) -> Colour:
    """A darker or lighter tone of one colour."""
    return (colour[0] * factor, colour[1] * factor, colour[2] * factor)


def blend(a: Colour, b: Colour, factor: float) -> Colour:
    """The colour that far on the way from one to another."""
    r, g, b_ = (p + (q - p) * factor for p, q in zip(a, b, strict=True))
    return (r, g, b_)
