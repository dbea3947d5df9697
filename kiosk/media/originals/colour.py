"""Converts the colours of an original to sRGB, as its colour profile describes them."""

from __future__ import annotations

import io
import warnings

from PIL import Image, ImageCms

from kiosk.media.original import PhotoWarning

MODES = {"RGB ": "RGB", "GRAY": "L", "CMYK": "CMYK", "Lab ": "LAB"}
"""Pillow's mode for the pixels of each profile colour space."""


def srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """The image in sRGB, as an RGB image; `image` is L, RGB, CMYK or LAB."""
    if image.mode == "LAB":
        return _converted(image, ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")))
    if profile:
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            return _converted(_as_described(image, source), source)
        except (ImageCms.PyCMSError, OSError, ValueError):
            warnings.warn(
                "its colour profile is damaged or belongs to another kind of picture;"
                " its colours are treated as sRGB",
                PhotoWarning,
                stacklevel=2,
            )
    return image.convert("RGB")


def _as_described(image: Image.Image, source: ImageCms.ImageCmsProfile) -> Image.Image:
    """The image in the mode that its profile describes; a grey photo may have an RGB profile."""
    mode = MODES.get(source.profile.xcolor_space)
    if (image.mode, mode) == ("L", "RGB"):
        return image.convert("RGB")
    if image.mode != mode:
        raise ValueError(f"{image.mode} with a profile for {source.profile.xcolor_space}")
    return image


def _converted(image: Image.Image, source: ImageCms.ImageCmsProfile) -> Image.Image:
    # Perceptual where the profile has a table for it: there its maker chose how the colours of ink
    # or a camera fit into a smaller space. A profile without that table (Adobe RGB, Display P3)
    # supports only relative colorimetric. It keeps all colours that the screen can show, and moves
    # the rest to the nearest of them. Black point compensation maps the darkest tone of the
    # profile to the screen's black; without it, the blacks of ink would be grey on the wall.
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
