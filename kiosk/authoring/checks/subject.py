"""Gives rules an exhibition as it will be shown: its photos, its words, and their places."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any, Protocol

from msgspec import Struct, field

from kiosk.authoring.load.resolve import Located, Resolved
from kiosk.authoring.yaml.document import Document
from kiosk.authoring.yaml.nodes import Where
from kiosk.exhibition.exhibition import Photo, Slide
from kiosk.exhibition.interview import Interview
from kiosk.exhibition.kiosk import Kiosk
from kiosk.exhibition.text import LocalisedText
from kiosk.exhibition.text_walk import KeyedText, Role, TextPath, walk_texts
from kiosk.style.exhibition_theme import typefaces
from kiosk.style.themes import Typefaces
from kiosk.types.photo import PhotoInfo

Examine = Callable[[Iterable[str]], tuple[Mapping[str, str], Mapping[str, PhotoInfo]]]
"""Opens photos; returns why some cannot be shown, and the info of the others."""
Enlarged = Callable[[Kiosk, Slide, Mapping[str, PhotoInfo]], Mapping[str, float]]
"""Lays out a slide on the kiosk's screen; returns the factor by which each photo is enlarged."""
CountPages = Callable[[Kiosk, Slide, Mapping[str, PhotoInfo]], Mapping[str, int]]
"""Lays out a slide on the kiosk's screen; returns how many pages it takes in each language."""
Zoomed = Callable[[PhotoInfo], float]
"""Returns the factor by which a photo is enlarged at twice the size that fits the screen."""
Cuts = Callable[[Slide], bool]
"""Returns whether a slide's layout may show only a part of a photo."""
Visible = Callable[[Slide, Sequence[str]], Collection[TextPath]]
"""Returns the paths of the photos and texts that visitors see in one of these languages."""
Missing = Callable[..., str]
"""Takes letters, and perhaps the curator's fonts; returns the letters that no font has."""
Undrawable = Callable[[Iterable[str], Typefaces], Sequence[str]]
"""Returns those languages of which no font has the letters."""

Recorded = Callable[[Iterable[str]], Collection[str]]
"""Returns those of these photos that are recorded as withdrawn on this machine."""
InspectWithdrawn = Callable[[Iterable[str]], Mapping[str, PhotoInfo]]
"""Opens withdrawn photos, of which nothing may be kept; returns the info of each."""
Withdraw = Callable[[Collection[str], Collection[str]], Mapping[str, Sequence[Path]]]
"""Withdraws photos, some of them doubtful; returns each photo's files that were not deleted."""


class CheckServices(Struct, frozen=True):
    """Services for the rules: they open photos, lay out slides and look for letters in fonts.

    A rule whose service is missing finds nothing.
    """

    inspect: Examine | None = None
    enlarged: Enlarged | None = None
    missing: Missing | None = None
    today: str | None = None
    """Such as 2026-05-01; None if the day does not matter."""
    withdraw: Withdraw | None = None
    visible: Visible | None = None
    cuts: Cuts | None = None
    undrawable: Undrawable | None = None
    count_pages: CountPages | None = None
    recorded: Recorded | None = None
    inspect_withdrawn: InspectWithdrawn | None = None
    zoomed: Zoomed | None = None
    screen: str = ""
    """Size of the screen on which slides are laid out, such as 1920x1080."""


LocatedText = tuple[Where, KeyedText]
"""Where a text is in a document, and the text."""


class HasTexts(Protocol):
    """Something that has texts for visitors, and knows where they are."""

    @property
    def document(self) -> Document: ...
    @property
    def kiosk(self) -> Kiosk: ...
    @property
    def services(self) -> CheckServices: ...
    @property
    def interview(self) -> Interview | None: ...
    @property
    def fonts(self) -> Typefaces: ...
    @property
    def located_texts(self) -> Sequence[LocatedText]: ...


def _nothing() -> Mapping[str, Any]:
    return MappingProxyType({})


