"""Finds what is wrong in a line wherever it is: other programs' signs, and lost spaces.

A slip counts only if the file can be read further once the slip is corrected.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from msgspec import Struct

from kiosk.authoring.problems.codes import Code
from kiosk.authoring.yaml.nodes import Mark
from kiosk.authoring.yaml.signs import BULLET, CURLY, JOINED_DASH, bullet, odd_sign, plain
from kiosk.authoring.yaml.source import RUN_TOGETHER, Source

LINES_BACK = 20
"""How far before the place where reading stopped its cause is searched."""
LINES_AHEAD = 5
NEAR_LINES = 2
TRIES_MAX = 40

FOREIGN_COMMENT = re.compile(
    r"\s*(<!--|//|/\*|\{#|\"{3}|;|%(?=\s)|--(?=\s+(?!\w+:))|rem\s(?!.*:\s))", re.IGNORECASE
)
FENCE = re.compile(
    r"\s*(<\?.*\?>|`{3,}|~{3,}|={3,}|[-*_]{4,}|\*{3,}|[<>|]{7} .*|@@ .* @@.*|\.{3}"
    r"|</?\w+>|\|.*\||[\[\]{},\"']|ï»¿|[$] \w.*|>>> .*)\s*[\w.-]*\s*$"
)
BACKTICKS = re.compile(r"(?:.*[\s\[{,])?(`)[^`]*`")
HALF_CURLY = re.compile(rf"[^\"]*[\s\[{{,](\")[^\"{CURLY}]*([{CURLY}])\s*[\]}},]*\s*$")
HALF_PLAIN = re.compile(rf"[^\"]*[:\-\[{{,]\s+([{CURLY}])[^\"{CURLY}]*(\")\s*[\]}},]*\s*$")

WITHIN = re.compile(r"(?<=[\s:,\[{])([\"'])(?P<text>.*?)\1(?=\s*(?:[,\]}]|$))")
"""Matches a text in quotation marks within { } or [ ], with marks inside it that end it early."""
ESCAPED = {"'": "''", '"': '\\"'}
UNESCAPED = {"'": re.compile("(?<!')'(?!')"), '"': re.compile(r'(?<!\\)"')}
ENDS_EARLY = {
    "'": "this apostrophe ends the text in '…'; write it twice: ''",
    '"': 'this quotation mark ends the text in "…"; write it as \\"',
}
OPEN_MARK = re.compile(
    r"\s*(?:-\s+)*(?:[\w-]+:\s+)?(?:(?P<mark>\")(?:[^\"\\]|\\.)*|(?P<one>')[^']*)$"
)


class Slip(Struct, frozen=True):
    """A message, its place, and lines (from 1) as they should be."""

    message: str
    mark: Mark
    corrected: dict[int, str]
    code: Code = Code.YAML
    is_certain: bool = False
    """Whether nobody means this, also if more is wrong on the next lines."""


Finder = Callable[[Source, int], Slip | None]
"""Looks at one line of a file."""
Reread = Callable[[str], Any]
"""Reads a text as YAML, and returns the reader's error, or None."""


def confirmed(
    source: Source, line: int, finders: tuple[Finder, ...], reread: Reread
) -> Slip | None:
    """The first slip at this line, or before it, without which the file can be read further."""
    tries = 0
    for number in range(max(1, line - LINES_BACK), min(line, len(source.lines)) + 1):
        for slip in _found(source, number, finders):
            tries += 1
            if tries > TRIES_MAX:
                return None
            is_near = slip.is_certain and number >= line - NEAR_LINES
            if is_near or _reads_on(source, line, slip.corrected, reread):
                return slip
    return None


def _reads_on(source: Source, line: int, corrected: dict[int, str], reread: Reread) -> bool:
    """Whether YAML can be read beyond this line with these lines corrected."""
    lines = list(source.lines[: line + LINES_AHEAD])
    for number, text in corrected.items():
        lines[number - 1 : number] = [text]
    # Empty lines at the end would move an error there, as if it were another one.
    error = reread("\n".join(lines).rstrip() + "\n")
    if error is None:
        return True
    context = getattr(error, "context", None) or ""
    is_open = "quoted scalar" in context or "flow" in context
    mark = getattr(error, "context_mark" if is_open else "problem_mark", None)
    more = sum(text.count("\n") for text in corrected.values())
    return mark is not None and mark.line >= line + more


def _found(source: Source, line: int, finders: tuple[Finder, ...]) -> Iterator[Slip]:
    if source.lines[line - 1].strip():
        yield from (slip for finder in finders if (slip := finder(source, line)))


def _fence(source: Source, line: int) -> Slip | None:
    found = FENCE.match(source.lines[line - 1])
    if not found:
        return None
    message = "this line does not belong into the file; take it out"
    return Slip(message, Mark(line, found.start(1) + 1, len(found[1])), {line: ""})


