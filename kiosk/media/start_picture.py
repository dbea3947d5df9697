"""Caches the first picture of a show, so that the next start shows it at once."""

from __future__ import annotations

import json
import os
import zlib
from collections.abc import Collection, Mapping
from contextlib import suppress
from pathlib import Path

import platformdirs

import kiosk
from kiosk.base.file_stamp import Stamp, stamp, stamps
from kiosk.base.private_files import replace_file
from kiosk.media.frames import as_jpeg
from kiosk.media.ledger import Ledger

ENDINGS = (".yaml", ".yml")
PROGRAM = Path(kiosk.__file__).parent


class StartPicture:
    """The cached first frame for one set of options; invalid once a source file changes."""

    def __init__(
        self, place: Path, way: str, folder: Path | None = None, ledger: Ledger | None = None
    ) -> None:
        """`way` names the options of a show: its screen, its language, where it starts."""
        self._place = place.absolute()
        self._way = f"{self._place} {way}"
        self._ledger = ledger or Ledger()
        name = f"opening-{zlib.crc32(self._way.encode(errors='surrogateescape')):08x}"
        self._path = (folder or _folder()) / name

    def read(self) -> bytes | None:
        """The picture as a JPEG; None if there is none or it may be out of date."""
        try:
            head, _, jpeg = self._path.read_bytes().partition(b"\n")
            kept = json.loads(head)
            current = (
                kept["way"] == self._way
                and kept["program"] == _program()
                and kept["exhibitions"] == _listed(self._exhibitions())
                and kept["stamps"] == _listed({file: stamp(file) for file in kept["stamps"]})
                and self._ledger.withdrawn.isdisjoint(kept["photos"])
            )
        except (OSError, ValueError, KeyError, TypeError):
            return None
        return jpeg if current else None

    def keep(
        self,
        pixels: bytes,
        size: tuple[int, int],
        texts: Mapping[str, Stamp],
        photos: Mapping[str, tuple[Stamp, str]],
    ) -> None:
        """Keep an RGB picture that was made of texts and photos.

        Each text and photo comes with the stamp that it had when it was read, a photo also with the
        hash of its content. If one of them has changed since, the picture is never used.
        """
        known = {**texts, **{file: one for file, (one, _) in photos.items()}}
        head = {
            "way": self._way,
            "program": _program(),
            "exhibitions": _listed(self._exhibitions()),
            "stamps": _listed(known),
            "photos": [content for _, content in photos.values()],
        }
        with suppress(OSError):  # Without it, the next start only takes longer.
            replace_file(self._path, json.dumps(head).encode() + b"\n" + as_jpeg(pixels, size))
            if not self._ledger.withdrawn.isdisjoint(head["photos"]):  # Withdrawn meanwhile.
                self._path.unlink()

    def _exhibitions(self) -> dict[str, Stamp]:
        """The texts that are in the folder now, also those that were not read."""
        folder = self._place if self._place.is_dir() else self._place.parent
        return {
            file: one for file, one in stamps([folder]).items() if file.lower().endswith(ENDINGS)
        }


def forget_start_pictures(
    file: str, contents: Collection[str] = (), folder: Path | None = None
) -> list[Path]:
    """Delete all start pictures that show a photo, found by its file or by its contents.

    Also deletes pictures whose photos are unknown, such as one half-written at a power failure.
    Returns the paths that could not be deleted.
    """
    remaining = []
    for path in (folder or _folder()).glob("opening-*"):
        try:
            if _may_show(path, file, contents):
                path.unlink(missing_ok=True)
        except OSError:
            remaining.append(path)
    return remaining


def _may_show(path: Path, file: str, contents: Collection[str]) -> bool:
    with path.open("rb") as opened:
        try:
            head = json.loads(opened.readline())
            return file in head["stamps"] or not set(contents).isdisjoint(head["photos"])
        except (ValueError, KeyError, TypeError):
            return True


def _listed(known: Mapping[str, Stamp]) -> dict[str, list[int] | None]:
    """Stamps by file, in the form that JSON gives back."""
    return {file: one and list(one) for file, one in known.items()}


def _program() -> list[str | int]:
    """Identifies this installation of the program: its version, and when it was installed.

    A folder gets a new date whenever one of its files is replaced.
    """
    with os.scandir(PROGRAM) as entries:
        rooms = [one for one in entries if one.is_dir() and not one.name.startswith("_")]
    dates = [one.stat().st_mtime_ns for one in rooms]
    return [kiosk.__version__, PROGRAM.stat().st_mtime_ns, max(dates)]


def _folder() -> Path:
    return platformdirs.user_cache_path("exhibition-kiosk")
