"""Opens the supported picture formats; loads the decoder of a format when it is first needed."""

from __future__ import annotations

import importlib
import io
import struct
from contextlib import suppress
from typing import Any, BinaryIO

from PIL import Image

from kiosk.media.original import UnreadablePhotoError
from kiosk.media.originals.bmp_masks import of_masks
from kiosk.media.originals.colour_tags import tagged_profile
from kiosk.media.originals.file_kinds import HEAD_BYTES, RAW, UNKNOWN, is_heif, is_raw, what_it_is
from kiosk.media.originals.modes import refuse_huge
from kiosk.media.originals.repair import START_BYTES_MAX, jpeg_within, repaired
from kiosk.media.originals.tiff_planes import needs_planes, of_planes

THREADS = 4
"""Threads of a decoder. Each takes address space, which is limited."""
TEXT_BYTES_MAX = 64 * 2**20
"""Text in a PNG, which some programs fill with a picture's whole history."""
SUBFILE_TAG, A_PREVIEW, DNG_VERSION_TAG, COLOUR_MAP_TAG = 0x00FE, 1, 0xC612, 0x0140
JPEG_HEAD = b"\xff\xd8\xff"
DAMAGED = "it is damaged; copy it again from its source"

PLUGINS = {
    b"\xff\xd8": "Jpeg",
    b"\x89PNG": "Png",
    b"II*\0": "Tiff",
    b"II+\0": "Tiff",
    b"MM\0*": "Tiff",
    b"MM\0+": "Tiff",
    b"GIF8": "Gif",
    b"BM": "Bmp",
    b"\0\0\x01\0": "Ico",
    b"\xff\x4f\xff\x51": "Jpeg2K",
    b"\0\0\0\x0cjP  ": "Jpeg2K",
}
"""Pillow's plugin module for a file's first bytes."""
FORMATS = {"Jpeg2K": "JPEG2000"}
"""Pillow's name for a format, if it is not the module's in capitals."""
MANY_KINDS = frozenset(("TIFF", "BMP", "JPEG2000", "AVIF", "HEIF"))
"""Formats of which Pillow opens the common kinds only."""
TONES_OF_RAW = {"L;2": 85, "L;4": 17, "RGB;16B": 255 / 65535}
"""Factor from a PNG's tones to eight bits, by Pillow's name for its pixels."""
FAULTS = (ArithmeticError, AttributeError, OSError, RuntimeError, ValueError, struct.error)
"""Errors by which the head of a damaged or unusual file shows itself."""
Image.MAX_IMAGE_PIXELS = None  # `refuse_huge` refuses too large pictures, with a reason.


def unusual(kind: str) -> str:
    """Why a file cannot be shown that is of one of MANY_KINDS."""
    name = "AVIF or HEIC" if kind in ("AVIF", "HEIF") else kind
    return f"this kind of {name} is not supported, or the file is damaged; save it as JPEG or PNG"


def open_picture(opened: BinaryIO, name: str = "") -> Image.Image:
    """Open a picture and find its format and size; most pixels are not read yet."""
    head = opened.read(HEAD_BYTES)
    if is_raw(head, name):
        raise UnreadablePhotoError(RAW)
    formats = _formats(head)
    if not formats:
        opened = _jpeg_behind(opened, head, name)
        formats = _formats(JPEG_HEAD)
    image: Image.Image
    try:
        opened.seek(0)
        of_bits = of_masks(opened.read()) if formats == ["BMP"] else None
        opened.seek(0)
        image = of_bits or Image.open(opened, formats=formats)
    except FAULTS:
        image = _repaired(opened, formats[0])
    if image.format == "ICO":
        image = _best_icon(image)
    refuse_huge(image.size)
    if image.format == "TIFF" and _is_raw(image):
        raise UnreadablePhotoError(RAW)
    if image.format == "PNG":
        _scale_transparency(image)
    if image.format == "TIFF":
        image = _unmixed(image, opened)
    profile = tagged_profile(image, opened)
    if profile:
        image.info["icc_profile"] = profile
    return image


