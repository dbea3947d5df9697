"""Reads a place for a show, in a separate process."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from kiosk.authoring.load.folder import Folder
from kiosk.authoring.load.place import KIOSK, Opened, open_place
from kiosk.authoring.load.resolve import photo_folder
from kiosk.authoring.problems.problem import Severity
from kiosk.authoring.yaml.opened_files import recorded
from kiosk.authoring.yaml.source import is_yaml
from kiosk.base.file_stamp import stamps
from kiosk.base.roots import Roots, roots_of
from kiosk.exhibition.closing import Closings
from kiosk.exhibition.collection import Reading, encoded


def reread(place: str, *roots: str) -> Reading:
    """What is shown, what is wrong, and the files that were used; no document is kept."""
    path = Path(place).absolute()
    is_file = path.is_file() or (is_yaml(path) and not path.is_dir())
    folder = path.parent if is_file else path
    exhibitions = {file: at for file, at in stamps([folder]).items() if is_yaml(Path(file))}
    with recorded() as sources:
        opened = open_place(path, map(Path, roots))
    is_whole = opened.resolved and not opened.faults
    rendered = [(one.severity, one.render()) for one in opened.problems]
    return Reading(
        opened.collection,
        tuple(text for _, text in rendered),
        tuple(text for severity, text in rendered if severity is Severity.ERROR),
        opened.faults,
        opened.withdrawn,
        opened.doubtful,
        folders_of(folder, opened, roots_of(path, map(Path, roots))),
        {**exhibitions, **sources},
        torn_in(map(Path, exhibitions), opened, path if is_file else None),
        frozenset(draft.name for draft in opened.drafts),
        Closings() if is_whole else opened.closings,
        not Folder(folder).exists,
    )


def reread_encoded(place: str, *roots: str) -> bytes:
    """The same, encoded for the show's process."""
    return encoded(reread(place, *roots))


def torn_in(
    exhibitions: Iterable[Path], opened: Opened, alone: Path | None = None
) -> frozenset[str]:
    """Names of what exists but cannot be read."""
    names = {file.stem for file in exhibitions if not file.name.startswith(".")}
    if alone:
        names &= {alone.stem, KIOSK}
    names -= {one.stem for one in opened.unlisted}
    names -= {draft.name for draft in opened.drafts}
    names -= {KIOSK} if opened.document else set()
    return frozenset(names)


def folders_of(folder: Path, opened: Opened, roots: Roots) -> frozenset[Path]:
    """Folders where a place's files may be, also if they are not there now."""
    folders = set[Path]()
    for draft in opened.drafts:
        photos = photo_folder(draft)
        files = {
            photos.file(one.file) for slide in draft.exhibition.slides for one in slide.all_photos
        }
        written = draft.exhibition
        texts = Folder(draft.path.parent)
        of = written.interview
        transcripts = (of.file, *(name for _, name in of.translations)) if of else ()
        named = (*transcripts, *written.fonts.model_dump().values())
        files |= {texts.file(name) for name in named if name}
        folders |= {draft.path.parent, photos.path} | {file.parent for file in files}
    return frozenset({folder, *(one for one in folders if not roots.refusal(one))})
