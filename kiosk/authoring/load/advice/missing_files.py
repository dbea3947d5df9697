"""Says why there is no file of this name: in which folder it was searched, and what is near."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from kiosk.authoring.load.advice.similar import did_you_mean, same_but_for_form
from kiosk.authoring.problems.problem import quoted, shown
from kiosk.authoring.yaml.signs import CURLY, INVISIBLE, ODD

ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+:/", re.IGNORECASE)
DRIVE = re.compile(r"[a-z]:[\\/]", re.IGNORECASE)
PHOTO = "photo"
FILE = r"[^\s,;]+\.(?:jpe?g|png|tiff?|webp|hei[cf]|avif|gif)"
SEVERAL = re.compile(rf"{FILE}(?:\s*[,;&+]\s*|\s+){FILE}", re.IGNORECASE)
FILM = re.compile(r"\.(3gp|avi|flv|m4v|mkv|mov|mp4|mpe?g|mts|webm|wmv)$", re.IGNORECASE)
COMMENT = re.compile(r"\s+(//|<!--|/\*|--|;)")
SECOND_KEY = re.compile(r"[\s,;]+([\w-]+)\s*[=:]\s*\S")


def why_missing(name: str, folder: Path, names: Sequence[str], what: str = PHOTO) -> str:
    """A sentence about a name that leads to nothing; `names` are those in its folder."""
    return _wrong_form(name, what) or _wrong_signs(name) or _not_there(name, folder, names, what)


def _wrong_form(name: str, what: str) -> str | None:
    if name.lower().startswith("file:"):
        return f"{quoted(name)} is an address; write the {what}'s name alone"
    if ADDRESS.match(name) and not DRIVE.match(name):
        return f"{quoted(name)} is on the internet; copy it to this computer first"
    if DRIVE.match(name) or name.startswith("\\\\"):
        return f"{quoted(name)} is a path of Windows; write it from this file's folder, with /"
    if name.startswith("~"):
        return f"~ has no meaning in {quoted(name)}; write the path from this file's folder"
    if what == PHOTO and FILM.search(name):
        return f"{quoted(name)} is a film; the kiosk shows no films, so name a photo"
    return None


def _wrong_signs(name: str) -> str | None:
    if name.startswith(tuple(CURLY)) or name.endswith(tuple(CURLY)):
        bare = name.strip(CURLY + "\"'")
        return f'these are printer\'s quotation marks; write "{bare}"'
    sign = INVISIBLE.search(name) or (ODD.search(name) if not name.isascii() else None)
    if sign:
        place = sign.start() + 1
        kind = "an invisible sign" if INVISIBLE.match(sign[0]) else "a special space or sign"
        return f"{kind} (U+{ord(sign[0]):04X}) is character {place} of this name; write it again"
    several = SEVERAL.search(name)
    if several:
        return f"{quoted(name)} looks like several files; write photos: [01.jpg, 02.jpg]"
    comment = COMMENT.search(name)
    if comment:
        return f"a comment begins with #, not with {comment[1]}"
    return None


def _not_there(name: str, folder: Path, names: Sequence[str], what: str) -> str:
    place = folder.name if folder == Path.cwd() else shown(folder)
    if not folder.is_dir():
        return f"there is no {what} {quoted(name)}, because there is no folder {place}"
    where = f"there is no {what} {quoted(name)} in {place}"
    if "\\" in name:
        return f"{where}; write / instead of \\"
    near = same_but_for_form(name, names)
    if near:
        return f"{where}; did you mean '{near}'?"
    return where if what == PHOTO else f"{where}{did_you_mean(name, names)}"
