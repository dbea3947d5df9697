"""Reads dates, hours and other values as people write them, to say how the kiosk wants them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from kiosk.authoring.keys.written_dates import sortable
from kiosk.base.clock import is_day
from kiosk.language.dates import long_date

LIST = re.compile(r"[\s,;x×/]+")
NUMBER = re.compile(r"\d+(?:\.\d+)?")
SURELY_PERCENT = 10
"""A percentage that nobody writes for a fraction; all others may be smaller ones."""
SHORT_YEAR = re.compile(r"(\d\d?)\.\s?(\d\d?)\.\s?(\d\d)")
NO_SIGNS = re.compile(r"(\d{4})(\d\d)(\d\d)")
EITHER_FIRST = re.compile(r"(\d\d?)[/-](\d\d?)[/-](\d{4}|\d\d)")
BETWEEN = r"\s*(?:-|–|—|/|to|till|until|bis|à|a|al|até|до|по|дейін|إلى|حتى|至|到)\s*"
ONE_TIME = (
    r"(\d\d?)(?:\s?[:.h]\s?(\d\d)|([0-5]\d)(?!\d))?\s*"
    r"(am|pm|a\.m\.|p\.m\.|uhr|hrs?|h|ч|时|點|点)?\.?"
)
HOURS = re.compile(rf"(?:from|von|de|с)?\s*{ONE_TIME}{BETWEEN}{ONE_TIME}", re.IGNORECASE)
SECONDS = re.compile(
    r"(\d+(?:\.\d+)?)\s*(?:s|secs?|seconds?|sek\w*|segundos?|secondes?|с|сек\w*|秒)\.?"
)
HEX = re.compile(r"#?([0-9a-f]{3}|[0-9a-f]{6})(?:ff)?", re.IGNORECASE)
RGB = re.compile(r"rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})\s*(?:[,/]\s*1(?:\.0)?\s*)?\)")
MORNING_ENDS = 12


def fractions(written: Any, count: int) -> str | None:
    """Numbers that are percentages without their sign, or that lack brackets."""
    if isinstance(written, str):
        parts = LIST.split(written.strip(" ()[]"))
    else:
        parts = [str(one).strip() for one in written] if isinstance(written, list) else []
    if len(parts) != count or not all(map(NUMBER.fullmatch, parts)):
        return None
    numbers = list(map(float, parts))
    if max(numbers) <= 1:
        return f"[{', '.join(parts)}]" if isinstance(written, str) else None
    reach = max(sum(numbers[0::2]), sum(numbers[1::2]))
    if max(numbers) < SURELY_PERCENT or reach > 100 or any(0 < one < 1 for one in numbers):
        return None
    return f"[{', '.join(f'{part}%' for part in parts)}]"


def date(written: Any) -> str | None:
    """A day in another form; both days, if it is not clear which number is the month."""
    if not isinstance(written, str):
        return None
    if found := EITHER_FIRST.fullmatch(written.strip()):
        first, second, year = found.groups()
        year = year if len(year) > 2 else f"20{year}"
        both = dict.fromkeys(f"{year}-{int(m):02}-{int(d):02}" for d, m in _orders(first, second))
        days = [f"{day} for {long_date(day, 'en')}" for day in both if is_day(day)]
        return " or ".join(days) if len(days) > 1 else next(filter(is_day, both), None)
    text = SHORT_YEAR.sub(r"\1.\2.20\3", written) if SHORT_YEAR.fullmatch(written) else written
    text = NO_SIGNS.sub(r"\1-\2-\3", text) if NO_SIGNS.fullmatch(text) else text
    day = sortable(text.strip(), is_day_first=True)[:10].replace(":", "-")
    return day if is_day(day) else None


def _orders(first: str, second: str) -> tuple[tuple[str, str], tuple[str, str]]:
    return (first, second), (second, first)


def hours(written: Any) -> str | None:
    """Two times of day in another form; the second is later, or it is not clear."""
    text = "-".join(map(str, written)) if isinstance(written, list) else str(written)
    found = HOURS.fullmatch(text.strip())
    if not found:
        return None
    groups = found.groups()
    begin, end = _time(*groups[:4]), _time(*groups[4:])
    is_morning_open = (groups[7] or "").lower().startswith("p") and not groups[3]
    if begin is None or end is None or begin >= end:
        return None
    if is_morning_open and int(groups[0]) < int(groups[4]) % MORNING_ENDS:
        return None
    return f"{begin}-{end}"


def _time(hour: str, minute: str | None, joined: str | None, half: str | None) -> str | None:
    number, is_half = int(hour), (half or "").lower()[:1] in {"a", "p"}
    if number > MORNING_ENDS * (1 if is_half else 2):
        return None
    if is_half:
        number = number % MORNING_ENDS + MORNING_ENDS * (half or "").lower().startswith("p")
    time = f"{number:02}:{minute or joined or '00'}"
    return time if time <= "24:00" and time[3:] < "60" else None


def seconds(written: Any, least: float, most: float) -> str | None:
    """A number with its unit, if it is within these limits."""
    found = SECONDS.fullmatch(str(written).strip().lower())
    return found[1] if found and least <= float(found[1]) <= most else None


def colour(written: Any) -> str | None:
    text = str(written).strip()
    if found := HEX.fullmatch(text):
        digits = found[1] if len(found[1]) > len("rgb") else "".join(one * 2 for one in found[1])
        return f'"#{digits.lower()}"'
    if found := RGB.fullmatch(text.lower()):
        parts = [int(one) for one in found.groups()]
        return f'"#{"".join(f"{one:02x}" for one in parts)}"' if max(parts) <= 255 else None
    return None


READ: Mapping[str, Callable[[Any], str | None]] = {
    "focus": lambda written: fractions(written, 2),
    "at": lambda written: fractions(written, 4),
    "from": date,
    "until": date,
    "on": date,
    "hours": hours,
    "dwell": lambda written: seconds(written, 2, 600),
    "idle_s": lambda written: seconds(written, 10, 3600),
    "accent": colour,
    "ground": colour,
    "ink": colour,
}
"""By the keys that want such a value."""


def as_wanted(key: str, written: Any) -> str | None:
    """The value as this key wants it, if it can be read without doubt."""
    read = READ.get(key)
    return read(written) if read else None
