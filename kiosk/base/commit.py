"""Finds the commit that this program was made from."""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path

PROGRAM = Path(__file__).parents[1]
PACKAGED = "commit.txt"
"""Written into a package when it is built, since a package has no repository."""
SHORT = 10


def commit(program: Path = PROGRAM) -> str:
    """The first digits of the commit; empty if it cannot be known."""
    with suppress(OSError):
        return (program / PACKAGED).read_text(encoding="ascii").strip()[:SHORT]
    with suppress(OSError):
        return _checked_out(program.parent / ".git")[:SHORT]
    return ""


def _checked_out(repository: Path) -> str:
    """The commit of a checkout, read as git keeps it. Raises OSError if this is none."""
    if repository.is_file():  # A work tree beside the repository.
        place = repository.read_text(encoding="utf-8").partition("gitdir: ")[2].strip()
        repository = repository.parent / place
    head = (repository / "HEAD").read_text(encoding="utf-8").strip()
    name = head.partition("ref: ")[2]
    if not name:
        return head
    shared = repository
    with suppress(OSError):
        shared = repository / (repository / "commondir").read_text(encoding="utf-8").strip()
    with suppress(OSError):
        return (shared / name).read_text(encoding="utf-8").strip()
    packed = (shared / "packed-refs").read_text(encoding="utf-8")
    found = re.search(rf"^([0-9a-f]+) {re.escape(name)}$", packed, re.MULTILINE)
    return found[1] if found else ""
