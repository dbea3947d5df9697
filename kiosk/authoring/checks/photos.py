"""Checks photos: they have a description, a credit and consent, and can be shown."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kiosk.authoring.checks.subject import WORDS_OF_PHOTO, Subject
from kiosk.authoring.problems.problem import Problem

ENLARGED_MAX = 1.2
"""Largest factor by which a photo may be enlarged: beyond this, it looks soft."""


def photo_without_alt(hung: Subject) -> Iterator[Problem]:
    for where, photo in hung.photos():
        if photo.alt is None:
            message = "this photo needs alt, a description for people who cannot see it"
            yield hung.warning("alt-missing", message, where)


def photo_without_credit(hung: Subject) -> Iterator[Problem]:
    """One warning for each file, however often it is shown."""
    told = set()
    for where, photo in hung.photos():
        if photo.credit is None and photo.file not in told:
            told.add(photo.file)
            message = "this photo needs credit, its maker or lender; or write it in defaults"
            yield hung.warning("credit-missing", message, where)


def people_without_consent(hung: Subject) -> Iterator[Problem]:
    for where, photo in hung.photos():
        if photo.people and photo.consent is None:
            message = "people can be recognised here; record under consent what they agreed to"
            yield hung.error("consent-missing", message, where)


def photo_stands_in(hung: Subject) -> Iterator[Problem]:
    """One note for each file, however often it is shown."""
    first = {photo.file: where for where, photo in reversed(list(hung.photos())) if photo.stand_in}
    for file, where in first.items():
        message = f"{Path(file).name} replaces a photo that you do not have yet"
        yield hung.note("stand-in", message, where)


def cover_under_notice(hung: Subject) -> Iterator[Problem]:
    """Everybody sees a cover; only visitors who choose to see a photo under a notice."""
    head = hung.resolved.exhibition
    noticed = [one.slide for one in hung.resolved.placed if one.slide.notice or head.notice]
    covered = {photo.file for slide in noticed for photo in slide.all_photos}
    if head.cover in covered and hung.document.has(("cover",)):
        message = f"{Path(head.cover).name} has a notice, but the home screen shows it uncovered"
        yield hung.warning("cover-noticed", message, ("cover",))


def photo_unreadable(hung: Subject) -> Iterator[Problem]:
    for file, where in hung.files().items():
        if file in hung.refused:
            message = f"{Path(file).name} cannot be shown: {hung.refused[file]}"
            yield hung.error("photo-unreadable", message, where)


def photo_amiss(hung: Subject) -> Iterator[Problem]:
    """A photo that is shown, although something about its file is odd."""
    for file, where in hung.files().items():
        for note in hung.facts[file].notes if file in hung.facts else ():
            yield hung.warning("photo-amiss", f"{Path(file).name} is shown, but {note}", where)


def photo_too_small(hung: Subject) -> Iterator[Problem]:
    """A photo that is drawn larger than its own pixels; reported once, where it is first shown."""
    if hung.means.enlarged is None:
        return
    largest = dict[str, float]()
    for one in hung.resolved.placed:
        for file, factor in hung.means.enlarged(hung.kiosk, one.slide, hung.facts).items():
            largest[file] = max(factor, largest.get(file, 0.0))
    files = hung.files()
    for file, factor in largest.items():
        if factor > ENLARGED_MAX:
            known = hung.facts[file]
            message = (
                f"{Path(file).name} has {known.width} × {known.height} pixels, and is enlarged"
                f" {factor:.1f} times on this screen; find a larger file"
            )
            yield hung.warning("photo-small", message, files[file])


def said_twice(hung: Subject) -> Iterator[Problem]:
    for one in hung.resolved.placed:
        for key in (*WORDS_OF_PHOTO, "details", "focus"):
            beside = (*one.where, key)
            if hung.document.has(beside) and hung.document.has((*one.where, "photo", key)):
                message = f"{key} is here and in the photo's map; only the one in the map is shown"
                yield hung.warning("said-twice", message, beside)
