"""Reader: has texts read in a process of its own.

So a show imports nothing that reads YAML, none of what reading takes stays in its memory, and a
text that cannot be read in time or memory ends another process than the one on the wall.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from msgspec.structs import replace

from kiosk.exhibition.collection import READING_BYTES_MAX, Reading, decoded
from kiosk.media.background import in_background
from kiosk.media.cache import Cache
from kiosk.media.workers.pool import Workers
from kiosk.media.workers.starts import WorkersError
from kiosk.media.workers.work import Work, WorkError

MODULE = "kiosk.authoring.load.read_task"
READ = Work(f"{MODULE}:reread_encoded", bytes, READING_BYTES_MAX)

log = logging.getLogger(__name__)


class ContentReader:
    """Reads one place, as often as it is asked to."""

    def __init__(
        self, place: Path, roots: Iterable[Path] = (), *, cache: Cache | None = None
    ) -> None:
        """`roots` are folders that exhibitions may name files in, beside the place's own.

        The cache knows the content of photos, and which of them are withdrawn.
        """
        self.place, self.roots, self.cache = place.absolute(), tuple(roots), cache or Cache()
        self._workers = Workers(1, module=MODULE, high_priority=True)

    def begin(self) -> Callable[[], Reading]:
        """Begin to read; the answer, once called, waits for what was read."""
        self._workers.warm_up()  # At once, and not when its thread has its turn.
        return in_background(self._read_at_start)

    def read(self) -> Reading:
        """What was read; where reading failed altogether, that is the one error.

        Where no process can be started, it waits until one can be: what was saved is not lost.
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
        except WorkersError as error:  # Nothing is on the wall that could stay meanwhile.
            return self._failed(error)

    def _read(self) -> Reading:
        try:
            reading = self._attempted()
        except WorkError as error:
            if not error.trace:
                return self._failed(error)
            log.error("%s could not be read:\n%s", self.place, error.trace)
            return self._failed(f"an error in the program ({error})")
        self._workers.lower_priority()  # From now on there is a show to wait for.
        return self.obeying(reading)

    def obeying(self, reading: Reading) -> Reading:
        """Without what was withdrawn before, whatever the texts say now."""
        collection = reading.collection
        gone = self.cache.withdrawn_of(collection.photos) if collection else frozenset[str]()
        if not (collection and gone):
            return reading
        withdrawn = reading.withdrawn | gone
        return replace(reading, collection=collection.without(gone), withdrawn=withdrawn)

    def _attempted(self) -> Reading:
        """A second time if it failed, which may have been for want of memory alone."""
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
