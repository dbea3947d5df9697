"""Hangs whole photos in rows: those of a row have one height, and all rows have one width.

Two photos, one above the other, have one area.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import accumulate, combinations, pairwise
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from kiosk.base.geometry import Rect
from kiosk.layouts.parts.arrangement import Subject
from kiosk.layouts.parts.photo_group import LABEL_GAP, LABEL_SHARE, Hung, LabelBlocks, room_below
from kiosk.style.stage import Stage

T = TypeVar("T")

LABEL_ROUNDS = 6
"""Most rounds to fit photos and labels: a smaller photo has a taller label, which makes the photo
smaller again; soon both agree.
"""
CLEARLY = 1.15
"""A pair is stacked if the product of areas is more than this many times as large so."""
SHARE_LEAST = 0.1
"""Rows smaller than this share of the wall's width are not tried further."""


class JustifiedRows(Struct, frozen=True):
    gutter: float
    """Space between photos, in margins."""
    gutter_below_labels: float
    is_pair: bool = False
    """Whether two photos, one above the other, have one area instead of one width."""
    is_flush: bool = False
    """Whether these begin at one edge, as they do with labels, and not in the middle."""

    def windows(
        self, subjects: Sequence[Subject], labels: Sequence[LabelBlocks], wall: Rect, stage: Stage
    ) -> Hung:
        """The rows in which the smallest photo is largest; of a pair, in which both are large."""
        rows = (
            [*map(_Row, _split(subjects, ends), _split(labels, ends))]
            for ends in _ways(len(subjects))
        )
        ways = [way for each in rows if (way := self._hung(each, wall, stage))]
        if not self.is_pair:
            return max(ways, key=_sizes)
        beside, *stacked = ways
        return next((way for way in stacked if _product(way) > CLEARLY * _product(beside)), beside)

    def _hung(self, rows: Sequence[_Row], wall: Rect, stage: Stage) -> Hung | None:
        """These rows, in the middle of the wall; None if labels leave no room."""
        gap, below = self.gutter * stage.margin, [0.0] * len(rows)
        tall = [(wall.width - gap * (len(row.ratios) - 1)) / sum(row.ratios) for row in rows]
        label_height = self._label_height(tall, wall, stage)
        for _ in range(LABEL_ROUNDS):
            heights = self._heights(rows, tall, wall.height - self._between(below, stage))
            if sum(heights) < SHARE_LEAST * sum(tall) and len(rows) > 1:
                return None
            wanted = [
                room_below(row.labels, row.widths(height), label_height, stage)
                for row, height in zip(rows, heights, strict=True)
            ]
            if all(new <= old for new, old in zip(wanted, below, strict=True)):
                break
            below = [max(one) for one in zip(wanted, below, strict=True)]
        between = self._between(below, stage)
        heights = self._heights(rows, tall, wall.height - between)
        top = wall.y + (wall.height - sum(heights) - between) / 2
        windows = list[Rect]()
        for row, height, labels in zip(rows, heights, below, strict=True):
            windows += _in_row(row.widths(height), height, top, gap, wall)
            top += height + self._below(labels, stage)
        if self.is_pair and len(rows) > 1 and (self.is_flush or any(below)):
            left = min(window.x for window in windows)
            windows = [replace(window, x=left) for window in windows]
        return Hung(windows, label_height)

    def _heights(self, rows: Sequence[_Row], tall: Sequence[float], free: float) -> list[float]:
        """Height of each row; `tall` are those of rows of the full width."""
        if self.is_pair and len(rows) > 1:
            return _of_one_area([row.ratios[0] for row in rows], tall, free)
        share = min(1.0, free / sum(tall))
        return [share * height for height in tall]

    def _label_height(self, tall: Sequence[float], wall: Rect, stage: Stage) -> float:
        """A label has all the height that photos of the full width leave free."""
        spaces = (LABEL_GAP + self.gutter_below_labels) * len(tall) - self.gutter_below_labels
        free = wall.height - sum(tall) - spaces * stage.margin
        return max(LABEL_SHARE * wall.height, free / len(tall))

    def _between(self, below: Sequence[float], stage: Stage) -> float:
        """Height of the labels, and of the spaces between the rows."""
        return sum(self._below(labels, stage) for labels in below[:-1]) + below[-1]

    def _below(self, labels: float, stage: Stage) -> float:
        """Space from a row to the next one, with the row's labels."""
        if labels:
            return labels + self.gutter_below_labels * stage.margin
        return self.gutter * stage.margin


class _Row(Struct, frozen=True):
    subjects: Sequence[Subject]
    labels: Sequence[LabelBlocks]

    @property
    def ratios(self) -> list[float]:
        return [one.facts.size.width / one.facts.size.height for one in self.subjects]

    def widths(self, height: float) -> list[float]:
        return [height * ratio for ratio in self.ratios]


def _in_row(
    widths: Sequence[float], height: float, top: float, gap: float, wall: Rect
) -> list[Rect]:
    left = wall.x + (wall.width - sum(widths) - gap * (len(widths) - 1)) / 2
    lefts = accumulate((width + gap for width in widths[:-1]), initial=left)
    return [Rect(x, top, width, height) for x, width in zip(lefts, widths, strict=True)]


def _of_one_area(ratios: Sequence[float], tall: Sequence[float], free: float) -> list[float]:
    """Heights of two photos; what one leaves that has the full width is for the other."""
    side = max(0.0, free) / sum(1 / math.sqrt(ratio) for ratio in ratios)
    heights = [min(most, side / math.sqrt(one)) for most, one in zip(tall, ratios, strict=True)]
    left = max(0.0, free - sum(heights))
    return [min(most, height + left) for most, height in zip(tall, heights, strict=True)]


def _ways(count: int) -> Iterator[tuple[int, ...]]:
    """All ways to part so many photos into rows, by where each row ends."""
    for cuts in range(count):
        for ends in combinations(range(1, count), cuts):
            yield (*ends, count)


def _split(items: Sequence[T], ends: Sequence[int]) -> list[Sequence[T]]:
    return [items[start:end] for start, end in pairwise((0, *ends))]


def _sizes(hung: Hung) -> tuple[float, float]:
    """The area of the smallest photo, and of all."""
    areas = [window.size.area for window in hung.windows]
    return min(areas), sum(areas)


def _product(hung: Hung) -> float:
    return math.prod(window.size.area for window in hung.windows)
