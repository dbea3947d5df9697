"""Checks photos: they have a description, a credit and consent, and can be shown."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kiosk.authoring.checks.subject import Subject
from kiosk.authoring.load.resolve import BESIDE_PHOTO
from kiosk.authoring.problems.codes import Code
from kiosk.authoring.problems.problem import Problem

ENLARGED_MAX = 1.2
"""Largest factor by which a photo may be enlarged: beyond this, it looks soft."""
ZOOMED_MAX = 1.5
"""The same for a photo that a visitor has zoomed: nobody expects it to be as sharp."""


def photo_without_alt(subject: Subject) -> Iterator[Problem]:
    for where, photo in subject.photos():
        if photo.alt is None:
            message = "this photo needs alt, a description for people who cannot see it"
            yield subject.document.warning(Code.ALT_MISSING, message, where)


def photo_without_credit(subject: Subject) -> Iterator[Problem]:
    """One warning for each file, however often it is shown."""
    reported = set()
    for where, photo in subject.photos():
        if photo.credit is None and photo.file not in reported:
            reported.add(photo.file)
            message = "this photo needs credit, its maker or lender; or write it in defaults"
            yield subject.document.warning(Code.CREDIT_MISSING, message, where)


def people_without_consent(subject: Subject) -> Iterator[Problem]:
    for where, photo in subject.photos():
        if photo.people and photo.consent is None:
            message = "people can be recognised here; record under consent what they agreed to"
            yield subject.document.problem(Code.CONSENT_MISSING, message, where)


def photo_stands_in(subject: Subject) -> Iterator[Problem]:
    """One note for each file, however often it is shown."""
    stand_ins = [(photo.file, where) for where, photo in subject.photos() if photo.stand_in]
    for file, where in dict(reversed(stand_ins)).items():
        message = f"{Path(file).name} replaces a photo that you do not have yet"
        yield subject.document.note(Code.STAND_IN, message, where)


def cover_under_notice(subject: Subject) -> Iterator[Problem]:
    """Everybody sees a cover; only visitors who choose to see a photo under a notice."""
    head = subject.resolved.exhibition
    noticed = [one.slide for one in subject.resolved.located if one.slide.notice or head.notice]
    covered = {photo.file for slide in noticed for photo in slide.all_photos}
    if head.cover in covered and subject.document.has(("cover",)):
        message = f"{Path(head.cover).name} has a notice, but the home screen shows it uncovered"
        yield subject.document.warning(Code.COVER_NOTICED, message, ("cover",))


def photo_unreadable(subject: Subject) -> Iterator[Problem]:
    for file, where in subject.files.items():
        if file in subject.refused:
            message = f"{Path(file).name} cannot be shown: {subject.refused[file]}"
            yield subject.document.problem(Code.PHOTO_UNREADABLE, message, where)


def photo_amiss(subject: Subject) -> Iterator[Problem]:
    """A photo that is shown, although something about its file is odd."""
    for file, where in subject.files.items():
        for note in subject.infos[file].notes if file in subject.infos else ():
            message = f"{Path(file).name} is shown, but {note}"
            yield subject.document.warning(Code.PHOTO_AMISS, message, where)


def photo_transparent(subject: Subject) -> Iterator[Problem]:
    """Its author may have wanted another ground than the kiosk chose."""
    for file, where in subject.files.items():
        ground = subject.infos[file].ground if file in subject.infos else ""
        if ground:
            message = f"{Path(file).name} has transparent parts; they are shown in {ground}"
            yield subject.document.note(Code.PHOTO_TRANSPARENT, message, where)


def photo_too_small(subject: Subject) -> Iterator[Problem]:
    """A photo that is drawn larger than its own pixels; reported once, where it is first shown."""
    at = f", at {subject.services.screen}" if subject.services.screen else ""
    files = subject.files
    for file, factor in _largest(subject).items():
        if factor > ENLARGED_MAX and file in files:
            known = subject.infos[file]
            message = (
                f"{Path(file).name} has {known.width} × {known.height} pixels, and is enlarged"
                f" {factor:.1f} times on this screen{at}; find a larger file"
            )
            yield subject.document.warning(Code.PHOTO_SMALL, message, files[file])


def zoom_soft(subject: Subject) -> Iterator[Problem]:
    """A photo that is sharp on its slides, but soft when visitors zoom it."""
    zoomed, largest = subject.services.zoomed, _largest(subject)
    if zoomed is None:
        return
    at = f", at {subject.services.screen}" if subject.services.screen else ""
    for file, where in subject.files.items():
        known = subject.infos.get(file)
        if known and largest.get(file, 0.0) <= ENLARGED_MAX and zoomed(known) > ZOOMED_MAX:
            message = (
                f"{Path(file).name} has {known.width} × {known.height} pixels, and is soft when"
                f" visitors zoom it{at}"
            )
            yield subject.document.note(Code.ZOOM_SOFT, message, where)


def _largest(subject: Subject) -> dict[str, float]:
    """The greatest factor by which slides enlarge each photo."""
    enlarged = subject.services.enlarged
    largest = dict[str, float]()
    for one in subject.resolved.located if enlarged else ():
        assert enlarged
        for file, factor in enlarged(subject.kiosk, one.slide, subject.infos).items():
            largest[file] = max(factor, largest.get(file, 0.0))
    return largest


def work_untitled(subject: Subject) -> Iterator[Problem]:
    """A label of a work without its title."""
    for one in subject.resolved.located:
        for where, photo in zip(one.photos, one.slide.all_photos, strict=True):
            if photo.work and not photo.work.title:
                message = "this work has no title; write one, such as Untitled"
                inside = (*where, "work")
                place = inside if subject.document.has(inside) else (*one.where, "work")
                yield subject.document.warning(Code.WORK_UNTITLED, message, place)


def said_twice(subject: Subject) -> Iterator[Problem]:
    for one in subject.resolved.located:
        for key in BESIDE_PHOTO:
            beside = (*one.where, key)
            in_map = len(one.photos) == 1 and subject.document.has((*one.photos[0], key))
            if in_map and subject.document.has(beside):
                message = f"{key} is here and in the photo's map; only the one in the map is shown"
                yield subject.document.warning(Code.SAID_TWICE, message, beside)
