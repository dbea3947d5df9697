"""The ledger of withdrawn photos: known by their content, whatever the texts say later.

A line each, `withdrawn SHA256` or `returned SHA256`; the last one of a photo counts. Lines are only
ever added, and are on the disk before anything else is done.
"""

from __future__ import annotations

import fcntl
import os
import re
from collections.abc import Iterable
from pathlib import Path

import platformdirs

from kiosk.stamp import Stamp, stamp, stamp_of

LINE = re.compile(r"^(withdrawn|returned) ([0-9a-f]{64})$", re.MULTILINE)
FOLDER, NAME = "ledger", "ledger.txt"


class Ledger:
    """What is withdrawn on this machine; other programs may add to it at any time."""

    def __init__(self, folder: Path | None = None) -> None:
        self.path = (folder or platformdirs.user_state_path("exhibition-kiosk") / FOLDER) / NAME
        self._stamp: Stamp = None
        self._withdrawn = frozenset[str]()

    @property
    def withdrawn(self) -> frozenset[str]:
        """SHA-256 of each photo that is withdrawn. Raises OSError if it cannot be read."""
        current = stamp(self.path)
        if current != self._stamp:
            try:
                with self.path.open("rb") as file:
                    current = stamp_of(os.fstat(file.fileno()))
                    self._withdrawn = _withdrawn(file.read())
            except FileNotFoundError:
                current, self._withdrawn = None, frozenset()
            self._stamp = current
        return self._withdrawn

    def withdraw(self, contents: Iterable[str]) -> None:
        """Enter photos. Raises OSError if that cannot be kept."""
        self._add("withdrawn", sorted(set(contents) - self.withdrawn))

    def give_back(self, contents: Iterable[str]) -> None:
        """Let photos be shown again. Raises OSError if that cannot be kept."""
        self._add("returned", sorted(self.withdrawn.intersection(contents)))

    def _add(self, what: str, contents: list[str]) -> None:
        if not contents:
            return
        self.path.parent.mkdir(parents=True, exist_ok=True)
        new = not self.path.exists()
        # A line that a power cut has torn is ended first, so that it spoils no other.
        lines = "".join(f"\n{what} {content}" for content in contents) + "\n"
        with self.path.open("ab") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            file.write(lines.encode())
            file.flush()
            os.fsync(file.fileno())
        if new:
            _sync_folder(self.path.parent)


def _withdrawn(data: bytes) -> frozenset[str]:
    withdrawn = set[str]()
    for what, content in LINE.findall(data.decode("ascii", errors="replace")):
        (withdrawn.add if what == "withdrawn" else withdrawn.discard)(content)
    return frozenset(withdrawn)


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
