"""Grid: two to four photos of one size, with a narrow gutter, each with its label under it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.exhibition.model import Slide
from kiosk.geometry import Rect
from kiosk.layouts.arrangement import Arrangement, Subject
from kiosk.layouts.several import Label, Several, room_below
from kiosk.stage import Stage


@dataclass(frozen=True)
class Grid:
    share: float = 0.62
    """Width of the photos beside words, as a share of the room within the margins."""
    share_upright: float = 0.58
    gutter: float = 0.25
    """Space between photos, in margins."""
    gutter_below_labels: float = 0.6

    def place(self, slide: Slide, subjects: tuple[Subject, ...], stage: Stage) -> Arrangement:
        several = Several(self._windows, self.share, self.share_upright)
        return several.place(slide, subjects, stage)

    def _windows(
        self, subjects: Sequence[Subject], labels: Sequence[Label], wall: Rect, stage: Stage
    ) -> list[Rect]:
        """Equal cells: a row or a pile of two, one above two, or two by two."""
        gap = round(self.gutter * stage.margin)
        below_labels = round(self.gutter_below_labels * stage.margin)
        down = below_labels if any(labels) else gap
        count = len(subjects)
        if count == 2 and wall.width >= wall.height:
            cells = _row(wall, 2, gap)
        elif count == 2:
            cells = _pile(wall, 2, down)
        else:
            upper, lower = _pile(wall, 2, down)
            cells = [*_row(upper, count - 2, gap), *_row(lower, 2, gap)]
        below = room_below(labels, [cell.width for cell in cells], wall, stage)
        return [Rect(cell.x, cell.y, cell.width, cell.height - below) for cell in cells]


def _row(box: Rect, count: int, gap: float) -> list[Rect]:
    width = (box.width - gap * (count - 1)) / count
    return [Rect(box.x + n * (width + gap), box.y, width, box.height) for n in range(count)]


def _pile(box: Rect, count: int, gap: float) -> list[Rect]:
    height = (box.height - gap * (count - 1)) / count
    return [Rect(box.x, box.y + n * (height + gap), box.width, height) for n in range(count)]
