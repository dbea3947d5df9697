"""Holds what a kiosk shows, and the result of reading its files."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from kiosk.base import wire
from kiosk.base.file_stamp import Stamp
from kiosk.exhibition.closing import Closings
from kiosk.exhibition.exhibition import Exhibition, LayoutName
from kiosk.exhibition.interview import Interview
from kiosk.exhibition.kiosk import Kiosk
from kiosk.exhibition.without_photos import slide_without, with_slides
from kiosk.language.lookup import nearest

READING_BYTES_MAX = 256 * 2**20
"""Largest size of an encoded reading, in bytes. Ten thousand slides take about ten MB."""


class Entry(Struct, frozen=True, eq=False):
    """One exhibition of a collection, and the interview that its quotes come from."""

    name: str
    path: Path
    exhibition: Exhibition
    interview: Interview | None
    translations: tuple[tuple[str, Interview], ...] = ()
    """The interview in other languages, with the same questions and answers in the same order."""
    sealed: str = ""
    """Names what is sealed in the interview, and is different if other passages are."""
    layout: LayoutName | None = None
    """For slides of several photos of which one is left."""

    @property
    def readable(self) -> Interview | None:
        """The interview, if visitors may read it and it is clear who says each word of it."""
        written, interview = self.exhibition.interview, self.interview
        is_open = interview and not interview.strays and (written is None or written.public)
        return interview if is_open else None

    def reading_in(self, language: str) -> tuple[Interview, str] | None:
        """The interview for visitors of this language, and the language that it is in."""
        spoken, translations = self.readable, dict(self.translations)
        tag = nearest(language, translations) if language != self.spoken else ""
        if not spoken:
            return None
        return (translations[tag], tag) if tag else (spoken, self.spoken)

    @property
    def spoken(self) -> str:
        """Language of the interview: as written; else that of the first quote; else English.

        Quotes may also be in the language of a translation.
        """
        if self.exhibition.interview and self.exhibition.interview.language:
            return self.exhibition.interview.language
        quotes = (slide.quote for slide in self.exhibition.slides if slide.quote)
        tags = (quote.language for quote in quotes)
        return next((tag for tag in tags if tag not in dict(self.translations)), "en")


class Collection(Struct, frozen=True, eq=False):
    """What a kiosk shows, in its order. It is equal only to itself, so that it hashes fast."""

    kiosk: Kiosk
    entries: tuple[Entry, ...]
    withdrawn: frozenset[str] = frozenset()
    """Files of photos that are never shown again."""
    doubtful: frozenset[str] = frozenset()
    """Those that only a file with mistakes seems to withdraw: hidden until the file is fixed."""
    faults: tuple[str, ...] = ()
    """Errors that keep parts of the files from being shown, as sentences with their places."""

    @property
    def photos(self) -> frozenset[str]:
        """Files of all photos that slides or covers show."""
        shown = [entry.exhibition for entry in self.entries]
        covers = frozenset(one.cover for one in shown if one.cover)
        slides = (slide for one in shown for slide in one.slides)
        return covers.union(photo.file for slide in slides for photo in slide.all_photos)

    def entry(self, name: str) -> Entry | None:
        return next((entry for entry in self.entries if entry.name == name), None)

    def without(
        self, withdrawn: frozenset[str], doubtful: frozenset[str] = frozenset()
    ) -> Collection:
        """What is left when these photos are withdrawn, too, some perhaps; it may be empty."""
        entries = (_without(entry, withdrawn) for entry in self.entries)
        return Collection(
            self.kiosk,
            tuple(entry for entry in entries if entry),
            self.withdrawn | withdrawn,
            (self.doubtful | doubtful) - (withdrawn - doubtful),
            self.faults,
        )


class Reading(Struct, frozen=True):
    """What was read for a show; the show takes it over between two frames."""

    collection: Collection | None
    """None if nothing at all can be shown."""
    problems: tuple[str, ...] = ()
    """All problems, with their places and lines."""
    errors: tuple[str, ...] = ()
    """The problems that keep something from being shown."""
    faults: tuple[str, ...] = ()
    """The errors, as sentences with their places, without lines."""
    withdrawn: frozenset[str] = frozenset()
    doubtful: frozenset[str] = frozenset()
    folders: frozenset[Path] = frozenset()
    """Folders of the files that were used, and of those that were not found."""
    sources: dict[str, Stamp] = {}
    """The texts and fonts, each with its stamp when it was read."""
    torn: frozenset[str] = frozenset()
    """Names of exhibitions, or of the kiosk's settings, whose file exists but cannot be read."""
    read: frozenset[str] = frozenset()
    """Names of exhibitions whose file could be read, even if nothing of them is shown."""
    closings: Closings = Closings()
    """What is closed in content that was read before, if there are errors."""
    is_away: bool = False
    """Whether the place itself cannot be reached."""


def namesakes(files: Iterable[str], photos: frozenset[str]) -> frozenset[str]:
    """Photos that have the same name, in any folder, as a file that is not one of the photos."""
    names = {Path(file).name for file in files if file not in photos}
    return frozenset(photo for photo in photos if Path(photo).name in names)


def encoded(reading: Reading) -> bytes:
    """A reading for a pipe or a file."""
    return wire.encoded(reading)


def decoded(data: bytes) -> Reading:
    """Decode a reading; raises ValueError for any other data, and runs nothing in it."""
    return wire.decoded(data, Reading)


def _without(entry: Entry, withdrawn: frozenset[str]) -> Entry | None:
    """An exhibition without some photos; None if no slide is left."""
    slides = (slide_without(slide, withdrawn, entry.layout) for slide in entry.exhibition.slides)
    left = with_slides(entry.exhibition, filter(None, slides), withdrawn)
    return replace(entry, exhibition=left) if left else None
