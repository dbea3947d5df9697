"""Reads CSV files as spreadsheets save them, in any of their encodings and separators."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec import Struct

BYTES_MAX = 4_000_000
ROWS_MAX = 20_000
COLUMNS_MAX = 200
CELL_MAX = 20_000
HEAD_ROWS = 10
"""Rows among which the names of the columns are searched: some lists have a title above."""
SEPARATORS = (",", ";", "\t")
NOT_CSV = {
    b"PK\x03\x04": "a workbook (such as .xlsx or .ods)",
    b"\xd0\xcf\x11\xe0": "a workbook (.xls)",
    b"%PDF": "a PDF",
    b"{\\rtf": "a text of a word processor (RTF)",
}
LINE_END = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
UNWANTED = re.compile("[\x00-\x09\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff\ud800-\udfff]")
AS_TEXT = re.compile(r'="(.*)"', re.DOTALL)
"""Matches how people keep a spreadsheet from taking a text, such as 001, for a number."""


class SpreadsheetError(Exception):
    """Why a file cannot be used, as a sentence without its full stop."""


class Row(Struct, frozen=True):
    cells: tuple[str, ...]
    line: int
    """Its last line in the file."""


class Spreadsheet(Struct, frozen=True):
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def open_spreadsheet(path: Path, score: Callable[[Sequence[str]], int]) -> Spreadsheet:
    """Read a CSV file; `score` says how well a row fits as the names of the columns, 0 if not.

    Raises SpreadsheetError.
    """
    text = _text(path)
    hint = re.match(r"\ufeff?sep=(.)\r?\n", text)  # Excel writes so which separator follows.
    separators = (hint[1],) if hint else SEPARATORS
    found, failed = list[list[Row]](), SpreadsheetError("it has no rows")
    for separator in separators:
        try:
            found.append(_rows(text[hint.end() :] if hint else text, separator))
        except SpreadsheetError as error:
            failed = error
    heads = [
        (score(rows[number].cells), -number, index)
        for index, rows in enumerate(found)
        for number in range(min(HEAD_ROWS, len(rows)))
    ]
    best, above, index = max(heads, default=(0, 0, 0))
    if not heads:
        raise failed
    rows = found[index]
    if not best:
        widest = max(found, key=lambda one: len(one[0].cells))
        named = ", ".join(filter(None, widest[0].cells[:HEAD_ROWS]))
        raise SpreadsheetError(
            f"none of its columns is for the photos' file names; its columns are: {named}. "
            "Name one of them file"
        )
    if len(rows) > ROWS_MAX:
        raise SpreadsheetError(f"it has more than {ROWS_MAX} rows")
    filled = (row for row in rows[1 - above :] if any(row.cells))
    return Spreadsheet(rows[-above].cells, tuple(filled))


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(BYTES_MAX + 1)
    except (OSError, ValueError) as error:
        raise SpreadsheetError(getattr(error, "strerror", None) or str(error)) from None
    if len(data) > BYTES_MAX:
        raise SpreadsheetError(f"it is larger than {BYTES_MAX / 1e6:g} MB")
    kind = next((kind for begin, kind in NOT_CSV.items() if data.startswith(begin)), None)
    if kind:
        raise SpreadsheetError(f"it is {kind}; open it, and save it as CSV (UTF-8)")
    for encoding in _encodings(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise SpreadsheetError("its letters cannot be read; save it as CSV (UTF-8)")


def _encodings(data: bytes) -> tuple[str, ...]:
    """Encodings to try. UTF-16 without a mark has many zeros, in every second place."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return ("utf-16",)
    begin = data[:1000]
    if begin.count(0) > len(begin) // 5:
        big = begin[::2].count(0) > begin[1::2].count(0)
        return ("utf-16-be" if big else "utf-16-le",)
    return ("utf-8-sig", "cp1252")


def _rows(text: str, separator: str) -> list[Row]:
    """All rows, with one more than are allowed if there are more."""
    rows = list[Row]()
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        for cells in reader:
            kept = tuple(_clean(cell) for cell in cells[:COLUMNS_MAX])
            rows.append(Row(kept, reader.line_num))
            if len(rows) > ROWS_MAX:
                break
    except csv.Error:
        # A quotation mark that never ends, or a cell beyond csv's own limit.
        line = reader.line_num
        raise SpreadsheetError(f"line {line} cannot be read; is a quotation mark lost?") from None
    return rows


def _clean(cell: str) -> str:
    """A cell's words, without what no text on a wall can have."""
    wrapped = AS_TEXT.fullmatch(cell.strip())
    plain = LINE_END.sub("\n", wrapped[1] if wrapped else cell)
    return UNWANTED.sub(" ", plain).strip()[:CELL_MAX].strip()
