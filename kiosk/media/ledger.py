"""Keeps the ledger of withdrawn photos. It knows them by content, whatever the texts say later.

Each line is `withdrawn SHA256` or `returned SHA256`; the last line about a photo counts. Lines are
only ever added, and each is on the disk before the program goes on.
"""

from __future__ import annotations

import fcntl
import logging
import os
import re
from collections.abc import Iterable
from pathlib import Path

import platformdirs

from kiosk.base.file_stamp import Stamp, stamp_of
from kiosk.base.private_files import sync_folder

LINE = re.compile(r"^(withdrawn|returned) ([0-9a-f]{64})\r?$", re.MULTILINE)
log = logging.getLogger(__name__)

FOLDER, NAME = "ledger", "ledger.txt"


class Ledger:
    """The photos withdrawn on this machine; other programs may add to them at any time."""

    def __init__(self, folder: Path | None = None) -> None:
        self.path = (folder or platformdirs.user_state_path("exhibition-kiosk") / FOLDER) / NAME
        self._stamp: Stamp = None
        self._withdrawn = frozenset[str]()
        self._unwritten = frozenset[str]()
        """Withdrawals that could not be written; they hold at least until this program ends."""
        self._is_known, self._failed = False, False

    @property
    def withdrawn(self) -> frozenset[str]:
        """SHA-256 of each withdrawn photo.

        After a failed read, these are the last known ones. Raises OSError if there is a ledger that
        could never be read.
        """
        try:
            self._look()
        except OSError as error:
            if not self._failed:
                log.error("%s cannot be read: %s", self.path, error.strerror)
            self._failed = True
            if not self._is_known:
                raise
        return self._withdrawn | self._unwritten

    def withdraw(self, contents: Iterable[str]) -> None:
        """Enter photos as withdrawn. Raises OSError if the write fails."""
        new = set(contents) - self.withdrawn
        try:
            self._add("withdrawn", sorted(new))
        except OSError:
            self._unwritten |= new
            raise

    def give_back(self, contents: Iterable[str]) -> None:
        """Let photos be shown again. Raises OSError if the write fails."""
        self._add("returned", sorted(self.withdrawn.intersection(contents)))

    def _look(self) -> None:
        """Read the file if it has changed since the last read."""
        try:
            if stamp_of(os.stat(self.path)) != self._stamp:  # noqa: PTH116  # Asked for each photo.
                with self.path.open("rb") as file:
                    read = stamp_of(os.fstat(file.fileno()))
                    self._withdrawn = _withdrawn(file.read())
                self._stamp = read  # Not before all of it was read.
        except (FileNotFoundError, NotADirectoryError):
            self._stamp, self._withdrawn = None, frozenset()
        self._is_known, self._failed = True, False

    def _add(self, what: str, contents: list[str]) -> None:
        if not contents:
            return
        self.path.parent.mkdir(parents=True, exist_ok=True)
        new = not self.path.exists()
        # The first line break ends a line cut short by a power failure, so that it spoils no other.
        lines = "".join(f"\n{what} {content}" for content in contents) + "\n"
        with self.path.open("ab") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            file.write(lines.encode())
            file.flush()
            os.fsync(file.fileno())
        if new:
            sync_folder(self.path.parent)


def _withdrawn(data: bytes) -> frozenset[str]:
    withdrawn = set[str]()
    for what, content in LINE.findall(data.decode("ascii", errors="replace")):
        (withdrawn.add if what == "withdrawn" else withdrawn.discard)(content)
    return frozenset(withdrawn)
