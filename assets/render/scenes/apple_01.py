"""An apple on a dry-stone wall before mountains, early in the morning."""

from __future__ import annotations

import numpy as np
import studio
from apple import apple

TITLE = "Apple on a wall, morning"
ALT = (
    "An apple on the lichen-flecked top of a dry-stone wall, lit from the right by low morning "
    "sun; behind it, out of focus, a valley and hazy mountain ridges."
)
FOCUS = (0.32, 0.60)
ASPECT = (3, 2)
SAMPLES = 12
AIR = (0.46, 0.53, 0.64)


def wall_top(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Coping stones: one height and slope for each, deep joints between them."""
    rng = np.random.default_rng(5)
    seeds = np.array(
        [
            (i * 0.27 + rng.uniform(-0.06, 0.06), j * 0.21 + rng.uniform(-0.05, 0.05))
            for i in range(-5, 6)
            for j in (-1, 0, 1)
        ]
    )
    # The stone under the apple is a broad one.
    seeds = seeds[np.hypot(seeds[:, 0] + 0.02, seeds[:, 1]) > 0.17]
    seeds = np.vstack([seeds, (-0.02, 0.0)])
    level = rng.uniform(-0.016, 0.012, len(seeds))
    level[-1] = 0.0
    slope = rng.uniform(-0.06, 0.06, (len(seeds), 2))
    slope[-1] = 0.0
    bent_x = x + 0.03 * (studio.fractal(x * 9, y * 9, 3, 3) - 0.5)
    bent_y = y + 0.03 * (studio.fractal(x * 9, y * 9, 3, 8) - 0.5)
    distance = np.stack([np.hypot(bent_x - sx, (bent_y - sy) * 1.15) for sx, sy in seeds])
    order = np.argsort(distance, axis=0)
    nearest = order[0]
    first = np.take_along_axis(distance, order[:1], 0)[0]
    second = np.take_along_axis(distance, order[1:2], 0)[0]
    inside = np.clip((second - first) / 0.05, 0.0, 1.0)
    height = level[nearest] + slope[nearest, 0] * (x - seeds[nearest, 0])
    height += slope[nearest, 1] * (y - seeds[nearest, 1])
    height += 0.014 * (studio.fractal(x * 14, y * 14, 5, 2) - 0.5)
    height -= 0.045 * (1.0 - inside) ** 2.2
    # Far and near edges round off and fall away.
    edge = np.clip((np.abs(y + 0.01) - 0.24) / 0.06, 0.0, 1.0)
    return height - 0.35 * edge**2


def range_of_hills(
    name: str,
    distance: float,
    height: float,
    base: float,
    seed: int,
    colours: tuple[studio.Colour, studio.Colour],
) -> None:
    """One ridge with its flanks, hazier the farther it stands."""
    width, depth = distance * 2.2, distance * 0.55
    size = distance * 0.30

    def relief(x: np.ndarray, y: np.ndarray) -> np.ndarray:
        crest = studio.fractal(x / size + seed, y / size, 6, seed, ridged=True)
        broad = studio.fractal(x / size / 2.5, y / size / 2.5, 2, seed + 5)
        across = np.clip(1.0 - np.abs(y - distance) / (depth / 2), 0.0, 1.0) ** 0.8
        return base + height * across * (0.35 + 0.5 * crest + 0.6 * (broad - 0.5))

    material = studio.hazed(name, colours, AIR, 2300.0, 30.0 / distance)
    studio.grid(name, (width, depth), (260, 90), relief, material, (0.0, distance))


def build() -> None:
    """Build the scene."""
    rock = studio.stone("wall stone", (0.225, 0.195, 0.155), lichen=0.7, relief=0.005)
    studio.grid("wall", (2.2, 0.72), (560, 190), wall_top, rock)
    apple((-0.075, 0.0, studio.surface_height(-0.075, 0.0) + 0.001), turn=12.0, tilt=(2.0, -3.0))

    pasture = ((0.075, 0.088, 0.026), (0.13, 0.12, 0.045))
    forest = ((0.022, 0.036, 0.022), (0.055, 0.065, 0.03))
    rocks = ((0.11, 0.105, 0.10), (0.20, 0.18, 0.165))
    range_of_hills("meadows", 130.0, 22.0, -34.0, 2, pasture)
    range_of_hills("wooded hills", 330.0, 60.0, -48.0, 9, forest)
    range_of_hills("mountains", 760.0, 215.0, -90.0, 4, rocks)
    range_of_hills("far mountains", 1500.0, 470.0, -150.0, 14, rocks)

    studio.sun(studio.sunlight(16.0, 15.0), 8.5, (1.0, 0.74, 0.48), 0.9)
    studio.plain_sky((1.05, 0.86, 0.66), (0.25, 0.42, 0.72), 0.66, (0.14, 0.13, 0.11))
    studio.camera((0.015, -0.76, 0.122), (0.015, 0.0, 0.072), 54.0, 4.5, (-0.075, -0.03, 0.04))
    studio.film(0.45)
