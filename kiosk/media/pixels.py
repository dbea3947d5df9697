"""Decodes derivatives in the player: JPEGs that the kiosk itself has made."""

from __future__ import annotations

import io

from PIL import JpegImagePlugin
from PIL.Image import Image

from kiosk.media.original import UnreadablePhotoError

END_OF_IMAGE = b"\xff\xd9"
OPAQUE = 255
PIECE_PIXELS = 2**18
"""Pixels converted in one go: less than a millisecond, for which Pillow holds Python's lock."""


def pixels(jpeg: bytes, width: int, height: int) -> bytes:
    """Rows of opaque BGRA pixels, four bytes each, of a derivative of this size."""
    try:
        # Not Image.open, which would load decoders for other formats into the player.
        with JpegImagePlugin.JpegImageFile(io.BytesIO(jpeg)) as image:
            if image.size != (width, height):
                raise UnreadablePhotoError("it has the wrong size")
            # Decoded in one go: between two pieces, a busy show could make this thread wait.
            image.decodermaxblock = len(jpeg)
            image.load()
            plain = image if image.mode == "RGB" else image.convert("RGB")
            return _bgra(plain)
    except (OSError, SyntaxError, ValueError, IndexError) as error:
        raise UnreadablePhotoError(f"it is damaged ({error})") from None


def _bgra(image: Image) -> bytes:
    """Opaque pixels. They are converted piece by piece: in one go, a frame would have to wait."""
    width, height = image.size
    rows = max(1, PIECE_PIXELS // width)
    pieces = list[bytes]()
    for top in range(0, height, rows):
        piece = image.crop((0, top, width, min(top + rows, height)))
        piece.putalpha(OPAQUE)
        pieces.append(piece.tobytes("raw", "BGRA"))
    return b"".join(pieces)


def is_whole(jpeg: bytes, width: int, height: int) -> bool:
    """Whether a derivative is of this size and was written to its end."""
    try:
        with JpegImagePlugin.JpegImageFile(io.BytesIO(jpeg)) as image:
            return image.size == (width, height) and jpeg.endswith(END_OF_IMAGE)
    except (OSError, SyntaxError, ValueError, IndexError):
        return False
