"""Short colour tags mean what their formats say: colours come out in sRGB, never washed out."""

from __future__ import annotations

import io
import struct
import zlib

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from pillow_heif import register_heif_opener

from kiosk.media.original import UnreadablePhotoError
from kiosk.media.originals.decode import derive
from kiosk.media.originals.rgb_profile import SRGB_PRIMARIES, rgb_profile
from tests.media.pictures import DISPLAY_P3, alike, encoded

register_heif_opener()

PIXEL = (180, 90, 60)
SRGB, BT_2020, P3 = 1, 9, 12
SRGB_CURVE, LINEAR, PQ, HLG = 13, 8, 16, 18


@pytest.fixture
def shown(tmp_path):
    """The colour of a file, as it is shown."""

    def show(data, at=8):
        file = tmp_path / "photo"
        file.write_bytes(data)
        return Image.open(io.BytesIO(derive(str(file), 16, 16))).getpixel((at, 8))

    return show


def tagged(kind, primaries, curve, pixel=PIXEL):
    """A file of one colour, which says how its numbers are meant."""
    picture = Image.new("RGB", (64, 64), pixel)
    if kind == "png":
        info = PngInfo()
        info.add(b"cICP", bytes((primaries, curve, 0, 1)))
        return encoded(picture, "png", pnginfo=info)
    options = {"quality": 95, "subsampling": "4:4:4"} if kind == "avif" else {"quality": 95}
    data = bytearray(encoded(picture, kind, **options))
    at = data.index(b"colrnclx") + 8
    data[at : at + 4] = struct.pack(">HH", primaries, curve)
    return bytes(data)


KINDS = ["avif", "heif", "png"]


@pytest.mark.parametrize("kind", KINDS)
def test_srgb_stays(shown, kind):
    """What is sRGB, or does not say, is not converted."""
    for primaries, curve in ((SRGB, SRGB_CURVE), (SRGB, 1), (2, 2)):
        assert alike(shown(tagged(kind, primaries, curve)), PIXEL, 6)


@pytest.mark.parametrize("kind", KINDS)
def test_display_p3(shown, kind):
    """Colours of a telephone are as vivid as they were there."""
    assert alike(shown(tagged(kind, P3, SRGB_CURVE)), (193, 85, 50), 6)


@pytest.mark.parametrize("kind", KINDS)
def test_linear_light(shown, kind):
    """Light that is counted evenly is not dark on the screen."""
    assert alike(shown(tagged(kind, SRGB, LINEAR, (55, 55, 55))), (128, 128, 128), 6)


HDR = {
    "white paper in PQ": (PQ, (148, 148, 148), (187, 187, 187)),
    "grey in PQ": (PQ, (84, 84, 84), (53, 53, 53)),
    "highlights in PQ": (PQ, (160, 160, 160), (213, 213, 213)),
    "white paper in HLG": (HLG, (191, 191, 191), (187, 187, 187)),
    "grey in HLG": (HLG, (95, 95, 95), (70, 70, 70)),
    "a bright colour in PQ": (PQ, (184, 184, 153), (252, 247, 130)),
    "a bright colour in HLG": (HLG, (210, 125, 109), (248, 73, 82)),
}
"""Colours in BT.2020, and what Chromium shows."""


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("curve", "pixel", "seen"), HDR.values(), ids=HDR)
def test_high_dynamic_range(shown, kind, curve, pixel, seen):
    """Light that is brighter than white paper is shown as in browsers, and keeps its hue."""
    near = 2 if kind == "png" else 8

    assert alike(shown(tagged(kind, BT_2020, curve, pixel)), seen, near)


@pytest.mark.parametrize("kind", KINDS)
def test_the_brightest_light_of_a_picture(shown, kind):
    """A picture without very bright light need not be darkened as much as others."""
    data = tagged(kind, BT_2020, PQ, (148, 148, 148))
    if kind == "png":
        light = struct.pack(">II", 470 * 10_000, 0)
        body = struct.pack(">I4s", 8, b"cLLI") + light
        data = data[:33] + body + struct.pack(">I", zlib.crc32(body[4:])) + data[33:]
    else:  # In the place of a property that is not needed, which is longer.
        at = data.index(b"pixi")
        data = data[:at] + b"clli" + struct.pack(">HH", 470, 0) + data[at + 8 :]

    assert alike(shown(data), (222, 222, 222), 4)


@pytest.mark.parametrize("kind", KINDS)
def test_colours_of_bt_2020(shown, kind):
    """A red that is hardly red in BT.2020 is a strong red in sRGB."""
    red, green, _ = shown(tagged(kind, BT_2020, SRGB_CURVE))

    assert red > PIXEL[0] + 15
    assert green < PIXEL[1]


@pytest.mark.parametrize("kind", KINDS)
def test_colours_of_a_rare_kind_are_refused(shown, kind):
    """What cannot be converted is refused, with a way out."""
    with pytest.raises(UnreadablePhotoError, match="save it as JPEG in sRGB"):
        shown(tagged(kind, 10, SRGB_CURVE))


