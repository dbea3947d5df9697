"""Reads a whole text file of a curator, within bounds, or says why it cannot be read."""

from __future__ import annotations

import re
import stat
from functools import cached_property
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from kiosk.authoring.problems.codes import Code
from kiosk.authoring.problems.collector import Stopped
from kiosk.authoring.problems.problem import Problem, Severity, shown
from kiosk.authoring.yaml import opened_files

BYTES_MAX = 4_000_000

YAML_ENDINGS = (".yaml", ".yml")
LINE_ENDS = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
NOT_TEXT = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
RUN_TOGETHER = re.compile(r"\s*(?:-\s+)*[^\W\d][\w-]*:(?=[\w\"'“„«{\[])")
"""Matches a key with its text right after the colon, which nobody means."""
OTHER_KINDS = {
    b"{\\rtf": "a text of a word processor (RTF)",
    b"PK\x03\x04": "a file of a word processor (.docx or .odt)",
    b"\xd0\xcf\x11\xe0": "a file of a word processor (.doc)",
    b"%PDF": "a PDF",
    b"<!DOCTYPE": "a web page",
    b"<!doctype": "a web page",
    b"<html": "a web page",
    b"\xff\xd8\xff": "a photo",
    b"\x89PNG": "a photo",
}
"""What files of other kinds begin with."""
OTHER_ENCODINGS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")


class Source(Struct, frozen=True, dict=True):
    """A file's path and its text."""

    path: Path
    text: str

    @cached_property
    def lines(self) -> tuple[str, ...]:
        return tuple(LINE_ENDS.split(self.text))

    def problem(
        self,
        code: Code,
        message: str,
        line: int = 0,
        column: int = 1,
        length: int = 1,
        severity: Severity = Severity.ERROR,
    ) -> Problem:
        """A problem with the lines it is about; a place past the end becomes the last line's.

        In YAML, the line before helps; in any other text, it would be somebody's words.
        """
        if not line:
            return Problem(self.path, code, message, severity=severity)
        line, column = self._inside(line, column)
        first = max(1, line - 1) if is_yaml(self.path) else line
        snippet = tuple(enumerate(self.lines[first - 1 : line], start=first))
        return Problem(self.path, code, message, line, column, length, severity, snippet)

    def text_at(self, line: int, column: int) -> str:
        """The rest of a line from this column; "" past the end."""
        return self.lines[line - 1][column - 1 :] if line <= len(self.lines) else ""

    @cached_property
    def _last(self) -> int:
        """Number of the last line with something on it."""
        numbered = zip(range(len(self.lines), 0, -1), reversed(self.lines), strict=True)
        return next((number for number, text in numbered if text.strip()), 1)

    def _inside(self, line: int, column: int) -> tuple[int, int]:
        if line > self._last:
            return self._last, len(self.lines[self._last - 1].rstrip()) + 1
        return line, min(column, len(self.lines[line - 1]) + 1)


def is_yaml(path: Path) -> bool:
    """Whether its name has the ending of YAML files, in small or capital letters."""
    return path.suffix.lower() in YAML_ENDINGS


def read(path: Path, bytes_max: int = BYTES_MAX) -> Source:
    """Text of a file; raises Stopped if it cannot be read."""
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise _stop(path, Code.IS_A_FOLDER, "this is a folder; a file is needed here")
        if not stat.S_ISREG(status.st_mode):
            raise _stop(path, Code.NOT_A_FILE, "this is not an ordinary file, so it is not opened")
        with path.open("rb") as file:
            opened_files.note(path, file.fileno())
            data = file.read(bytes_max + 1)
    except (OSError, ValueError) as error:
        opened_files.note(path, None)
        raise Stopped(unreadable(path, error)) from None
    if len(data) > bytes_max:
        raise _stop(path, Code.TOO_LARGE, f"this file is larger than {bytes_max / 1e6:g} MB")
    try:
        return _decoded(path, data)
    except Stopped as stop:
        if b"\0" in data:  # It is not text, and may hold what nobody should see.
            raise Stopped(replace(stop.problem, snippet=())) from None
        raise


def unreadable(path: Path, error: Exception) -> Problem:
    """Why the system cannot open a file or folder."""
    if isinstance(error, FileNotFoundError):
        return Problem(path, Code.MISSING_FILE, f"there is no file or folder {shown(path)}")
    if isinstance(error, PermissionError):
        message = "this user may not read it; change its permissions"
        return Problem(path, Code.NO_PERMISSION, message)
    reason = error.strerror if isinstance(error, OSError) else None
    message = f"this cannot be read: {reason or 'its name is not usable'}"
    return Problem(path, Code.UNREADABLE, message)


def _stop(path: Path, code: Code, message: str) -> Stopped:
    return Stopped(Problem(path, code, message))


def _decoded(path: Path, data: bytes) -> Source:
    kind = next((kind for begin, kind in OTHER_KINDS.items() if data.startswith(begin)), None)
    if kind and is_yaml(path):
        message = f"this is {kind}, in spite of its name; save it as plain text, in UTF-8"
        raise _stop(path, Code.NOT_UTF_8, message)
    if data.startswith(OTHER_ENCODINGS):
        raise _stop(path, Code.NOT_UTF_8, "this file is saved as UTF-16; save it as UTF-8")
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        source = Source(path, data.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise Stopped(_not_utf_8(path, data, error)) from None
    strange = NOT_TEXT.search(source.text)
    if strange:
        raise Stopped(_control_character(source, strange.start()))
    return source


def _not_utf_8(path: Path, data: bytes, error: UnicodeDecodeError) -> Problem:
    """The first byte that is not UTF-8, shown in a text where such bytes are replaced."""
    source = Source(path, data.decode("utf-8", errors="replace"))
    line, column = place_of(data[: error.start].decode("utf-8"))
    message = f"byte 0x{data[error.start]:02x} here is not UTF-8; save the file as UTF-8"
    return source.problem(Code.NOT_UTF_8, message, line, column)


def _control_character(source: Source, offset: int) -> Problem:
    line, column = place_of(source.text[:offset])
    name = f"U+{ord(source.text[offset]):04X}"
    message = f"there is an invisible control character ({name}) here; delete it"
    return source.problem(Code.CONTROL_CHARACTER, message, line, column)


def place_of(before: str) -> tuple[int, int]:
    """Line and column that follow after this text, counted from 1."""
    lines = LINE_ENDS.split(before)
    return len(lines), len(lines[-1]) + 1
