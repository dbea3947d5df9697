"""Hangs whole photos in rows: those of a row have one height, and all rows have one width."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import accumulate, combinations, pairwise
from typing import TypeVar

from msgspec import Struct

from kiosk.base.geometry import Rect
from kiosk.layouts.parts.arrangement import Subject
from kiosk.layouts.parts.photo_group import LabelBlocks, room_below
from kiosk.style.stage import Stage

T = TypeVar("T")

LABEL_ROUNDS = 6
"""Most rounds to fit photos and labels: a smaller photo has a taller label, which makes the photo
smaller again; soon both agree.
"""


class JustifiedRows(Struct, frozen=True):
    gutter: float
    """Space between photos, in margins."""
    gutter_below_labels: float

    def windows(
        self, subjects: Sequence[Subject], labels: Sequence[LabelBlocks], wall: Rect, stage: Stage
    ) -> list[Rect]:
        """The rows in which the photos are large, and none much smaller than another."""
        ways = (
            self._hung(_split(subjects, ends), _split(labels, ends), wall, stage)
            for ends in _ways(len(subjects))
        )
        return max(ways, key=_size)

    def _hung(
        self,
        rows: Sequence[Sequence[Subject]],
        labels: Sequence[Sequence[LabelBlocks]],
        wall: Rect,
        stage: Stage,
    ) -> list[Rect]:
        ratios = [[one.facts.size.width / one.facts.size.height for one in row] for row in rows]
        gap = self.gutter * stage.margin
        share, below = 1.0, [0.0] * len(rows)
        for _ in range(LABEL_ROUNDS):
            between = sum(self._below(height, stage) for height in below[:-1]) + below[-1]
            full = [(wall.width - gap * (len(row) - 1)) / sum(row) for row in ratios]
            share = min(share, max(0.0, wall.height - between) / sum(full))
            wanted = [
                room_below(own, [share * height * ratio for ratio in row], wall, stage)
                for own, height, row in zip(labels, full, ratios, strict=True)
            ]
            if all(new <= old for new, old in zip(wanted, below, strict=True)):
                break
            below = [max(pair) for pair in zip(wanted, below, strict=True)]
        between = sum(self._below(height, stage) for height in below[:-1]) + below[-1]
        top = wall.y + (wall.height - share * sum(full) - between) / 2
        windows = list[Rect]()
        for row, height, label in zip(ratios, full, below, strict=True):
            windows += _row(row, share * height, top, gap, wall)
            top += share * height + self._below(label, stage)
        return windows

    def _below(self, label: float, stage: Stage) -> float:
        """Space from a row to the next one, with its labels."""
        return (
            (label + self.gutter_below_labels * stage.margin)
            if label
            else (self.gutter * stage.margin)
        )


def _row(ratios: Sequence[float], height: float, top: float, gap: float, wall: Rect) -> list[Rect]:
    widths = [height * ratio for ratio in ratios]
    left = wall.x + (wall.width - sum(widths) - gap * (len(widths) - 1)) / 2
    lefts = accumulate((width + gap for width in widths[:-1]), initial=left)
    return [Rect(x, top, width, height) for x, width in zip(lefts, widths, strict=True)]


def _ways(count: int) -> Iterator[tuple[int, ...]]:
    """All ways to part so many photos into rows, by where each row ends."""
    for cuts in range(count):
        for ends in combinations(range(1, count), cuts):
            yield (*ends, count)


def _split(items: Sequence[T], ends: Sequence[int]) -> list[Sequence[T]]:
    return [items[start:end] for start, end in pairwise((0, *ends))]


def _size(windows: Sequence[Rect]) -> float:
    """The geometric mean of the photos' areas, as a logarithm."""
    return sum(math.log(max(1.0, window.size.area)) for window in windows)
