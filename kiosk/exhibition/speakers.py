"""Compares names of speakers: “Anna”, “A. Weiss” and “AW” may all be Anna Weiss."""

from __future__ import annotations

import re
import unicodedata

INITIALS_MAX = 4
JOINED = re.compile(r"\s(and|und|et|y|e|и|және|&|\+|with|mit|avec|con|с)\s|[,;/&:]", re.IGNORECASE)
TITLES = frozenset({"dr", "mr", "mrs", "ms", "prof", "herr", "frau", "mme", "sr", "sra"})


def are_several(name: str) -> bool:
    """Whether it joins several names, as “Ada and Ben Example” does."""
    return bool(JOINED.search(name))


def is_same_person(one: str, other: str) -> bool:
    """Whether one name may be a shorter form of the other."""
    a, b = name_words(one), name_words(other)
    if not a or not b:
        return False
    if set(a) <= set(b) or set(b) <= set(a):
        return True
    return _abbreviates(a, b) or are_initials(one, other) or are_initials(other, one)


def are_initials(short: str, name: str) -> bool:
    """Whether “AW” or “A.W.” are the first letters of a name."""
    letters = re.sub(r"[\s._-]", "", short)
    if not letters.isupper() or not 1 < len(letters) <= INITIALS_MAX:
        return False
    return "".join(word[0] for word in name_words(name)) == _plain(letters)


def name_words(name: str) -> tuple[str, ...]:
    """The words of a name without titles, case and accents."""
    words = re.findall(r"[^\W_]+", _plain(name))
    return tuple(word for word in words if word not in TITLES) or tuple(words)


def _abbreviates(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """“A. Weiss” and “Anna Weiss”, in either direction."""
    return len(a) == len(b) and all(
        x == y or (1 in {len(x), len(y)} and x[0] == y[0]) for x, y in zip(a, b, strict=True)
    )


def _plain(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))
