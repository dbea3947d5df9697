"""Keeps derivatives on disk, named by the hash of their original: never stale or half-written."""

from __future__ import annotations

import hashlib
import logging
import os
import re
import shutil
import tempfile
from collections.abc import Callable, Collection, Iterable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

import msgspec
import platformdirs
from msgspec import Struct

from kiosk.base.clock import unix_s
from kiosk.base.file_stamp import Stamp, is_away, stamp, stamp_of
from kiosk.media.facts import as_json, facts_of
from kiosk.media.ledger import Ledger
from kiosk.media.original import UnreadablePhotoError, open_original
from kiosk.types.photo import Drawable, PhotoInfo

RECIPE = 8
"""Version of how derivatives are made. Increase it with each change: old files are then deleted."""
BYTES_MAX = 4 * 2**30
TRIM_EVERY_BYTES = 128 * 2**20
"""After this many written bytes, the cache deletes old files until it is within its limit."""
CONTENTS_MAX = 1000
PIECE_BYTES = 4 * 2**20
FORMER_MAX = 50
"""How many former hashes of an original are kept, so that its withdrawal covers them too."""
UNFINISHED = ".part"
UNFINISHED_S_MAX = 600.0
"""Seconds after which an unfinished file is deleted: no program can still be writing it."""
OURS = re.compile(rf"[0-9a-f]{{64}}-[0-9a-z_x-]+-{RECIPE}\.(jpg|json)(?P<part>\.\w+{UNFINISHED})?")
"""Names of files in the cache. Any other file there comes from an older version and is deleted."""

log = logging.getLogger(__name__)


class Content(Struct, frozen=True):
    """What the cache remembers of an original, so that it need not be read again."""

    file: bytes
    """Its path, in the file system's own encoding."""
    stamp: Stamp
    device: int
    """Device number of the file system that held it."""
    hashes: tuple[str, ...]
    """SHA-256 of its bytes now, then those of its former states."""


