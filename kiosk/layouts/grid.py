"""Lays out two to four photos in rows, with a narrow gutter and a label below each."""

from __future__ import annotations

import math
from collections.abc import Sequence

from msgspec import Struct

from kiosk.base.geometry import Rect, Size
from kiosk.exhibition.exhibition import Slide
from kiosk.layouts.parts.arrangement import Arrangement, Subject
from kiosk.layouts.parts.justified_rows import JustifiedRows
from kiosk.layouts.parts.photo_group import LABEL_SHARE, Hung, LabelBlocks, Several, room_below
from kiosk.style.stage import Stage

CELLS = {
    2: ((2,), (1, 1)),
    3: ((1, 2), (3,), (1, 1, 1)),
    4: ((2, 2), (4,), (1, 1, 1, 1)),
}
"""By number of photos, the possible rows (photos in each row), the usual way first."""
MUCH_MORE = 1.15
"""Other rows are used if they show more than this many times as much of the photos."""


class Grid(Struct, frozen=True):
    share_upright: float = 0.58
    """Least height of the photos above words, as a share of the room within the margins."""
    gutter: float = 0.25
    """Space between photos, in margins."""
    gutter_below_labels: float = 0.6

    def place(self, slide: Slide, subjects: tuple[Subject, ...], stage: Stage) -> Arrangement:
        rows = JustifiedRows(self.gutter, self.gutter_below_labels)
        hang = self._cut_to_one_shape if slide.fill else rows.windows
        several = Several(hang, self.share_upright, is_cut=slide.fill)
        return several.place(slide, subjects, stage)

    def _cut_to_one_shape(
        self, subjects: Sequence[Subject], labels: Sequence[LabelBlocks], wall: Rect, stage: Stage
    ) -> Hung:
        """The usual rows, unless others show much more of the photos."""
        usual, *others = (self._cells(rows, labels, wall, stage) for rows in CELLS[len(subjects)])
        best = max(others, key=lambda cells: _shown(subjects, cells))
        is_best = _shown(subjects, best) > MUCH_MORE * _shown(subjects, usual)
        return Hung(best if is_best else usual, LABEL_SHARE * wall.height)

    def _cells(
        self, rows: Sequence[int], labels: Sequence[LabelBlocks], wall: Rect, stage: Stage
    ) -> list[Rect]:
        gap = round(self.gutter * stage.margin)
        below_labels = round(self.gutter_below_labels * stage.margin)
        piled = _pile(wall, len(rows), below_labels if any(labels) else gap)
        cells = [
            cell for row, count in zip(piled, rows, strict=True) for cell in _row(row, count, gap)
        ]
        widths = [cell.width for cell in cells]
        below = room_below(labels, widths, LABEL_SHARE * wall.height, stage)
        return [Rect(cell.x, cell.y, cell.width, cell.height - below) for cell in cells]


def _shown(subjects: Sequence[Subject], cells: Sequence[Rect]) -> float:
    """How much of the photos is seen when they fill the cells, as a sum of shares."""
    return sum(
        _share(subject.facts.size, cell.size) for subject, cell in zip(subjects, cells, strict=True)
    )


def _share(photo: Size, cell: Size) -> float:
    if cell.height <= 0:
        return 0.0
    ratio = (photo.width / photo.height) / (cell.width / cell.height)
    return min(ratio, 1 / ratio)


def _row(box: Rect, count: int, gap: float) -> list[Rect]:
    width = math.floor((box.width - gap * (count - 1)) / count)
    return [Rect(box.x + n * (width + gap), box.y, width, box.height) for n in range(count)]


def _pile(box: Rect, count: int, gap: float) -> list[Rect]:
    height = math.floor((box.height - gap * (count - 1)) / count)
    return [Rect(box.x, box.y + n * (height + gap), box.width, height) for n in range(count)]
