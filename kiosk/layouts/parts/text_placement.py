"""Finds the corner of a photo where words disturb it least."""

from __future__ import annotations

from collections.abc import Iterator
from operator import itemgetter

from kiosk.base.geometry import Rect
from kiosk.exhibition.exhibition import MotionName
from kiosk.layouts.parts.arrangement import PlacedPhoto
from kiosk.layouts.parts.column import Anchor, Column, bounds
from kiosk.layouts.parts.scrim import passing_under, strength_under
from kiosk.style.stage import Stage
from kiosk.types.photo import PhotoInfo
from kiosk.types.scene import Lettering

CORNERS: tuple[tuple[Anchor, bool, float], ...] = (
    ("bottom", False, 0.0),
    ("bottom", True, 0.2),
    ("top", False, 0.35),
    ("top", True, 0.5),
)
"""Top or bottom, whether on the side away from where lines begin, and the cost of that corner.

Visitors look for words where the last ones were: another corner must gain more than its cost.
"""
UNREST = 0.5
"""Cost of a restless ground under words, where the strongest scrim costs 1."""
ON_FOCUS = 2.0
FOCUS_ROOM = 1.0
"""Least distance of the photo's focus from the words, in margins."""
WIDEST = 0.5
"""Words wider than this share of the screen do not change sides."""


def calmest(
    words: Column, photo: PlacedPhoto, facts: PhotoInfo, stage: Stage, motion: MotionName
) -> tuple[float, tuple[Lettering, ...]]:
    """The cost, and the words placed where they need little scrim, away from the focus."""

    def cost(letters: tuple[Lettering, ...], preference: float) -> float:
        rect = bounds(letters)
        under = passing_under(rect, photo, motion)
        near = passing_under(rect.inset(-FOCUS_ROOM * stage.margin), photo, motion)
        x, y = photo.photo.focus
        on_focus = near.x <= x <= near.right and near.y <= y <= near.bottom
        scrim_under = strength_under(rect, photo, facts, stage, motion)
        return preference + scrim_under + UNREST * facts.unrest_within(under) + ON_FOCUS * on_focus

    places = ((cost(letters, preference), letters) for letters, preference in _places(words, stage))
    return min(places, key=itemgetter(0))


def _places(words: Column, stage: Stage) -> Iterator[tuple[tuple[Lettering, ...], float]]:
    safe = stage.safe
    for anchor, far, preference in CORNERS:
        if far and words.width > WIDEST * stage.size.width:
            continue
        x = safe.x if stage.mirrored else safe.right - words.width
        box = Rect(x, safe.y, words.width, safe.height) if far else safe
        yield words.at(box, stage, anchor), preference
