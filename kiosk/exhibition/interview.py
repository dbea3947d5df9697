"""Holds a transcript as it was given: who it is about, and each question with its answer."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

PARAGRAPH = "\n"
"""Separates the paragraphs of an answer."""
SEALED = "[…]"
"""What visitors see in place of a sealed passage; a transcript may have it for words left out."""


class Particular(Struct, frozen=True):
    """A label of the header with its answer; the answer is "" where the source has none."""

    label: str
    answer: str
    line: int

    @property
    def is_empty(self) -> bool:
        return not self.answer


class Voice(Struct, frozen=True):
    """Characters of an answer that one person says; the name is "" if there is none."""

    speaker: str
    start: int
    end: int


class Stray(Struct, frozen=True):
    """A paragraph that may be anybody's, and its line."""

    text: str
    line: int


class Exchange(Struct, frozen=True):
    """One question and its answer, with the lines of the file where its paragraphs are.

    Several people may answer. The question is "" where somebody speaks without being asked.
    """

    question: str
    answer: str
    line: int
    answer_lines: tuple[int, ...] = ()
    asker: str = ""
    """Name of the person who asks, if the transcript has one."""
    speakers: tuple[str, ...] = ()
    """Who says each paragraph of the answer; empty if the transcript names nobody."""

    @property
    def voices(self) -> tuple[Voice, ...]:
        """The parts of the answer, one after another, in each of which one person speaks."""
        parts, start = list[Voice](), 0
        for number, text in enumerate(self.paragraphs):
            speaker = self.speakers[number] if self.speakers else ""
            end = start + len(text)
            if parts and parts[-1].speaker == speaker:
                parts[-1] = Voice(speaker, parts[-1].start, end)
            else:
                parts.append(Voice(speaker, start, end))
            start = end + len(PARAGRAPH)
        return tuple(parts)

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
    strays: tuple[Stray, ...] = ()
    """Paragraphs of which it is not clear who says them; nobody may quote them."""
    labels: tuple[tuple[str, str], ...] = ()
    """Each label of the transcript, and the name that is shown for it."""

    @property
    def speakers(self) -> tuple[str, ...]:
        """Everybody who answers, in the order of their first words; "" for one without a name."""
        answers = (exchange for exchange in self.exchanges if exchange.answer)
        return tuple(dict.fromkeys(name for one in answers for name in one.speakers or ("",)))

    @property
    def askers(self) -> tuple[str, ...]:
        names = (exchange.asker for exchange in self.exchanges if exchange.question)
        return tuple(dict.fromkeys(names))

    @property
    def name(self) -> str:
        """Name of the only person who answers; else the last of the lines at the head."""
        speakers = self.speakers
        if len(speakers) == 1 and speakers[0]:
            return speakers[0]
        return self.titles[-1] if self.titles else ""
