"""Decodes originals into upright sRGB pixels of a wanted size, and measures their facts.

Runs in worker processes only, since a file may be huge, broken or hostile.
"""

from __future__ import annotations

import io
import os
from collections import OrderedDict
from math import ceil
from typing import BinaryIO, NamedTuple

from PIL import Image

from kiosk.media.original import UnreadablePhotoError, open_original, reason
from kiosk.media.originals.colour import srgb
from kiosk.media.originals.formats import MANY_KINDS, open_picture, unusual
from kiosk.media.originals.luminance import SIDE, extremes
from kiosk.media.originals.modes import best_ground, eight_bits
from kiosk.media.originals.repair import COMPLETED, ENDS_EARLY
from kiosk.types.photo import LIKENESS_PX, Ground, PhotoInfo

KEPT_BYTES_MAX = 96 * 2**20
"""Memory for decoded originals that are kept for the next request. A larger original is kept too,
but alone, since many tiles are cut from it."""
JPEG_QUALITY = 92
GAP = 3.0
"""Pillow's `reducing_gap`: a fast, coarse scaling stops at this many times the wanted size. From
3.0 on, nobody sees a difference from slow scaling alone."""
JPEG_GAP = 1.5
"""The same for the decoder of JPEG, which scales in steps by two. Without a gap, a photo that is
scaled far down would be visibly blurred at some sizes and jagged at others."""
ORIENTATION_TAG = 0x0112
NOT_EXIF = ("xmp", "XML:com.adobe.xmp", "Raw profile type exif")
"""Where Pillow, too, looks for an orientation."""

TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""The transposition that turns a picture upright, by its EXIF orientation."""
LYING = (5, 6, 7, 8)
FROM_THE_RIGHT, FROM_THE_FOOT = (2, 3, 6, 7), (3, 4, 7, 8)
"""Orientations in which the upright picture's left edge, or its top edge, is at the other end of
the file's pixels."""

Box = tuple[float, float, float, float]
"""Left, top, right and bottom."""


class _Decoded(NamedTuple):
    """An original in the file's own orientation, at full size or at a fraction of it."""

    image: Image.Image
    size: tuple[int, int]
    orientation: int
    profile: bytes | None
    reduction: int | None
    """By how much the decoder has reduced it; None if it cannot."""
    ground: Ground = ""

    def lying(self, width: int, height: int) -> tuple[int, int]:
        """Converts an upright size to the file's orientation, and back."""
        return (height, width) if self.orientation in LYING else (width, height)

    def lying_box(self, box: Box, width: int, height: int) -> Box:
        """Converts a box in an upright picture of this size to a box in the decoded pixels."""
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

    def serves(self, width: int, height: int) -> bool:
        """Whether it is what would be decoded for this upright size, and not a finer one.

        Of a finer one, a derivative would have slightly other pixels, depending on what was asked
        for before.
        """
        lying = self.lying(width, height)
        return self.reduction is None or self.reduction == _reduction(self.size, lying)

    @property
    def bytes(self) -> int:
        return self.image.width * self.image.height * (1 if self.image.mode == "L" else 4)


_kept: OrderedDict[tuple[int | None, ...], _Decoded] = OrderedDict()
"""By the file's stamp and the reduction."""


def measure(file: str, width: int = 0, height: int = 0) -> tuple[PhotoInfo, bytes]:
    """The facts of a photo, upright, and its preview as a JPEG.

    The original is decoded for at least width × height: a derivative up to that size that is wanted
    next needs no second decoding.
    """
    decoded = _decode(file, max(SIDE, width), max(SIDE, height))
    small = _finished(decoded, SIDE, SIDE, Image.Resampling.BOX)
    lightest, darkest = extremes(small)
    likeness = small.resize((LIKENESS_PX, LIKENESS_PX), Image.Resampling.BOX).tobytes()
    facts = PhotoInfo(
        *decoded.lying(*decoded.size), lightest, darkest, likeness, ground=decoded.ground
    )
    preview = facts.preview(file)
    return facts, _jpeg(small.resize((preview.width, preview.height), Image.Resampling.BOX))


def derive(
    file: str, width: int, height: int, box: tuple[int, int, int, int] | None = None
) -> bytes:
    """An upright JPEG of a photo in exactly this size, or of the part of it inside a box."""
    decoded = _decode(file, width, height)
    return _jpeg(_finished(decoded, width, height, Image.Resampling.LANCZOS, box))


def _jpeg(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "JPEG", quality=JPEG_QUALITY, subsampling=0)
    return out.getvalue()


def _decode(file: str, width: int, height: int) -> _Decoded:
    """An original, decoded at this size or a little larger, or at its own if that is smaller."""
    with open_original(file) as opened:
        status = os.fstat(opened.fileno())
        stamp = (status.st_dev, status.st_ino, status.st_mtime_ns, status.st_size)
        decoded = next(
            (one for key, one in _kept.items() if key[:-1] == stamp and one.serves(width, height)),
            None,
        )
        if decoded is None:
            _let_go(but=0)  # Before another one takes its memory.
            decoded = _decoded(opened, file, width, height)
    key = (*stamp, decoded.reduction)
    _kept[key] = decoded
    _kept.move_to_end(key)
    _let_go(but=1)
    return decoded


