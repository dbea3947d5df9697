"""Lays out a title page, its words low on the left like a book's half-title."""

from __future__ import annotations

from msgspec import Struct

from kiosk.base.geometry import Point, Rect
from kiosk.exhibition.exhibition import Slide
from kiosk.layouts.parts.arrangement import Arrangement, Subject, arranged
from kiosk.layouts.parts.blocks import attribution, body, heading, quotation
from kiosk.layouts.parts.column import Block, bounds
from kiosk.layouts.parts.pages import pages, together
from kiosk.style.stage import Stage
from kiosk.types.scene import Fill


class TitlePage(Struct, frozen=True):
    rule_width: float = 1.0
    """Length of the accent rule above the title, in margins."""

    def place(self, slide: Slide, subjects: tuple[Subject, ...], stage: Stage) -> Arrangement:
        blocks: list[Block] = []
        if slide.title:
            blocks.append(heading(slide.title, stage, "display"))
        if slide.text:
            blocks.append(body(slide.text, stage, "lead"))
        if slide.quote:
            blocks += [*quotation(slide.quote, stage, "lead"), *attribution(slide.quote, stage)]
        side = stage.margin if stage.size.upright else 2 * stage.margin
        box = stage.mirror(stage.page.inset(side, 1.5 * stage.margin))
        words = pages(blocks, box.width, box.height, stage, in_columns=True)
        placed = words.at(box, stage, "middle")
        rule = self._rule(bounds(placed[0]), stage)
        return arranged((), together(((rule,),), placed))

    def _rule(self, words: Rect, stage: Stage) -> Fill:
        width, thickness = self.rule_width * stage.margin, max(2.0, stage.margin / 20)
        x = words.right - width if stage.mirrored else words.x
        at = Point(x, words.y - 0.6 * stage.margin)
        return Fill(Rect(at.x, at.y, width, thickness), stage.theme.accent)