def _comment(source: Source, line: int) -> Slip | None:
    """A comment as other languages write it; one of HTML or C may end on a later line."""
    found = FOREIGN_COMMENT.match(source.lines[line - 1])
    if not found:
        return None
    ends = {"<!--": "-->", "/*": "*/", "{#": "#}"}.get(found[1])
    last = line
    if ends:
        ahead = range(line, min(len(source.lines), line + LINES_BACK) + 1)
        last = next((one for one in ahead if ends in source.lines[one - 1]), line)
    while (
        not ends and last < len(source.lines) and source.lines[last].lstrip().startswith(found[1])
    ):
        last += 1
    corrected = dict.fromkeys(range(line, last + 1), "#")
    message = f"a comment begins with #, not with {found[1].strip()}"
    return Slip(message, Mark(line, found.start(1) + 1, len(found[1])), corrected)


def _bullet(source: Source, line: int) -> Slip | None:
    text = source.lines[line - 1]
    found = BULLET.match(text)
    if not found:
        return None
    corrected = f"{text[: found.start(1)]}- {text[found.end() :]}"
    return Slip(bullet(found[1]), Mark(line, found.start(1) + 1, len(found[1])), {line: corrected})


def _dash(source: Source, line: int) -> Slip | None:
    text = source.lines[line - 1]
    found = JOINED_DASH.match(text)
    if not found:
        return None
    message = "a space is missing after this dash"
    corrected = f"{text[: found.end(1)]} {text[found.end(1) :]}"
    column = found.start(1) + 1
    is_key = re.match(r"[a-z_]+:(\s|$)", text[found.end(1) :]) is not None
    return Slip(message, Mark(line, column), {line: corrected}, Code.MISSING_SPACE, is_key)


def _colon(source: Source, line: int) -> Slip | None:
    text = source.lines[line - 1]
    found = RUN_TOGETHER.match(text)
    if not found:
        return None
    message = "a space is missing after this colon"
    corrected = f"{text[: found.end()]} {text[found.end() :]}"
    return Slip(message, Mark(line, found.end()), {line: corrected}, Code.MISSING_SPACE)


def _sign(source: Source, line: int) -> Slip | None:
    text = source.lines[line - 1]
    found = odd_sign(text)
    if not found:
        return None
    message, column = found
    is_indentation = not text[:column].strip()
    return Slip(message, Mark(line, column), {line: plain(text)}, is_certain=is_indentation)


def tab_at(source: Source, line: int) -> Slip | None:
    """Tabs before a line's text, or after its dash."""
    text = source.lines[line - 1] if line <= len(source.lines) else ""
    found = re.match(r"(\s*(?:-\s+)*)\S", text)
    if not found or "\t" not in found[1]:
        return None
    before = "this line is indented with a tab; use spaces"
    after = "a tab follows this dash; use a space"
    message = after if "\t" in found[1].partition("-")[2] else before
    corrected = found[1].expandtabs(2) + text[found.end(1) :]
    at = found[1].index("\t") + 1 if message == after else 1
    length = 1 if message == after else len(found[1])
    return Slip(message, Mark(line, at, length), {line: corrected}, Code.TAB)


def _backticks(source: Source, line: int) -> Slip | None:
    text = source.lines[line - 1]
    found = BACKTICKS.match(text)
    if not found:
        return None
    message = 'write ordinary quotation marks instead of backticks: "…"'
    return Slip(message, Mark(line, found.start(1) + 1), {line: text.replace("`", '"')})


def _half_curly(source: Source, line: int) -> Slip | None:
    """A text that begins with one kind of quotation mark and ends with another."""
    text = source.lines[line - 1]
    found = HALF_CURLY.match(text) or HALF_PLAIN.match(text)
    if not found:
        return None
    message = f'this text has {found[1]} at one end and {found[2]} at the other; write "…"'
    corrected = re.sub(rf"[{CURLY}]", '"', text)
    return Slip(message, Mark(line, found.start(1) + 1), {line: corrected})


def _open_mark(source: Source, line: int) -> Slip | None:
    """A text whose quotation mark is not closed on its line."""
    text = source.lines[line - 1]
    found = OPEN_MARK.match(text)
    if not found:
        return None
    kind = "mark" if found["mark"] else "one"
    mark = found[kind]
    message = f"a closing {mark} is missing at the end of this text"
    return Slip(message, Mark(line, found.start(kind) + 1), {line: f"{text.rstrip()}{mark}"})


def ends_early(source: Source, line: int) -> Slip | None:
    """An apostrophe or a quotation mark that ends a text in a map or list on one line."""
    text = source.lines[line - 1]
    inside = [
        (found.start("text") + one.start(), found[1])
        for found in WITHIN.finditer(text)
        for one in UNESCAPED[found[1]].finditer(found["text"])
    ]
    if not inside:
        return None
    corrected = text
    for at, mark in reversed(inside):
        corrected = f"{corrected[:at]}{ESCAPED[mark]}{corrected[at + 1 :]}"
    at, mark = inside[0]
    return Slip(ENDS_EARLY[mark], Mark(line, at + 1), {line: corrected})


SLIPS: tuple[Finder, ...] = (
    _fence,
    _comment,
    _bullet,
    _dash,
    _colon,
    _sign,
    tab_at,
    _backticks,
    _half_curly,
    _open_mark,
)
