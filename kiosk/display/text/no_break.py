"""Prevents line breaks in compounds, between numbers and what they count, and before dashes.

It changes only how text is set: a space may become another kind of space, but no letter changes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

JOINER = "\u2060"
"""Joins two signs, so that no line ends between them; it is not seen."""
_NO_BREAK, _NARROW = "\u00a0", "\u202f"

_EVERYWHERE = (
    (re.compile(r"(?<=\w)-(?=\w)"), f"-{JOINER}"),
    # 9–12, and dashes after a word: no line begins with a dash.
    (re.compile(r"(?<=\d)–(?=\d)"), f"{JOINER}–{JOINER}"),
    (re.compile(r"(?<=\w)—"), f"{JOINER}—"),
    (re.compile(r"(?<=\S) (?=[–—])"), _NO_BREAK),
    (re.compile(r"(?<=\d) × (?=\d)"), f"{_NO_BREAK}×{_NO_BREAK}"),
    # 24 mm, 10 000, 50 %, 36 years; a longer word would leave a hole at the end of the line.
    (re.compile(r"(?<=\d) (?=\w{1,7}\b|[%‰°€$£])"), _NO_BREAK),
)
_FRENCH = (
    (re.compile(r"(?<=\S) (?=:)"), _NO_BREAK),
    (re.compile(r"(?<=\S) (?=[;!?»])|(?<=«) "), _NARROW),
)


def joined(text: str, language: str) -> str:
    r"""A text with its spaces and dashes as typesetters of its language set them.

    >>> joined("Quoi ? 24 mm", "fr")
    'Quoi\u202f? 24\xa0mm'
    >>> joined("1000 Dreams, 12 photographs", "en")
    '1000\xa0Dreams, 12 photographs'
    >>> joined("40 × 50 cm", "en")
    '40\xa0×\xa050\xa0cm'
    """
    rules = (*_EVERYWHERE, *(_FRENCH if language.split("-")[0] == "fr" else ()))
    for found, instead in rules:
        text = found.sub(instead, text)
    return text


def indexes_before(text: str, whole: str, indexes: Sequence[int]) -> tuple[int, ...]:
    r"""Indexes in a text, from those in the same text after `joined`.

    >>> indexes_before("a-b c", joined("a-b c", "en"), [5, 6])
    (4, 5)
    """
    added = len(whole) - len(text)
    if not added:
        return tuple(indexes)
    at, before = 0, []
    for letter in whole:
        before.append(at)
        is_added = letter == JOINER and text[at : at + 1] != JOINER
        at += not is_added
    return tuple([*before, at][index] for index in indexes)


def breaking_spaces(text: str, language: str) -> list[int]:
    """Indexes of the spaces at which a line may end.

    >>> breaking_spaces("24 mm a-b c", "en")
    [5, 9]
    """
    signs = iter(joined(text, language))
    found = list[int]()
    for at, sign in enumerate(text):
        while (set_as := next(signs)) == JOINER != sign:
            pass
        if sign == " " == set_as:
            found.append(at)
    return found
