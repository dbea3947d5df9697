"""Tags of languages: which there are, and what is written for them by mistake."""

from __future__ import annotations

from kiosk.language import cldr_tags

TAG = rf"^({'|'.join(sorted(cldr_tags.TWO_LETTERS))}|[a-z]{{3}})(-[A-Za-z0-9]{{2,8}})*$"
"""The languages that ISO 639-1 leaves out have three letters."""

MEANT = cldr_tags.MEANT | {
    # CLDR has Russian for Belarus and Kazakhstan, and none where English is spoken.
    "by": "be",
    "gb": "en",
    "kz": "kk",
    "us": "en",
}
"""What is written for a language by those who think of its country, or of its name."""
