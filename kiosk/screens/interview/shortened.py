"""Shortens a question to a few lines, by whole words."""

from __future__ import annotations

import math
from bisect import bisect_left
from itertools import pairwise

from kiosk.layouts.parts.column import Block, Column, column
from kiosk.style.stage import Stage
from kiosk.types.scene import TextStyle

LINES_MAX = 2


def shortened(text: str, style: TextStyle, width: float, characters: int, stage: Stage) -> Column:
    """The text in at most `LINES_MAX` lines.

    If it is longer, its beginning is cut: the end is what is asked.
    """

    def in_lines(said: str) -> Column:
        return column([Block(said, style, characters=characters)], width, math.inf, stage)

    whole = in_lines(text)
    if whole.paragraphs[0].lines <= LINES_MAX:
        return whole
    words = _words(text, style, stage)

    def ending(left_out: int) -> Column:
        return in_lines(f"… {''.join(words[left_out:]).lstrip()}")

    def is_short(left_out: int) -> bool:
        return ending(left_out).paragraphs[0].lines <= LINES_MAX

    return ending(bisect_left(range(1, len(words) - 1), True, key=is_short) + 1)


def _words(text: str, style: TextStyle, stage: Stage) -> list[str]:
    """Words with the spaces before them; else the parts between which a line may end."""
    if " " in text:
        first, *others = text.split(" ")
        return [first, *(f" {word}" for word in others)]
    ends = stage.typesetter.line_ends(text, style, 2 * style.size)
    return [text[start:end] for start, end in pairwise((0, *ends)) if start < end]
