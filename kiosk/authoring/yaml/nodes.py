"""Holds pieces of YAML with their places, and turns them into plain values."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from kiosk.authoring.problems.codes import Code
from kiosk.authoring.problems.collector import Problems, Stopped
from kiosk.authoring.problems.problem import Problem, brief, quoted
from kiosk.authoring.yaml.source import NOT_TEXT, RUN_TOGETHER, Source

DEPTH_MAX = 20
NODES_MAX = 400_000
TOO_DEEP = f"this is more than {DEPTH_MAX} levels deep"
NO_TEXT = "a key is one word before a colon, not a list, a map or nothing"
BRACE = "put a text that begins with { in quotation marks"
MERGE_KEY = "<<"
NO_MERGE = "'<<' does not work here; write the keys out, or use defaults"
YAML_TAGS = "tag:yaml.org,2002:"

KEYS_BACK = 30
"""How many keys, or lines of comments, are looked through for the beginning of a slide."""
BEGINNINGS = ("photo", "photos", "title", "quote")
"""Keys with which a slide begins, if they are written twice."""
DASH = "a slide begins with a dash: write - {}:"
CLOSING = frozenset({"public", "sealed", "withdrawn", "withheld"})
"""Keys that keep something from visitors: without a value, they must not simply be left out."""
HIDDEN_DASH = re.compile(r"\s*#+\s*-\s+[\w-]+:")
HIDDEN = "a comment above hides a slide's dash: put # before every line of that slide"

Where = tuple[str | int, ...]
"""Keys and indexes that lead from the top of a document to a value."""


class Mark(Struct, frozen=True):
    """Part of one line, counted from 1."""

    line: int
    column: int
    length: int = 1


class Node(Struct):
    """A text, a list of nodes, a map's pairs of nodes, or nothing at all."""

    mark: Mark
    text: str | None = None
    items: list[Node] | None = None
    entries: list[tuple[Node, Node]] | None = None
    tag: str | None = None

    @property
    def is_nothing(self) -> bool:
        return self.text is None and self.items is None and self.entries is None

    @property
    def shown(self) -> Mark:
        """What to mark of it: of a map without braces, the first key."""
        first = self.entries[0][0].mark if self.entries else self.mark
        begins_here = (first.line, first.column) == (self.mark.line, self.mark.column)
        return first if begins_here else self.mark

    @property
    def keys(self) -> list[str]:
        """The keys of a map, in order."""
        return [key.text for key, _ in self.entries or () if key.text is not None]

    def child(self, step: str | int) -> tuple[Node | None, Node] | None:
        """Key (in a map) and value for one step of a path."""
        if isinstance(step, int):
            items = self.items or []
            return (None, items[step]) if step < len(items) else None
        return next(((k, v) for k, v in self.entries or () if k.text == step), None)


