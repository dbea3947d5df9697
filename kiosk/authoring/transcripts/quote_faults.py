"""Finds out why a quote is not in an interview: words of several turns, or a left-out aside."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from kiosk.exhibition.interview import PARAGRAPH, Exchange, Interview
from kiosk.exhibition.quote_match import pieces_of, spans_of

ASKER = "the interviewer"
ASIDE = re.compile(r"[ \t]*(?P<aside>\[[^\[\]\n]{1,200}\]|\([^()\n]{1,200}\))")
"""A stage direction within an answer."""


class _Turn(Struct, frozen=True):
    name: str
    words: str
    line: int


def runs_over(interview: Interview, text: str) -> tuple[tuple[str, ...], int] | None:
    """Whose words a quote takes together, if they are of several turns, and their first line.

    A person who answers is "" if the transcript does not name them.
    """
    turns = [turn for exchange in interview.exchanges for turn in _turns(exchange)]
    pattern = pieces_of(text, ends_freely=True)
    if not pattern:
        return None
    bare = [_Turn(turn.name, ASIDE.sub("", turn.words), turn.line) for turn in turns]
    ways: tuple[Callable[[list[_Turn]], list[_Turn]], ...] = (
        lambda turns: _in_order(turns, pattern),
        lambda turns: _in_any_order(turns, pattern),
    )
    found = (way(of) for of in (turns, bare) for way in ways)
    several = next((one for one in found if len(one) > 1), None)
    if not several:
        return None
    return tuple(dict.fromkeys(turn.name for turn in several)), several[0].line


def _in_order(turns: Sequence[_Turn], pattern: tuple[re.Pattern[str], ...]) -> list[_Turn]:
    """The turns over which all pieces follow one another."""
    spans = spans_of(PARAGRAPH.join(turn.words for turn in turns), pattern)
    found, start = list[_Turn](), 0
    for turn in turns if spans else ():
        end = start + len(turn.words)
        if any(first < end and start < last for first, last in spans):
            found.append(turn)
        start = end + len(PARAGRAPH)
    return found


def _in_any_order(turns: Sequence[_Turn], pattern: tuple[re.Pattern[str], ...]) -> list[_Turn]:
    """The first turn that has each piece; none if a piece is nowhere, or one turn has all."""
    if any(all(spans_of(turn.words, (piece,)) for piece in pattern) for turn in turns):
        return []
    found = [
        next((turn for turn in turns if spans_of(turn.words, (piece,))), None) for piece in pattern
    ]
    whole = [turn for turn in found if turn]
    return list(dict.fromkeys(whole)) if len(whole) == len(found) else []


def _turns(exchange: Exchange) -> Iterator[_Turn]:
    """Who says each part of an exchange, the words, and their line."""
    if exchange.question:
        yield _Turn(exchange.asker or ASKER, exchange.question, exchange.line)
    for voice in exchange.voices:
        words = exchange.answer[voice.start : voice.end]
        yield _Turn(voice.speaker, words, exchange.line_at(voice.start))


def left_out_aside(interview: Interview, text: str) -> tuple[str, int] | None:
    """The stage direction that a quote lacks, if all else is as it was said, and its line."""
    pattern = pieces_of(text)
    for exchange in interview.exchanges if pattern else ():
        for voice in exchange.voices:
            words, taken = exchange.answer[voice.start : voice.end], 0
            spans = spans_of(ASIDE.sub("", words), pattern)
            for found in ASIDE.finditer(words) if spans else ():
                at = found.start() - taken
                if any(start < at < end for start, end in spans):
                    return found["aside"], exchange.line_at(voice.start + found.start())
                taken += len(found[0])
    return None
