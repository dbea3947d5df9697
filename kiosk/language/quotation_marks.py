"""Puts texts in the quotation marks of their language."""

from __future__ import annotations

from kiosk.language.cldr import MARKS
from kiosk.language.lookup import nearest

Marks = tuple[str, str, str, str]
"""The pair around a quote, and the pair of a quote within it."""

NARROW = "\u202f"
ENGLISH = ("“", "”", "‘", "’")
ANGULAR = ("«", "»", "‹", "›")
OURS: dict[str, Marks] = {
    # Printed Arabic uses these.
    "ar": ANGULAR,
    # CLDR has the same, but as they look: where lines run from right to left, « is drawn as ».
    "kk-Arab": ANGULAR,
    "ug": ANGULAR,
    # As printed in Switzerland and Liechtenstein; CLDR has the marks of Germany.
    "de-CH": ANGULAR,
    "de-LI": ANGULAR,
    # The Real Academia recommends these first.
    "es": ("«", "»", "“", "”"),
    # With the narrow spaces of French print, which CLDR leaves out.
    "fr": (f"«{NARROW}", f"{NARROW}»") * 2,
    # CLDR has errors: a double mark closed by a single one, and an inner pair the wrong way round.
    "st": ENGLISH,
    "uz": ENGLISH,
}
"""Marks that we use instead of CLDR's, and why; they also hold for a language's regions."""

WRITTEN = {'""', "“”", "‘’", "»«"} | {
    opening.strip() + closing.strip() for opening, closing, *_ in (MARKS | OURS).values()
}
"""Pairs that curators may write; the pair of German books, »«, is no language's first choice."""


def marked(text: str, language: str) -> tuple[str, str]:
    """The opening mark, and the text with its closing mark; marks that the text has are kept.

    >>> marked("Words", "de")
    ('„', 'Words“')
    >>> marked("«Words»", "en")
    ('«', 'Words»')
    """
    if _stands_in_marks(text):
        return text[0], text[1:]
    found = marks(language)
    return found[0], _with_inner_marks(text, found) + found[1]


def marks(language: str) -> Marks:
    """Marks of a language or of the nearest known tag; otherwise those of English.

    >>> marks("de-AT")
    ('„', '“', '‚', '‘')
    """
    ours = nearest(language, OURS)
    return OURS[ours] if ours else MARKS.get(nearest(language, MARKS), ENGLISH)


def _with_inner_marks(text: str, marks: Marks) -> str:
    """Turn the text's own marks into inner ones, where they are certainly quotation marks.

    ’ may be an apostrophe, and ” closes in most languages. A text with double marks of another
    language follows other rules than ours.

    >>> _with_inner_marks("Er sagte „ja“", ENGLISH), _with_inner_marks("Er sagte „ja“", marks("de"))
    ('Er sagte „ja“', 'Er sagte ‚ja‘')
    """
    opening, closing, inner_opening, inner_closing = marks
    foreign = set("„“”") - {opening, closing}
    if opening in "”’" or closing == "’" or foreign & set(text):
        return text
    return text.replace(opening, inner_opening).replace(closing, inner_closing)


def _stands_in_marks(text: str) -> bool:
    """Whether the marks at both ends are one pair, and not those of two quotes.

    >>> _stands_in_marks("“Who?” he said, “I?”")
    False
    """
    if text[0] + text[-1] not in WRITTEN:
        return False
    return not {text[0], text[-1]} & set(text[1:-1]) and len(text) > 1
