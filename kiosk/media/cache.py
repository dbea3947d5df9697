"""Derivatives on disk, named by what they were made of: never stale, never half-written."""

from __future__ import annotations

import hashlib
import json
import logging
import os
import re
import tempfile
from collections.abc import Collection, Iterable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

import msgspec
import platformdirs
from msgspec import Struct

from kiosk.base.clock import unix_s
from kiosk.base.file_stamp import Stamp, is_away, stamp, stamp_of
from kiosk.media.ledger import Ledger
from kiosk.media.original import UnreadablePhotoError, open_original
from kiosk.types.photo import LIKENESS_PX, TONES, Drawable, PhotoInfo

RECIPE = 6
"""Raised when derivatives are made in another way, so that old ones are not taken for new."""
BYTES_MAX = 4 * 2**30
TRIM_EVERY_BYTES = 128 * 2**20
"""Each time this much has been written, the folder is brought within its limit again."""
CONTENTS_MAX = 1000
PIECE_BYTES = 4 * 2**20
FORMER_MAX = 50
"""How many former states of an original are remembered, to be forgotten with it."""
UNFINISHED = ".part"
UNFINISHED_S_MAX = 600.0
"""What is older than this, no program is writing any more."""
OURS = re.compile(rf"[0-9a-f]{{64}}-[0-9a-z_x-]+-{RECIPE}\.(jpg|json)(?P<part>\.\w+{UNFINISHED})?")
"""Names of files in the cache. Any other file there is from an older program and is deleted."""

log = logging.getLogger(__name__)


class Content(Struct, frozen=True):
    """What is known of an original without reading it."""

    file: bytes
    """Its path, in the file system's own encoding."""
    stamp: Stamp
    device: int
    """Of the file system that it lay on."""
    hashes: tuple[str, ...]
    """SHA-256 of its bytes, and then of what it was before."""


