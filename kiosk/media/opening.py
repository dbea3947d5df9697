"""The picture that a show begins with, kept so that the next start shows it at once."""

from __future__ import annotations

import json
import os
import zlib
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

import platformdirs

from kiosk.media.frames import as_jpeg

ENDINGS = (".yaml", ".yml")


class Opening:
    """The first picture of a way to play a place; it is of use as long as no file has changed."""

    def __init__(self, place: Path, way: str, folder: Path | None = None) -> None:
        """`way` tells apart how a place is played: its screen, its language, where it starts."""
        self._place = place.absolute()
        self._way = f"{self._place} {way}"
        name = f"opening-{zlib.crc32(self._way.encode(errors='surrogateescape')):08x}"
        self._path = (folder or _folder()) / name

    def read(self) -> bytes | None:
        """The picture as a JPEG; None if there is none, or if it may be out of date."""
        try:
            head, _, jpeg = self._path.read_bytes().partition(b"\n")
            told = json.loads(head)
            current = told["way"] == self._way and told["stamps"] == self._stamps(told["stamps"])
        except (OSError, ValueError, KeyError, TypeError):
            return None
        return jpeg if current else None

    def keep(self, pixels: bytes, size: tuple[int, int], files: Iterable[str]) -> None:
        """Keep a picture, RGB, that was made of the place's texts and these files."""
        head = json.dumps({"way": self._way, "stamps": self._stamps(files)})
        beside = self._path.with_suffix(f".{os.getpid()}")
        with suppress(OSError):  # The next start takes longer, and that is all.
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with beside.open("wb") as file:
                file.write(head.encode() + b"\n" + as_jpeg(pixels, size))
            beside.replace(self._path)

    def _stamps(self, files: Iterable[str]) -> dict[str, list[int] | None]:
        """When this program, the place's texts and some files were written; None if gone."""
        folder = self._place if self._place.is_dir() else self._place.parent
        texts = {entry.path for entry in os.scandir(folder) if entry.name.endswith(ENDINGS)}
        return {file: _stamp(file) for file in sorted(texts.union(files, [__file__]))}


def forget_openings(file: str, folder: Path | None = None) -> list[Path]:
    """Delete all openings' pictures that a photo is in; answers those that could not be."""
    remaining = []
    for path in (folder or _folder()).glob("opening-*"):
        try:
            with path.open("rb") as opened:
                if file in json.loads(opened.readline())["stamps"]:
                    path.unlink()
        except (OSError, ValueError, KeyError, TypeError):
            if path.exists():
                remaining.append(path)
    return remaining


def _folder() -> Path:
    return platformdirs.user_cache_path("exhibition-kiosk")


def _stamp(file: str) -> list[int] | None:
    try:
        status = Path(file).stat()
    except OSError:
        return None
    return [status.st_ino, status.st_size, status.st_mtime_ns]
