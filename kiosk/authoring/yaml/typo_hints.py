"""Finds typing errors in the lines where a YAML reader reports an error."""

from __future__ import annotations

import re

from kiosk.authoring.yaml.key_lines import KEYS, LINE, before
from kiosk.authoring.yaml.nodes import Mark
from kiosk.authoring.yaml.signs import CURLY
from kiosk.authoring.yaml.source import Source
from kiosk.language.tags import TAG

QUOTED = tuple("'\"[{|>&*!")
SHOWN_MAX = 50
"""Most letters of a text that a message shows as it should be written."""

Typo = tuple[str, Mark]
"""What to say, and where."""


def find_typo(source: Source, line: int, column: int) -> Typo | None:
    """What a curator probably did at the place where a YAML reader gives up."""
    if line > len(source.lines):
        return None
    text = source.lines[line - 1]
    return _no_colon(source, line) or _colon(text, line, column) or _indented(source, line, column)


def _no_colon(source: Source, line: int) -> Typo | None:
    """A key of this line, or of the one before, that has lost its colon."""
    for number in (line, before(source, line)):
        found = LINE.match(source.lines[number - 1]) if number else None
        bare = found and found["key"] in KEYS and not found["colon"] and ":" not in found["text"]
        if found and bare and not _goes_on(source, number, found.start("key")):
            message = f"a colon is missing after '{found['key']}'"
            return message, Mark(number, found.start("key") + 1, len(found["key"]))
    return None


def _goes_on(source: Source, line: int, column: int) -> bool:
    """Whether a line is more of the text above, indented deeper than its key."""
    while line := before(source, line):
        above = LINE.match(source.lines[line - 1])
        if above and above["colon"]:
            return column > above.start("key") and above["text"] != ""
    return False


def _colon(text: str, line: int, column: int) -> Typo | None:
    """A colon within a text that has no quotation marks, or none that count."""
    found = LINE.match(text)
    if not (found and found["colon"] and column - 1 > found.end("colon")):
        return None
    words = found["text"].rstrip()
    if words.startswith(QUOTED):
        return _bracket(found, line, column)
    if text[column - 1 : column] != ":":
        return None
    bare = words.strip(CURLY)
    message = "put a text with a colon in quotation marks"
    if bare != words:
        message += "; these do not count"
    if len(bare) <= SHOWN_MAX and '"' not in bare:
        message += f': write {found["key"]}: "{bare}"'
    return message, Mark(line, column)


def _bracket(found: re.Match[str], line: int, column: int) -> Typo | None:
    """A text that begins with a bracket, which has been closed before this column."""
    first = found["text"][0]
    if first not in "[{" or not found.string[: column - 1].rstrip().endswith(("]", "}")):
        return None
    sign = found.string[column - 1 : column]
    if sign in ("]", "}"):
        return f"there is one {sign} too many", Mark(line, column)
    message = f"put a text that begins with {first} in quotation marks"
    return message, Mark(line, found.start("text") + 1)


def _indented(source: Source, line: int, column: int) -> Typo | None:
    """A key that begins in another column than those it belongs to."""
    number = before(source, line)
    own = LINE.match(source.lines[line - 1])
    above = LINE.match(source.lines[number - 1]) if number else None
    is_known = own and (own["key"] in KEYS or re.fullmatch(TAG, own["key"]))
    if not (own and is_known and own["colon"] and above and above["colon"]):
        return None
    begins, there = own.start("key") + 1, above.start("key") + 1
    if begins == there or column > own.end("colon"):
        return None
    message = (
        f"this key begins in column {begins}, but the one above in column {there};"
        " begin keys that belong together in the same column"
    )
    return message, Mark(line, begins, len(own["key"]))
