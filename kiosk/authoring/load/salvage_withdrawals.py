"""Finds withdrawals in a file with mistakes: what its lines plainly say of a photo is obeyed."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from msgspec import Struct

from kiosk.authoring.keys.model import Photo
from kiosk.authoring.load.draft import validated
from kiosk.authoring.load.folder import Folder
from kiosk.authoring.load.torn.lines import DENIED, entry_of, plain_lines, text_of, value_below
from kiosk.authoring.problems.codes import Code
from kiosk.authoring.problems.collector import Problems
from kiosk.authoring.problems.problem import Severity, brief
from kiosk.authoring.yaml.document import Document
from kiosk.authoring.yaml.nodes import Where
from kiosk.authoring.yaml.source import Source

WITHDRAWN = re.compile(
    r"""(?:^[\s-]*|[{,?]\s*)
    (?P<said>['"“”]?withdrawn['"“”]?\s*
    (?:[:=：]?\s*(?P<value>['"“”]?(?:true|yes|on)\b['"“”]?|(?<=[:=：\s])[^\s,}\[{:=：][^\s,}:=：]*|$)))""",
    re.IGNORECASE | re.VERBOSE,
)
"""Matches the key also without its colon."""
TEXT = r"""(?:"([^"]*)"|'([^']*)'|[“”]([^“”]*)[“”]|([^\s{\["'“”,][^,}\]\n]*))"""
NAMED = re.compile(
    rf"""(?<![\w-])(?:file|photo)['"“”]?[^\S\n]*[:=：][^\S\n]*{TEXT}""", re.IGNORECASE
)
FOLDER = re.compile(
    r"""photos['"]?\s*[:：]?\s+(?:"([^"]*)"|'([^']*)'|“([^”]*)”|([^\s{\["'“][^#]*))""",
    re.IGNORECASE,
)
BROKEN = re.compile(r"(?<=file):[ \t]*(?:[>|]-?)?[ \t]*\n\s*", re.IGNORECASE)
"""Matches the break between a key and its value on the next line."""
WORD = "withdrawn"
LOST = "\ufffd"
"""Replaces bytes that are not text."""

ALTHOUGH = "is withdrawn, although this file has a mistake"
NOT_RECORDED = "is withdrawn for now, but this is not yet recorded: fix the file"
NOT_CLEAR = (
    "it is not clear which photo is withdrawn here, so none is;"
    " write {file: 01.jpg, withdrawn: true}"
)


class _Said(Struct, frozen=True):
    """A line that says `withdrawn`, and the photos that it is about."""

    line: int
    column: int
    length: int
    names: tuple[str, ...]


def may_withdraw(path: Path) -> bool:
    """Whether a file mentions withdrawing at all."""
    return WORD in text_of(path).lower()


def plain_withdrawals(document: Document) -> frozenset[str]:
    """Files that an exhibition withdraws beyond doubt, whatever else is wrong in it.

    It names each of these files exactly.
    """
    folder = _photo_folder(document)
    if folder is None:
        return frozenset()
    slides = document.value.get("slides")
    files = (
        folder.file(photo["file"])
        for number, slide in enumerate(slides if isinstance(slides, list) else ())
        for keys, photo in _photos_of(slide)
        if _is_withdrawn(photo) and not _is_spoiled(document, ("slides", number, *keys))
    )
    return frozenset(str(file) for file in files if os.path.isfile(file))  # noqa: PTH113  # Never raises.


def _photo_folder(document: Document) -> Folder | None:
    """The folder of the photos; None if it is not certain which one is meant."""
    head, beside = document.value, Folder(document.path.parent)
    if not isinstance(head, dict) or _is_spoiled(document, ("photos",)):
        return None
    if "photos" in head:
        return Folder(beside.file(head["photos"])) if isinstance(head["photos"], str) else None
    texts = (value for value in head.values() if isinstance(value, str))
    named = {path for text in texts if Folder(path := beside.file(text)).exists}
    return None if named - {beside.path} else beside  # A wrong key may name the folder.


def _photos_of(slide: Any) -> Iterator[tuple[Where, Any]]:
    """The photos of a slide, and where it says whether each is withdrawn."""
    if not isinstance(slide, dict):
        return
    photo, several = slide.get("photo"), slide.get("photos")
    yield ("photo",), photo
    for number, one in enumerate(several if isinstance(several, list) else ()):
        yield ("photos", number), one
    if "withdrawn" in slide and photo and not several:
        named = photo if isinstance(photo, dict) else {"file": photo}
        yield ("photo",), {**named, "withdrawn": slide["withdrawn"]}


def _is_withdrawn(photo: Any) -> bool:
    if not isinstance(photo, dict):
        return False
    said = {key: photo.get(key) for key in ("file", "withdrawn")}
    known, _ = validated(Photo, said)
    return known is not None and known.withdrawn


def _is_spoiled(document: Document, where: Where) -> bool:
    """Whether this value, or one around or inside it, is not read as it was meant."""
    return any(where[: len(one)] == one or one[: len(where)] == where for one in document.spoiled)


def salvage_withdrawals(
    path: Path, known: frozenset[str], recorded: frozenset[str], problems: Problems
) -> frozenset[str]:
    """Files that a faulty exhibition withdraws, besides those known.

    Those that are not `recorded` are doubtful: they are hidden until the file is fixed.
    """
    source = Source(path, text_of(path))
    if WORD not in source.text.lower():
        return frozenset()
    lines = plain_lines(source)
    folder = Folder(path.parent / next(map(_name, filter(None, map(FOLDER.match, lines))), "."))
    files = set[str]()
    for said in _all_said(lines):
        named = {str(folder.file(name)) for name in said.names}
        if named and named <= known:
            continue
        files |= named
        message = NOT_CLEAR
        if named:
            holds = ALTHOUGH if named <= recorded else NOT_RECORDED
            message = f"{brief(', '.join(said.names))} {holds}"
        severity = Severity.WARNING if named else Severity.ERROR
        place = (said.line, said.column, said.length, severity)
        problems.add(source.problem(Code.WITHDRAWN_ANYWAY, message, *place))
    return frozenset(files)


def _all_said(lines: list[str]) -> Iterator[_Said]:
    for number, line in enumerate(lines):
        for found in WITHDRAWN.finditer(line):
            if DENIED.match(found["value"] or value_below(lines, number)):
                continue
            at = found.start("said")
            inner = line[line.rfind("{", 0, at) + 1 :].partition("}")[0] if "{" in line else ""
            names = _names([inner]) or _names(entry_of(lines, number))
            yield _Said(number + 1, at + 1, len(found["said"]), tuple(names))


def _names(lines: list[str]) -> list[str]:
    text = BROKEN.sub(": ", "\n".join(lines))
    found = map(_name, NAMED.finditer(text))
    return [name for name in dict.fromkeys(found) if name and LOST not in name]


def _name(found: re.Match[str]) -> str:
    return next(one for one in found.groups() if one is not None).strip()
