"""Repeats a question in small type above its answer, once it has scrolled out of sight."""

from __future__ import annotations

import math
from functools import lru_cache

from msgspec import Struct
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
ABOVE, BELOW = 1.0, 0.3
"""Space above and below the words, in margins."""
HIDDEN = 1 / 3
"""How far the words are pushed out when they are gone, as a share of the band's height."""


class Band(Struct, frozen=True):
    """The band with a repeated question."""

    words: Column
    height: float
    comes: float
    """How far the page is scrolled when it begins to come in: as far as it is high, it is there."""

    def bottom(self, scroll: float, leaves: float) -> float:
        """Its lower edge on the screen, if it has to be gone at a scroll of `leaves`."""
        return round(min(self.height, scroll - self.comes, leaves - scroll))

    def opacity(self, scroll: float, bottom: float) -> float:
        """How visible its words are; half of them at the upper edge would look broken."""
        is_pushed = bottom < round(min(self.height, scroll - self.comes))
        return clamp(1 - (1 - bottom / self.height) / HIDDEN) if is_pushed else 1.0


def sticky_question(page: Page, scroll: float, stage: Stage) -> Layer:
    """The repeated question; it comes as the question leaves, and the answer's end pushes it out.

    With or without it, the text fades at the upper edge; in high contrast, a line ends it.
    """
    ground, width = stage.theme.ground, stage.size.width
    items, bottom = list[Item](), 0.0
    if found := band_at(page, scroll, stage):
        band, bottom = found
        top = bottom - _space(stage)[1] - band.words.height
        place = Rect(page.box.x, top, page.box.width, band.words.height)
        opacity = band.opacity(scroll, bottom)
        words = (replace(one, opacity=opacity) for one in band.words.at(place, stage))
        items = [Fill(Rect(0, 0, width, bottom), ground), *words]
        if stage.comfort.contrast:
            items.append(Fill(Rect(0, bottom - stage.line, width, stage.line), stage.theme.quiet))
    if not stage.comfort.contrast:
        fade = Rect(0, bottom, width, stage.margin)
        items.insert(0, Scrim(fade, ground, 1.0, solid_from=1.0, from_top=True))
    return Layer(tuple(items), opacity=clamp(scroll / stage.margin))


def band_at(page: Page, scroll: float, stage: Stage) -> tuple[Band, float] | None:
    """The band, and its lower edge on the screen; None if no question needs to be repeated."""
    last = page.exchange_at(scroll + 3 * height_max(stage))
    if last is None:
        return None
    following: Band | None = None
    for exchange in range(last, (page.exchange_at(scroll) or 0) - 1, -1):
        band = _band(page, exchange, stage)
        if band:
            leaves = page.answer_bottom(exchange)
            leaves = min(leaves, following.comes) if following else leaves
            bottom = band.bottom(scroll, leaves)
            if bottom > 0:
                return band, bottom
        following = band
    return None


def _band(page: Page, exchange: int, stage: Stage) -> Band | None:
    """The band of a question; None if its answer is too short to need it."""
    if page.questions[exchange] is None:
        return None
    asked = page.beginning(exchange)
    words = _shortened(asked.paragraph, page.box.width, stage)
    (above, below), bottom = _space(stage), asked.rect.bottom
    height = above + words.height + below
    if page.answer_bottom(exchange) - bottom <= LONG * height:
        return None
    # Its words are all there when they meet the last line of the question, which moves up.
    line = asked.rect.height / asked.paragraph.lines
    return Band(words, height, bottom - line - 2 * (below + words.height))


def comes_at(page: Page, exchange: int, stage: Stage) -> float:
    """How far the page is scrolled when the band of a question begins to come in."""
    band = _band(page, exchange, stage)
    return band.comes if band else math.inf


def clearance(stage: Stage) -> float:
    """How far from the upper edge a question begins whose band has not begun to come in."""
    asked = stage.style("body")
    return 2 * (_space(stage)[1] + _words_max(stage)) - asked.size * asked.leading


def height_max(stage: Stage) -> float:
    """The greatest height of the band."""
    return _words_max(stage) + sum(_space(stage))


def _words_max(stage: Stage) -> float:
    """The greatest height of its words, whose lines are whole pixels high."""
    style = stage.style("caption")
    return LINES_MAX * math.ceil(style.size * style.leading)


def _space(stage: Stage) -> tuple[float, float]:
    return round(ABOVE * stage.margin), round(BELOW * stage.margin)


@lru_cache(maxsize=64)
def _shortened(question: Paragraph, width: float, stage: Stage) -> Column:
    small = stage.style("caption")
    style = replace(question.style, size=small.size, leading=small.leading)
    return shortened(question.text, style, width, CHARACTERS, stage)
