"""Reads the texts of exhibitions in a separate process.

So the player imports nothing that reads YAML, and the memory that reading takes does not stay in
it. A text that takes too much time or memory ends the other process, not the show.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from msgspec.structs import replace

from kiosk.exhibition.collection import READING_BYTES_MAX, Reading, decoded
from kiosk.exhibition.kiosk import USUAL
from kiosk.media.background import in_background
from kiosk.media.cache import Cache
from kiosk.media.workers.pool import Workers
from kiosk.media.workers.starts import WorkersError
from kiosk.media.workers.work import Work, WorkError
from kiosk.player.content.machine_settings import MachineSettings, on_machine

MODULE = "kiosk.authoring.load.read_task"
READ = Work(f"{MODULE}:reread_encoded", bytes, READING_BYTES_MAX)

log = logging.getLogger(__name__)


class ContentReader:
    """Reads one place, a folder or a file of exhibitions, as often as needed."""

    def __init__(
        self,
        place: Path,
        roots: Iterable[Path] = (),
        *,
        settings: MachineSettings | None = None,
        cache: Cache | None = None,
    ) -> None:
        """`roots` are further folders that exhibitions may name files in.

        The cache knows the content of photos, and which of them are withdrawn.
        """
        self._workers = Workers(1, module=MODULE, high_priority=True)
        self.settings = settings.read(self._workers) if settings else USUAL
        machine = self.settings.machine
        self.place = place.absolute()
        self.roots = (*roots, *map(Path, machine.roots))
        self.cache = cache or Cache(bytes_max=machine.cache_bytes)

    def begin(self) -> Callable[[], Reading]:
        """Start reading; the function returned waits for the result."""
        self._workers.warm_up()  # Start the process now, not when the thread gets to run.
        return in_background(self._read_at_start)

    def read(self) -> Reading:
        """Read the place; if reading itself fails, the result holds only that error.

        If no process can be started, it waits until one can: a saved change is not lost.
        """
        while True:
            try:
                return self._read()
            except WorkersError as error:
                if not self._workers.wait():
                    return self._failed(error)

    def close(self) -> None:
        self._workers.close()

    def _read_at_start(self) -> Reading:
        try:
            return self._read()
        except WorkersError as error:  # No waiting here: nothing is on the screen yet.
            return self._failed(error)

    def _read(self) -> Reading:
        try:
            reading = self._attempted()
        except WorkError as error:
            if not error.trace:
                return self._failed(error)
            log.error("%s could not be read:\n%s", self.place, error.trace)
            return self._failed(f"an error in the program ({error})")
        self._workers.lower_priority()  # From now on the show needs the processor.
        return self.obeying(reading)

    def obeying(self, reading: Reading) -> Reading:
        """A reading as this machine shows it, whatever the texts say.

        It has the machine's settings, and no photos that were withdrawn here before.
        """
        collection, own = reading.collection, self.settings.faults
        if reading.faults:  # Where only the machine's file is faulty, the exhibitions are not.
            reading = replace(reading, faults=tuple(dict.fromkeys((*reading.faults, *own))))
        if collection is None:
            return reading
        gone = self.cache.withdrawn_of(collection.photos)
        if gone:
            withdrawn = reading.withdrawn | gone
            collection = collection.without(gone)
            reading = replace(reading, withdrawn=withdrawn)
        return replace(reading, collection=on_machine(collection, self.settings))

    def _attempted(self) -> Reading:
        """Read, and try once more after a failure: it may have only lacked memory."""
        with suppress(WorkError):
            return self._asked()
        return self._asked()

    def _asked(self) -> Reading:
        data = self._workers.run(READ, str(self.place), *map(str, self.roots))
        try:
            return decoded(data)
        except ValueError as error:
            raise WorkError(str(error)) from None

    def _failed(self, why: object) -> Reading:
        folder = self.place if self.place.is_dir() else self.place.parent
        told = (f"{self.place} could not be read: {why}",)
        return Reading(None, told, told, told, folders=frozenset({folder}), is_away=True)
