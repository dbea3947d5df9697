"""Sets words that stand alone on a page: large, and in the middle of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from kiosk.base.geometry import Point, Rect
from kiosk.exhibition.exhibition import Quote
from kiosk.language.quotation_marks import marked
from kiosk.layouts.parts.blocks import (
    SPOKEN,
    attribution,
    quoted,
    spoken,
)
from kiosk.layouts.parts.column import Block, fitted, reduced_by, set_smaller, set_whole
from kiosk.layouts.parts.enlarging import enlarged, enlarging, in_usual_text
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
COLUMN_EM = 14
"""Least width of such words, in sizes of their letters: in a narrower column, words are broken."""
NARROWED = 0.7
"""Least size of letters that are set smaller for columns of that width, as a share of their own."""
HEAD_GAP = 0.6
"""Space below a title above two columns, in margins."""

BlocksOn = Callable[[Stage], Sequence[Block]]


def alone(blocks: BlocksOn, box: Rect, stage: Stage) -> PagedLetters:
    """Words in the middle of a box; their lines begin on one edge."""
    factor = enlarging(blocks, box.width, FULL * stage.size.height, stage)
    words = pages(enlarged(blocks(stage), factor), box.width, box.height, stage, in_columns=True)
    return words.at(_middle(box, words.width, stage), stage, "middle")


def quote_alone(
    head: BlocksOn, quote: Quote, box: Callable[[Stage], Rect], stage: Stage
) -> PagedLetters:
    """A quote in the middle of a box; if it is translated, beside the spoken words, if wide."""
    way = _usual_way(head, quote, box, replace(in_usual_text(stage), has_pages=False))
    room = box(stage)
    parts = _parts(head, quote, way, stage)
    if way.is_beside and _is_wide(parts, room, stage):
        return _side_by_side(parts, quote, room, stage)
    words = pages(parts.stacked, room.width, room.height, stage)
    return words.at(_middle(room, words.width, stage), stage, "middle")


class _Way(Struct, frozen=True):
    """How a quote is set in the usual text size.

    Other text sizes keep the proportions of its letters, so that a larger one makes none smaller.
    """

    is_beside: bool
    reduction: float = 1.0


class _Parts(Struct, frozen=True):
    head: Sequence[Block]
    said: Sequence[Block]
    spoken: Sequence[Block]
    foot: Sequence[Block]

    @property
    def first(self) -> list[Block]:
        return [*self.said, *self.foot]

    @property
    def stacked(self) -> list[Block]:
        return [*self.head, *self.said, *self.spoken, *self.foot]


def _usual_way(head: BlocksOn, quote: Quote, box: Callable[[Stage], Rect], usual: Stage) -> _Way:
    room = box(usual)
    if room.height <= TALL * room.width and spoken(quote, usual, "quote"):
        beside = _Way(is_beside=True)
        parts = _parts(head, quote, beside, usual)
        width, height = _column_width(room, usual), room.height - _above(parts, room, usual)
        columns = [fitted(one, width, height, usual) for one in (parts.first, parts.spoken)]
        fitting = [one.reduction for one in columns if one]
        wide = width / (COLUMN_EM * parts.said[0].style.size)
        if all(columns) and min(wide, *fitting) >= min(NARROWED, *fitting):
            return _Way(is_beside=True, reduction=min(wide, *fitting))
    parts = _parts(head, quote, _Way(is_beside=False), usual)
    one = fitted(parts.stacked, room.width, room.height, usual)
    return _Way(is_beside=False, reduction=one.reduction if one else 1.0)


def _parts(head: BlocksOn, quote: Quote, way: _Way, stage: Stage) -> _Parts:
    role = "display" if len(quote.text) <= SHORT_QUOTE else "quote"
    said = [quoted(quote, stage, role)]
    words = spoken(quote, stage, role if way.is_beside else SPOKEN[role])
    return _Parts(
        head(stage),
        reduced_by(way.reduction, said, stage),
        reduced_by(way.reduction, words, stage),
        attribution(quote, stage),
    )


def _column_width(room: Rect, stage: Stage) -> float:
    return (room.width - GUTTER * stage.margin) / 2


def _is_wide(parts: _Parts, room: Rect, stage: Stage) -> bool:
    """Whether lines beside one another are long enough to read."""
    return _column_width(room, stage) >= COLUMN_EM * parts.said[0].style.size - 1


def _above(parts: _Parts, room: Rect, stage: Stage) -> float:
    """Height of what stands above both columns, with the space below it."""
    if not parts.head:
        return 0.0
    return set_whole(parts.head, room.width, stage).height + HEAD_GAP * stage.margin


def _side_by_side(parts: _Parts, quote: Quote, room: Rect, stage: Stage) -> PagedLetters:
    """Two columns whose quotes begin at one height, in letters of one size."""
    gutter, width = GUTTER * stage.margin, _column_width(room, stage)
    above = _above(parts, room, stage)
    blocks = parts.first, [_along_own_edge(one, quote) for one in parts.spoken]
    columns = [pages(one, width, room.height - above, stage) for one in blocks]
    if all(one.is_single for one in columns):
        reduction = min(one.reduction for one in columns)
        columns = [_smaller(one, width, reduction, stage) for one in blocks]
    one, other = columns
    wide = one.width + gutter + other.width
    height = above + max(one.height, other.height)
    left = room.x + (room.width - wide) / 2
    top = room.y + max(0.0, room.height - height) / 2
    places = (
        Rect(left, top + above, one.width, one.height),
        Rect(left + one.width + gutter, top + above, other.width, other.height),
    )
    placed = [
        words.at(_mirrored(at, room, stage), stage)
        for words, at in zip(columns, places, strict=True)
    ]
    titled = set_whole(parts.head, room.width, stage)
    at = _mirrored(Rect(left, top, one.width, titled.height), room, stage)
    return together((titled.at(at, stage),), *placed)


def _along_own_edge(block: Block, quote: Quote) -> Block:
    """The spoken words from the edge at which their own lines begin, their mark outside it."""
    opening, text = marked(quote.text, quote.language)
    return replace(block, text=text, hanging=opening, style=replace(block.style, align="start"))


def _smaller(blocks: Sequence[Block], width: float, reduction: float, stage: Stage) -> Pages:
    column = set_smaller(blocks, width, reduction, stage)
    return Pages((Page((column,)),), column.width, column.height, width, reduction=reduction)


def _middle(box: Rect, width: float, stage: Stage) -> Rect:
    return box.inset(max(0.0, box.width - width) / 2, 0)


def _mirrored(rect: Rect, box: Rect, stage: Stage) -> Rect:
    if not stage.mirrored:
        return rect
    return rect.moved(Point(box.x + box.right - rect.right - rect.x, 0))
