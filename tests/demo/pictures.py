"""Draws the pictures of the demonstration exhibition: a coast at ten times of a day.

usage: python -m tests.demo.pictures

They are drawn by this program alone, so anybody may use them, and they show nobody and no place.
"""

from __future__ import annotations

import math
import random
from pathlib import Path
from typing import NamedTuple

from PIL import Image, ImageChops, ImageColor, ImageDraw, ImageFilter

FOLDER = Path(__file__).parent / "pictures"
GRAIN = 5.0
QUALITY = 86

Colour = tuple[int, int, int]


class Coast(NamedTuple):
    name: str
    size: tuple[int, int]
    zenith: str
    """The colour of the sky above; below, it is that of the haze."""
    haze: str
    light: str
    """Of the sun or the moon."""
    at: tuple[float, float]
    """Where it stands, in shares of the picture."""
    land: str
    """The nearest ridge; those behind fade into the sky."""
    ridges: int
    horizon: float


WIDE, TALL, SQUARE, LONG = (2400, 1600), (1600, 2400), (2000, 2000), (3000, 1250)

COASTS = (
    Coast(
        "01-before-dawn", WIDE, "#0c1228", "#465478", "#e1e6f0", (0.72, 0.22), "#0a0e1c", 4, 0.62
    ),
    Coast("02-dawn", WIDE, "#3a4a78", "#f4b08c", "#ffe0be", (0.32, 0.52), "#222038", 5, 0.66),
    Coast("03-early", TALL, "#78a0c4", "#fadebe", "#fff4dc", (0.6, 0.34), "#34424a", 5, 0.7),
    Coast("04-morning", WIDE, "#68a0d0", "#e2eef0", "#fffcee", (0.2, 0.2), "#2c544e", 4, 0.6),
    Coast("05-noon", SQUARE, "#488ccc", "#c8e2ee", "#fffff8", (0.5, 0.14), "#3c684a", 3, 0.56),
    Coast("06-cloud", LONG, "#96a0a8", "#d6d8d4", "#f4f4f0", (0.66, 0.3), "#465254", 6, 0.6),
    Coast("07-afternoon", WIDE, "#6e96be", "#f6e2b0", "#fff0cc", (0.8, 0.3), "#564e34", 4, 0.63),
    Coast("08-evening", TALL, "#463e6c", "#f08c60", "#ffd6a0", (0.44, 0.55), "#2c1c2c", 4, 0.68),
    Coast(
        "09-after-sunset", WIDE, "#1e2046", "#d6685c", "#ffbe96", (0.58, 0.63), "#141222", 5, 0.64
    ),
    Coast("10-night", SQUARE, "#060a18", "#1a2440", "#eef0e8", (0.36, 0.26), "#04060e", 4, 0.64),
)


def drawn(coast: Coast) -> Image.Image:
    rng, (width, height) = random.Random(coast.name), coast.size
    sky, land = (_rgb(coast.zenith), _rgb(coast.haze)), _rgb(coast.land)
    horizon = round(coast.horizon * height)
    image = _gradient(coast.size, *sky, horizon)
    _shine(image, coast)
    water = _gradient((width, height - horizon), *sky[::-1], height - horizon)
    image.paste(Image.blend(water, Image.new("RGB", water.size, land), 0.25), (0, horizon))
    _glitter(image, coast, horizon, rng)
    for ridge in range(coast.ridges):
        _land(image, coast, ridge, horizon, rng)
    return _grained(image, rng)


def _gradient(size: tuple[int, int], top: Colour, foot: Colour, until: int) -> Image.Image:
    column = Image.new("RGB", (1, size[1]))
    for y in range(size[1]):
        column.putpixel((0, y), _between(top, foot, min(1.0, y / until) ** 1.3))
    return column.resize(size)


def _shine(image: Image.Image, coast: Coast) -> None:
    """The sun or the moon, with the glow around it."""
    width, height = image.size
    x, y, radius = coast.at[0] * width, coast.at[1] * height, 0.035 * min(width, height)
    for reach, strength in ((9, 60), (4, 70), (1, 255)):
        mask = Image.new("L", (width // 4, height // 4))
        around = [one / 4 for one in (x, y)]
        edge = radius * reach / 4
        box = (around[0] - edge, around[1] - edge, around[0] + edge, around[1] + edge)
        ImageDraw.Draw(mask).ellipse(box, fill=strength)
        blurred = mask.filter(ImageFilter.GaussianBlur(edge / 3 if reach > 1 else 1))
        image.paste(_rgb(coast.light), (0, 0), blurred.resize(image.size))


def _glitter(image: Image.Image, coast: Coast, horizon: int, rng: random.Random) -> None:
    """The light's path over the water."""
    width, height = image.size
    draw, centre = ImageDraw.Draw(image, "RGBA"), coast.at[0] * width
    for _ in range(900):
        depth = rng.random() ** 1.6
        y = horizon + depth * (height - horizon)
        x = centre + rng.gauss(0, 0.02 + 0.09 * depth) * width
        reach = (0.004 + 0.03 * depth * rng.random()) * width
        box = (x - reach, y, x + reach, y + 1 + 5 * depth)
        draw.ellipse(box, fill=(*_rgb(coast.light), rng.randrange(20, 90)))


def _land(image: Image.Image, coast: Coast, ridge: int, horizon: int, rng: random.Random) -> None:
    """One ridge that runs into the water; nearer ones are darker, and lie further to a side."""
    width, height = image.size
    near = (ridge + 1) / coast.ridges
    colour = _between(_rgb(coast.haze), _rgb(coast.land), 0.35 + 0.65 * near)
    foot = horizon + near**2 * 0.34 * (height - horizon) * (1 if ridge else 0)
    rise, side = (0.06 + 0.16 * near) * height, rng.choice((-1, 1))
    waves = [(rng.uniform(0.8, 2.4) * 2**n, rng.uniform(0, math.tau), 0.5**n) for n in range(6)]
    points = []
    for x in range(0, width + 8, 8):
        across = x / width if side > 0 else 1 - x / width
        envelope = max(0.0, 1 - across * (0.8 + 0.7 * near)) ** 0.8
        shape = sum(
            share * math.sin(waves_per * math.tau * x / width + phase)
            for waves_per, phase, share in waves
        )
        points.append((x, foot - rise * envelope * (1 + 0.35 * shape)))
    floor = foot + 0.012 * height * near
    ImageDraw.Draw(image).polygon([*points, (width, floor), (0, floor)], fill=colour)


def _grained(image: Image.Image, rng: random.Random) -> Image.Image:
    noise = Image.frombytes("L", (512, 512), rng.randbytes(512 * 512))
    tile = noise.filter(ImageFilter.GaussianBlur(0.8)).point(lambda v: 128 + (v - 128) * GRAIN / 40)
    grain = Image.new("L", image.size)
    for left in range(0, image.width, 512):
        for top in range(0, image.height, 512):
            grain.paste(tile, (left, top))
    return ImageChops.add(image, Image.merge("RGB", (grain,) * 3), 1, -128)


def _rgb(colour: str) -> Colour:
    red, green, blue = ImageColor.getrgb(colour)[:3]
    return red, green, blue


def _between(one: Colour, other: Colour, share: float) -> Colour:
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for coast in COASTS:
        drawn(coast).save(FOLDER / f"{coast.name}.jpg", quality=QUALITY, optimize=True)


if __name__ == "__main__":
    main()
