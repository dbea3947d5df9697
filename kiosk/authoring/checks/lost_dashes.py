"""Checks for slides that have lost their dash, and so belong to the slide above."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.authoring.checks.subject import HasTexts
from kiosk.authoring.problems.codes import Code
from kiosk.authoring.problems.problem import Problem, Severity

BEGINNINGS = ("layout", "photo", "photos", "title", "quote")
"""Keys with which people begin a slide."""


def dash_missing(texts: HasTexts) -> Iterator[Problem]:
    """An empty line stands above a key within a slide, where the next slide could begin."""
    source = texts.document.source
    found = texts.document.root.child("slides")
    for slide in found[1].items or () if found else ():
        for key, _ in (slide.entries or ())[1:]:
            mark = key.mark
            if key.text in BEGINNINGS and not source.lines[mark.line - 2].strip():
                message = (
                    f"{key.text} belongs to the slide above the empty line;"
                    f" if a slide begins here, write - {key.text}:"
                )
                place = (mark.line, mark.column, mark.length, Severity.WARNING)
                yield source.problem(Code.DASH_MISSING, message, *place)
