"""Languages by their own names, as buttons show them."""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.language.cldr import NAMES
from kiosk.language.lookup import nearest, subtags

OURS = {
    # The country's name in CLDR; with the word for "language" it is the language's.
    "id": "Bahasa Indonesia",
    "ms": "Bahasa Melayu",
    # How one says "in Kazakh" and "in Uzbek", as CLDR itself has it for Kyrgyz.
    "kk": "Қазақша",
    "uz": "O‘zbekcha",
}
"""Names that differ from those of CLDR, and why."""
OWN_NAMES = NAMES | OURS


def names(tags: Sequence[str]) -> list[str]:
    """Names of languages beside each other: with their regions where they are the same.

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
    """The name of one language; its tag, where nobody has named it."""
    return OWN_NAMES.get(nearest(tag, OWN_NAMES), tag)


def _region(tag: str) -> str:
    return next((part for part in subtags(tag)[1:] if part.isupper()), "")
