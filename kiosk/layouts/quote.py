"""Lays out a quote alone: the spoken words, large, with room around them."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from kiosk.exhibition.exhibition import Slide
from kiosk.layouts.parts.arrangement import Arrangement, Subject, arranged
from kiosk.layouts.parts.blocks import attribution, heading, quotation
from kiosk.layouts.parts.column import Block
from kiosk.layouts.parts.pages import pages
from kiosk.style.stage import Stage

SHORT_QUOTE = 60
"""Characters up to which a quote is set as large as a title."""


class QuotePage(Struct, frozen=True):
    def place(self, slide: Slide, subjects: tuple[Subject, ...], stage: Stage) -> Arrangement:
        blocks: list[Block] = []
        if slide.title:
            title = heading(slide.title, stage, "caption")
            blocks.append(replace(title, style=replace(title.style, colour=stage.theme.accent)))
        if slide.quote:
            role = "display" if len(slide.quote.text) <= SHORT_QUOTE else "quote"
            blocks += [*quotation(slide.quote, stage, role), *attribution(slide.quote, stage)]
        side = 1.5 * stage.margin if stage.size.upright else 2.5 * stage.margin
        box = stage.mirror(stage.page.inset(side, stage.margin))
        set_words = pages(blocks, box.width, box.height, stage)
        # The block as a whole is centred; its lines begin on one edge.
        slack = max(0.0, box.width - set_words.width) * (0.5 if not stage.size.upright else 0.0)
        box = box.inset(slack / 2, 0)
        return arranged((), set_words.at(box, stage, "middle"))
