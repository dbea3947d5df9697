"""Sets words that stand alone on a page: large, and in the middle of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kiosk.base.geometry import Point, Rect
from kiosk.exhibition.exhibition import Quote
from kiosk.layouts.parts.blocks import (
    QUOTE,
    attribution,
    quotation,
    quoted,
    spoken,
    translator,
)
from kiosk.layouts.parts.column import Block, set_smaller
from kiosk.layouts.parts.enlarging import enlarged, enlarging
from kiosk.layouts.parts.pages import Page, PagedLetters, Pages, pages, together
from kiosk.style.stage import Stage

SHORT_QUOTE = 60
"""Characters up to which a quote is set as large as a title."""
FULL = 0.6
"""Words are enlarged as long as they take at most this share of the screen's height."""
TALL = 0.8
"""Height by width of a box from which on words of another language are below, not beside."""
GUTTER = 2.0
"""Space between words and those of another language beside them, in margins."""


def alone(blocks: Callable[[Stage], Sequence[Block]], box: Rect, stage: Stage) -> PagedLetters:
    """Words in the middle of a box; their lines begin on one edge."""
    factor = enlarging(blocks, box.width, FULL * stage.size.height, stage)
    words = pages(enlarged(blocks(stage), factor), box.width, box.height, stage, in_columns=True)
    return words.at(_middle(box, words.width, stage), stage, "middle")


def quote_alone(head: Sequence[Block], quote: Quote, box: Rect, stage: Stage) -> PagedLetters:
    """A quote in the middle of a box; if it is translated, beside the spoken words, if wide."""
    role = "display" if len(quote.text) <= SHORT_QUOTE else "quote"
    aside = spoken(quote, stage, role)
    foot = attribution(quote, stage)
    if not aside or box.height > TALL * box.width:
        blocks = [*head, *quotation(quote, stage, role), *foot]
        words = pages(blocks, box.width, box.height, stage)
        return words.at(_middle(box, words.width, stage), stage, "middle")
    gutter = GUTTER * stage.margin
    width = (box.width - gutter) / 2
    first = [*head, quoted(quote, stage, role), *translator(quote, stage), *foot]
    return _side_by_side(first, aside, width, gutter, box, stage)


def _side_by_side(
    first: Sequence[Block],
    second: Sequence[Block],
    width: float,
    gutter: float,
    box: Rect,
    stage: Stage,
) -> PagedLetters:
    """Two columns whose quotes begin at one height, in letters of one size."""
    columns = [pages(blocks, width, box.height, stage) for blocks in (first, second)]
    down = 0.0
    if all(one.is_single for one in columns):
        reduction = min(one.reduction for one in columns)
        columns = [_smaller(blocks, width, reduction, stage) for blocks in (first, second)]
        column = columns[0].pages[0].columns[0]
        down = column.tops[column.names.index(QUOTE)]
    one, other = columns
    wide = one.width + gutter + other.width
    height = max(one.height, down + other.height)
    left = box.x + (box.width - wide) / 2
    top = box.y + max(0.0, box.height - height) / 2
    places = (
        Rect(left, top, one.width, one.height),
        Rect(left + one.width + gutter, top + down, other.width, other.height),
    )
    placed = (
        words.at(_mirrored(at, box, stage), stage)
        for words, at in zip(columns, places, strict=True)
    )
    return together(*placed)


def _smaller(blocks: Sequence[Block], width: float, reduction: float, stage: Stage) -> Pages:
    column = set_smaller(blocks, width, reduction, stage)
    return Pages((Page((column,)),), column.width, column.height, width, reduction=reduction)


def _middle(box: Rect, width: float, stage: Stage) -> Rect:
    return box.inset(max(0.0, box.width - width) / 2, 0)


def _mirrored(rect: Rect, box: Rect, stage: Stage) -> Rect:
    if not stage.mirrored:
        return rect
    return rect.moved(Point(box.x + box.right - rect.right - rect.x, 0))
