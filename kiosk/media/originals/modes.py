"""Brings all kinds of pixels to eight bits a channel; chooses a ground for transparent ones."""

from __future__ import annotations

from PIL import Image, ImageChops

from kiosk.media.original import UnreadablePhotoError
from kiosk.media.originals.luminance import WEIGHTS, linear
from kiosk.types.photo import Ground

PIXELS_MAX = 250_000_000
GROUND_PX = 96
"""Long side of the copy in which tones are counted."""
ALPHA_MIN = 250
"""A picture whose pixels are all more opaque than this is not transparent to the eye."""
CONTRAST = 3.0
"""Lines are clearly visible on a ground from this contrast on (WCAG 2.2, non-text contrast)."""
NEGATIVE = "its numbers can be negative, so it is not clear which is black; save it as JPEG"
PALEST_ON_WHITE, DARKEST_ON_BLACK = 1.05 / CONTRAST - 0.05, 0.05 * CONTRAST - 0.05


def refuse_huge(size: tuple[int, int]) -> None:
    """Raise UnreadablePhotoError if a picture has more pixels than the limit."""
    width, height = size
    if width * height > PIXELS_MAX:
        raise UnreadablePhotoError(
            f"it has {width} × {height} pixels, according to its header; the limit is"
            f" {PIXELS_MAX // 1_000_000} million"
        )


def eight_bits(image: Image.Image) -> Image.Image:
    """Converts to pixels that can be scaled: eight bits per channel, no palette."""
    if image.mode.startswith(("I", "F")):
        return _with_tone_removed(_scaled(image), image)
    if "transparency" in image.info or image.mode in ("PA", "La", "RGBa"):
        return image.convert("LA" if image.mode in ("L", "La") else "RGBA")
    if image.mode in ("L", "LA", "RGB", "RGBA", "CMYK", "LAB"):
        image.load()
        return image
    return image.convert("L" if image.mode == "1" else "RGB")


def _with_tone_removed(image: Image.Image, original: Image.Image) -> Image.Image:
    """The grey picture, transparent where its original has the tone that counts as transparent."""
    tone = original.info.get("transparency")
    if not isinstance(tone, int):
        return image
    # The low and the high byte of each tone, to compare both.
    low, high = Image.frombytes("LA", original.size, original.convert("I;16").tobytes()).split()
    parts = (
        part.point([0 if value == wanted else 255 for value in range(256)])
        for part, wanted in ((low, tone & 255), (high, tone >> 8))
    )
    image.putalpha(ImageChops.lighter(*parts))
    return image


def _scaled(image: Image.Image) -> Image.Image:
    """Scales tones of 16 bits or more to eight bits; Pillow's own conversion would clip them."""
    if image.mode.startswith("I;16"):
        white = 65535.0
    else:
        lowest, highest = map(float, image.getextrema())  # type: ignore[arg-type]
        if lowest < 0 and image.mode == "I":
            raise UnreadablePhotoError(NEGATIVE)
        white = next((one for one in (1.0, 255.0, 65535.0) if highest <= one), highest)
    wide = image if image.mode in ("I", "I;16", "F") else image.convert("I")
    return wide.point(lambda value: value * (255 / white) + 0.5).convert("L")


def best_ground(image: Image.Image) -> Ground:
    """The ground on which less of a transparent picture vanishes; none if it is opaque."""
    if image.mode not in ("LA", "RGBA") or image.getchannel("A").getextrema()[0] > ALPHA_MIN:  # type: ignore[operator]
        return ""
    small = image.convert("RGBA")
    small.thumbnail((GROUND_PX, GROUND_PX), Image.Resampling.BOX)
    on_white = on_black = 0
    for count, (*channels, alpha) in small.getcolors(GROUND_PX**2) or ():  # type: ignore[misc]
        light = sum(w * linear(c / 255) for w, c in zip(WEIGHTS, channels, strict=True))
        on_white += count * alpha * (light > PALEST_ON_WHITE)
        on_black += count * alpha * (light < DARKEST_ON_BLACK)
    return "white" if on_black > on_white else "black"
