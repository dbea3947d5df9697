"""Finds out who made a photo, from its label and its credit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from kiosk.exhibition.exhibition import Photo
from kiosk.exhibition.speakers import is_same_person, name_words
from kiosk.exhibition.text import LocalisedText

MADE = re.compile(
    r"(?:\b(?:photo\w*+|foto\w*+|image|bild|aufnahme|imagen|фото\w*+|снимок|сурет\w*+)"
    r"|©|\(c\)|تصوير|صورة|摄影|攝影|图片)[\s\d]*(?:[:：]|\b(?:by|von|par|de|por)\b)?[\s\d]*(.+)",
    re.IGNORECASE | re.DOTALL,
)
"""Matches a word before the name of a maker; then the name."""
SELF = """
    artist author photographer artiste auteur auteure photographe künstler künstlerin autor autorin
    fotograf fotografin artista autora fotógrafo fotógrafa автор фотограф художник المصور المصورة
"""
THEMSELVES = frozenset(SELF.split())
"""Words for the person in `by`."""
WORD = re.compile(r"[^\W\d_][\w'’.-]*")


def is_made_by(photo: Photo, name: str, *, usually: bool) -> bool:
    """Whether a photo is by this person: as its label says, or its credit, or as is usual here."""
    if photo.work and photo.work.by:
        return any(is_same_person(name, maker) for maker in _texts(photo.work.by))
    said = list(_texts(photo.credit)) if photo.credit else []
    if any(_names(credit, name) for credit in said):
        return True
    return usually and not any(_names_somebody(credit) for credit in said)


def _texts(text: LocalisedText) -> Iterator[str]:
    return (one for _, one in text.texts)


def _names(credit: str, name: str) -> bool:
    """Whether a credit has a person's name, or a shorter form of it after a word such as Photo."""
    made = MADE.search(credit)
    own = set(name_words(name))
    is_within = bool(own) and own <= set(name_words(credit))
    return is_within or bool(made and is_same_person(name, made[1]))


def _names_somebody(credit: str) -> bool:
    """Whether a credit has a name: after a word such as Photo, or as two words with capitals.

    “Lent by a friend” and “Photo: the artist” have none.
    """
    made = MADE.search(credit)
    after = _words(made[1]) if made else []
    if after and not after[0][0].islower():
        return True
    return any(_is_capital(one) and _is_capital(other) for one, other in pairwise(_words(credit)))


def _words(text: str) -> list[str]:
    return [word for word in WORD.findall(text) if word.casefold() not in THEMSELVES]


def _is_capital(word: str) -> bool:
    return word[0].isupper() and not word[1:].isupper()
