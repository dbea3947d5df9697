"""Finds where the lines of a text end, so that it can go on in another column or on a page."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable

_CHARACTERS = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef"
_OPENING, _CLOSING = "〈《「『【〔（［｛", "、。〉》」』】〕，．：；！？）］｝ー…"
BREAK = re.compile(
    rf"(?<=[^\S\u00a0\u202f])(?=\S)|(?<=[{_CHARACTERS}])(?<![{_OPENING}])(?=[{_CHARACTERS}])(?![{_CLOSING}])"
)
"""Matches where a text may be divided: before a word, or between two Chinese characters."""


def line_ends(text: str, letters_max: int, lines: Callable[[int, int], int]) -> tuple[int, ...]:
    """Index at which each line ends; `lines` counts those of a part, from one index to another.

    Skia breaks lines as late as possible, so a line is the longest part that fits in one. No line
    has more than `letters_max` letters.
    """
    breaks = [*(found.start() for found in BREAK.finditer(text)), len(text)]
    ends: list[int] = []
    start = first = 0
    while first < len(breaks):
        last = max(first + 1, bisect_right(breaks, start + letters_max))
        beyond = bisect_left(breaks, 2, first, last, key=lambda end: lines(start, end))
        if beyond == first:
            # A word that takes several lines by itself.
            ends += [start] * (lines(start, breaks[first]) - 1)
            beyond = first + 1
        start, first = breaks[beyond - 1], beyond
        ends.append(start)
    return tuple(ends)
