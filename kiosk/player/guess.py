"""A guess at the first photo, at a glance, so that it can be opened while texts are read.

Nothing is shown of it unless the texts, once read, say so.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path

from kiosk.base.roots import roots_of

ENDINGS = (".yaml", ".yml")
GLANCE_BYTES = 64 * 2**10
TEXT_BYTES_MAX = 4 * 2**20
WITHDRAWN = b"withdrawn"
"""Where a text has this word, nothing is opened before it is understood."""

TEXT = r"""['"]?([^\s'"#{}\[\],][^'"#{}\[\],\n]*)"""
FOLDER = re.compile(rf"^photos: *{TEXT}", re.MULTILINE)
SLIDES = re.compile(r"^slides:", re.MULTILINE)
PHOTO = re.compile(rf"^[^#\n]*?\b(?:photo|file): *{TEXT}", re.MULTILINE)
LISTED = re.compile(rf"^exhibitions:\s*(?:\[|- ) *{TEXT}", re.MULTILINE)


def first_photo(place: Path, start: str, roots: Iterable[Path] = ()) -> str | None:
    """File of the photo that a show is going to begin with, most likely."""
    name, _, number = start.partition(":")
    if number not in ("", "1"):
        return None
    allowed = roots_of(place, roots)
    try:
        texts = [text for text in _texts(allowed.place) if not allowed.refusal(text)]
        exhibition = place if place.is_file() else _exhibition(texts, name)
        if exhibition is None or any(map(_may_withdraw, texts)):
            return None
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
    named = Path(os.path.normpath(file))
    return str(named) if not allowed.refusal(named) and named.is_file() else None


def _texts(folder: Path) -> list[Path]:
    return sorted(
        one
        for one in folder.iterdir()
        if one.suffix in ENDINGS and not one.name.startswith(".") and one.is_file()
    )


def _exhibition(texts: list[Path], name: str) -> Path | None:
    """The exhibition that is named, else the first one listed, else the first one there is."""
    names = [name]
    for kiosk in (one for one in texts if one.stem == "kiosk"):
        listed = LISTED.search(_glance(kiosk))
        names += [listed[1].strip()] if listed else []
    named = (one for name in names for one in texts if one.stem == name)
    others = (one for one in texts if one.stem != "kiosk")
    return next((one for group in (named, others) for one in group), None)


def _may_withdraw(text: Path) -> bool:
    return text.stat().st_size > TEXT_BYTES_MAX or WITHDRAWN in text.read_bytes()


def _glance(path: Path) -> str:
    with path.open("rb") as file:
        return file.read(GLANCE_BYTES).decode(errors="replace")
