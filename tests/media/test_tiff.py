"""TIFF files of all kinds look right, or are refused with a way out."""

from __future__ import annotations

import io
import itertools
import struct

import pytest
from PIL import Image, ImageChops

from kiosk.media.original import UnreadablePhotoError
from kiosk.media.originals.decode import derive, measure
from tests.media.pictures import BLUE, GREEN, RED, WHITE, alike, corner_colours, quarters

SIZE = (48, 32)
COLOURS = (RED, GREEN, BLUE, WHITE)


@pytest.fixture
def corners(tmp_path):
    """The colours in the corners of a TIFF, as they are shown."""

    def show(data):
        file = tmp_path / "photo.tif"
        file.write_bytes(data)
        assert measure(str(file))[0].width == SIZE[0]
        return corner_colours(derive(str(file), *SIZE))

    return show


def tiff(order, bands, photometric, bits, planar=1, **tags):
    """A TIFF without compression; each band is a list of rows of numbers, 0–1."""
    most, width, height = 2**bits - 1, *SIZE
    whole = [[[round(most * one) for one in row] for row in band] for band in bands]
    if planar == 2:
        strips = [_packed(order, band, bits) for band in whole]
    else:
        mixed = [
            list(itertools.chain(*zip(*rows, strict=True))) for rows in zip(*whole, strict=True)
        ]
        strips = [_packed(order, mixed, bits)]
    values = {
        256: [width],
        257: [height],
        258: [bits] * len(bands),
        259: [1],
        262: [photometric],
        277: [len(bands)],
        278: [height],
        284: [planar],
        **{int(tag[1:]): value for tag, value in tags.items()},
    }
    values[273] = list(itertools.accumulate([8, *map(len, strips[:-1])]))
    values[279] = [len(strip) for strip in strips]
    body = b"".join(strips)
    body += bytes(len(body) % 2)
    start, longer, listed = 8 + len(body), b"", b""
    for tag, value in sorted(values.items()):
        data = struct.pack(f"{order}{len(value)}I", *value)
        if len(data) > 4:
            at = start + 6 + 12 * len(values) + len(longer)
            data, longer = struct.pack(f"{order}I", at), longer + data
        listed += struct.pack(f"{order}HHI", tag, 4, len(value)) + data
    head = (b"II" if order == "<" else b"MM") + struct.pack(f"{order}HI", 42, start)
    return head + body + struct.pack(f"{order}H", len(values)) + listed + bytes(4) + longer


