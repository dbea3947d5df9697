"""Sets a column of words: blocks below one another, set smaller until they fit."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from kiosk.base.geometry import Point, Rect, around
from kiosk.style.comfort import USUAL_TEXT
from kiosk.style.stage import CHARACTERS, TYPES, Stage
from kiosk.types.emphasis import Emphasis
from kiosk.types.scene import Item, Lettering, Paragraph, TextStyle

Anchor = Literal["top", "middle", "bottom"]

REDUCTIONS = (1.0, 0.92, 0.85, 0.78, 0.72, 0.66, 0.6, 0.55, 0.5, 0.45, 0.4, 0.35, 0.3, 0.25)
"""Sizes to try, as fractions of the style's size; none goes below the least legible type."""
EASY = 0.74
"""Least size of running text on one page, as a share of the comfortable size, and of captions, as a
share of theirs. A text that would have to be smaller takes columns and pages instead.
"""
LARGER = (0.95, 0.9, 0.88)
"""Sizes to try for letters that the visitor has enlarged: with the last, they are still larger than
those of the next smaller text size, which are 0.84 times as large.
"""
JOINED = 1.5
"""Space between two blocks on one line, in type sizes."""
SMALLER = 0.97
"""Small letters are at most this much of usual ones, since all sizes are rounded."""
RATHER_THAN_CUT = (0.35, 0.3, 0.25, 0.2, 0.15, 0.1)
"""Sizes for a text that is far too long: `check` warns of it, and small type is better than a text
that is cut off.
"""
HALF_EMPTY = "「『《〈"
"""Opening marks of which only the half at the words has ink."""


class Block(Struct, frozen=True):
    """A text in one style. `gap` is the space above, in type sizes of this block.

    `hanging` is a mark that stands out of the column's edge, such as an opening quotation mark.
    `name` goes with the words to the screen. `holds` names the neighbour that is on the same page.
    A `fixed` block keeps its size where others are enlarged or reduced. A title is enlarged by a
    larger text size only as long as it takes no further line in its `title_width`, which all text
    sizes share. A block that `joins` is on the line of the former one, if there is room.
    """

    text: str
    style: TextStyle
    gap: float = 0.0
    balanced: bool = False
    characters: int = CHARACTERS
    hanging: str = ""
    name: str = ""
    holds: Literal["", "next", "former"] = ""
    fixed: bool = False
    title_width: float = 0.0
    joins: bool = False
    emphasis: tuple[Emphasis, ...] = ()


class Column(Struct, frozen=True):
    """Blocks that have been set; `width` is that of the widest, `height` that of all."""

    paragraphs: tuple[Paragraph, ...]
    tops: tuple[float, ...]
    asides: tuple[float, ...]
    """Distance from the edge at which lines begin."""
    marks: tuple[Paragraph | None, ...]
    names: tuple[str, ...]
    width: float
    height: float
    reduction: float = 1.0
    """Factor by which all sizes were reduced so that the column fits."""

    def at(self, box: Rect, stage: Stage, anchor: Anchor = "top") -> tuple[Lettering, ...]:
        """Place the words in a box, along the side where their language's lines begin."""
        down = {"top": 0.0, "middle": 0.5, "bottom": 1.0}[anchor]
        top = box.y + max(0.0, box.height - self.height) * down
        placed: list[Lettering] = []
        where = zip(self.tops, self.asides, strict=True)
        set_blocks = zip(self.paragraphs, where, self.marks, self.names, strict=True)
        for paragraph, (offset, further), mark, name in set_blocks:
            begins_right = paragraph.style.side == "right"
            left = _left(paragraph, box) + (-further if begins_right else further)
            placed.append(Lettering(paragraph, Point(left, top + offset), name=name))
            if mark:
                right = paragraph.style.side == "right"
                aside = (left + paragraph.width if right else left - mark.size.width) - mark.indent
                placed.append(Lettering(mark, Point(aside, top + offset)))
        return tuple(placed)


