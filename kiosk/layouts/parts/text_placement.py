"""Finds the place on a photo where words disturb it least."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from kiosk.base.geometry import Rect
from kiosk.exhibition.exhibition import MotionName
from kiosk.layouts.parts.arrangement import PlacedPhoto
from kiosk.layouts.parts.column import Column, bounds
from kiosk.layouts.parts.scrim import passing_under, strength_under
from kiosk.style.stage import Stage
from kiosk.types.photo import PhotoInfo
from kiosk.types.scene import Lettering

ROWS, COLUMNS = 6, 4
"""Steps of the raster of places, from the foot up and from where lines begin."""
UP, ASIDE, INSIDE = 0.35, 0.2, 0.25
"""Costs of the top, of the far side, and of a place that is not in a corner.

Visitors look for words where the last ones were: at the foot, where lines begin.
"""
AS_CALM = 0.25
"""Places are about as calm if their costs for scrim and unrest differ by no more."""
UNREST = 1.0
"""Cost of a restless ground under words, where the strongest scrim costs 1."""
ON_FOCUS = 2.0
FOCUS_ROOM = 1.0
"""Least distance of the photo's focus from the words, in margins."""
WIDEST = 0.5
"""Words wider than this share of the screen do not change sides."""
STRONG, RESTLESS = 0.5, 0.2
"""A scrim so strong is a stain on the photo; on ground so restless, words are hard to read."""


class Place(Struct, frozen=True):
    """Words placed on a photo, what is under them, and what that costs."""

    letters: tuple[Lettering, ...]
    preference: float
    """Cost of where it is; none where visitors look first."""
    scrim: float
    unrest: float
    on_focus: bool

    @property
    def disturbance(self) -> float:
        """Cost of what is under it."""
        return self.scrim + UNREST * self.unrest + ON_FOCUS * self.on_focus

    @property
    def cost(self) -> float:
        return self.preference + self.disturbance

    @property
    def is_calm(self) -> bool:
        return self.scrim < STRONG and self.unrest < RESTLESS and not self.on_focus


def calmest(
    words: Column,
    photo: PlacedPhoto,
    facts: PhotoInfo,
    stage: Stage,
    motion: MotionName,
    *,
    on_axis: bool = False,
) -> Place:
    """Where the words need little scrim, away from the focus; of such places, the usual one.

    With `on_axis` they begin at the margin, as on other slides.
    """

    def place(letters: tuple[Lettering, ...], preference: float) -> Place:
        rect = bounds(letters)
        under = passing_under(rect, photo, motion)
        near = passing_under(rect.inset(-FOCUS_ROOM * stage.margin), photo, motion)
        x, y = photo.photo.focus
        on_focus = near.x <= x <= near.right and near.y <= y <= near.bottom
        scrim = strength_under(rect, photo, facts, stage, motion)
        unrest = facts.unrest_within(under)
        return Place(letters, preference, scrim, unrest, on_focus)

    every = [place(*one) for one in _places(words, stage, on_axis=on_axis)]
    ways = [one for one in every if one.is_calm] or every
    least = min(one.disturbance for one in ways)
    near = (one for one in ways if one.disturbance <= least + AS_CALM)
    return min(near, key=lambda one: one.preference)


def _places(
    words: Column, stage: Stage, *, on_axis: bool
) -> Iterator[tuple[tuple[Lettering, ...], float]]:
    """The words at each point of the raster, and how much rather they would be elsewhere."""
    safe = stage.safe
    free_x, free_y = safe.width - words.width, safe.height - words.height
    is_fixed = on_axis or words.width > WIDEST * stage.size.width
    for column in range(1 if is_fixed else COLUMNS + 1):
        across = column / COLUMNS
        for row in range(ROWS + 1):
            up = row / ROWS
            is_inside = 0 < across < 1 or 0 < up < 1
            x = safe.x + free_x * (1 - across if stage.mirrored else across)
            box = Rect(x, safe.y + free_y * (1 - up), words.width, words.height)
            yield words.at(box, stage), UP * up + ASIDE * across + INSIDE * is_inside
