"""Opens originals: what a curator has becomes upright sRGB pixels of a wanted size, and facts.

Runs in worker processes only, since a file may be huge, broken or hostile.
"""

from __future__ import annotations

import io
import os
from collections import OrderedDict
from typing import BinaryIO, NamedTuple

from PIL import Image

from kiosk.media.background import in_background
from kiosk.media.original import UnreadablePhotoError, open_original, reason
from kiosk.media.originals.colour import srgb
from kiosk.media.originals.formats import open_picture
from kiosk.media.originals.luminance import SIDE, extremes
from kiosk.types.photo import LIKENESS_PX, PhotoInfo

KEPT_BYTES_MAX = 96 * 2**20
"""Decoded originals that are kept for what is asked of them next; a larger one is kept alone, since
many tiles are cut of it."""
JPEG_QUALITY = 92
GAP = 3.0
"""Scaling begins with whole pixels, down to so many times the size: beyond, nobody sees it."""
HALF_PX_MIN = 2**18
"""Less is not worth a thread."""
ORIENTATION_TAG = 0x0112

TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What sets a picture upright, by its EXIF orientation."""
LYING = (5, 6, 7, 8)
FROM_THE_RIGHT, FROM_THE_FOOT = (2, 3, 6, 7), (3, 4, 7, 8)
"""Orientations in which what is on the left once upright, or on top, lies at the other end."""

Box = tuple[float, float, float, float]
"""Left, top, right and bottom."""


class _Decoded(NamedTuple):
    """An original as it lies in the file, at its size or at a fraction of it."""

    image: Image.Image
    size: tuple[int, int]
    orientation: int
    profile: bytes | None

    def lying(self, width: int, height: int) -> tuple[int, int]:
        """An upright size as it lies in the file, and the other way round."""
        return (height, width) if self.orientation in LYING else (width, height)

    def lying_box(self, box: Box, width: int, height: int) -> Box:
        """Where a part of an upright picture of this size lies in the pixels that were decoded."""
        left, top, right, bottom = box
        if self.orientation in FROM_THE_RIGHT:
            left, right = width - right, width - left
        if self.orientation in FROM_THE_FOOT:
            top, bottom = height - bottom, height - top
        if self.orientation in LYING:
            left, top, right, bottom = top, left, bottom, right
        wide, high = self.lying(width, height)
        across, down = self.image.size
        return left * across / wide, top * down / high, right * across / wide, bottom * down / high

    def suffices(self, width: int, height: int) -> bool:
        wide, high = self.lying(width, height)
        return self.image.size == self.size or (
            self.image.width >= wide and self.image.height >= high
        )

    @property
    def bytes(self) -> int:
        return self.image.width * self.image.height * (1 if self.image.mode == "L" else 4)


_kept: OrderedDict[tuple[int, ...], _Decoded] = OrderedDict()


def measure(file: str, width: int = 0, height: int = 0) -> tuple[PhotoInfo, bytes]:
    """What there is to know of a photo once it is upright, and its preview as a JPEG.

    A derivative of up to width × height that is wanted next needs no second decoding.
    """
    decoded = _decode(file, max(SIDE, width), max(SIDE, height))
    small = _finished(decoded, SIDE, SIDE, Image.Resampling.BOX)
    lightest, darkest = extremes(small)
    likeness = small.resize((LIKENESS_PX, LIKENESS_PX), Image.Resampling.BOX).tobytes()
    facts = PhotoInfo(*decoded.lying(*decoded.size), lightest, darkest, likeness)
    preview = facts.preview(file)
    return facts, _jpeg(small.resize((preview.width, preview.height), Image.Resampling.BOX))


def derive(
    file: str, width: int, height: int, box: tuple[int, int, int, int] | None = None
) -> bytes:
    """A JPEG of a photo, upright and of exactly this size, or of what a box cuts of that."""
    decoded = _decode(file, width, height)
    return _jpeg(_finished(decoded, width, height, Image.Resampling.LANCZOS, box))


def _jpeg(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "JPEG", quality=JPEG_QUALITY, subsampling=0)
    return out.getvalue()


def _decode(file: str, width: int, height: int) -> _Decoded:
    """An original of at least this size, or of its own."""
    with open_original(file) as opened:
        status = os.fstat(opened.fileno())
        key = (status.st_dev, status.st_ino, status.st_mtime_ns, status.st_size)
        decoded = _kept.pop(key, None)
        if decoded is None or not decoded.suffices(width, height):
            decoded = None
            _let_go(but=0)  # Before another one takes its memory.
            decoded = _decoded(opened, width, height)
    _kept[key] = decoded
    _let_go(but=1)
    return decoded


def _let_go(but: int) -> None:
    """The oldest of what is kept, as long as it is too much; `but` so many stay all the same."""
    while len(_kept) > but and sum(one.bytes for one in _kept.values()) > KEPT_BYTES_MAX:
        _kept.popitem(last=False)


def _decoded(opened: BinaryIO, width: int, height: int) -> _Decoded:
    try:
        with open_picture(opened) as image:
            size = image.size
            if image.format in ("JPEG", "MPO"):
                lying = _orientation(image) in LYING
                image.draft(None, (height, width) if lying else (width, height))
            else:
                image.load()
                size = image.size
            # A plugin may have turned the picture itself, and then says so once it is loaded.
            plain = _plain(image)
            return _Decoded(plain, size, _orientation(image), image.info.get("icc_profile"))
    except (UnreadablePhotoError, MemoryError):
        raise
    except Exception as error:  # Decoders raise whatever a hostile file leads them to.
        raise UnreadablePhotoError(_reason(error)) from None


def _orientation(image: Image.Image) -> int:
    try:
        orientation = image.getexif().get(ORIENTATION_TAG, 1)
    except Exception:  # Notes that make no sense do not spoil the picture.
        return 1
    return orientation if orientation in TURNS else 1


def _plain(image: Image.Image) -> Image.Image:
    """Pixels that can be scaled: eight bits a channel, no palette."""
    if image.mode.startswith(("I", "F")):
        return _eight_bits(image)
    if "transparency" in image.info or image.mode in ("PA", "RGBa"):
        return image.convert("LA" if image.mode == "L" else "RGBA")
    if image.mode in ("L", "LA", "RGB", "RGBA", "CMYK", "LAB"):
        image.load()
        return image
    return image.convert("L" if image.mode == "1" else "RGB")


def _eight_bits(image: Image.Image) -> Image.Image:
    """Tones of 16 bits or more, scaled: Pillow's own conversion would clip them."""
    if image.mode.startswith("I;16"):
        white = 65535.0
    else:
        highest = float(image.getextrema()[1])  # type: ignore[arg-type]
        white = next((one for one in (1.0, 255.0, 65535.0) if highest <= one), highest)
    wide = image if image.mode in ("I", "I;16", "F") else image.convert("I")
    return wide.point(lambda value: value * (255 / white) + 0.5).convert("L")


