"""Calm: the corner of a photo in which words disturb it least."""

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
"""At the foot or the top, on the far side from where lines begin, and what it costs to go there.

A visitor looks for words where the last ones stood: another corner must gain more than this.
"""
UNREST = 0.5
"""Restless ground under words costs so much, where the strongest veil costs 1."""
ON_FOCUS = 2.0
FOCUS_ROOM = 1.0
"""How far from the words the focus stays, in margins."""
WIDEST = 0.5
"""Words wider than this share of the screen do not change sides."""


def calmest(
    words: Column, photo: PlacedPhoto, facts: PhotoInfo, stage: Stage, motion: MotionName
) -> tuple[float, tuple[Lettering, ...]]:
    """What it costs, and the words: placed where they need little veil, away from the focus."""

    def cost(letters: tuple[Lettering, ...], preference: float) -> float:
        rect = bounds(letters)
        under = passing_under(rect, photo, motion)
        near = passing_under(rect.inset(-FOCUS_ROOM * stage.margin), photo, motion)
        x, y = photo.photo.focus
        on_focus = near.x <= x <= near.right and near.y <= y <= near.bottom
        veil = strength_under(rect, photo, facts, stage, motion)
        return preference + veil + UNREST * facts.unrest_within(under) + ON_FOCUS * on_focus

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
