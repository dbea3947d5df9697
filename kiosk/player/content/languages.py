"""Keeps visitors from languages that no font can draw."""

from __future__ import annotations

from msgspec.structs import replace

from kiosk.exhibition.collection import Collection
from kiosk.style.exhibition_theme import typefaces
from kiosk.style.letters import Letters, undrawable


def in_drawable_languages(collection: Collection, letters: Letters) -> Collection:
    """The same without the languages that no font can draw, unless no language is left."""
    kiosk = collection.kiosk
    lacking = undrawable(kiosk.languages, typefaces(kiosk.fonts), letters)
    kept = tuple(tag for tag in kiosk.languages if tag not in lacking)
    if not lacking or not kept:
        return collection
    return replace(collection, kiosk=replace(kiosk, languages=kept))
