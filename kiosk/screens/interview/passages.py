"""Finds quotes and chapters in the interview, as it was spoken and as it is translated."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from msgspec.structs import replace

from kiosk.exhibition.collection import Entry
from kiosk.exhibition.exhibition import Quote
from kiosk.exhibition.interview import SEALED, Exchange, Interview
from kiosk.exhibition.quote_match import Passage, beginning_of, find
from kiosk.exhibition.text import LocalisedText

BRACKETS = re.compile(r"\[[^\[\]]*\]\w*")
"""Words in brackets, with the rest of a word of which they are the beginning."""
Place = tuple[int, int]
"""An exchange, and a paragraph of its answer; the question counts as -1."""


@lru_cache(maxsize=64)
def quoted(entry: Entry, slide: int, language: str) -> Passage | None:
    """The passage that a slide quotes, in the interview as visitors of this language read it."""
    quote, reading = entry.exhibition.slides[slide].quote, entry.reading_in(language)
    if not (quote and reading):
        return None
    interview, tag = reading
    found = (_found(interview, text, quote) for text in _wordings(quote, tag, entry.spoken))
    return next((passage for passage in found if passage), None)


@lru_cache(maxsize=64)
def exchange_of(entry: Entry, slide: int) -> int | None:
    """The exchange that a slide quotes, in whichever language; None if there is none."""
    tags = (entry.spoken, *dict(entry.translations))
    found = (quoted(entry, slide, tag) for tag in tags)
    return next((passage.exchange for passage in found if passage), None)


def _wordings(quote: Quote, tag: str, spoken: str) -> Iterator[str]:
    """The words of a quote that an interview in this language may have."""
    if tag == spoken or quote.language == tag:
        yield quote.text
    if quote.translation and tag in quote.translation.languages:
        yield quote.translation.in_language(tag)


def _found(interview: Interview, text: str, quote: Quote) -> Passage | None:
    said_by = [name for _, name in quote.speaker.texts] if quote.speaker else []
    likely = _with_words(interview, text)
    passage = find(likely, text, said_by) or find(interview, text, said_by)
    if not passage:
        return None
    # If a sentence is quoted to its end, its full stop is marked too.
    after = interview.exchanges[passage.exchange].answer[passage.end :][:1]
    *before, (start, end) = passage.spans
    end += after in set(".,;:") and text.endswith(after)
    return replace(passage, spans=(*before, (start, end)))


def _with_words(interview: Interview, text: str) -> Interview:
    """The interview, but only with the answers that have each word of a quote.

    These are few, and to compare a quote letter by letter takes a hundred times longer. The first
    word may have another first letter, and words in brackets need not be in the answer.
    """
    words = re.findall(r"\w+", BRACKETS.sub(" ", text))[1:]
    exchanges = (
        one if all(word in one.answer for word in words) else Exchange("", "", one.line)
        for one in interview.exchanges
    )
    return replace(interview, exchanges=tuple(exchanges))


def chapters_of(entry: Entry, interview: Interview) -> Mapping[Place, tuple[LocalisedText, ...]]:
    """The titles of chapters by the places where they begin, in this version of the interview.

    A chapter that begins in the first paragraph of an answer has its title above the question.
    """
    spoken, written = entry.readable, entry.exhibition.interview
    titles = dict[Place, tuple[LocalisedText, ...]]()
    for chapter in written.chapters if written and spoken else ():
        assert spoken
        found = beginning_of(spoken, chapter.from_)
        if found:
            place = _same_place(*found, interview)
            titles[place] = (*titles.get(place, ()), chapter.title)
    return titles


def has_index(entry: Entry, language: str) -> bool:
    """Whether the index of the interview, as visitors of this language read it, leads anywhere."""
    reading, written = entry.reading_in(language), entry.exhibition.interview
    if reading is None or (written and written.index == "none"):
        return False
    interview, _ = reading
    return bool(chapters_of(entry, interview)) or any(asked_in_index(entry, interview))


def asked_in_index(entry: Entry, interview: Interview) -> tuple[bool, ...]:
    """For each exchange, whether its question may be in the index: nothing in it is sealed."""
    written = entry.exhibition.interview
    is_listed = written is None or written.index == "questions"
    return tuple(
        is_listed and bool(one.question) and SEALED not in one.question + one.answer
        for one in interview.exchanges
    )


def _same_place(exchange: int, paragraph: int, interview: Interview) -> Place:
    """The place in a translation, whose answers may have other paragraphs."""
    there = interview.exchanges[exchange]
    last = len(there.paragraphs) - 1
    at = min(paragraph, last)
    return exchange, -1 if at <= 0 else at
