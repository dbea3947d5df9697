"""Opens the interview at the words that a slide quotes."""

from __future__ import annotations

from kiosk.base.easing import clamp
from kiosk.screens.context import Context
from kiosk.screens.interview.interview import InterviewReader
from kiosk.screens.interview.interview_page import marks
from kiosk.screens.interview.passages import exchange_of
from kiosk.screens.interview.reader_layout import reader_layout
from kiosk.screens.interview.sticky_question import comes_at, height_max
from kiosk.screens.scroll import Scroll

UPPER = 0.3
"""Where a quote begins if its question is too far above: a share of the room that it leaves."""


def opened_at_quote(name: str, slide: int, context: Context) -> InterviewReader:
    """The interview at the quote of a slide, below its question if both fit on the screen."""
    entry = context.entry(name)
    stage = context.stage_of(entry)
    places, exchange = marks(entry, slide, stage), exchange_of(entry, slide)
    if exchange is None:
        return InterviewReader(name, slide=slide)
    laid_out = reader_layout(entry, stage)
    beginning = laid_out.page.beginning(exchange).rect
    # A translation may have other words, so that there are no marks.
    top, bottom = (places[0].y, places[-1].bottom) if places else (beginning.y, beginning.bottom)
    room = stage.size.height - stage.bar - stage.margin
    # As high as it can be without being repeated, so that the former question is gone.
    scroll = min(beginning.y - stage.margin, comes_at(laid_out.page, exchange, stage))
    if bottom - scroll > room:
        above = height_max(stage) + stage.margin
        scroll = top - max(above, UPPER * (room - (bottom - top)))
    return InterviewReader(name, Scroll(clamp(scroll, 0.0, laid_out.last)), slide=slide)
