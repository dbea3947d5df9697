"""Compares the files of some folders with those of the last look, and says which are quiet now."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from kiosk.base.file_stamp import UNREACHABLE, Stamp, device, is_away, stamp, stamps

EXHIBITIONS = (".yaml", ".yml")
TEXTS = (*EXHIBITIONS, ".txt")


class Asked(Struct, frozen=True, eq=False):
    """Folders to look at, and the stamps that files in them had when they were read."""

    folders: frozenset[Path]
    known: Mapping[str, Stamp]


class Settled(Struct, frozen=True):
    """Files that have changed, and are quiet now; `gone` are those of them that were removed."""

    files: frozenset[str]
    gone: frozenset[str]


class FolderChanges:
    """What has changed since the last look; time comes from outside."""

    def __init__(self) -> None:
        self.must_read = False
        """Whether more has changed than the content of photos."""
        self._looked_at = Asked(frozenset(), {})
        self._stamps: dict[str, Stamp] = {}
        self._unsettled: dict[str, tuple[Stamp, float]] = {}
        self._changed_s = defaultdict[str, float](float)
        """By folder, when one of its files changed last."""
        self._devices: dict[str, int] = {}
        """Device numbers of folders that could be reached."""
        self._away = frozenset[str]()

    @property
    def missing(self) -> frozenset[str]:
        """Files that are gone, and may come back soon."""
        return frozenset(file for file, (noted, _) in self._unsettled.items() if noted is None)

    @property
    def is_waiting(self) -> bool:
        """Whether a file is still being written."""
        return any(noted is not None for noted, _ in self._unsettled.values())

    def look(self, asked: Asked, now_s: float) -> None:
        """Note which files have changed."""
        last = self._looked_at
        folders, known = asked.folders, {} if asked is last else asked.known
        now = stamps(folders)
        names = {str(folder) for folder in folders}
        known = {file: one for file, one in known.items() if _folder(file) in names}
        before = {**self._stamps, **known}
        now = {file: before.get(file) if one == UNREACHABLE else one for file, one in now.items()}
        now |= self._kept_of_away(names, before, now)
        first_seen = {str(folder) for folder in folders - last.folders}
        for file in before.keys() | now.keys():
            # A folder changes whenever one of its files does.
            if before.get(file) == now.get(file) or file in names:
                continue
            is_first_seen = file not in before and _folder(file) in first_seen
            # In a folder new to the watch, such a file is no change: it was there before. But an
            # exhibition that is not in `known` came after reading.
            if is_first_seen and not (known and file.lower().endswith(EXHIBITIONS)):
                continue
            self._note(file, now.get(file), now_s)
            rewritten = before.get(file) is not None
            if now.get(file) is not None:
                is_text = file.endswith(TEXTS) or file in asked.known
                self.must_read |= not rewritten or is_text
        self._looked_at, self._stamps = asked, now

    def settled(self, now_s: float, quiet_s: float, gone_quiet_s: float) -> Settled:
        """Changed files that have not changed again for a while; they are reported once.

        A removed file waits until its whole folder is quiet.
        """
        files, gone = set[str](), set[str]()
        for file, (noted, since_s) in list(self._unsettled.items()):
            if _folder(file) in self._away:
                continue
            current = stamp(file)
            if current == UNREACHABLE:
                continue
            if current != noted:
                self._note(file, current, now_s)
            elif noted is None and now_s >= self._changed_s[_folder(file)] + gone_quiet_s:
                gone.add(file)
            elif noted is not None and now_s >= since_s + quiet_s:
                files.add(file)
        for file in files | gone:
            del self._unsettled[file]
        self.must_read |= bool(gone)
        return Settled(frozenset(files | gone), frozenset(gone))

    def _note(self, file: str, noted: Stamp, now_s: float) -> None:
        self._unsettled[file] = noted, now_s
        self._changed_s[_folder(file)] = now_s

    def _kept_of_away(
        self, folders: set[str], before: Mapping[str, Stamp], now: Mapping[str, Stamp]
    ) -> dict[str, Stamp]:
        """The former stamps of files whose folder cannot be reached: they may still exist."""
        held = defaultdict[str, list[str]](list)
        for file, one in before.items():
            if one is not None:
                held[_folder(file)].append(file)
        away = frozenset(
            folder
            for folder in folders
            if held[folder] and now.keys().isdisjoint(held[folder]) and self._is_away(folder, held)
        )
        for folder in folders - away:
            self._devices[folder] = device(Path(folder))
        if away != self._away:
            self._away, self.must_read = away, True
        return {file: before[file] for folder in away for file in held[folder]}

    def _is_away(self, folder: str, held: Mapping[str, list[str]]) -> bool:
        path = Path(folder)
        before = self._devices.get(folder) or device(path)
        return is_away(path, before, {os.path.splitext(file)[1] for file in held[folder]})  # noqa: PTH122


def _folder(file: str) -> str:
    return os.path.dirname(file)  # noqa: PTH120  # A Path for each of ten thousand costs time.
