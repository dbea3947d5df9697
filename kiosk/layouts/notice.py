"""Lays out a notice: what visitors read before they see the slide, and a button to show it."""

from __future__ import annotations

from msgspec import Struct

from kiosk.base.geometry import Point, Rect, centred
from kiosk.exhibition.exhibition import Slide
from kiosk.language.translations import SHOW
from kiosk.layouts.parts.arrangement import Arrangement, Subject, arranged
from kiosk.layouts.parts.blocks import body
from kiosk.layouts.parts.column import Block, column
from kiosk.layouts.parts.pages import pages, together
from kiosk.style.stage import Stage
from kiosk.types.scene import Fill


class NoticePage(Struct, frozen=True):
    gap: float = 1.0
    """Space between the words and the button, in margins."""

    def place(self, slide: Slide, subjects: tuple[Subject, ...], stage: Stage) -> Arrangement:
        assert slide.notice, "only what has a notice is covered by one"
        side = stage.margin if stage.size.upright else 2 * stage.margin
        box = stage.mirror(stage.page.inset(side, stage.margin))
        style = stage.style("body", language=SHOW.language_for(stage.language))
        label = column(
            [Block(SHOW.in_language(stage.language), style)], box.width, box.height, stage
        )
        height = max(stage.finger, label.height + 0.5 * stage.margin)
        width = max(stage.finger, label.width + 1.5 * stage.margin)
        below = self.gap * stage.margin + height
        words = pages([body(slide.notice, stage, "lead")], box.width, box.height - below, stage)
        top = box.y + (box.height - words.height - below) / 2
        edge = box.right - width if stage.mirrored else box.x
        button = Rect(edge, round(top + words.height + below - height), width, height)
        at = centred(label.paragraphs[0].size, button).top_left
        letters = label.at(Rect(at.x, at.y, label.width, label.height), stage)
        said = words.at(Rect(box.x, top, box.width, words.height), stage)
        return arranged((), together(said, ((Fill(button, stage.theme.raised), *letters),)))


def is_show_button(arrangement: Arrangement | None, at: Point) -> bool:
    """Whether a point of a notice's page is on its button."""
    words = arrangement.words if arrangement else ()
    return any(item.rect.contains(at) for item in words if isinstance(item, Fill))