def _packed(order, rows, bits):
    if bits >= 8:
        sign = {8: "B", 16: "H"}[bits]
        return b"".join(struct.pack(f"{order}{len(row)}{sign}", *row) for row in rows)
    out = b""
    for row in rows:
        text = "".join(f"{one:0{bits}b}" for one in row)
        text += "0" * (-len(text) % 8)
        out += int(text, 2).to_bytes(len(text) // 8, "big")
    return out


def bands(picture):
    wide, high = picture.size
    return [
        [[value / 255 for value in data[y * wide : (y + 1) * wide]] for y in range(high)]
        for data in (band.tobytes() for band in picture.split())
    ]


OPAQUE = [[1.0] * SIZE[0]] * SIZE[1]
INKS = Image.merge("CMYK", [*map(ImageChops.invert, quarters(*SIZE).split()), Image.new("L", SIZE)])


@pytest.mark.parametrize("order", "<>")
@pytest.mark.parametrize("planar", [1, 2])
@pytest.mark.parametrize("bits", [8, 16])
@pytest.mark.parametrize("extra", [None, 0, 1, 2])
def test_colours_of_any_order(corners, order, planar, bits, extra):
    """Samples of 8 or 16 bits, mixed or in planes, with or without alpha, are the same picture."""
    pixels = bands(quarters(*SIZE)) + ([OPAQUE] if extra is not None else [])
    tags = {} if extra is None else {"_338": [extra]}

    assert all(map(alike, corners(tiff(order, pixels, 2, bits, planar, **tags)), COLOURS))


@pytest.mark.parametrize("order", "<>")
@pytest.mark.parametrize("planar", [1, 2])
@pytest.mark.parametrize("bits", [8, 16])
@pytest.mark.parametrize("extra", [None, 0, 1, 2])
def test_inks_of_any_order(corners, order, planar, bits, extra):
    """The same is true of inks."""
    pixels = bands(INKS) + ([OPAQUE] if extra is not None else [])
    tags = {} if extra is None else {"_338": [extra]}

    assert all(map(alike, corners(tiff(order, pixels, 5, bits, planar, **tags)), COLOURS))


@pytest.mark.parametrize("order", "<>")
@pytest.mark.parametrize("bits", [1, 2, 4, 8, 16])
@pytest.mark.parametrize("photometric", [0, 1])
def test_greys_of_any_depth(corners, order, bits, photometric):
    """Grey of 1 to 16 bits is white where it should be, and black where it should be."""
    pixels = [[[float((x < 24) == bool(photometric)) for x in range(48)]] * 32]
    seen = corners(tiff(order, pixels, photometric, bits))

    assert all(map(alike, seen, ((255,) * 3, (0,) * 3) * 2))


@pytest.mark.parametrize("bits", [2, 4])
def test_few_colours(corners, bits):
    """Colours of a few bits are not mixed up."""
    pixels = bands(
        Image.merge(
            "RGB", [band.point(lambda v: 255 * (v > 128)) for band in quarters(*SIZE).split()]
        )
    )
    expected = ((255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255))

    assert all(map(alike, corners(tiff("<", pixels, 2, bits)), expected))


@pytest.mark.parametrize("alpha", [1, 2])
@pytest.mark.parametrize("planar", [1, 2])
def test_alpha_of_both_kinds(corners, alpha, planar):
    """Half-transparent light is half as light on black, however its colours are written."""
    value = 0.5 if alpha == 1 else 1.0
    half = [[0.5] * 48] * 32
    pixels = [[[value] * 48] * 32] * 3 + [half]
    seen = corners(tiff("<", pixels, 2, 16, planar, _338=[alpha]))

    assert alike(seen[0], (128, 128, 128), 6)


def test_ink_on_paper(corners):
    """Where ink is transparent, paper is seen."""
    pixels = [[[1.0] * 48] * 32] * 4 + [[[0.0] * 48] * 32]

    assert alike(corners(tiff("<", pixels, 5, 8, _338=[2]))[0], (255, 255, 255))


@pytest.mark.parametrize("compression", ["tiff_lzw", "tiff_adobe_deflate", "packbits", "jpeg"])
def test_packed(corners, compression):
    """Compressed files are read, JPEG in TIFF too."""
    out = io.BytesIO()
    quality = {"quality": 95} if compression == "jpeg" else {}
    quarters(*SIZE).save(out, "tiff", compression=compression, **quality)

    assert all(map(alike, corners(out.getvalue()), COLOURS))


def test_predicted(corners):
    """A predictor is taken into account."""
    out = io.BytesIO()
    quarters(*SIZE).save(out, "tiff", compression="tiff_lzw", tiffinfo={317: 2})

    assert all(map(alike, corners(out.getvalue()), COLOURS))


def test_fewer_samples_of_colour(corners):
    """Colours that are sampled at every other pixel do not become stripes."""
    width, height = SIZE
    blocks = b""
    picture = quarters(*SIZE).convert("YCbCr")
    for y, x in itertools.product(range(0, height, 2), range(0, width, 2)):
        near = [picture.getpixel((x + dx, y + dy)) for dy in (0, 1) for dx in (0, 1)]
        blocks += bytes(one[0] for one in near) + bytes(near[0][1:])
    data = tiff("<", [[[0.0] * width] * height] * 3, 6, 8, _530=[2, 2])
    whole = data[:8] + blocks.ljust(width * height * 3, b"\0") + data[8 + width * height * 3 :]

    assert all(map(alike, corners(whole), COLOURS))


@pytest.mark.parametrize("order", "<>")
def test_colours_in_floating_point_are_refused(tmp_path, order):
    """Nobody can know which number is white, so the way out is named."""
    data = tiff(order, bands(quarters(*SIZE)), 2, 16, _339=[3, 3, 3])
    (tmp_path / "photo.tif").write_bytes(data)

    with pytest.raises(UnreadablePhotoError, match="save it as TIFF with 8 or 16 bits"):
        measure(str(tmp_path / "photo.tif"))


def test_colours_of_many_bits_are_refused(tmp_path):
    """In colours of 32 bits, nobody can know which number is white either."""
    data = tiff("<", bands(quarters(*SIZE)), 2, 16, _258=[32, 32, 32])
    (tmp_path / "photo.tif").write_bytes(data)

    with pytest.raises(UnreadablePhotoError, match="save it as TIFF with 8 or 16 bits"):
        measure(str(tmp_path / "photo.tif"))


def test_a_plane_that_is_too_large(tmp_path):
    """A claim of very many pixels is refused before they are read."""
    data = tiff("<", bands(quarters(*SIZE)), 2, 16, 2, _256=[60_000], _257=[60_000])
    (tmp_path / "photo.tif").write_bytes(data)

    with pytest.raises(UnreadablePhotoError, match="60000 × 60000 pixels"):
        measure(str(tmp_path / "photo.tif"))


def test_orientation_of_planes(tmp_path):
    """A picture of planes is turned upright, too."""
    (tmp_path / "photo.tif").write_bytes(tiff("<", bands(quarters(*SIZE)), 2, 16, 2, _274=[3]))
    seen = corner_colours(derive(str(tmp_path / "photo.tif"), *SIZE))

    assert all(map(alike, seen, COLOURS[::-1]))


@pytest.mark.parametrize("scale", [1, 257], ids=["8 bits", "16 bits"])
def test_a_colour_map(corners, scale):
    """Colours of a palette have 16 bits, but some programs write eight."""
    numbers = [[(x >= 24) + 2 * (y >= 16) for x in range(SIZE[0])] for y in range(SIZE[1])]
    band = [[one / 255 for one in row] for row in numbers]
    channels = [[colour[n] * scale for colour in COLOURS] + [0] * 252 for n in range(3)]

    seen = corners(tiff("<", [band], 3, 8, _320=list(itertools.chain(*channels))))

    assert all(map(alike, seen, COLOURS))


@pytest.mark.parametrize("bits", [8, 16])
def test_negative_numbers_are_refused(tmp_path, bits):
    """Measurements have no black that everybody agrees on."""
    band = [[x / SIZE[0] for x in range(SIZE[0])] for _ in range(SIZE[1])]
    (tmp_path / "photo.tif").write_bytes(tiff("<", [band], 1, bits, _339=[2]))

    with pytest.raises(UnreadablePhotoError, match="not clear which is black; save it as JPEG"):
        measure(str(tmp_path / "photo.tif"))