def hang(block: Block, stage: Stage) -> float:
    """How far the opening mark is out of the edge."""
    mark = stage.typesetter.typeset(block.hanging, block.style, stage.size.width)
    return mark.size.width * (0.5 if block.hanging in HALF_EMPTY else 1.0) if block.hanging else 0.0


def hung_within(room: float, block: Block, stage: Stage) -> Block:
    """With its mark in the first line, if there is no room for it outside the edge."""
    if hang(block, stage) <= room:
        return block
    return replace(block, text=block.hanging + block.text, hanging="")


def in_its_lines(block: Block, stage: Stage) -> Block:
    """A title in letters of the largest text size in which it has no more lines than usual."""
    if not block.title_width or stage.comfort.text_scale <= 1:
        return block
    factor = block.style.size / stage.style("display").size

    def way(text_size: int) -> Block:
        on = replace(stage, comfort=replace(stage.comfort, text_size=text_size))
        size = factor * on.style("display").size
        return replace(block, style=replace(block.style, size=size), fixed=True)

    def lines(one: Block) -> int:
        return set_whole([one], block.title_width, stage).paragraphs[0].lines

    usual = lines(way(USUAL_TEXT))
    if lines(block) <= usual:
        return block
    ways = map(way, range(stage.comfort.text_size - 1, USUAL_TEXT - 1, -1))
    return next(one for one in ways if lines(one) <= usual)


def column(blocks: Sequence[Block], width: float, height: float, stage: Stage) -> Column:
    """Set blocks within a width and a height, reduced together as far as legibility allows."""
    best = _set(blocks, width, 1.0, stage.least_type, stage)
    # Letters that the visitor has enlarged may shrink to the same size as others.
    usual = REDUCTIONS[-1]
    further = (one for one in RATHER_THAN_CUT if usual / stage.comfort.text_scale <= one < usual)
    legible = (*REDUCTIONS[1:], *further)
    for reductions, least in ((legible, stage.least_type), (RATHER_THAN_CUT, 0.0)):
        if best.height > height:
            best = _reduced(blocks, width, height, reductions, least, stage)
    return best


def fitted(blocks: Sequence[Block], width: float, height: float, stage: Stage) -> Column | None:
    """Set blocks on one page, reduced together as far as they are easy to read; else None.

    Letters that the visitor has enlarged stay larger than in the next smaller text size. Small ones
    never become larger than usual ones would be.
    """
    scale, least = stage.comfort.text_scale, stage.least_type
    if scale < 1:
        usual_blocks, usual_stage = _usual(blocks, stage)
        usual = fitted(usual_blocks, width, height, usual_stage)
        if usual:
            return _set(blocks, width, min(1.0, SMALLER * usual.reduction / scale), least, stage)
    best = set_whole(blocks, width, stage)
    if best.height > height:
        running = min(_running(blocks, stage), default=0.0)
        easy = EASY * stage.body / running if running else EASY
        reductions = [one for one in REDUCTIONS[1:] if one >= easy] if scale == 1 else LARGER
        best = _reduced(blocks, width, height, reductions, least, stage)
    return best if best.height <= height else None


def _running(blocks: Sequence[Block], stage: Stage) -> list[float]:
    """Sizes of the blocks that are no captions."""
    sizes = [one.style.size for one in blocks if not one.fixed]
    return [size for size in sizes if size >= stage.body - 0.5]


def comfortable(blocks: Sequence[Block], stage: Stage) -> Iterator[list[Block]]:
    """The blocks in their own size, then in smaller ones, as long as they are comfortable to read.

    Letters that the visitor has enlarged are never reduced.
    """
    scale = stage.comfort.text_scale
    running = min(_running(blocks, stage), default=0.0)
    yield list(blocks)
    for reduction in REDUCTIONS[1:] if scale <= 1 else ():
        if running * reduction >= stage.body:
            reduced = min(1.0, SMALLER * reduction / scale) if scale < 1 else reduction
            yield reduced_by(reduced, blocks, stage)


