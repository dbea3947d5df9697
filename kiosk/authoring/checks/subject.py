"""Gives rules an exhibition as it will be shown: its photos, its words, and their places."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any, Protocol

from msgspec import Struct, field

from kiosk.authoring.load.resolve import Located, Resolved
from kiosk.authoring.problems.codes import Code
from kiosk.authoring.problems.problem import Problem, Severity
from kiosk.authoring.yaml.document import Document
from kiosk.authoring.yaml.nodes import Where
from kiosk.exhibition.exhibition import Photo, Slide
from kiosk.exhibition.kiosk import Kiosk
from kiosk.exhibition.text import LocalisedText
from kiosk.types.photo import PhotoInfo

WORDS_OF_PHOTO = ("alt", "caption", "credit")

Examine = Callable[[Iterable[str]], tuple[Mapping[str, str], Mapping[str, PhotoInfo]]]
"""Opens photos; returns why some cannot be shown, and the info of the others."""
Enlarged = Callable[[Kiosk, Slide, Mapping[str, PhotoInfo]], Mapping[str, float]]
"""Lays out a slide on the kiosk's screen; returns the factor by which each photo is enlarged."""
Missing = Callable[[str], str]
"""Returns those letters that no font on this machine has."""

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


class HasTexts(Protocol):
    """Something that has words for visitors, and knows where they are."""

    @property
    def document(self) -> Document: ...
    @property
    def kiosk(self) -> Kiosk: ...
    @property
    def services(self) -> CheckServices: ...
    def texts(self) -> Iterator[tuple[Where, LocalisedText]]: ...
    def unspoken(self) -> Iterator[tuple[Where, LocalisedText]]: ...
    def spoken(self) -> Iterator[tuple[Where, str]]: ...
    def warning(self, code: Code, message: str, where: Where) -> Problem: ...


def _nothing() -> Mapping[str, Any]:
    return MappingProxyType({})


class Subject(Struct, frozen=True):
    """An exhibition as it will be shown, with the kiosk that shows it."""

    resolved: Resolved
    kiosk: Kiosk
    services: CheckServices = CheckServices()
    refused: Mapping[str, str] = field(default_factory=_nothing)
    """Files of photos that cannot be shown, and why."""
    infos: Mapping[str, PhotoInfo] = field(default_factory=_nothing)
    """Info of the other photos, once they were opened."""

    @property
    def document(self) -> Document:
        return self.resolved.draft.document

    def photos(self) -> Iterator[tuple[Where, Photo]]:
        """Photos, and where they are in the document."""
        for one in self.resolved.located:
            yield from zip(one.photos, one.slide.all_photos, strict=True)

    def files(self) -> dict[str, Where]:
        """Files of photos, and where each is first named."""
        files = dict[str, Where]()
        for where, photo in self.photos():
            exact = (*where, "file")
            files.setdefault(photo.file, exact if self.document.has(exact) else where)
        cover = self.resolved.exhibition.cover
        if cover and self.document.has(("cover",)):
            files.setdefault(cover, ("cover",))
        return files

    def texts(self) -> Iterator[tuple[Where, LocalisedText]]:
        """The curator's words, and where they are."""
        head = self.resolved.exhibition
        for key in ("title", "subtitle", "notice"):
            yield from written((key,), getattr(head, key))
        for one in self.resolved.located:
            for key in ("title", "text", "notice"):
                yield from written((*one.where, key), getattr(one.slide, key))
            yield from self.captions(one)
            yield from self._details(one)
            yield from self._facts(one)

    def captions(self, one: Located) -> Iterator[tuple[Where, LocalisedText]]:
        """Captions, which are written beside a photo or in its map."""
        yield from written((*one.where, "caption"), one.slide.caption)
        yield from self._beside_or_inside(one, "caption")

    def unspoken(self) -> Iterator[tuple[Where, LocalisedText]]:
        """Small texts: about photos and speakers, and descriptions for visitors who cannot see."""
        yield from written(("by",), self.resolved.exhibition.by)
        for one in self.resolved.located:
            for key in ("alt", "credit"):
                yield from self._beside_or_inside(one, key)
            for key in ("speaker", "translated_by"):
                where = (*one.where, "quote", key)
                if self.document.has(where):
                    yield from written(where, getattr(one.slide.quote, key))

    def spoken(self) -> Iterator[tuple[Where, str]]:
        """Words of the interview, their translations, and all of it to be read."""
        for one in self.resolved.located:
            quote, said = one.slide.quote, (*one.where, "quote")
            if quote:
                yield said, quote.text
                translations = quote.translation.texts if quote.translation else ()
                yield from ((said, text) for _, text in translations)
        interview = self.resolved.interview
        for exchange in interview.exchanges if interview else ():
            yield ("interview",), exchange.question + exchange.answer

    def _beside_or_inside(self, one: Located, key: str) -> Iterator[tuple[Where, LocalisedText]]:
        for place, photo in zip(one.photos, one.slide.all_photos, strict=True):
            for where in ((*place, key), (*one.where, key), ("defaults", key)):
                if self.document.has(where):
                    yield from written(where, getattr(photo, key))
                    break

    def _details(self, one: Located) -> Iterator[tuple[Where, LocalisedText]]:
        """Texts of a photo's details, which are written beside it or in its map."""
        for place, photo in zip(one.photos, one.slide.all_photos, strict=True):
            holder = place if self.document.has((*place, "details")) else one.where
            for number, detail in enumerate(photo.details):
                for key in ("title", "text"):
                    where = (*holder, "details", number, key)
                    yield from written(where, getattr(detail, key))

    def _facts(self, one: Located) -> Iterator[tuple[Where, LocalisedText]]:
        """Facts, written as a list of labels and values or as a map from labels to values."""
        for number, fact in enumerate(one.slide.facts):
            place = (*one.where, "facts", number)
            if self.document.has(place):
                yield from (((*place, "label"), fact.label), ((*place, "value"), fact.value))
            else:
                label = fact.label.in_language("")
                yield (*one.where, "facts", label), fact.value

    def error(self, code: Code, message: str, where: Where) -> Problem:
        return self.document.problem(code, message, where)

    def warning(self, code: Code, message: str, where: Where) -> Problem:
        return self.document.problem(code, message, where, severity=Severity.WARNING)

    def note(self, code: Code, message: str, where: Where) -> Problem:
        return self.document.problem(code, message, where, severity=Severity.NOTE)


def written(where: Where, text: LocalisedText | None) -> Iterator[tuple[Where, LocalisedText]]:
    if text:
        yield where, text


def lacking(text: LocalisedText, kiosk: Kiosk) -> str:
    """Languages of the kiosk that a text lacks; a text without a language counts for all."""
    tags = text.languages
    return ", ".join(tag for tag in kiosk.languages if tag not in tags) if tags else ""
