"""Lays out a quote, large, with room around it, or beside a photo."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from kiosk.base.geometry import Rect
from kiosk.exhibition.exhibition import Slide
from kiosk.layouts.beside import Beside
from kiosk.layouts.parts.arrangement import Arrangement, Subject, arranged
from kiosk.layouts.parts.blocks import attribution, heading, quotation
from kiosk.layouts.parts.column import Block
from kiosk.layouts.parts.words_alone import quote_alone
from kiosk.style.stage import Stage


class QuotePage(Struct, frozen=True):
    def place(self, slide: Slide, subjects: tuple[Subject, ...], stage: Stage) -> Arrangement:
        assert slide.quote, "a slide without a quote has another layout"
        if subjects:
            return Beside(words=_beside_photo).place(slide, subjects, stage)
        words = quote_alone(lambda on: small_title(slide, on), slide.quote, _box, stage)
        return arranged((), words)


def _box(stage: Stage) -> Rect:
    side = stage.margin if stage.size.upright else 2 * stage.margin
    return stage.mirror(stage.page.inset(side, stage.margin))


def small_title(slide: Slide, stage: Stage) -> list[Block]:
    """The title above a quote, which says what it is about."""
    if not slide.title:
        return []
    title = heading(slide.title, stage, "body")
    accent = replace(title.style, colour=stage.theme.accent)
    return [replace(title, style=accent, fixed=True)]


def _beside_photo(slide: Slide, stage: Stage) -> list[Block]:
    assert slide.quote, "a slide without a quote has another layout"
    said = [*quotation(slide.quote, stage, "quote"), *attribution(slide.quote, stage)]
    return [*small_title(slide, stage), *said]
