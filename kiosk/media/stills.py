"""Makes small pictures of photos, and of parts of them, for pages of print."""

from __future__ import annotations

import io
from functools import lru_cache
from typing import Self

from kiosk.media.cache import Cache
from kiosk.media.derivatives import Derivatives
from kiosk.media.original import UnreadablePhotoError
from kiosk.media.workers.pool import Workers
from kiosk.types.photo import Derivative

SIDE_MAX = 2800
"""Long side, in pixels, of the copy that parts are cut from."""
QUALITY = 88


class Stills:
    """Opens photos in worker processes, which end with it."""

    def __init__(self) -> None:
        self._workers = Workers(1)
        self._derivatives = Derivatives(Cache(), self._workers)
        self._copy = lru_cache(maxsize=1)(self._made)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._workers.close()

    def of(
        self, file: str, part: tuple[float, float, float, float], side_px: int
    ) -> tuple[bytes, int, int] | None:
        """A part of a photo as a JPEG, and its size; None if the photo cannot be opened."""
        from PIL import Image  # Not at the top: the player reads its start picture before it.

        try:
            copy = self._copy(file)
        except (UnreadablePhotoError, OSError):
            return None
        with Image.open(io.BytesIO(copy), formats=["JPEG"]) as image:
            left, top, width, height = part
            box = (
                int(left * image.width),
                int(top * image.height),
                max(int(left * image.width) + 1, round((left + width) * image.width)),
                max(int(top * image.height) + 1, round((top + height) * image.height)),
            )
            cut = image.crop(box)
        cut.thumbnail((side_px, side_px))
        out = io.BytesIO()
        cut.save(out, "JPEG", quality=QUALITY)
        return out.getvalue(), *cut.size

    def _made(self, file: str) -> bytes:
        facts, _ = self._derivatives.info(file)
        scale = min(1.0, SIDE_MAX / max(facts.width, facts.height))
        size = max(1, round(facts.width * scale)), max(1, round(facts.height * scale))
        return self._derivatives.derivative(Derivative(file, *size))
