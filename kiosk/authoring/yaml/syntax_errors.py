"""Turns a YAML reader's error into a sentence that a curator understands."""

from __future__ import annotations

from typing import Any

from kiosk.authoring.problems.codes import Code
from kiosk.authoring.problems.problem import Problem
from kiosk.authoring.yaml.dashes import DASHES
from kiosk.authoring.yaml.key_lines import KEY
from kiosk.authoring.yaml.nodes import TOO_DEEP
from kiosk.authoring.yaml.other_notations import OTHER_NOTATIONS
from kiosk.authoring.yaml.slips import SLIPS, Reread, confirmed, ends_early, tab_at
from kiosk.authoring.yaml.source import Source
from kiosk.authoring.yaml.structure import STRUCTURE, WORDS_ALONE
from kiosk.authoring.yaml.typo_hints import find_typo

ACROSS_LINES = (*OTHER_NOTATIONS, *STRUCTURE, *DASHES, *WORDS_ALONE)
UNFINISHED = "the {} that begins here is never closed"

OPENINGS = {
    "quoted scalar": UNFINISHED.format("quotation mark"),
    "single-quoted": UNFINISHED.format("quotation mark"),
    "double-quoted": UNFINISHED.format("quotation mark"),
    "flow sequence": "the list [ that begins here is not closed, or lacks a comma",
    "flow mapping": "the map { that begins here is not closed, or lacks a comma",
}
"""What was opened and not closed, by the words of YAML's reader."""

STUMBLES = (
    (
        "mapping values are not allowed",
        "this colon is misplaced; put a text that contains a colon in quotation marks, "
        "and begin keys that belong together in the same column",
    ),
    (
        "block sequence entries are not allowed",
        "a dash begins an item of a list, which is not allowed here; "
        "put a text that begins with a dash in quotation marks",
    ),
    (
        "sequence entries are not allowed",
        "a dash begins an item of a list, which is not allowed here; "
        "put a text that begins with a dash in quotation marks",
    ),
    (
        "unknown escape character",
        'inside "…", \\ begins a special character; write \\\\, or use single quotation marks',
    ),
    (
        "cannot start any token",
        "put a text that begins with this character in quotation marks",
    ),
    ("could not find expected ':'", "this is neither a key nor an item; a key ends with a colon"),
    ("hexdecimal", "this special character is incomplete; for a \\, write \\\\"),
    ("escape", "this special character is incomplete; for a \\, write \\\\"),
    ("flow node", "a [ or { before this is not closed, or a value is missing here"),
    ("directive", "a line that begins with % has a special meaning; use quotation marks"),
    ("alias", "put a text that begins with * in quotation marks"),
    ("anchor", "put a text that begins with & in quotation marks"),
    ("tag", "put a text that begins with ! in quotation marks"),
    ("block scalar", "after | or >, begin the text on the next line, indented"),
)
SPECIAL_SIGNS = ("escape", "hexdecimal", "tag")
"""What may be wrong within a text that is closed."""
TOO_EARLY = {
    "'": "the text in '…' ends before this; write an apostrophe inside it twice: ''",
    '"': 'the text in "…" ends before this; write a quotation mark inside it as \\"',
}
OTHERWISE = (
    "this does not fit the lines above; check the indentation, and the quotation marks "
    "and apostrophes inside texts"
)


def explain(source: Source, error: Any, reread: Reread) -> Problem:
    """A problem for an error of the YAML reader, at the place where a curator must look."""
    context, said = getattr(error, "context", None) or "", getattr(error, "problem", None) or ""
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        return source.problem(Code.YAML, "this file is not YAML that can be read")
    line, column = mark.line + 1, mark.column + 1
    if "nesting depth" in said:
        return source.problem(Code.TOO_DEEP, TOO_DEEP, line, column)
    slip = (
        confirmed(source, line, SLIPS, reread)
        or tab_at(source, line)
        or confirmed(source, line, ACROSS_LINES, reread)
        or ("flow" in context and confirmed(source, line, (ends_early,), reread))
    )
    if slip:
        mark = slip.mark
        return source.problem(slip.code, slip.message, mark.line, mark.column, mark.length)
    is_colon = source.text_at(line, column).startswith(":")
    if "flow mapping" in context and is_colon and line == error.context_mark.line + 1:
        message = "this colon is misplaced; inside { }, put a text with a colon in quotation marks"
        return source.problem(Code.COLON_IN_TEXT, message, line, column)
    opening = next((text for words, text in OPENINGS.items() if words in context), None)
    if opening and not any(sign in said for sign in SPECIAL_SIGNS):
        begin = getattr(error, "context_mark", None) or mark
        return source.problem(Code.YAML, opening, begin.line + 1, begin.column + 1)
    found = find_typo(source, line, column) if not opening else None
    if found:
        message, at = found
        return source.problem(Code.YAML, message, at.line, at.column, at.length)
    known = next((text for words, text in STUMBLES if words in f"{said} {context}"), None)
    return source.problem(Code.YAML, known or _unfitting(source, line, column), line, column)


def _unfitting(source: Source, line: int, column: int) -> str:
    """Usually a quotation mark within a text has ended the text."""
    after = source.text_at(line, column)[:1]
    key = KEY.match(source.text_at(line, 1))
    if key and key["text"].startswith(("? ", ",", "]", "}")):
        return f"put a text that begins with {key['text'][0]} in quotation marks"
    if after and after in "]}":
        return f"there is one {after} too many"
    if after and after in ",;":
        return f"remove this {after}: nothing follows the text in quotation marks"
    before = source.lines[line - 1][: column - 1].rstrip() if line <= len(source.lines) else ""
    return next((text for mark, text in TOO_EARLY.items() if before.endswith(mark)), OTHERWISE)
