"""What a YAML reader stumbles over, in a sentence that a curator understands."""

from __future__ import annotations

from typing import Any

from kiosk.exhibition.problem import Problem
from kiosk.exhibition.source import Source

UNFINISHED = "the {} that begins here is never closed"

OPENINGS = {
    "quoted scalar": UNFINISHED.format("quotation mark"),
    "single-quoted": UNFINISHED.format("quotation mark"),
    "double-quoted": UNFINISHED.format("quotation mark"),
    "flow sequence": "the list [ that begins here is not closed, or lacks a comma",
    "flow mapping": "the map { that begins here is not closed, or lacks a comma",
}
"""What was begun, by the words that YAML's reader has for it."""

STUMBLES = (
    (
        "mapping values are not allowed",
        "this colon fits nothing; a text that contains a colon goes in quotation marks, "
        "and keys that belong together begin in the same column",
    ),
    (
        "block sequence entries are not allowed",
        "a dash begins an item of a list, which has no place here; "
        "a text that begins with a dash goes in quotation marks",
    ),
    (
        "sequence entries are not allowed",
        "a dash begins an item of a list, which has no place here; "
        "a text that begins with a dash goes in quotation marks",
    ),
    (
        "unknown escape character",
        'within "…" a \\ begins a special sign; write \\\\, or use single quotation marks',
    ),
    (
        "cannot start any token",
        "a text that begins with this sign goes in quotation marks",
    ),
    ("could not find expected ':'", "this is no key and no item; a key ends with a colon"),
    ("hexdecimal", "this special sign is not complete; write \\\\ where a \\ is meant"),
    ("escape", "this special sign is not complete; write \\\\ where a \\ is meant"),
    ("flow node", "a [ or { before this is not closed, or a value is missing here"),
    ("directive", "a line that begins with % means something else; put the text in quotes"),
    ("alias", "a text that begins with * goes in quotation marks"),
    ("anchor", "a text that begins with & goes in quotation marks"),
    ("tag", "a text that begins with ! goes in quotation marks"),
    ("comment from preceding", "a space is missing before this #"),
    ("indentation", "the first line after | or > must be indented"),
)
SPECIAL_SIGNS = ("escape", "hexdecimal", "tag")
"""What may be wrong within a text that is closed."""
TOO_EARLY = {
    "'": "the text in '…' ends before this; an apostrophe within it is written twice: ''",
    '"': 'the text in "…" ends before this; a quotation mark within it is written \\"',
}
OTHERWISE = (
    "this does not fit what stands above; check the indentation, and that quotation marks "
    "and apostrophes within a text are as they should be"
)


def explained(source: Source, error: Any) -> Problem:
    """A problem for an error of the YAML reader, at the place where a curator must look."""
    context, said = getattr(error, "context", None) or "", getattr(error, "problem", None) or ""
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        return source.problem("yaml", "this file is not YAML that can be read")
    line, column = mark.line + 1, mark.column + 1
    if _begins_with_tab(source, line):
        message = "this line is indented with a tab; use spaces"
        return source.problem("tab", message, line, 1, _indent(source, line))
    opening = next((text for words, text in OPENINGS.items() if words in context), None)
    if opening and not any(sign in said for sign in SPECIAL_SIGNS):
        begin = getattr(error, "context_mark", None) or mark
        return source.problem("yaml", opening, begin.line + 1, begin.column + 1)
    known = next((text for words, text in STUMBLES if words in f"{said} {context}"), None)
    return source.problem("yaml", known or _unfitting(source, line, column), line, column)


def _unfitting(source: Source, line: int, column: int) -> str:
    """Most often a quotation mark within a text has ended the text."""
    before = source.lines[line - 1][: column - 1].rstrip() if line <= len(source.lines) else ""
    return next((text for mark, text in TOO_EARLY.items() if before.endswith(mark)), OTHERWISE)


def _begins_with_tab(source: Source, line: int) -> bool:
    return line <= len(source.lines) and "\t" in source.lines[line - 1][: _indent(source, line)]


def _indent(source: Source, line: int) -> int:
    text = source.lines[line - 1]
    return len(text) - len(text.lstrip())
