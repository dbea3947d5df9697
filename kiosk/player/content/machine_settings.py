"""Knows the settings of this machine before the window opens, and without reading YAML here."""

from __future__ import annotations

import logging
import os
import zlib
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs
from msgspec import Struct
from msgspec.structs import replace

from kiosk.base import wire
from kiosk.base.file_stamp import Stamp, stamp
from kiosk.base.private_files import replace_file
from kiosk.exhibition.kiosk import USUAL, MachineReading
from kiosk.media.workers.starts import WorkersError
from kiosk.media.workers.work import Work, WorkError

if TYPE_CHECKING:
    from kiosk.exhibition.collection import Collection
    from kiosk.media.workers.pool import Workers

READ = Work("kiosk.authoring.load.machine_file:read_machine_encoded", bytes, 2**20)
BYTES_MAX = 2**20

log = logging.getLogger(__name__)


class Remembered(Struct, frozen=True):
    """What was read of a file, and the file's stamp at that time."""

    file: str
    stamp: Stamp
    reading: MachineReading


class MachineSettings:
    """The settings in one file. Another process reads it, once for each state of the file."""

    def __init__(self, file: Path | None, folder: Path | None = None) -> None:
        """Without a file, all settings are as usual."""
        self._file = file.absolute() if file else None
        name = f"{zlib.crc32(os.fsencode(str(self._file))):08x}"
        folder = folder or platformdirs.user_state_path("exhibition-kiosk") / "machine"
        self._kept = folder / name

    def read(self, workers: Workers) -> MachineReading:
        """The settings. If the file cannot be read, they are those of its last good state."""
        if self._file is None:
            return USUAL
        before, now = self._remembered(), stamp(self._file)
        if before and before.stamp == now:
            return before.reading
        reading = self._read_by(workers)
        if not reading.is_torn:
            self._remember(Remembered(str(self._file), now, reading))
        elif before:
            log.warning("%s cannot be read: its last good settings hold", self._file)
            return replace(reading, machine=before.reading.machine)
        return reading

    def _read_by(self, workers: Workers) -> MachineReading:
        try:
            return wire.decoded(workers.run(READ, str(self._file)), MachineReading)
        except (WorkError, WorkersError, ValueError) as error:
            told = (f"{self._file} could not be read: {error}",)
            return MachineReading(problems=told, faults=told, is_torn=True)

    def _remembered(self) -> Remembered | None:
        with suppress(OSError, ValueError):
            if self._kept.stat().st_size <= BYTES_MAX:
                kept = wire.decoded(self._kept.read_bytes(), Remembered)
                return kept if kept.file == str(self._file) else None
        return None

    def _remember(self, one: Remembered) -> None:
        try:
            replace_file(self._kept, wire.encoded(one))
        except OSError as error:
            log.warning("the machine's settings cannot be kept: %s", error.strerror)


def on_machine(collection: Collection, settings: MachineReading) -> Collection:
    """A collection with a machine's languages and screen, and with what is wrong in its file."""
    kiosk = settings.machine.applied_to(collection.kiosk)
    faults = tuple(dict.fromkeys((*collection.faults, *settings.faults)))
    return replace(collection, kiosk=kiosk, faults=faults)


def machine_file(named: Path | None = None) -> Path | None:
    """The file that was named; else the user's or the system's, if one of them is there."""
    folders = (
        platformdirs.user_config_path("exhibition-kiosk"),
        Path("/etc/exhibition-kiosk"),
    )
    found = (folder / "machine.yaml" for folder in folders)
    return named or next((file for file in found if stamp(file)), None)
