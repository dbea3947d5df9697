"""Checks letters: a font on this machine can draw each letter that is written."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from kiosk.authoring.checks.subject import CheckServices, HasTexts, with_roles
from kiosk.authoring.load.place import Opened
from kiosk.authoring.problems.codes import Code
from kiosk.authoring.problems.problem import Problem
from kiosk.authoring.yaml.nodes import Where
from kiosk.exhibition.text_walk import Role
from kiosk.language.names import name
from kiosk.style.exhibition_theme import typefaces
from kiosk.style.themes import PACKAGED

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
        for letter in dict.fromkeys(text):
            first.setdefault(letter, where)
    lacking = dict[str, list[str]]()
    # Most exhibitions have no fonts of their own.
    fonts = () if texts.fonts == PACKAGED else (texts.fonts,)
    for letter in texts.services.missing("".join(first), *fonts):
        lacking.setdefault(_package(letter), []).append(letter)
    for package, letters in lacking.items():
        more = f" and {len(letters) - NAMED_MAX} more" if len(letters) > NAMED_MAX else ""
        message = f"no font here has {' '.join(letters[:NAMED_MAX])}{more}; install {package}"
        yield texts.document.warning(Code.LETTERS_MISSING, message, first[letters[0]])


def language_not_drawn(opened: Opened, services: CheckServices) -> Iterator[Problem]:
    """A language is not offered to visitors if even its own name would be empty boxes."""
    if services.undrawable is None:
        return
    written = [opened.document] if opened.document else []
    documents = [*written, *(draft.document for draft in opened.drafts)]
    tags = opened.kiosk.languages
    for tag in services.undrawable(tags, typefaces(opened.kiosk.fonts)):
        own = name(tag)
        message = (
            f"no font here can draw {own}, so visitors cannot choose '{tag}'; install"
            f" {_package(own[0])}, or name a font under fonts: in kiosk.yaml"
        )
        places = (
            (document, where)
            for document in documents
            for where in (("languages", tags.index(tag)), ("title", tag))
            if document.has(where)
        )
        document, where = next(places, (documents[0], ()))
        yield document.warning(Code.LANGUAGE_NOT_DRAWN, message, where)


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
