"""Reads the exhibitions again when their files change, and removes what is withdrawn."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from kiosk.exhibition.closed_content import closed, is_same, with_entries_of, without_files
from kiosk.exhibition.collection import Collection, Reading, namesakes
from kiosk.media.purge import withdraw_and_log
from kiosk.media.watching.watch import Watch
from kiosk.player.content.languages import in_drawable_languages
from kiosk.player.edges import Incoming, Source
from kiosk.show import CollectionChanged
from kiosk.types.events import FilesFaulty

if TYPE_CHECKING:
    from kiosk.media.cache import Cache
    from kiosk.media.loader import Loader
    from kiosk.player.content.content_reader import ContentReader
    from kiosk.player.content.last_good import LastGood
    from kiosk.player.sources.photo_supply import PhotoStore
    from kiosk.show import State
    from kiosk.style.letters import Letters

log = logging.getLogger(__name__)


class ContentChanges(Source):
    """Comes after the photos in the list of sources: see `after`."""

    def __init__(
        self,
        reader: ContentReader,
        reading: Reading,
        photos: PhotoStore,
        loader: Loader,
        last_good: LastGood | None = None,
        letters: Letters | None = None,
    ) -> None:
        """`reading` is what the show starts with. With `last_good`, what is shown is kept there.

        Languages whose letters are lacking in `letters` are not offered.
        """
        assert reading.collection
        self._reader, self._photos, self._loader = reader, photos, loader
        self._cache, self._last_good, self._letters = reader.cache, last_good, letters
        self._stamps = reading.sources
        self._shown, self._left_out = reading.collection, frozenset[str]()
        """What the show has: its exhibitions, and the photos that cannot be shown."""
        self._to_remove: list[tuple[frozenset[str], frozenset[str]]] = []
        """Photos to remove from the cache, and those of them that are doubtful."""
        self._unseen: Collection | None = None
        """Changed exhibitions that no state has shown yet."""
        self._whole = reading.collection
        """The last good content, with the photos that were removed since."""
        self._logged = frozenset(reading.errors)
        """Errors that are in the log; each is there once, until it is fixed."""
        self._gone = frozenset[str]()
        """Files that were removed while the show played."""
        self._found = deque[str]()
        """Photos that another thread has found to be withdrawn."""
        self._is_closed = self._is_reloading = False
        self._keep_last_good(reading.collection)
        folders = self._watched(reading.folders)
        self._watch = Watch(folders, self._read, loader.wake, reading.sources)
        self._cache.may_come_back = lambda file: file in self._watch.missing
        self._seek_withdrawn()

    def collect(self) -> Iterator[Incoming]:
        unseen, self._unseen = self._unseen, None
        if unseen:  # The show failed before it had them. They come once more, and not a third time.
            yield CollectionChanged(unseen)
        yield from self._without_found()
        for change in self._watch.collect():
            files = change.files
            if str(self._cache.ledger.path) in files:  # A withdrawn photo may have been returned.
                files |= self._left_out
            self._gone = (self._gone - files) | change.gone
            yield from self._photos.invalidate(files - change.gone)
            self._to_remove.append((files & self._shown.withdrawn, self._shown.doubtful))
            if change.read is not None:
                yield from self._tried_again()
                yield from self._replaced(change.read, change.missing)

    def after(self, state: State) -> Iterable[Incoming]:
        """Remove withdrawn photos, now that the photos before this source are no longer wanted."""
        self._shown = state.written
        if self._unseen is state.written:
            self._unseen = None
        self._left_out = frozenset(file for file, _ in state.status.left_out)
        to_remove, self._to_remove = self._to_remove, []
        for files, doubtful in to_remove:
            withdraw_in_background(self._loader, self._cache, files, doubtful)
        return ()

    def reload(self) -> None:
        """Read again, and try photos again that could not be shown. Thread-safe."""
        self._is_reloading = True
        self._watch.read_again()

    def close(self) -> None:
        self._is_closed = True
        self._reader.close()
        self._watch.close()

    def _tried_again(self) -> Iterable[Incoming]:
        """The photos that cannot be shown are opened once more, if somebody asked for that."""
        is_asked, self._is_reloading = self._is_reloading, False
        return self._photos.invalidate(self._left_out) if is_asked else ()

    def _replaced(self, read: Reading, missing: frozenset[str]) -> Iterator[Incoming]:
        """Show changed exhibitions; if they have an error, what is shown now stays.

        Withdrawn photos disappear in any case, and so does what is withheld, private or sealed.
        Exhibitions whose file is `missing` stay, since it may be back soon.
        """
        self._to_remove.append((read.withdrawn, read.doubtful))
        _log_withdrawn(read.withdrawn & self._whole.photos, read.doubtful)
        kept = closed(self._whole, read.closings, read.collection)
        collection = with_entries_of(read.collection, kept, missing) if read.collection else None
        if read.errors or (collection is None and not read.withdrawn):
            yield from self._faulty(read, missing)
            collection = None
        else:
            log.info("the exhibitions have changed; their new version is shown")
            self._logged = frozenset()
        if collection is None:
            collection = replace(kept.without(read.withdrawn, read.doubtful), faults=read.faults)
        if not read.errors:
            self._stamps = read.sources
            self._watch.look_at(self._watched(read.folders), read.sources)
        self._whole, shown = collection, self._as_shown(collection)
        self._seek_withdrawn()
        is_new = not read.errors or not is_same(shown, self._shown)
        if is_new or not read.withdrawn <= self._shown.withdrawn:
            self._keep_last_good(collection)
            self._shown = self._unseen = shown
            yield CollectionChanged(shown)

    def _as_shown(self, collection: Collection) -> Collection:
        shown = without_files(collection, self._gone)
        return in_drawable_languages(shown, self._letters) if self._letters else shown

    def _seek_withdrawn(self) -> None:
        """Look aside for withdrawn photos among the files whose content is not known.

        Each must be read as a whole. So it goes one by one, and other work gets its turn between.
        """
        whole = self._whole
        unknown = (file for file in whole.photos if not self._cache.is_read(file))

        def seek() -> None:
            file = next(unknown, None)
            if file is None or self._is_closed or self._whole is not whole:
                return
            if self._cache.withdrawn_of([file], opens=True):
                self._found.append(file)
                self._loader.wake()
            self._loader.in_background(seek)

        self._loader.in_background(seek)

    def _without_found(self) -> Iterator[Incoming]:
        found = frozenset(self._found.popleft() for _ in range(len(self._found)))
        # Ask once more: they may have been returned meanwhile.
        gone = self._cache.withdrawn_of(found & self._whole.photos)
        if gone:
            _log_withdrawn(gone, frozenset())
            self._whole = self._whole.without(gone)
            self._shown = self._unseen = self._as_shown(self._whole)
            self._keep_last_good(self._whole)
            self._seek_withdrawn()
            yield CollectionChanged(self._shown)

    def _faulty(self, read: Reading, missing: frozenset[str]) -> Iterator[Incoming]:
        """Report each fault once; while files are missing, it may be gone before anybody reads."""
        if not missing.isdisjoint(self._shown.photos | self._stamps.keys()):
            return
        new = [error for error in read.errors if error not in self._logged]
        for problem in new:
            log.error("%s", problem)
        if new:
            log.error("The last good content stays until this is fixed.")
        self._logged = frozenset(read.errors)
        yield FilesFaulty(read.faults)

    def _keep_last_good(self, collection: Collection) -> None:
        if last_good := self._last_good:
            stamps = self._stamps
            self._loader.in_background(lambda: last_good.keep(collection, stamps))

    def _read(self) -> Reading:
        """Read again, and add the shown photos that are withdrawn; runs in the watch's thread."""
        reading, photos = self._reader.read(), self._whole.photos
        # A file with errors may lack the folder of its photos, so they are matched by name.
        doubtful = reading.doubtful | namesakes(reading.doubtful, photos)
        withdrawn = reading.withdrawn | doubtful | self._cache.withdrawn_of(photos)
        return replace(reading, withdrawn=withdrawn, doubtful=doubtful)

    def _watched(self, folders: frozenset[Path]) -> frozenset[Path]:
        """The folders to watch, with the ledger's: other programs may withdraw a photo."""
        return folders | {self._cache.ledger.path.parent}


def _log_withdrawn(files: frozenset[str], doubtful: frozenset[str]) -> None:
    for file in sorted(files):
        more = "; this is not yet recorded: fix the file" if file in doubtful else ""
        log.warning("%s is withdrawn and off the wall%s", file, more)


def withdraw_in_background(
    loader: Loader, cache: Cache, withdrawn: frozenset[str], doubtful: frozenset[str]
) -> None:
    if withdrawn:
        loader.in_background(lambda: withdraw_and_log(withdrawn, doubtful, cache))
