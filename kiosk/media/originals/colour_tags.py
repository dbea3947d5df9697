"""Makes colour profiles from the short colour tags that AVIF, HEIC, JPEG 2000 and PNG may have."""

from __future__ import annotations

import os
import struct
from collections.abc import Iterator
from functools import cache
from typing import BinaryIO

from PIL import Image

from kiosk.media.original import UnreadablePhotoError
from kiosk.media.originals.hdr_profile import Curve as HdrCurve
from kiosk.media.originals.hdr_profile import hdr_profile
from kiosk.media.originals.rgb_profile import (
    BT_2020_PRIMARIES,
    SRGB_PRIMARIES,
    Curve,
    Primaries,
    rgb_profile,
)

PNG_COLOURS = (b"cICP", b"cLLI", b"mDCV")
META_BYTES_MAX = 16 * 2**20
BMP_FILE_HEAD, BMP_V5_HEAD, BMP_EMBEDDED = 14, 124, 0x4D424544
BT_709, UNSPECIFIED, BT_2020, P3_DCI, P3 = 1, 2, 9, 11, 12
D65, C, DCI_WHITE = (0.3127, 0.3290), (0.310, 0.316), (0.314, 0.351)

PRIMARIES: dict[int, Primaries] = {
    BT_709: SRGB_PRIMARIES,
    UNSPECIFIED: SRGB_PRIMARIES,
    4: ((0.67, 0.33), (0.21, 0.71), (0.14, 0.08), C),
    5: ((0.64, 0.33), (0.29, 0.60), (0.15, 0.06), D65),
    6: ((0.630, 0.340), (0.310, 0.595), (0.155, 0.070), D65),
    7: ((0.630, 0.340), (0.310, 0.595), (0.155, 0.070), D65),
    8: ((0.681, 0.319), (0.243, 0.692), (0.145, 0.049), C),
    BT_2020: BT_2020_PRIMARIES,
    P3_DCI: ((0.680, 0.320), (0.265, 0.690), (0.150, 0.060), DCI_WHITE),
    P3: ((0.680, 0.320), (0.265, 0.690), (0.150, 0.060), D65),
    22: ((0.630, 0.340), (0.295, 0.605), (0.155, 0.077), D65),
}
"""Chromaticities of red, green, blue and white, by their number in ITU-T H.273."""
CURVES: dict[int, Curve] = {
    **dict.fromkeys((1, 2, 6, 7, 11, 12, 13, 14, 15), "sRGB"),
    4: 2.2,
    5: 2.8,
    8: 1.0,
    17: 2.6,
}
"""Transfer functions by their number in H.273. Screens show those of television like sRGB."""
HDR_CURVES: dict[int, HdrCurve] = {16: "PQ", 18: "HLG"}
BRIGHTEST = {b"clli": (">H", 0, 1.0), b"cLLI": (">I", 0, 1e-4), b"mdcv": (">I", 16, 1e-4)}
BRIGHTEST[b"mDCV"] = BRIGHTEST[b"mdcv"]
"""Where the tags for a picture's brightest light hold it, and in which unit."""


def tagged_profile(image: Image.Image, opened: BinaryIO) -> bytes | None:
    """A profile for the colours of a picture, if they are tagged and not sRGB.

    In a PNG, a tag is worth more than a profile; in other formats, less.
    """
    profile: bytes | None = image.info.get("icc_profile")
    try:
        return _tagged(image, opened, profile)
    except (ArithmeticError, LookupError, ValueError, struct.error):  # The tag is damaged.
        return profile


def _tagged(image: Image.Image, opened: BinaryIO, profile: bytes | None) -> bytes | None:
    if image.format == "PNG":
        chunks = dict(_chunks(opened))
        if len(tags := chunks.get(b"cICP", b"")) >= 2:
            return _of_numbers(tags[0], tags[1], _brightest(chunks))
        return profile or _of_gamma(image)
    if profile:
        return profile
    if image.format in ("AVIF", "HEIF"):
        properties = _of_primary_item(_box(opened, b"meta")[4:])
        for kind, body in properties:
            if kind == b"colr" and body[:4] == b"nclx":
                numbers = struct.unpack_from(">HH", body, 4)
                return _of_numbers(*numbers, _brightest(dict(properties)))
    if image.format == "BMP":
        return _of_bmp(opened)
    if image.format == "JPEG2000":
        for kind, body in _boxes(_box(opened, b"jp2h")):
            if kind == b"colr" and body[0] in (2, 3):
                return body[3:]
    return None


def _brightest(tags: dict[bytes, bytes]) -> float:
    """Light of the brightest part of a picture, or of its author's screen; 0 if it isn't tagged."""
    for kind, (form, at, unit) in BRIGHTEST.items():
        if kind in tags:
            (number,) = struct.unpack_from(form, tags[kind], at)
            if number:
                return float(number * unit)
    return 0.0


