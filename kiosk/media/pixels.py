"""Decodes derivatives in the player: JPEGs that the kiosk itself has made."""

from __future__ import annotations

import io

from PIL import JpegImagePlugin

from kiosk.media.original import UnreadablePhotoError

END_OF_IMAGE = b"\xff\xd9"
OPAQUE = 255


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
            plain.putalpha(OPAQUE)  # Here, since no frame waits for this thread.
            return plain.tobytes("raw", "BGRA")
    except (OSError, SyntaxError, ValueError, IndexError) as error:
        raise UnreadablePhotoError(f"it is damaged ({error})") from None


def is_whole(jpeg: bytes, width: int, height: int) -> bool:
    """Whether a derivative is of this size and was written to its end."""
    try:
        with JpegImagePlugin.JpegImageFile(io.BytesIO(jpeg)) as image:
            return image.size == (width, height) and jpeg.endswith(END_OF_IMAGE)
    except (OSError, SyntaxError, ValueError, IndexError):
        return False
