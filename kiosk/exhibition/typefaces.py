"""Fonts of a curator's own: files beside the exhibition, known by how they begin."""

from __future__ import annotations

from pathlib import Path

from kiosk.exhibition import sources
from kiosk.exhibition.document import Document
from kiosk.exhibition.files import Folder
from kiosk.exhibition.model import Fonts
from kiosk.exhibition.problem import Problem
from kiosk.wall import exhibition as wall

SIGNATURES = (b"\x00\x01\x00\x00", b"OTTO", b"true", b"ttcf")
"""TrueType, OpenType, Apple's TrueType, and collections of them (OpenType specification, 5.1)."""
NO_FONT = "'{}' is no font that can be used; take a .ttf or .otf file"


def found(written: Fonts, document: Document) -> tuple[wall.Fonts, list[Problem]]:
    """The fonts that are there, by their absolute paths, and what is wrong with the others."""
    folder = Folder(document.path.parent)
    files, problems = dict[str, str | None](), list[Problem]()
    for key in Fonts.model_fields:
        name = getattr(written, key)
        if name is None:
            continue
        fault = folder.fault(name) or _fault(folder.file(name), name)
        files[key] = None if fault else str(folder.file(name))
        if fault:
            problems.append(document.problem("font-missing", fault, ("fonts", key)))
    return wall.Fonts(**files), problems


def _fault(file: Path, name: str) -> str:
    try:
        with file.open("rb") as opened:
            sources.note(file, opened.fileno())
            return "" if opened.read(4) in SIGNATURES else NO_FONT.format(name)
    except OSError as error:
        return f"'{name}' cannot be read: {error.strerror}"
