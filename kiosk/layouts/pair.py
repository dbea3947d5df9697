"""Lays out two whole photos: side by side at one height, or stacked at one width."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from kiosk.base.geometry import Rect, Size
from kiosk.exhibition.exhibition import Slide
from kiosk.layouts.parts.arrangement import Arrangement, Subject
from kiosk.layouts.parts.photo_group import LabelBlocks, Several, room_below
from kiosk.style.stage import Stage

LABEL_ROUNDS = 6
"""Most rounds to fit photos and labels: a smaller photo has a taller label, which makes the photo
smaller again; soon both agree.
"""


class Pair(Struct, frozen=True):
    share: float = 0.66
    """Width of the photos beside words, as a share of the room within the margins."""
    share_upright: float = 0.62
    gutter: float = 0.7
    """Space between the photos, in margins."""

    def place(self, slide: Slide, subjects: tuple[Subject, ...], stage: Stage) -> Arrangement:
        several = Several(self._windows, self.share, self.share_upright)
        return several.place(slide, subjects, stage)

    def _windows(
        self, subjects: Sequence[Subject], labels: Sequence[LabelBlocks], wall: Rect, stage: Stage
    ) -> list[Rect]:
        """The way that shows more of the photos: side by side or stacked."""
        ways = (self._row(subjects, labels, wall, stage), self._pile(subjects, labels, wall, stage))
        return max(ways, key=lambda windows: sum(one.size.area for one in windows))

    def _row(
        self, subjects: Sequence[Subject], labels: Sequence[LabelBlocks], wall: Rect, stage: Stage
    ) -> list[Rect]:
        gap, below = self.gutter * stage.margin, 0.0
        ratios = [_ratio(subject.facts.size) for subject in subjects]
        for _ in range(LABEL_ROUNDS):
            height = min((wall.width - gap) / sum(ratios), wall.height - below)
            widths = [height * ratio for ratio in ratios]
            wanted = room_below(labels, widths, wall, stage)
            if wanted <= below:
                break
            below = wanted
        left = wall.x + (wall.width - sum(widths) - gap) / 2
        top = wall.y + (wall.height - height - below) / 2
        first = Rect(left, top, widths[0], height)
        return [first, Rect(first.right + gap, top, widths[1], height)]

    def _pile(
        self, subjects: Sequence[Subject], labels: Sequence[LabelBlocks], wall: Rect, stage: Stage
    ) -> list[Rect]:
        gap, below = self.gutter * stage.margin, [0.0, 0.0]
        ratios = [_ratio(subject.facts.size) for subject in subjects]
        for _ in range(LABEL_ROUNDS):
            free = wall.height - gap - sum(below)
            width = min(wall.width, free / sum(1 / ratio for ratio in ratios))
            wanted = [room_below([label], [width], wall, stage) for label in labels]
            if sum(wanted) <= sum(below):
                break
            below = wanted
        heights = [width / ratio for ratio in ratios]
        left = wall.x + (wall.width - width) / 2
        top = wall.y + (wall.height - sum(heights) - sum(below) - gap) / 2
        first = Rect(left, top, width, heights[0])
        return [first, Rect(left, first.bottom + below[0] + gap, width, heights[1])]


def _ratio(size: Size) -> float:
    return size.width / size.height
