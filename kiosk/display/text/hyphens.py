"""Finds where lines end within a word: at soft hyphens, and in words longer than a line."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence

from kiosk.display.text.no_break import breaking_spaces

SOFT_HYPHEN = "\u00ad"
HYPHEN = "-\u200e"
"""A hyphen that is on the right of a Latin word, even in a line of Arabic."""
DASHES = "-\u2010\u2013/"
"""Signs after which a word that is longer than a line is broken first, without a further hyphen."""
LETTERS_LEFT = 3
"""Letters of a word before and after a break that nobody has asked for."""
LINE_MAX = 200
"""Signs of a text in which the end of one line is looked for."""

SOFT = re.compile(SOFT_HYPHEN)
_LETTER = "\u0041-\u005a\u0061-\u007a\u00c0-\u024f\u0370-\u0587\u10a0-\u10ff\u1e00-\u1fff"
_WITHIN_WORD = re.compile(
    rf"(?<=[{_LETTER}]{{{LETTERS_LEFT}}})(?=[{_LETTER}]{{{LETTERS_LEFT}}})(?![\u00d7\u00f7])"
)
"""Places in words of Latin, Greek, Cyrillic, Armenian and Georgian."""
_ADDRESS = re.compile(r"[/@\\]|\w\.\w")
"""Signs of a web address or a file, to which a hyphen would add a letter."""
UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uf900-\ufaff]")
"""Scripts whose lines end within words anyway."""

Width = Callable[[str], float]


def breaks(text: str, language: str, room: float, width: Width) -> tuple[int, ...]:
    """Indexes in a text before which a line ends within a word.

    `width` measures a piece of the text that is set in one line, `room` is that of a line.
    """
    found = list[int]()
    spaces = breaking_spaces(text, language)
    for paragraph in re.finditer(r"[^\n]+", text):
        if not UNSPACED.search(paragraph[0]) and _is_needed(paragraph[0], room, width):
            found += _in_paragraph(text, paragraph.span(), spaces, room, width)
    return tuple(found)


def with_breaks(text: str, at: Sequence[int]) -> str:
    r"""A text with hyphens and line breaks at these places, and with no soft hyphens.

    >>> with_breaks("photo\u00adgraph\u00ady", [6])
    'photo-\u200e\ngraphy'
    """
    parts = [text[start:end] for start, end in zip([0, *at], [*at, len(text)], strict=True)]
    ended = [part if part.endswith(tuple(DASHES)) else part + HYPHEN for part in parts[:-1]]
    return "\n".join([*ended, parts[-1]]).replace(SOFT_HYPHEN, "")


def _is_needed(paragraph: str, room: float, width: Width) -> bool:
    return SOFT_HYPHEN in paragraph or any(width(word) > room for word in paragraph.split())


class _Line:
    """The line that begins at an index of a text; `end` is that of the paragraph."""

    def __init__(self, text: str, start: int, end: int, spaces: Sequence[int]) -> None:
        self._text, self._start, self._end = text, start, end
        self._reach = min(end, start + LINE_MAX)
        self._spaces = spaces[bisect_right(spaces, start) : bisect_left(spaces, end)]

    def fits(self, room: float, width: Width) -> bool:
        """Whether all that is left of the paragraph is in this line."""
        return self._reach == self._end and width(self._text[self._start : self._end]) <= room

    def place(self, room: float, width: Width) -> int:
        """Where it ends: at a space or a soft hyphen, else within its one word."""
        word_end = next(iter(self._spaces), self._end)
        softs = (self._start + one.end() for one in SOFT.finditer(self._signs(self._reach)))
        usual = sorted({*self._spaces, *softs})
        usual = usual[: bisect_right(usual, self._reach)]
        for places in (usual, self._dashes(word_end), self._letters(word_end)):
            at = bisect_left(places, True, key=lambda one: width(self._set(one)) > room)
            if at:
                return places[at - 1]
        return word_end

    def is_in_word(self, place: int) -> bool:
        return place < self._end and place not in self._spaces

    def _set(self, place: int) -> str:
        """The line as it is set if it ends there."""
        signs = self._signs(place)
        return with_breaks(signs, [len(signs)]).rstrip("\n") if self.is_in_word(place) else signs

    def _signs(self, place: int) -> str:
        return self._text[self._start : place]

    def _dashes(self, word_end: int) -> list[int]:
        word = self._signs(min(word_end, self._reach))
        return [self._start + at for at in range(1, len(word)) if word[at - 1] in DASHES]

    def _letters(self, word_end: int) -> list[int]:
        word = self._signs(min(word_end, self._reach))
        found = [] if _ADDRESS.search(word) else _WITHIN_WORD.finditer(word)
        return [self._start + one.start() for one in found]


def _in_paragraph(
    text: str, span: tuple[int, int], spaces: Sequence[int], room: float, width: Width
) -> Iterator[int]:
    """Fill line after line; tell those ends that are within a word."""
    start, end = span
    while not (line := _Line(text, start, end, spaces)).fits(room, width):
        start = line.place(room, width)
        if line.is_in_word(start):
            yield start
        while start < end and text[start] == " ":
            start += 1
