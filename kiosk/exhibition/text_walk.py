"""Walks over all texts for visitors: those of a slide, of an exhibition's head, of a kiosk."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, auto

from msgspec import Struct

from kiosk.exhibition.exhibition import Exhibition, Quote, Slide
from kiosk.exhibition.kiosk import Kiosk
from kiosk.exhibition.text import LocalisedText

TextPath = tuple[str | int, ...]
"""Keys and numbers that lead from a slide to a text, such as ("photos", 1, "alt")."""


class Role(Enum):
    """What a text is to a visitor."""

    WORDS = auto()
    """The curator's words, to be read."""
    ABOUT = auto()
    """About a photo or a person: descriptions for visitors who cannot see, and small lines."""
    QUOTE = auto()
    """Words of the interview, and their translations."""


ROLES: Mapping[str, Role] = {
    "title": Role.WORDS,
    "subtitle": Role.WORDS,
    "text": Role.WORDS,
    "notice": Role.WORDS,
    "caption": Role.WORDS,
    "work.by": Role.ABOUT,
    "work.title": Role.ABOUT,
    "work.year": Role.ABOUT,
    "work.technique": Role.ABOUT,
    "work.size": Role.ABOUT,
    "work.collection": Role.ABOUT,
    "details.title": Role.WORDS,
    "details.text": Role.WORDS,
    "facts.label": Role.WORDS,
    "facts.value": Role.WORDS,
    "section": Role.WORDS,
    "interview.chapters.title": Role.WORDS,
    "interview.translated_by": Role.ABOUT,
    "by": Role.ABOUT,
    "alt": Role.ABOUT,
    "credit": Role.ABOUT,
    "quote.speaker": Role.ABOUT,
    "quote.translated_by": Role.ABOUT,
    "quote.text": Role.QUOTE,
    "quote.translation": Role.QUOTE,
}
"""The role of each text by its name, in the order of the walk."""
UNMARKED = frozenset(
    {
        "by",
        "alt",
        "section",
        "interview.chapters.title",
        "interview.translated_by",
        "quote.speaker",
        "quote.translated_by",
        "quote.text",
        "quote.translation",
    }
)
"""Texts in which an asterisk is an asterisk: names, descriptions, and words that were spoken."""
HOLDERS = [name.partition(".")[0] for name in ROLES]
RANKS = {name: (HOLDERS.index(HOLDERS[rank]), rank) for rank, name in enumerate(ROLES)}
"""The rank of what holds a text, such as details, then the rank of the text itself."""
PHOTOS = ("photo", "photos")


class KeyedText(Struct, frozen=True):
    """A text, and where it is in a slide, an exhibition or a kiosk."""

    path: TextPath
    name: str
    """Its keys, without numbers, and without the photo that it may belong to."""
    text: LocalisedText

    @property
    def role(self) -> Role:
        return ROLES[self.name]


def walk_texts(of: Slide | Exhibition | Kiosk) -> list[KeyedText]:
    """Every text; of an exhibition without its slides, which are walked one by one."""
    found = list[KeyedText]()
    _walk(of, (), "", found)
    return sorted(found, key=_rank)


def _walk(value: object, path: TextPath, name: str, found: list[KeyedText]) -> None:
    if isinstance(value, LocalisedText):
        found.append(KeyedText(path, name, value))
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            _walk(item, (*path, number), name, found)
    elif isinstance(value, Struct):
        for key in value.__struct_fields__:
            inner = getattr(value, key)
            if inner and key not in {"slides", "title_photo"}:
                longer = f"{name}.{key}" if name else key
                _walk(inner, (*path, key), name if key in PHOTOS else longer, found)
        if isinstance(value, Quote):
            spoken = LocalisedText(((value.language, value.text),))
            found.append(KeyedText((*path, "text"), f"{name}.text", spoken))


def _rank(one: KeyedText) -> tuple[int, list[int], int]:
    """First what holds a text, then the numbers on its path, then its own key."""
    holder, own = RANKS[one.name]
    return holder, [step for step in one.path if isinstance(step, int)], own
