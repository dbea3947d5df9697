"""A place read for a show, in a process of its own."""

from __future__ import annotations

from pathlib import Path

from kiosk.exhibition.loader import open_place
from kiosk.exhibition.problem import Severity
from kiosk.memory import uncollected
from kiosk.wall.collection import Collection, Reading


@uncollected()
def reread(place: str, *roots: str) -> Reading:
    """What hangs, what is wrong, and where the files are; no document is kept."""
    opened = open_place(Path(place), map(Path, roots))
    told = [(one.severity, one.render()) for one in opened.problems]
    collection = opened.collection
    return Reading(
        collection,
        tuple(text for _, text in told),
        tuple(text for severity, text in told if severity is Severity.ERROR),
        opened.faults,
        opened.withdrawn,
        folders_of(Path(place), collection),
    )


def folders_of(place: Path, collection: Collection | None) -> frozenset[Path]:
    """Where the files are that a collection was made of."""
    folders = {place.absolute() if place.is_dir() else place.absolute().parent}
    for entry in collection.entries if collection else ():
        interview = {entry.interview.path.parent} if entry.interview else set[Path]()
        photos = {photo.file for slide in entry.exhibition.slides for photo in slide.all_photos}
        folders |= {entry.path.parent} | interview | {Path(file).parent for file in photos}
    return frozenset(folders)
