"""Encodes frames of a show as image files."""

from __future__ import annotations

import io

JPEG_QUALITY = 95


def as_jpeg(pixels: bytes, size: tuple[int, int]) -> bytes:
    """An RGB frame as a JPEG in which letters stay sharp."""
    from PIL import Image  # Not at the top: the start picture is read before heavy imports.

    file = io.BytesIO()
    Image.frombytes("RGB", size, pixels).save(file, "JPEG", quality=JPEG_QUALITY, subsampling=0)
    return file.getvalue()
