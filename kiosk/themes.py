"""Themes: the colours of the wall, and the ratios that all sizes follow."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.scene import Colour


@dataclass(frozen=True, slots=True)
class Theme:
    ground: Colour
    raised: Colour
    ink: Colour
    quiet: Colour
    scrim: Colour
    accent: Colour
    contrast: float
    """Least ratio of text over photos, after WCAG 2.2."""


THEMES = {
    "gallery": Theme(
        ground=(20, 17, 15),
        raised=(38, 33, 29),
        ink=(240, 234, 224),
        quiet=(176, 167, 154),
        scrim=(12, 10, 8),
        accent=(200, 164, 106),
        contrast=4.5,
    ),
}


def luminance(colour: Colour) -> float:
    """Relative luminance of an sRGB colour, 0–1 (WCAG 2.2).

    >>> round(luminance((255, 255, 255)), 3)
    1.0
    """
    red, green, blue = (_linear(channel / 255) for channel in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: float, other: float) -> float:
    """Ratio of two relative luminances, from 1 to 21 (WCAG 2.2).

    >>> contrast(1.0, 0.0)
    21.0
    """
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)


def colour(hexadecimal: str) -> Colour:
    """Colour written as in CSS.

    >>> colour("#c8a46a")
    (200, 164, 106)
    """
    red, green, blue = bytes.fromhex(hexadecimal.removeprefix("#"))
    return red, green, blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
