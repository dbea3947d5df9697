"""The kiosk's own JPEGs, as they become pixels for the screen."""

import io

import pytest
from PIL import Image

from kiosk.media.pixels import PIECE_PIXELS, pixels


@pytest.mark.parametrize("mode", ["RGB", "L"])
@pytest.mark.parametrize("size", [(9, 6), (1000, 700), (60_000, 9)])
def test_pixels_are_those_of_the_jpeg(mode, size):
    """Every pixel is there, opaque, however many pieces they are converted in."""
    file = io.BytesIO()
    picture = Image.effect_noise(size, 90).convert(mode)
    picture.save(file, "JPEG")
    seen = Image.frombytes("RGBA", size, pixels(file.getvalue(), *size), "raw", "BGRA")

    assert seen.getchannel("A").getextrema() == (255, 255)
    assert seen.convert("RGB").tobytes() == Image.open(file).convert("RGB").tobytes()


def test_no_frame_waits_for_the_pixels_of_a_photo(monkeypatch):
    """Pillow keeps other threads waiting while it converts, so it gets no large photo whole."""
    converted, putalpha = [], Image.Image.putalpha

    def counted(image, alpha):
        converted.append(image.width * image.height)
        putalpha(image, alpha)

    monkeypatch.setattr(Image.Image, "putalpha", counted)
    file = io.BytesIO()
    Image.new("RGB", (3000, 1000)).save(file, "JPEG")
    pixels(file.getvalue(), 3000, 1000)

    assert sum(converted) == 3000 * 1000
    assert max(converted) <= PIECE_PIXELS
