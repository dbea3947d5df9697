"""Counts words, and computes how long visitors read them and how long a slide is shown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from kiosk.exhibition.exhibition import Slide
from kiosk.exhibition.interview import Interview
from kiosk.exhibition.text import LocalisedText
from kiosk.exhibition.text_walk import walk_texts

WORDS_A_MINUTE = 200
CHARACTERS_A_MINUTE = 300
LETTERS_A_WORD = 6
"""Letters that count as one word, in languages that put no spaces between words."""

LOOK_S = 5.0
LOOK_AT_ANOTHER_S = 1.5
LOOK_AT_WORDS_S = 2.0
DWELL_MIN_S = 6.0
DWELL_MAX_S = 45.0
"""Longest time for a slide with `dwell: auto`, in seconds: visitors tire of reading after this."""

LEAST_TOLD_S = 30.0
"""Visitors are not told of a shorter time to read."""

NOT_READ = frozenset(
    {
        "notice",
        "section",
        "details.title",
        "details.text",
        "alt",
        "credit",
        "quote.speaker",
        "quote.translated_by",
    }
)
"""Texts that take no time while a slide stands: a notice covers it, a section's name comes with the
controls, details are on another screen, and the others are small or heard."""

UNSPACED = frozenset({"km", "lo", "my", "th"})
WORD = re.compile(r"[^\W_]\S*")
"""Matches a word from its first letter or digit to its end."""
CHARACTERS = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")


def words(text: str, language: str) -> int:
    """Number of words; three characters of Chinese or Japanese count as two words."""
    spaced, characters = (text, 0) if text.isascii() else CHARACTERS.subn(" ", text)
    counted = round(characters * WORDS_A_MINUTE / CHARACTERS_A_MINUTE)
    if language.split("-")[0] in UNSPACED:
        return counted + -(-sum(map(str.isalpha, spaced)) // LETTERS_A_WORD)
    return counted + len(WORD.findall(spaced))


def reading_time_s(text: str, language: str) -> float:
    return words(text, language) * 60 / WORDS_A_MINUTE


def page_s(texts: Iterable[tuple[str, str]], *, photos: int, dwell_s: float | None) -> float:
    """How long one of a slide's pages is shown: the time to read its texts, each with its language.

    `photos` are those that are new with it. `dwell_s` is its share of the slide's own `dwell`.
    A page holds no more than can be read, so there is no other limit.
    """
    reading_s = sum(reading_time_s(text, tag) for text, tag in texts)
    return max(_look_s(photos) + reading_s, DWELL_MIN_S, dwell_s or 0.0)


@lru_cache(maxsize=64)
def dwell_s(slide: Slide, language: str) -> float:
    """How long this slide is shown: as it says, or time to look and to read, within bounds."""
    if isinstance(slide.dwell, float):
        return slide.dwell
    look_s = _look_s(len(slide.all_photos))
    return min(max(look_s + time_to_read_s(slide, language), DWELL_MIN_S), DWELL_MAX_S)


def _look_s(photos: int) -> float:
    return LOOK_S + LOOK_AT_ANOTHER_S * (photos - 1) if photos else LOOK_AT_WORDS_S


def time_to_read_s(slide: Slide, language: str) -> float:
    """Time to read everything that is written on a slide."""
    return sum(reading_time_s(text, tag) for text, tag in texts_of(slide, language))


def minutes_told(time_s: float) -> int:
    """The whole minutes that visitors are told, at least one; 0 for what is soon read."""
    return max(1, round(time_s / 60)) if time_s >= LEAST_TOLD_S else 0


def interview_s(interview: Interview, language: str) -> float:
    """Time to read all questions and answers; `language` is that of the interview."""
    return sum(
        reading_time_s(exchange.question, language) + reading_time_s(exchange.answer, language)
        for exchange in interview.exchanges
    )


def texts_of(slide: Slide, language: str) -> Iterator[tuple[str, str]]:
    """Every text that a slide shows in this language, with the language that it is in."""
    captions = set[LocalisedText]()
    for one in walk_texts(slide):
        text = one.text
        is_unseen = one.name == "quote.translation" and language not in text.languages
        is_repeated = one.name == "caption" and text in captions
        if one.name in NOT_READ or is_unseen or is_repeated:
            continue
        if one.name == "caption":
            captions.add(text)
        yield text.in_language(language), text.language_for(language) or language
