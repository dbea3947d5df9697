"""Takes titles, captions, credits, descriptions, works and dates of photos from a spreadsheet."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath

from msgspec import Struct
from msgspec.structs import replace

from kiosk.authoring.keys.written_dates import doubtful, is_day_first, sortable
from kiosk.authoring.problems.problem import quoted
from kiosk.authoring.tools.photo_columns import BY, DATE, FILE, TEXTS, WORK, Columns
from kiosk.authoring.tools.spreadsheet import Row, open_spreadsheet
from kiosk.types.metadata import PhotoMetadata, Words


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
    works: Mapping[str, Mapping[str, Words]] = {}
    """The labels of works, by photo."""
    dates: str = ""
    """The name of the column that puts the photos in order; "" if none does."""


def with_list(photos: Mapping[str, PhotoMetadata], path: Path) -> PhotoList:
    """The photos with the words of a spreadsheet, which count more than those in their files.

    Raises SpreadsheetError.
    """
    sheet = open_spreadsheet(path, lambda names: Columns(names, of_works=True).score)
    columns = Columns.of(sheet.columns, sheet.rows)
    columns.require_languages()
    rows, absent, doubts = _matched(sheet.rows, columns, _Names(photos))
    dates = [columns.cell(row, DATE) for row in rows.values()]
    begins_with_day = is_day_first(dates)
    if doubtful_date := doubtful(dates):
        doubts.append(f"dates such as {doubtful_date} are read as day, month, year")
    labels, works, are_ordered = dict(photos), dict[str, Mapping[str, Words]](), False
    for file, row in rows.items():
        texts = {key: words for key in TEXTS if (words := columns.words(row, key))}
        work = _work(columns, row, texts)
        date = columns.cell(row, DATE)
        taken = sortable(date, is_day_first=begins_with_day)
        is_day = len(taken) >= len("2026:05:01")
        if columns.of_works and date and not is_day and "year" not in work:
            work["year"] = date
        elif date and not taken:
            doubts.append(f"line {row.line}: {quoted(date)} is not a date such as 2026-05-01")
        are_ordered = are_ordered or bool(taken)
        if work:
            works[file] = work
        labels[file] = replace(photos[file], **texts, taken=taken or photos[file].taken)
    return PhotoList(
        labels,
        len(rows),
        columns.ignored,
        tuple(absent),
        tuple(Path(file).name for file in photos if file not in rows),
        tuple(doubts),
        works,
        columns.name(DATE) if are_ordered else "",
    )


def _work(columns: Columns, row: Row, texts: dict[str, Words]) -> dict[str, Words]:
    """The label of a work. Its title is taken from the other texts, since it is no heading."""
    if not columns.of_works:
        return {}
    title = texts.get("title", "")
    if title:
        texts["title"] = ""
    named = {"by": columns.words(row, BY), "title": title}
    named |= {key.removeprefix("work."): columns.words(row, key) for key in WORK if key != BY}
    return {key: words for key, words in named.items() if words}


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
            absent.append(f"{name}{names.hint(name)}")
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

    def hint(self, name: str) -> str:
        """The photo that has the same name with another ending, if one has."""
        parts = _even(name)
        alike = set(self._files.get(PurePosixPath(parts[-1]).stem, [])) if parts else set()
        return f" (did you mean {Path(alike.pop()).name}?)" if len(alike) == 1 else ""


def _even(name: str) -> tuple[str, ...]:
    """The folders and the name of a file, in small letters and one Unicode form."""
    path = unicodedata.normalize("NFC", name.replace("\\", "/")).casefold()
    return tuple(part for part in path.split("/") if part not in ("", ".", ".."))


def _ends(file: tuple[str, ...], parts: tuple[str, ...]) -> bool:
    """Whether a file is in these folders, however its ending is written."""
    return file[: len(file) - 1][len(file) - len(parts) :] == parts[:-1]
