"""Sets a translated quote beside the words as they were spoken."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from kiosk.base.geometry import Point, Rect, whole
from kiosk.exhibition.exhibition import Quote
from kiosk.language.quotation_marks import marked
from kiosk.layouts.parts.blocks import attribution, quoted, spoken
from kiosk.layouts.parts.column import Block, set_whole
from kiosk.layouts.parts.enlarging import enlarged, in_usual_text
from kiosk.layouts.parts.pages import PagedItems, pages, together
from kiosk.style.stage import Stage
from kiosk.types.scene import Fill

TALL = 0.8
"""Height by width of a box from which on words of another language are below, not beside."""
QUIETER = 0.85
"""Size of the spoken words, as a share of their translation's."""
STEPS = tuple(QUIETER**n for n in range(1, 6))
"""Sizes of a translation, as shares of the size of a quote alone; each is one step smaller."""
GUTTER = 2.0
"""Space between both columns, in margins."""
COLUMN_EM = 13
"""Least width of a column, in sizes of its letters: in a narrower one, words are broken."""
HEAD_GAP = 0.6
"""Space below a title above both columns, in margins."""
RULE_GAP = 0.5
"""Space above and below the rule between the columns and what is said of both, in margins."""

BlocksOn = Callable[[Stage], Sequence[Block]]
BoxOn = Callable[[Stage], Rect]


class Letters(Struct, frozen=True):
    """The roles of a quote and of the spoken words below its translation, and their sizes.

    All text sizes share them. So a larger text size makes no letter smaller.
    """

    role: str
    spoken_role: str
    share: float = 1.0
    spoken_share: float = 1.0

    def said(self, quote: Quote, scale: float, stage: Stage) -> list[Block]:
        """The words that come first, larger by a scale than in the usual text size."""
        block = quoted(quote, in_usual_text(stage), self.role)
        return enlarged([block], self.share * scale)

    def spoken(self, quote: Quote, scale: float, stage: Stage) -> list[Block]:
        blocks = spoken(quote, in_usual_text(stage), self.spoken_role)
        return enlarged(blocks, self.spoken_share * scale)


def letters_beside(head: BlocksOn, quote: Quote, box: BoxOn, stage: Stage) -> Letters | None:
    """The largest with which a translation has room beside the spoken words; None without any."""
    usual = replace(in_usual_text(stage), has_pages=False)
    room = box(usual)
    if room.height > TALL * room.width or not spoken(quote, usual, "quote"):
        return None
    ways = (Letters("quote", "quote", step, QUIETER * step) for step in STEPS)
    return next((way for way in ways if _fits(way, head, quote, room, usual)), None)


def is_wide(letters: Letters, quote: Quote, room: Rect, stage: Stage) -> bool:
    """Whether lines beside one another are long enough to read."""
    (said,) = letters.said(quote, stage.comfort.text_scale, stage)
    return _widths(room, stage)[0] >= COLUMN_EM * said.style.size


def side_by_side(
    letters: Letters, head: BlocksOn, quote: Quote, room: Rect, stage: Stage
) -> PagedItems:
    """Two columns that begin on one line; below them, what is said of both."""
    gutter, scale = GUTTER * stage.margin, stage.comfort.text_scale
    above, below = _above(head, room, stage), _below(quote, room, stage)
    height = room.height - above - below
    said = letters.said(quote, scale, stage)
    beside = [_along_own_edge(one, quote) for one in letters.spoken(quote, scale, stage)]
    lower = said[0].style.size - beside[0].style.size
    widths = _widths(room, stage)
    one = pages(said, widths[0], height, stage, hang=gutter)
    other = pages(beside, widths[1], height - lower, stage, hang=gutter)
    highest = max(one.height, other.height + lower)
    top = room.y + max(0.0, height - highest) / 2
    first = Rect(room.x, top + above, widths[0], one.height)
    second = Rect(first.right + gutter, top + above + lower, widths[1], other.height)
    titled = set_whole(head(stage), room.width, stage)
    signed = set_whole(attribution(quote, stage), room.width, stage)
    foot = Rect(room.x, top + above + highest + below - signed.height, room.width, signed.height)
    # From a whole pixel on, or the line would be missing, or twice as thick.
    high, thickness = round(foot.y - RULE_GAP * stage.margin), max(1, stage.line // 2)
    rule = Fill(
        whole(Rect(room.x, high, room.width, thickness)),
        stage.theme.pressed,
    )
    return together(
        ((rule,),),
        (titled.at(Rect(room.x, top, room.width, titled.height), stage),),
        one.at(_mirrored(first, room, stage), stage),
        other.at(_mirrored(second, room, stage), stage),
        (signed.at(foot, stage),),
    )


def _fits(letters: Letters, head: BlocksOn, quote: Quote, room: Rect, usual: Stage) -> bool:
    if not is_wide(letters, quote, room, usual):
        return False
    height = room.height - _above(head, room, usual) - _below(quote, room, usual)
    columns = letters.said(quote, 1.0, usual), letters.spoken(quote, 1.0, usual)
    return all(
        set_whole(blocks, width, usual).height <= height
        for blocks, width in zip(columns, _widths(room, usual), strict=True)
    )


def _widths(room: Rect, stage: Stage) -> tuple[float, float]:
    """Widths of both columns: their lines hold as many letters."""
    width = (room.width - GUTTER * stage.margin) / (1 + QUIETER)
    return width, QUIETER * width


def _above(head: BlocksOn, room: Rect, stage: Stage) -> float:
    """Height of what is above both columns, with the space below it."""
    blocks = head(stage)
    return set_whole(blocks, room.width, stage).height + HEAD_GAP * stage.margin if blocks else 0.0


def _below(quote: Quote, room: Rect, stage: Stage) -> float:
    """Height of what is below both columns, with the space above it."""
    blocks = attribution(quote, stage)
    return 2 * RULE_GAP * stage.margin + set_whole(blocks, room.width, stage).height


def _along_own_edge(block: Block, quote: Quote) -> Block:
    """The spoken words from the edge at which their own lines begin, their mark outside it."""
    opening, text = marked(quote.text, quote.language)
    return replace(block, text=text, hanging=opening, style=replace(block.style, align="start"))


def _mirrored(rect: Rect, box: Rect, stage: Stage) -> Rect:
    if not stage.mirrored:
        return rect
    return rect.moved(Point(box.x + box.right - rect.right - rect.x, 0))
