"""Finds a curator's own fonts: files beside the exhibition, recognised by their first bytes."""

from __future__ import annotations

from pathlib import Path

from kiosk.authoring.keys.model import Fonts
from kiosk.authoring.load.folder import Fault, Folder
from kiosk.authoring.problems.problem import Problem, quoted
from kiosk.authoring.yaml import opened_files
from kiosk.authoring.yaml.document import Document
from kiosk.base.roots import Roots
from kiosk.exhibition import exhibition as wall

SIGNATURES = (b"\x00\x01\x00\x00", b"OTTO", b"true", b"ttcf")
"""TrueType, OpenType, Apple's TrueType, and collections of them (OpenType specification, 5.1)."""


def found(written: Fonts, document: Document, roots: Roots) -> tuple[wall.Fonts, list[Problem]]:
    """The absolute paths of fonts that exist, and what is wrong with the others."""
    folder = Folder(document.path.parent)
    files, problems = dict[str, str | None](), list[Problem]()
    for key in Fonts.model_fields:
        name = getattr(written, key)
        if name is None:
            continue
        fault = folder.fault("font-missing", name, roots) or _fault(folder.file(name), name)
        files[key] = None if fault else str(folder.file(name))
        if fault:
            problems.append(document.problem(*fault, ("fonts", key)))
    return wall.Fonts(**files), problems


def _fault(file: Path, name: str) -> Fault | None:
    try:
        with file.open("rb") as opened:
            opened_files.note(file, opened.fileno())
            if opened.read(4) in SIGNATURES:
                return None
    except OSError as error:
        return "font-missing", f"{quoted(name)} cannot be read: {error.strerror}"
    message = f"{quoted(name)} is not a font that can be used; use a .ttf or .otf file"
    return "font-missing", message
