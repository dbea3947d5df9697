"""Divides words among columns and pages, between two lines, as a careful typesetter would."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from kiosk.layouts.parts.column import Block, joined_at
from kiosk.style.stage import Stage
from kiosk.types.emphasis import part_of
from kiosk.types.scene import Paragraph

ALONE = 2
"""Fewest lines of a paragraph at the foot or at the head of a column."""
_PARAGRAPH = re.compile(r"(\n*)([^\n]+)")
_PAUSES = (
    re.compile(r"[.!?…؟][\"”’)\]]*(?:\s?»)?\s+|[。！？][」』”]*"),
    re.compile(r"[,;:،؛][\"”’)\]]*(?:\s?»)?\s+|\s[–—]\s|[，；：、]"),
)
"""Ends of sentences, and of clauses."""


class Piece(Struct, frozen=True):
    """One paragraph, or the rest of one, with its measures within a width."""

    block: Block
    width: float
    gap: float
    """Space above it, in pixels; there is none at the head of a column."""
    height: float
    lines: int
    ends: tuple[int, ...] = ()
    """Index of its text at which each line ends; empty until it has to be divided."""

    @classmethod
    def of(cls, block: Block, width: float, stage: Stage) -> Piece:
        within, set_block = _within(block, width, stage), _set(block, width, stage)
        gap = block.gap * block.style.size
        return cls(block, within, gap, set_block.size.height, set_block.lines)

    def divided(
        self, lines: int, stage: Stage, *, at_pauses: bool = False
    ) -> tuple[Piece, Piece] | None:
        """Its first lines, at most so many, and the rest; None if few would be left alone."""
        if at_pauses and (paused := self._paused(lines, stage)):
            return paused
        ends = self._ends(stage)
        for count in range(min(lines, len(ends) - ALONE), ALONE - 1, -1):
            head = self._head(ends[count - 1], stage)
            if ends[count - 1] and head.lines <= count:
                return head, self._tail(ends, count)
        return None

    def forced(self, lines: int, stage: Stage) -> tuple[Piece, Piece] | None:
        """The same with no regard to lines alone; it begins with one word at least."""
        ends = self._ends(stage)
        within = (count for count in range(min(lines, len(ends) - 1), 0, -1) if ends[count - 1])
        beyond = (count for count in range(1, len(ends)) if ends[count - 1])
        count = next(within, None) or next(beyond, None)
        return (self._head(ends[count - 1], stage), self._tail(ends, count)) if count else None

    def _paused(self, lines: int, stage: Stage) -> tuple[Piece, Piece] | None:
        """Divided where a sentence or else a clause ends in the last two of the first lines."""
        ends = self._ends(stage)
        count = min(lines, len(ends) - ALONE)
        if count < ALONE:
            return None
        within = self.block.text[: ends[count - 1]]
        after = ends[max(0, count - 3)]
        for pause in _PAUSES:
            for found in reversed(list(pause.finditer(within, after))):
                head, rest = self._head(found.end(), stage), self._rest(found.end())
                tail = Piece.of(rest, self.width, stage)
                if ALONE <= head.lines <= count and tail.lines >= ALONE:
                    return head, tail
        return None

    def _ends(self, stage: Stage) -> tuple[int, ...]:
        block = self.block
        return self.ends or stage.typesetter.line_ends(
            block.text, block.style, self.width, block.emphasis
        )

    def _head(self, end: int, stage: Stage) -> Piece:
        first = _part(self.block, 0, len(self.block.text[:end].rstrip()))
        return Piece.of(replace(first, balanced=False, holds=""), self.width, stage)

    def _tail(self, ends: tuple[int, ...], count: int) -> Piece:
        """What is left after `count` lines, without a space above it."""
        end, lines = ends[count - 1], len(ends) - count
        later = tuple(one - end for one in ends[count:])
        height = lines * self.height / self.lines
        return Piece(self._rest(end), self.width, 0.0, height, lines, later)

    def _rest(self, start: int) -> Block:
        rest = _part(self.block, start, len(self.block.text))
        return replace(rest, balanced=False, hanging="", gap=0.0)


def pieces_of(blocks: Sequence[Block], width: float, stage: Stage) -> list[Piece]:
    """A piece for each paragraph of the blocks; the space between paragraphs stays."""
    paragraphs = [one for block in blocks for one in _paragraphs(block)]
    pieces = [Piece.of(one, width, stage) for one in paragraphs]
    for number, (former, one) in enumerate(pairwise(paragraphs), start=1):
        if not one.joins:
            continue
        before, after = _set(former, width, stage), _set(one, width, stage)
        if joined_at(one, before, after, width):
            pieces[number] = replace(pieces[number], gap=0.0, height=0.0)
    return pieces


def poured(
    pieces: Sequence[Piece],
    height: float,
    stage: Stage,
    first: int = 0,
    less: float = 0.0,
    *,
    at_pauses: bool = False,
) -> list[list[Block]]:
    """Fills columns of a height with pieces; the `first` ones are `less` high.

    With `at_pauses`, they end with a sentence or a clause, if it is not far from their end.
    """
    columns: list[list[Block]] = []
    rest = list(pieces)
    while rest:
        room = height - less if len(columns) < first else height
        filled, rest = _filled(rest, room, stage, at_pauses=at_pauses)
        columns.append([piece.block for piece in filled])
    return columns


def _filled(
    pieces: list[Piece], height: float, stage: Stage, *, at_pauses: bool
) -> tuple[list[Piece], list[Piece]]:
    """What fits in one column, and the rest. A column is never empty."""
    down = 0.0
    for number, piece in enumerate(pieces):
        top = down + piece.gap if number else 0.0
        if top + piece.height <= height:
            down = top + piece.height
            continue
        lines = int((height - top) * piece.lines / piece.height)
        divided = piece.divided(lines, stage, at_pauses=at_pauses)
        if divided:
            return [*pieces[:number], divided[0]], [divided[1], *pieces[number + 1 :]]
        if number:
            return _together(pieces[:number], pieces[number:], stage, at_pauses=at_pauses)
        divided = piece.forced(lines, stage)
        if divided:
            return [divided[0]], [divided[1], *pieces[1:]]
        return pieces[:1], pieces[1:]
    return pieces, []


def _together(
    filled: list[Piece], rest: list[Piece], stage: Stage, *, at_pauses: bool
) -> tuple[list[Piece], list[Piece]]:
    """Moves the end of a column to the next one, if what follows must not be without it.

    A line may be alone if the column would else be empty.
    """
    here, there = list(filled), list(rest)
    while here and (here[-1].block.holds == "next" or there[0].block.holds == "former"):
        last = here.pop()
        divided = last.divided(last.lines - ALONE, stage, at_pauses=at_pauses)
        if not (divided or here or last.block.holds):
            divided = last.forced(last.lines - 1, stage)
        if divided:
            return [*here, divided[0]], [divided[1], *there]
        there.insert(0, last)
    return (here, there) if here else (filled, rest)


def _within(block: Block, width: float, stage: Stage) -> float:
    return min(width, stage.measure(block.style, block.characters))


def _set(block: Block, width: float, stage: Stage) -> Paragraph:
    within = _within(block, width, stage)
    return stage.typesetter.typeset(
        block.text, block.style, within, balanced=block.balanced, emphasis=block.emphasis
    )


def _part(block: Block, start: int, end: int) -> Block:
    emphasis = part_of(block.emphasis, start, end)
    return replace(block, text=block.text[start:end], emphasis=emphasis)


def _paragraphs(block: Block) -> Iterator[Block]:
    """A block for each paragraph; the space between two of them is that of their empty lines."""
    found = list(_PARAGRAPH.finditer(block.text))
    for number, paragraph in enumerate(found):
        one = _part(block, *paragraph.span(2))
        if number:
            one = replace(one, gap=(len(paragraph[1]) - 1) * block.style.leading, hanging="")
        is_edge = number == {"former": 0, "next": len(found) - 1}.get(block.holds)
        yield one if is_edge else replace(one, holds="")
