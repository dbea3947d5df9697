"""Doubts: where a transcript may be anything but a question over its answer.

A wrong guess would hang words under the wrong person. So these rules understand nothing: they
notice that a transcript has another form, and name the first line that shows it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kiosk.exhibition.doubts.labels import labels, names_alone, same_beginnings
from kiosk.exhibition.doubts.lines import Doubt, Transcript
from kiosk.exhibition.doubts.marks import marks, repeated_signs, tabs
from kiosk.exhibition.doubts.order import (
    nobody_asks,
    parted,
    question_in_answer,
    question_in_head,
    question_under_statement,
    standing_alone,
)
from kiosk.exhibition.doubts.times import times
from kiosk.exhibition.doubts.wraps import wraps

RULES: tuple[Callable[[Transcript], Iterator[Doubt]], ...] = (
    times,
    tabs,
    labels,
    names_alone,
    same_beginnings,
    marks,
    repeated_signs,
    wraps,
    question_under_statement,
    question_in_answer,
    question_in_head,
    parted,
    standing_alone,
    nobody_asks,
)
"""What explains most comes first: labels also lead to a question that stands in an answer."""


def first_doubt(transcript: Transcript) -> Doubt | None:
    """The first doubt of the first rule that has one."""
    return next((doubt for rule in RULES for doubt in rule(transcript)), None)
