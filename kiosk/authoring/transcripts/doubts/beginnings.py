"""Finds a word that is repeated where somebody begins to speak, whatever sign follows it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from kiosk.authoring.transcripts.doubts.lines import Doubt, Line, Transcript
from kiosk.authoring.transcripts.doubts.words import ADDRESS, ASKING, ORDINARY, TITLE

VOWELS = r"\u0591-\u05c7\u064b-\u065f\u0900-\u0963\u0971-\u0eff"
"""Scripts in which vowels are marks rather than letters."""
FIRST_WORD = re.compile(rf"(?:_|\W)*([^\W_](?:[^\W_]|['’{VOWELS}])*)")
SAME_MIN = 3
SHARE = 3
"""A word that begins one question is a label if one line in SHARE begins with it."""


def same_beginnings(transcript: Transcript) -> Iterator[Doubt]:
    """One word before every question and another before every answer, with any sign after them."""
    exchanges = transcript.exchanges
    names = transcript.names
    begins = {tuple(_first_word(line, names) for line in group[:2]) for group in exchanges}
    if len(begins) == 1 and len(exchanges) >= SAME_MIN:
        asked, answered = begins.pop()
        if asked != answered and not _is_ordinary(asked) and not _is_ordinary(answered):
            reason = f"every question begins with “{asked}”, like a speaker label"
            yield Doubt(exchanges[0][0].number, reason)


def beginnings_again(transcript: Transcript) -> Iterator[Doubt]:
    """A word that begins questions, and also lines where only the answering person should speak."""
    asked = defaultdict[str, list[Line]](list)
    later = defaultdict[str, list[Line]](list)
    for group in transcript.exchanges:
        for line in (group[0], *group[2:]):
            beginning = later if line.place else asked
            beginning[_first_word(line, transcript.names)].append(line)
    for word in later:
        if word not in asked or _is_ordinary(word):
            continue
        if _is_label(asked[word], later[word], transcript):
            reason = f"“{word}” begins questions and this line, like a speaker label"
            yield Doubt(later[word][0].number, reason)


def _is_label(asked: list[Line], later: list[Line], transcript: Transcript) -> bool:
    """Whether sentences begin after the word, or it begins most questions."""
    lines = [*asked, *later]
    if len(asked) * 2 < len(transcript.exchanges) and all(map(_goes_on, lines)):
        return False
    return len(asked) > 1 or len(lines) * SHARE >= len(transcript.lines)


def _goes_on(line: Line) -> bool:
    """Whether a sentence goes on after its first word, rather than begins there."""
    found = FIRST_WORD.match(line.start)
    rest = line.start[found.end() :] if found else ""
    after = rest.lstrip()
    return rest[:1].isspace() and after[:1].isalpha() and not after[:1].isupper()


def _first_word(line: Line, names: frozenset[str]) -> str:
    """In lower case unless it is like “KH”; “why” in “Ms Blum, why doors?”."""
    text = line.start
    found = ADDRESS.match(text)
    if found and not found["next"].isupper():
        words = re.findall(r"\w+", found["words"].casefold())
        if all(word in names or TITLE.fullmatch(word) for word in words):
            text = text[found.end("words") :]
    begins = FIRST_WORD.match(text)
    word = begins[1] if begins else ""
    is_label = len(word) > 1 and word.isupper() and not text.isupper() and word != "OK"
    return word if is_label else word.casefold()


def _is_ordinary(word: str) -> bool:
    if word.isupper():
        return False  # “MA” is no Italian “but”.
    return not word or bool(ORDINARY.fullmatch(word) or ASKING.fullmatch(word))
