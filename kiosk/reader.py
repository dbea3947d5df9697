"""Reader: has texts read in a process of its own.

So a show imports nothing that reads YAML, none of what reading takes stays in its memory, and a
text that cannot be read in time or memory ends another process than the one on the wall.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from msgspec.structs import replace

from kiosk.media.aside import aside
from kiosk.media.cache import Cache
from kiosk.media.original import UnreadablePhotoError
from kiosk.media.workers import Workers, WorkersError
from kiosk.wall.collection import Reading

MODULE, FUNCTION = "kiosk.exhibition.rereading", "reread"


class Reader:
    """Reads one place, as often as it is asked to."""

    def __init__(self, place: Path, *, cache: Cache | None = None) -> None:
        """The cache knows the content of photos, and which of them are withdrawn."""
        self.place, self.cache = place.absolute(), cache or Cache()
        self._workers = Workers(1, module=MODULE, hurried=True)

    def begin(self) -> Callable[[], Reading]:
        """Begin to read; the answer, once called, waits for what was read."""
        self._workers.stand_by()  # At once, and not when its thread has its turn.
        return aside(self.read)

    def read(self) -> Reading:
        """What was read; where reading failed altogether, that is the one error."""
        try:
            reading = self._attempted()
        except (UnreadablePhotoError, WorkersError) as error:
            told = (f"{self.place} could not be read: {error}",)
            return Reading(
                None, told, told, told, frozenset(), frozenset(), frozenset({self._folder}), {}
            )
        self._workers.calm_down()  # From now on there is a show to wait for.
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
        work = f"{MODULE}:{FUNCTION}"
        with suppress(UnreadablePhotoError, WorkersError):
            first: Reading = self._workers.run(work, str(self.place))
            return first
        second: Reading = self._workers.run(work, str(self.place))
        return second

    def close(self) -> None:
        self._workers.close()

    @property
    def _folder(self) -> Path:
        return self.place if self.place.is_dir() else self.place.parent
