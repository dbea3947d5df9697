"""Finds withdrawals in a file with mistakes: what its lines plainly say of a photo is obeyed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from kiosk.authoring.load.folder import Folder
from kiosk.authoring.problems.codes import Code
from kiosk.authoring.problems.collector import Problems
from kiosk.authoring.problems.problem import Severity, brief
from kiosk.authoring.yaml.source import BYTES_MAX, Source

WITHDRAWN = re.compile(
    r"""(?:^[\s-]*|[{,?]\s*)
    (?P<said>['"“”]?withdrawn['"“”]?\s*
    (?:[:=：]?\s*(?P<value>['"“”]?(?:true|yes|on)\b['"“”]?|(?<=[:=：\s])[^\s,}\[{:=：][^\s,}:=：]*|$)))""",
    re.IGNORECASE | re.VERBOSE,
)
"""Matches the key also without its colon."""
DENIED = re.compile(r"['\"“”]?(false|no|off)\b", re.IGNORECASE)
TEXT = r"""(?:"([^"]*)"|'([^']*)'|[“”]([^“”]*)[“”]|([^\s{\["'“”,][^,}\]\n]*))"""
NAMED = re.compile(
    rf"""(?<![\w-])(?:file|photo)['"“”]?[^\S\n]*[:=：][^\S\n]*{TEXT}""", re.IGNORECASE
)
FOLDER = re.compile(
    r"""photos['"]?\s*[:：]?\s+(?:"([^"]*)"|'([^']*)'|“([^”]*)”|([^\s{\["'“][^#]*))""",
    re.IGNORECASE,
)
COMMENT = re.compile(r"""("[^"]*"|'[^']*')|(?:^|(?<=\s))#.*""")
"""Matches a comment, or a text in quotation marks, in which # starts no comment."""
BROKEN = re.compile(r"(?<=file):[ \t]*(?:[>|]-?)?[ \t]*\n\s*", re.IGNORECASE)
"""Matches the break between a key and its value on the next line."""
ITEM = re.compile(r"\s*-\s")
WORD = "withdrawn"
LOST = "\ufffd"
"""Replaces bytes that are not text."""


class _Said(Struct, frozen=True):
    """A line that says `withdrawn`, and the photos that it is about."""

    line: int
    column: int
    length: int
    names: tuple[str, ...]


def may_withdraw(path: Path) -> bool:
    """Whether a file mentions withdrawing at all."""
    return WORD in _text(path).lower()


def salvage_withdrawals(path: Path, known: frozenset[str], problems: Problems) -> frozenset[str]:
    """Files that a faulty exhibition withdraws, besides those known."""
    source = Source(path, _text(path))
    lines = [COMMENT.sub(_uncommented, line) for line in source.lines]
    folder = Folder(path.parent / next(map(_name, filter(None, map(FOLDER.match, lines))), "."))
    files = set[str]()
    for said in _all_said(lines) if WORD in source.text.lower() else ():
        named = {str(folder.file(name)) for name in said.names}
        if named and named <= known:
            continue
        files |= named
        message = (
            f"{brief(', '.join(said.names))} is withdrawn, although this file has a mistake"
            if named
            else "it is not clear which photo is withdrawn here, so none is;"
            " write {file: 01.jpg, withdrawn: true}"
        )
        severity = Severity.WARNING if named else Severity.ERROR
        place = (said.line, said.column, said.length, severity)
        problems.add(source.problem(Code.WITHDRAWN_ANYWAY, message, *place))
    return frozenset(files)


def _text(path: Path) -> str:
    """All that can be read of a file."""
    try:
        if not path.is_file():
            return ""
        with path.open("rb") as file:
            data = file.read(BYTES_MAX)
        if data.startswith((b"\xff\xfe", b"\xfe\xff")):
            return data.decode("utf-16", errors="replace")
        return data.replace(b"\0", b"").decode("utf-8", errors="replace")
    except (OSError, ValueError):
        return ""


def _all_said(lines: list[str]) -> Iterator[_Said]:
    for number, line in enumerate(lines):
        for found in WITHDRAWN.finditer(line):
            if DENIED.match(found["value"] or _value_below(lines, number)):
                continue
            at = found.start("said")
            inner = line[line.rfind("{", 0, at) + 1 :].partition("}")[0] if "{" in line else ""
            names = _names([inner]) or _names(_entry(lines, number))
            yield _Said(number + 1, at + 1, len(found["said"]), tuple(names))


def _uncommented(found: re.Match[str]) -> str:
    """Empty for a comment; but a # within braces that close later starts no comment."""
    before, after = found.string[: found.start()], found[0]
    is_within = before.count("{") > before.count("}") and "}" in after
    return found[1] or (after if is_within else "")


def _value_below(lines: list[str], number: int) -> str:
    """The value of a key without one on its line: that on the next, true at the end, else no."""
    below = next((line for line in lines[number + 1 :] if line.strip()), None)
    if below is None:
        return "true"
    if below.lstrip().startswith(":"):  # As after a key with a question mark.
        return below.lstrip(" :\t")
    is_value = _indent(below) > _indent(lines[number]) and ":" not in below
    return below.strip() if is_value else "no"


def _names(lines: list[str]) -> list[str]:
    text = BROKEN.sub(": ", "\n".join(lines))
    found = map(_name, NAMED.finditer(text))
    return [name for name in dict.fromkeys(found) if name and LOST not in name]


def _name(found: re.Match[str]) -> str:
    return next(one for one in found.groups() if one is not None).strip()


def _entry(lines: list[str], number: int) -> list[str]:
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
