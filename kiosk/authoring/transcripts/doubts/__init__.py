"""Finds where a transcript may be something other than a question above its answer.

A wrong guess would hang words under the wrong person. So these rules understand nothing: they
notice that a transcript has another form, and name the first line that shows it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kiosk.authoring.transcripts.doubts.alone import names_alone
from kiosk.authoring.transcripts.doubts.beginnings import beginnings_again, same_beginnings
from kiosk.authoring.transcripts.doubts.colons import colons
from kiosk.authoring.transcripts.doubts.labels import initials, labels, labels_in_brackets
from kiosk.authoring.transcripts.doubts.lines import Doubt, Transcript
from kiosk.authoring.transcripts.doubts.marks import marks, repeated_signs, signs_alone, tabs
from kiosk.authoring.transcripts.doubts.order import (
    nobody_asks,
    parted,
    question_in_answer,
    question_in_head,
    question_under_statement,
    standing_alone,
)
from kiosk.authoring.transcripts.doubts.times import times
from kiosk.authoring.transcripts.doubts.wraps import wraps

RULES: tuple[Callable[[Transcript], Iterator[Doubt]], ...] = (
    times,
    tabs,
    labels,
    labels_in_brackets,
    initials,
    colons,
    names_alone,
    same_beginnings,
    marks,
    signs_alone,
    beginnings_again,
    repeated_signs,
    wraps,
    question_under_statement,
    question_in_answer,
    question_in_head,
    parted,
    standing_alone,
    nobody_asks,
)
"""The rule that explains most is first: labels also cause a question within an answer."""

RULES_WITHIN_TURNS = (times, tabs, labels, labels_in_brackets, marks, signs_alone)
"""Rules for a transcript whose form is understood: a speaker may still lack a mark."""


def first_doubt(transcript: Transcript) -> Doubt | None:
    """The first doubt of the first rule that has one."""
    return next((doubt for rule in RULES for doubt in rule(transcript)), None)


def first_doubt_within_turns(transcript: Transcript) -> Doubt | None:
    return next((doubt for rule in RULES_WITHIN_TURNS for doubt in rule(transcript)), None)
