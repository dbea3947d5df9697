"""A place read for a running show: what hangs, what is wrong, and where the files are."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from kiosk.exhibition.loader import Collection, open_place
from kiosk.exhibition.problem import Problem, Severity
from kiosk.memory import uncollected


class Reading(Struct, frozen=True):
    """What a thread has read, and a show takes in between two frames; no document is kept."""

    collection: Collection | None
    """None if nothing at all can be shown."""
    errors: tuple[Problem, ...]
    faults: tuple[str, ...]
    """The errors, as sentences with their places."""
    withdrawn: frozenset[str]
    folders: frozenset[Path]
    """Where the files are that all this was made of."""


@uncollected()
def reread(place: Path) -> Reading:
    opened = open_place(place)
    errors = tuple(one for one in opened.problems if one.severity is Severity.ERROR)
    collection, faults = opened.collection, opened.faults
    return Reading(collection, errors, faults, opened.withdrawn, folders_of(place, collection))


def folders_of(place: Path, collection: Collection | None) -> frozenset[Path]:
    """Where the files are that a collection was made of."""
    folders = {place.absolute() if place.is_dir() else place.absolute().parent}
    for entry in collection.entries if collection else ():
        interview = {entry.interview.path.parent} if entry.interview else set[Path]()
        photos = {photo.file for slide in entry.exhibition.slides for photo in slide.all_photos}
        folders |= {entry.path.parent} | interview | {Path(file).parent for file in photos}
    return frozenset(folders)
