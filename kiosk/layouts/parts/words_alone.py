"""Sets words that stand alone on a page: large, and from one edge on all pages."""

from __future__ import annotations

import math
from collections.abc import Sequence

from msgspec.structs import replace

from kiosk.base.geometry import Rect
from kiosk.exhibition.exhibition import Quote
from kiosk.layouts.parts.blocks import SPOKEN, attribution
from kiosk.layouts.parts.column import REDUCTIONS, Block, fitted, hang, set_whole
from kiosk.layouts.parts.enlarging import enlarged, enlarging, in_usual_text
from kiosk.layouts.parts.pages import PagedItems, PagedLetters, pages
from kiosk.layouts.parts.two_languages import (
    BlocksOn,
    BoxOn,
    Letters,
    is_wide,
    letters_beside,
    side_by_side,
)
from kiosk.style.comfort import TEXT_SIZES, USUAL_TEXT
from kiosk.style.stage import Stage

SHORT_QUOTE = 60
"""Characters up to which a quote is set as large as a title."""
FULL = 0.6
"""Words are enlarged as long as they take at most this share of the screen's height."""
WIDE = 0.5
"""Words that take this share of the screen's width begin at one edge."""
LOPSIDED = 0.05
"""Narrower words begin there, too, if they are at most this share of the width off the middle."""
LINE = 39
"""Characters in a line of a quote, as a rule: a line so long is in the middle of the page."""


def alone(blocks: BlocksOn, box: Rect, stage: Stage, *, in_middle: bool = False) -> PagedLetters:
    """Words from the edge of all such pages, or in the middle of a box."""
    room = box if in_middle else beyond_edge(box, stage)
    usual = box if in_middle else beyond_edge(box, in_usual_text(stage))
    factor = enlarging(blocks, usual.width, FULL * stage.size.height, stage)
    large = enlarged(blocks(stage), factor)
    words = pages(large, room.width, box.height, stage)
    if not words.is_single:
        words = pages(large, box.width, box.height, stage, in_columns=True)
    place = _middle if in_middle else from_edge
    return words.at(place(box, words.width, stage), stage, "middle")


def quote_alone(head: BlocksOn, quote: Quote, box: BoxOn, stage: Stage) -> PagedItems:
    """A quote at that edge; a translation is beside the spoken words, if there is room.

    A short quote is always above them, in letters of a title.
    """
    room = box(stage)
    beside = None if _is_short(quote) else letters_beside(head, quote, box, stage)
    if beside and is_wide(beside, quote, room, stage):
        return side_by_side(beside, head, quote, room, stage)
    letters = beside or _letters_below(head, quote, box, stage)
    said = letters.said(quote, stage.comfort.text_scale, stage)
    width = beyond_edge(room, stage, said).width
    blocks = _stacked(head, quote, letters, stage.comfort.text_scale, stage)
    words = pages(blocks, width, room.height, stage, hang=math.inf)
    return words.at(from_edge(room, words.width, stage, said), stage, "middle")


def _letters_below(head: BlocksOn, quote: Quote, box: BoxOn, stage: Stage) -> Letters:
    """Letters of a quote above the spoken words, in which all fits in the usual text size."""
    usual, letters = replace(in_usual_text(stage), has_pages=False), _letters(quote)
    room = beyond_edge(box(usual), usual, letters.said(quote, 1.0, usual))
    one = fitted(_stacked(head, quote, letters, 1.0, usual), room.width, room.height, usual)
    share = one.reduction if one else 1.0
    return replace(letters, share=share, spoken_share=share)


def quote_in_frame(head: BlocksOn, quote: Quote, box: BoxOn, stage: Stage) -> PagedLetters:
    """A quote in the middle of a frame, on one page in all text sizes, unless it is long.

    Its letters are as large as they can be beside the largest names and links.
    """
    largest = replace(stage, comfort=replace(stage.comfort, text_size=len(TEXT_SIZES)))
    most = _largest_in_frame(head, quote, box, replace(largest, has_pages=False))
    scale, letters = min(most, stage.comfort.text_scale), _letters(quote)
    room = _later(box(stage), _hang(letters.said(quote, scale, stage), stage), stage)
    blocks = _stacked(head, quote, letters, scale, stage)
    if stage.comfort.text_scale > 1:  # Less would be smaller than in the usual text size.
        blocks = [replace(one, fixed=True) for one in blocks]
    words = pages(blocks, room.width, room.height, stage, hang=math.inf)
    return words.at(_middle(room, words.width, stage), stage, "middle")


def from_edge(box: Rect, width: float, stage: Stage, said: Sequence[Block] = ()) -> Rect:
    """Where words of a width are in a box: from the edge, or in its middle if they are narrow."""
    free = max(0.0, box.width - width)
    aside = min(free, _edge(box, said, stage))
    is_lopsided = abs(free / 2 - aside) > LOPSIDED * stage.size.width
    if is_lopsided and width < WIDE * stage.size.width:
        return _middle(box, width, stage)
    return _later(box, aside, stage)


def _largest_in_frame(head: BlocksOn, quote: Quote, box: BoxOn, stage: Stage) -> float:
    """The scale of the largest letters with which all fits, if these are large enough; else 1."""
    letters, least = _letters(quote), in_usual_text(stage).style("lead").size
    for scale in (*reversed(TEXT_SIZES[USUAL_TEXT - 1 :]), *REDUCTIONS[1:]):
        said = letters.said(quote, scale, stage)
        room = _later(box(stage), _hang(said, stage), stage)
        blocks = _stacked(head, quote, letters, scale, stage)
        is_large = said[0].style.size >= least
        if is_large and set_whole(blocks, room.width, stage).height <= room.height:
            return scale
    return 1.0


def _letters(quote: Quote) -> Letters:
    role = "display" if _is_short(quote) else "quote"
    return Letters(role, SPOKEN[role])


def _is_short(quote: Quote) -> bool:
    return len(quote.text) <= SHORT_QUOTE


def _stacked(
    head: BlocksOn, quote: Quote, letters: Letters, scale: float, stage: Stage
) -> list[Block]:
    """All that is said, one below the other."""
    said, below = letters.said(quote, scale, stage), letters.spoken(quote, scale, stage)
    return [*head(stage), *said, *below, *attribution(quote, stage)]


def beyond_edge(box: Rect, stage: Stage, said: Sequence[Block] = ()) -> Rect:
    """The box from that edge on."""
    return _later(box, _edge(box, said, stage), stage)


def _edge(box: Rect, blocks: Sequence[Block], stage: Stage) -> float:
    """How far into the box words begin; hanging marks are within the margins of the screen."""
    aside = (box.width - stage.measure(stage.style("quote"), LINE)) / 2
    return max(0.0, aside, _hang(blocks, stage) - (box.x - stage.safe.x))


def _hang(blocks: Sequence[Block], stage: Stage) -> float:
    return max((hang(one, stage) for one in blocks), default=0.0)


def _middle(box: Rect, width: float, stage: Stage) -> Rect:
    return _later(box, max(0.0, box.width - width) / 2, stage)


def _later(box: Rect, by: float, stage: Stage) -> Rect:
    """The box without its beginning."""
    return Rect(box.x if stage.mirrored else box.x + by, box.y, box.width - by, box.height)