class Cache:
    """The cache folder. It may be full, read-only or missing at any time: it then keeps nothing."""

    def __init__(
        self,
        folder: Path | None = None,
        bytes_max: int = BYTES_MAX,
        ledger: Ledger | None = None,
    ) -> None:
        self._folder = folder or platformdirs.user_cache_path("exhibition-kiosk") / "derivatives"
        self.bytes_max = bytes_max
        self.ledger = ledger or Ledger()
        self._contents: dict[str, Content] = {}
        self._forgotten: set[str] = set()
        self._untrimmed_bytes = 0
        self.refused = False
        """Whether a write has failed."""
        self.may_come_back: Callable[[str], bool] = lambda _: False
        """Whether a file that is gone may be back soon: its kept derivatives serve until then."""

    def content(self, file: str) -> str:
        """Hash of an original's bytes; raises UnreadablePhotoError or OSError if there is none.

        Every derivative is looked up by this hash, so a withdrawn photo is stopped here.
        """
        content = self._content(file).hashes[0]
        if self._is_withdrawn(content):
            raise UnreadablePhotoError(
                "it is withdrawn; to show it again, type: kiosk withdraw --undo FILE"
            )
        self._forgotten.discard(content)  # The photo was withdrawn before and has been returned.
        return content

    def known(self, file: str) -> Content | None:
        """The remembered content of an original that was opened before, even if it is gone."""
        return self._contents.get(file) or self._kept_content(file)

    def is_read(self, file: str) -> bool:
        """Whether the content of a file is known as it is now."""
        kept = self.known(file)
        return kept is not None and kept.stamp == stamp(file)

    def history(self, file: str) -> Content | None:
        """The present and former hashes of an original, as far as they are known."""
        with suppress(UnreadablePhotoError, OSError):  # The file may be gone.
            return self._content(file)
        return self.known(file)

    def withdrawn_of(
        self, files: Iterable[str], also: Collection[str] = (), *, opens: bool = False
    ) -> frozenset[str]:
        """The withdrawn ones of these files, as far as their content is known.

        Contents in `also` count as withdrawn. With `opens`, files of unknown content are read.
        """
        try:
            withdrawn = self.ledger.withdrawn.union(also)
        except OSError:
            return frozenset()  # `content` refuses every photo in this case.
        look = self.history if opens else self.known
        known = ((file, look(file)) for file in (files if withdrawn else ()))
        return frozenset(file for file, one in known if one and one.hashes[0] in withdrawn)

    def _is_withdrawn(self, content: str) -> bool:
        """Raises UnreadablePhotoError if the ledger cannot be read."""
        try:
            return content in self.ledger.withdrawn
        except OSError as error:
            raise UnreadablePhotoError(
                f"the ledger of withdrawn photos, {self.ledger.path}, cannot be read:"
                f" {error.strerror}"
            ) from None

    def _content(self, file: str) -> Content:
        """Content of a file, kept with the file's stamp, so that a large file is read only once."""
        kept = self.known(file)
        try:
            with open_original(file) as opened:
                status = os.fstat(opened.fileno())
                if kept is None or kept.stamp != stamp_of(status):
                    kept = _read_through(opened, status, kept, file)
                    self._write(_content_name(file), msgspec.json.encode(kept))
        except UnreadablePhotoError:
            path = Path(file)
            if kept is None or not (
                self.may_come_back(file) or is_away(path.parent, kept.device, [path.suffix])
            ):
                raise
        if len(self._contents) > CONTENTS_MAX:
            self._contents.clear()
        self._contents[file] = kept
        return kept

    def _kept_content(self, file: str) -> Content | None:
        with suppress(msgspec.DecodeError):
            kept = msgspec.json.decode(self._read(_content_name(file)) or b"", type=Content)
            return kept if kept.hashes else None
        return None

    def derivative(self, content: str, derivative: Drawable) -> bytes | None:
        return self._read(_name(content, derivative.name, "jpg"))

    def keep_derivative(self, content: str, derivative: Drawable, jpeg: bytes) -> None:
        self._write(_name(content, derivative.name, "jpg"), jpeg)

    def drop_derivative(self, content: str, derivative: Drawable) -> None:
        with suppress(OSError):
            (self._folder / _name(content, derivative.name, "jpg")).unlink(missing_ok=True)

    def facts(self, content: str) -> PhotoInfo | None:
        data = self._read(_name(content, "facts", "json"))
        try:
            return facts_of(data) if data else None
        except (ValueError, KeyError, TypeError):
            return None

    def keep_facts(self, content: str, facts: PhotoInfo) -> None:
        self._write(_name(content, "facts", "json"), as_json(facts))

    def withdraw(self, files: Iterable[str]) -> None:
        """Enter the present and former contents of originals in the ledger.

        A former content that is now in another file is left out: when photos are renumbered, each
        file name has had its neighbour's content before. Raises OSError if the write fails.
        """
        known = {file: content for file in files if (content := self.history(file))}
        former = {one for content in known.values() for one in content.hashes[1:]}
        if former:
            former -= self._present(set(known))
        present = {content.hashes[0] for content in known.values()}
        self.ledger.withdraw(present | former)

    def _present(self, but: Collection[str]) -> set[str]:
        """Hashes of all known originals that have not changed since, except those in `but`."""
        present = set[str]()
        for path in self._folder.glob(f"*-content-{RECIPE}.json"):
            with suppress(OSError, msgspec.DecodeError):
                content = msgspec.json.decode(path.read_bytes(), type=Content)
                file = os.fsdecode(content.file)
                if file not in but and content.hashes and stamp(file) == content.stamp:
                    present.add(content.hashes[0])
        return present

    def forget(self, file: str) -> list[Path]:
        """Delete everything that was made of an original, and keep nothing of it from now on.

        Returns the paths that could not be deleted.
        """
        known = self.history(file)
        self._contents.pop(file, None)
        made = [self._folder / _content_name(file)]
        for content in known.hashes if known else ():
            self._forgotten.add(content)
            made += self._folder.glob(f"{content}-*")
        return [path for path in made if not _is_deleted(path)]

    def sweep(self) -> None:
        """Delete files that the cache can no longer find by name, neither to use nor to `forget`.

        These are the files of older versions, and files left half-written by a killed program.
        """
        for path in self._folder.glob("*"):
            ours = OURS.fullmatch(path.name)
            with suppress(OSError):
                if not ours or (ours["part"] and _is_old(path)):
                    path.unlink(missing_ok=True)

    def trim(self) -> None:
        """Delete the least recently used files until the folder is within its limit."""
        self._untrimmed_bytes = 0
        self.sweep()
        try:
            kept = [(path.stat(), path) for path in self._folder.iterdir() if path.is_file()]
        except OSError:
            return
        total = sum(status.st_size for status, _ in kept)
        limit = self.limit(total)
        for status, path in sorted(kept, key=lambda pair: pair[0].st_mtime):
            if total <= limit:
                return
            with suppress(OSError):
                path.unlink(missing_ok=True)
            total -= status.st_size

    def limit(self, taken: int) -> int:
        """Bytes that the cache may take now, if it has `taken` some of those that were free.

        That is at most half: the other one is for what else the machine has to write.
        """
        try:
            free = shutil.disk_usage(self._folder).free
        except OSError:
            return self.bytes_max
        return min(self.bytes_max, (free + taken) // 2)

    def _read(self, name: str) -> bytes | None:
        path = self._folder / name
        try:
            data = path.read_bytes()
        except OSError:
            return None
        with suppress(OSError):  # A read-only folder works too.
            os.utime(path)
        return data

    def _write(self, name: str, data: bytes) -> None:
        content = name.split("-")[0]
        try:
            if content in self._forgotten or content in self.ledger.withdrawn:
                return
        except OSError:  # The ledger cannot be read, so this photo may be withdrawn.
            return
        beside = None
        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            # Its name begins like the final one: if this program is killed, `forget` finds it too.
            with tempfile.NamedTemporaryFile(
                dir=self._folder, prefix=f"{name}.", suffix=UNFINISHED, delete=False
            ) as file:
                beside = Path(file.name)
                file.write(data)
            beside.replace(self._folder / name)
            self._untrimmed_bytes += len(data)
        except OSError as error:
            if beside:
                with suppress(OSError):  # Else half a file would stay on a full disk.
                    beside.unlink(missing_ok=True)
            was_refused, self.refused = self.refused, True  # Before another thread asks.
            if not was_refused:
                log.warning("derivatives cannot be saved in %s: %s", self._folder, error)
        if self._untrimmed_bytes > TRIM_EVERY_BYTES:
            self.trim()


def _is_deleted(path: Path) -> bool:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return not path.exists()
    return True


def _is_old(path: Path) -> bool:
    return abs(unix_s() - path.stat().st_mtime) > UNFINISHED_S_MAX


def _name(content: str, what: str, ending: str) -> str:
    return f"{content}-{what}-{RECIPE}.{ending}"


def _read_through(
    opened: BinaryIO, status: os.stat_result, before: Content | None, file: str
) -> Content:
    """Content of a file, read in large pieces; after each piece, a busy show runs first."""
    hashed = hashlib.sha256()
    while piece := opened.read(PIECE_BYTES):
        hashed.update(piece)
    now = hashed.hexdigest()
    former = [one for one in before.hashes if one != now] if before else []
    hashes = (now, *former[:FORMER_MAX])
    return Content(os.fsencode(file), stamp_of(status), status.st_dev, hashes)


def _content_name(file: str) -> str:
    path = hashlib.sha256(file.encode(errors="surrogateescape")).hexdigest()
    return _name(path, "content", "json")
