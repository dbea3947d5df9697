"""Lays out a page of the curator's words, large, or beside a photo."""

from __future__ import annotations

from msgspec import Struct

from kiosk.exhibition.exhibition import Slide
from kiosk.layouts.beside import Beside
from kiosk.layouts.parts.arrangement import Arrangement, Subject, arranged
from kiosk.layouts.parts.blocks import attribution, body, heading, quotation
from kiosk.layouts.parts.column import Block
from kiosk.layouts.parts.words_alone import alone
from kiosk.style.stage import Stage


class TextPage(Struct, frozen=True):
    def place(self, slide: Slide, subjects: tuple[Subject, ...], stage: Stage) -> Arrangement:
        if subjects:
            return Beside(words=_words).place(slide, subjects, stage)
        side = stage.margin if stage.size.upright else 2 * stage.margin
        box = stage.mirror(stage.page.inset(side, stage.margin))
        return arranged((), alone(lambda on: _words(slide, on), box, stage))


def _words(slide: Slide, stage: Stage) -> list[Block]:
    blocks: list[Block] = []
    if slide.title:
        blocks.append(heading(slide.title, stage))
    if slide.text:
        blocks.append(body(slide.text, stage, "lead"))
    if slide.quote:
        blocks += [*quotation(slide.quote, stage, "lead"), *attribution(slide.quote, stage)]
    return blocks
