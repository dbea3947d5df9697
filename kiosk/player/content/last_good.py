"""Keeps the last good content of a place, for a start when the place cannot be fully read."""

from __future__ import annotations

import logging
import os
import zlib
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

import platformdirs
from msgspec import Struct
from msgspec.structs import replace

from kiosk.base import wire
from kiosk.base.file_stamp import Stamp, device, is_away, stamp
from kiosk.base.private_files import replace_file
from kiosk.exhibition.closed_content import closed, without_interview
from kiosk.exhibition.collection import Collection, Entry, Reading, namesakes

KIOSK = "kiosk"
ENDINGS = (".yaml", ".yml")
BYTES_MAX = 256 * 2**20

log = logging.getLogger(__name__)


class Kept(Struct, frozen=True):
    way: str
    devices: dict[str, int]
    """Device number by folder: of the place's folder and those of photos and interviews."""
    collection: Collection
    interviews: dict[str, Stamp]
    """Stamps of the transcripts that the quotes were found in."""


class LastGood:
    """The content of a place that was shown last, in a file that may be damaged or missing."""

    def __init__(self, place: Path, roots: Iterable[Path] = (), folder: Path | None = None) -> None:
        """The place is read with `roots` as further folders."""
        self._place = place.absolute()
        self._way = " ".join(map(str, (self._place, *roots)))
        name = f"{zlib.crc32(os.fsencode(self._way)):08x}"
        folder = folder or platformdirs.user_state_path("exhibition-kiosk") / "last-good"
        self._path = folder / name
        self._away: dict[str, int] = {}

    def keep(self, collection: Collection, sources: Mapping[str, Stamp]) -> None:
        """Keep what is shown now, made of these sources. If that fails, the show still goes on."""
        files = {str(file) for entry in collection.entries for file in _transcripts(entry)}
        interviews = {file: at for file, at in sources.items() if file in files}
        folders = {self._folder, *(one for entry in collection.entries for one in _folders(entry))}
        # For a folder that cannot be reached now, its last known device stays.
        devices = {str(one): self._away.get(str(one)) or device(one) for one in folders}
        data = wire.encoded(Kept(self._way, devices, collection, interviews))
        try:
            if self._path.is_file() and self._path.read_bytes() == data:
                return
            replace_file(self._path, data)
        except OSError as error:
            log.warning("the shown content cannot be saved in %s: %s", self._path, error.strerror)

    def completed(self, reading: Reading) -> Reading:
        """A reading in which the last good content replaces what cannot be read now.

        Withdrawn photos are not in it. A photo whose file is missing is left out later, when it is
        opened.
        """
        kept = self._read() if reading.errors or reading.collection is None else None
        if kept is None:
            return reading
        self._away = _away(kept, self._folder)
        names = reading.torn | _names_away(reading, kept, set(self._away))
        if reading.is_away or (reading.collection is None and str(self._folder) in self._away):
            names |= {entry.name for entry in kept.collection.entries}
        doubtful = reading.doubtful | namesakes(reading.doubtful, kept.collection.photos)
        withdrawn = reading.withdrawn | doubtful
        before = kept.collection.without(withdrawn)
        entries = closed(before, reading.closings, reading.collection).entries
        still = (_still(entry, kept) for entry in entries if entry.name in names)
        stand_ins = {entry.name: entry for entry in still if entry}
        if not stand_ins and KIOSK not in reading.torn:
            return reading
        together = _together(reading, kept.collection, stand_ins)
        collection = together.without(withdrawn, doubtful)
        if not collection.entries:
            return reading
        log.warning("%s cannot be read completely: its last good content is shown", self._place)
        faults = reading.faults or (f"{self._place} cannot be reached",)
        sources = {**kept.interviews, **reading.sources}
        return replace(reading, collection=replace(collection, faults=faults), sources=sources)

    @property
    def exists(self) -> bool:
        """Whether there is a last good content of the place."""
        return self._path.is_file()

    def _read(self) -> Kept | None:
        with suppress(OSError, ValueError):
            if self._path.stat().st_size <= BYTES_MAX:
                kept = wire.decoded(self._path.read_bytes(), Kept)
                return kept if kept.way == self._way else None
        return None

    @property
    def _folder(self) -> Path:
        return self._place.parent if self._place.suffix in ENDINGS else self._place


def _folders(entry: Entry) -> set[Path]:
    """The folders of an exhibition's photos and interview."""
    photos = (photo.file for slide in entry.exhibition.slides for photo in slide.all_photos)
    return {Path(photo).parent for photo in photos} | {one.parent for one in _transcripts(entry)}


def _transcripts(entry: Entry) -> set[Path]:
    """The files of the interview and its translations."""
    interviews = (entry.interview, *(interview for _, interview in entry.translations))
    return {interview.path for interview in interviews if interview}


def _away(kept: Kept, place: Path) -> dict[str, int]:
    """Folders that cannot be reached now, each with its last known device."""
    endings: dict[str, set[str]] = {str(place): set(ENDINGS)}
    for file in map(Path, kept.collection.photos | kept.interviews.keys()):
        endings.setdefault(str(file.parent), set()).add(file.suffix)
    return {
        folder: before
        for folder, before in kept.devices.items()
        if is_away(Path(folder), before, endings.get(folder, ENDINGS))
    }


def _still(entry: Entry, kept: Kept) -> Entry | None:
    """An exhibition; without its quotes if its interview has changed and may lack them now."""
    if all(_is_same(path, kept) for path in _transcripts(entry)):
        return entry
    closed_entry = without_interview(entry)
    return closed_entry if closed_entry.exhibition.slides else None


def _is_same(transcript: Path, kept: Kept) -> bool:
    """Whether a transcript is as it was, as far as can be known."""
    before = kept.devices.get(str(transcript.parent), 0)
    is_unchanged = stamp(transcript) == kept.interviews.get(str(transcript))
    return is_unchanged or is_away(transcript.parent, before, [transcript.suffix])


def _names_away(reading: Reading, kept: Kept, away: set[str]) -> frozenset[str]:
    """Exhibitions whose file was read, but whose photos or interview cannot be reached."""
    return frozenset(
        entry.name
        for entry in kept.collection.entries
        if entry.name in reading.read and away.intersection(map(str, _folders(entry)))
    )


def _together(reading: Reading, kept: Collection, stand_ins: dict[str, Entry]) -> Collection:
    """The collection as read, completed with the stand-ins for unreadable exhibitions."""
    now = reading.collection or replace(kept, entries=())
    entries = {entry.name: entry for entry in now.entries} | stand_ins
    kiosk = now.kiosk
    if KIOSK in reading.torn:  # Its list is unknown: show only exhibitions that were shown before.
        kiosk = kept.kiosk
        entries = {name: entry for name, entry in entries.items() if kept.entry(name)}
    languages = tuple(dict.fromkeys((*kiosk.languages, *kept.kiosk.languages)))
    kiosk = replace(kiosk, languages=languages)
    return replace(now, kiosk=kiosk, entries=_in_order(entries, kiosk.exhibitions))


def _in_order(entries: dict[str, Entry], listed: tuple[str, ...]) -> tuple[Entry, ...]:
    if listed:
        return tuple(entries[name] for name in listed if name in entries)
    return tuple(sorted(entries.values(), key=lambda entry: entry.path))
