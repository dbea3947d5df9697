"""Writes dates as languages do."""

from __future__ import annotations

from kiosk.language.cldr import DATES
from kiosk.language.lookup import nearest

FIRST = {"fr": "1er"}
"""The first day of a month, where it is not a plain number. CLDR has no forms of it."""


def long_date(day: str, language: str) -> str:
    """A day such as 2026-05-01 in words; as it is, if the language's words are not known.

    >>> long_date("2026-05-01", "en"), long_date("2026-05-01", "de-AT")
    ('1 May 2026', '1. Mai 2026')
    >>> long_date("2026-05-01", "it")
    '2026-05-01'
    """
    known = nearest(language, DATES)
    if known not in DATES:
        return day
    year, month, number = map(int, day.split("-"))
    first = FIRST.get(known) if number == 1 else None
    return DATES[known][month - 1].format(year=year, day=first or number)
