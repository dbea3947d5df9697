"""A transcript, read as it was given: who it is about, and each question with its answer."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from kiosk.exhibition.problem import Problem
from kiosk.exhibition.source import Source, read
from kiosk.wall.interview import PARAGRAPH, Exchange, Interview, Particular

BEGINNING = re.compile(r"\W*(the )?(full )?(interview|transcript)\W*", re.IGNORECASE)
PARTICULAR = re.compile(
    r"(?P<label>[^\W\d_][^:.!?“”«»\"]{0,39}):(\s+(?P<answer>[^“”«»\"]{1,120}))?"
)
ABOUT_ITSELF = re.compile(r"\b(interviews?|transla\w+|transcri\w+)\b", re.IGNORECASE)
TITLE_LENGTH = 80


class _Block(Struct, frozen=True):
    """Lines between blank lines, and the number of the first."""

    line: int
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        return PARAGRAPH.join(self.lines)


def open_interview(path: Path) -> Interview | Problem:
    """Read a transcript; a problem if there is none, or nobody answers in it."""
    source = read(path)
    if isinstance(source, Problem):
        return source
    interview = parse(source)
    if not any(exchange.answer for exchange in interview.exchanges):
        message = "nobody answers in this interview; under each question stands its answer"
        return source.problem("interview-empty", message)
    return interview


def parse(source: Source) -> Interview:
    """Header, exchanges and note of a transcript; its text is taken as composed Unicode."""
    blocks = list(_blocks(source))
    begin = _beginning(blocks)
    head, body = blocks[:begin], blocks[begin:]
    if body and BEGINNING.fullmatch(body[0].text):
        del body[0]
    note = body.pop().text if body and _is_note(body[-1]) else ""
    titles, facts, summary = _header(head)
    return Interview(
        path=source.path,
        titles=titles,
        facts=facts,
        summary="\n\n".join(block.text for block in summary),
        summary_line=summary[0].line if summary else 0,
        exchanges=tuple(_exchange(block) for block in body),
        note=note,
    )


def _blocks(source: Source) -> Iterator[_Block]:
    first, lines = 1, list[str]()
    for number, line in enumerate((*source.lines, ""), start=1):
        text = unicodedata.normalize("NFC", line).strip()
        if text:
            lines.append(text)
            continue
        if lines:
            yield _Block(first, tuple(lines))
        first, lines = number + 1, []


def _beginning(blocks: list[_Block]) -> int:
    """Index of the line that announces the interview; else of the first answered question."""
    for index, block in enumerate(blocks):
        if BEGINNING.fullmatch(block.text):
            return index
    for index, block in enumerate(blocks):
        if len(block.lines) > 1 and not PARTICULAR.fullmatch(block.lines[0]):
            return index
    return len(blocks)


def _is_note(block: _Block) -> bool:
    """A last paragraph without an answer that speaks of the interview itself."""
    alone = len(block.lines) == 1 and not block.text.endswith("?")
    return alone and bool(ABOUT_ITSELF.search(block.text))


def _exchange(block: _Block) -> Exchange:
    question, *answer = block.lines
    numbers = range(block.line + 1, block.line + 1 + len(answer))
    return Exchange(question, PARAGRAPH.join(answer), block.line, tuple(numbers))


def _header(
    blocks: list[_Block],
) -> tuple[tuple[str, ...], tuple[Particular, ...], list[_Block]]:
    """Titles stand before the particulars, the summary after them."""
    known = [index for index, block in enumerate(blocks) if _is_particular(block)]
    if known:
        titles = blocks[: known[0]]
        summary = [block for block in blocks[known[0] :] if not _is_particular(block)]
    else:
        titles = [block for block in blocks if len(block.text) <= TITLE_LENGTH]
        summary = [block for block in blocks if len(block.text) > TITLE_LENGTH]
    lines = tuple(line for block in titles for line in block.lines)
    facts = [fact for index in known for fact in _particulars(blocks[index])]
    return lines, tuple(facts), summary


def _is_particular(block: _Block) -> bool:
    return bool(PARTICULAR.fullmatch(block.lines[0]))


def _particulars(block: _Block) -> Iterator[Particular]:
    """A label and its answer on one line, or on the lines beneath."""
    label, answer, first = "", list[str](), block.line
    for number, line in enumerate(block.lines, start=block.line):
        found = PARTICULAR.fullmatch(line)
        if not found:
            answer.append(line)
            continue
        if label:
            yield Particular(label, " ".join(answer), first)
        label, first = found["label"].strip(), number
        answer = [found["answer"]] if found["answer"] else []
    yield Particular(label, " ".join(answer), first)
