"""Reads dates as people and spreadsheets write them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kiosk.base.clock import is_day
from kiosk.language.cldr_tags import MONTHS

YEAR_FIRST = re.compile(r"(?P<year>\d{4})(?:[-/.:](?P<month>\d\d?)(?:[-/.:](?P<day>\d\d?))?)?")
YEAR_LAST = re.compile(r"(?P<day>\d\d?)(?P<sign>[./-])\s?(?P<month>\d\d?)[./-]\s?(?P<year>\d{4})")
TIME = re.compile(
    r"[T,\s]+(\d\d?):(\d\d)(?::(\d\d)(?:\.\d+)?)?\s*(?:([ap])\.?m\.?|Z|[+-]\d\d:?\d\d)?",
    re.IGNORECASE,
)
_DAY, _NAME, _YEAR = r"(?P<day>\d\d?)", r"(?P<name>[^\W\d_]+)\.?", r"(?P<year>\d{4})"
_OF, _TH, _AFTER = r"(?:\s+de)?\s+", r"(?:\.|st|nd|rd|th|er|º)?", r"(?:\s*[гж]\.?)?"
WORDED = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?:{_DAY}{_TH}{_OF})?{_NAME},?{_OF}{_YEAR}{_AFTER}",
        rf"{_NAME}\s+{_DAY}{_TH},?\s+{_YEAR}",
        rf"{_YEAR}{_AFTER},?\s+(?:{_DAY}{_TH}\s+)?{_NAME}",
        rf"{_YEAR}\s*年\s*(?P<month>\d\d?)\s*月(?:\s*{_DAY}\s*日)?",
        rf"(?P<month>\d\d?)\s?[./-]\s?{_YEAR}",
    )
)
"""Match dates with a month in words, and those of a month and a year."""


def is_day_first(dates: Sequence[str]) -> bool:
    """Whether dates such as 01/05/2026 begin with the day, as they do in most countries."""
    return not any(second > 12 for _, second in _slashed(dates))


def doubtful(dates: Sequence[str]) -> str:
    """The first of such dates, if the day or the month may be first in all of them."""
    is_clear = any(max(parts) > 12 for parts in _slashed(dates))
    slashed = (date for date in dates if any(_slashed([date])))
    return "" if is_clear else next(slashed, "")


def sortable(text: str, *, is_day_first: bool) -> str:
    """A date in the form of photos, which sorts by time; "" if it is none."""
    found = YEAR_FIRST.match(text) or YEAR_LAST.match(text)
    time = TIME.fullmatch(text[found.end() :]) if found else None
    if not found or (not time and text[found.end() :].strip()):
        time = None
        found = next((one for pattern in WORDED if (one := pattern.fullmatch(text))), None)
    parts = found.groupdict() if found else {}
    year, day = parts.get("year"), parts.get("day")
    month = parts.get("month") or MONTHS.get((parts.get("name") or "").lower())
    if not year or ("name" in parts and not month):
        return ""
    if parts.get("sign") == "/" and not is_day_first:
        day, month = month, day
    if not is_day(f"{year}-{int(month or 1):02}-{int(day or 1):02}"):
        return ""
    date = ":".join([year, *(f"{int(part):02}" for part in (month, day) if part)])
    if not time or not day:
        return date
    hour = int(time[1]) if not time[4] else int(time[1]) % 12 + 12 * (time[4] in "pP")
    return f"{date} {hour:02}:{time[2]}:{time[3] or '00'}"


def _slashed(dates: Sequence[str]) -> Iterator[tuple[int, int]]:
    for date in dates:
        found = YEAR_LAST.match(date)
        if found and found["sign"] == "/":
            yield int(found["day"]), int(found["month"])
