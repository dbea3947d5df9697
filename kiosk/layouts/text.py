"""Lays out a page of the curator's words, in lines short enough for the eye to follow."""

from __future__ import annotations

from msgspec import Struct

from kiosk.exhibition.exhibition import Slide
from kiosk.layouts.parts.arrangement import Arrangement, Subject, arranged
from kiosk.layouts.parts.blocks import attribution, body, heading, quotation
from kiosk.layouts.parts.column import Block
from kiosk.layouts.parts.pages import pages
from kiosk.style.stage import Stage


class TextPage(Struct, frozen=True):
    role: str = "lead"

    def place(self, slide: Slide, subjects: tuple[Subject, ...], stage: Stage) -> Arrangement:
        blocks: list[Block] = []
        if slide.title:
            blocks.append(heading(slide.title, stage))
        if slide.text:
            blocks.append(body(slide.text, stage, self.role))
        if slide.quote:
            blocks += [*quotation(slide.quote, stage, self.role), *attribution(slide.quote, stage)]
        side = stage.margin if stage.size.upright else 2 * stage.margin
        box = stage.mirror(stage.page.inset(side, stage.margin))
        words = pages(blocks, box.width, box.height, stage, in_columns=True)
        return arranged((), words.at(box, stage, "middle"))
