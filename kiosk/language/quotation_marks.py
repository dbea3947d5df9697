"""Quotation marks, as each language writes them."""

from __future__ import annotations

NARROW_NO_BREAK_SPACE = "\u202f"

GUILLEMETS, CURLED, CORNERS = ("«", "»"), ("“", "”"), ("「", "」")
MARKS = {
    "ar": GUILLEMETS,
    "cs": ("„", "“"),
    "da": ("„", "“"),
    "de": ("„", "“"),
    "de-CH": GUILLEMETS,
    "el": GUILLEMETS,
    "en": CURLED,
    "es": GUILLEMETS,
    "fa": GUILLEMETS,
    "fi": ("”", "”"),
    "fr": (f"«{NARROW_NO_BREAK_SPACE}", f"{NARROW_NO_BREAK_SPACE}»"),
    "it": GUILLEMETS,
    "ja": CORNERS,
    "kk": GUILLEMETS,
    "nb": GUILLEMETS,
    "pl": ("„", "”"),
    "pt": GUILLEMETS,
    "ru": GUILLEMETS,
    "sv": ("”", "”"),
    "ug": GUILLEMETS,
    "uk": GUILLEMETS,
    "zh": CURLED,
    "zh-HK": CORNERS,
    "zh-Hant": CORNERS,
    "zh-TW": CORNERS,
}
"""Opening and closing mark by language; those of English where a language is not named."""

WRITTEN = {f"{opening.strip()}{closing.strip()}" for opening, closing in MARKS.values()}
"""Pairs that a curator may have written, beside the straight ones."""


def marked(text: str, language: str) -> tuple[str, str]:
    """The opening mark, and the text with its closing mark; those that stand there are kept.

    >>> marked("Words", "de")
    ('„', 'Words“')
    >>> marked("«Words»", "en")
    ('«', 'Words»')
    """
    if _stands_in_marks(text):
        return text[0], text[1:]
    opening, closing = marks(language)
    if (opening, closing) == CURLED:
        # Marks within marks: the double ones of the text become single ones inside ours.
        text = text.replace("“", "‘").replace("”", "’")
    return opening, text + closing


def marks(language: str) -> tuple[str, str]:
    """Marks of a language, of the nearest tag that is known.

    >>> marks("de-AT")
    ('„', '“')
    """
    while language not in MARKS and "-" in language:
        language = language.rpartition("-")[0]
    return MARKS.get(language, CURLED)


def _stands_in_marks(text: str) -> bool:
    """Whether the marks at both ends are a pair, and not those of two pieces in between.

    >>> _stands_in_marks("“Who?” he said, “I?”")
    False
    """
    if text[0] + text[-1] not in WRITTEN | {'""', "‘’"}:
        return False
    return not {text[0], text[-1]} & set(text[1:-1]) and len(text) > 1
