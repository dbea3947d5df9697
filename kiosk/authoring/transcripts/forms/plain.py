"""Understands transcripts without any mark that were broken at a width, or in which nobody asks."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from kiosk.authoring.transcripts.doubts.lines import Line
from kiosk.authoring.transcripts.doubts.words import REQUEST
from kiosk.authoring.transcripts.forms.rows import Row
from kiosk.authoring.transcripts.forms.turns import (
    Form,
    Turn,
    exchanges_of,
    is_note,
    joined,
    width_of,
)
from kiosk.exhibition.interview import Stray

PARAGRAPH_LENGTH = 100
"""Letters that paragraphs of a story have on average; questions and remarks are shorter."""


def wrapped(rows: Sequence[Row], begin: int, is_announced: bool) -> Form | None:
    """Each block is a question that ends with its mark, and below it the answer."""
    groups = _groups(rows[begin:])
    if not is_announced:
        groups = _from_first_question(groups)
    width = width_of([row for group in groups for row in group])
    if width is None:
        return None
    note = ""
    if len(groups) > 1 and len(groups[-1]) == 1 and is_note(groups[-1][0].text):
        note = groups.pop()[0].text
    head = rows[: rows.index(groups[0][0])]
    turns, strays = list[Turn](), list[Stray]()
    for group in groups:
        at = next((at for at, row in enumerate(group) if _has_question(row)), None)
        if at is None and len(turns) > 1 and not turns[-1].asks and not _requests(group):
            strays.append(Stray(" ".join(row.text for row in group), group[0].line))
            continue
        if at is None or not _asks(group[at]) or any(map(_has_question, group[at + 1 :])):
            return None
        turns.append(Turn(True, "", joined(group[: at + 1], width)))
        if len(group) > at + 1:
            turns.append(Turn(False, "", joined(group[at + 1 :], width)))
        elif not turns[-1].asks:
            return None
    if any(one.asks and two.asks for one, two in pairwise(turns)):
        return None
    return Form(tuple(head), exchanges_of(turns), note=note, strays=tuple(strays))


def monologue(rows: Sequence[Row], begin: int, is_announced: bool) -> Form | None:
    """Long paragraphs, each between empty lines, in which nobody asks anything."""
    width = width_of(rows[begin:])
    start = begin if is_announced else _after_titles(rows)
    groups = _groups(rows[start:])
    paragraphs = [joined(group, width) for group in groups]
    if not paragraphs or any(len(one) > 1 for one in paragraphs):
        return None
    said = [one[0] for one in paragraphs]
    if any(_has_question(row) or REQUEST.search(row.text) for row in said):
        return None
    if sum(len(row.text) for row in said) < PARAGRAPH_LENGTH * len(said):
        return None
    if not start or any(":" in row.text[:40] for row in said):
        return None
    return Form(tuple(rows[:begin] or rows[:start]), exchanges_of([Turn(False, "", tuple(said))]))


def _groups(rows: Sequence[Row]) -> list[list[Row]]:
    groups = list[list[Row]]()
    for row in rows:
        if row.is_apart or not groups:
            groups.append([])
        groups[-1].append(row)
    return groups


def _from_first_question(groups: list[list[Row]]) -> list[list[Row]]:
    begins = (at for at, group in enumerate(groups) if any(map(_asks, group[:-1])))
    first = next(begins, len(groups))
    return groups[first:]


def _after_titles(rows: Sequence[Row]) -> int:
    """How many of the first rows are short and no sentences."""
    for at, row in enumerate(rows):
        if len(row.text) > PARAGRAPH_LENGTH or row.text.endswith((".", "!", "…")):
            return at
    return len(rows)


def _asks(row: Row) -> bool:
    return Line(row.line, row.text, 0, 0).asks


def _has_question(row: Row) -> bool:
    return Line(row.line, row.text, 0, 0).has_question


def _requests(rows: Sequence[Row]) -> bool:
    return bool(REQUEST.search(rows[0].text))
