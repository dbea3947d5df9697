"""Blocks of a transcript: lines that stand together, between empty ones."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from msgspec import Struct

from kiosk.exhibition.source import Source
from kiosk.wall.interview import PARAGRAPH


class Block(Struct, frozen=True):
    """Lines between empty lines, and the number of the first."""

    line: int
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        return PARAGRAPH.join(self.lines)


def blocks_of(source: Source) -> Iterator[Block]:
    """Blocks in their order; their text is composed Unicode."""
    first, lines = 1, list[str]()
    for number, line in enumerate((*source.lines, ""), start=1):
        text = unicodedata.normalize("NFC", line).strip()
        if text:
            lines.append(text)
            continue
        if lines:
            yield Block(first, tuple(lines))
        first, lines = number + 1, []
