"""Checks for slides that have lost their dash, and so belong to the slide above."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kiosk.authoring.load.place import Opened
from kiosk.authoring.problems.codes import Code
from kiosk.authoring.problems.problem import Problem, Severity
from kiosk.authoring.yaml.document import Document
from kiosk.authoring.yaml.nodes import Mark

BEGINNINGS = ("layout", "photo", "photos", "title", "quote")
"""Keys with which people begin a slide."""


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
