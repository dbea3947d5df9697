"""Colours of an original, as its profile means them, in sRGB."""

from __future__ import annotations

import io
import warnings

from PIL import Image, ImageCms

from kiosk.media.original import PhotoWarning

MODES = {"RGB ": "RGB", "GRAY": "L", "CMYK": "CMYK", "Lab ": "LAB"}
"""How Pillow names the pixels that a profile of this colour space describes."""


def srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """An RGB image of how these pixels look; image is L, RGB, CMYK or LAB."""
    if image.mode == "LAB":
        return _converted(image, ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")))
    if profile:
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            return _converted(_as_described(image, source), source)
        except (ImageCms.PyCMSError, OSError, ValueError):
            warnings.warn(
                "its colour profile is damaged or of another kind of picture;"
                " its colours are taken for sRGB",
                PhotoWarning,
                stacklevel=2,
            )
    return image.convert("RGB")


def _as_described(image: Image.Image, source: ImageCms.ImageCmsProfile) -> Image.Image:
    """Pixels of the kind that the profile is for; a grey photo may have a profile for colours."""
    mode = MODES.get(source.profile.xcolor_space)
    if (image.mode, mode) == ("L", "RGB"):
        return image.convert("RGB")
    if image.mode != mode:
        raise ValueError(f"{image.mode} with a profile for {source.profile.xcolor_space}")
    return image


def _converted(image: Image.Image, source: ImageCms.ImageCmsProfile) -> Image.Image:
    # Perceptual where the profile has a table for it: whoever made the profile chose there how
    # ink's or a camera's colours are brought into a smaller space. A profile without (Adobe RGB,
    # Display P3) knows relative colorimetric alone: what a screen can show is shown exactly, the
    # rest at its edge. Black point compensation maps the darkest tone of either to the screen's
    # black; without it the blacks of ink would be grey on the wall.
    intent = ImageCms.Intent.PERCEPTUAL
    if not source.profile.is_intent_supported(intent, ImageCms.Direction.INPUT):
        intent = ImageCms.Intent.RELATIVE_COLORIMETRIC
    converted = ImageCms.profileToProfile(
        image,
        source,
        ImageCms.createProfile("sRGB"),
        renderingIntent=intent,
        outputMode="RGB",
        flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )
    assert converted is not None
    return converted
