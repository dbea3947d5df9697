"""Frames of a show as files that others open."""

from __future__ import annotations

import io

JPEG_QUALITY = 95


def as_jpeg(pixels: bytes, size: tuple[int, int]) -> bytes:
    """A frame, RGB, as a JPEG in which letters stay sharp."""
    from PIL import Image  # The opening's picture is read before anything heavy is imported.

    file = io.BytesIO()
    Image.frombytes("RGB", size, pixels).save(file, "JPEG", quality=JPEG_QUALITY, subsampling=0)
    return file.getvalue()