def _finished(
    decoded: _Decoded,
    width: int,
    height: int,
    filtering: Image.Resampling,
    box: tuple[int, int, int, int] | None = None,
) -> Image.Image:
    """Scaled first, since what follows is cheaper with fewer pixels.

    What a box cuts is scaled with its surroundings, so that it meets what is cut beside it.
    """
    left, top, right, bottom = box or (0, 0, width, height)
    part = decoded.lying_box((left, top, right, bottom), width, height)
    size = decoded.lying(right - left, bottom - top)
    image = _scaled(decoded.image, size, filtering, part)
    if image.mode in ("LA", "RGBA"):
        ground = Image.new(image.mode[:-1], image.size)
        ground.paste(image.convert(ground.mode), mask=image.getchannel("A"))
        image = ground
    image = srgb(image, decoded.profile)
    turn = TURNS.get(decoded.orientation)
    return image if turn is None else image.transpose(turn)


def _scaled(
    image: Image.Image, size: tuple[int, int], filtering: Image.Resampling, part: Box
) -> Image.Image:
    """A part of an image at another size; where somebody waits, each half on a core of its own."""
    (width, height), (left, top, right, bottom) = size, part
    half = height // 2
    is_split = width * half >= HALF_PX_MIN and os.getpriority(os.PRIO_PROCESS, 0) <= 0
    # Of what is transparent, Pillow would make a whole copy for each half.
    if not is_split or image.mode in ("LA", "RGBA"):
        return image.resize(size, filtering, part, reducing_gap=GAP)
    middle = top + (bottom - top) * half / height
    below = left, middle, right, bottom
    lower = in_background(lambda: image.resize((width, height - half), filtering, below, GAP))
    scaled = Image.new(image.mode, size)
    scaled.paste(image.resize((width, half), filtering, (left, top, right, middle), GAP))
    scaled.paste(lower(), (0, half))
    return scaled


def _reason(error: Exception) -> str:
    if isinstance(error, OSError) and error.errno:
        return reason(error)
    said = " ".join(str(error).split())
    if "truncated" in said.lower() or "end of file" in said:
        return "the file ends too early; copy it here again"
    return f"it is damaged; copy it here again ({said})"
