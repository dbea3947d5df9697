"""Checks for quotation marks that were meant for YAML, and that visitors would see."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kiosk.authoring.checks.subject import HasTexts, with_roles
from kiosk.authoring.problems.codes import Code
from kiosk.authoring.problems.problem import Problem
from kiosk.authoring.yaml.signs import CURLY
from kiosk.exhibition.text_walk import Role

AROUND = re.compile(rf"(?P<begin>[{CURLY}])(?:[^\"{CURLY}]|(?<=\w)’(?=\w))+(?P<end>[\"{CURLY}])")
"""Matches a text within one pair of printer's marks; an apostrophe is no mark."""
ALONE = re.compile(r"[^\"]*[^\W\d_][.,;:!?…]?\"")
"""Matches a text with a plain mark at its end alone; after a number, it stands for inches."""


def quotation_marks_shown(texts: HasTexts) -> Iterator[Problem]:
    """Marks around a whole text, or at its end alone; those of quotes are somebody's words."""
    source = texts.document.source
    for where, text in with_roles(texts, Role.WORDS, Role.ABOUT):
        for tag, one in text.texts:
            place = (*where, tag) if tag else where
            mark = texts.document.mark(place)
            if not source.text_at(mark.line, mark.column).startswith(one[:3]):
                continue  # It is in plain marks, so these are meant, or on lines of its own.
            around = AROUND.fullmatch(one)
            if around:
                signs = f"{around['begin']} and {around['end']}"
                message = f'visitors would see {signs}; write plain marks "…", or no marks'
                yield texts.document.warning(Code.MARKS_SHOWN, message, place)
            elif ALONE.fullmatch(one):
                message = 'this text ends with " but does not begin with it; remove it, or add one'
                yield texts.document.warning(Code.MARKS_SHOWN, message, place)