def legible(blocks: Sequence[Block], stage: Stage) -> Iterator[list[Block]]:
    """The blocks in their own size, then in smaller ones, down to the least type."""
    for reduction in REDUCTIONS:
        yield reduced_by(reduction, blocks, stage)


def reduced_by(reduction: float, blocks: Sequence[Block], stage: Stage) -> list[Block]:
    """The blocks in smaller letters, but not under the least type."""

    def smaller(block: Block) -> Block:
        size = _reduced_size(block, reduction, stage.least_type)
        return replace(block, style=replace(block.style, size=size))

    return [smaller(one) for one in blocks]


def _reduced_size(block: Block, reduction: float, least: float) -> float:
    if block.fixed and least:
        return block.style.size
    return min(block.style.size, max(least, block.style.size * reduction))


def _usual(blocks: Sequence[Block], stage: Stage) -> tuple[list[Block], Stage]:
    """The same in the usual text size."""
    usual = replace(stage, comfort=replace(stage.comfort, text_size=USUAL_TEXT))
    sizes = {stage.style(role).size: usual.style(role).size for role in TYPES}

    def larger(block: Block) -> Block:
        size = block.style.size
        size = sizes.get(size, size / stage.comfort.text_scale)
        return replace(block, style=replace(block.style, size=size))

    return [larger(one) for one in blocks], usual


def set_whole(blocks: Sequence[Block], width: float, stage: Stage) -> Column:
    """Set blocks in their own size, however high they become."""
    return _set(blocks, width, 1.0, stage.least_type, stage)


def bounds(items: Sequence[Item]) -> Rect:
    """Smallest rectangle around placed words."""
    return around([item.rect for item in items if isinstance(item, Lettering)])


def _reduced(
    blocks: Sequence[Block],
    width: float,
    height: float,
    reductions: Sequence[float],
    least: float,
    stage: Stage,
) -> Column:
    """Set in the largest of some sizes that fits, else in the least; found by bisection."""

    def finds_room(reduction: float) -> bool:
        return _set(blocks, width, reduction, least, stage).height <= height

    at = bisect_left(reductions, True, hi=len(reductions) - 1, key=finds_room)
    return _set(blocks, width, reductions[at], least, stage)


def _set(
    blocks: Sequence[Block], width: float, reduction: float, least: float, stage: Stage
) -> Column:
    paragraphs: list[Paragraph] = []
    marks: list[Paragraph | None] = []
    tops: list[float] = []
    asides: list[float] = []
    down = 0.0
    for block in blocks:
        style = replace(block.style, size=_reduced_size(block, reduction, least))
        mark = stage.typesetter.typeset(block.hanging, style, width) if block.hanging else None
        within = min(width, stage.measure(style, block.characters))
        paragraph = stage.typesetter.typeset(
            block.text, style, within, balanced=block.balanced, emphasis=block.emphasis
        )
        further = joined_at(block, paragraphs[-1], paragraph, width) if paragraphs else 0.0
        if not further:
            down += block.gap * style.size if paragraphs else 0.0
            tops.append(round(down))
            down += paragraph.size.height
        else:
            tops.append(tops[-1])
        asides.append(further)
        paragraphs.append(paragraph)
        marks.append(mark)
    widest = max((a + p.size.width for a, p in zip(asides, paragraphs, strict=True)), default=0.0)
    names = tuple(block.name for block in blocks)
    where = tuple(tops), tuple(asides)
    return Column(tuple(paragraphs), *where, tuple(marks), names, widest, down, reduction)


def joined_at(block: Block, former: Paragraph, paragraph: Paragraph, width: float) -> float:
    """How far from the edge a block begins on the line of the former one; 0 if it does not."""
    if not block.joins or former.lines > 1 or paragraph.lines > 1:
        return 0.0
    further = former.size.width + JOINED * paragraph.style.size
    return further if further + paragraph.size.width <= width else 0.0


def _left(paragraph: Paragraph, box: Rect) -> float:
    slack = box.width - paragraph.width
    return box.x + {"left": 0.0, "centre": slack / 2, "right": slack}[paragraph.style.side]
