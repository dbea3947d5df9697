"""Where lines end: in lines of about one length, and with no short word alone on the last."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from kiosk.display.text.scripts import ends_in_characters
from kiosk.types.scene import TextStyle

WORD_ALONE = 0.5
"""A word alone on the last line is a widow if it is shorter than so much of a line."""
WORDS_ALONE = 0.35
NARROWER = tuple(share / 100 for share in range(97, 58, -3))
"""Widths that are tried to spare a text its widow, as shares of the one that was asked for."""
BALANCE_STEPS = 10

Build = Callable[[str, TextStyle], Any]
"""From a text and its style to Skia's paragraph, which is yet to be laid out within a width."""


class Shaped:
    """A text at the one size at which it is shaped, to be laid out in any width."""

    def __init__(self, build: Build, text: str, style: TextStyle) -> None:
        self.built, self.text = build(text, style), text
        self._build, self._style = build, style
        self._beginning: tuple[int, Any] = (0, None)

    def lines(self, width: float) -> int:
        self.built.layout(width)
        return _lines(self.built, self._style)

    def beginning_lines(self, width: float, lines: int) -> int:
        """How many lines it has without what the last of so many should hold at least."""
        ending = _least_ending(self.text, lines)
        if self._beginning[0] != ending:
            self._beginning = (ending, self._build(self.text[:ending], self._style))
        self._beginning[1].layout(width)
        return _lines(self._beginning[1], self._style)


class Trial:
    """A text that is laid out within one width after the other; shaping, the slow part, is once.

    Widths and sizes are those of the screen, `scale` times as large as those of what is shaped.
    """

    def __init__(self, shaped: Shaped, scale: float) -> None:
        self._shaped, self._scale = shaped, scale

    @property
    def longest_line(self) -> float:
        """Width of the lines as they were laid out last."""
        return float(self._shaped.built.LongestLine) * self._scale

    def lines(self, width: int) -> int:
        return self._shaped.lines(width / self._scale)

    def ends_in_widow(self, width: int, lines: int) -> bool:
        """Whether the last line is too short: it begins after what a last line should hold."""
        return self._shaped.beginning_lines(width / self._scale, lines) < lines


def balanced_width(trial: Trial, width: int, lines: int) -> int:
    """Lines of about one length; one line more where the last would hold a word alone."""
    narrowest = _narrowest(trial, width, lines)
    if not trial.ends_in_widow(narrowest, lines):
        return narrowest
    narrower = _narrowest(trial, width, lines + 1)
    relieved = not trial.ends_in_widow(narrower, trial.lines(narrower))
    return narrower if relieved else narrowest


def width_without_widow(trial: Trial, width: int, lines: int) -> int:
    """A little narrower, so that words come down to the one that stood alone."""
    for share in NARROWER:
        narrower = math.floor(width * share)
        if trial.lines(narrower) > lines:
            break
        if not trial.ends_in_widow(narrower, lines):
            return narrower
    return width


def _narrowest(trial: Trial, width: int, lines: int) -> int:
    """Least width that needs no further line: what makes the lines of about one length."""
    low, high = width // 2, width
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
    """Where the first word ends of the shortest ending that may stand on a line by itself."""
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
