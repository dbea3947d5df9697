"""Finds withdrawals in a file with mistakes: what its lines plainly say of a photo is obeyed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from kiosk.authoring.load.folder import Folder
from kiosk.authoring.load.torn.lines import DENIED, entry_of, plain_lines, text_of, value_below
from kiosk.authoring.problems.codes import Code
from kiosk.authoring.problems.collector import Problems
from kiosk.authoring.problems.problem import Severity, brief
from kiosk.authoring.yaml.source import Source

WITHDRAWN = re.compile(
    r"""(?:^[\s-]*|[{,?]\s*)
    (?P<said>['"“”]?withdrawn['"“”]?\s*
    (?:[:=：]?\s*(?P<value>['"“”]?(?:true|yes|on)\b['"“”]?|(?<=[:=：\s])[^\s,}\[{:=：][^\s,}:=：]*|$)))""",
    re.IGNORECASE | re.VERBOSE,
)
"""Matches the key also without its colon."""
TEXT = r"""(?:"([^"]*)"|'([^']*)'|[“”]([^“”]*)[“”]|([^\s{\["'“”,][^,}\]\n]*))"""
NAMED = re.compile(
    rf"""(?<![\w-])(?:file|photo)['"“”]?[^\S\n]*[:=：][^\S\n]*{TEXT}""", re.IGNORECASE
)
FOLDER = re.compile(
    r"""photos['"]?\s*[:：]?\s+(?:"([^"]*)"|'([^']*)'|“([^”]*)”|([^\s{\["'“][^#]*))""",
    re.IGNORECASE,
)
BROKEN = re.compile(r"(?<=file):[ \t]*(?:[>|]-?)?[ \t]*\n\s*", re.IGNORECASE)
"""Matches the break between a key and its value on the next line."""
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
    return WORD in text_of(path).lower()


def salvage_withdrawals(path: Path, known: frozenset[str], problems: Problems) -> frozenset[str]:
    """Files that a faulty exhibition withdraws, besides those known."""
    source = Source(path, text_of(path))
    lines = plain_lines(source)
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


def _all_said(lines: list[str]) -> Iterator[_Said]:
    for number, line in enumerate(lines):
        for found in WITHDRAWN.finditer(line):
            if DENIED.match(found["value"] or value_below(lines, number)):
                continue
            at = found.start("said")
            inner = line[line.rfind("{", 0, at) + 1 :].partition("}")[0] if "{" in line else ""
            names = _names([inner]) or _names(entry_of(lines, number))
            yield _Said(number + 1, at + 1, len(found["said"]), tuple(names))


def _names(lines: list[str]) -> list[str]:
    text = BROKEN.sub(": ", "\n".join(lines))
    found = map(_name, NAMED.finditer(text))
    return [name for name in dict.fromkeys(found) if name and LOST not in name]


def _name(found: re.Match[str]) -> str:
    return next(one for one in found.groups() if one is not None).strip()
