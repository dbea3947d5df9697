"""How light a picture is where: what captions need to know of the photo beneath them."""

from __future__ import annotations

from PIL import Image, ImageChops

from kiosk.derivative import TONES

SAMPLES = 32
"""Each tone's extremes are those of so many samples each way."""
SIDE = TONES * SAMPLES
WEIGHTS = (0.2126, 0.7152, 0.0722)


def extremes(image: Image.Image) -> tuple[bytes, bytes]:
    """Palest and darkest luminance in each of TONES × TONES cells of an image of SIDE × SIDE."""
    light = _luminance(image)
    found = [
        light.crop((x, y, x + SAMPLES, y + SAMPLES)).getextrema()
        for y in range(0, SIDE, SAMPLES)
        for x in range(0, SIDE, SAMPLES)
    ]
    darkest, palest = zip(*found, strict=True)
    return bytes(palest), bytes(darkest)


def _luminance(image: Image.Image) -> Image.Image:
    """Relative luminance of each pixel, 0–255 for WCAG's 0–1."""
    shares = [
        band.point([round(255 * weight * _linear(value / 255)) for value in range(256)])
        for band, weight in zip(image.split(), WEIGHTS, strict=True)
    ]
    return ImageChops.add(ImageChops.add(shares[0], shares[1]), shares[2])


def _linear(channel: float) -> float:
    """Light of an sRGB channel, both 0–1 (WCAG 2.2)."""
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
