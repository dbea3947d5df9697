"""Checks a place as a whole: its exhibitions together, and the photo folders."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from msgspec import Struct

from kiosk.authoring.checks.subject import CheckServices
from kiosk.authoring.keys.model import Slide
from kiosk.authoring.load.advice.similar import did_you_mean
from kiosk.authoring.load.draft import Draft
from kiosk.authoring.load.folder import LISTED_MAX
from kiosk.authoring.load.place import Opened
from kiosk.authoring.load.resolve import photo_folder, photos_at
from kiosk.authoring.load.yaml_files import copy_not_shown, not_read
from kiosk.authoring.problems.codes import Code
from kiosk.authoring.problems.collector import Stopped
from kiosk.authoring.problems.problem import Problem, Severity, shown
from kiosk.authoring.problems.suppressions import allowed_on
from kiosk.authoring.yaml.nodes import Where
from kiosk.authoring.yaml.source import read

PHOTO_ENDINGS = frozenset(
    {".avif", ".bmp", ".gif", ".heic", ".heif", ".ico", ".j2k", ".jp2", ".jpeg", ".jpg", ".png"}
    | {".tif", ".tiff", ".webp"}
)
NAMED_MAX = 5
"""Files that one note names."""


def exhibition_unlisted(opened: Opened) -> Iterator[Problem]:
    """Reported at the first line of its file, where a comment may allow it."""
    for path in opened.unlisted:
        if path in opened.copies:
            yield copy_not_shown(path)
            continue
        message = "this exhibition is not shown: kiosk.yaml does not list it"
        try:
            yield read(path).problem(Code.NOT_LISTED, message, 1, severity=Severity.WARNING)
        except Stopped:
            yield Problem(path, Code.NOT_LISTED, message, severity=Severity.WARNING)


def file_not_read(opened: Opened) -> Iterator[Problem]:
    """Files whose ending keeps them from being read."""
    if opened.is_folder:
        yield from not_read(opened.folder)


def withdrawn_photo_named(opened: Opened) -> Iterator[Problem]:
    """A photo withdrawn in one place is still named in another, where it is not shown."""
    named = [(draft.document, one) for draft in opened.drafts for one in _references(draft)]
    withdrawn = {
        one.file: f"{shown(document.path)}:{document.mark(one.where).line}"
        for document, one in named
        if one.is_withdrawn
    }
    for document, one in named:
        if one.file in withdrawn and not one.is_withdrawn:
            message = f"{Path(one.file).name} is withdrawn at {withdrawn[one.file]}; remove it here"
            yield document.warning(Code.WITHDRAWN_NAMED, message, one.where)


def withdrawn_photo_recorded(opened: Opened) -> Iterator[Problem]:
    """A photo that this machine withdraws and an exhibition still shows; once in each file."""
    for draft in opened.drafts if opened.recorded else ():
        reported = set[str]()
        for one in _references(draft):
            is_meant = not (one.slide and one.slide.withheld)
            if one.file in opened.recorded - reported and is_meant:
                reported.add(one.file)
                message = _recorded(one, _goes_with(one, opened))
                where = (*one.where, "file")
                exact = where if draft.document.has(where) else one.where
                yield draft.document.warning(Code.WITHDRAWN_NAMED, message, exact)


def _recorded(one: _Reference, gone: str | None) -> str:
    path = Path(one.file)
    remove = "remove it here" if gone is None else "remove this slide"
    lost = f", so its slide and {gone} are not shown" if gone else ""
    return (
        f"{path.name} is withdrawn on this machine{lost}: {remove}, or write withdrawn: true;"
        f" to show it again, type kiosk withdraw --undo {shlex.quote(shown(path))}"
    )


def _goes_with(one: _Reference, opened: Opened) -> str | None:
    """The words that go with a withdrawn photo; None if its slide stays."""
    gone = opened.withdrawn | opened.recorded
    if not one.slide or not gone.issuperset(one.on_slide):
        return None
    slide = one.slide
    if slide.quote:
        return "the quote on it"
    return "the words on it" if slide.title or slide.text or slide.facts else ""


def withdrawn_photo_kept(opened: Opened, services: CheckServices) -> Iterator[Problem]:
    """Reports an error if something is left of a withdrawn photo, and also if nothing is left."""
    left = services.withdraw(opened.withdrawn, opened.doubtful) if services.withdraw else {}
    for draft in opened.drafts if left else ():
        for one in _references(draft):
            if not one.is_withdrawn or one.file not in left:
                continue
            name, where = Path(one.file).name, one.where
            for path in left[one.file]:
                message = f"{name} is withdrawn, but {path} was made from it; delete that file"
                yield draft.document.problem(Code.WITHDRAWN_KEPT, message, where)
            if not left[one.file]:
                still = "; its own file is still in the folder" if Path(one.file).exists() else ""
                gone = _goes_with(one, opened)
                lost = f"; its slide and {gone} are not shown" if gone else ""
                message = f"the kiosk keeps no copy of {name} any more{lost}{still}"
                yield draft.document.note(Code.WITHDRAWN_GONE, message, where)


def photo_unused(opened: Opened) -> Iterator[Problem]:
    """One note for each folder, if every exhibition that may name its photos could be read."""
    if opened.problems or not opened.is_folder:
        return
    for folder, (draft, photos) in _unnamed(opened).items():
        unused = [path.name for path in photos]
        if unused:
            more = f" and {len(unused) - NAMED_MAX} more" if len(unused) > NAMED_MAX else ""
            message = f"no slide shows {', '.join(unused[:NAMED_MAX])}{more} in {shown(folder)}"
            yield draft.document.note(Code.PHOTO_UNUSED, message, ("photos",))


def unnamed_photos(opened: Opened) -> list[str]:
    """Files in the photo folders that no exhibition names."""
    return [str(path) for _, photos in _unnamed(opened).values() for path in photos]


def _unnamed(opened: Opened) -> dict[Path, tuple[Draft, list[Path]]]:
    """By photo folder: an exhibition that has it, and its photos that no exhibition names."""
    named = {one.file for draft in opened.drafts for one in _references(draft)}
    folders = {photo_folder(draft).path: draft for draft in reversed(opened.drafts)}
    return {
        folder: (draft, [path for path in _photos_in(folder) if str(path) not in named])
        for folder, draft in folders.items()
    }


def allowed_unknown(opened: Opened) -> Iterator[Problem]:
    documents = [opened.document, *(draft.document for draft in opened.drafts)]
    for source in (document.source for document in documents if document):
        for number, line in enumerate(source.lines, start=1):
            for code, column in allowed_on(line):
                if code not in list(Code):
                    message = f"there is no code '{code}' to allow{did_you_mean(code, Code)}"
                    yield source.problem(
                        Code.ALLOW_UNKNOWN, message, number, column, len(code), Severity.WARNING
                    )


class _Reference(Struct, frozen=True):
    """A file that a draft names, and where."""

    file: str
    where: Where
    is_withdrawn: bool = False
    slide: Slide | None = None
    """None for a cover."""
    on_slide: frozenset[str] = frozenset()
    """The files of all photos on the slide."""


def _references(draft: Draft) -> Iterator[_Reference]:
    folder = photo_folder(draft)
    for number, slide in zip(draft.numbers, draft.exhibition.slides, strict=True):
        files = frozenset(str(folder.file(photo.file)) for photo in slide.all_photos)
        for where, photo in photos_at(slide, ("slides", number)):
            yield _Reference(str(folder.file(photo.file)), where, photo.withdrawn, slide, files)
    if draft.exhibition.cover:
        yield _Reference(str(folder.file(draft.exhibition.cover)), ("cover",))


def _photos_in(folder: Path) -> list[Path]:
    try:
        found = list(islice(folder.iterdir(), LISTED_MAX))
    except OSError:
        return []
    photos = (path for path in found if path.suffix.lower() in PHOTO_ENDINGS)
    return sorted(path for path in photos if not path.name.startswith("."))
