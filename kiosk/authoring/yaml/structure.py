"""Finds what is wrong between lines: a text that is not indented, a lost comma, two keys."""

from __future__ import annotations

import re

from kiosk.authoring.keys.model import Exhibition
from kiosk.authoring.problems.problem import brief
from kiosk.authoring.yaml.key_lines import (
    ANY_KEY,
    BLOCK,
    ITEM,
    KEY,
    KEYS,
    LINE,
    TAGS,
    TEXTS,
    ahead,
    before,
    indent_of,
    key_at_edge,
    key_of,
    line_at,
)
from kiosk.authoring.yaml.nodes import Mark
from kiosk.authoring.yaml.slips import Finder, Slip
from kiosk.authoring.yaml.source import Source

SECOND_KEY = re.compile(rf"[\s,;|/]+(?:-\s+)?(?P<key>{ANY_KEY}):(?=\s|$)")
LOST_COMMA = re.compile(
    rf"(?P<gap>[^\s,;{{\[])(?:\s*[;|/،]?\s+(?:and\s+)?|\s*、\s*)(?P<key>{ANY_KEY}|{TAGS}):\s"
)
BARE_LANGUAGES = re.compile(rf"\s*(?:-\s+)*(?P<key>[\w-]+):\s+(?P<inner>(?:{TAGS}):\s+[^{{}}]+)$")
NO_BRACE = re.compile(r"(?P<before>\s*(?:-\s+)*(?P<key>[\w-]+):\s+)(?P<inner>[\w-]+:\s.*\})\s*$")
WORDS = re.compile(r"\s*(?:[\w(\[]|[^\x00-\x7f]).*[^\W\d_]")
"""Matches a line that begins with a word, a bracket or a sign of no alphabet."""
BELOW = "indent the text below {} further than its key"


def _two_keys(source: Source, line: int) -> Slip | None:
    """Two keys on one line, outside of braces."""
    text = source.lines[line - 1]
    first = KEY.match(text)
    if not first or first["text"].startswith(("{", "[", '"', "'", "#")):
        return None
    found = SECOND_KEY.search(text, first.start("text"))
    if not found:
        return None
    key, begin = found["key"], found.start("key")
    message = f"each key needs its own line: write {key}: on the next line"
    indent = " " * (first.start("key"))
    corrected = f"{text[: found.start()]}\n{indent}{text[begin:]}"
    return Slip(message, Mark(line, begin + 1, len(key)), {line: corrected})


def _comma(source: Source, line: int) -> Slip | None:
    """Two keys in braces without a comma between them."""
    text = source.lines[line - 1]
    for found in LOST_COMMA.finditer(text):
        if text.rfind("{", 0, found.start()) > text.rfind("}", 0, found.start()):
            key = found["key"]
            message = f"a comma is missing before {key}; inside {{ }}, put one between two keys"
            corrected = f"{text[: found.end('gap')]}, {text[found.start('key') :]}"
            return Slip(message, Mark(line, found.start("key") + 1, len(key)), {line: corrected})
    return None


def _languages(source: Source, line: int) -> Slip | None:
    """Texts in languages on one line, without braces."""
    text = source.lines[line - 1]
    found = BARE_LANGUAGES.match(text)
    if not found:
        return None
    inner = found["inner"].rstrip()
    message = f"languages on one line need braces: write {found['key']}: {{{brief(inner)}}}"
    corrected = f"{text[: found.start('inner')]}{{x: y}}"
    return Slip(message, Mark(line, found.start("inner") + 1), {line: corrected})


def _brace(source: Source, line: int) -> Slip | None:
    found = NO_BRACE.match(source.lines[line - 1])
    if not found or found["inner"].count("{") >= found["inner"].count("}"):
        return None
    message = f"a {{ is missing: write {found['key']}: {{{brief(found['inner'])}"
    corrected = f"{found['before']}{{{found['inner']}"
    return Slip(message, Mark(line, found.start("inner") + 1), {line: corrected})


def _text_block(source: Source, line: int) -> Slip | None:
    """The text under > or |, which must be indented."""
    found = BLOCK.match(source.lines[line - 1])
    if not found:
        return None
    least = len(found["indent"] + found["dash"]) + 1
    wrong = list[int]()
    for number in ahead(source, line):
        text = source.lines[number - 1]
        if indent_of(text) >= least:
            if not found["sign"] and (ITEM.match(text) or KEY.match(text)):
                return None  # A list or a map follows, and not a text.
            if wrong:
                wrong.append(number)
            continue
        if ITEM.match(text) or key_of(text) in KEYS or re.fullmatch(TAGS, key_of(text)):
            break
        wrong.append(number)
    if not wrong:
        return None
    message = BELOW.format(f"{found['key']}: {found['sign'] or ''}".rstrip())
    corrected = {number: " " * (least + 7) + source.lines[number - 1].strip() for number in wrong}
    text = source.lines[wrong[0] - 1]
    mark = Mark(wrong[0], indent_of(text) + 1, max(1, len(text.strip())))
    return Slip(message, mark, corrected)


def _at_edge(source: Source, line: int) -> Slip | None:
    """A key in the first column, among keys that are indented."""
    text = source.lines[line - 1]
    key = key_at_edge(text)
    if key is None or key in Exhibition.known_keys() or not before(source, line):
        return None
    below = [source.lines[number - 1] for number in ahead(source, line)]
    columns = [indent_of(one) + (2 if ITEM.match(one) else 0) for one in below]
    holds_more = BLOCK.match(text)
    column = next((one for one in columns if one < columns[0] or not holds_more), 0)
    if not column:
        return None
    message = (
        f"this key begins in column 1, but the keys around it in column {column + 1};"
        " begin keys that belong together in the same column"
    )
    return Slip(message, Mark(line, 1, len(key)), {line: " " * column + text})


def _continued(source: Source, line: int) -> Slip | None:
    """Words in the column of the keys, after a text that goes on there."""
    text = source.lines[line - 1]
    above = line_at(source, before(source, line))
    found = KEY.match(above)
    if KEY.match(text) or ITEM.match(text) or text.lstrip().startswith(("#", "[", "{", "---")):
        return None
    if not found or not found["text"] or found["text"].startswith(("{", "[", "|", ">", '"', "'")):
        return None
    first = LINE.match(text)
    if (first and first["key"] in KEYS) or found["key"] in KEYS - TEXTS:
        return None
    if indent_of(text) > len(found["indent"] + (found["dash"] or "")):
        return None
    message = (
        f"this line has no key; to go on with the text of {found['key']},"
        " indent it further than that key"
    )
    corrected = {line: " " * (found.start("key") + 2) + text.lstrip()}
    return Slip(message, Mark(line, indent_of(text) + 1, len(text.strip())), corrected)


def _stray(source: Source, line: int) -> Slip | None:
    """Words without a key, which belong to no text."""
    text = source.lines[line - 1]
    first = LINE.match(text)
    is_other = KEY.match(text) or ITEM.match(text) or (first and first["key"] in KEYS)
    if is_other or not WORDS.match(text):
        return None
    message = "this line has no key; begin a comment with #, and a text with its key"
    return Slip(message, Mark(line, 1, len(text.strip())), {line: ""})


STRUCTURE: tuple[Finder, ...] = (
    _text_block,
    _at_edge,
    _languages,
    _brace,
    _comma,
    _two_keys,
)
WORDS_ALONE: tuple[Finder, ...] = (
    _continued,
    _stray,
)
"""Words that belong nowhere: the last that are tried, because they explain much."""
