"""Rules for photos: described, credited, consented to, and none hung twice under two names."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path

from kiosk.exhibition.checks.hung import WORDS_OF_PHOTO, Hung
from kiosk.exhibition.problem import Problem

Reasons = Mapping[str, str]


def photo_without_alt(hung: Hung) -> Iterator[Problem]:
    for where, photo in hung.photos():
        if photo.alt is None:
            message = "this photo needs alt: what is to be seen, for those who cannot see it"
            yield hung.warning("alt-missing", message, where)


def photo_without_credit(hung: Hung) -> Iterator[Problem]:
    """One warning for each file, however often it hangs."""
    told = set()
    for where, photo in hung.photos():
        if photo.credit is None and photo.file not in told:
            told.add(photo.file)
            message = "this photo needs credit: who made it, who lent it; or write it in defaults"
            yield hung.warning("credit-missing", message, where)


def people_without_consent(hung: Hung) -> Iterator[Problem]:
    for where, photo in hung.photos():
        if photo.people and photo.consent is None:
            message = "people can be recognised here; write under consent who agreed, and to what"
            yield hung.error("consent-missing", message, where)


def photo_stands_in(hung: Hung) -> Iterator[Problem]:
    """One note for each file, however often it hangs."""
    first = {photo.file: where for where, photo in reversed(list(hung.photos())) if photo.stand_in}
    for file, where in first.items():
        message = f"{Path(file).name} hangs in place of a photo that is not here yet"
        yield hung.note("stand-in", message, where)


def cover_under_notice(hung: Hung) -> Iterator[Problem]:
    """A cover is seen by everybody; a photo under a notice, by those who choose to."""
    head = hung.settled.exhibition
    noticed = [one.slide for one in hung.settled.placed if one.slide.notice or head.notice]
    covered = {photo.file for slide in noticed for photo in slide.all_photos}
    if head.cover in covered and hung.document.has(("cover",)):
        message = f"{Path(head.cover).name} has a notice, and hangs uncovered on the home screen"
        yield hung.warning("cover-noticed", message, ("cover",))


def photo_under_two_names(hung: Hung) -> Iterator[Problem]:
    """Files of the same bytes; only those of one size are read."""
    first = {photo.file: where for where, photo in reversed(list(hung.photos()))}
    for alike in _alike(map(Path, reversed(first))):
        kept, *copies = alike
        for copy in copies:
            message = f"{copy.name} is the same photo as {kept.name}; take one of them out"
            yield hung.warning("photo-twice", message, first[str(copy)])


def photo_not_as_it_should_be(hung: Hung, refused: Reasons, noted: Reasons) -> Iterator[Problem]:
    """What came of opening each photo: why some cannot be shown, what is odd about others."""
    for file, where in hung.files().items():
        name = Path(file).name
        if file in refused:
            yield hung.error("photo-unreadable", f"{name} cannot be shown: {refused[file]}", where)
        elif file in noted:
            yield hung.warning("photo-amiss", f"{name} is shown, but {noted[file]}", where)


def said_twice(hung: Hung) -> Iterator[Problem]:
    for one in hung.settled.placed:
        for key in (*WORDS_OF_PHOTO, "details", "focus"):
            beside = (*one.where, key)
            if hung.document.has(beside) and hung.document.has((*one.where, "photo", key)):
                message = f"{key} stands here and in the photo's map; only the latter is shown"
                yield hung.warning("said-twice", message, beside)


def _alike(files: Iterable[Path]) -> Iterator[list[Path]]:
    """Groups of files with the same content, each in the order given."""
    sized = sorted(((_size(file), number, file) for number, file in enumerate(files)))
    for size, group in groupby(sized, key=lambda row: row[0]):
        same_size = [file for _, _, file in group]
        if size and len(same_size) > 1:
            by_content: dict[bytes, list[Path]] = {}
            for file in same_size:
                by_content.setdefault(_digest(file), []).append(file)
            yield from (alike for alike in by_content.values() if len(alike) > 1)


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:  # It was there when the exhibition was settled.
        return 0


def _digest(file: Path) -> bytes:
    """Of its content; a file that cannot be read is like no other."""
    try:
        with file.open("rb") as opened:
            return hashlib.file_digest(opened, "sha256").digest()
    except OSError:
        return str(file).encode()
