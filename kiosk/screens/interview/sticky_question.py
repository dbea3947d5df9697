"""Running: the question that is being answered, small above the answer once it is out of sight."""

from __future__ import annotations

import math
from bisect import bisect_left
from functools import lru_cache

from msgspec.structs import replace

from kiosk.base.easing import clamp
from kiosk.base.geometry import Rect
from kiosk.exhibition.collection import Entry
from kiosk.layouts.parts.column import Block, Column, column
from kiosk.screens.interview.interview_page import Page
from kiosk.style.stage import Stage
from kiosk.types.scene import Fill, Item, Layer, Paragraph, Scrim

LINES_MAX = 2
CHARACTERS = 80
"""It is glanced at and not read on: it may be as long as the lines below it are wide."""
LONG = 3.0
"""An answer that is higher than so many of these lines loses its question out of sight."""
PADDING = 0.3
"""Above and below the line, in margins."""


def running(entry: Entry, page: Page, scroll: float, stage: Stage) -> Layer:
    """It comes as fast as the question leaves, and is pushed out by the end of the answer.

    With it or without, the text fades into the upper edge; but in high contrast, nothing is faint.
    """
    line, top = _line(entry, page, scroll, stage)
    padding = round(PADDING * stage.margin)
    ground = stage.theme.ground
    items: list[Item] = []
    bottom = 0.0
    if line:
        height = line.height + 2 * padding
        bottom = top + height
        items.append(Fill(Rect(0, top, stage.size.width, height), ground))
        items += line.at(Rect(page.box.x, top + padding, page.box.width, line.height), stage)
    if not stage.contrast:
        fade = Rect(0, bottom, stage.size.width, stage.margin)
        items.insert(0, Scrim(fade, ground, 1.0, solid_from=1.0, from_top=True))
    return Layer(tuple(items), opacity=clamp(scroll / stage.margin))


def _line(entry: Entry, page: Page, scroll: float, stage: Stage) -> tuple[Column | None, float]:
    """The question and where its band begins; none where the answer is too short to need one."""
    exchange = page.exchange_at(scroll)
    if exchange is None or entry.interview is None:
        return None, 0.0
    asked = page.question(exchange)
    answered = page.answer_bottom(exchange, entry.interview)
    line = _shortened(asked.paragraph, page.box.width, stage)
    height = line.height + 2 * round(PADDING * stage.margin)
    top = min(0.0, scroll - asked.rect.bottom - height, answered - scroll - height)
    is_long = answered - asked.rect.bottom > LONG * height
    return (line, round(top)) if is_long and top > -height else (None, 0.0)


def height_max(stage: Stage) -> float:
    """What it takes of the screen at most."""
    style = stage.style("caption")
    return LINES_MAX * style.size * style.leading + 2 * round(PADDING * stage.margin)


@lru_cache(maxsize=64)
def _shortened(question: Paragraph, width: float, stage: Stage) -> Column:
    """In small type, within so many lines; of a longer one the end, since that is what is asked."""
    size = stage.style("caption").size
    style = replace(question.style, size=size, leading=stage.style("caption").leading)
    words = question.text.split(" ")

    def ending(left_out: int) -> Column:
        text = " ".join(["…", *words[left_out:]] if left_out else words)
        return column([Block(text, style, characters=CHARACTERS)], width, math.inf, stage)

    def is_short(left_out: int) -> bool:
        return ending(left_out).paragraphs[0].lines <= LINES_MAX

    return ending(bisect_left(range(len(words) - 1), True, key=is_short))
