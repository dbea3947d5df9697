"""Hangs whole photos in rows: those of a row have one height, and all rows have one width."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, combinations, pairwise
from typing import TypeVar

from msgspec import Struct

from kiosk.base.geometry import Rect
from kiosk.layouts.parts.arrangement import Subject
from kiosk.layouts.parts.photo_group import LABEL_GAP, LABEL_SHARE, Hung, LabelBlocks, room_below
from kiosk.style.stage import Stage

T = TypeVar("T")

LABEL_ROUNDS = 6
"""Most rounds to fit photos and labels: a smaller photo has a taller label, which makes the photo
smaller again; soon both agree.
"""
SHARE_LEAST = 0.1
"""Rows smaller than this share of the wall's width are not tried further."""


class JustifiedRows(Struct, frozen=True):
    gutter: float
    """Space between photos, in margins."""
    gutter_below_labels: float

    def windows(
        self, subjects: Sequence[Subject], labels: Sequence[LabelBlocks], wall: Rect, stage: Stage
    ) -> Hung:
        """The rows in which the smallest photo is largest."""
        rows = (
            [*map(_Row, _split(subjects, ends), _split(labels, ends))]
            for ends in _ways(len(subjects))
        )
        ways = (self._hung(each, wall, stage) for each in rows)
        return max((way for way in ways if way), key=_sizes)

    def _hung(self, rows: Sequence[_Row], wall: Rect, stage: Stage) -> Hung | None:
        """These rows, in the middle of the wall; None if labels leave no room."""
        gap = self.gutter * stage.margin
        tall = [(wall.width - gap * (len(row.ratios) - 1)) / sum(row.ratios) for row in rows]
        share, below = 1.0, [0.0] * len(rows)
        label_height = self._label_height(tall, wall, stage)
        for _ in range(LABEL_ROUNDS):
            share = min(share, (wall.height - self._between(below, stage)) / sum(tall))
            if share < SHARE_LEAST and len(rows) > 1:
                return None
            wanted = [
                room_below(row.labels, row.widths(share * height), label_height, stage)
                for row, height in zip(rows, tall, strict=True)
            ]
            if all(new <= old for new, old in zip(wanted, below, strict=True)):
                break
            below = [max(one) for one in zip(wanted, below, strict=True)]
        share = min(share, (wall.height - self._between(below, stage)) / sum(tall))
        top = wall.y + (wall.height - share * sum(tall) - self._between(below, stage)) / 2
        windows = list[Rect]()
        for row, height, labels in zip(rows, tall, below, strict=True):
            windows += _in_row(row.widths(share * height), share * height, top, gap, wall)
            top += share * height + self._below(labels, stage)
        return Hung(windows, label_height)

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