def _let_go(but: int) -> None:
    """Drop the oldest decoded originals while they take too much memory, but keep `but` of them."""
    while len(_kept) > but and sum(one.bytes for one in _kept.values()) > KEPT_BYTES_MAX:
        _kept.popitem(last=False)


def _decoded(opened: BinaryIO, file: str, width: int, height: int) -> _Decoded:
    try:
        with open_picture(opened, file) as image:
            size, covered, reduction = image.size, _covered(image), None
            if image.format in ("JPEG", "MPO"):
                lying = _orientation(image) in LYING
                wanted = (height, width) if lying else (width, height)
                image.draft(None, _with_gap(wanted))
                pixels = _loaded(image)
                reduction = _reduction(size, wanted)
            else:
                pixels = _without_margin(_loaded(image), covered)
                size = image.size
            # A plugin may turn the picture itself; the orientation shows that only after loading.
            plain = eight_bits(pixels)
            return _Decoded(
                plain,
                size,
                _orientation(image),
                image.info.get("icc_profile"),
                reduction,
                best_ground(plain),
            )
    except (UnreadablePhotoError, MemoryError):
        raise
    except Exception as error:  # A hostile file can make a decoder raise anything.
        raise UnreadablePhotoError(_reason(error)) from None


def _reduction(size: tuple[int, int], wanted: tuple[int, int]) -> int:
    """By how much Pillow's `draft` has a JPEG of this size reduced for a wanted one."""
    width, height = _with_gap(wanted)
    times = min(size[0] // width, size[1] // height)
    return next((one for one in (8, 4, 2) if times >= one), 1)


def _with_gap(wanted: tuple[int, int]) -> tuple[int, int]:
    return ceil(wanted[0] * JPEG_GAP), ceil(wanted[1] * JPEG_GAP)


def _loaded(image: Image.Image) -> Image.Image:
    """The picture with its pixels, also if its file lacks no more than its last bytes."""
    try:
        image.load()
    except (OSError, RuntimeError, SyntaxError, ValueError) as error:
        file, kind = getattr(image, "fp", None), image.format or ""
        is_short = _ends_early(str(error))
        if kind in MANY_KINDS and not is_short:
            raise UnreadablePhotoError(unusual(kind)) from None
        # A PNG's texts and its later frames may be wrong, but not its first picture.
        if file is None or kind not in COMPLETED or not (is_short or kind == "PNG"):
            raise
        file.seek(0)
        return COMPLETED[kind](file.read())
    return image


def _covered(image: Image.Image) -> Box | None:
    """The part of a GIF that its first picture covers; None if it is the whole."""
    tiles = getattr(image, "tile", ()) if image.format == "GIF" else ()
    return tiles[0].extents if tiles and tiles[0].extents != (0, 0, *image.size) else None


def _without_margin(image: Image.Image, covered: Box | None) -> Image.Image:
    if covered is None:
        return image
    clear = Image.new("RGBA", image.size)
    clear.paste(image.convert("RGBA").crop(covered), (int(covered[0]), int(covered[1])))
    return clear


def _orientation(image: Image.Image) -> int:
    """How the picture lies, by its EXIF alone; other programs do not look elsewhere, either."""
    for name in NOT_EXIF:
        image.info.pop(name, None)
    try:
        orientation = image.getexif().get(ORIENTATION_TAG, 1)
    except Exception:  # A broken EXIF block does not spoil the picture.
        return 1
    return orientation if orientation in TURNS else 1


def _finished(
    decoded: _Decoded,
    width: int,
    height: int,
    filtering: Image.Resampling,
    box: tuple[int, int, int, int] | None = None,
) -> Image.Image:
    """Scales, converts to sRGB and turns upright; scaling is first, since fewer pixels cost less.

    The pixels around a box take part in scaling, so that neighbouring tiles meet without a seam.
    """
    left, top, right, bottom = box or (0, 0, width, height)
    part = decoded.lying_box((left, top, right, bottom), width, height)
    size = decoded.lying(right - left, bottom - top)
    image = decoded.image.resize(size, filtering, part, reducing_gap=GAP)
    alpha = image.getchannel("A") if image.mode in ("LA", "RGBA") else None
    if alpha:
        image = image.convert(image.mode[:-1])
    image = srgb(image, decoded.profile)
    if alpha:
        ground = Image.new(image.mode, image.size, decoded.ground or "black")
        ground.paste(image, mask=alpha)
        image = ground
    turn = TURNS.get(decoded.orientation)
    return image if turn is None else image.transpose(turn)


def _reason(error: Exception) -> str:
    if isinstance(error, OSError) and error.errno:
        return reason(error)
    said = " ".join(str(error).split())
    if _ends_early(said):
        return ENDS_EARLY
    return f"it is damaged; copy it again from its source ({said})"


def _ends_early(said: str) -> bool:
    return "truncated" in said.lower() or "end of file" in said
