"""Measures how light each part of a photo is, so that captions on it can be legible."""

from __future__ import annotations

from collections.abc import Callable

from PIL import Image, ImageChops

from kiosk.types.photo import TONES

SAMPLES = 32
"""Samples per cell in each direction: a cell's extremes are taken from this many, squared."""
SIDE = TONES * SAMPLES
WEIGHTS = (0.2126, 0.7152, 0.0722)
FIRST, SECOND = -0.5, 0.5
"""Positions of the two samples of a pair, from the middle between them."""


def extremes(image: Image.Image) -> tuple[bytes, bytes]:
    """Lightest and darkest luminance in each of TONES × TONES cells of an image of SIDE × SIDE."""
    light = _luminance(image)
    return _gathered(light, ImageChops.lighter), _gathered(light, ImageChops.darker)


def _gathered(light: Image.Image, pick: Callable[[Image.Image, Image.Image], Image.Image]) -> bytes:
    """Reduces each cell to one sample: halves the width again and again, then the height."""
    for across, down in ((2, 1), (1, 2)):
        for _ in range(SAMPLES.bit_length() - 1):
            size = light.width // across, light.height // down
            first, second = (
                light.transform(
                    size,
                    Image.Transform.AFFINE,
                    (across, 0, (across - 1) * at, 0, down, (down - 1) * at),
                )
                for at in (FIRST, SECOND)
            )
            light = pick(first, second)
    return light.tobytes()


def _luminance(image: Image.Image) -> Image.Image:
    """Relative luminance of each pixel: 0–255 stands for WCAG's 0–1."""
    shares = [
        round(255 * weight * linear(value / 255)) for weight in WEIGHTS for value in range(256)
    ]
    return image.point(shares).convert("L", (1, 1, 1, 0))


def linear(channel: float) -> float:
    """Linear light of an sRGB channel, both 0–1 (WCAG 2.2)."""
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
