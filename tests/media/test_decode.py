"""Originals of all kinds become upright pixels; what cannot be opened says why."""

import io
import random

import pytest
from PIL import Image

from kiosk.derivative import TONES
from kiosk.media.decode import UnreadablePhotoError, derive, measure, pixels

RED, GREEN, BLUE, WHITE = (200, 40, 40), (40, 160, 60), (40, 60, 200), (240, 240, 240)


def quarters(width=240, height=160):
    """A picture whose corners can be told apart."""
    picture = Image.new("RGB", (width, height), WHITE)
    for colour, x, y in ((RED, 0, 0), (GREEN, width // 2, 0), (BLUE, 0, height // 2)):
        picture.paste(colour, (x, y, x + width // 2, y + height // 2))
    return picture


def corner_colours(jpeg):
    picture = Image.open(io.BytesIO(jpeg))
    right, bottom = picture.width - 8, picture.height - 8
    return [picture.getpixel(at) for at in ((8, 8), (right, 8), (8, bottom), (right, bottom))]


def alike(pixel, colour, slack=16):
    return all(abs(a - b) <= slack for a, b in zip(pixel, colour, strict=True))


TURNED = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}
"""How a camera that was held so stores a picture that is upright to the eye."""


@pytest.mark.parametrize("orientation", TURNED)
@pytest.mark.parametrize("size", [(240, 160), (160, 240)])
def test_every_orientation_is_set_upright(tmp_path, orientation, size):
    """However the camera was held, the derivative stands as the scene did."""
    scene = quarters(*size)
    stored = scene.transpose(TURNED[orientation]) if TURNED[orientation] is not None else scene
    exif = Image.Exif()
    exif[0x0112] = orientation
    file = str(tmp_path / "photo.jpg")
    stored.save(file, quality=95, exif=exif)

    facts = measure(file)
    assert (facts.width, facts.height) == size
    corners = corner_colours(derive(file, *size))
    assert all(map(alike, corners, (RED, GREEN, BLUE, WHITE))), corners


KINDS = {
    "png": ["RGB", "L", "1", "P", "RGBA", "LA", "I;16"],
    "jpeg": ["RGB", "L", "CMYK"],
    "tiff": ["RGB", "L", "1", "P", "RGBA", "LA", "CMYK", "I;16"],
    "webp": ["RGB", "RGBA"],
    "gif": ["P", "L"],
}


@pytest.mark.parametrize(
    ("kind", "mode"), [(k, mode) for k, modes in KINDS.items() for mode in modes]
)
def test_kinds_and_modes(tmp_path, mode, kind):
    """Whatever a common program writes is opened."""
    file = str(tmp_path / f"photo.{kind}")
    picture = quarters().convert("I") if mode == "I;16" else quarters()
    picture.convert(mode).save(file, kind)

    jpeg = derive(file, 120, 80)
    assert Image.open(io.BytesIO(jpeg)).size == (120, 80)


def test_a_derivative_has_exactly_the_wanted_size(tmp_path):
    """The player asks for pixels by number, and gets that many."""
    file = str(tmp_path / "photo.png")
    quarters().save(file)

    assert len(pixels(derive(file, 333, 77))) == 333 * 77 * 4


def test_tones_tell_where_a_photo_is_light(tmp_path):
    """The pale half of a photo is known to be pale, the dark half to be dark."""
    picture = Image.new("RGB", (640, 320), (0, 0, 0))
    picture.paste((255, 255, 255), (320, 0, 640, 320))
    file = str(tmp_path / "photo.png")
    picture.save(file)
    facts = measure(file)

    assert facts.palest[: TONES // 2 - 1] == bytes(TONES // 2 - 1)
    assert min(facts.palest[TONES // 2 + 1 : TONES]) > 250
    assert min(facts.darkest[TONES // 2 + 1 : TONES]) > 250


def test_transparent_photos_stand_on_black(tmp_path):
    """What is see-through does not come out in a chance colour."""
    file = str(tmp_path / "photo.png")
    Image.new("RGBA", (50, 50), (255, 0, 0, 0)).save(file)

    assert max(corner_colours(derive(file, 50, 50))[0]) < 4


def test_a_profile_that_makes_no_sense_is_passed_over(tmp_path):
    """A photo whose profile is damaged is shown by its numbers."""
    file = str(tmp_path / "photo.jpg")
    quarters().save(file, icc_profile=b"nonsense", quality=95)

    assert alike(corner_colours(derive(file, 240, 160))[0], RED)


def bad_files():
    good = io.BytesIO()
    quarters().save(good, "jpeg")
    whole = good.getvalue()
    yield "empty.jpg", b""
    yield "text.jpg", b"This is no picture."
    yield "random.jpg", random.Random(1).randbytes(5000)
    for tenth in range(1, 9):
        yield f"cut{tenth}.jpg", whole[: len(whole) * tenth // 10]
    yield "bomb.png", bomb()


def bomb():
    """A PNG that claims 60 000 × 60 000 pixels."""
    import struct
    import zlib

    def chunk(kind, data):
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 99))


@pytest.mark.parametrize(("name", "data"), [pytest.param(n, d, id=n) for n, d in bad_files()])
def test_broken_files_say_why(tmp_path, name, data):
    """No file, however broken, raises anything but one error with a reason in words."""
    file = tmp_path / name
    file.write_bytes(data)

    for work in (lambda: measure(str(file)), lambda: derive(str(file), 20, 20)):
        with pytest.raises(UnreadablePhotoError, match=r"\w+ \w+"):
            work()


def test_a_missing_file_says_so(tmp_path):
    """A file that is gone is told of as gone."""
    with pytest.raises(UnreadablePhotoError, match="gone"):
        measure(str(tmp_path / "none.jpg"))


@pytest.mark.parametrize("size", [(1, 1), (20_000, 1), (1, 20_000)])
def test_odd_shapes_are_opened(tmp_path, size):
    """A picture of one pixel or one row is small, but no fault."""
    file = str(tmp_path / "odd.png")
    Image.new("RGB", size, RED).save(file)

    assert measure(file).size.width == size[0]
    assert derive(file, 30, 20)
