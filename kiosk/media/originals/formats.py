"""Opens the supported picture formats; loads the decoder of a format when it is first needed."""

from __future__ import annotations

import importlib
from typing import BinaryIO

from PIL import Image, UnidentifiedImageError

from kiosk.media.original import UnreadablePhotoError

PIXELS_MAX = 250_000_000
THREADS = 4
"""Threads of a decoder. Each takes address space, which is limited."""
SUBFILE_TAG, A_PREVIEW = 0x00FE, 1

PLUGINS = {
    b"\xff\xd8": "Jpeg",
    b"\x89P": "Png",
    b"II": "Tiff",
    b"MM": "Tiff",
    b"RI": "WebP",
    b"GI": "Gif",
}
"""Pillow's plugin module for a file's first two bytes."""
Image.MAX_IMAGE_PIXELS = None  # `open_picture` refuses too large pictures, with a reason.


def open_picture(opened: BinaryIO) -> Image.Image:
    """Open a picture and find its format and size; its pixels are not read yet."""
    formats = _formats(opened)
    if not formats:
        raise UnreadablePhotoError("it is not a picture of a known kind")
    try:
        image = Image.open(opened, formats=formats)
    except UnidentifiedImageError:
        raise UnreadablePhotoError("it is damaged; copy it again from its source") from None
    if image.width * image.height > PIXELS_MAX:
        raise UnreadablePhotoError(
            f"it has {image.width} × {image.height} pixels, according to its header; the limit is"
            f" {PIXELS_MAX // 1_000_000} million"
        )
    # A camera's raw file looks like a TIFF whose first page is a preview of a thumb's size.
    if image.format == "TIFF" and image.getexif().get(SUBFILE_TAG, 0) & A_PREVIEW:
        raise UnreadablePhotoError("it is a camera's raw file; save it as JPEG or TIFF")
    return image


def _formats(opened: BinaryIO) -> list[str]:
    """Possible formats of a file, by its first bytes; loads their decoders."""
    head = opened.read(12)
    opened.seek(0)
    if head[4:8] == b"ftyp":
        from PIL import AvifImagePlugin
        from pillow_heif import register_heif_opener

        AvifImagePlugin.DEFAULT_MAX_THREADS = THREADS
        # The thumbnails that some files hold are of a poorer quality than the picture.
        register_heif_opener(thumbnails=False, decode_threads=THREADS)
        return ["AVIF", "HEIF"]
    name = PLUGINS.get(head[:2])
    if name is None:
        return []
    importlib.import_module(f"PIL.{name}ImagePlugin")
    return [name.upper()]