def _best_icon(image: Any) -> Image.Image:
    """The largest picture of an icon, and of these the one of most colours."""
    entries = image.ico.entry
    best = max(entries, key=lambda entry: (entry.square, entry.color_depth))
    icon: Image.Image = image.ico.frame(entries.index(best))
    return icon


def _jpeg_behind(opened: BinaryIO, head: bytes, name: str) -> BinaryIO:
    """A JPEG that starts behind other data of no known kind."""
    why = what_it_is(head, name)
    data = head + opened.read(START_BYTES_MAX) if why == UNKNOWN else b""
    start = jpeg_within(data)
    if start < 0:
        raise UnreadablePhotoError(why)
    return io.BytesIO(data[start:] + opened.read())


def _repaired(opened: BinaryIO, kind: str) -> Image.Image:
    opened.seek(0)
    whole = opened.read()
    if kind == "TIFF":
        return _by_planes(whole)
    for data in repaired(whole, kind):
        with suppress(*FAULTS):  # The less is left, the less can go wrong.
            return Image.open(io.BytesIO(data), formats=[kind])
    raise UnreadablePhotoError(unusual(kind) if kind in MANY_KINDS else DAMAGED)


def _by_planes(data: bytes) -> Image.Image:
    try:
        return of_planes(data)
    except (UnreadablePhotoError, MemoryError):
        raise
    except Exception:  # Pillow has failed before, and the tags may be anything.
        raise UnreadablePhotoError(unusual("TIFF")) from None


def _scale_transparency(image: Image.Image) -> None:
    """Bring the tone that counts as transparent to eight bits, as Pillow does with all others."""
    tone = image.info.get("transparency")
    tiles = getattr(image, "tile", ())
    scale = TONES_OF_RAW.get(str(tiles[0].args)) if tiles else None
    if scale is not None and isinstance(tone, int | tuple):
        tones = (tone,) if isinstance(tone, int) else tone
        scaled = tuple(round(one * scale) for one in tones)
        image.info["transparency"] = scaled[0] if isinstance(tone, int) else scaled


def _unmixed(image: Image.Image, opened: BinaryIO) -> Image.Image:
    """The TIFF itself, or the same read in another way if Pillow would mix up its samples."""
    if needs_planes(image):
        opened.seek(0)
        return _by_planes(opened.read())
    colours = getattr(image, "tag_v2", {}).get(COLOUR_MAP_TAG, ())
    if image.mode == "P" and max(colours, default=256) < 256:  # Some programs write eight bits.
        image.putpalette(bytes(colours), "RGB;L")
    if image.mode == "YCbCr":  # Pillow alone takes no notice of fewer samples of colour.
        from PIL import TiffImagePlugin

        opened.seek(0)
        TiffImagePlugin.READ_LIBTIFF = True
        try:
            return Image.open(opened, formats=["TIFF"])
        finally:
            TiffImagePlugin.READ_LIBTIFF = False
    return image


def _is_raw(image: Image.Image) -> bool:
    """A camera's raw file looks like a TIFF whose first page is a preview of a thumb's size."""
    tags = getattr(image, "tag_v2", {})
    return bool(tags.get(SUBFILE_TAG, 0) & A_PREVIEW or DNG_VERSION_TAG in tags)


def _formats(head: bytes) -> list[str]:
    """Possible formats of a file, by its first bytes; loads their decoders."""
    if is_heif(head):
        from PIL import AvifImagePlugin
        from pillow_heif import register_heif_opener

        AvifImagePlugin.DEFAULT_MAX_THREADS = THREADS
        # The thumbnails that some files hold are of a poorer quality than the picture.
        register_heif_opener(thumbnails=False, decode_threads=THREADS)
        return ["AVIF", "HEIF"]
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return _loaded("WebP")
    for start, name in PLUGINS.items():
        if head.startswith(start):
            return _loaded(name)
    return []


def _loaded(name: str) -> list[str]:
    module: Any = importlib.import_module(f"PIL.{name}ImagePlugin")
    if name == "Png":
        module.MAX_TEXT_CHUNK = module.MAX_TEXT_MEMORY = TEXT_BYTES_MAX
    if name == "Bmp":
        from kiosk.media.originals import bmp_rle

        bmp_rle.register()
    return [FORMATS.get(name, name.upper())]
