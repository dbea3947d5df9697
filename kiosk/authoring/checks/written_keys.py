"""Checks keys as they are written: none is empty, and none belongs to a slide without its dash."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from kiosk.authoring.load.place import Opened
from kiosk.authoring.problems.codes import Code
from kiosk.authoring.problems.problem import Problem, Severity
from kiosk.authoring.yaml.document import Document
from kiosk.authoring.yaml.nodes import Mark, Node

BEGINNINGS = ("layout", "photo", "photos", "title", "quote")
"""Keys with which people begin a slide."""
ABOUT_NOTHING = frozenset(
    {Code.ACCENT_IS_COMMENT, Code.TEXT_IS_COMMENT, Code.TRANSLATION_MISSING, Code.EMPTY_TEXT}
)
"""Problems that say more about a key without a value, such as where its value went."""


def dash_missing(opened: Opened, found: Iterable[Problem]) -> Iterator[Problem]:
    """An empty line stands above a key within a slide, where the next slide could begin.

    Where this makes an error, such as a key that is written twice, one of `found` says so.
    """
    errors = [one for one in found if one.severity is Severity.ERROR]
    reported = {(one.path, one.line, one.column) for one in errors}
    for draft in opened.drafts:
        source = draft.document.source
        for mark, key in _after_gaps(draft.document):
            if (source.path, mark.line, mark.column) not in reported:
                message = (
                    f"{key} belongs to the slide above the empty line;"
                    f" if a slide begins here, write - {key}:"
                )
                place = (mark.line, mark.column, mark.length, Severity.WARNING)
                yield source.problem(Code.DASH_MISSING, message, *place)


def _after_gaps(document: Document) -> Iterator[tuple[Mark, str]]:
    """Keys with which a slide could begin, below an empty line."""
    found = document.root.child("slides")
    for slide in found[1].items or () if found else ():
        for key, _ in (slide.entries or ())[1:]:
            above = document.source.lines[key.mark.line - 2]
            if key.text in BEGINNINGS and not above.strip():
                yield key.mark, key.text


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
