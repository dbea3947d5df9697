"""Checks comments: none of them is really the end of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kiosk.authoring.checks.subject import HasTexts
from kiosk.authoring.keys.written_values import as_wanted
from kiosk.authoring.problems.codes import Code
from kiosk.authoring.problems.problem import Problem, Severity
from kiosk.authoring.yaml.nodes import HIDDEN_DASH, Node

COMMENT = re.compile(r"\s+(#\w\S*)")
"""Real comments have a space after `#`; `#1` is probably text."""
REST_OF_SLIDE = re.compile(r"\s+[a-z_]+:(?:\s|$)")
COLOUR = "accent"
"""The key that has its own rule, `accent_is_comment`."""


def text_is_comment(texts: HasTexts) -> Iterator[Problem]:
    source = texts.document.source
    accent = (texts.document.root.child(COLOUR) or (None,))[0]
    for key, value in _pairs(texts.document.root):
        column = value.mark.column + (value.mark.length if value.text else 0)
        cut = COMMENT.match(source.text_at(value.mark.line, column))
        if cut and key is not accent:
            lost = cut[1]
            wanted = as_wanted(str(key.text), lost)
            advice = f"write {key.text}: {wanted}" if wanted else "put the text in quotation marks"
            message = f"# begins a comment, so {lost} is not read; {advice}"
            place = (value.mark.line, column + cut.start(1), len(lost))
            yield source.problem(Code.TEXT_IS_COMMENT, message, *place, Severity.WARNING)


def slide_half_hidden(texts: HasTexts) -> Iterator[Problem]:
    """A comment hides the first line of a slide, so its others would belong to the slide above."""
    source = texts.document.source
    for number, line in enumerate(source.lines[:-1], start=1):
        below = source.lines[number]
        if HIDDEN_DASH.match(line) and REST_OF_SLIDE.match(below):
            column = len(below) - len(below.lstrip()) + 1
            place = (number + 1, column, len(below.strip()), Severity.WARNING)
            message = (
                "this belongs to the slide above the comment; if it should not, put # before it"
            )
            yield source.problem(Code.SLIDE_HALF_HIDDEN, message, *place)


def _pairs(node: Node) -> Iterator[tuple[Node, Node]]:
    """Keys whose value is one text, or nothing."""
    for item in node.items or ():
        yield from _pairs(item)
    for key, value in node.entries or ():
        if value.items is None and value.entries is None:
            yield key, value
        else:
            yield from _pairs(value)
