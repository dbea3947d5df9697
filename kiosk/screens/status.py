"""Holds what staff may want to know of the running show."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

KEPT_MAX = 100


class Status(Struct, frozen=True):
    version: str = ""
    started_s: float = 0.0
    faults: tuple[str, ...] = ()
    """Why the files, or some of their slides, are not shown as written."""
    left_out: tuple[tuple[str, str], ...] = ()
    """Photos that cannot be shown, and why."""

    def with_failed(self, file: str, reason: str) -> Status:
        others = self.without(file).left_out
        return replace(self, left_out=(*others, (file, reason))[-KEPT_MAX:])

    def without(self, file: str) -> Status:
        """Removes a photo that has changed, since it may now be shown again."""
        return replace(self, left_out=tuple(one for one in self.left_out if one[0] != file))
