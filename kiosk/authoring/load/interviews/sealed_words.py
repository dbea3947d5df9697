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
from kiosk.exhibition.kiosk import Kiosk
from kiosk.exhibition.quote_match import UNSPACED
from kiosk.exhibition.text import LocalisedText
from kiosk.exhibition.text_walk import walk_texts

RUN, RUN_UNSPACED = 4, 6
"""This number of sealed words in a row, or of letters without spaces, is more than chance."""
LONG_WORD, LONG_WORDS = 4, 2
"""A run that is only perhaps sealed counts if this number of its words have so many letters."""
WORD = re.compile(rf"{UNSPACED.pattern}|[^\W_]+")

Run = tuple[str, ...]


class SealedWords:
    """Runs of words that are in sealed passages, and that nobody says elsewhere.

    Of a sealed passage, every run counts, even “had one passenger a”. Of texts that are only
    `perhaps` sealed, such as all answers of a closed interview, “I went to the” does not count:
    it would take slides off that have nothing to do with them.
    """

    def __init__(
        self,
        sealed: Iterable[str] = (),
        public: Iterable[str] = (),
        perhaps: Iterable[str] = (),
    ) -> None:
        self._runs = defaultdict[int, set[Run]](set)
        for text in sealed:
            self._add(words_of(text), every=True)
        for text in perhaps:
            self._add(words_of(text), every=False)
        said = [words_of(text) for text in public] if self else []
        for length, runs in self._runs.items():
            for words in said:
                runs.difference_update(_runs(words, length))

    def _add(self, words: list[str], *, every: bool) -> None:
        unspaced = sum(bool(UNSPACED.match(word)) for word in words)
        usual = RUN_UNSPACED if unspaced * 2 > len(words) else RUN
        length = min(usual, len(words))
        counts = every or length == len(words)
        all_runs = _runs(words, length) if words else ()
        self._runs[length] |= {run for run in all_runs if counts or _is_telling(run)}

    def __bool__(self) -> bool:
        return bool(self._runs)

    def repeat_in(self, text: LocalisedText) -> bool:
        return any(self.are_in(words) for _, words in text.texts)

    def are_in(self, text: str) -> bool:
        if not self:
            return False
        words = words_of(text)
        return any(not runs.isdisjoint(_runs(words, length)) for length, runs in self._runs.items())


def repetitions(
    of: Slide | Exhibition | Kiosk, sealed: SealedWords, document: Document, where: Where
) -> Iterator[Problem]:
    """The texts that repeat sealed words; a quote may do so in what its editor adds."""
    for one in walk_texts(of) if sealed else ():
        if sealed.repeat_in(one.text):
            places = ((*where, *one.path), (*where, one.path[-1]), where)
            exact = next((place for place in places if document.has(place)), where)
            message = "this text repeats words of a sealed passage, so it is not shown"
            yield document.problem(Code.SEALED_TOUCHED, message, exact)


def words_of(text: str) -> list[str]:
    """Its words as they are heard: what nobody sees, and marks within a word, do not count."""
    normal = unicodedata.normalize("NFKC", text).casefold()
    return WORD.findall("".join(sign for sign in normal if not _is_mark(sign)))


def _is_mark(sign: str) -> bool:
    """Whether a sign is within words, but is no letter: vowel signs would cut words in two."""
    kind = unicodedata.category(sign)
    return sign == "*" or kind == "Cf" or (kind.startswith("M") and not UNSPACED.match(sign))


def _runs(words: list[str], length: int) -> Iterator[Run]:
    return (tuple(words[at : at + length]) for at in range(len(words) - length + 1))


def _is_telling(run: Run) -> bool:
    return len(run) == RUN_UNSPACED or sum(len(word) >= LONG_WORD for word in run) >= LONG_WORDS
