"""Checks for copies: no photo is shown under two names, and none looks like a withdrawn one."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from kiosk.authoring.checks.subject import Subject
from kiosk.authoring.problems.codes import Code
from kiosk.authoring.problems.problem import Problem
from kiosk.types.photo import PhotoInfo

SHAPES_APART = 0.02
"""Largest relative difference between the shapes of a photo and its copy."""
PATCH_APART, PATCHES_APART = 6, 1.5
"""Saving again and scaling change the colours of one patch, and of all on average, by less."""


def photo_under_two_names(subject: Subject) -> Iterator[Problem]:
    """Files with the same bytes; only files of equal size are read."""
    files = subject.files
    for kept, copy in _same_bytes(files):
        message = f"{Path(copy).name} is the same photo as {Path(kept).name}; remove one of them"
        yield subject.document.warning(Code.PHOTO_TWICE, message, files[copy])


def photo_shown_twice(subject: Subject) -> Iterator[Problem]:
    """One file in two places: this may be meant, or a name that was not changed after copying."""
    lines = dict[str, int]()
    for where, photo in subject.photos():
        line = subject.document.mark(where).line
        if photo.file in lines and not photo.stand_in:
            message = f"{Path(photo.file).name} is shown on line {lines[photo.file]}, too"
            exact = (*where, "file")
            place = exact if subject.document.has(exact) else where
            yield subject.document.note(Code.PHOTO_TWICE, message, place)
        lines.setdefault(photo.file, line)


def photo_copied(subject: Subject) -> Iterator[Problem]:
    """Photos that look the same, though their files differ; each is reported once."""
    files, infos = subject.files, subject.infos
    reported = {copy for _, copy in _same_bytes(files)} if infos else set()
    for kept, copy in _look_alike({file: infos[file] for file in files if file in infos}):
        if copy not in reported:
            reported.add(copy)
            message = f"{Path(copy).name} looks the same as {Path(kept).name}; use one of them"
            yield subject.document.warning(Code.PHOTO_COPIED, message, files[copy])


def photo_like_withdrawn(subject: Subject) -> Iterator[Problem]:
    """Photos that look the same as a withdrawn one, as in a burst; each is reported once."""
    for file, where in subject.files.items():
        info = subject.infos.get(file)
        for gone, other in sorted(subject.withdrawn.items()) if info else ():
            if info and info.likeness and other.likeness and _is_copy(info, other):
                message = (
                    f"{Path(file).name} looks like the withdrawn photo {Path(gone).name};"
                    " withdraw it, too, unless it is another photo"
                )
                yield subject.document.warning(Code.PHOTO_COPIED, message, where)
                break


def _same_bytes(files: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Files with the same content as an earlier one."""
    sized = sorted((_size(file), number, file) for number, file in enumerate(files))
    for size, group in groupby(sized, key=lambda row: row[0]):
        same_size = [file for _, _, file in group]
        first = dict[bytes, str]()
        for file in same_size if size and len(same_size) > 1 else ():
            kept = first.setdefault(_digest(file), file)
            if kept != file:
                yield kept, file


def _look_alike(known: dict[str, PhotoInfo]) -> Iterator[tuple[str, str]]:
    """Pairs of photos that look the same, each in the order given.

    They are sorted by their overall lightness, so that only neighbours need to be compared.
    """
    lightness = sorted(
        (sum(info.likeness), number, file)
        for number, (file, info) in enumerate(known.items())
        if info.likeness
    )
    for at, (light, number, file) in enumerate(lightness):
        info = known[file]
        for other_light, other_number, other in lightness[at + 1 :]:
            if other_light - light > PATCHES_APART * len(info.likeness):
                break
            if _is_copy(info, known[other]):
                yield (file, other) if number < other_number else (other, file)


def _is_copy(one: PhotoInfo, other: PhotoInfo) -> bool:
    if abs(one.width * other.height / (one.height * other.width) - 1) > SHAPES_APART:
        return False
    apart = 0
    for patch, same in zip(one.likeness, other.likeness, strict=True):
        apart += abs(patch - same)
        if abs(patch - same) > PATCH_APART:
            return False
    return apart <= PATCHES_APART * len(one.likeness)


def _size(file: str) -> int:
    try:
        return Path(file).stat().st_size
    except OSError:  # It was there when the exhibition was resolved.
        return 0


def _digest(file: str) -> bytes:
    """Digest of a file's content; a file that cannot be read is like no other."""
    try:
        with Path(file).open("rb") as opened:
            return hashlib.file_digest(opened, "sha256").digest()
    except OSError:
        return file.encode(errors="surrogateescape")