class Values:
    """Turns nodes into plain values, and collects which of them are spoiled, and the problems."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.spoiled: list[Where] = []
        self.problems = Problems()
        self.count = 0

    def plain(self, node: Node, where: Where = ()) -> Any:
        """Text, list or map; nothing is None. Aliases are followed, within bounds."""
        self._bound(node, where)
        if node.tag:
            tag = node.tag.replace(YAML_TAGS, "!!")
            self._spoil(node, where, Code.TAG, f"{brief(tag)} has no meaning here; remove it")
        if node.items is not None:
            return [self.plain(item, (*where, n)) for n, item in enumerate(node.items)]
        if node.entries is not None:
            return dict(self._pairs(node.entries, where))
        return self._text(node, where)

    def _bound(self, node: Node, where: Where) -> None:
        self.count += 1
        if self.count > NODES_MAX:
            message = f"with its aliases, this file has more than {NODES_MAX} values"
            raise Stopped(self._problem(node, Code.TOO_MANY_VALUES, message))
        if len(where) > DEPTH_MAX:
            raise Stopped(self._problem(node, Code.TOO_DEEP, TOO_DEEP))

    def _text(self, node: Node, where: Where) -> str | None:
        if node.text and NOT_TEXT.search(node.text):
            message = "this text contains an invisible control character; delete it"
            self._spoil(node, where, Code.CONTROL_CHARACTER, message)
        if node.tag and not node.text:  # The tag was meant as text, and is reported.
            return None
        return node.text

    def _pairs(self, entries: list[tuple[Node, Node]], where: Where) -> Iterator[tuple[str, Any]]:
        seen: dict[str, Node] = {}
        for number, (key, value) in enumerate(entries):
            if key.text is None:
                written = self.source.text_at(key.mark.line, max(1, key.mark.column - 1))
                message = BRACE if written.startswith("{{") else NO_TEXT
                self._spoil(key, where, Code.KEY_NOT_TEXT, message)
            elif key.text in seen:
                from kiosk.authoring.yaml.signs import strange  # Needed only if something is wrong.

                begin = self._begins_slide(entries, number, where)
                if begin:
                    message = DASH.format(begin.text)
                    self._spoil(begin, (*where, key.text), Code.DUPLICATE_KEY, message)
                    return  # The keys that follow belong to that slide.
                if strange(key.text):  # It is reported where it is written first.
                    self.spoiled.append((*where, key.text))
                    continue
                hidden = self._hidden_dash(key, seen[key.text])
                line = seen[key.text].mark.line
                message = hidden or (
                    f"the key {quoted(key.text)} is written twice; the first is on line {line}"
                )
                self._spoil(key, (*where, key.text), Code.DUPLICATE_KEY, message)
            elif key.text == MERGE_KEY:
                self._spoil(key, (*where, key.text), Code.MERGE_KEY, NO_MERGE)
            elif _has_no_colon(key, value):
                code, message = _why_alone(key.text, is_first=key is entries[0][0])
                self._spoil(key, (*where, key.text), code, message)
            else:
                seen[key.text] = key
                yield from self._pair(key.text, value, where)

    def _begins_slide(
        self, entries: list[tuple[Node, Node]], number: int, where: Where
    ) -> Node | None:
        """The first key of the next slide, if a key of a slide is written again there."""
        key = entries[number][0]
        in_slide = where[:1] == ("slides",) and len(where) <= 2
        is_alone = self.source.lines[key.mark.line - 1][: key.mark.column - 1].strip() == ""
        if not in_slide or not is_alone:
            return None
        for name, _ in reversed(entries[max(0, number - KEYS_BACK) : number + 1]):
            if self._follows_gap(name):
                return name
            if name is not key and name.text == key.text:
                break
        return key if key.text in BEGINNINGS else None

    def _follows_gap(self, key: Node) -> bool:
        """Whether an empty line, and perhaps comments, stand above a key."""
        line = key.mark.line - 1
        above = reversed(self.source.lines[max(0, line - KEYS_BACK) : line])
        nearest = next((one for one in above if not one.lstrip().startswith("#")), "x")
        return not nearest.strip()

    def _hidden_dash(self, key: Node, first: Node) -> str | None:
        """Whether a comment between two keys of one name hides the dash between them."""
        between = self.source.lines[first.mark.line : key.mark.line - 1]
        return HIDDEN if any(map(HIDDEN_DASH.match, between)) else None

    def _pair(self, key: str, value: Node, where: Where) -> Iterator[tuple[str, Any]]:
        plain = self.plain(value, (*where, key))
        if plain is not None:
            yield key, plain
        elif value.is_nothing and key in CLOSING:
            message = f"{key} is empty; write a value or remove it"
            self._spoil(value, (*where, key), Code.EMPTY_TEXT, message)

    def _spoil(self, node: Node, where: Where, code: Code, message: str) -> None:
        self.spoiled.append(where)
        self.problems.add(self._problem(node, code, message))

    def _problem(self, node: Node, code: Code, message: str) -> Problem:
        mark = node.mark
        return self.source.problem(code, message, mark.line, mark.column, mark.length)


def _has_no_colon(key: Node, value: Node) -> bool:
    """Whether YAML made a key of the text between two commas in { }."""
    end = key.mark.column + key.mark.length
    return value.is_nothing and (value.mark.line, value.mark.column) == (key.mark.line, end)


def _why_alone(text: str, *, is_first: bool) -> tuple[Code, str]:
    """Code and sentence for a text in { } without a value."""
    if RUN_TOGETHER.match(text):
        return Code.MISSING_SPACE, f"a space is missing after the colon in {quoted(text)}"
    if is_first:
        message = f"{quoted(text)} has no key; inside {{ }}, write {{key: value}}"
        return Code.KEY_ALONE, message
    return Code.COMMA_IN_TEXT, (
        f"{quoted(text)} follows a comma, so it is read as a key;"
        ' put a text with a comma in quotation marks: "…"'
    )
