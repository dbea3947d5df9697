"""Reader: has texts read in a process of its own.

So a show imports nothing that reads YAML, none of what reading takes stays in its memory, and a
text that cannot be read in time or memory ends another process than the one on the wall.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from kiosk.media.aside import aside
from kiosk.media.original import UnreadablePhotoError
from kiosk.media.workers import Workers, WorkersError
from kiosk.wall.collection import Reading

MODULE, FUNCTION = "kiosk.exhibition.rereading", "reread"


class Reader:
    """Reads one place, as often as it is asked to."""

    def __init__(self, place: Path, roots: Iterable[Path] = ()) -> None:
        """`roots` are folders that exhibitions may name files in, beside the place's own."""
        self.place = place.absolute()
        self.roots = tuple(roots)
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
            return Reading(None, told, told, told, frozenset(), frozenset({self._folder}))
        self._workers.calm_down()  # From now on there is a show to wait for.
        return reading

    def _attempted(self) -> Reading:
        """A second time if it failed, which may have been for want of memory alone."""
        job = f"{MODULE}:{FUNCTION}", str(self.place), *map(str, self.roots)
        with suppress(UnreadablePhotoError, WorkersError):
            first: Reading = self._workers.run(*job)
            return first
        second: Reading = self._workers.run(*job)
        return second

    def close(self) -> None:
        self._workers.close()

    @property
    def _folder(self) -> Path:
        return self.place if self.place.is_dir() else self.place.parent
