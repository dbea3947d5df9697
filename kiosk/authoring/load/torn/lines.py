"""Takes what it can from a file that cannot be read as YAML: its text, line by line."""

from __future__ import annotations

import re
from pathlib import Path

from kiosk.authoring.yaml.source import BYTES_MAX, Source

DENIED = re.compile(r"['\"“”]?(false|no|off)\b", re.IGNORECASE)
COMMENT = re.compile(r"""("[^"]*"|'[^']*')|(?:^|(?<=\s))#.*""")
"""Matches a comment, or a text in quotation marks, in which # starts no comment."""
ITEM = re.compile(r"\s*-\s")


def text_of(path: Path) -> str:
    """All that can be read of a file."""
    try:
        if not path.is_file():
            return ""
        with path.open("rb") as file:
            data = file.read(BYTES_MAX)
        if data.startswith((b"\xff\xfe", b"\xfe\xff")):
            return data.decode("utf-16", errors="replace").replace("\0", "")
        return data.replace(b"\0", b"").decode("utf-8", errors="replace")
    except (OSError, ValueError):
        return ""


def plain_lines(source: Source) -> list[str]:
    """Its lines without comments."""
    return [COMMENT.sub(_uncommented, line) for line in source.lines]


def _uncommented(found: re.Match[str]) -> str:
    """Empty for a comment; but a # within braces that close later starts no comment."""
    before, after = found.string[: found.start()], found[0]
    is_within = before.count("{") > before.count("}") and "}" in after
    return found[1] or (after if is_within else "")


def value_below(lines: list[str], number: int) -> str:
    """The value of a key without one on its line: that on the next, true at the end, else no."""
    below = next((line for line in lines[number + 1 :] if line.strip()), None)
    if below is None:
        return "true"
    if below.lstrip().startswith(":"):  # As after a key with a question mark.
        return below.lstrip(" :\t")
    is_value = _indent(below) > _indent(lines[number]) and ":" not in below
    return below.strip() if is_value else "no"


def entry_of(lines: list[str], number: int) -> list[str]:
    """The item of a list that a line belongs to, by its indentation."""
    items = [at for at in range(number + 1) if ITEM.match(lines[at])]
    holding = [at for at in items if at == number or _indent(lines[at]) < _indent(lines[number])]
    if not items:
        return [lines[number]]
    first = max(holding or items)
    entry = [lines[first]]
    for line in lines[first + 1 :]:
        if ITEM.match(line) and _indent(line) <= _indent(lines[first]):
            break
        entry.append(line)
    return entry


def _indent(line: str) -> int:
    """Columns before a line's text, or its dash."""
    line = line.expandtabs()
    return len(line) - len(line.lstrip())
