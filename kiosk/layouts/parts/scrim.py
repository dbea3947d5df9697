"""Computes the lightest scrim that makes words over a photo readable."""

from __future__ import annotations

from kiosk.base.geometry import Rect, around, whole
from kiosk.exhibition.exhibition import MotionName
from kiosk.layouts.parts.arrangement import PlacedPhoto
from kiosk.style.motion import MOTIONS
from kiosk.style.stage import Stage
from kiosk.style.themes import contrast, luminance, mixed
from kiosk.types.photo import PhotoInfo
from kiosk.types.scene import Colour, Scrim

FADE = 2.8
"""Height over which a scrim fades in above the words, in margins."""
FADE_ASIDE = 8.0
"""Width over which it fades out beside the words, in margins; beyond, the photo stays as it is."""
PADDING = 0.3
"""How far around the words the photo's tones count, in margins."""
STRENGTHS = 100


def scrim_under(
    words: Rect, photo: PlacedPhoto, facts: PhotoInfo, stage: Stage, motion: MotionName
) -> tuple[Scrim, ...]:
    """Scrim from beyond the words to the corner of the photo; empty if none is needed."""
    padding = PADDING * stage.margin
    strength = strength_under(words, photo, facts, stage, motion)
    if strength <= 0:
        return ()
    beyond, beside = FADE * stage.margin, FADE_ASIDE * stage.margin
    from_top = words.centre.y < stage.rect.centre.y
    on_right = words.centre.x > stage.rect.centre.x
    solid = words.inset(-padding)
    reached = whole(solid.inset(-beside, -beyond).intersection(stage.rect))
    x, y = (reached.x if on_right else 0), (0 if from_top else reached.y)
    right = stage.size.width if on_right else reached.right
    bottom = reached.bottom if from_top else stage.size.height
    rect = Rect(x, y, right - x, bottom - y)
    faded = (solid.x - x if on_right else right - solid.right) / rect.width
    return (
        Scrim(
            rect,
            stage.theme.scrim,
            strength,
            solid_from=beyond / rect.height,
            from_top=from_top,
            aside=max(0.0, faded),
            from_left=on_right,
        ),
    )


def strength_under(
    words: Rect, photo: PlacedPhoto, facts: PhotoInfo, stage: Stage, motion: MotionName
) -> float:
    """Least opacity that is enough there: for the part of the photo most like the ink."""
    part = passing_under(words.inset(-PADDING * stage.margin), photo, motion)
    is_light = luminance(stage.theme.ink) > luminance(stage.theme.scrim)
    hardest = facts.palest_within(part) if is_light else facts.darkest_within(part)
    return least_strength(hardest, stage)


def least_strength(light: float, stage: Stage) -> float:
    """Least opacity over a ground of this relative luminance that gives the theme's contrast."""
    ink, wanted = luminance(stage.theme.ink), stage.theme.contrast
    for step in range(STRENGTHS + 1):
        under = luminance(mixed(_grey(light), stage.theme.scrim, step / STRENGTHS))
        if contrast(ink, under) >= wanted:
            return step / STRENGTHS
    return 1.0


def passing_under(place: Rect, photo: PlacedPhoto, motion: MotionName) -> Rect:
    """The part of a photo that is ever seen at a place while it moves, in fractions of the photo.

    Motions go one way, so it lies between the part seen first and the part seen last.
    """
    parts = [
        _part(place, MOTIONS[motion](progress, photo.image, photo.window, photo.photo.focus))
        for progress in (0.0, 1.0)
    ]
    return around(parts)


def _part(place: Rect, image: Rect) -> Rect:
    return Rect(
        (place.x - image.x) / image.width,
        (place.y - image.y) / image.height,
        place.width / image.width,
        place.height / image.height,
    )


def _grey(relative_luminance: float) -> Colour:
    """The grey of a relative luminance: the inverse of sRGB's transfer curve."""
    y = relative_luminance
    channel = 12.92 * y if y <= 0.0031308 else 1.055 * y ** (1 / 2.4) - 0.055
    value = round(channel * 255)
    return value, value, value
