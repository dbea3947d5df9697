"""Takes titles, captions, credits, descriptions and dates of photos from a spreadsheet."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath

from msgspec import Struct
from msgspec.structs import replace

from kiosk.authoring.problems.problem import quoted
from kiosk.authoring.tools.photo_columns import DATE, FILE, TEXTS, Columns
from kiosk.authoring.tools.spreadsheet import Row, open_spreadsheet
from kiosk.base.clock import is_day
from kiosk.types.metadata import PhotoMetadata

YEAR_FIRST = re.compile(r"(\d{4})(?:[-/.:](\d\d?)(?:[-/.:](\d\d?))?)?")
YEAR_LAST = re.compile(r"(\d\d?)([./-])\s?(\d\d?)[./-]\s?(\d{4})")
TIME = re.compile(
    r"[T,\s]+(\d\d?):(\d\d)(?::(\d\d)(?:\.\d+)?)?\s*(?:([ap])\.?m\.?|Z|[+-]\d\d:?\d\d)?",
    re.IGNORECASE,
)


class PhotoList(Struct, frozen=True):
    """Photos with what a list says about them, and what is to be said about the list."""

    photos: dict[str, PhotoMetadata]
    used: int
    """Rows that are about a photo."""
    ignored: tuple[str, ...] = ()
    """Names of columns that mean nothing here."""
    absent: tuple[str, ...] = ()
    """Names in the list of which there is no photo."""
    unlisted: tuple[str, ...] = ()
    """Names of photos without a row."""
    doubts: tuple[str, ...] = ()
    """Sentences about rows that are not used, or not wholly."""


def with_list(photos: Mapping[str, PhotoMetadata], path: Path) -> PhotoList:
    """The photos with the words of a spreadsheet, which count more than those in their files.

    Raises SpreadsheetError.
    """
    sheet = open_spreadsheet(path, lambda names: Columns(names).score)
    columns = Columns(sheet.columns)
    columns.require_languages()
    rows, absent, doubts = _matched(sheet.rows, columns, _Names(photos))
    dates = [columns.cell(row, DATE) for row in rows.values()]
    is_day_first, doubtful = _is_day_first(dates), _doubtful(dates)
    if doubtful:
        doubts.append(f"dates such as {doubtful} are read as day, month, year")
    labels = dict(photos)
    for file, row in rows.items():
        texts = {key: words for key in TEXTS if (words := columns.words(row, key))}
        date = columns.cell(row, DATE)
        taken = _taken(date, is_day_first=is_day_first)
        if date and not taken:
            doubts.append(f"line {row.line}: {quoted(date)} is not a date such as 2026-05-01")
        labels[file] = replace(photos[file], **texts, taken=taken or photos[file].taken)
    return PhotoList(
        labels,
        len(rows),
        columns.ignored,
        tuple(absent),
        tuple(Path(file).name for file in photos if file not in rows),
        tuple(doubts),
    )


def _matched(
    rows: Iterable[Row], columns: Columns, names: _Names
) -> tuple[dict[str, Row], list[str], list[str]]:
    """The row of each photo; names without a photo; and sentences about the other rows."""
    found, absent, doubts = dict[str, Row](), list[str](), list[str]()
    for row in rows:
        name = columns.cell(row, FILE)
        files = names.of(name)
        if not name:
            doubts.append(f"line {row.line} is not used, because it names no file")
        elif not files:
            absent.append(name)
        elif len(files) > 1:
            doubts.append(f"line {row.line} is not used, because several photos are {quoted(name)}")
        elif files[0] in found:
            before = found[files[0]].line
            doubts.append(f"line {row.line} is not used, because line {before} is about {name}")
        else:
            found[files[0]] = row
    return found, absent, doubts


class _Names:
    """Finds photos by their names, with or without folders and ending, in any case."""

    def __init__(self, files: Iterable[str]) -> None:
        self._files = defaultdict[str, list[str]](list)
        for file in files:
            name = _even(file)[-1]
            self._files[name].append(file)
            self._files[PurePosixPath(name).stem].append(file)

    def of(self, name: str) -> list[str]:
        """All files that may be meant."""
        parts = _even(name)
        if not parts:
            return []
        found = list(dict.fromkeys(self._files.get(parts[-1], ())))
        same_folder = [file for file in found if _ends(_even(file), parts)]
        found = same_folder or found
        exact = [file for file in found if Path(file).name == Path(name).name]
        return exact if len(exact) == 1 else found


def _even(name: str) -> tuple[str, ...]:
    """The folders and the name of a file, in small letters and one Unicode form."""
    path = unicodedata.normalize("NFC", name.replace("\\", "/")).casefold()
    return tuple(part for part in path.split("/") if part not in ("", ".", ".."))


def _ends(file: tuple[str, ...], parts: tuple[str, ...]) -> bool:
    """Whether a file is in these folders, however its ending is written."""
    return file[: len(file) - 1][len(file) - len(parts) :] == parts[:-1]


def _is_day_first(dates: Sequence[str]) -> bool:
    """Whether dates such as 01/05/2026 begin with the day, as they do in most countries."""
    return not any(second > 12 for _, second in _slashed(dates))


def _doubtful(dates: Sequence[str]) -> str:
    """The first of such dates, if the day or the month may be first in all of them."""
    is_clear = any(max(parts) > 12 for parts in _slashed(dates))
    slashed = (date for date in dates if any(_slashed([date])))
    return "" if is_clear else next(slashed, "")


def _slashed(dates: Sequence[str]) -> Iterator[tuple[int, int]]:
    for date in dates:
        found = YEAR_LAST.match(date)
        if found and found[2] == "/":
            yield int(found[1]), int(found[3])


def _taken(text: str, *, is_day_first: bool) -> str:
    """A date in the form of photos, which sorts by time; "" if it is none."""
    if found := YEAR_FIRST.match(text):
        year, month, day = found.groups()
    elif found := YEAR_LAST.match(text):
        day, sign, month, year = found.groups()
        if sign == "/" and not is_day_first:
            day, month = month, day
    else:
        return ""
    time = TIME.fullmatch(text[found.end() :])
    if not time and text[found.end() :].strip():
        return ""
    if not is_day(f"{year}-{int(month or 1):02}-{int(day or 1):02}"):
        return ""
    date = ":".join([year, *(f"{int(part):02}" for part in (month, day) if part)])
    if not time or not day:
        return date
    hour = int(time[1]) if not time[4] else int(time[1]) % 12 + 12 * (time[4] in "pP")
    return f"{date} {hour:02}:{time[2]}:{time[3] or '00'}"
