"""How light a picture is where: what captions need to know of the photo beneath them."""

from __future__ import annotations

from collections.abc import Callable

from PIL import Image, ImageChops

from kiosk.types.photo import TONES

SAMPLES = 32
"""Each tone's extremes are those of so many samples each way."""
SIDE = TONES * SAMPLES
WEIGHTS = (0.2126, 0.7152, 0.0722)
FIRST, SECOND = -0.5, 0.5
"""Where, from the middle of a pair of samples, each of them is."""


def extremes(image: Image.Image) -> tuple[bytes, bytes]:
    """Palest and darkest luminance in each of TONES × TONES cells of an image of SIDE × SIDE."""
    light = _luminance(image)
    return _gathered(light, ImageChops.lighter), _gathered(light, ImageChops.darker)


def _gathered(light: Image.Image, pick: Callable[[Image.Image, Image.Image], Image.Image]) -> bytes:
    """What is picked of each cell's samples: of every two beside, then above each other."""
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
    """Relative luminance of each pixel, 0–255 for WCAG's 0–1."""
    shares = [
        round(255 * weight * _linear(value / 255)) for weight in WEIGHTS for value in range(256)
    ]
    return image.point(shares).convert("L", (1, 1, 1, 0))


def _linear(channel: float) -> float:
    """Light of an sRGB channel, both 0–1 (WCAG 2.2)."""
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
