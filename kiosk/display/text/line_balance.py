"""Chooses where lines end: lines of about one length, and no short word alone on the last."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from kiosk.display.text.scripts import ends_in_characters
from kiosk.types.emphasis import Emphasis
from kiosk.types.scene import TextStyle

WORD_ALONE = 0.5
"""A single word on the last line is a widow if it is shorter than this share of a line."""
WORDS_ALONE = 0.35
NARROWER = tuple(share / 100 for share in range(97, 58, -3))
"""Widths to try to avoid a widow, as shares of the requested width."""
BALANCE_STEPS = 10

Build = Callable[[str, TextStyle, tuple[Emphasis, ...], tuple[int, ...]], Any]
"""Makes Skia's paragraph from a text; it is not yet laid out within a width."""


class Shaped:
    """A text shaped once, at one size; it can be laid out in any width."""

    def __init__(
        self,
        build: Build,
        text: str,
        style: TextStyle,
        emphasis: tuple[Emphasis, ...] = (),
        breaks: tuple[int, ...] = (),
    ) -> None:
        self.built, self.text = build(text, style, emphasis, breaks), text
        self._build, self._style, self._emphasis = build, style, emphasis
        self._beginning: tuple[int, Any] = (-1, None)

    def lines(self, width: float) -> int:
        self.built.layout(width)
        return _lines(self.built, self._style)

    def beginning_lines(self, width: float, lines: int) -> int:
        """Number of lines of the text without its end, the least that a last line should hold."""
        ending = _least_ending(self.text, lines)
        if self._beginning[0] != ending:
            self._beginning = (
                ending,
                self._build(self.text[:ending], self._style, self._emphasis, ()),
            )
        self._beginning[1].layout(width)
        return _lines(self._beginning[1], self._style)


class Trial:
    """Lays out a text in several widths; shaping, the slow part, is done once.

    Widths are those of the screen, `scale` times those of the shaped text.
    """

    def __init__(self, shaped: Shaped, scale: float) -> None:
        self._shaped, self._scale = shaped, scale

    @property
    def longest_line(self) -> float:
        """Width of the longest line in the last layout."""
        return float(self._shaped.built.LongestLine) * self._scale

    def lines(self, width: int) -> int:
        return self._shaped.lines(width / self._scale)

    def ends_in_widow(self, width: int, lines: int) -> bool:
        """Whether the last line is too short: it holds less than a last line should."""
        return self._shaped.beginning_lines(width / self._scale, lines) < lines


def balanced_width(trial: Trial, width: int, lines: int, least: float) -> int:
    """The width for lines of about one length; one more line if that avoids a widow.

    No line may be narrower than `least`, the width of the longest word.
    """
    narrowest = _narrowest(trial, width, lines, least)
    if not trial.ends_in_widow(narrowest, lines):
        return narrowest
    narrower = _narrowest(trial, width, lines + 1, least)
    relieved = not trial.ends_in_widow(narrower, trial.lines(narrower))
    return narrower if relieved else narrowest


def width_without_widow(trial: Trial, width: int, lines: int, least: float) -> int:
    """A slightly smaller width, so that more words join the one alone on the last line."""
    for share in NARROWER:
        narrower = math.floor(width * share)
        if narrower < least or trial.lines(narrower) > lines:
            break
        if not trial.ends_in_widow(narrower, lines):
            return narrower
    return width


def _narrowest(trial: Trial, width: int, lines: int, least: float) -> int:
    """The least width that needs no further line; it makes the lines of about one length."""
    low, high = min(width, max(width // 2, math.ceil(least))), width
    for _ in range(BALANCE_STEPS):
        if high - low <= 1:
            break
        middle = (low + high) // 2
        if trial.lines(middle) > lines:
            low = middle
        else:
            high = middle
    return high


def _least_ending(text: str, lines: int) -> int:
    """Index where the first word ends in the shortest end of the text that may be a last line."""
    if ends_in_characters(text):
        return len(text) - 2
    line = len(text) / lines
    end = start = len(text)
    while start > 0:
        end, start = start, max(0, text.rfind(" ", 0, start))
        alone, several = len(text[start:].strip()), end < len(text)
        if alone >= line * (WORDS_ALONE if several else WORD_ALONE):
            break
    return end


def _lines(built: Any, style: TextStyle) -> int:
    return max(1, round(float(built.Height) / (style.size * style.leading)))