@cache
def _of_numbers(primaries: int, transfer: int, peak_nits: float) -> bytes | None:
    chosen, curve = PRIMARIES.get(primaries), CURVES.get(transfer)
    if chosen and transfer in HDR_CURVES:
        return hdr_profile(chosen, HDR_CURVES[transfer], peak_nits)
    if not chosen or not curve:
        raise UnreadablePhotoError(
            f"its colours are of a rare kind ({primaries}/{transfer}); save it as JPEG in sRGB"
        )
    return None if (chosen, curve) == (SRGB_PRIMARIES, "sRGB") else rgb_profile(chosen, curve)


def _of_gamma(image: Image.Image) -> bytes | None:
    """A profile for a PNG's gAMA and cHRM chunks."""
    gamma, chromaticity = image.info.get("gamma"), image.info.get("chromaticity")
    if "srgb" in image.info or not gamma:
        return None
    if not chromaticity:
        # Many programs write this number and mean sRGB.
        is_usual = abs(gamma - 1 / 2.2) < 0.005
        return None if is_usual else rgb_profile(SRGB_PRIMARIES, 1 / gamma)
    white, red, green, blue = zip(chromaticity[::2], chromaticity[1::2], strict=True)
    return rgb_profile((red, green, blue, white), 1 / gamma)


def _of_bmp(opened: BinaryIO) -> bytes | None:
    """The profile that a BMP with the longest kind of header may hold."""
    before = opened.tell()
    opened.seek(0)
    head = opened.read(BMP_FILE_HEAD + BMP_V5_HEAD)
    size, kind = struct.unpack_from("<I52xI", head, BMP_FILE_HEAD)
    profile = None
    if size == BMP_V5_HEAD and kind == BMP_EMBEDDED:
        start, length = struct.unpack_from("<II", head, BMP_FILE_HEAD + 112)
        opened.seek(BMP_FILE_HEAD + start)
        profile = opened.read(min(length, META_BYTES_MAX))
    opened.seek(before)
    return profile


def _chunks(opened: BinaryIO) -> Iterator[tuple[bytes, bytes]]:
    """The chunks of a PNG before its pixels that describe its colours."""
    before = opened.tell()
    opened.seek(8)
    while len(head := opened.read(8)) == 8:
        length, kind = struct.unpack(">I4s", head)
        if kind == b"IDAT":
            break
        after = opened.tell() + length + 4
        if kind in PNG_COLOURS:
            yield kind, opened.read(length)
        opened.seek(after)
    opened.seek(before)


def _box(opened: BinaryIO, wanted: bytes) -> bytes:
    """The content of a box at a file's top level; nothing if it has none."""
    before = opened.tell()
    end = opened.seek(0, os.SEEK_END)
    at = 0
    found = b""
    while at + 8 <= end and not found:
        opened.seek(at)
        head = opened.read(16)
        size, begin = int.from_bytes(head[:4], "big"), 8
        if size == 1:
            size, begin = int.from_bytes(head[8:16], "big"), 16
        size = size or end - at
        if head[4:8] == wanted:
            opened.seek(at + begin)
            found = opened.read(min(size - begin, META_BYTES_MAX))
        if size < begin:
            break
        at += size
    opened.seek(before)
    return found


def _boxes(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 0
    while at + 8 <= len(data):
        size = int.from_bytes(data[at : at + 4], "big") or len(data) - at
        yield data[at + 4 : at + 8], data[at + 8 : at + size]
        at += max(size, 8)


def _of_primary_item(meta: bytes) -> list[tuple[bytes, bytes]]:
    """Kind and content of each property of the picture that is shown first."""
    inside = dict(_boxes(meta))
    primary = inside.get(b"pitm", b"")
    item = int.from_bytes(primary[4:], "big")
    listed = list(_boxes(inside.get(b"iprp", b"")))
    properties = list(_boxes(dict(listed).get(b"ipco", b"")))
    return [
        properties[index - 1]
        for kind, body in listed
        if kind == b"ipma"
        for index in _indices(body, item)
        if 0 < index <= len(properties)
    ]


def _indices(ipma: bytes, wanted: int) -> list[int]:
    """Numbers of the properties that belong to an item."""
    if len(ipma) < 8:
        return []
    wide_item, wide_index = ipma[0] >= 1, ipma[3] & 1
    at = 8
    for _ in range(int.from_bytes(ipma[4:8], "big")):
        step = 4 if wide_item else 2
        item, at = int.from_bytes(ipma[at : at + step], "big"), at + step
        count, at = ipma[at], at + 1
        step = 2 if wide_index else 1
        pieces = [ipma[at + n * step : at + (n + 1) * step] for n in range(count)]
        if item == wanted:
            return [int.from_bytes(one, "big") & (0x7FFF if wide_index else 0x7F) for one in pieces]
        at += count * step
    return []
