"""Divides the room of a slide: photos on one side, words on the other, from one axis."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from kiosk.base.geometry import Rect
from kiosk.style.stage import Stage

PHOTOS_SHARE = 0.6
"""Width of the photos, as a share of the room within the margins."""
WIDEST = 1.5
"""Greatest width of their room by its height, as of most photos: words stay near them."""
GUTTER = 1.4
"""Space between photos and words, in margins."""

MUCH_LARGER = 1.6
"""Photos are above their words if their area there is more than this many times as large."""
ROUNDING = 2.0
"""Pixels by which photos may become higher there as their edges are set on whole ones."""


class Spread(Struct, frozen=True):
    photos: Rect
    words: Rect


def spread(stage: Stage) -> Spread:
    """The same for all slides of an exhibition on one screen, whatever they have to show."""
    safe = stage.safe
    height = replace(stage, has_pages=False).safe.height
    gutter = GUTTER * stage.margin
    words = safe.width * (1 - stage.beside_words(PHOTOS_SHARE)) - gutter
    words = min(words, stage.measure(stage.style("lead")))
    photos = min(safe.width - words - gutter, WIDEST * height)
    left = safe.x + (safe.width - photos - gutter - words) / 2
    return Spread(
        stage.mirror(Rect(left, safe.y, photos, safe.height)),
        stage.mirror(Rect(left + photos + gutter, safe.y, words, safe.height)),
    )
