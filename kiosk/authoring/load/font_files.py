"""Finds a curator's own fonts: files beside the exhibition, recognised by their first bytes."""

from __future__ import annotations

from pathlib import Path

from kiosk.authoring.keys.model import Fonts
from kiosk.authoring.load.folder import Folder, Reason
from kiosk.authoring.problems.codes import Code
from kiosk.authoring.problems.collector import Problems
from kiosk.authoring.problems.problem import quoted
from kiosk.authoring.yaml import opened_files
from kiosk.authoring.yaml.document import Document
from kiosk.base.roots import Roots
from kiosk.exhibition import exhibition as values

SIGNATURES = (b"\x00\x01\x00\x00", b"OTTO", b"true", b"ttcf")
"""TrueType, OpenType, Apple's TrueType, and collections of them (OpenType specification, 5.1)."""


def find_fonts(
    written: Fonts, document: Document, roots: Roots, problems: Problems
) -> values.Fonts:
    """The absolute paths of those fonts that can be used."""
    folder, files = Folder(document.path.parent), dict[str, str]()
    for key in Fonts.model_fields:
        name = getattr(written, key)
        if name is None:
            continue
        reason = folder.why_not(Code.FONT_MISSING, name, roots) or _no_font(folder.file(name), name)
        if reason:
            problems.add(document.problem(*reason, ("fonts", key)))
        else:
            files[key] = str(folder.file(name))
    return values.Fonts(**files)


def _no_font(file: Path, name: str) -> Reason | None:
    try:
        with file.open("rb") as opened:
            opened_files.note(file, opened.fileno())
            if opened.read(4) in SIGNATURES:
                return None
    except OSError as error:
        return Code.FONT_MISSING, f"{quoted(name)} cannot be read: {error.strerror}"
    message = f"{quoted(name)} is not a font that can be used; use a .ttf or .otf file"
    return Code.FONT_MISSING, message
