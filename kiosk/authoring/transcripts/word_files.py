"""Reads the text of Word (.docx) and OpenDocument (.odt) files, one paragraph a line, with limits.

Bold paragraphs and headings keep a mark, since these often are the questions.
"""

from __future__ import annotations

import stat
import zipfile
import zlib
from pathlib import Path
from typing import BinaryIO
from xml.parsers import expat

from kiosk.authoring.problems.codes import Code
from kiosk.authoring.problems.collector import Stopped
from kiosk.authoring.problems.problem import Problem
from kiosk.authoring.yaml import opened_files
from kiosk.authoring.yaml.source import Source, unreadable

PARTS = {".docx": "word/document.xml", ".odt": "content.xml"}
"""The part of each kind of file that holds its text."""
FILE_BYTES_MAX = 100_000_000
XML_BYTES_MAX = 40_000_000
TEXT_MAX = 4_000_000
"""Most letters of an interview, as in a text file."""
RATIO_MAX = 200
"""How many times as large a part may get when it is unpacked."""
ENTRIES_MAX = 10_000
DEPTH_MAX = 200
PARAGRAPHS = frozenset({"p", "h"})
SKIPPED = frozenset(
    {
        *("tracked-changes", "del", "moveFrom", "hidden-text", "hidden-paragraph"),
        *("annotation", "note", "Fallback", "comment"),
    }
)
"""Parts that are no text: what was deleted, moved away or hidden, comments, footnotes, and what
other programs show.
"""
NO = frozenset({"0", "false", "off", "none"})


DAMAGED = (
    *(zipfile.BadZipFile, zlib.error, expat.ExpatError),
    *(KeyError, ValueError, EOFError, RuntimeError, NotImplementedError),
)
"""What the readers raise for a file with faults, a password or an unknown compression."""


class _RefusedError(Exception):
    """A document that has more than an interview needs."""


def read_word_file(path: Path) -> Source:
    """The text of a document; raises Stopped if it cannot be read."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise _stop(path, Code.NOT_A_FILE, "this is not an ordinary file, so it is not opened")
        with path.open("rb") as file:
            opened_files.note(path, file.fileno())
            return Source(path, _text(path, file))
    except OSError as error:
        opened_files.note(path, None)
        raise Stopped(unreadable(path, error)) from None
    except _RefusedError:
        message = "this document is too large for an interview; save it as plain text (.txt)"
        raise _stop(path, Code.TOO_LARGE, message) from None
    except DAMAGED:
        message = "this document is damaged or protected; save it as plain text (.txt)"
        raise _stop(path, Code.UNREADABLE, message) from None


def _stop(path: Path, code: Code, message: str) -> Stopped:
    return Stopped(Problem(path, code, message))


def _text(path: Path, file: BinaryIO) -> str:
    if file.seek(0, 2) > FILE_BYTES_MAX:
        raise _RefusedError
    with zipfile.ZipFile(file) as archive:
        info = archive.getinfo(PARTS[path.suffix.lower()])
        too_many = len(archive.infolist()) > ENTRIES_MAX
        if too_many or info.file_size > min(XML_BYTES_MAX, RATIO_MAX * info.compress_size):
            raise _RefusedError
        with archive.open(info) as part:
            xml = part.read(XML_BYTES_MAX + 1)
    if len(xml) > XML_BYTES_MAX:
        raise _RefusedError
    document = _Document()
    document.read(xml)
    return "\n".join(document.lines)


class _Document:
    """Collects the paragraphs of a document's XML, which may declare no entities."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._text: list[tuple[str, bool]] = []
        self._open: list[str] = []
        self._skipped = 0
        self._length = 0
        self._cells: list[str] | None = None
        self._bold: list[bool] = [False]
        self._style = ""
        self._bold_styles: set[str] = set()
        self._hidden_styles: set[str] = set()
        self._is_hidden = False
        self._is_heading = False

    def read(self, xml: bytes) -> None:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartDoctypeDeclHandler = self._refuse
        parser.EntityDeclHandler = self._refuse
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._data
        parser.Parse(xml, True)

    def _refuse(self, *_: object) -> None:
        raise ValueError("entities")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition(" ")[2]
        values = {key.rpartition(" ")[2]: value for key, value in attributes.items()}
        self._open.append(tag)
        if len(self._open) > DEPTH_MAX:
            raise _RefusedError
        is_hidden = values.get("style-name", "") in self._hidden_styles
        if self._skipped or tag in SKIPPED or (is_hidden and tag in {"span", *PARAGRAPHS}):
            self._skipped += 1
            return
        match tag:
            case "p" | "h":
                self._text = []
                self._is_heading = tag == "h"
                self._bold = [values.get("style-name", "") in self._bold_styles]
            case "span":
                self._bold.append(
                    self._bold[-1] or values.get("style-name", "") in self._bold_styles
                )
            case "r":
                self._bold, self._is_hidden = [False], False
            case "vanish" if "rPr" in self._open and "r" in self._open:
                self._is_hidden = values.get("val", "1").lower() not in NO
            case "b" if "rPr" in self._open and "r" in self._open:
                self._bold = [values.get("val", "1").lower() not in NO]
            case "pStyle":
                self._is_heading = values.get("val", "").lower().startswith(("heading", "title"))
            case "style":
                self._style = values.get("name", "")
            case "text-properties":
                if values.get("font-weight", "") == "bold":
                    self._bold_styles.add(self._style)
                if values.get("display", "") == "none":
                    self._hidden_styles.add(self._style)
            case "tab" if "pPr" not in self._open:
                self._data_of("\t")
            case "br" | "cr" | "line-break":
                self._data_of("\n")
            case "s":
                self._data_of(" ")
            case "tr" | "table-row":
                self._cells = []

    def _end(self, name: str) -> None:
        tag = self._open.pop()
        if self._skipped:
            self._skipped -= 1
            return
        if tag == "span":
            self._bold.pop()
        elif tag in PARAGRAPHS:
            self._paragraph()
        elif tag in {"tr", "table-row"} and self._cells is not None:
            self.lines.append("\t".join(filter(None, self._cells)))
            self._cells = None

    def _data(self, data: str) -> None:
        """Letters count only where a document has its text."""
        is_text = "t" in self._open or "document-content" in self._open
        in_paragraph = any(tag in PARAGRAPHS for tag in self._open)
        if not (self._skipped or self._is_hidden) and in_paragraph and is_text:
            self._data_of(data)

    def _data_of(self, data: str) -> None:
        self._length += len(data)
        if self._length > TEXT_MAX:
            raise _RefusedError
        self._text.append((data, self._bold[-1]))

    def _paragraph(self) -> None:
        lines = "".join(text for text, _ in self._text).split("\n")
        is_bold = all(bold for text, bold in self._text if text.strip())
        for line in lines:
            text = line.strip()
            if self._cells is not None:
                self._cells.append(text)
                continue
            if text and self._is_heading:
                text = f"## {text}"
            elif text and is_bold:
                text = f"**{text}**"
            self.lines.append(text)
        self._text = []
