"""Lays out a notice: what visitors read before they see the slide, and their two choices."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from kiosk.base.geometry import Point, Rect, centred
from kiosk.exhibition.exhibition import Slide
from kiosk.language.translations import SHOW, SKIP, Message
from kiosk.layouts.parts.arrangement import Arrangement, Subject, arranged
from kiosk.layouts.parts.blocks import body
from kiosk.layouts.parts.column import Block, Column, column
from kiosk.layouts.parts.enlarging import enlarged, enlarging, in_usual_text
from kiosk.layouts.parts.pages import pages, together
from kiosk.layouts.parts.words_alone import WIDE, beyond_edge, from_edge
from kiosk.style.stage import Stage
from kiosk.types.scene import Fill, Item

Choice = Literal["show", "skip"]
CHOICES: dict[Choice, Message] = {"show": SHOW, "skip": SKIP}
SHORT = 0.5
"""A notice that takes at most this share of the screen's height is set in larger letters."""
LABEL = 1.2
"""Size of the words of buttons, relative to running text."""


class NoticePage(Struct, frozen=True):
    gap: float = 1.2
    """Space between the words and the buttons, in margins."""
    between: float = 0.5
    """Space between the buttons, in margins."""

    def place(self, slide: Slide, subjects: tuple[Subject, ...], stage: Stage) -> Arrangement:
        """The words begin where those of a text page do; the row of buttons is half a page wide."""
        side = stage.margin if stage.size.upright else 2 * stage.margin
        box = stage.mirror(stage.page.inset(side, stage.margin))
        room, usual = beyond_edge(box, stage), beyond_edge(box, in_usual_text(stage))
        width = room.width if stage.size.upright else min(room.width, WIDE * stage.size.width)
        labels = self._labels(width, stage)
        height = max(stage.finger, *(one.height + 0.6 * stage.margin for one in labels))
        below = self.gap * stage.margin + height
        factor = enlarging(
            lambda on: _said(slide, on), usual.width, SHORT * stage.size.height, stage
        )
        blocks = enlarged(_said(slide, stage), factor)
        words = pages(blocks, room.width, box.height - below, stage)
        top = box.y + (box.height - words.height - below) / 2
        place = from_edge(box, max(words.width, width), stage)
        row = Rect(place.x, round(top + words.height + below - height), width, height)
        if stage.mirrored:
            row = row.moved(Point(place.right - row.right, 0))
        said = words.at(Rect(place.x, top, place.width, words.height), stage)
        return arranged((), together(said, (self._buttons(labels, row, stage),)))

    def _labels(self, width: float, stage: Stage) -> list[Column]:
        """The words of the buttons, which are equally strong."""
        within = self._width(width, stage) - stage.margin
        blocks = (
            Block(
                one.in_language(stage.language),
                stage.style("body", language=one.language_for(stage.language)),
            )
            for one in CHOICES.values()
        )
        larger = enlarged(list(blocks), LABEL)
        return [column([block], within, stage.safe.height, stage) for block in larger]

    def _width(self, row: float, stage: Stage) -> float:
        return (row - self.between * stage.margin) / 2

    def _buttons(self, labels: list[Column], row: Rect, stage: Stage) -> tuple[Item, ...]:
        """The buttons from where lines begin: first all plates, then outlines and words."""
        width = self._width(row.width, stage)
        first = Rect(row.x, row.y, width, row.height)
        plates = [first, first.moved(Point(row.right - first.right, 0))]
        if stage.mirrored:
            plates.reverse()
        over = list[Item]()
        for label, plate in zip(labels, plates, strict=True):
            edges = plate.without(plate.inset(stage.line / 2))
            over += [Fill(edge, stage.theme.quiet) for edge in edges]
            at = centred(label.paragraphs[0].size, plate).top_left
            over += label.at(Rect(at.x, at.y, label.width, label.height), stage)
        return (*(Fill(plate, stage.theme.raised) for plate in plates), *over)


def _said(slide: Slide, stage: Stage) -> list[Block]:
    assert slide.notice, "only what has a notice is covered by one"
    return [body(slide.notice, stage, "lead")]


def touched_choice(arrangement: Arrangement | None, at: Point) -> Choice | None:
    """What the button of a notice's page at a point does."""
    words = arrangement.words if arrangement else ()
    plates = [item.rect for item in words if isinstance(item, Fill)]
    pairs = zip(CHOICES, plates, strict=False)
    return next((choice for choice, plate in pairs if plate.contains(at)), None)
