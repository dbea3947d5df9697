"""Lays out a notice: what visitors read before they see the slide, and their two choices."""

from __future__ import annotations

from itertools import accumulate
from typing import Literal

from msgspec import Struct

from kiosk.base.geometry import Point, Rect, centred
from kiosk.exhibition.exhibition import Slide
from kiosk.language.translations import SHOW, SKIP, Message
from kiosk.layouts.parts.arrangement import Arrangement, Subject, arranged
from kiosk.layouts.parts.blocks import body
from kiosk.layouts.parts.column import Block, Column, column, set_whole
from kiosk.layouts.parts.pages import pages, together
from kiosk.style.stage import Stage
from kiosk.types.scene import Fill, Item

Choice = Literal["show", "skip"]
CHOICES: dict[Choice, Message] = {"show": SHOW, "skip": SKIP}
SHORT = 0.5
"""A notice that takes at most this share of the page's height is set in large letters."""


class NoticePage(Struct, frozen=True):
    gap: float = 1.0
    """Space between the words and the buttons, in margins."""
    between: float = 0.5
    """Space between the buttons, in margins."""

    def place(self, slide: Slide, subjects: tuple[Subject, ...], stage: Stage) -> Arrangement:
        assert slide.notice, "only what has a notice is covered by one"
        side = stage.margin if stage.size.upright else 2 * stage.margin
        box = stage.mirror(stage.page.inset(side, stage.margin))
        labels = self._labels(box, stage)
        height = max(stage.finger, *(one.height + 0.5 * stage.margin for one in labels))
        below = self.gap * stage.margin + height
        large, usual = ([body(slide.notice, stage, role)] for role in ("heading", "lead"))
        room = box.height - below
        is_short = set_whole(large, box.width, stage).height <= SHORT * room
        words = pages(large if is_short else usual, box.width, room, stage)
        top = box.y + (box.height - words.height - below) / 2
        # The words begin where those of a text page do.
        box = box.inset(max(0.0, box.width - words.width) / 2, 0)
        row = Rect(box.x, round(top + words.height + below - height), box.width, height)
        said = words.at(Rect(box.x, top, box.width, words.height), stage)
        return arranged((), together(said, (self._buttons(labels, row, stage),)))

    def _labels(self, box: Rect, stage: Stage) -> list[Column]:
        """The words of the buttons, each within half of the row."""
        width = (box.width - self.between * stage.margin) / 2 - 1.5 * stage.margin
        blocks = (
            Block(
                one.in_language(stage.language),
                stage.style(
                    "body",
                    language=one.language_for(stage.language),
                    colour=stage.theme.quiet if choice == "skip" else None,
                ),
            )
            for choice, one in CHOICES.items()
        )
        return [column([block], width, box.height, stage) for block in blocks]

    def _buttons(self, labels: list[Column], row: Rect, stage: Stage) -> tuple[Item, ...]:
        """The buttons from where lines begin, each with its plate; the first has an outline."""
        between = self.between * stage.margin
        widths = [max(stage.finger, one.width + 1.5 * stage.margin) for one in labels]
        ways = accumulate((width + between for width in widths[:-1]), initial=0.0)
        items, over = list[Item](), list[Item]()
        for label, width, way in zip(labels, widths, ways, strict=True):
            left = row.right - way - width if stage.mirrored else row.x + way
            plate = Rect(left, row.y, width, row.height)
            at = centred(label.paragraphs[0].size, plate).top_left
            letters = label.at(Rect(at.x, at.y, label.width, label.height), stage)
            items.append(Fill(plate, stage.theme.raised))
            if label is labels[0]:
                edges = plate.without(plate.inset(stage.line))
                over += [Fill(edge, stage.theme.accent) for edge in edges]
            over += letters
        return (*items, *over)


def touched_choice(arrangement: Arrangement | None, at: Point) -> Choice | None:
    """What the button of a notice's page at a point does."""
    words = arrangement.words if arrangement else ()
    plates = [item.rect for item in words if isinstance(item, Fill)]
    pairs = zip(CHOICES, plates, strict=False)
    return next((choice for choice, plate in pairs if plate.contains(at)), None)
