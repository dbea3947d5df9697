"""Reads TIFF files whose samples Pillow cannot bring together, plane by plane.

Each plane is described as a grey picture of its own, by a directory that is added to the file.
"""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator, Sequence
from typing import Any

from PIL import Image, ImageChops, TiffImagePlugin

from kiosk.media.original import UnreadablePhotoError
from kiosk.media.originals.modes import NEGATIVE, eight_bits, refuse_huge

WIDTH, LENGTH, BITS, COMPRESSION, PHOTOMETRIC = 256, 257, 258, 259, 262
STRIPS, ORIENTATION, SAMPLES, ROWS, STRIP_BYTES, PLANES = 273, 274, 277, 278, 279, 284
PREDICTOR, TILE_WIDTH, TILE_LENGTH, TILES, TILE_BYTES = 317, 322, 323, 324, 325
EXTRA, SAMPLE_FORMAT, PROFILE = 338, 339, 34675
KEPT = (COMPRESSION, 266, ROWS, PREDICTOR, TILE_LENGTH)
"""Tags that a plane has as its file does; 266 is the order of bits."""
WHITE_IS_ZERO, INTEGER, SIGNED, APART, NOT_PREDICTED = 0, 1, 2, 2, 1
MODES = {0: "L", 1: "L", 2: "RGB", 5: "CMYK"}
"""Mode of the colours, by the photometric interpretation."""
ASSOCIATED, ALPHA = 1, (1, 2)
LONG, PLAIN_TIFF = 4, 42
BITS_MAX = 16
"""In a sample of more bits, nobody can know which number is white."""
UNSUPPORTED = "this kind of TIFF is not supported; save it as TIFF with 8 or 16 bits, or as JPEG"


def needs_planes(image: Image.Image) -> bool:
    """Whether Pillow would open the file, but mix up its samples or invert them.

    Signed samples of eight bits are refused: Pillow reads them as if they had no sign.
    """
    tags = getattr(image, "tag_v2", {})
    is_deep = max(tags.get(BITS, (1,))) > 8
    if SIGNED in tags.get(SAMPLE_FORMAT, ()) and not is_deep:  # Deep ones show their signs.
        raise UnreadablePhotoError(NEGATIVE)
    if tags.get(PHOTOMETRIC) == WHITE_IS_ZERO and is_deep:
        return bool(tags.get(SAMPLE_FORMAT, (INTEGER,))[0] == INTEGER)
    return bool(tags.get(PLANES, 1) == APART and (is_deep or tags.get(EXTRA)))


def of_planes(data: bytes) -> Image.Image:
    """The picture in a TIFF of whole numbers; others are refused."""
    order = "<" if data[:2] == b"II" else ">"
    if struct.unpack_from(f"{order}H", data, 2)[0] != PLAIN_TIFF:
        raise UnreadablePhotoError(UNSUPPORTED)
    tags = TiffImagePlugin.ImageFileDirectory_v2(data[:8])
    file = io.BytesIO(data)
    file.seek(tags.next)
    tags.load(file)
    mode = MODES.get(tags.get(PHOTOMETRIC, -1), "")
    count = tags.get(SAMPLES, 1)
    colours = len(Image.getmodebandnames(mode)) if mode else 0
    is_whole = set(tags.get(SAMPLE_FORMAT, (INTEGER,))) == {INTEGER}
    if not 0 < colours <= count or not is_whole or max(tags.get(BITS, (1,))) > BITS_MAX:
        raise UnreadablePhotoError(UNSUPPORTED)
    refuse_huge((tags[WIDTH], tags[LENGTH]))
    planes = [eight_bits(plane) for plane in _planes(data, tags, order, count)]
    if tags[PHOTOMETRIC] == WHITE_IS_ZERO:
        planes[0] = ImageChops.invert(planes[0])
    extra = tags.get(EXTRA, ())
    image = _merged(planes, mode, extra[0] if extra else 0)
    if PROFILE in tags:
        image.info["icc_profile"] = tags[PROFILE]
    exif = Image.Exif()
    exif[ORIENTATION] = tags.get(ORIENTATION, 1)
    image.info["exif"] = exif.tobytes()
    return image


def _merged(planes: list[Image.Image], mode: str, alpha: int) -> Image.Image:
    count = len(Image.getmodebandnames(mode))
    image = Image.merge(mode, planes[:count])
    if alpha not in ALPHA or len(planes) == count:
        return image
    if mode == "CMYK":
        paper = Image.new(mode, image.size)
        paper.paste(image, mask=planes[count])
        return paper
    if mode == "RGB" and alpha == ASSOCIATED:
        return Image.merge("RGBa", planes[: count + 1]).convert("RGBA")
    image.putalpha(planes[count])
    return image


def _planes(
    data: bytes, tags: TiffImagePlugin.ImageFileDirectory_v2, order: str, count: int
) -> Iterator[Image.Image]:
    """Each sample as a grey picture."""
    is_tiled = TILES in tags
    places, sizes = (TILES, TILE_BYTES) if is_tiled else (STRIPS, STRIP_BYTES)
    offsets, lengths = tags[places], tags[sizes]
    bits = tags.get(BITS, (1,))[0]
    described: dict[int, Any] = {tag: tags[tag] for tag in KEPT if tag in tags}
    described |= {BITS: bits, PHOTOMETRIC: 1, SAMPLES: 1, PLANES: 1}
    described |= {WIDTH: tags[WIDTH], LENGTH: tags[LENGTH]}
    if is_tiled:
        described[TILE_WIDTH] = tags[TILE_WIDTH]
    if tags.get(PLANES, 1) == APART:
        each = len(offsets) // count
        for number in range(count):
            part = slice(number * each, (number + 1) * each)
            yield _grey(data, described | {places: offsets[part], sizes: lengths[part]}, order)
        return
    if tags.get(PREDICTOR, NOT_PREDICTED) != NOT_PREDICTED or set(tags[BITS]) != {bits}:
        raise UnreadablePhotoError(UNSUPPORTED)
    # All samples of a row, one after the other, are a row of a wider grey picture.
    described |= {WIDTH: tags[WIDTH] * count, places: offsets, sizes: lengths}
    if is_tiled:
        described[TILE_WIDTH] = tags[TILE_WIDTH] * count
    wide = eight_bits(_grey(data, described, order))
    for number in range(count):
        size, step = (tags[WIDTH], tags[LENGTH]), (count, 0, number + 0.5 - count / 2, 0, 1, 0)
        yield wide.transform(size, Image.Transform.AFFINE, step)


def _grey(data: bytes, tags: dict[int, Any], order: str) -> Image.Image:
    """The picture that these tags describe in a file."""
    start = len(data) + len(data) % 2
    listed, longer = b"", b""
    beyond = start + 2 + 12 * len(tags) + 4
    for tag in sorted(tags):
        value = tags[tag]
        values: Sequence[int] = value if isinstance(value, tuple) else (value,)
        packed = struct.pack(f"{order}{len(values)}I", *values)
        if len(packed) > 4:
            packed, longer = struct.pack(f"{order}I", beyond + len(longer)), longer + packed
        listed += struct.pack(f"{order}HHI", tag, LONG, len(values)) + packed
    directory = struct.pack(f"{order}H", len(tags)) + listed + bytes(4) + longer
    head = data[:4] + struct.pack(f"{order}I", start)
    image = Image.open(io.BytesIO(head + data[8:].ljust(start - 8, b"\0") + directory))
    image.load()
    return image