def test_a_profile_and_a_tag(shown):
    """A PNG's cICP is worth more than its profile."""
    info = PngInfo()
    info.add(b"cICP", bytes((SRGB, SRGB_CURVE, 0, 1)))
    picture = Image.new("RGB", (64, 64), PIXEL)
    data = encoded(picture, "png", icc_profile=DISPLAY_P3, pnginfo=info)

    assert alike(shown(data), (193, 85, 50), 8)


def png(pixel, *chunks):
    info = PngInfo()
    for kind, data in chunks:
        info.add(kind, data)
    picture = Image.new("L" if isinstance(pixel, int) else "RGB", (64, 64), pixel)
    return encoded(picture, "png", pnginfo=info)


def gamma(value):
    return b"gAMA", struct.pack(">I", round(value * 100_000))


P3_POINTS = (31270, 32900, 68000, 32000, 26500, 69000, 15000, 6000)
POINTS = (b"cHRM", struct.pack(">8I", *P3_POINTS))


def test_gamma_of_a_png(shown):
    """A PNG that was made for another screen is as light as it was there."""
    assert alike(shown(png((55, 55, 55), gamma(1.0))), (128, 128, 128), 4)
    assert alike(shown(png(55, gamma(1.0))), (128, 128, 128), 4)
    assert alike(shown(png(PIXEL, gamma(1 / 2.2))), PIXEL, 2)
    assert alike(shown(png((55, 55, 55), (b"sRGB", b"\0"), gamma(1.0))), (55, 55, 55), 2)


def test_primaries_of_a_png(shown):
    """With primaries, the curve counts as it is written, as browsers do: dark tones are darker."""
    points = (b"cHRM", struct.pack(">8I", 31270, 32900, 64000, 33000, 30000, 60000, 15000, 6000))

    assert alike(shown(png((16, 16, 16), gamma(1 / 2.2), points)), (7, 7, 7), 2)
    assert alike(shown(png(PIXEL, gamma(1 / 2.2), POINTS)), (193, 85, 50), 6)


@pytest.mark.parametrize("chunk", [(b"cICP", b""), (b"gAMA", bytes(4)), (b"cHRM", bytes(32))])
def test_tags_that_make_no_sense(shown, chunk):
    """A damaged tag is as none."""
    assert alike(shown(png(PIXEL, gamma(1 / 2.2), chunk)), PIXEL, 3)


def test_the_profile_of_a_bmp(shown):
    """A BMP of the newest kind may hold a profile."""
    data = encoded(Image.new("RGB", (16, 16), PIXEL), "bmp")
    pixels = data[54:]
    header = bytearray(struct.pack("<I", 124) + data[18:54] + bytes(84))
    header[56:60] = struct.pack("<I", 0x4D424544)
    header[112:120] = struct.pack("<II", 124 + len(pixels), len(DISPLAY_P3))
    whole = b"BM" + struct.pack("<I4xI", 0, 138) + bytes(header) + pixels + DISPLAY_P3

    assert alike(shown(whole), (193, 85, 50), 8)


def test_the_profile_of_a_jpeg_2000(shown):
    """A JPEG 2000 may hold a profile in place of its tag."""
    data = encoded(Image.new("RGB", (64, 64), PIXEL), "jpeg2000")
    at = data.index(b"colr") - 4
    old = data[at : at + int.from_bytes(data[at : at + 4], "big")]
    new = struct.pack(">I4sBBB", 11 + len(DISPLAY_P3), b"colr", 2, 0, 0) + DISPLAY_P3
    head = data.index(b"jp2h") - 4
    size = int.from_bytes(data[head : head + 4], "big") - len(old) + len(new)
    whole = data[:head] + size.to_bytes(4, "big") + data[head + 4 : at] + new
    whole += data[at + len(old) :]

    assert alike(shown(whole), (193, 85, 50), 8)


def test_our_profiles_agree_with_the_usual_one(shown):
    """A profile for sRGB's own tags changes nothing."""
    data = encoded(
        Image.new("RGB", (64, 64), PIXEL), "png", icc_profile=rgb_profile(SRGB_PRIMARIES, "sRGB")
    )

    assert alike(shown(data), PIXEL, 1)


@pytest.mark.parametrize("tone", [0, 5, 15])
def test_the_transparent_tone_of_few_bits(shown, tone):
    """Of a PNG with 16 tones, just the tone that is named is transparent."""
    rows = b"".join(b"\0" + bytes([17 * tone]) * 4 + bytes([0x99]) * 4 for _ in range(16))
    chunks = [
        (b"IHDR", struct.pack(">IIBBBBB", 16, 16, 4, 0, 0, 0, 0)),
        (b"tRNS", struct.pack(">H", tone)),
        (b"IDAT", zlib.compress(rows)),
        (b"IEND", b""),
    ]
    data = b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in chunks
    )

    assert alike(shown(data, at=2), (0, 0, 0), 3)
    assert alike(shown(data, at=13), (153, 153, 153), 3)


def test_the_transparent_tone_of_sixteen_bits(shown):
    """Only the very tone is transparent, not one that is hardly lighter."""
    row = struct.pack("<16H", *[40_000] * 8, *[40_001] * 8)
    picture = Image.frombytes("I;16", (16, 16), row * 16)
    data = encoded(picture, "png", transparency=40_000)

    assert alike(shown(data, at=2), (0, 0, 0), 3)
    assert alike(shown(data, at=13), (156, 156, 156), 3)
