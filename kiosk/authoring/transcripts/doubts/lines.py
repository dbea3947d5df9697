"""Gives the rules the lines of a transcript."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cached_property, lru_cache

from msgspec import Struct

from kiosk.authoring.transcripts.blocks import Block

ASKS = r"[?؟⸮፧꘏]|[\u0370-\u03ff\u1f00-\u1fff]\W?;|՞\w*"
"""Question marks: Greek uses a semicolon, and the Armenian mark is within the word."""
QUESTION = re.compile(f"{ASKS}|か。")
ENDS_AS_QUESTION = re.compile(f"(?:{ASKS}|か)$")
CLOSING = " \t!.。…\"'“”’‘«»)]*_=」』"
ASIDE = re.compile(r"[\[(【].{,200}[\])】][.:]?")
BEGINNING, ENDING = 200, 20
"""Letters that are examined at a line's beginning and end; some lines are very long."""
NUMBER = re.compile(r"^\d{1,3}[.)]\s+")
"""The number of a question, which ends no sentence."""
SENTENCE_ENDS = re.compile(r"[.!…](?=\s+\S)|[。।۔](?=.)")


class Doubt(Struct, frozen=True):
    """A line that makes a transcript unclear, and why."""

    line: int
    reason: str


class Line(Struct, frozen=True, dict=True):
    """A line, and its place in its block."""

    number: int
    written: str
    place: int
    """0 for the first line of its block, which is the question."""
    left: int
    """How many lines of the block follow."""

    @cached_property
    def text(self) -> str:
        """The line with one form for each sign: ":" for "：", and no invisible ones."""
        return self.written if self.written.isascii() else _in_one_form(self.written)

    @property
    def start(self) -> str:
        return self.text[:BEGINNING]

    @cached_property
    def asks(self) -> bool:
        """Whether it ends as a question."""
        return bool(ENDS_AS_QUESTION.search(self.text.rstrip(CLOSING)[-ENDING:]))

    @property
    def has_question(self) -> bool:
        return bool(QUESTION.search(self.text))

    @property
    def only_asks(self) -> bool:
        """Whether it is a question, and no other sentence."""
        return self.asks and not SENTENCE_ENDS.search(NUMBER.sub("", self.text))

    @property
    def speaks_alone(self) -> bool:
        """Whether it is where a speaker's name would be: above lines, or between empty ones."""
        return self.left > 0 or self.place == 0


@lru_cache(maxsize=1024)
def _in_one_form(written: str) -> str:
    text = unicodedata.normalize("NFKC", written)
    return "".join(sign for sign in text if unicodedata.category(sign) != "Cf").strip()


class Transcript(Struct, frozen=True, dict=True):
    """A transcript in its parts, without the line that announces it and the note at its end."""

    head: tuple[Block, ...]
    body: tuple[Block, ...]
    is_announced: bool
    """Whether a line says where the interview begins; otherwise the head may be part of it."""
    names: frozenset[str] = frozenset()
    """Words of the names at its head, in lower case."""

    @cached_property
    def groups(self) -> tuple[tuple[Line, ...], ...]:
        """Lines of the interview, by their blocks."""
        return _lines(self.body)

    @cached_property
    def head_groups(self) -> tuple[tuple[Line, ...], ...]:
        """Lines that may be part of the interview; none if it is announced."""
        return () if self.is_announced else _lines(self.head)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """All lines that may be part of the interview."""
        return tuple(line for group in (*self.head_groups, *self.groups) for line in group)

    @property
    def exchanges(self) -> tuple[tuple[Line, ...], ...]:
        """Blocks of more than a line."""
        return tuple(group for group in self.groups if len(group) > 1)


def _lines(blocks: Iterable[Block]) -> tuple[tuple[Line, ...], ...]:
    return tuple(
        tuple(
            Line(number, text, place, len(block.lines) - 1 - place)
            for place, (number, text) in enumerate(block.numbered)
        )
        for block in blocks
    )
