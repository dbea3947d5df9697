"""Tells in which direction the lines of a language run."""

from __future__ import annotations

from functools import lru_cache

from kiosk.language.cldr import RIGHT_TO_LEFT, RIGHT_TO_LEFT_SCRIPTS
from kiosk.language.lookup import subtags


@lru_cache(maxsize=256)
def is_right_to_left(language: str) -> bool:
    """Decide by the script in the tag, or else by the language's usual script.

    >>> is_right_to_left("ar"), is_right_to_left("ar-Latn")
    (True, False)
    """
    tongue, *rest = subtags(language)
    script = next((part for part in rest if len(part) == 4 and part.isalpha()), None)
    return script in RIGHT_TO_LEFT_SCRIPTS if script else tongue in RIGHT_TO_LEFT


def isolated(text: str, language: str) -> str:
    """A date or a file's name inside a text, where it would otherwise be read from the right.

    >>> isolated("2026-05-01", "en")
    '2026-05-01'
    >>> isolated("2026-05-01", "ar")
    '\u20662026-05-01\u2069'
    """
    return f"\u2066{text}\u2069" if is_right_to_left(language) else text
