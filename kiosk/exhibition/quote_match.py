"""Finds a quote in an interview: word for word, in one answer of the person interviewed.

White space, soft hyphens, the shapes of quotation marks and dashes, and the case of the first
letter may differ. `…` or `[…]` stands for words left out (or for the same sign in the source).
`[words]` are the editor's and match nothing, unless the source has them. `[T]his` changes the case
of a letter. A quote may end after any whole word, with or without one of `. , ; : …` of its own.
A question mark or an exclamation mark there is kept and never added. All else is as in the source.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice

from msgspec import Struct

from kiosk.exhibition.interview import Interview
from kiosk.exhibition.speakers import is_same_person

PIECES_MAX = 50
STARTS_MAX = 1000
NEAREST_LENGTH_MAX = 2000

QUOTATION_MARKS = "“”„‟«»‹›\"'’‘‚‛`´"
DASHES = "–—―‒−‐‑-"
GAP = "…"

SHAPES = str.maketrans(dict.fromkeys(QUOTATION_MARKS, '"') | dict.fromkeys(DASHES, "-"))
UNEVEN = re.compile(
    r"(?P<nothing>\xad|(?<=[«‹])\s+|\s+(?=[»›]))|(?P<space>\s{2,}|[^\S ])|(?P<gap>\.\.\.)"
)
"""Matches what has another length or sign in an even text; a single space has not."""
LEFT_OUT = re.compile(r"\[\s*(…|\.\.\.)\s*\]")
CASE_CHANGED = re.compile(r"\[([^\W\d_])\](?=\w)")
EITHER_CASE = "\ue000"
"""Put before a letter that may be upper or lower case; no text contains it."""
EDITORS = re.compile(r"(?:\s+|(?<!\w))\[[^\[\]]*\](?!\w)")
ENDING = re.compile(r'[\s.,;:…"]+$')

ASKED = re.compile(r'[\s?!؟？！"“”»’]+$')

BEGINS_WORD = r'(?<!\w)(?<!\w["-])'
ENDS_WORD = r'(?!\w)(?!["-]\w)'
LOSES_NO_MARK = r'(?!["…]*[?!])'
UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]"
)
"""Letters of scripts without spaces between words, such as Thai and Chinese."""
EDGES = f'" {GAP}.,;:'
"""Signs that may stand before or after the words of a place, and do not count."""


class Passage(Struct, frozen=True):
    """Words of an answer: their exchange, line of the file and characters."""

    exchange: int
    line: int
    spans: tuple[tuple[int, int], ...]
    """Start and end of each quoted piece in the answer."""
    speaker: str = ""
    """Who says them, if the transcript has a name."""

    @property
    def start(self) -> int:
        return self.spans[0][0]

    @property
    def end(self) -> int:
        return self.spans[-1][1]


class Near(Struct, frozen=True):
    """The words of an interview that are most similar to a quote."""

    text: str
    line: int
    similarity: float
    """0 for nothing in common, 100 for the same."""


class _Evened(Struct, frozen=True):
    """Text with one form for each kind of sign, and where each character came from."""

    text: str
    offsets: tuple[int, ...]


def find(interview: Interview, text: str, speakers: Iterable[str] = ()) -> Passage | None:
    """The first passage that this quote matches; one of these speakers comes first."""
    found = list(passages(interview, text))
    named = tuple(speakers)
    own = (one for one in found if any(is_same_person(one.speaker, name) for name in named))
    return next(own, found[0] if found else None)


def passages(interview: Interview, text: str) -> Iterator[Passage]:
    """All places that a quote matches: each in the words of one person."""
    written = pieces_of(text, keeps_brackets=True) if "[" in text else ()
    found = (list(_passages(interview, pattern)) for pattern in (pieces_of(text), written))
    yield from next(filter(None, found), [])


def _passages(interview: Interview, pattern: tuple[re.Pattern[str], ...]) -> Iterator[Passage]:
    for index, exchange in enumerate(interview.exchanges if pattern else ()):
        for voice in exchange.voices:
            spans = spans_of(exchange.answer[voice.start : voice.end], pattern)
            if spans:
                moved = tuple((start + voice.start, end + voice.start) for start, end in spans)
                yield Passage(index, exchange.line_at(moved[0][0]), moved, voice.speaker)


def places_of(text: str, words: str, most: int = 2) -> list[tuple[int, int]]:
    """The first places of these words in a text, without the signs around them."""
    sought = _even(unicodedata.normalize("NFC", words)).text.strip(EDGES)
    if not sought:
        return []
    evened, pattern = _even(text), _pattern(EITHER_CASE + sought, is_free=True)
    found = list[tuple[int, int]]()
    match = pattern.search(evened.text)
    while match and len(found) < most:
        found.append((evened.offsets[match.start()], evened.offsets[match.end() - 1] + 1))
        match = pattern.search(evened.text, match.start() + 1)
    return found


def beginning_of(interview: Interview, words: str) -> tuple[int, int] | None:
    """The exchange and the paragraph in which these words are; the question counts as -1."""
    for number, exchange in enumerate(interview.exchanges):
        for at, text in enumerate((exchange.question, *exchange.paragraphs), start=-1):
            if places_of(text, words, most=1):
                return number, at
    return None


def stands_elsewhere(interview: Interview, text: str) -> tuple[str, int] | None:
    """Who says these words, if not the person interviewed, and on which line.

    A question mark at their end does not count: people shorten a question and write it again.
    """
    pattern = pieces_of(ASKED.sub("", text), ends_freely=True)
    for exchange in interview.exchanges:
        if pattern and spans_of(exchange.question, pattern):
            return "the interviewer's", exchange.line
    if pattern and spans_of(interview.summary, pattern):
        return "the summary's", interview.summary_line
    return None


def stray_line(interview: Interview, text: str) -> int | None:
    """The line of these words, if it is not clear who says them."""
    pattern = pieces_of(text, ends_freely=True)
    found = (one.line for one in interview.strays if pattern and spans_of(one.text, pattern))
    return next(found, None)


def nearest(interview: Interview, text: str) -> Near | None:
    """The words of an answer that most resemble this quote."""
    from rapidfuzz import fuzz  # Needed only if something is wrong.

    sought = _even(text[:NEAREST_LENGTH_MAX]).text.strip()
    best: Near | None = None
    for exchange in interview.exchanges:
        if not (sought and exchange.answer):
            continue
        answer = _even(exchange.answer)
        found = fuzz.partial_ratio_alignment(sought, answer.text)
        if found is None:
            continue
        similarity = found.score * min(1.0, len(answer.text) / len(sought))
        if best is None or similarity > best.similarity:
            span = _whole_words(answer, found.dest_start, found.dest_end)
            line = exchange.line_at(span[0])
            best = Near(exchange.answer[slice(*span)], line, similarity)
    return best


def spans_of(answer: str, pieces: tuple[re.Pattern[str], ...]) -> tuple[tuple[int, int], ...]:
    """Where the pieces follow one another, as close together as possible."""
    evened = _even(answer)
    chains = (
        _chain(evened.text, first.span(), pieces[1:])
        for first in islice(pieces[0].finditer(evened.text), STARTS_MAX)
    )
    found = [chain for chain in chains if chain]
    if not found:
        return ()
    closest = min(found, key=lambda chain: chain[-1][1] - chain[0][0])
    return tuple((evened.offsets[a], evened.offsets[b - 1] + 1) for a, b in closest)


def _chain(
    text: str, first: tuple[int, int], pieces: tuple[re.Pattern[str], ...]
) -> list[tuple[int, int]]:
    """The first place of each piece after the one before, with words left out in between."""
    chain = [first]
    for piece in pieces:
        end = chain[-1][1]
        found = piece.search(text, end)
        if found and not text[end : found.start()].strip():
            found = piece.search(text, found.start() + 1)
        if not found:
            return []
        chain.append(found.span())
    return chain


def pieces_of(
    quote: str, *, ends_freely: bool = False, keeps_brackets: bool = False
) -> tuple[re.Pattern[str], ...]:
    """Patterns for the pieces of a quote between its gaps.

    Words in brackets are the editor's, unless it `keeps_brackets` of the transcript.
    """
    text = LEFT_OUT.sub(f" {GAP} ", unicodedata.normalize("NFC", quote))
    text = CASE_CHANGED.sub(EITHER_CASE + r"\1", text)
    text = _even(text if keeps_brackets else EDITORS.sub("", text)).text
    text = ENDING.sub("", text.lstrip(f'" {GAP}'))
    pieces = [piece.strip() for piece in text.split(GAP) if piece.strip()]
    if not pieces or len(pieces) > PIECES_MAX:
        return ()
    if not pieces[0].startswith(EITHER_CASE):
        pieces[0] = EITHER_CASE + pieces[0]
    *before, last = pieces
    keeps = "" if ends_freely or last.endswith(("?", "!")) else LOSES_NO_MARK
    return (*(_pattern(piece) for piece in before), _pattern(last, keeps))


@lru_cache(maxsize=256)
def _pattern(piece: str, keeps: str = "", *, is_free: bool = False) -> re.Pattern[str]:
    """With `is_free`, it may be part of a run of words in a script without spaces."""
    letters = re.sub(f"{EITHER_CASE}(.)|(.)", _letter, piece)
    bare = piece.replace(EITHER_CASE, "")
    begins = BEGINS_WORD if _is_word(bare[:1], is_free=is_free) else ""
    ends = ENDS_WORD if _is_word(bare[-1:], is_free=is_free) else ""
    return re.compile(begins + letters + ends + keeps)


def _letter(sign: re.Match[str]) -> str:
    if not sign[1]:
        return re.escape(sign[2] or "")
    forms = dict.fromkeys((sign[1], sign[1].lower(), sign[1].upper()))
    return f"(?:{'|'.join(re.escape(form) for form in forms)})"


def _is_word(letter: str, *, is_free: bool) -> bool:
    return bool(re.match(r"\w", letter)) and not (is_free and UNSPACED.match(letter))


@lru_cache(maxsize=1024)
def _even(text: str) -> _Evened:
    parts, offsets, end = list[str](), list[int](), 0
    for sign in UNEVEN.finditer(text):
        parts.append(text[end : sign.start()])
        offsets += range(end, sign.start())
        if not sign["nothing"]:
            parts.append(" " if sign["space"] else GAP)
            offsets.append(sign.start())
        end = sign.end()
    parts.append(text[end:])
    offsets += range(end, len(text))
    return _Evened("".join(parts).translate(SHAPES), tuple(offsets))


def _whole_words(evened: _Evened, start: int, end: int) -> tuple[int, int]:
    """Span of a part in the original text, widened to whole words."""
    text = evened.text
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    while start < end - 1 and text[start].isspace():
        start += 1
    return evened.offsets[start], evened.offsets[end - 1] + 1
