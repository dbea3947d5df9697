"""Photos to measure with: JPEGs of 24 megapixels, made here, the same every time."""

from __future__ import annotations

import random
from pathlib import Path

from PIL import Image, ImageChops, ImageFilter

SIZE = (6528, 3672)
"""24 megapixels at 16:9, so that every player shows the whole photo on the whole screen."""


def make_photos(folder: Path, count: int, size: tuple[int, int] = SIZE) -> list[Path]:
    """Photos that are as hard to decode as a camera's, and told apart by their colours."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"{number:05}.jpg" for number in range(count)]
    for number, path in enumerate(paths):
        if not path.exists():
            _photo(number, size).save(path, "JPEG", quality=92, subsampling="4:2:0")
    return paths


def _photo(number: int, size: tuple[int, int]) -> Image.Image:
    """Broad patches of colour under grain of several sizes."""
    rng = random.Random(number)
    patches = Image.new("RGB", (8, 5))
    patches.putdata([tuple(rng.randrange(40, 216) for _ in range(3)) for _ in range(40)])
    photo = patches.resize(size, Image.Resampling.BICUBIC)
    for scale, strength in ((12, 24), (3, 16), (1, 8)):
        grain = Image.effect_noise((size[0] // scale, size[1] // scale), strength)
        grain = grain.resize(size, Image.Resampling.BILINEAR)
        photo = ImageChops.add(photo, Image.merge("RGB", [grain] * 3), offset=-128)
    return photo.filter(ImageFilter.GaussianBlur(0.6))
