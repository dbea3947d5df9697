"""Closes what is withheld, private or sealed now in content that was read before."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from msgspec.structs import replace

from kiosk.exhibition.closing import KIOSK, Closing, Closings
from kiosk.exhibition.collection import Collection, Entry
from kiosk.exhibition.exhibition import Slide
from kiosk.exhibition.kiosk import Kiosk
from kiosk.exhibition.without_photos import composed, first_cover, with_slides

TELLING_MIN = 3
"""Letters of a text that may tell slides apart."""
TORN_MIN = 4
"""Letters of a text or name that is torn at the end of a file, and may still tell slides apart."""
TAIL = 200
"""Letters at the end of what is written that may be torn."""
LAST = re.compile(r"[:\"'“\s]\s*([^:\"'“”{}\[\],\n]+)[\"'”}\],\s]*$")


def closed(before: Collection, closings: Closings, now: Collection | None) -> Collection:
    """The content that was read before, as far as it may still be shown; `now` was just read."""
    entries = tuple(
        kept
        for entry in before.entries
        if (kept := _closed(entry, closings, now.entry(entry.name) if now else None))
    )
    if KIOSK in closings.by_name:
        before = replace(before, kiosk=now.kiosk if now else Kiosk())
    if len(entries) == len(before.entries) and all(map(_is_same, entries, before.entries)):
        return before
    return replace(before, entries=entries)


def _is_same(one: Entry, other: Entry) -> bool:
    return one is other


def is_same(one: Collection, other: Collection) -> bool:
    """Whether both show the same."""
    return one is other or (
        one.kiosk == other.kiosk and [*map(_shown, one.entries)] == [*map(_shown, other.entries)]
    )


def _shown(entry: Entry) -> tuple[object, ...]:
    return entry.name, entry.exhibition, entry.interview, entry.translations


def _closed(entry: Entry, closings: Closings, now: Entry | None) -> Entry | None:
    closing = closings.by_name.get(entry.name, Closing())
    file = str(entry.interview.path) if entry.interview else ""
    seals_differ = closings.sealed.get(file, entry.sealed) != entry.sealed
    if closing.is_replaced or (seals_differ and now and now.interview):
        return now
    if entry.interview and (seals_differ or closing.is_sealed):
        entry = without_interview(entry)
    written = entry.exhibition.interview
    if closing.is_private and written and written.public:
        exhibition = replace(entry.exhibition, interview=replace(written, public=False))
        entry = replace(entry, exhibition=exhibition)
    shown = now.exhibition.slides if now else ()
    slides = entry.exhibition.slides
    left = tuple(one for one in slides if one in shown or not _is_in(one, closing.withheld))
    if len(left) < len(slides):
        entry = replace(entry, exhibition=replace(entry.exhibition, slides=left))
        entry = _with_shown_cover(entry, slides)
    return entry if left else None


def without_interview(entry: Entry) -> Entry:
    """The exhibition without its interview and its quotes; it may have no slide left."""
    slides = tuple(slide for slide in entry.exhibition.slides if not slide.quote)
    exhibition = composed(replace(entry.exhibition, slides=slides, interview=None))
    return replace(entry, exhibition=exhibition, interview=None, translations=(), sealed="")


def without_files(collection: Collection, gone: frozenset[str]) -> Collection:
    """What is left where files of exhibitions, of their interviews or photos were removed."""
    if gone.isdisjoint(_files(collection)):
        return collection
    left = (
        without_interview(entry) if gone.intersection(_transcripts(entry)) else entry
        for entry in collection.entries
        if str(entry.path) not in gone
    )
    entries = tuple(one for entry in left if (one := _without_slides_of(entry, gone)))
    return replace(collection, entries=entries)


def _without_slides_of(entry: Entry, gone: frozenset[str]) -> Entry | None:
    """An exhibition without each slide that shows a removed photo, as when it is read anew."""
    slides = (
        slide
        for slide in entry.exhibition.slides
        if gone.isdisjoint(photo.file for photo in slide.all_photos)
    )
    left = with_slides(entry.exhibition, slides, gone)
    return replace(entry, exhibition=left) if left else None


def with_entries_of(now: Collection, before: Collection, missing: frozenset[str]) -> Collection:
    """What was read now, with the exhibitions of before whose files are missing for a moment."""
    names = {entry.name for entry in now.entries}
    absent = [one for one in before.entries if str(one.path) in missing and one.name not in names]
    if not absent:
        return now
    order = {entry.name: number for number, entry in enumerate(before.entries)}
    entries = sorted((*now.entries, *absent), key=lambda one: order.get(one.name, len(order)))
    return replace(now, entries=tuple(entries))


def _files(collection: Collection) -> frozenset[str]:
    texts = (
        file for entry in collection.entries for file in (str(entry.path), *_transcripts(entry))
    )
    return collection.photos.union(texts)


def _transcripts(entry: Entry) -> set[str]:
    interviews = (entry.interview, *(interview for _, interview in entry.translations))
    return {str(interview.path) for interview in interviews if interview}


def _with_shown_cover(entry: Entry, before: tuple[Slide, ...]) -> Entry:
    """A cover that only a slide had that is withheld now is replaced by a photo that is shown."""
    exhibition = entry.exhibition
    left = {photo.file for slide in exhibition.slides for photo in slide.all_photos}
    hidden = {photo.file for slide in before for photo in slide.all_photos} - left
    if exhibition.cover not in hidden:
        return replace(entry, exhibition=composed(exhibition))
    cover = first_cover(exhibition.slides, has_notice=exhibition.notice is not None)
    return replace(entry, exhibition=composed(replace(exhibition, cover=cover)))


def _is_in(slide: Slide, withheld: tuple[str, ...]) -> bool:
    """Whether one of the withheld slides seems to be this one."""
    return any(_is_told_by(slide, written) for written in withheld)


def _is_told_by(slide: Slide, written: str) -> bool:
    last = LAST.search(written.rstrip()[-TAIL:])
    torn = last[1].strip() if last else ""
    if slide.all_photos:
        names = [Path(photo.file).name for photo in slide.all_photos]
        return any(
            (name in written and re.search(rf"(?<![\w.-]){re.escape(name)}(?!\w)", written))
            or (len(torn) >= TORN_MIN and name.startswith(torn))
            for name in names
        )
    evened, torn = _evened(written), _evened(torn)
    texts = list(_texts(slide))
    telling = [text for text in texts if len(text) >= TELLING_MIN] or texts
    return any(
        text in evened or (len(torn) >= TORN_MIN and text.startswith(torn)) for text in telling
    )


def _texts(slide: Slide) -> Iterator[str]:
    if slide.quote:
        yield _evened(slide.quote.text)
    for text in (slide.title, slide.text):
        yield from (_evened(words) for _, words in text.texts) if text else ()


@lru_cache(maxsize=4096)
def _evened(text: str) -> str:
    """Its letters and digits alone, so that neither YAML's signs nor its line breaks count."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text).casefold())
