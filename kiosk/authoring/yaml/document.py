"""Reads YAML text into texts, lists and maps that know their line; nothing is executed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from msgspec import Struct

from kiosk.authoring.problems.codes import Code
from kiosk.authoring.problems.collector import Problems, Stopped
from kiosk.authoring.problems.problem import Problem, Severity, brief
from kiosk.authoring.yaml.nodes import (
    DEPTH_MAX,
    MERGE_KEY,
    NO_MERGE,
    NODES_MAX,
    TOO_DEEP,
    Mark,
    Node,
    Values,
    Where,
)
from kiosk.authoring.yaml.source import Source, read

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
QUOTES = ("'", '"')
NOT_CLOSED = "a closing {} is missing at the end of this text"
LITERAL, FOLDED, DOUBLE_QUOTED = "|", ">", '"'
"""Styles of texts in YAML."""
LINE_BREAK = r"\n"
"""Within double quotation marks, a line break that somebody wrote as such."""
JOINED_LINES = re.compile(r"(?m)^(\S.*)\n+(?=\S)")
"""Lines that YAML has joined: of an empty line, it leaves one line break. It joins no lines that
begin with spaces, so their breaks stay.
"""
NOTHING = frozenset({"", "~", "null", "Null", "NULL"})


class Document(Struct, frozen=True):
    """A file's values, and where each of them is."""

    source: Source
    value: Any
    """A text, a list or a map of such values; keys without a value are left out."""
    spoiled: tuple[Where, ...]
    """Values that are not read as they were meant; there is a problem about each."""
    root: Node

    @property
    def path(self) -> Path:
        return self.source.path

    def has(self, where: Where) -> bool:
        """Whether a value was written there."""
        node = self.root
        for step in where:
            found = node.child(step)
            if found is None:
                return False
            node = found[1]
        return not node.is_nothing

    def node(self, where: Where) -> Node:
        """What was written there, or the last thing on the way that was."""
        node = self.root
        for step in where:
            found = node.child(step)
            if found is None:
                break
            node = found[1]
        return node

    def mark(self, where: Where = (), *, key: bool = False) -> Mark:
        """Place of a value or of its key; for a missing value, the place where it would be."""
        name, node = None, self.root
        for step in where:
            found = node.child(step)
            if found is None:
                break
            name, node = found
        if name and (key or node.is_nothing):
            return name.mark
        return node.shown

    def problem(
        self,
        code: Code,
        message: str,
        where: Where = (),
        *,
        key: bool = False,
        severity: Severity = Severity.ERROR,
    ) -> Problem:
        mark = self.mark(where, key=key)
        return self.source.problem(code, message, mark.line, mark.column, mark.length, severity)

    def warning(self, code: Code, message: str, where: Where = ()) -> Problem:
        return self.problem(code, message, where, severity=Severity.WARNING)

    def note(self, code: Code, message: str, where: Where = ()) -> Problem:
        return self.problem(code, message, where, severity=Severity.NOTE)


def open_document(path: Path, problems: Problems) -> Document | None:
    """Read one YAML file; None if it cannot be understood at all."""
    try:
        return parse(read(path), problems)
    except Stopped as stop:
        problems.add(stop.problem)
        return None


def parse(source: Source, problems: Problems) -> Document:
    """Values of a YAML text; raises Stopped if it cannot be understood at all."""
    values, tree = Values(source), _Tree(source)
    try:
        root = tree.grown()
        value = values.plain(root)
    except yaml.YAMLError as error:
        from kiosk.authoring.yaml.syntax_errors import explain  # Needed only if something is wrong.

        not_closed = next(tree.open_marks(), None)
        raise Stopped(not_closed or explain(source, error, _reread)) from None
    if value is None and not values.spoiled:
        message = "this file is still empty; begin with a title"
        raise Stopped(source.problem(Code.EMPTY, message, 1))
    problems.extend(values.problems)
    problems.extend(tree.open_marks())
    for name, mark in tree.unused.items():
        message = f"&{brief(name)} is not shown; put a text that begins with & in quotation marks"
        place = (mark.line, mark.column, mark.length, Severity.WARNING)
        problems.add(source.problem(Code.ANCHOR_UNUSED, message, *place))
    return Document(source, value, tuple(values.spoiled), root)


def _reread(text: str) -> Any:
    """The reader's error in a text, or None."""
    try:
        for _ in yaml.parse(text, Loader=LOADER):
            pass
    except yaml.YAMLError as error:
        return error
    return None


