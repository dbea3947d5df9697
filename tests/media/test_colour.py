"""Profiles: a photo looks on the wall as it looked to whoever made it."""

import io
import warnings

import pytest
from PIL import Image

from kiosk.media.original import PhotoWarning
from kiosk.media.originals.decode import derive
from tests.media.pictures import (
    ADOBE_RGB,
    DISPLAY_P3,
    PRIMARIES,
    PROPHOTO,
    RED,
    alike,
    cmyk_profile,
    corner_colours,
    grey_profile,
    quarters,
)

TO_SRGB = (
    (3.13386, -1.61687, -0.49062),
    (-0.97877, 1.91614, 0.03345),
    (0.07195, -0.22899, 1.40543),
)
"""From XYZ under D50 to the light of sRGB's primaries."""


def shown(tmp_path, image, profile, kind="tiff"):
    """Colour of a flat picture on the wall."""
    file = str(tmp_path / f"photo.{kind}")
    image.save(file, kind, icc_profile=profile)
    return Image.open(io.BytesIO(derive(file, 20, 20))).getpixel((10, 10))


def by_the_book(pixel, primaries, gamma):
    """The same colour in sRGB, by the definitions."""
    light = [(value / 255) ** gamma for value in pixel]
    xyz = [
        sum(share * one[n] for share, one in zip(light, primaries, strict=True)) for n in range(3)
    ]
    linear = [sum(a * b for a, b in zip(row, xyz, strict=True)) for row in TO_SRGB]
    return [
        round(255 * (12.92 * one if one <= 0.0031308 else 1.055 * one ** (1 / 2.4) - 0.055))
        for one in linear
    ]


@pytest.mark.parametrize("pixel", [(150, 100, 100), (90, 110, 90), (240, 240, 240), (0, 0, 0)])
@pytest.mark.parametrize(
    ("profile", "name", "gamma"),
    [(ADOBE_RGB, "adobe", 2.2), (DISPLAY_P3, "p3", 2.2), (PROPHOTO, "prophoto", 1.8)],
)
@pytest.mark.parametrize("kind", ["tiff", "png", "jpeg", "webp"])
def test_colours_of_a_wider_space(tmp_path, profile, name, gamma, pixel, kind):
    """Adobe RGB, Display P3 and ProPhoto come out as the same colours in sRGB."""
    expected = by_the_book(pixel, PRIMARIES[name], gamma)

    assert alike(shown(tmp_path, Image.new("RGB", (40, 40), pixel), profile, kind), expected, 8)


def test_grey_profiles(tmp_path):
    """Grey that is counted by light, not by sight, comes out as light as it is."""
    half = Image.new("L", (40, 40), 128)

    assert alike(shown(tmp_path, half, grey_profile(1.0)), (188, 188, 188), 4)


def test_a_grey_photo_with_a_profile_for_colours(tmp_path):
    """Programs give grey photos the profile of the colours they were made from."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        seen = shown(tmp_path, Image.new("L", (40, 40), 100), PROPHOTO)

    assert alike(seen, by_the_book((100, 100, 100), PRIMARIES["prophoto"], 1.8), 4)


@pytest.mark.parametrize("table", ["A2B0", "A2B1"])
@pytest.mark.parametrize("kind", ["tiff", "jpeg"])
def test_ink(tmp_path, kind, table):
    """Paper is the screen's white, the darkest ink its black, as a printed photo would look."""
    profile = cmyk_profile(ink_black=20, table_of=table)
    paper = shown(tmp_path, Image.new("CMYK", (40, 40)), profile, kind)
    ink = shown(tmp_path, Image.new("CMYK", (40, 40), (255, 255, 255, 255)), profile, kind)

    assert alike(paper, (255, 255, 255), 4)
    assert alike(ink, (0, 0, 0), 4)


@pytest.mark.parametrize("profile", [b"nonsense", ADOBE_RGB[:200], cmyk_profile(20)])
def test_a_profile_that_makes_no_sense_is_passed_over(tmp_path, profile):
    """A photo whose profile is damaged is shown by its numbers, and that is noted."""
    file = str(tmp_path / "photo.jpg")
    quarters().save(file, icc_profile=profile, quality=95)

    with pytest.warns(PhotoWarning, match="colour profile"):
        jpeg = derive(file, 240, 160)
    assert alike(corner_colours(jpeg)[0], RED)


def test_what_is_see_through_stands_on_black_with_a_profile_too(tmp_path):
    """Transparency and profile go together."""
    clear = Image.new("RGBA", (40, 40), (255, 0, 0, 0))

    assert max(shown(tmp_path, clear, ADOBE_RGB, "png")) < 4
