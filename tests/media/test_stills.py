"""Pictures of photos for pages of print: whole, or a part of them."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from kiosk.media.stills import Stills


@pytest.fixture
def photo(tmp_path):
    """A photo of four colours that its camera has turned: upright, green is at the top left."""
    image = Image.new("RGB", (80, 40), "red")
    image.paste("green", (0, 20, 40, 40))
    image.paste("blue", (40, 20, 80, 40))
    exif = Image.Exif()
    exif[0x0112] = 6  # Turned to the right.
    image.save(tmp_path / "photo.png", exif=exif)
    return str(tmp_path / "photo.png")


def colour(jpeg: bytes) -> tuple[int, ...]:
    with Image.open(io.BytesIO(jpeg)) as image:
        return tuple(round(band / 64) for band in image.resize((1, 1)).getpixel((0, 0)))


def test_a_whole_photo_is_upright_and_small(photo):
    """A photo is turned as people see it, and no larger than asked for."""
    with Stills() as stills:
        jpeg, width, height = stills.of(photo, (0.0, 0.0, 1.0, 1.0), 20)

    assert (width, height) == (10, 20)
    assert Image.open(io.BytesIO(jpeg)).size == (10, 20)


def test_a_part_is_cut_from_the_upright_photo(photo):
    """Fractions count from the top left of the upright photo."""
    with Stills() as stills:
        jpeg, width, height = stills.of(photo, (0.0, 0.0, 0.5, 0.5), 100)

    assert (width, height) == (20, 40)
    assert colour(jpeg) == (0, 2, 0)


def test_a_photo_that_cannot_be_opened(tmp_path):
    """Of what is no photo, there is no picture."""
    (tmp_path / "no.jpg").write_bytes(b"no photo")
    with Stills() as stills:
        assert stills.of(str(tmp_path / "no.jpg"), (0.0, 0.0, 1.0, 1.0), 20) is None
        assert stills.of(str(tmp_path / "gone.jpg"), (0.0, 0.0, 1.0, 1.0), 20) is None
