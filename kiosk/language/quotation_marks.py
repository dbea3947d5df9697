"""Quotation marks, as each language writes them."""

from __future__ import annotations

from kiosk.language.cldr import MARKS
from kiosk.language.lookup import nearest

Marks = tuple[str, str, str, str]
"""The pair around a quote, and the pair of a quote within it."""

NARROW = "\u202f"
ENGLISH = ("“", "”", "‘", "’")
ANGULAR = ("«", "»", "‹", "›")
OURS: dict[str, Marks] = {
    # Printed Arabic has these.
    "ar": ANGULAR,
    # CLDR has the same, but as they look: where lines run from the right, « is drawn as ».
    "kk-Arab": ANGULAR,
    "ug": ANGULAR,
    # Swiss print and that of Liechtenstein; CLDR has the marks of Germany.
    "de-CH": ANGULAR,
    "de-LI": ANGULAR,
    # The Real Academia recommends these first.
    "es": ("«", "»", "“", "”"),
    # With the narrow spaces of French print, which CLDR leaves out.
    "fr": (f"«{NARROW}", f"{NARROW}»") * 2,
    # Slips of CLDR: a double mark closed by a single one, and an inner pair the wrong way round.
    "st": ENGLISH,
    "uz": ENGLISH,
}
"""Marks that differ from those of CLDR, and why; they hold for a language's regions too."""

WRITTEN = {'""', "“”", "‘’", "»«"} | {
    opening.strip() + closing.strip() for opening, closing, *_ in (MARKS | OURS).values()
}
"""Pairs that a curator may have written; those of German books are no language's first choice."""


def marked(text: str, language: str) -> tuple[str, str]:
    """The opening mark, and the text with its closing mark; those that stand there are kept.

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
    """Marks of a language, of the nearest tag that is known; otherwise those of English.

    >>> marks("de-AT")
    ('„', '“', '‚', '‘')
    """
    ours = nearest(language, OURS)
    return OURS[ours] if ours else MARKS.get(nearest(language, MARKS), ENGLISH)


def _with_inner_marks(text: str, marks: Marks) -> str:
    """Marks within marks: those of the text become inner ones, where they are surely marks.

    ’ may be an apostrophe, ” closes in most languages, and a text with double marks of another
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
    """Whether the marks at both ends are a pair, and not those of two pieces in between.

    >>> _stands_in_marks("“Who?” he said, “I?”")
    False
    """
    if text[0] + text[-1] not in WRITTEN:
        return False
    return not {text[0], text[-1]} & set(text[1:-1]) and len(text) > 1
