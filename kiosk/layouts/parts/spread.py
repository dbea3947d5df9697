"""Divides the room of a slide between photos and words, by an axis."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from kiosk.base.geometry import Rect, Size
from kiosk.style.stage import Stage

PHOTOS_SHARE = 0.6
"""Width of the photos, as a share of the room within the margins."""
ACROSS, UPRIGHT = 1.5, 2 / 3
"""Width by height of most photos: with one of these, photo and words are in the middle."""
NARROW = 0.85
"""A photo that is narrower by its height counts as an upright one."""
GUTTER = 1.4
"""Space between photos and words, in margins."""

MUCH_LARGER = 1.6
"""Photos are above their words if their area there is more than this many times as large."""
ROUNDING = 2.0
"""Pixels by which photos may become higher there as their edges are set on whole ones."""


class Spread(Struct, frozen=True):
    photos: Rect
    words: Rect


def spread(stage: Stage, photo: Size | None = None) -> Spread:
    """The room of photos and words: one for upright photos, and one for all else.

    They are the same on all slides of an exhibition on one screen, whatever is said there. Where a
    photo across takes the whole width, it is above its words: there is one room for the others.
    """
    safe = stage.safe
    height = replace(stage, has_pages=False).safe.height
    gutter = GUTTER * stage.margin
    words = safe.width * (1 - stage.beside_words(PHOTOS_SHARE)) - gutter
    words = min(words, stage.measure(stage.style("lead")))
    is_upright = photo is not None and photo.width < NARROW * photo.height
    is_narrow = is_upright and ACROSS * height < safe.width
    usual = (UPRIGHT if is_narrow else ACROSS) * height
    photos = min(safe.width - words - gutter, usual)
    left = safe.x + (safe.width - photos - gutter - words) / 2
    axis = left + photos + gutter
    begin = safe.x if is_narrow else left  # A wider photo reaches out of the middle.
    return Spread(
        stage.mirror(Rect(begin, safe.y, axis - gutter - begin, safe.height)),
        stage.mirror(Rect(axis, safe.y, words, safe.height)),
    )
