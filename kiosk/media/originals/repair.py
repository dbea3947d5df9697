"""Reads JPEG, PNG, BMP and AVIF files with small faults that other programs do not mind either."""

from __future__ import annotations

import io
import random
import struct
import warnings
import zlib
from collections.abc import Iterator
from typing import NamedTuple

from PIL import Image, ImageChops

from kiosk.media.original import PhotoWarning, UnreadablePhotoError

ENDS_EARLY = "the file ends too early; copy it again from its source"
JPEG_START, JPEG_END = b"\xff\xd8", b"\xff\xd9"
START_BYTES_MAX = 65_536
"""Other data before a JPEG may be this long."""
SCAN, JFIF, EXIF, PROFILE = 0xDA, 0xE0, 0xE1, 0xE2
NEEDED = frozenset((*range(0xC0, 0xD0), 0xDB, 0xDD, 0xEE)) - {0xC8}
"""Segments without which a JPEG is not decoded rightly: frames, tables, and Adobe's."""
STANDALONE = frozenset((0x00, 0x01, *range(0xD0, 0xDA), 0xFF))
"""What follows a 0xFF without starting a segment."""
PROGRESSIVE = b"\xff\xc2"
JFIF_BYTES = 18
MISSING_MAX = 0.05
"""Share of a JPEG that may be missing at its end, if it is less than a row of blocks."""
BMP_FILLING = 3
BMP_HEAD_MIN, BMP_HEAD = 16, 40
"""Bytes of the shortest head that OS/2 2 allows, and of the usual one."""
PNG_START = b"\x89PNG\r\n\x1a\n"
PNG_NEEDED = frozenset((b"IHDR", b"PLTE", b"tRNS", b"IDAT"))
LISTS, LIST_HEAD, NUMBER = b"ipma", 4, 4
WAY_TO_LISTS = ((b"meta", 4), (b"iprp", 0))
"""Boxes around the lists, and how many bytes of each stand before its first box."""


def jpeg_within(head: bytes) -> int:
    """Where a JPEG starts behind other data; -1 if it does not."""
    return head.find(JPEG_START + b"\xff")


def repaired(data: bytes, kind: str) -> Iterator[bytes]:
    """Copies of a damaged file with less and less of what a picture does not need."""
    if kind == "JPEG":
        for kept in (NEEDED | {JFIF, EXIF, PROFILE}, NEEDED):
            for is_trusted in (True, False):
                yield _without_faults(data, kept, is_trusted)
    if kind == "AVIF":
        yield _with_one_list(data)
    if kind == "BMP":
        yield _with_whole_head(data)
    if kind == "PNG":
        yield PNG_START + b"".join(_needed_chunks(data))


def _without_faults(data: bytes, kept: frozenset[int], is_trusted: bool) -> bytes:
    """A JPEG with the segments that are kept.

    Like libjpeg, it skips data between segments. A segment may be longer than it claims; if lengths
    are not trusted, a segment that is not followed by another one counts as nothing.
    """
    out, at = [JPEG_START], data.find(JPEG_START) + len(JPEG_START)
    while (at := data.find(b"\xff", at)) >= 0:
        marker, length = data[at + 1 : at + 2], int.from_bytes(data[at + 2 : at + 4], "big")
        end = at + 2 + length
        if not marker or marker[0] in STANDALONE:
            at += 1
        elif marker[0] == SCAN:
            return b"".join((*out, data[at:]))
        elif length < 2 or (not is_trusted and data[end : end + 1] != b"\xff"):
            at += 2
        else:
            if marker[0] in kept and not (marker[0] == JFIF and length + 2 < JFIF_BYTES):
                out.append(data[at:end])
            at = end
    return b""


def _with_whole_head(data: bytes) -> bytes:
    """A BMP of OS/2 with the fields that its head leaves out; they count as zero."""
    start, size = struct.unpack("<II", data[10:18].ljust(8, b"\0"))
    if not BMP_HEAD_MIN <= size < BMP_HEAD:
        return b""
    lacking, end = BMP_HEAD - size, 14 + size
    sizes = struct.pack("<II", start + lacking, BMP_HEAD)
    return data[:10] + sizes + data[18:end] + bytes(lacking) + data[end:]


def _needed_chunks(data: bytes) -> Iterator[bytes]:
    at = len(PNG_START)
    while at + 8 <= len(data):
        length, kind = struct.unpack(">I4s", data[at : at + 8])
        body = data[at + 8 : at + 8 + length]
        if kind in PNG_NEEDED and len(body) == length:
            yield (
                struct.pack(">I4s", length, kind)
                + body
                + struct.pack(">I", zlib.crc32(kind + body))
            )
        at += 12 + length
    yield b"\0\0\0\0IEND\xaeB`\x82"


class _Box(NamedTuple):
    kind: bytes
    begin: int
    inside: int
    end: int


