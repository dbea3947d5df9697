"""Grid: two to four photos of one size, with a narrow gutter, and words beside or below."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.exhibition.model import Slide
from kiosk.geometry import Rect, fill, whole
from kiosk.layouts.arrangement import Arrangement, PlacedPhoto, Subject
from kiosk.layouts.column import Anchor, column
from kiosk.layouts.wording import label, words_of
from kiosk.stage import Stage


@dataclass(frozen=True)
class Grid:
    share: float = 0.62
    """Width of the photos beside words, as a share of the room within the margins."""
    share_upright: float = 0.58
    gutter: float = 0.2
    """Space between photos, in margins."""

    def place(self, slide: Slide, subjects: tuple[Subject, ...], stage: Stage) -> Arrangement:
        safe, space = stage.safe, stage.margin
        blocks = [*words_of(slide, stage), *label(slide, stage)]
        if not blocks:
            return Arrangement(self._cells(subjects, safe, stage))
        if stage.size.upright:
            wall = Rect(safe.x, safe.y, safe.width, safe.height * self.share_upright)
            room = Rect(safe.x, wall.bottom + space, safe.width, safe.bottom - wall.bottom - space)
        else:
            wall = Rect(safe.x, safe.y, safe.width * self.share, safe.height)
            room = Rect(wall.right + space, safe.y, safe.right - wall.right - space, safe.height)
        words = column(blocks, room.width, room.height, stage)
        anchor: Anchor = "top" if stage.size.upright else "middle"
        placed = words.at(stage.mirror(room), stage, anchor)
        return Arrangement(self._cells(subjects, stage.mirror(wall), stage), placed)

    def _cells(
        self, subjects: tuple[Subject, ...], wall: Rect, stage: Stage
    ) -> tuple[PlacedPhoto, ...]:
        gap = round(self.gutter * stage.margin)
        return tuple(
            PlacedPhoto(
                subject.photo,
                whole(fill(subject.facts.size, cell, subject.photo.focus)),
                cell,
            )
            for subject, cell in zip(subjects, _split(wall, len(subjects), gap), strict=True)
        )


def _split(wall: Rect, count: int, gap: float) -> list[Rect]:
    """Equal cells: a row or a pile of two, one above two, or two by two."""
    if count == 2:
        return _pile(wall, 2, gap) if wall.height > wall.width else _row(wall, 2, gap)
    upper, lower = _pile(wall, 2, gap)
    return [*_row(upper, count - 2, gap), *_row(lower, 2, gap)]


def _row(box: Rect, count: int, gap: float) -> list[Rect]:
    width = (box.width - gap * (count - 1)) / count
    return [whole(Rect(box.x + n * (width + gap), box.y, width, box.height)) for n in range(count)]


def _pile(box: Rect, count: int, gap: float) -> list[Rect]:
    height = (box.height - gap * (count - 1)) / count
    return [whole(Rect(box.x, box.y + n * (height + gap), box.width, height)) for n in range(count)]
