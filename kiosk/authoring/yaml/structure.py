"""Finds what is wrong between lines: a missing dash, a text that is not indented, a lost comma."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kiosk.authoring.keys.model import Exhibition, Kiosk, Photo, Quote, Slide
from kiosk.authoring.problems.problem import brief
from kiosk.authoring.yaml.nodes import DASH, HIDDEN, HIDDEN_DASH, Mark
from kiosk.authoring.yaml.slips import Finder, Slip
from kiosk.authoring.yaml.source import Source
from kiosk.exhibition.text_walk import ROLES

KEYS = frozenset().union(*(one.known_keys() for one in (Exhibition, Slide, Photo, Quote, Kiosk)))
TEXTS = frozenset(name.rpartition(".")[2] for name in ROLES)
BEGINNINGS = ("photo", "photos", "title", "text", "quote", "layout")
"""Keys that a slide may begin with."""
LISTS = ("slides", "photos", "details")
LINE = re.compile(r"(?P<before>\s*(?:-\s+)*)(?P<key>[\w-]+)(?P<colon>:(?=\s|$))?\s*(?P<text>.*)")
KEY = re.compile(r"(?P<indent>\s*)(?P<dash>-\s+)?(?P<key>[\w-]+):(?=\s|$)\s*(?P<text>.*)")
BLOCK = re.compile(
    r"(?P<indent>\s*)(?P<dash>(?:-\s+)*)(?P<key>[\w-]+):\s*(?P<sign>[|>][+-]?\d?[+-]?)?\s*(?:#.*)?$"
)
ITEM = re.compile(r"(?P<indent>\s*)-(?:\s|$)")
ANY_KEY = "|".join(sorted(KEYS, key=len, reverse=True))
FIRST_HIDDEN = re.compile(r"\s*#+\s*(?:photo|photos|title|quote|layout):")
SECOND_KEY = re.compile(rf"[\s,;|/]+(?:-\s+)?(?P<key>{ANY_KEY}):(?=\s|$)")
TAGS = "ar|cs|da|de|el|en|es|fi|fr|hu|ja|kk|ko|nl|pl|pt|ro|ru|sv|tr|uk|zh"
"""Languages whose tags are hardly the last word before a colon."""
LOST_COMMA = re.compile(
    rf"(?P<gap>[^\s,;{{\[])(?:\s*[;|/،]?\s+(?:and\s+)?|\s*、\s*)(?P<key>{ANY_KEY}|{TAGS}):\s"
)
BARE_LANGUAGES = re.compile(rf"\s*(?:-\s+)*(?P<key>[\w-]+):\s+(?P<inner>(?:{TAGS}):\s+[^{{}}]+)$")
NO_BRACE = re.compile(r"(?P<before>\s*(?:-\s+)*(?P<key>[\w-]+):\s+)(?P<inner>[\w-]+:\s.*\})\s*$")
WORDS = re.compile(r"\s*(?:[\w(\[]|[^\x00-\x7f]).*[^\W\d_]")
"""Matches a line that begins with a word, a bracket or a sign of no alphabet."""
LOOK_AHEAD = 100
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
    for number in _ahead(source, line):
        text = source.lines[number - 1]
        if _indent(text) >= least:
            if not found["sign"] and (ITEM.match(text) or KEY.match(text)):
                return None  # A list or a map follows, and not a text.
            if wrong:
                wrong.append(number)
            continue
        if ITEM.match(text) or _key(text) in KEYS or re.fullmatch(TAGS, _key(text)):
            break
        wrong.append(number)
    if not wrong:
        return None
    message = BELOW.format(f"{found['key']}: {found['sign'] or ''}".rstrip())
    corrected = {number: " " * (least + 7) + source.lines[number - 1].strip() for number in wrong}
    text = source.lines[wrong[0] - 1]
    mark = Mark(wrong[0], _indent(text) + 1, max(1, len(text.strip())))
    return Slip(message, mark, corrected)


def _hidden_dash(source: Source, line: int) -> Slip | None:
    """A comment that hides the first line of a slide, but not the others."""
    is_first = (
        FIRST_HIDDEN.match(source.lines[line - 1])
        and _key(_line(source, before(source, line))) in LISTS
    )
    if not (HIDDEN_DASH.match(source.lines[line - 1]) or is_first):
        return None
    rest = list[int]()
    for number in _ahead(source, line):
        if ITEM.match(source.lines[number - 1]):
            break
        rest.append(number)
    if not rest:
        return None
    first = source.lines[rest[0] - 1]
    mark = Mark(rest[0], _indent(first) + 1, max(1, len(first.strip())))
    return Slip(HIDDEN, mark, dict.fromkeys(rest, ""))


def _no_slides(source: Source, line: int) -> Slip | None:
    """The first dash of a file, without the key of its list."""
    text = source.lines[line - 1]
    if not ITEM.match(text):
        return None
    for above in source.lines[: line - 1]:
        found = KEY.match(above)
        if ITEM.match(above) or (found and not found["text"].partition("#")[0].strip()):
            return None
    message = "write slides: above the first slide"
    return Slip(message, Mark(line, _indent(text) + 1), {line: f"slides:\n  {text}"})


def _first_dash(source: Source, line: int) -> Slip | None:
    """The first item of a list, without its dash."""
    found = KEY.match(source.lines[line - 1])
    if not found or found["dash"] or _key(_line(source, before(source, line))) not in LISTS:
        return None
    above = KEY.match(_line(source, before(source, line)))
    if above is None or above["text"].partition("#")[0].strip():
        return None
    columns = (
        _indent(text)
        for number in _ahead(source, line)
        if ITEM.match(text := source.lines[number - 1])
    )
    column = next((one for one in columns if one <= len(found["indent"])), None)
    if column is None or column < len(above["indent"]):
        return None
    corrected = {line: f"{' ' * column}- {found['key']}: {found['text']}"}
    base = None
    for number in _ahead(source, line):
        text = source.lines[number - 1]
        if ITEM.match(text):
            break
        base = _indent(text) if base is None else base
        corrected[number] = " " * (column + 2 + max(0, _indent(text) - base)) + text.lstrip()
    return _dash_missing(line, found, corrected)


def _lost_dash(source: Source, line: int) -> Slip | None:
    """A slide's first key in the column of the dashes, or of the keys of the slide above."""
    found = KEY.match(source.lines[line - 1])
    if not found or found["dash"] or found["key"] not in BEGINNINGS:
        return None
    own = len(found["indent"])
    keys = [found["key"]]
    for number in range(line - 1, 0, -1):
        above = KEY.match(source.lines[number - 1])
        if not above:
            continue
        if above["dash"] and len(above["indent"]) == own:
            next_line = next(iter(_ahead(source, line)), None)
            below = source.lines[next_line - 1] if next_line else ""
            deeper = _indent(below) > own and _key(below) in KEYS
            keys.append(above["key"])
            if not deeper and found["key"] not in keys[1:]:
                return None
            corrected = {line: f"{found['indent']}- {source.lines[line - 1].lstrip()}"}
            return _dash_missing(line, found, corrected)
        if len(above["indent"]) < own:
            return None
        keys.append(above["key"])
    return None


