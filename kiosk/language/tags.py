"""Holds the tags of languages, and what people write in their place by mistake."""

from __future__ import annotations

from kiosk.language import cldr_tags

TAG = rf"^({'|'.join(sorted(cldr_tags.TWO_LETTERS))}|[a-z]{{3}})(-[A-Za-z0-9]{{2,8}})*$"
"""Matches a tag; languages that ISO 639-1 leaves out have three letters."""

MEANT = cldr_tags.MEANT | {
    # CLDR has Russian for Belarus and Kazakhstan, and nothing for English-speaking countries.
    "by": "be",
    "gb": "en",
    "kz": "kk",
    "us": "en",
}
"""The tag that is meant by a wrong one: people write a country's code, or short for a name."""

ALSO_COUNTRIES = {
    "br": "pt",
    "ch": "de",
    "ee": "et",
    "kr": "ko",
    "my": "ms",
    "sa": "ar",
    "se": "sv",
    "si": "sl",
}
"""Languages by codes of countries that are tags of other languages, too, such as Northern Sami."""
