"""Finds sealed words in texts that a curator writes, such as captions."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator

from kiosk.authoring.problems.codes import Code
from kiosk.authoring.problems.problem import Problem
from kiosk.authoring.yaml.document import Document
from kiosk.authoring.yaml.nodes import Where
from kiosk.exhibition.exhibition import Exhibition, Slide
from kiosk.exhibition.quote_match import UNSPACED
from kiosk.exhibition.text_walk import walk_texts

RUN, RUN_UNSPACED = 4, 6
"""This number of sealed words in a row, or of letters without spaces, is more than chance."""
LONG_WORD, LONG_WORDS = 4, 2
"""A run counts if it has this number of words with this number of letters: "I went to the" not."""
WORD = re.compile(rf"{UNSPACED.pattern}|\w+")

Run = tuple[str, ...]


class SealedWords:
    """Runs of words that are in sealed passages, and that nobody says elsewhere."""

    def __init__(self, sealed: Iterable[str] = (), public: Iterable[str] = ()) -> None:
        self._runs = defaultdict[int, set[Run]](set)
        for text in sealed:
            words = _words(text)
            unspaced = sum(bool(UNSPACED.match(word)) for word in words)
            usual = RUN_UNSPACED if unspaced * 2 > len(words) else RUN
            length = min(usual, len(words))
            is_whole = length == len(words)
            all_runs = _runs(words, length) if words else ()
            self._runs[length] |= {run for run in all_runs if is_whole or _is_telling(run)}
        said = [_words(text) for text in public] if self._runs else []
        for length, runs in self._runs.items():
            for words in said:
                runs.difference_update(_runs(words, length))

    def are_in(self, text: str) -> bool:
        if not self._runs:
            return False
        words = _words(text)
        return any(not runs.isdisjoint(_runs(words, length)) for length, runs in self._runs.items())


def repetitions(
    of: Slide | Exhibition, sealed: SealedWords, document: Document, where: Where
) -> Iterator[Problem]:
    """The texts that repeat sealed words; quotes are checked word for word elsewhere."""
    for one in walk_texts(of):
        if one.name != "quote.text" and any(sealed.are_in(text) for _, text in one.text.texts):
            places = ((*where, *one.path), (*where, one.path[-1]), where)
            exact = next((place for place in places if document.has(place)), where)
            message = "this text repeats words of a sealed passage, so it is not shown"
            yield document.problem(Code.SEALED_TOUCHED, message, exact)


def _words(text: str) -> list[str]:
    return WORD.findall(unicodedata.normalize("NFKC", text).casefold())


def _runs(words: list[str], length: int) -> Iterator[Run]:
    return (tuple(words[at : at + length]) for at in range(len(words) - length + 1))


def _is_telling(run: Run) -> bool:
    return len(run) == RUN_UNSPACED or sum(len(word) >= LONG_WORD for word in run) >= LONG_WORDS
