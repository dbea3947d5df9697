"""Names each language in that language, as buttons show it."""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.language.cldr import NAMES
from kiosk.language.lookup import nearest, subtags

OURS = {
    # CLDR has the country's name; with the word for "language", it is the language's name.
    "id": "Bahasa Indonesia",
    "ms": "Bahasa Melayu",
    # These mean "in Kazakh" and "in Uzbek"; CLDR has that form for Kyrgyz.
    "kk": "Қазақша",
    "uz": "O‘zbekcha",
}
"""Names that we use instead of CLDR's, and why."""
OWN_NAMES = NAMES | OURS


def names(tags: Sequence[str]) -> list[str]:
    """Names of languages in one list: with regions where two names are the same.

    >>> names(["en", "pt-BR"])
    ['English', 'Português']
    >>> names(["pt-PT", "pt-BR"])
    ['Português (PT)', 'Português (BR)']
    """
    plain = [name(tag) for tag in tags]
    return [
        f"{one} ({region})" if plain.count(one) > 1 and (region := _region(tag)) else one
        for tag, one in zip(tags, plain, strict=True)
    ]


def name(tag: str) -> str:
    """The name of one language; its tag, if no name is known."""
    return OWN_NAMES.get(nearest(tag, OWN_NAMES), tag)


def _region(tag: str) -> str:
    return next((part for part in subtags(tag)[1:] if part.isupper()), "")
