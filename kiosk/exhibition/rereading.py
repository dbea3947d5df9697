"""A place read for a show, in a process of its own."""

from __future__ import annotations

from pathlib import Path

from kiosk.exhibition.files import Folder
from kiosk.exhibition.loader import ENDINGS, Opened, open_place
from kiosk.exhibition.problem import Severity
from kiosk.exhibition.settling import photo_folder
from kiosk.exhibition.sources import recorded
from kiosk.memory import uncollected
from kiosk.stamp import stamps
from kiosk.wall.collection import Reading


@uncollected()
def reread(place: str) -> Reading:
    """What hangs, what is wrong, and which files it was made of; no document is kept."""
    path = Path(place).absolute()
    folder = path if path.is_dir() else path.parent
    exhibitions = {file: at for file, at in stamps([folder]).items() if file.endswith(ENDINGS)}
    with recorded() as sources:
        opened = open_place(path)
    told = [(one.severity, one.render()) for one in opened.problems]
    return Reading(
        opened.collection,
        tuple(text for _, text in told),
        tuple(text for severity, text in told if severity is Severity.ERROR),
        opened.faults,
        opened.withdrawn,
        opened.doubtful,
        folders_of(folder, opened),
        {**exhibitions, **sources},
    )


def folders_of(folder: Path, opened: Opened) -> frozenset[Path]:
    """Where the files are that a place is made of, also where they are not there now."""
    folders = {folder}
    for draft in opened.drafts:
        photos = photo_folder(draft)
        files = {
            photos.file(one.file) for slide in draft.exhibition.slides for one in slide.all_photos
        }
        written = draft.exhibition
        texts = Folder(draft.path.parent)
        named = (written.interview, *written.fonts.model_dump().values())
        files |= {texts.file(name) for name in named if name}
        folders |= {draft.path.parent, photos.path} | {file.parent for file in files}
    return frozenset(folders)
