"""Splits a transcript into blocks: groups of lines between empty ones."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from msgspec import Struct

from kiosk.authoring.yaml.source import Source
from kiosk.exhibition.interview import PARAGRAPH

UNSEEN = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
"""Characters that draw nothing, although Unicode counts them as letters, marks or signs."""


class Block(Struct, frozen=True):
    """Lines between empty lines, and the number of the first."""

    line: int
    lines: tuple[str, ...]
    numbers: tuple[int, ...] = ()
    """The lines' own numbers, if some lines between them are left out."""

    @property
    def numbered(self) -> Iterator[tuple[int, str]]:
        numbers = self.numbers or range(self.line, self.line + len(self.lines))
        return zip(numbers, self.lines, strict=True)

    @property
    def text(self) -> str:
        return PARAGRAPH.join(self.lines)


def blocks_of(source: Source) -> Iterator[Block]:
    """Blocks in their order; their text is composed Unicode."""
    first, lines = 1, list[str]()
    for number, line in enumerate((*source.lines, ""), start=1):
        text = unicodedata.normalize("NFC", line).strip()
        if _is_seen(text):
            lines.append(text)
            continue
        if lines:
            yield Block(first, tuple(lines))
        first, lines = number + 1, []


def _is_seen(text: str) -> bool:
    """Whether anything would be drawn; files from the web have lines of invisible signs."""
    return any(not sign.isspace() and sign not in UNSEEN and not _is_format(sign) for sign in text)


def _is_format(sign: str) -> bool:
    return unicodedata.category(sign) == "Cf" or "\ufe00" <= sign <= "\ufe0f"
