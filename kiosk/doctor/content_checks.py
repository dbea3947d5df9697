"""Checks what a kiosk is to show: its place, the letters of its languages, its derivatives."""

from __future__ import annotations

from pathlib import Path

from kiosk.display.text.typesetter import SkiaTypesetter
from kiosk.doctor.finding import Finding, Grade
from kiosk.exhibition.collection import Collection
from kiosk.media.cache import Cache
from kiosk.style.letters import undrawable
from kiosk.style.themes import PACKAGED


def check_place(place: Path, collection: Collection | None) -> Finding:
    if collection is None:
        remedy = "kiosk check says why"
        return Finding("exhibitions", Grade.FAULT, f"{place} has nothing to show", remedy)
    slides = sum(len(entry.exhibition.slides) for entry in collection.entries)
    found = f"{len(collection.entries)} with {slides} slides in {place}"
    if collection.faults:
        count = len(collection.faults)
        found = f"{found}; {count} mistake{'' if count == 1 else 's'} in the files"
        return Finding("exhibitions", Grade.WARNING, found, "kiosk check lists them")
    return Finding("exhibitions", Grade.GOOD, found)


def check_letters(collection: Collection) -> Finding:
    languages = collection.kiosk.languages
    lacking = undrawable(languages, PACKAGED, SkiaTypesetter())
    if lacking:
        found = f"no font here can draw {', '.join(lacking)}; visitors are not offered it"
        remedy = "kiosk check names the package with the font"
        return Finding("letters", Grade.WARNING, found, remedy)
    return Finding("letters", Grade.GOOD, ", ".join(languages))


def check_prepared(collection: Collection, cache: Cache) -> Finding:
    """Whether the photos were opened before; else the first visitors wait for them."""
    photos = collection.photos
    known = sum(1 for photo in photos if cache.is_read(photo))
    found = f"{known} of {len(photos)} photos are prepared"
    if known < len(photos):
        return Finding("photos", Grade.NOTE, found, "kiosk prepare makes the others ahead")
    return Finding("photos", Grade.GOOD, found)
