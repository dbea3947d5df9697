"""Writes an interview as a clean transcript: a label before each paragraph, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from kiosk.authoring.problems.collector import Problems
from kiosk.authoring.transcripts.doubts.lines import Line
from kiosk.authoring.transcripts.transcript import PARTICULAR, open_interview
from kiosk.exhibition.interview import Exchange, Interview

ASKS, ANSWERS, SPEAKERS = "Q", "A", "Speakers"
EMPTY_LINES = re.compile(r"\n{3,}")
BEGINNING = "full interview"

Writer = Callable[[Interview], Iterator[str]]


def clean_transcript(interview: Interview) -> str | None:
    """The transcript; None if no form of it would be read as the same interview."""
    if interview.strays:
        return None
    texts = ("\n".join(write(interview)) for write in WRITERS)
    clean = (EMPTY_LINES.sub("\n\n", text).strip() + "\n" for text in texts)
    return next((text for text in clean if _is_same(interview, text)), None)


def _head(interview: Interview, speakers: Iterable[str] = ()) -> Iterator[str]:
    for title in interview.titles:
        yield from (title, "")
    for fact in interview.facts:
        line = f"{fact.label}: {fact.answer}".strip()
        yield from [line] if PARTICULAR.fullmatch(line) else [f"{fact.label}:", fact.answer]
    names = ", ".join(filter(None, speakers))
    yield f"{SPEAKERS}: {names}" if names else ""
    yield from ("", interview.summary, "", BEGINNING)


def _labelled(interview: Interview) -> Iterator[str]:
    """With names where there are some."""
    yield from _head(interview)
    yield from _turns(interview, lambda name: name or ASKS)


def _with_names_at_the_head(interview: Interview) -> Iterator[str]:
    """The same, for names of which nothing else shows that they are some."""
    yield from _head(interview, (*interview.askers, *interview.speakers))
    yield from _turns(interview, lambda name: name or ASKS)


def _with_asker_in_legend(interview: Interview) -> Iterator[str]:
    """The same, but for the name of the only person who asks, which is given once."""
    yield from _head(interview)
    yield from ("", f"{ASKS}: {''.join(interview.askers[:1])}")
    yield from _turns(interview, lambda _: ASKS)


def _turns(interview: Interview, label: Callable[[str], str]) -> Iterator[str]:
    for exchange in interview.exchanges:
        yield ""
        if exchange.question:
            yield f"{label(exchange.asker)}: {exchange.question}"
        yield from _answer(exchange)
    yield from ("", interview.note)


def _answer(exchange: Exchange) -> Iterator[str]:
    """Each paragraph has its label, but for one after a question: a label would be a new turn."""
    speakers = exchange.speakers or ("",) * len(exchange.paragraphs)
    before, last = "", None
    for speaker, text in zip(speakers, exchange.paragraphs, strict=True):
        goes_on = speaker == last and Line(0, before, 0, 0).asks
        yield text if goes_on else f"{speaker or ANSWERS}: {text}"
        before, last = text, speaker


def _plain(interview: Interview) -> Iterator[str]:
    """Questions above their answers; an answer to no question has empty lines around it."""
    yield from _head(interview)
    for exchange in interview.exchanges:
        yield from ("", exchange.question) if exchange.question else ()
        for text in exchange.paragraphs:
            yield from (text,) if exchange.question else ("", text)
    yield from ("", interview.note)


WRITERS: tuple[Writer, ...] = (
    _labelled,
    _with_names_at_the_head,
    _with_asker_in_legend,
    _plain,
)
"""Forms of a clean transcript; the first counts that is read as the same interview."""


def _is_same(interview: Interview, text: str) -> bool:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "transcript.txt"
        file.write_text(text, encoding="utf-8")
        again = open_interview(file, Problems())
    return again is not None and _said(again) == _said(interview)


def _said(interview: Interview) -> tuple[object, ...]:
    exchanges = [
        (
            one.asker,
            one.question,
            one.speakers or ("",) * len(one.paragraphs),
            one.paragraphs,
        )
        for one in interview.exchanges
    ]
    return exchanges, interview.note, interview.name, interview.strays
