"""Reads a transcript as it was given: who it is about, and each question with its answer."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from kiosk.authoring.problems.codes import Code
from kiosk.authoring.problems.collector import Problems, Stopped
from kiosk.authoring.transcripts.blocks import Block
from kiosk.authoring.transcripts.doubts import first_doubt, first_doubt_within_turns
from kiosk.authoring.transcripts.doubts.lines import Line, Transcript
from kiosk.authoring.transcripts.doubts.order import LAST_WORDS, standing_alone
from kiosk.authoring.transcripts.doubts.words import REQUEST
from kiosk.authoring.transcripts.forms.asides import aside_lines
from kiosk.authoring.transcripts.forms.cast import NO_HINTS, Hints
from kiosk.authoring.transcripts.forms.closing_lines import is_credit
from kiosk.authoring.transcripts.forms.form import form_of, spoken_rows
from kiosk.authoring.transcripts.forms.roles import plain
from kiosk.authoring.transcripts.forms.rows import Row, UnclearError, blocks_from
from kiosk.authoring.transcripts.forms.turns import ABOUT_ITSELF, Form
from kiosk.authoring.yaml.source import Source, read
from kiosk.exhibition.interview import PARAGRAPH, Exchange, Interview, Particular, Stray

BEGINNING = re.compile(r"\W*(the )?(full )?(interview|transcript)\W*", re.IGNORECASE)
PARTICULAR = re.compile(
    r"(?P<label>[^\W\d_][^:.!?“”«»\"]{0,39}):(\s+(?P<answer>[^“”«»\"]{1,120}))?"
)
DIRECTION = re.compile(
    r"^[\[(](?:laugh\w*|lach\w*|chuckl\w*|smil\w*|rires?|rit|risas?|ríe|смех|смеётся|pause|pausa"
    r"|пауза|sigh\w*|seufz\w*|silence|stille|inaudible|unverständlich|unclear)[\])]\s*",
    re.IGNORECASE,
)
"""A stage direction before the first words, which is no label."""
WORD_ENDINGS = (".docx", ".odt")
TITLE_LENGTH = 80
NOTE_LENGTH = 80
"""A last line that stands alone, if it is no longer, wishes well or names a place or a person."""
LINES_MAX, SPOKEN_MAX, LETTERS_MAX = 20_000, 15_000, 1_000_000
"""Most lines, lines with words, and letters of a transcript: they take time, and a start waits.
Somebody who speaks for ten hours says about 500 000 letters.
"""
LINE_MAX = 100_000
NAME = re.compile(r"[^\W\d_]{2,}")
STRAY = (
    "this line is alone: is it a second paragraph of the answer above, or a question without an "
    "answer? Remove the empty line above it, or end it with a question mark; until then, nobody "
    "can quote it, and visitors cannot open the interview"
)


def hints_of(names: Iterable[str], labels: Iterable[tuple[str, str]]) -> Hints:
    """Hints from an exhibition: names of people, and names by labels."""
    return Hints(tuple(dict.fromkeys(names)), {plain(label): name for label, name in labels})


def open_interview(path: Path, problems: Problems, hints: Hints = NO_HINTS) -> Interview | None:
    """Read a transcript; None if there is none, it is unclear, or nobody answers in it."""
    try:
        source = source_of(path)
        interview = _understood(source, hints)
    except Stopped as stop:
        problems.add(stop.problem)
        return None
    for stray in interview.strays:
        problems.add(source.problem(Code.INTERVIEW_UNCLEAR, STRAY, stray.line))
    return interview


def source_of(path: Path) -> Source:
    if path.suffix.lower() not in WORD_ENDINGS:
        return read(path)
    # Not at the top: few interviews need it, and the first photo would wait.
    from kiosk.authoring.transcripts.word_files import read_word_file

    return read_word_file(path)


def _understood(source: Source, hints: Hints) -> Interview:
    """The interview of a transcript; raises Stopped if it must not be shown."""
    try:
        return understood(source, hints)
    except UnclearError as unclear:
        problem = source.problem(Code.INTERVIEW_UNCLEAR, str(unclear), unclear.line)
        raise Stopped(problem) from None


def understood(source: Source, hints: Hints) -> Interview:
    """The interview of a transcript; raises UnclearError, or Stopped for other faults."""
    _check_size(source)
    form = form_of(source, BEGINNING, hints)
    interview = _from_form(form, source.path) if form else _plainly(source)
    if not any(exchange.answer for exchange in interview.exchanges):
        message = "this interview has no answers; write each answer below its question"
        raise Stopped(source.problem(Code.INTERVIEW_EMPTY, message))
    return interview


def _check_size(source: Source) -> None:
    """Raises Stopped for a text that would take seconds."""
    if len(source.lines) > LINES_MAX:
        message = f"the limit of an interview is {LINES_MAX} lines; make a file for each interview"
        raise Stopped(source.problem(Code.INTERVIEW_UNCLEAR, message, LINES_MAX + 1))
    spoken = [number for number, line in enumerate(source.lines, start=1) if _has_words(line)]
    if len(spoken) > SPOKEN_MAX:
        message = (
            f"the limit of an interview is {SPOKEN_MAX} lines with words;"
            " make a file for each interview"
        )
        raise Stopped(source.problem(Code.INTERVIEW_UNCLEAR, message, spoken[SPOKEN_MAX]))
    long = next((n for n, one in enumerate(source.lines, start=1) if len(one) > LINE_MAX), None)
    if long:
        message = f"this line has more than {LINE_MAX} letters; begin a line for each paragraph"
        raise Stopped(source.problem(Code.INTERVIEW_UNCLEAR, message, long))
    # Some signs stand for many letters, which the rules then look at.
    text = source.text if source.text.isascii() else unicodedata.normalize("NFKC", source.text)
    if len(text) > LETTERS_MAX:
        message = f"the limit of an interview is {LETTERS_MAX} letters; make a file for each one"
        raise Stopped(source.problem(Code.INTERVIEW_UNCLEAR, message))


def _has_words(line: str) -> bool:
    """Whether somebody may say it; most lines of captions are numbers and times."""
    return bool(line.strip()) and not line.strip().isdigit() and "-->" not in line


def _from_form(form: Form, path: Path) -> Interview:
    """Who speaks is clear, unless a mark is left within what somebody says."""
    titles, facts, summary = _header(blocks_from(form.head))
    interview = Interview(
        path=path,
        titles=titles,
        facts=facts,
        summary="\n\n".join(block.text for block in summary),
        summary_line=summary[0].line if summary else 0,
        exchanges=form.exchanges,
        note=form.note,
        strays=form.strays,
        labels=form.labels,
    )
    body = tuple(_block(exchange) for exchange in form.exchanges)
    doubt = first_doubt_within_turns(
        Transcript((), body, is_announced=True, names=_names(interview))
    )
    if doubt:
        raise UnclearError(doubt.line, doubt.reason)
    return interview


def _block(exchange: Exchange) -> Block:
    asked = [(exchange.line, exchange.question)] if exchange.question else []
    words = (DIRECTION.sub("", text) or text for text in exchange.paragraphs)
    said = zip(exchange.answer_lines, words, strict=True)
    numbers, lines = zip(*asked, *said, strict=True)
    return Block(exchange.line, lines, numbers)


def _plainly(source: Source) -> Interview:
    """Questions above their answers, without a mark that shows who speaks."""
    parts = _Parts.of(source)
    interview = _read(parts, source.path)
    names = _names(interview)
    strays = _strays(Transcript(parts.head, parts.body, parts.is_announced, names))
    lines = {stray.line for stray in strays}
    parts = replace(parts, body=tuple(block for block in parts.body if block.line not in lines))
    doubt = first_doubt(Transcript(parts.head, parts.body, parts.is_announced, names))
    if doubt:
        raise UnclearError(doubt.line, doubt.reason)
    return replace(_without_directions(_read(parts, source.path), parts.body), strays=strays)


def _without_directions(interview: Interview, body: Iterable[Block]) -> Interview:
    """Without lines in brackets, which nobody says."""
    rows = [
        Row(number, text, place == 0)
        for block in body
        for place, (number, text) in enumerate(block.numbered)
    ]
    asides = aside_lines(rows)
    spoken = (_spoken(one, asides) for one in interview.exchanges)
    return replace(interview, exchanges=tuple(one for one in spoken if one.question or one.answer))


def _spoken(exchange: Exchange, asides: frozenset[int]) -> Exchange:
    said = zip(exchange.answer_lines, exchange.paragraphs, strict=True)
    kept = [(number, text) for number, text in said if number not in asides]
    return replace(
        exchange,
        question="" if exchange.line in asides else exchange.question,
        answer=PARAGRAPH.join(text for _, text in kept),
        answer_lines=tuple(number for number, _ in kept),
    )


def _strays(transcript: Transcript) -> tuple[Stray, ...]:
    """Lines between questions with answers; none if some of these do not ask."""
    exchanges = transcript.exchanges
    if not all(group[0].asks or REQUEST.search(group[0].text) for group in exchanges):
        return ()
    alone = [doubt.line for doubt in standing_alone(transcript)]
    lines = {line.number: line for group in transcript.groups for line in group}
    return tuple(Stray(lines[number].written, number) for number in alone)


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
        blocks = list(blocks_from(spoken_rows(source)))
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
    return is_apart or is_credit(text) or bool(ABOUT_ITSELF.search(text))


def _exchange(block: Block) -> Exchange:
    (line, question), *answer = block.numbered
    texts = PARAGRAPH.join(text for _, text in answer)
    return Exchange(question, texts, line, tuple(number for number, _ in answer))


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
