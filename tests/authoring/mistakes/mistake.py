"""What a mistake is: an edit of a file's lines at one place."""

from __future__ import annotations

import re
from collections.abc import Callable

Lines = list[str]
Edit = Callable[[Lines, int], tuple[Lines, range] | None]
"""Edits lines at an index; returns all lines and the indexes of the mistake's own, or None."""
Change = Callable[[str], str | None]

TEXT_KEYS = "title|subtitle|caption|text|alt|credit|by|en|fr|de|ar|speaker|notice"
TEXT = rf"^(?P<key> *(?:- )?(?:{TEXT_KEYS}): )(?P<text>[^\W\d_][^{{}}\[\]\"':#]*)$"
"""A line with a key and a plain text."""
QUOTED = rf"^(?P<key> *(?:- )?(?:{TEXT_KEYS}): )\"(?P<text>[^\"\\]+)\"$"
KEY = r"^(?P<before> *(?:- )?)(?P<name>[a-z_]+):"


def changed(change: Change) -> Edit:
    """The edit that changes one line; a line break in it makes several."""

    def edit(lines: Lines, at: int) -> tuple[Lines, range] | None:
        line = lines[at]
        if not line.strip() or line.lstrip().startswith("#"):
            return None
        new = change(line)
        if new is None or new == line:
            return None
        more = new.split("\n")
        return [*lines[:at], *more, *lines[at + 1 :]], range(at, at + len(more))

    return edit


def replaced(pattern: str, new: str) -> Edit:
    """The first match in a line replaced."""
    compiled = re.compile(pattern)
    return changed(lambda line: compiled.sub(new, line, count=1) if compiled.search(line) else None)


def text(new: str, pattern: str = TEXT) -> Edit:
    """A plain text replaced by another, in which {} stands for it."""
    compiled = re.compile(pattern)

    def change(line: str) -> str | None:
        found = compiled.match(line)
        return found["key"] + new.replace("{}", found["text"]) if found else None

    return changed(change)


def inserted(new: str, before: str = r" *(?:- )?[a-z_]+:") -> Edit:
    """A line of its own above one that matches; {} stands for that line's indentation."""
    compiled = re.compile(before)

    def change(line: str) -> str | None:
        if not compiled.match(line):
            return None
        indentation = line[: len(line) - len(line.lstrip())]
        return f"{new.replace('{}', indentation)}\n{line}"

    return changed(change)
