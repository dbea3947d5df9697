"""Reads a transcript as it was given: who it is about, and each question with its answer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from kiosk.authoring.problems.codes import Code
from kiosk.authoring.problems.collector import Problems, Stopped
from kiosk.authoring.transcripts.blocks import Block, blocks_of
from kiosk.authoring.transcripts.doubts import first_doubt
from kiosk.authoring.transcripts.doubts.lines import Line, Transcript
from kiosk.authoring.transcripts.doubts.order import LAST_WORDS
from kiosk.authoring.yaml.source import Source, read
from kiosk.exhibition.interview import PARAGRAPH, Exchange, Interview, Particular

BEGINNING = re.compile(r"\W*(the )?(full )?(interview|transcript)\W*", re.IGNORECASE)
PARTICULAR = re.compile(
    r"(?P<label>[^\W\d_][^:.!?“”«»\"]{0,39}):(\s+(?P<answer>[^“”«»\"]{1,120}))?"
)
ABOUT_ITSELF = re.compile(r"\b(interviews?|transla\w+|transcri\w+)\b", re.IGNORECASE)
TITLE_LENGTH = 80
NOTE_LENGTH = 80
"""A last line that stands alone, if it is no longer, wishes well or names a place or a person."""
LINES_MAX = 20_000
"""Most lines of a transcript: each line takes time, and a place must be read within a minute."""
NAME = re.compile(r"[^\W\d_]{2,}")
FORM = (
    "write each question on one line, its answer on the lines below, then an empty line; "
    "remove labels, names, times and marks; until then, no quote is shown"
)


def open_interview(path: Path, problems: Problems) -> Interview | None:
    """Read a transcript; None if there is none, it is unclear, or nobody answers in it."""
    try:
        return _understood(read(path))
    except Stopped as stop:
        problems.add(stop.problem)
        return None


def _understood(source: Source) -> Interview:
    """The interview of a transcript; raises Stopped if it must not be shown."""
    if len(source.lines) > LINES_MAX:
        message = f"the limit of an interview is {LINES_MAX} lines; make a file for each interview"
        raise Stopped(source.problem(Code.INTERVIEW_UNCLEAR, message, LINES_MAX + 1))
    parts = _Parts.of(source)
    interview = _read(parts, source.path)
    doubt = first_doubt(Transcript(parts.head, parts.body, parts.is_announced, _names(interview)))
    if doubt:
        message = f"{doubt.reason}; {FORM}"
        raise Stopped(source.problem(Code.INTERVIEW_UNCLEAR, message, doubt.line))
    if not any(exchange.answer for exchange in interview.exchanges):
        message = "this interview has no answers; write each answer below its question"
        raise Stopped(source.problem(Code.INTERVIEW_EMPTY, message))
    return interview


def parse(source: Source) -> Interview:
    """Header, exchanges and note of a transcript; its text is taken as composed Unicode."""
    return _read(_Parts.of(source), source.path)


class _Parts(Struct, frozen=True):
    """A transcript's blocks by what they are, without the line that announces the interview."""

    head: tuple[Block, ...]
    body: tuple[Block, ...]
    note: str
    is_announced: bool

    @classmethod
    def of(cls, source: Source) -> _Parts:
        blocks = list(blocks_of(source))
        begin = _beginning(blocks)
        head, body = blocks[:begin], blocks[begin:]
        is_announced = bool(body) and bool(BEGINNING.fullmatch(body[0].text))
        if is_announced:
            del body[0]
        note = body.pop().text if _has_note(body) else ""
        return cls(tuple(head), tuple(body), note, is_announced)


def _read(parts: _Parts, path: Path) -> Interview:
    titles, facts, summary = _header(parts.head)
    return Interview(
        path=path,
        titles=titles,
        facts=facts,
        summary="\n\n".join(block.text for block in summary),
        summary_line=summary[0].line if summary else 0,
        exchanges=tuple(_exchange(block) for block in parts.body),
        note=parts.note,
    )


def _names(interview: Interview) -> frozenset[str]:
    """Words with capitals from the names of the person interviewed and of others at the head."""
    texts = (interview.name, *(fact.answer for fact in interview.facts))
    words = (word for text in texts for word in NAME.findall(text))
    return frozenset(word.casefold() for word in words if word[0].isupper())


def _beginning(blocks: list[Block]) -> int:
    """Index of the line that announces the interview; else of the first answered question."""
    for index, block in enumerate(blocks):
        if BEGINNING.fullmatch(block.text):
            return index
    for index, block in enumerate(blocks):
        first = block.lines[0]
        if len(block.lines) > 1 and (first.endswith("?") or not PARTICULAR.fullmatch(first)):
            return index
    return len(blocks)


def _has_note(blocks: list[Block]) -> bool:
    """Whether a last line without an answer speaks of the interview, or is short."""
    if not blocks or len(blocks[-1].lines) > 1:
        return False
    text = blocks[-1].text
    if Line(blocks[-1].line, text, place=0, left=0).asks:
        return False
    is_under_answer = len(blocks) > 1 and len(blocks[-2].lines) > 1
    is_apart = is_under_answer and len(text) <= NOTE_LENGTH and not LAST_WORDS.search(text)
    return is_apart or bool(ABOUT_ITSELF.search(text))


def _exchange(block: Block) -> Exchange:
    question, *answer = block.lines
    numbers = range(block.line + 1, block.line + 1 + len(answer))
    return Exchange(question, PARAGRAPH.join(answer), block.line, tuple(numbers))


def _header(
    blocks: tuple[Block, ...],
) -> tuple[tuple[str, ...], tuple[Particular, ...], list[Block]]:
    """Titles stand before the particulars, the summary after them."""
    known = [index for index, block in enumerate(blocks) if _is_particular(block)]
    if known:
        titles = blocks[: known[0]]
        summary = [block for block in blocks[known[0] :] if not _is_particular(block)]
    else:
        titles = tuple(block for block in blocks if len(block.text) <= TITLE_LENGTH)
        summary = [block for block in blocks if len(block.text) > TITLE_LENGTH]
    lines = tuple(line for block in titles for line in block.lines)
    facts = [fact for index in known for fact in _particulars(blocks[index])]
    return lines, tuple(facts), summary


def _is_particular(block: Block) -> bool:
    return bool(PARTICULAR.fullmatch(block.lines[0]))


def _particulars(block: Block) -> Iterator[Particular]:
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
