"""Finds dashes that are missing, hidden, too many, or in another column than those above."""

from __future__ import annotations

import re

from kiosk.authoring.keys.model import Exhibition
from kiosk.authoring.yaml.key_lines import (
    BEGINNINGS,
    ITEM,
    KEY,
    KEYS,
    LISTS,
    LOOK_AHEAD,
    ahead,
    before,
    indent_of,
    key_at_edge,
    key_of,
    line_at,
)
from kiosk.authoring.yaml.nodes import DASH, HIDDEN, HIDDEN_DASH, Mark
from kiosk.authoring.yaml.slips import Finder, Slip
from kiosk.authoring.yaml.source import Source

FIRST_HIDDEN = re.compile(r"\s*#+\s*(?:photo|photos|title|quote|layout):")
TWO_DASHES = re.compile(r"\s*-\s+(?P<dash>-)\s+(?=[\w-]+:(?:\s|$))")
DASH_OF_FILE = re.compile(r"-\s+(?P<key>[a-z_]+):(?=\s|$)")
LIST_BESIDE_KEY = re.compile(
    r"(?P<key>\s*(?:slides|photos|details|facts|exhibitions):)\s+(?P<item>-\s.*)"
)


def _hidden_dash(source: Source, line: int) -> Slip | None:
    """A comment that hides the first line of a slide, but not the others."""
    is_first = (
        FIRST_HIDDEN.match(source.lines[line - 1])
        and key_of(line_at(source, before(source, line))) in LISTS
    )
    if not (HIDDEN_DASH.match(source.lines[line - 1]) or is_first):
        return None
    rest = list[int]()
    for number in ahead(source, line):
        if ITEM.match(source.lines[number - 1]):
            break
        rest.append(number)
    if not rest:
        return None
    first = source.lines[rest[0] - 1]
    mark = Mark(rest[0], indent_of(first) + 1, max(1, len(first.strip())))
    return Slip(HIDDEN, mark, dict.fromkeys(rest, ""))


def _second_dash(source: Source, line: int) -> Slip | None:
    text = source.lines[line - 1]
    found = TWO_DASHES.match(text)
    if not found:
        return None
    corrected = f"{text[: found.start('dash')]}{text[found.end() :]}"
    mark = Mark(line, found.start("dash") + 1)
    return Slip("there is one dash too many", mark, {line: corrected})


def _dash_of_file(source: Source, line: int) -> Slip | None:
    """A dash before a key of the whole file."""
    text = source.lines[line - 1]
    found = DASH_OF_FILE.match(text)
    if not found or not _is_of_file(source, line, found["key"]):
        return None
    message = f"remove this dash: {found['key']} belongs to the whole file, not to a list"
    return Slip(message, Mark(line, 1), {line: text[found.start("key") :]})


def _is_of_file(source: Source, line: int, key: str) -> bool:
    """Whether this key is one of a row of keys at the left edge, and not there yet."""
    edge = [key_at_edge(text) for text in source.lines]
    neighbours = {edge[before(source, line) - 1], *edge[line : line + 1]} - {None}
    return key in Exhibition.known_keys() and key not in edge and bool(neighbours)


def _list_beside_key(source: Source, line: int) -> Slip | None:
    found = LIST_BESIDE_KEY.match(source.lines[line - 1])
    if not found:
        return None
    indent = " " * (len(found["key"]) - len(found["key"].lstrip()) + 2)
    message = f"begin this list on the line below {found['key'].strip()}"
    corrected = f"{found['key']}\n{indent}{found['item']}"
    return Slip(message, Mark(line, found.start("item") + 1), {line: corrected})


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
    return Slip(message, Mark(line, indent_of(text) + 1), {line: f"slides:\n  {text}"})


def _first_dash(source: Source, line: int) -> Slip | None:
    """The first item of a list, without its dash."""
    found = KEY.match(source.lines[line - 1])
    if not found or found["dash"] or key_of(line_at(source, before(source, line))) not in LISTS:
        return None
    above = KEY.match(line_at(source, before(source, line)))
    if above is None or above["text"].partition("#")[0].strip():
        return None
    columns = (
        indent_of(text)
        for number in ahead(source, line)
        if ITEM.match(text := source.lines[number - 1])
    )
    column = next((one for one in columns if one <= len(found["indent"])), None)
    if column is None or column < len(above["indent"]):
        return None
    corrected = {line: f"{' ' * column}- {found['key']}: {found['text']}"}
    base = None
    for number in ahead(source, line):
        text = source.lines[number - 1]
        if ITEM.match(text):
            break
        base = indent_of(text) if base is None else base
        corrected[number] = " " * (column + 2 + max(0, indent_of(text) - base)) + text.lstrip()
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
            next_line = next(iter(ahead(source, line)), None)
            below = source.lines[next_line - 1] if next_line else ""
            deeper = indent_of(below) > own and key_of(below) in KEYS
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
    own = indent_of(text)
    columns = dict[int, None]()
    for number in range(line - 1, max(0, line - LOOK_AHEAD), -1):
        if ITEM.match(source.lines[number - 1]):
            columns[indent_of(source.lines[number - 1])] = None
    for column in columns:
        if column != own:
            message = (
                f"this dash is in column {own + 1}, but one above is in column {column + 1};"
                " begin the items of a list in the same column"
            )
            corrected = {line: " " * column + text.lstrip()}
            for number in ahead(source, line):
                below = source.lines[number - 1]
                if indent_of(below) <= own:
                    break
                corrected[number] = " " * (indent_of(below) + column - own) + below.lstrip()
            return Slip(message, Mark(line, own + 1), corrected)
    return None


DASHES: tuple[Finder, ...] = (
    _hidden_dash,
    _second_dash,
    _dash_of_file,
    _list_beside_key,
    _no_slides,
    _first_dash,
    _lost_dash,
    _dash_column,
)
