"""Derivatives on disk, named by what they were made of: never stale, never half-written."""

from __future__ import annotations

import json
import logging
import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

import platformdirs
from blake3 import blake3

from kiosk.derivative import LIKENESS_PX, TONES, Drawable, Facts
from kiosk.media.original import UnreadablePhotoError, open_original

RECIPE = 5
"""Raised when derivatives are made in another way, so that old ones are not taken for new."""
BYTES_MAX = 4 * 2**30
TRIM_EVERY_BYTES = 128 * 2**20
"""Whenever so much has been written, the folder is brought within its limit again."""
DIGEST_BYTES = 16
DIGESTS_MAX = 1000
PIECE_BYTES = 4 * 2**20
FORMER_MAX = 50
"""So many former states of an original are remembered, to be forgotten with it."""

log = logging.getLogger(__name__)


class Cache:
    """A folder that may be full, read-only or gone at any time: then it just holds nothing."""

    def __init__(self, folder: Path | None = None, bytes_max: int = BYTES_MAX) -> None:
        self._folder = folder or platformdirs.user_cache_path("exhibition-kiosk") / "derivatives"
        self.bytes_max = bytes_max
        self._digests: dict[str, tuple[str, ...]] = {}
        """By file: its stamp, the hash of its content, and those of what it was before."""
        self._forgotten: set[str] = set()
        self._untrimmed_bytes = 0
        self.refused = False
        """Whether something could not be kept."""

    def content(self, file: str) -> str:
        """Hash of an original's bytes; UnreadablePhotoError or OSError if it cannot be read.

        It is kept beside the file's stamp, so that a large original is read through but once.
        """
        with open_original(file) as opened:
            status = os.fstat(opened.fileno())
            stamp = f"{status.st_ino} {status.st_size} {status.st_mtime_ns}"
            kept = self._digests.get(file) or self._kept_digest(file)
            if kept is None or kept[0] != stamp:
                content = _digest(opened)
                former = [one for one in kept[1:] if one != content] if kept else []
                kept = (stamp, content, *former[:FORMER_MAX])
                self._write(_digest_name(file), "\n".join(kept).encode())
        if len(self._digests) > DIGESTS_MAX:
            self._digests.clear()
        self._digests[file] = kept
        return kept[1]

    def _kept_digest(self, file: str) -> tuple[str, ...] | None:
        lines = (self._read(_digest_name(file)) or b"").decode(errors="replace").split("\n")
        sound = len(lines) > 1 and all(len(content) == 2 * DIGEST_BYTES for content in lines[1:])
        return tuple(lines) if sound else None

    def derivative(self, content: str, derivative: Drawable) -> bytes | None:
        return self._read(_name(content, derivative.name, "jpg"))

    def keep_derivative(self, content: str, derivative: Drawable, jpeg: bytes) -> None:
        self._write(_name(content, derivative.name, "jpg"), jpeg)

    def drop_derivative(self, content: str, derivative: Drawable) -> None:
        with suppress(OSError):
            (self._folder / _name(content, derivative.name, "jpg")).unlink(missing_ok=True)

    def facts(self, content: str) -> Facts | None:
        data = self._read(_name(content, "facts", "json"))
        try:
            return _facts(data) if data else None
        except (ValueError, KeyError, TypeError):
            return None

    def keep_facts(self, content: str, facts: Facts) -> None:
        described = {
            "width": facts.width,
            "height": facts.height,
            "palest": facts.palest.hex(),
            "darkest": facts.darkest.hex(),
            "likeness": facts.likeness.hex(),
            "notes": facts.notes,
        }
        self._write(_name(content, "facts", "json"), json.dumps(described).encode())

    def forget(self, file: str) -> list[Path]:
        """Delete all that was ever made of an original, and keep nothing of it from now on.

        Answers what could not be deleted.
        """
        with suppress(UnreadablePhotoError, OSError):  # It may be gone itself.
            self.content(file)
        kept = self._digests.pop(file, None) or self._kept_digest(file)
        made = [self._folder / _digest_name(file)]
        for content in kept[1:] if kept else ():
            self._forgotten.add(content)
            made += self._folder.glob(f"{content}-*")
        return [path for path in made if not _is_deleted(path)]

    def trim(self) -> None:
        """Drop what was used longest ago, until the folder is within its limit.

        First goes what another recipe made: nobody would find it to use it, or to forget it.
        """
        self._untrimmed_bytes = 0
        try:
            for path in self._folder.glob("*-*-*"):
                if not path.stem.endswith(f"-{RECIPE}"):
                    path.unlink(missing_ok=True)
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
        if name.split("-")[0] in self._forgotten:
            return
        beside = None
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=self._folder, delete=False) as file:
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


def _name(content: str, what: str, ending: str) -> str:
    return f"{content}-{what}-{RECIPE}.{ending}"


def _digest(opened: BinaryIO) -> str:
    """Hash of a file's bytes, read in large pieces: after each, a busy show has its turn first."""
    hashed = blake3()
    while piece := opened.read(PIECE_BYTES):
        hashed.update(piece)
    return hashed.hexdigest(length=DIGEST_BYTES)


def _digest_name(file: str) -> str:
    path = blake3(file.encode(errors="surrogateescape")).hexdigest(length=DIGEST_BYTES)
    return _name(path, "content", "txt")


def _facts(data: bytes) -> Facts:
    read = json.loads(data)
    palest, darkest = bytes.fromhex(read["palest"]), bytes.fromhex(read["darkest"])
    likeness, notes = bytes.fromhex(read["likeness"]), tuple(map(str, read["notes"]))
    if not len(palest) == len(darkest) == TONES**2 or len(likeness) not in (0, 3 * LIKENESS_PX**2):
        raise ValueError("facts of another kind")
    return Facts(int(read["width"]), int(read["height"]), palest, darkest, likeness, notes)
