"""Writes pointers to a file and reads them back, to see what a touch screen did and to test it.

Each line is one JSON object: seconds since the first pointer, the id, the phase, and the position
as fractions of the screen. Nothing else is written.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Self

from kiosk.base.geometry import Point, Size
from kiosk.types.events import Pointer

BYTES_MAX = 64 * 2**20
"""Limits a recording, in bytes, so that a forgotten one does not fill the disk. It is enough for
about two hundred hours of touching."""


class Recording:
    """A new file that pointers are appended to; raises OSError if it exists already."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("x", encoding="utf-8", buffering=1)
        self._began_s: float | None = None
        self._bytes = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def add(self, pointer: Pointer, screen: Size) -> None:
        if self._began_s is None:
            self._began_s = pointer.time_s
        line = written(pointer, screen, self._began_s) + "\n"
        self._bytes += len(line)
        if self._bytes <= BYTES_MAX:
            self._file.write(line)


def written(pointer: Pointer, screen: Size, began_s: float) -> str:
    """One line of a recording."""
    return json.dumps(
        {
            "t": round(pointer.time_s - began_s, 4),
            "id": pointer.id,
            "phase": pointer.phase,
            "x": round(pointer.at.x / screen.width, 5),
            "y": round(pointer.at.y / screen.height, 5),
        }
    )


def replayed(lines: Iterable[str], screen: Size, began_s: float = 0.0) -> Iterator[Pointer]:
    """The pointers of a recording, scaled to a screen and moved to start at `began_s`."""
    for line in lines:
        one = json.loads(line)
        at = Point(one["x"] * screen.width, one["y"] * screen.height)
        yield Pointer(one["id"], one["phase"], at, began_s + one["t"])
