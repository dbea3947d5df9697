"""Finds whole sentences of an interview by similar words, in any order and spelling."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from textwrap import wrap

from msgspec import Struct
from rapidfuzz import fuzz, process, utils

from kiosk.authoring.problems.problem import shown
from kiosk.exhibition.interview import Exchange, Interview
from kiosk.exhibition.quote_match import find

SENTENCES_MAX = 3
"""Most sentences in a row that are suggested as one quote."""
WORD_SIMILARITY_MIN = 75
LIKENESS_MIN = 75
PHRASE_WEIGHT = 0.25
"""Weight of the words' order, as a share of the likeness."""
WORDS_MAX = 60
COMMENT_WIDTH = 90

SENTENCE = re.compile(r"\S.*?(?:[.!?…؟。！？]+[\"”’»)\]]*(?=\s|$)|$)", re.MULTILINE)


class Found(Struct, frozen=True):
    """A passage that may be quoted, with the question that it answers."""

    interview: Interview
    exchange: Exchange
    start: int
    end: int
    likeness: float
    """0 for nothing in common, 100 for the same words."""

    @property
    def text(self) -> str:
        return self.exchange.answer[self.start : self.end]

    @property
    def line(self) -> int:
        return self.exchange.line_at(self.start)

    @property
    def speaker(self) -> str:
        """Who says it; the name at the head if the transcript has no other."""
        voices = self.exchange.voices
        name = next(voice.speaker for voice in voices if self.start < voice.end)
        return name or self.interview.name

    def overlaps(self, other: Found) -> bool:
        same = self.exchange is other.exchange
        return same and self.start < other.end and other.start < self.end

    def as_yaml(self) -> str:
        """A slide to paste, below comments that say where its words are and what was asked."""
        asked = wrap(self.exchange.question, COMMENT_WIDTH)
        comments = [f"{shown(self.interview.path)}:{self.line}", *asked]
        quoted = json.dumps(self.text, ensure_ascii=False)
        if len(self.interview.speakers) > 1:
            quoted = f"{{text: {quoted}, speaker: {json.dumps(self.speaker, ensure_ascii=False)}}}"
        return "\n".join([*(f"  # {comment}" for comment in comments), f"  - quote: {quoted}"])


def passages(interviews: Sequence[Interview], words: str, most: int) -> list[Found]:
    """The passages most similar to these words, the most similar first, none within another."""
    sought = utils.default_process(words).split()[:WORDS_MAX]
    if not sought:
        return []
    ranked = sorted(
        (found for interview in interviews for found in _near(interview, sought)),
        key=lambda found: (-found.likeness, found.end - found.start),
    )
    chosen = list[Found]()
    for found in ranked:
        if len(chosen) == most:
            break
        if not any(map(found.overlaps, chosen)) and find(found.interview, found.text):
            chosen.append(found)
    return chosen


def _near(interview: Interview, sought: list[str]) -> Iterator[Found]:
    for exchange in interview.exchanges:
        for start, end in _spans(exchange.answer):
            likeness = _likeness(sought, exchange.answer[start:end])
            if likeness >= LIKENESS_MIN:
                yield Found(interview, exchange, start, end, likeness)


def _spans(answer: str) -> Iterator[tuple[int, int]]:
    """Single sentences, and up to SENTENCES_MAX in a row of one paragraph."""
    sentences = [sentence.span() for sentence in SENTENCE.finditer(answer)]
    for index, (start, _) in enumerate(sentences):
        for _, end in sentences[index : index + SENTENCES_MAX]:
            if "\n" not in answer[start:end]:
                yield start, end


def _likeness(sought: list[str], text: str) -> float:
    """How similar each word is to one of this passage, and all of them to a phrase of it."""
    evened = utils.default_process(text)
    written = evened.split()
    near = [
        process.extractOne(word, written, scorer=fuzz.ratio, score_cutoff=WORD_SIMILARITY_MIN)
        for word in sought
    ]
    each = sum(match[1] for match in near if match) / len(sought)
    if each < LIKENESS_MIN:
        return 0
    phrase = " ".join(sought)
    together = fuzz.partial_ratio(phrase, evened) * min(1.0, len(evened) / len(phrase))
    return each * (1 - PHRASE_WEIGHT) + together * PHRASE_WEIGHT
