"""Reads BMP files of 16 or 32 bits a pixel, whose channels may be any bits."""

from __future__ import annotations

import struct

from PIL import Image, ImageChops

from kiosk.media.originals.modes import refuse_huge

FILE_HEAD, INFO_HEAD, HEAD_WITH_ALPHA = 14, 40, 56
PLAIN, MASKS, MASKS_WITH_ALPHA = 0, 3, 6
USUAL = {16: (0x7C00, 0x03E0, 0x001F, 0), 32: (0xFF0000, 0xFF00, 0xFF, 0)}
"""Masks of red, green, blue and alpha where the file has none."""
PLANES = {16: "LA", 32: "RGBA"}
"""A mode whose channels are the bytes of a pixel."""


def of_masks(data: bytes) -> Image.Image | None:
    """The picture; None if it is of another kind, such as one with a palette."""
    if len(data) < FILE_HEAD + INFO_HEAD:
        return None
    start, size, width, height = struct.unpack_from("<IIii", data, 10)
    bits, compression = struct.unpack_from("<HI", data, 28)
    if size < INFO_HEAD or bits not in USUAL or compression not in (PLAIN, MASKS, MASKS_WITH_ALPHA):
        return None
    masks = USUAL[bits]
    if compression != PLAIN:
        has_alpha = size >= HEAD_WITH_ALPHA or compression == MASKS_WITH_ALPHA
        count = 4 if has_alpha else 3
        masks = (*struct.unpack_from(f"<{count}I", data, FILE_HEAD + INFO_HEAD), 0)[:4]
    refuse_huge((width, abs(height)))
    stride, step = (width * bits + 31) // 32 * 4, -1 if height > 0 else 1
    mode, whole = PLANES[bits], (width, abs(height))
    pixels = data[start : start + stride * abs(height)]
    planes = Image.frombytes(mode, whole, pixels, "raw", mode, stride, step).split()
    channels = [_channel(planes, mask) for mask in masks]
    # Many programs leave alpha empty, and mean an opaque picture.
    is_opaque = not channels[3].getbbox()
    image = Image.merge("RGB", channels[:3]) if is_opaque else Image.merge("RGBA", channels)
    image.format = "BMP"
    return image


def _channel(planes: tuple[Image.Image, ...], mask: int) -> Image.Image:
    """The channel that a mask cuts out, scaled to eight bits; each byte has its share in it."""
    whole = Image.new("L", planes[0].size)
    for number, plane in enumerate(planes):
        part = mask & 0xFF << 8 * number
        if part:
            shares = [round(255 * ((value << 8 * number) & part) / mask) for value in range(256)]
            whole = ImageChops.add(whole, plane.point(shares))
    return whole
