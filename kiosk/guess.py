"""A guess at the first photo, at a glance, so that it can be opened while texts are read.

Nothing is shown of it unless the texts, once read, say so.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

ENDINGS = (".yaml", ".yml")
GLANCE_BYTES = 64 * 2**10

TEXT = r"""['"]?([^\s'"#{}\[\],][^'"#{}\[\],\n]*)"""
FOLDER = re.compile(rf"^photos: *{TEXT}", re.MULTILINE)
SLIDES = re.compile(r"^slides:", re.MULTILINE)
PHOTO = re.compile(rf"\b(?:photo|file): *{TEXT}")
LISTED = re.compile(rf"^exhibitions:\s*(?:\[|- ) *{TEXT}", re.MULTILINE)


def first_photo(place: Path, start: str) -> str | None:
    """File of the photo that a show is going to begin with, most likely."""
    try:
        exhibition = place if place.is_file() else _exhibition(place, start)
        text = _glance(exhibition)
    except OSError:
        return None
    slides = SLIDES.search(text)
    photo = PHOTO.search(text, slides.end()) if slides else None
    if photo is None:
        return None
    folder = FOLDER.search(text)
    # As the texts' own reading would name it, so that it is known for the same file.
    file = exhibition.absolute().parent / (folder[1].strip() if folder else "") / photo[1].strip()
    return os.path.normpath(file)


def _exhibition(folder: Path, start: str) -> Path:
    """The exhibition that is named, else the first one listed, else the first one there is."""
    texts = sorted(one for one in folder.iterdir() if one.suffix in ENDINGS)
    names = [start.partition(":")[0]]
    for kiosk in (one for one in texts if one.stem == "kiosk"):
        listed = LISTED.search(_glance(kiosk))
        names += [listed[1].strip()] if listed else []
    named = (one for name in names for one in texts if one.stem == name)
    others = (one for one in texts if one.stem != "kiosk")
    return next((one for group in (named, others) for one in group), folder)


def _glance(path: Path) -> str:
    with path.open("rb") as file:
        return file.read(GLANCE_BYTES).decode(errors="replace")
