"""Checks a place as a whole: its exhibitions together, and the photo folders."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from kiosk.authoring.checks.subject import CheckServices
from kiosk.authoring.load.draft import Draft
from kiosk.authoring.load.folder import LISTED_MAX
from kiosk.authoring.load.place import Opened
from kiosk.authoring.load.resolve import photo_folder, photos_at
from kiosk.authoring.load.similar import did_you_mean
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
    named = [(draft.document, *one) for draft in opened.drafts for one in _references(draft)]
    withdrawn = {
        file: f"{shown(document.path)}:{document.mark(where).line}"
        for document, file, where, is_withdrawn in named
        if is_withdrawn
    }
    for document, file, where, is_withdrawn in named:
        if file in withdrawn and not is_withdrawn:
            message = f"{Path(file).name} is withdrawn at {withdrawn[file]}; remove it here"
            yield document.warning(Code.WITHDRAWN_NAMED, message, where)


def withdrawn_photo_kept(opened: Opened, services: CheckServices) -> Iterator[Problem]:
    """Reports an error if something is left of a withdrawn photo, and also if nothing is left."""
    left = services.withdraw(opened.withdrawn, opened.doubtful) if services.withdraw else {}
    for draft in opened.drafts if left else ():
        for file, where, is_withdrawn in _references(draft):
            if not is_withdrawn or file not in left:
                continue
            name = Path(file).name
            for path in left[file]:
                message = f"{name} is withdrawn, but {path} was made from it; delete that file"
                yield draft.document.problem(Code.WITHDRAWN_KEPT, message, where)
            if not left[file]:
                still = "; its own file is still in the folder" if Path(file).exists() else ""
                message = f"the kiosk keeps no copy of {name} any more{still}"
                yield draft.document.note(Code.WITHDRAWN_GONE, message, where)


def photo_unused(opened: Opened) -> Iterator[Problem]:
    """One note for each folder, if every exhibition that may name its photos could be read."""
    if opened.problems or not opened.is_folder:
        return
    named = {file for draft in opened.drafts for file, _, _ in _references(draft)}
    folders = {photo_folder(draft).path: draft for draft in reversed(opened.drafts)}
    for folder, draft in folders.items():
        unused = [path.name for path in _photos_in(folder) if str(path) not in named]
        if unused:
            more = f" and {len(unused) - NAMED_MAX} more" if len(unused) > NAMED_MAX else ""
            message = f"no slide shows {', '.join(unused[:NAMED_MAX])}{more} in {shown(folder)}"
            yield draft.document.note(Code.PHOTO_UNUSED, message, ("photos",))


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


def _references(draft: Draft) -> Iterator[tuple[str, Where, bool]]:
    """Files that a draft names, where, and whether they are withdrawn there."""
    folder = photo_folder(draft)
    for number, slide in zip(draft.numbers, draft.exhibition.slides, strict=True):
        for where, photo in photos_at(slide, ("slides", number)):
            yield str(folder.file(photo.file)), where, photo.withdrawn
    if draft.exhibition.cover:
        yield str(folder.file(draft.exhibition.cover)), ("cover",), False


def _photos_in(folder: Path) -> list[Path]:
    try:
        found = list(islice(folder.iterdir(), LISTED_MAX))
    except OSError:
        return []
    photos = (path for path in found if path.suffix.lower() in PHOTO_ENDINGS)
    return sorted(path for path in photos if not path.name.startswith("."))
