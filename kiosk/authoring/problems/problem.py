"""Holds a problem: its place in a file, how grave it is, and a sentence that helps to fix it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from kiosk.authoring.problems.codes import Code

SNIPPET_WIDTH = 100
"""Characters of a long line that a snippet shows."""
QUOTED_MAX = 100
"""Characters of a file's words that a message repeats."""
LEAD = 40
"""Characters of a long line that a snippet shows before what it marks."""


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


TAB = "→"
"""A tab looks like spaces but is an error in YAML, so a snippet shows it as this sign."""

Paint = Callable[[str], str]


class Ink(Struct, frozen=True):
    """How parts of a report are coloured; without values, they have no colour."""

    of: Mapping[Severity, Paint]
    strong: Paint = str
    faint: Paint = str


def _painted(number: int) -> Paint:
    return lambda text: f"\x1b[{number}m{text}\x1b[0m"


PLAIN = Ink(dict.fromkeys(Severity, str))
COLOURS = Ink(
    {Severity.ERROR: _painted(31), Severity.WARNING: _painted(33), Severity.NOTE: _painted(36)},
    strong=_painted(1),
    faint=_painted(2),
)


class Problem(Struct, frozen=True):
    """Something to fix; `line` and `column` count from 1, and are 0 for a whole file."""

    path: Path
    code: Code
    message: str
    line: int = 0
    column: int = 0
    length: int = 1
    severity: Severity = Severity.ERROR
    snippet: tuple[tuple[int, str], ...] = ()
    """The line before and the line itself, with their numbers."""

    @property
    def place(self) -> str:
        """Path, line and column, as editors and terminals understand them."""
        numbers = f":{self.line}:{self.column}" if self.line else ""
        return f"{shown(self.path)}{numbers}"

    def render(self, ink: Ink = PLAIN, *, with_lines: bool = True) -> str:
        """The message with its place, then the lines it is about with carets under it."""
        grave = ink.of[self.severity](f"{self.severity}:")
        first = f"{ink.strong(self.place)}: {grave} {self.message} {ink.faint(f'[{self.code}]')}"
        return "\n".join([first, *(self._lines(ink) if with_lines else ())])

    def _lines(self, ink: Ink) -> list[str]:
        cut = max(0, self.column - 1 - LEAD) if self._is_long else 0
        rows = [
            f"{ink.faint(f'{number:>5} |')} {_visible(text, cut)}" for number, text in self.snippet
        ]
        if rows:
            spaces, carets = self._carets(self.snippet[-1][1], cut)
            rows.append(f"{ink.faint('      |')} {spaces}{ink.of[self.severity](carets)}")
        return [row.rstrip() for row in rows]

    @property
    def _is_long(self) -> bool:
        return any(len(text) > SNIPPET_WIDTH for _, text in self.snippet)

    def _carets(self, text: str, cut: int) -> tuple[str, str]:
        """The text before the mark, as spaces, then the mark."""
        start = self.column - 1
        before = _width(text[cut:start])
        marked = _width(text[start : min(start + self.length, cut + SNIPPET_WIDTH)])
        return " " * before, "^" * max(1, marked)


def shown(path: Path) -> str:
    """A path as people want to read it: from the current folder if it lies inside."""
    try:
        return str(path.absolute().relative_to(Path.cwd()))
    except (ValueError, OSError):
        return str(path)


def quoted(text: str) -> str:
    return f"'{brief(text)}'"


def brief(text: str) -> str:
    """Words of a file as a message repeats them: one line, and not all of a long one."""
    line = text.partition("\n")[0][:QUOTED_MAX]
    return line if line == text else f"{line} …"


def _visible(text: str, cut: int) -> str:
    """Part of a line, one character for each of its characters, safe on a terminal."""
    part = re.sub(r"\s", " ", text[cut : cut + SNIPPET_WIDTH].replace("\t", TAB))
    return "".join(
        "\ufffd" if unicodedata.category(letter) in {"Cc", "Cf", "Cs"} else letter
        for letter in part
    )


def _width(text: str) -> int:
    """Columns that text takes on a terminal: letters of Chinese and Japanese take two."""
    return sum(_columns(letter) for letter in text)


def _columns(letter: str) -> int:
    if unicodedata.category(letter) in {"Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1