class Cache:
    """A folder that may be full, read-only or gone at any time: then it just holds nothing."""

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
        """Whether something could not be kept."""

    def content(self, file: str) -> str:
        """Hash of an original's bytes; UnreadablePhotoError or OSError if it cannot be had.

        All that is shown of a photo is asked for by its hash, so a photo that is withdrawn is
        stopped here.
        """
        content = self._content(file).hashes[0]
        if self._is_withdrawn(content):
            raise UnreadablePhotoError(
                "it is withdrawn; to show it again, type: kiosk withdraw --undo FILE"
            )
        self._forgotten.discard(content)  # It was hidden for a while, and now it is not.
        return content

    def known(self, file: str) -> Content | None:
        """What is known of an original that was opened before, even if it is gone."""
        return self._contents.get(file) or self._kept_content(file)

    def history(self, file: str) -> Content | None:
        """What an original is and has been, as far as that is known."""
        with suppress(UnreadablePhotoError, OSError):  # It may be gone itself.
            return self._content(file)
        return self.known(file)

    def withdrawn_of(self, files: Iterable[str]) -> frozenset[str]:
        """Those files that are withdrawn, as far as their content is known."""
        try:
            withdrawn = self.ledger.withdrawn
        except OSError:
            return frozenset()  # No photo is opened then.
        known = ((file, self.known(file)) for file in (files if withdrawn else ()))
        return frozenset(file for file, one in known if one and one.hashes[0] in withdrawn)

    def _is_withdrawn(self, content: str) -> bool:
        """Raises UnreadablePhotoError where that cannot be known."""
        try:
            return content in self.ledger.withdrawn
        except OSError as error:
            raise UnreadablePhotoError(
                f"what is withdrawn cannot be read, in {self.ledger.path}: {error.strerror}"
            ) from None

    def _content(self, file: str) -> Content:
        """It is kept beside the file's stamp: a large original is read through only once."""
        kept = self.known(file)
        try:
            with open_original(file) as opened:
                status = os.fstat(opened.fileno())
                if kept is None or kept.stamp != stamp_of(status):
                    kept = _read_through(opened, status, kept, file)
                    self._write(_content_name(file), msgspec.json.encode(kept))
        except UnreadablePhotoError:
            path = Path(file)
            if kept is None or not is_away(path.parent, kept.device, [path.suffix]):
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
            return _facts(data) if data else None
        except (ValueError, KeyError, TypeError):
            return None

    def keep_facts(self, content: str, facts: PhotoInfo) -> None:
        described = {
            "width": facts.width,
            "height": facts.height,
            "palest": facts.lightest.hex(),
            "darkest": facts.darkest.hex(),
            "likeness": facts.likeness.hex(),
            "notes": facts.notes,
        }
        self._write(_name(content, "facts", "json"), json.dumps(described).encode())

    def withdraw(self, files: Iterable[str]) -> None:
        """Enter originals, and what they have been, in the ledger.

        But not what another file is now: where photos were numbered anew, each has been its
        neighbour. Raises OSError if that cannot be kept.
        """
        known = {file: content for file in files if (content := self.history(file))}
        former = {one for content in known.values() for one in content.hashes[1:]}
        if former:
            former -= self._present(set(known))
        present = {content.hashes[0] for content in known.values()}
        self.ledger.withdraw(present | former)

    def _present(self, but: Collection[str]) -> set[str]:
        """What all known originals are now, as far as they are still what they were; `but` some."""
        present = set[str]()
        for path in self._folder.glob(f"*-content-{RECIPE}.json"):
            with suppress(OSError, msgspec.DecodeError):
                content = msgspec.json.decode(path.read_bytes(), type=Content)
                file = os.fsdecode(content.file)
                if file not in but and content.hashes and stamp(file) == content.stamp:
                    present.add(content.hashes[0])
        return present

    def forget(self, file: str) -> list[Path]:
        """Delete all that was ever made of an original, and keep nothing of it from now on.

        Answers with what could not be deleted.
        """
        known = self.history(file)
        self._contents.pop(file, None)
        made = [self._folder / _content_name(file)]
        for content in known.hashes if known else ():
            self._forgotten.add(content)
            made += self._folder.glob(f"{content}-*")
        return [path for path in made if not _is_deleted(path)]

    def sweep(self) -> None:
        """Delete what no program would find to use it, or to forget it.

        That is what an older program made, and what was being written when a program was killed.
        """
        for path in self._folder.glob("*"):
            ours = OURS.fullmatch(path.name)
            with suppress(OSError):
                if not ours or (ours["part"] and _is_old(path)):
                    path.unlink(missing_ok=True)

    def trim(self) -> None:
        """Drop what was used longest ago, until the folder is within its limit."""
        self._untrimmed_bytes = 0
        self.sweep()
        try:
            kept = [(path.stat(), path) for path in self._folder.iterdir() if path.is_file()]
        except OSError:
            return
        total = sum(status.st_size for status, _ in kept)
        for status, path in sorted(kept, key=lambda pair: pair[0].st_mtime):
            if total <= self.bytes_max:
                return
            with suppress(OSError):
                path.unlink(missing_ok=True)
            total -= status.st_size

    def _read(self, name: str) -> bytes | None:
        path = self._folder / name
        try:
            data = path.read_bytes()
        except OSError:
            return None
        with suppress(OSError):  # A folder that may only be read serves as well.
            os.utime(path)
        return data

    def _write(self, name: str, data: bytes) -> None:
        content = name.split("-")[0]
        try:
            if content in self._forgotten or content in self.ledger.withdrawn:
                return
        except OSError:  # What is withdrawn cannot be known now.
            return
        beside = None
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            # Named after what it becomes: if this program is killed, it is forgotten likewise.
            with tempfile.NamedTemporaryFile(
                dir=self._folder, prefix=f"{name}.", suffix=UNFINISHED, delete=False
            ) as file:
                beside = Path(file.name)
                file.write(data)
            beside.replace(self._folder / name)
            self._untrimmed_bytes += len(data)
        except OSError as error:
            if beside:
                with suppress(OSError):  # On a full disk, half of it would stay.
                    beside.unlink(missing_ok=True)
            if not self.refused:
                log.warning("derivatives are not kept in %s: %s", self._folder, error)
            self.refused = True
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
    """Content of a file, read in large pieces: after each, a busy show has its turn first."""
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


def _facts(data: bytes) -> PhotoInfo:
    read = json.loads(data)
    lightest, darkest = bytes.fromhex(read["palest"]), bytes.fromhex(read["darkest"])
    likeness, notes = bytes.fromhex(read["likeness"]), tuple(map(str, read["notes"]))
    if not len(lightest) == len(darkest) == TONES**2 or len(likeness) not in (
        0,
        3 * LIKENESS_PX**2,
    ):
        raise ValueError("facts of another kind")
    return PhotoInfo(int(read["width"]), int(read["height"]), lightest, darkest, likeness, notes)
