"""Checks for keys without a value, which are read as if they were not there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from kiosk.authoring.load.place import Opened
from kiosk.authoring.problems.codes import Code
from kiosk.authoring.problems.problem import Problem, Severity
from kiosk.authoring.yaml.nodes import Mark, Node

ABOUT_NOTHING = frozenset(
    {Code.ACCENT_IS_COMMENT, Code.TEXT_IS_COMMENT, Code.TRANSLATION_MISSING, Code.EMPTY_TEXT}
)
"""Problems that say more about a key without a value, such as where its value went."""


def key_without_value(opened: Opened, found: Iterable[Problem]) -> Iterator[Problem]:
    """Keys at any level; `found` are the problems so far, of which none is repeated."""
    explained = {_place(one) for one in found}
    documents = [opened.document, *(draft.document for draft in opened.drafts)]
    for document in filter(None, documents):
        for name, mark in _empty(document.root, set()):
            line = (document.path, mark.line)
            if explained.isdisjoint({line, (*line, mark.column)}):
                message = f"there is nothing after '{name}'; write a value, or remove the key"
                place = (mark.line, mark.column, mark.length, Severity.WARNING)
                yield document.source.problem(Code.EMPTY_TEXT, message, *place)


def _place(problem: Problem) -> tuple[Path, int] | tuple[Path, int, int]:
    """The line of what explains all empty keys there; of others, only their own column."""
    line = (problem.path, problem.line)
    return line if problem.code in ABOUT_NOTHING else (*line, problem.column)


def _empty(node: Node, seen: set[int]) -> Iterator[tuple[str, Mark]]:
    """Keys and their places; a node that aliases name several times is looked at once."""
    if id(node) in seen:
        return
    seen.add(id(node))
    for item in node.items or ():
        yield from _empty(item, seen)
    for key, value in node.entries or ():
        if key.text and value.is_nothing:
            yield key.text, key.mark
        else:
            yield from _empty(value, seen)
