"""Lays out a title page, beside a photo if there is one."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from kiosk.base.geometry import Point, Rect
from kiosk.exhibition.exhibition import Slide
from kiosk.layouts.beside import Beside
from kiosk.layouts.parts.arrangement import Arrangement, Subject, arranged
from kiosk.layouts.parts.blocks import attribution, body, heading, quotation
from kiosk.layouts.parts.column import Block, bounds
from kiosk.layouts.parts.enlarging import in_usual_text
from kiosk.layouts.parts.pages import together
from kiosk.layouts.parts.spread import spread
from kiosk.layouts.parts.words_alone import alone
from kiosk.style.stage import Stage
from kiosk.types.scene import Fill


class TitlePage(Struct, frozen=True):
    rule_width: float = 1.0
    """Length of the accent rule above a title without a photo, in margins."""

    def place(self, slide: Slide, subjects: tuple[Subject, ...], stage: Stage) -> Arrangement:
        if subjects:
            return Beside(enlarged_to=0.0, words=_words).place(slide, subjects, stage)
        placed = alone(lambda on: _words(slide, on), _box(stage), stage, in_middle=True)
        rule = self._rule(bounds(placed[0]), stage)
        return arranged((), together(((rule,),), placed))

    def _rule(self, words: Rect, stage: Stage) -> Fill:
        width, thickness = self.rule_width * stage.margin, max(2.0, stage.margin / 20)
        x = words.right - width if stage.mirrored else words.x
        at = Point(x, words.y - 0.6 * stage.margin)
        return Fill(Rect(at.x, at.y, width, thickness), stage.theme.accent)


def _box(stage: Stage) -> Rect:
    side = stage.margin if stage.size.upright else 2 * stage.margin
    return stage.mirror(stage.page.inset(side, 1.5 * stage.margin))


def _words(slide: Slide, stage: Stage) -> list[Block]:
    blocks: list[Block] = []
    if slide.title:
        title = heading(slide.title, stage, "display")
        blocks.append(replace(title, title_width=_title_width(slide, stage)))
    if slide.text:
        blocks.append(body(slide.text, stage, "lead"))
    if slide.quote:
        blocks += [*quotation(slide.quote, stage, "lead"), *attribution(slide.quote, stage)]
    return blocks


def _title_width(slide: Slide, stage: Stage) -> float:
    """The width for a title that is the same in all text sizes."""
    if not slide.shown_photos:
        return _box(stage).width
    return stage.safe.width if stage.size.upright else spread(in_usual_text(stage)).words.width
