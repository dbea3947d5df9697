"""Veil: the lightest scrim under words over a photo that makes them readable."""

from __future__ import annotations

from kiosk.derivative import Facts
from kiosk.geometry import Rect
from kiosk.layouts.arrangement import PlacedPhoto
from kiosk.scene import Colour, Scrim
from kiosk.stage import Stage
from kiosk.themes import contrast, luminance

FADE = 1.6
"""Height over which a veil fades in above the words, in margins."""
MOVE = 0.07
"""How far a drifting photo may bring other tones under the words, as a share of the screen."""
STRENGTHS = 100


def veil(words: Rect, photo: PlacedPhoto, facts: Facts, stage: Stage) -> tuple[Scrim, ...]:
    """Scrim from above the words to the foot of the photo; none where none is needed."""
    strength = least_strength(_palest_under(words, photo, facts, stage), stage)
    if strength <= 0:
        return ()
    above = FADE * stage.margin
    padding = 0.3 * stage.margin
    top = max(0.0, words.y - padding - above)
    rect = Rect(0, round(top), stage.size.width, stage.size.height - round(top))
    return (Scrim(rect, stage.theme.scrim, strength, solid_from=above / rect.height),)


def least_strength(palest: float, stage: Stage) -> float:
    """Least opacity over a ground of this relative luminance that gives the theme's contrast."""
    ink, wanted = luminance(stage.theme.ink), stage.theme.contrast
    for step in range(STRENGTHS + 1):
        under = luminance(_mixed(_grey(palest), stage.theme.scrim, step / STRENGTHS))
        if contrast(ink, under) >= wanted:
            return step / STRENGTHS
    return 1.0


def _palest_under(words: Rect, photo: PlacedPhoto, facts: Facts, stage: Stage) -> float:
    reach = words.inset(-MOVE * stage.size.width, -MOVE * stage.size.height)
    image = photo.image
    return facts.palest_within(
        Rect(
            (reach.x - image.x) / image.width,
            (reach.y - image.y) / image.height,
            reach.width / image.width,
            reach.height / image.height,
        )
    )


def _grey(relative_luminance: float) -> Colour:
    """The grey of a relative luminance: the inverse of sRGB's transfer curve."""
    y = relative_luminance
    channel = 12.92 * y if y <= 0.0031308 else 1.055 * y ** (1 / 2.4) - 0.055
    value = round(channel * 255)
    return value, value, value


def _mixed(below: Colour, above: Colour, opacity: float) -> Colour:
    red, green, blue = (
        round(b * (1 - opacity) + a * opacity) for b, a in zip(below, above, strict=True)
    )
    return red, green, blue