class Subject(Struct, frozen=True, dict=True):
    """An exhibition as it will be shown, with the kiosk that shows it."""

    resolved: Resolved
    kiosk: Kiosk
    services: CheckServices = CheckServices()
    refused: Mapping[str, str] = field(default_factory=_nothing)
    """Files of photos that cannot be shown, and why."""
    infos: Mapping[str, PhotoInfo] = field(default_factory=_nothing)
    """Info of the other photos, once they were opened."""
    withdrawn: Mapping[str, PhotoInfo] = field(default_factory=_nothing)
    """Info of withdrawn photos, of this exhibition and of others."""

    @property
    def document(self) -> Document:
        return self.resolved.draft.document

    @property
    def interview(self) -> Interview | None:
        return self.resolved.interview

    @property
    def fonts(self) -> Typefaces:
        return typefaces(self.resolved.exhibition.fonts, typefaces(self.kiosk.fonts))

    def photos(self) -> Iterator[tuple[Where, Photo]]:
        """Photos, and where they are in the document."""
        for one in self.resolved.located:
            yield from zip(one.photos, one.slide.all_photos, strict=True)

    @cached_property
    def files(self) -> Mapping[str, Where]:
        """Files of photos, and where each is first named."""
        files = dict[str, Where]()
        for where, photo in self.photos():
            exact = (*where, "file")
            files.setdefault(photo.file, exact if self.document.has(exact) else where)
        cover = self.resolved.exhibition.cover
        if cover and self.document.has(("cover",)):
            files.setdefault(cover, ("cover",))
        return files

    @cached_property
    def located_texts(self) -> Sequence[LocatedText]:
        """All texts of the head, then those of the slides, without those written in neither."""
        head = [(one.path, one) for one in walk_texts(self.resolved.exhibition)]
        return [*head, *(found for one in self.resolved.located for found in self.texts_on(one))]

    def texts_on(self, one: Located) -> Sequence[LocatedText]:
        """Texts of a slide, but for those that it has from the head, such as who speaks."""
        return self._texts[one.where]

    @cached_property
    def _texts(self) -> Mapping[Where, Sequence[LocatedText]]:
        """The texts on each slide, of which several rules ask."""
        return {
            one.where: [
                (where, found)
                for found in walk_texts(one.slide)
                if (where := self._where(one, found.path))
            ]
            for one in self.resolved.located
        }

    def _where(self, one: Located, path: TextPath) -> Where | None:
        """Where a text of a slide is written; None if its slide does not write it."""
        places: tuple[Where, ...] = ((*one.where, *path),)
        match path:
            case ("quote", "text" | "translation"):
                places = ((*one.where, "quote"),)
            case ("facts", int(number), key) if not self.document.has((*one.where, *path[:2])):
                # Facts as a map: the label is the key of the value.
                label = self.document.node((*one.where, "facts")).keys[number]
                places = ((*one.where, "facts", label),) if key == "value" else ()
            case ("photo", *keys):
                places = _inside_or_beside(one, one.photos[0], keys)
            case ("photos", int(number), *keys):
                places = _inside_or_beside(one, one.photos[number], keys)
        return next((place for place in places if self.document.has(place)), None)


def with_roles(texts: HasTexts, *roles: Role) -> Iterator[tuple[Where, LocalisedText]]:
    """Texts with the first of these roles, then those with the next."""
    for role in roles:
        for where, found in texts.located_texts:
            if found.role is role:
                yield where, found.text


def lacking(text: LocalisedText, kiosk: Kiosk) -> str:
    """Languages of the kiosk that a text lacks; a text without a language counts for all."""
    tags = text.languages
    return ", ".join(tag for tag in kiosk.languages if tag not in tags) if tags else ""


def _inside_or_beside(one: Located, photo: Where, keys: Sequence[str | int]) -> tuple[Where, ...]:
    """Where a text of a photo may be written: in its map, beside it, or once for all photos."""
    return (*photo, *keys), (*one.where, *keys), ("defaults", *keys)
