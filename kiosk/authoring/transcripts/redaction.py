"""Takes sealed passages out of an interview, so that no later part of the program has them."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from kiosk.exhibition.interview import PARAGRAPH, SEALED, Exchange, Interview, Particular
from kiosk.exhibition.quote_match import places_of

BEFORE = "\"“„«‹‘'([¿¡"
AFTER = re.compile(r"[.,;:!?…。！？؟\"”»›’')\]]*")
"""Signs right before and after sealed words, which are removed with them."""


class Passage(Struct, frozen=True):
    """Words at which a sealed passage begins and ends."""

    begin: str
    end: str

    @property
    def ends(self) -> tuple[str, str]:
        return self.begin, self.end


class Version(Struct, frozen=True):
    """An interview in one language, as it may be shown, and as it was given."""

    shown: Interview
    whole: Interview
    sealed: tuple[str, ...] = ()
    """The words that are not shown."""
    said: tuple[str, ...] = ()
    """Those paragraphs of them that are telling, without questions, which many interviews share."""


class SealError(Exception):
    """A passage that cannot be found for certain; `is_end` if its last words are the cause."""

    def __init__(self, reason: str, *, is_end: bool) -> None:
        super().__init__(reason)
        self.is_end = is_end


class Segment(Struct, frozen=True):
    """One text of an interview, and where it belongs."""

    line: float
    kind: str
    at: int
    """The number of its exchange, or of its kind."""
    paragraph: int
    text: str


class Cut(Struct, frozen=True):
    """The first and the last segment of a passage, and its characters in them."""

    first: int
    start: int
    last: int
    end: int

    def within(self, number: int, text: str) -> tuple[int, int] | None:
        """The characters of this segment that are sealed; None if none are."""
        if not self.first <= number <= self.last:
            return None
        start = self.start if number == self.first else 0
        return start, self.end if number == self.last else len(text)


def segments(interview: Interview) -> list[Segment]:
    """All texts of an interview, in the order of their lines."""
    return sorted(_segments(interview), key=lambda one: one.line)


def _segments(interview: Interview) -> Iterator[Segment]:
    for number, title in enumerate(interview.titles):
        yield Segment(0, "title", number, 0, title)
    for number, fact in enumerate(interview.facts):
        yield Segment(fact.line, "label", number, 0, fact.label)
        yield Segment(fact.line, "fact", number, 0, fact.answer)
    yield Segment(interview.summary_line, "summary", 0, 0, interview.summary)
    for number, exchange in enumerate(interview.exchanges):
        yield Segment(exchange.line, "question", number, 0, exchange.question)
        lines = zip(exchange.answer_lines, exchange.paragraphs, strict=True)
        for paragraph, (line, text) in enumerate(lines):
            yield Segment(line, "answer", number, paragraph, text)
    for number, stray in enumerate(interview.strays):
        yield Segment(stray.line, "stray", number, 0, stray.text)
    yield Segment(math.inf, "note", 0, 0, interview.note)


def cut_of(texts: Sequence[Segment], passage: Passage) -> Cut:
    """Where a passage is; raises SealError if that is not certain."""
    first, start, ends = _only(texts, passage.begin, is_end=False)
    last, begins, end = _only(texts, passage.end, is_end=True)
    if (last, begins) < (first, start) or (last, end) < (first, ends):
        raise SealError("these words are before those of from", is_end=True)
    return Cut(first, start, last, end)


def _only(texts: Sequence[Segment], words: str, *, is_end: bool) -> tuple[int, int, int]:
    found = [
        (number, *place) for number, one in enumerate(texts) for place in places_of(one.text, words)
    ]
    if not found:
        raise SealError("these words are not in it", is_end=is_end)
    if len(found) > 1:
        lines = [texts[number].line for number, *_ in found[:2]]
        where = f", on lines {lines[0]:g} and {lines[1]:g}" if 0 < min(lines) < max(lines) else ""
        raise SealError(f"these words are in it more than once{where}", is_end=is_end)
    return found[0]


def parts_in(texts: Sequence[Segment], cuts: Iterable[Cut]) -> frozenset[tuple[str, int]]:
    """The parts that passages touch: "question" or "answer" with its number, and other kinds."""
    return frozenset((one.kind, one.at) for one, _ in cut_from(texts, cuts))


def sealed_texts(texts: Sequence[Segment], cuts: Iterable[Cut]) -> list[str]:
    """The words of each passage."""
    return [PARAGRAPH.join(words for _, words in cut_from(texts, [cut])) for cut in cuts]


def cut_from(texts: Sequence[Segment], cuts: Iterable[Cut]) -> Iterator[tuple[Segment, str]]:
    """The texts that passages touch, each with its sealed part."""
    for cut in cuts:
        for number, one in enumerate(texts):
            span = cut.within(number, one.text)
            if span and span[0] < span[1]:
                yield one, one.text[slice(*span)]


def redacted(
    interview: Interview, cuts: Sequence[Cut], hidden: frozenset[tuple[str, int]] = frozenset()
) -> Interview:
    """The interview without what is cut, and without the parts that are hidden as a whole."""
    texts = segments(interview)
    kept = {
        (one.kind, one.at, one.paragraph): SEALED
        if (one.kind, one.at) in hidden and one.text
        else _without(one.text, [cut.within(number, one.text) for cut in cuts])
        for number, one in enumerate(texts)
    }
    facts = enumerate(interview.facts)
    strays = enumerate(interview.strays)
    return replace(
        interview,
        titles=tuple(kept["title", n, 0] for n in range(len(interview.titles))),
        facts=tuple(
            Particular(kept["label", n, 0], kept["fact", n, 0], fact.line) for n, fact in facts
        ),
        summary=kept["summary", 0, 0],
        exchanges=tuple(
            _exchange(exchange, number, kept) for number, exchange in enumerate(interview.exchanges)
        ),
        strays=tuple(replace(stray, text=kept["stray", n, 0]) for n, stray in strays),
        note=kept["note", 0, 0],
    )


def _exchange(exchange: Exchange, number: int, kept: dict[tuple[str, int, int], str]) -> Exchange:
    """What is left of it; paragraphs of which nothing is left are shown as one mark."""
    texts = [kept["answer", number, at] for at in range(len(exchange.paragraphs))]
    left = [
        at
        for at, (before, text) in enumerate(pairwise(("", *texts)))
        if text != SEALED or not before.endswith(SEALED)
    ]
    return replace(
        exchange,
        question=kept["question", number, 0],
        answer=PARAGRAPH.join(texts[at] for at in left),
        answer_lines=tuple(exchange.answer_lines[at] for at in left),
        speakers=tuple(exchange.speakers[at] for at in left) if exchange.speakers else (),
    )


def _without(text: str, spans: Iterable[tuple[int, int] | None]) -> str:
    """The text with a mark in place of each of these spans."""
    kept, at = list[str](), 0
    for start, end in sorted(span for span in spans if span and span[0] < span[1]):
        if kept and start <= at:  # It overlaps the one before, or follows it at once.
            at = max(at, _after(text, end))
            continue
        kept += [text[at:start].rstrip(BEFORE), SEALED]
        at = _after(text, end)
    if not kept:
        return text
    return " ".join(part.strip() for part in (*kept, text[at:]) if part.strip())


def _after(text: str, end: int) -> int:
    found = AFTER.match(text, end)
    return found.end() if found else end