def _with_one_list(data: bytes) -> bytes:
    """An AVIF with one list of properties, where some programs write several.

    The format allows one. Browsers read all, but Pillow's decoder refuses such a file. Nothing is
    returned if that is not the fault.
    """
    begin, end = 0, len(data)
    for kind, skipped in WAY_TO_LISTS:
        outer = next((box for box in _boxes(data, begin, end) if box.kind == kind), None)
        if outer is None:
            return b""
        begin, end = outer.inside + skipped, outer.end
    lists = [box for box in _boxes(data, begin, end) if box.kind == LISTS]
    starts = [data[box.inside : box.inside + LIST_HEAD] for box in lists]
    if len(lists) < 2 or len(set(starts)) > 1 or lists[-1].end != end:
        return b""
    at = LIST_HEAD + NUMBER
    count = sum(int.from_bytes(data[box.inside + LIST_HEAD : box.inside + at]) for box in lists)
    entries = b"".join(sorted(data[box.inside + at : box.end] for box in lists))
    size = end - lists[0].begin
    one = size.to_bytes(4) + LISTS + starts[0] + count.to_bytes(NUMBER) + entries
    return data[: lists[0].begin] + one.ljust(size, b"\0") + data[end:]


def _boxes(data: bytes, at: int, end: int) -> Iterator[_Box]:
    while at + 8 <= end:
        size = int.from_bytes(data[at : at + 4]) or end - at
        yield _Box(data[at + 4 : at + 8], at, at + 8, min(at + size, end))
        at += max(size, 8)


def _completed_jpeg(data: bytes) -> Image.Image:
    """The picture in a JPEG that lacks its last bytes, if hardly anything of it is missing.

    It is decoded twice, with two different ends: both differ where data is missing.
    """
    data = data.rstrip(b"\xff")
    if not _has_all_scans(data):
        raise UnreadablePhotoError(ENDS_EARLY)
    noise = random.Random(1).randbytes(len(data) // 10 + 4096).replace(b"\xff", b"")  # noqa: S311
    image, other = (_decoded(data + more + JPEG_END) for more in (b"", noise))
    bands = ImageChops.difference(image, other).split()
    mask = bands[0]
    for band in bands[1:]:
        mask = ImageChops.lighter(mask, band)
    box = mask.getbbox()
    if box is None:
        return image
    mask = mask.point([0, *[255] * 255])
    share = mask.histogram()[255] / (image.width * image.height)
    top = box[1]
    if share > MISSING_MAX or top < _last_row(image) or not top:
        raise UnreadablePhotoError(ENDS_EARLY)
    warnings.warn(
        "the last bytes of its file are missing; copy it again from its source",
        PhotoWarning,
        stacklevel=2,
    )
    # The row above goes on, where libjpeg would put grey.
    above = image.crop((0, top - 1, image.width, top)).resize((image.width, image.height - top))
    image.paste(above, (0, top), mask.crop((0, top, *mask.size)))
    return image


def _has_all_scans(data: bytes) -> bool:
    """Whether the last scan has begun; a progressive JPEG has several, each sharper than the last.

    Pixels hold no bytes that look like a marker.
    """
    frame = data.rfind(PROGRESSIVE)
    if frame < 0:
        return True
    parts = data[frame + 9 : frame + 10]
    sharp = set[tuple[int, int]]()
    for scan in data[frame:].split(b"\xff\xda")[1:]:
        count = scan[2] if len(scan) > 2 else 0
        if len(scan) < 6 + 2 * count:
            break
        first, last, bits = scan[3 + 2 * count : 6 + 2 * count]
        if not bits & 15:  # No lower bits are left for another scan.
            sharp |= {
                (part, n) for part in scan[3 : 3 + 2 * count : 2] for n in range(first, last + 1)
            }
    return len(sharp) == 64 * parts[0]


def _decoded(data: bytes, kind: str = "JPEG") -> Image.Image:
    image = Image.open(io.BytesIO(data), formats=[kind])
    image.load()
    return image


def _last_row(image: Image.Image) -> int:
    """Top of the last row of blocks, and of the pixels that are smoothed together with it."""
    layers = getattr(image, "layer", ())
    high = 8 * max((layer[2] for layer in layers), default=1)
    return (image.height - 1) // high * high - 2


def _completed_bmp(data: bytes) -> Image.Image:
    """The picture in a BMP that lacks what fills its last row up to four bytes."""
    return _decoded(data + bytes(BMP_FILLING), "BMP")


def _completed_png(data: bytes) -> Image.Image:
    """The picture in a PNG whose last, unneeded chunk is not whole."""
    return _decoded(PNG_START + b"".join(_needed_chunks(data)), "PNG")


COMPLETED = {
    "JPEG": _completed_jpeg,
    "MPO": _completed_jpeg,
    "BMP": _completed_bmp,
    "PNG": _completed_png,
}
"""How a file of a format is read that lacks its last bytes; raises an error if it lacks more."""
