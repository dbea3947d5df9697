"""Checks letters: a font on this machine can draw each letter that is written."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from kiosk.authoring.checks.subject import HasTexts, with_roles
from kiosk.authoring.problems.codes import Code
from kiosk.authoring.problems.problem import Problem
from kiosk.authoring.yaml.nodes import Where
from kiosk.exhibition.text_walk import Role

PACKAGES = {
    "BOPOMOFO": "fonts-noto-cjk",
    "CJK": "fonts-noto-cjk",
    "HANGUL": "fonts-noto-cjk",
    "HIRAGANA": "fonts-noto-cjk",
    "IDEOGRAPHIC": "fonts-noto-cjk",
    "KATAKANA": "fonts-noto-cjk",
}
"""What to install on Debian and Ubuntu, by the first word of a letter's name."""
EMOJI = "fonts-noto-color-emoji"
EMOJI_BEGIN = 0x1F000
OTHERS = "fonts-noto-core and fonts-noto-extra"
NAMED_MAX = 8
"""Letters that one warning names."""


def letters_missing(texts: HasTexts) -> Iterator[Problem]:
    """One warning for each package to install, at the first of its letters."""
    if texts.services.missing is None:
        return
    first = dict[str, Where]()
    for where, text in _written(texts):
        for letter in text:
            first.setdefault(letter, where)
    lacking = dict[str, list[str]]()
    for letter in texts.services.missing("".join(first)):
        lacking.setdefault(_package(letter), []).append(letter)
    for package, letters in lacking.items():
        more = f" and {len(letters) - NAMED_MAX} more" if len(letters) > NAMED_MAX else ""
        message = f"no font here has {' '.join(letters[:NAMED_MAX])}{more}; install {package}"
        yield texts.document.warning(Code.LETTERS_MISSING, message, first[letters[0]])


def _written(texts: HasTexts) -> Iterator[tuple[Where, str]]:
    """All that visitors may read, and where it is."""
    for where, written in with_roles(texts, *Role):
        for tag, text in written.texts:
            yield (*where, tag) if tag else where, text
    for exchange in texts.interview.exchanges if texts.interview else ():
        yield ("interview",), exchange.question + exchange.answer


def _package(letter: str) -> str:
    if ord(letter) >= EMOJI_BEGIN and unicodedata.category(letter) == "So":
        return EMOJI
    return PACKAGES.get(unicodedata.name(letter, "").split(" ")[0].split("-")[0], OTHERS)
