"""Repeats a question in small type above its answer, once it has scrolled out of sight."""

from __future__ import annotations

from functools import lru_cache

from msgspec.structs import replace

from kiosk.base.easing import clamp
from kiosk.base.geometry import Rect
from kiosk.layouts.parts.column import Column
from kiosk.screens.interview.interview_page import Page
from kiosk.screens.interview.shortened import LINES_MAX, shortened
from kiosk.style.stage import Stage
from kiosk.types.scene import Fill, Item, Layer, Paragraph, Scrim

CHARACTERS = 80
"""Longest line in characters: it is only glanced at, so it may be as wide as the text below."""
LONG = 3.0
"""Least height of an answer that needs its question repeated, in heights of that band."""
PADDING = 0.3
"""Space above and below the line, in margins."""


def sticky_question(page: Page, scroll: float, stage: Stage) -> Layer:
    """The repeated question; it comes as the question leaves, and the answer's end pushes it out.

    With or without it, the text fades at the upper edge; in high contrast, nothing fades.
    """
    line, top = _line(page, scroll, stage)
    padding = round(PADDING * stage.margin)
    ground = stage.theme.ground
    items: list[Item] = []
    bottom = 0.0
    if line:
        height = line.height + 2 * padding
        bottom = top + height
        items.append(Fill(Rect(0, top, stage.size.width, height), ground))
        items += line.at(Rect(page.box.x, top + padding, page.box.width, line.height), stage)
    if not stage.comfort.contrast:
        fade = Rect(0, bottom, stage.size.width, stage.margin)
        items.insert(0, Scrim(fade, ground, 1.0, solid_from=1.0, from_top=True))
    return Layer(tuple(items), opacity=clamp(scroll / stage.margin))


def _line(page: Page, scroll: float, stage: Stage) -> tuple[Column | None, float]:
    """The question and the top of its band; None if the answer is too short to need it."""
    exchange = page.exchange_at(scroll)
    if exchange is None or page.questions[exchange] is None:
        return None, 0.0
    asked = page.beginning(exchange)
    answered = page.answer_bottom(exchange)
    line = _shortened(asked.paragraph, page.box.width, stage)
    height = line.height + 2 * round(PADDING * stage.margin)
    top = min(0.0, scroll - asked.rect.bottom - height, answered - scroll - height)
    is_long = answered - asked.rect.bottom > LONG * height
    return (line, round(top)) if is_long and top > -height else (None, 0.0)


def height_max(stage: Stage) -> float:
    """The greatest height of the band."""
    style = stage.style("caption")
    return LINES_MAX * style.size * style.leading + 2 * round(PADDING * stage.margin)


@lru_cache(maxsize=64)
def _shortened(question: Paragraph, width: float, stage: Stage) -> Column:
    small = stage.style("caption")
    style = replace(question.style, size=small.size, leading=small.leading)
    return shortened(question.text, style, width, CHARACTERS, stage)
