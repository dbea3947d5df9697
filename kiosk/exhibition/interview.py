"""Holds a transcript as it was given: who it is about, and each question with its answer."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

PARAGRAPH = "\n"
"""Separates the paragraphs of an answer."""


class Particular(Struct, frozen=True):
    """A label of the header with its answer; the answer is "" where the source has none."""

    label: str
    answer: str
    line: int

    @property
    def is_empty(self) -> bool:
        return not self.answer


class Exchange(Struct, frozen=True):
    """One question and its answer, with the lines of the file where its paragraphs are."""

    question: str
    answer: str
    line: int
    answer_lines: tuple[int, ...] = ()

    @property
    def paragraphs(self) -> tuple[str, ...]:
        return tuple(self.answer.split(PARAGRAPH)) if self.answer else ()

    def line_at(self, offset: int) -> int:
        """Line of the file that holds this character of the answer."""
        return self.answer_lines[self.answer.count(PARAGRAPH, 0, offset)]


class Interview(Struct, frozen=True):
    """A transcript's header, its exchanges, and the note at its end."""

    path: Path
    titles: tuple[str, ...]
    facts: tuple[Particular, ...]
    summary: str
    summary_line: int
    exchanges: tuple[Exchange, ...]
    note: str = ""

    @property
    def name(self) -> str:
        """Name of the person interviewed: the last of the lines at the head."""
        return self.titles[-1] if self.titles else ""