class _Tree:
    """Grows nodes from YAML's events one by one, so that no depth can exhaust the stack."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.open: list[Node] = []
        self.keys: list[Node | None] = []
        self.anchors: dict[str, Node] = {}
        self.unused: dict[str, Mark] = {}
        """Places of anchors that no alias has named yet."""
        self.long: list[tuple[Mark, int]] = []
        """Places of texts in quotation marks on several lines, and their last lines."""
        self.root = Node(Mark(1, 1))
        self.documents = 0
        self.count = 0

    def grown(self) -> Node:
        for event in yaml.parse(self.source.text, Loader=LOADER):
            self._grow(event)
        return self.root

    def _grow(self, event: Any) -> None:
        match event:
            case yaml.DocumentStartEvent():
                self._begin_document(event)
            case yaml.AliasEvent():
                self._put(self._anchored(event))
            case yaml.ScalarEvent():
                self._note_long(event)
                self._put(self._named(event, self._scalar(event)))
            case yaml.SequenceStartEvent():
                self._enter(event, Node(_mark(event), items=[], tag=event.tag))
            case yaml.MappingStartEvent():
                self._enter(event, Node(_mark(event), entries=[], tag=event.tag))
            case yaml.SequenceEndEvent() | yaml.MappingEndEvent():
                self._leave(event)

    def _note_long(self, event: Any) -> None:
        first, last = event.start_mark.line + 1, event.end_mark.line + 1
        if event.style in QUOTES and last > first:
            self.long.append((_mark(event), last))

    def open_marks(self) -> Iterator[Problem]:
        """Texts that hold the keys below them, because a quotation mark closes too late."""
        for mark, last in self.long:
            from kiosk.authoring.yaml.key_lines import holds_key  # Needed only for long texts.

            if holds_key(self.source, mark.line, last):
                sign = self.source.text_at(mark.line, mark.column)[:1]
                yield self.source.problem(
                    Code.YAML, NOT_CLOSED.format(sign), mark.line, mark.column
                )

    def _begin_document(self, event: Any) -> None:
        self.documents += 1
        if self.documents > 1:
            message = "a second document begins here; remove this line, or make a second file"
            self._stop(event, Code.SEVERAL_DOCUMENTS, message)

    def _enter(self, event: Any, node: Node) -> None:
        self._put(self._named(event, node))
        self.open.append(node)
        self.keys.append(None)
        if len(self.open) > DEPTH_MAX:
            self._stop(event, Code.TOO_DEEP, TOO_DEEP)

    def _leave(self, event: Any) -> None:
        node = self.open.pop()
        self.keys.pop()
        mark, end = node.mark, event.end_mark
        if node.mark.length and end.line + 1 == mark.line:
            node.mark = Mark(mark.line, mark.column, end.column + 1 - mark.column)

    def _put(self, node: Node) -> None:
        """Put a node into the list or map around it."""
        self.count += 1
        if self.count > NODES_MAX:
            message = f"this file has more than {NODES_MAX} values"
            raise Stopped(
                self.source.problem(Code.TOO_MANY_VALUES, message, node.mark.line, node.mark.column)
            )
        if not self.open:
            self.root = node
        elif self.open[-1].items is not None:
            self.open[-1].items.append(node)
        else:
            self._pair(node)

    def _pair(self, node: Node) -> None:
        """In a map, nodes are keys and values in turn."""
        entries, key = self.open[-1].entries, self.keys[-1]
        assert entries is not None
        if key is None:
            self.keys[-1] = node
        else:
            entries.append((key, node))
            self.keys[-1] = None

    def _named(self, event: Any, node: Node) -> Node:
        if event.anchor:
            self.anchors[event.anchor] = node
            self.unused[event.anchor] = _mark(event)
        return node

    def _anchored(self, event: Any) -> Node:
        node, name = self.anchors.get(event.anchor), brief(event.anchor)
        self.unused.pop(event.anchor, None)
        if node is None:
            from kiosk.authoring.yaml.signs import bullet  # Needed only if something is wrong.

            line = self.source.lines[event.start_mark.line].lstrip()
            if line.startswith(MERGE_KEY):
                self._stop(event, Code.MERGE_KEY, NO_MERGE)
            begins_line = line.startswith(f"*{name}:")
            message = (
                bullet("*")
                if begins_line
                else (f"*{name} refers to nothing; put a text with * in quotation marks")
            )
            self._stop(event, Code.UNKNOWN_ALIAS, message)
        if any(node is parent for parent in self.open):
            self._stop(event, Code.ENDLESS_ALIAS, f"*{name} would contain itself")
        assert node is not None
        return node

    def _scalar(self, event: Any) -> Node:
        plain, text = not event.style and not event.tag, event.value
        if "\n" in text and event.style != LITERAL:
            written = self.source.text[event.start_mark.index : event.end_mark.index]
            if event.style != DOUBLE_QUOTED or LINE_BREAK not in written:
                text = JOINED_LINES.sub(r"\1\n\n", text)
        return Node(_mark(event), text=None if plain and text in NOTHING else text, tag=event.tag)

    def _stop(self, event: Any, code: Code, message: str) -> None:
        mark = _mark(event)
        raise Stopped(self.source.problem(code, message, mark.line, mark.column, mark.length))


def _mark(event: Any) -> Mark:
    start, end = event.start_mark, event.end_mark
    same_line = start.line == end.line
    length = end.column - start.column if same_line else 1
    return Mark(start.line + 1, start.column + 1, max(1, length))
