"""Decides whether words look like a speaker's name."""

from __future__ import annotations

import re
import unicodedata
from enum import IntEnum
from functools import lru_cache

from kiosk.authoring.transcripts.doubts.words import KIN, ORDINARY, PRONOUN, ROLE, TITLE

WORDS_MAX = 5
LETTERS_MAX = 40
LETTERS_MAX_WITHOUT_CASE = 12
"""Most letters of a name in a script without capitals, where only length marks a sentence."""
LETTERS_MAX_IN_HAN = 4
INITIALS_MAX = 4
HAN = re.compile(r"[\u3400-\u9fff]")
HIRAGANA = re.compile(r"[\u3040-\u309f]")

SMALL = re.compile(
    r"al|el|bin|ibn|bint|ben|von|van|vom|zu|zur|de|del|della|di|da|dos|du|des|der|den|la|le|und|and|et|"
    r"и|&|y|e|dr|mr|mrs|ms|prof|st",
    re.IGNORECASE,
)
"""Words of a name that need no capital."""
WORD = re.compile(r"(?:[^\W\d_]\.)+|[^\W_][\w'’-]*|&")
TITLES = re.compile(r"\b(dr|mr|mrs|ms|prof|st|hr|fr|mme|mlle|m)\.", re.IGNORECASE)


class Likeness(IntEnum):
    """How much some words are like the name of a speaker."""

    NONE = 0
    PERHAPS = 1
    """One word, or several that all have capitals, as a sentence might begin."""
    LIKELY = 2
    """Initials, capitals, a number."""
    CERTAIN = 3
    """Who asks or answers, or a name at the transcript's head."""


def key(name: str) -> str:
    """A key that is the same for “Speaker 1” and “SPEAKER 2”."""
    bare = re.sub(r"\d+", "", name).strip(" _.#-")
    return " ".join(bare.split()).casefold()


@lru_cache(maxsize=32_768)
def likeness(name: str, names: frozenset[str] = frozenset()) -> Likeness:
    name = TITLES.sub(r"\1", _without_vowel_marks(name))
    words = WORD.findall(name)
    rest = WORD.sub("", name).strip(" _.-#/·")
    if not words or rest or len(words) > WORDS_MAX or len(name) > LETTERS_MAX:
        return Likeness.NONE
    plain = key(name)
    if not plain or ORDINARY.fullmatch(plain):
        return Likeness.NONE
    if ROLE.fullmatch(plain) or set(plain.split()) <= names:
        return Likeness.CERTAIN
    if KIN.fullmatch(plain):
        return Likeness.PERHAPS
    if not any(unicodedata.category(letter) in {"Lu", "Ll", "Lt"} for letter in name):
        return Likeness.PERHAPS if len(name) <= LETTERS_MAX_WITHOUT_CASE else Likeness.NONE
    if name.isupper() or re.search(r"\d$", name):
        return Likeness.LIKELY
    has_capitals = all(word[0].isupper() or SMALL.fullmatch(word) for word in words)
    return Likeness.PERHAPS if has_capitals or len(words) == 1 else Likeness.NONE


def _without_vowel_marks(name: str) -> str:
    if name.isascii():
        return name
    return "".join(sign for sign in name if unicodedata.category(sign)[0] != "M")


def may_be_initials(name: str) -> bool:
    """Whether it is like “AB” or “A.B.”; before a colon, “NO” and “ES” may be two persons, too."""
    letters = re.sub(r"[\s.-]", "", name)
    return letters.isalpha() and letters.isupper() and 1 < len(letters) <= INITIALS_MAX


def is_cased(name: str) -> bool:
    """Whether its words have capitals, as those of a name."""
    return all(word[0].isupper() or SMALL.fullmatch(word) for word in name.split())


def is_full(name: str) -> bool:
    """Whether it is a first name and a family name."""
    words = name.split()
    return len(words) > 1 and is_cased(name) and not ORDINARY.fullmatch(words[0])


def is_titled(name: str) -> bool:
    """Whether it is like “Mr Horn”."""
    first, *rest = name.replace(".", " ").split()
    return bool(rest) and bool(TITLE.fullmatch(first.casefold())) and is_cased(name)


def may_speak(name: str) -> bool:
    """Whether it may be a person's name: with a capital, else one short word.

    Japanese names contain no Hiragana; sentences do.
    """
    if name.lower() != name.upper():
        first = name.split()[0]
        is_person = KIN.fullmatch(key(name)) or is_titled(name) or not ORDINARY.fullmatch(first)
        return name[0].isupper() and bool(is_person or PRONOUN.fullmatch(name))
    longest = (
        LETTERS_MAX_IN_HAN if HAN.search(name) and "·" not in name else LETTERS_MAX_WITHOUT_CASE
    )
    return " " not in name and len(name) <= longest and not HIRAGANA.search(name)


def is_name(text: str) -> bool:
    return likeness(text) > Likeness.NONE