def _dash_missing(line: int, found: re.Match[str], corrected: dict[int, str]) -> Slip:
    mark = Mark(line, found.start("key") + 1, len(found["key"]))
    return Slip(DASH.format(found["key"]), mark, corrected)


def _dash_column(source: Source, line: int) -> Slip | None:
    """A dash that is not below those of its list."""
    text = source.lines[line - 1]
    if not ITEM.match(text):
        return None
    own = _indent(text)
    columns = dict[int, None]()
    for number in range(line - 1, max(0, line - LOOK_AHEAD), -1):
        if ITEM.match(source.lines[number - 1]):
            columns[_indent(source.lines[number - 1])] = None
    for column in columns:
        if column != own:
            message = (
                f"this dash is in column {own + 1}, but one above is in column {column + 1};"
                " begin the items of a list in the same column"
            )
            corrected = {line: " " * column + text.lstrip()}
            for number in _ahead(source, line):
                below = source.lines[number - 1]
                if _indent(below) <= own:
                    break
                corrected[number] = " " * (_indent(below) + column - own) + below.lstrip()
            return Slip(message, Mark(line, own + 1), corrected)
    return None


def _continued(source: Source, line: int) -> Slip | None:
    """Words in the column of the keys, after a text that goes on there."""
    text = source.lines[line - 1]
    above = _line(source, before(source, line))
    found = KEY.match(above)
    if KEY.match(text) or ITEM.match(text) or text.lstrip().startswith(("#", "[", "{", "---")):
        return None
    if not found or not found["text"] or found["text"].startswith(("{", "[", "|", ">", '"', "'")):
        return None
    first = LINE.match(text)
    if (first and first["key"] in KEYS) or found["key"] in KEYS - TEXTS:
        return None
    if _indent(text) > len(found["indent"] + (found["dash"] or "")):
        return None
    message = (
        f"this line has no key; to go on with the text of {found['key']},"
        " indent it further than that key"
    )
    corrected = {line: " " * (found.start("key") + 2) + text.lstrip()}
    return Slip(message, Mark(line, _indent(text) + 1, len(text.strip())), corrected)


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
    _hidden_dash,
    _languages,
    _brace,
    _comma,
    _two_keys,
    _no_slides,
    _first_dash,
    _lost_dash,
    _dash_column,
    _continued,
    _stray,
)


def holds_key(source: Source, first: int, last: int) -> bool:
    """Whether a known key begins a line after the first one."""
    return any(_key(text) in KEYS for text in source.lines[first:last])


def _key(text: str) -> str:
    found = KEY.match(text)
    return found["key"] if found else ""


def _line(source: Source, number: int) -> str:
    return source.lines[number - 1] if number else ""


def _ahead(source: Source, line: int) -> Iterator[int]:
    """Numbers of lines after this one with something on them, but for comments."""
    for number in range(line + 1, min(len(source.lines), line + LOOK_AHEAD) + 1):
        text = source.lines[number - 1].strip()
        if text and not text.startswith("#"):
            yield number


def before(source: Source, line: int) -> int:
    """Number of the last line before this one with something on it; 0 if there is none."""
    numbers = range(line - 1, 0, -1)
    seen = (one for one in numbers if (text := source.lines[one - 1].strip()) and text[0] != "#")
    return next(seen, 0)


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())
