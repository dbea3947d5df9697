"""Derivatives on disk, named by what they were made of: never stale, never half-written."""

from __future__ import annotations

import hashlib
import json
import logging
import os
import tempfile
from contextlib import suppress
from pathlib import Path

import platformdirs

from kiosk.derivative import TONES, Derivative, Facts
from kiosk.media.original import open_original

RECIPE = 3
"""Raised when derivatives are made in another way, so that old ones are not taken for new."""
BYTES_MAX = 4 * 2**30
TRIMMED_EVERY = 16
"""The folder is looked through whenever this part of its limit was written."""
DIGESTS_MAX = 1000

log = logging.getLogger(__name__)


class Cache:
    """A folder that may be full, read-only or gone at any time: then it just holds nothing."""

    def __init__(self, folder: Path | None = None, bytes_max: int = BYTES_MAX) -> None:
        self._folder = folder or platformdirs.user_cache_path("exhibition-kiosk") / "derivatives"
        self.bytes_max = bytes_max
        self._digests: dict[str, tuple[str, str]] = {}
        """By file: its stamp, and the hash of its content."""
        self._written = 0
        """Bytes, since the folder was last trimmed."""
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
                kept = stamp, hashlib.file_digest(opened, "blake2b").hexdigest()[:32]
                self._write(_digest_name(file), "\n".join(kept).encode())
        if len(self._digests) > DIGESTS_MAX:
            self._digests.clear()
        self._digests[file] = kept
        return kept[1]

    def _kept_digest(self, file: str) -> tuple[str, str] | None:
        lines = (self._read(_digest_name(file)) or b"").decode(errors="replace").split("\n")
        return (lines[0], lines[1]) if len(lines) == 2 and len(lines[1]) == 32 else None

    def derivative(self, content: str, derivative: Derivative) -> bytes | None:
        return self._read(_name(content, f"{derivative.width}x{derivative.height}", "jpg"))

    def keep_derivative(self, content: str, derivative: Derivative, jpeg: bytes) -> None:
        self._write(_name(content, f"{derivative.width}x{derivative.height}", "jpg"), jpeg)

    def drop_derivative(self, content: str, derivative: Derivative) -> None:
        name = _name(content, f"{derivative.width}x{derivative.height}", "jpg")
        with suppress(OSError):
            (self._folder / name).unlink(missing_ok=True)

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
        }
        self._write(_name(content, "facts", "json"), json.dumps(described).encode())

    def trim(self) -> None:
        """Drop what was used longest ago, until the folder is within its limit."""
        try:
            kept = [(path.stat(), path) for path in self._folder.iterdir() if path.is_file()]
        except OSError:
            return
        self._written = 0
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
        beside = None
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=self._folder, delete=False) as file:
                beside = Path(file.name)
                file.write(data)
            beside.replace(self._folder / name)
        except OSError as error:
            if beside:
                with suppress(OSError):  # On a full disk, half of it would stay.
                    beside.unlink(missing_ok=True)
            if not self.refused:
                log.warning("derivatives are not kept in %s: %s", self._folder, error)
            self.refused = True
            return
        self._written += len(data)
        if self._written > self.bytes_max // TRIMMED_EVERY:
            self.trim()


def _name(content: str, what: str, ending: str) -> str:
    return f"{content}-{what}-{RECIPE}.{ending}"


def _digest_name(file: str) -> str:
    path = hashlib.blake2b(file.encode(errors="surrogateescape")).hexdigest()[:32]
    return _name(path, "content", "txt")


def _facts(data: bytes) -> Facts:
    read = json.loads(data)
    palest, darkest = bytes.fromhex(read["palest"]), bytes.fromhex(read["darkest"])
    if len(palest) != TONES**2 or len(darkest) != TONES**2:
        raise ValueError("facts of another kind")
    return Facts(int(read["width"]), int(read["height"]), palest, darkest)
