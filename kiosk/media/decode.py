"""Opens originals: what a curator has becomes upright sRGB pixels of a wanted size, and facts.

Runs in worker processes only, since a file may be huge, broken or hostile.
"""

from __future__ import annotations

import io
import warnings

from PIL import Image, ImageChops, ImageCms, ImageOps, UnidentifiedImageError

from kiosk.derivative import TONES, Facts

PIXELS_MAX = 250_000_000
FACTS_SAMPLES = 32
"""Each tone's extremes are those of so many samples each way."""
JPEG_QUALITY = 92
ORIENTATION_TAG = 0x0112

Image.MAX_IMAGE_PIXELS = PIXELS_MAX


class UnreadablePhotoError(Exception):
    """The file holds no picture that can be shown; the text says why, for whoever can mend it."""


def measure(file: str) -> Facts:
    """Size of a photo once it is upright, and how light it is where."""
    side = TONES * FACTS_SAMPLES
    with _opened(file) as image:
        width, height = _upright_size(image)
        image.draft("RGB", (side, side))
        small = _upright_rgb(image).resize((side, side), Image.Resampling.BOX)
    light = _luminance(small)
    extremes = [
        light.crop((x, y, x + FACTS_SAMPLES, y + FACTS_SAMPLES)).getextrema()
        for y in range(0, side, FACTS_SAMPLES)
        for x in range(0, side, FACTS_SAMPLES)
    ]
    darkest, palest = zip(*extremes, strict=True)
    return Facts(width, height, palest=bytes(palest), darkest=bytes(darkest))


def derive(file: str, width: int, height: int) -> bytes:
    """A JPEG of a photo, upright and of exactly this size."""
    with _opened(file) as image:
        turned = _upright_size(image) != image.size
        image.draft("RGB", (height, width) if turned else (width, height))
        small = _upright_rgb(image).resize((width, height), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    small.save(out, "JPEG", quality=JPEG_QUALITY, subsampling=0)
    return out.getvalue()


def pixels(jpeg: bytes) -> bytes:
    """Rows of BGRX, four bytes a pixel, out of a derivative's JPEG."""
    try:
        with Image.open(io.BytesIO(jpeg), formats=["JPEG"]) as image:
            return image.convert("RGB").tobytes("raw", "BGRX")
    except (OSError, SyntaxError) as error:
        raise UnreadablePhotoError(_reason(error)) from None


def _opened(file: str) -> Image.Image:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            return Image.open(file)
    except UnidentifiedImageError:
        raise UnreadablePhotoError("it is not a picture of a known kind") from None
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise UnreadablePhotoError(
            f"it claims more than {PIXELS_MAX // 1_000_000} million pixels"
        ) from None
    except (OSError, ValueError, SyntaxError) as error:
        raise UnreadablePhotoError(_reason(error)) from None


def _upright_size(image: Image.Image) -> tuple[int, int]:
    lying = image.getexif().get(ORIENTATION_TAG, 1) in (5, 6, 7, 8)
    return (image.height, image.width) if lying else image.size


def _upright_rgb(image: Image.Image) -> Image.Image:
    try:
        upright = ImageOps.exif_transpose(image)
        return _on_black(_srgb(upright))
    except (OSError, ValueError, SyntaxError, MemoryError) as error:
        raise UnreadablePhotoError(_reason(error)) from None


def _srgb(image: Image.Image) -> Image.Image:
    profile = image.info.get("icc_profile")
    if not profile or image.mode not in ("RGB", "RGBA", "CMYK", "L"):
        return image
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        mode = "RGBA" if image.mode == "RGBA" else "RGB"
        converted = ImageCms.profileToProfile(
            image, source, ImageCms.createProfile("sRGB"), outputMode=mode
        )
    except (ImageCms.PyCMSError, OSError, ValueError):
        return image  # A profile that makes no sense: the numbers are taken as sRGB.
    return converted or image


def _on_black(image: Image.Image) -> Image.Image:
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        layered = image.convert("RGBA")
        ground = Image.new("RGBA", layered.size, (0, 0, 0, 255))
        return Image.alpha_composite(ground, layered).convert("RGB")
    return image.convert("RGB")


def _luminance(image: Image.Image) -> Image.Image:
    """Relative luminance of each pixel, 0–255 for WCAG's 0–1."""
    shares = [
        band.point([round(255 * weight * _linear(value / 255)) for value in range(256)])
        for band, weight in zip(image.split(), (0.2126, 0.7152, 0.0722), strict=True)
    ]
    return ImageChops.add(ImageChops.add(shares[0], shares[1]), shares[2])


def _linear(channel: float) -> float:
    """Light of an sRGB channel, both 0–1 (WCAG 2.2)."""
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _reason(error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        return "the file is gone"
    if isinstance(error, PermissionError):
        return "the file may not be read"
    return f"it is damaged ({error})"
