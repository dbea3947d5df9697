"""Checks days and hours: each exhibition and each slide will still be shown some day."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.authoring.checks.subject import Subject
from kiosk.authoring.problems.codes import Code
from kiosk.authoring.problems.problem import Problem
from kiosk.authoring.yaml.nodes import Where
from kiosk.exhibition.schedule import Dated, is_timeless, next_day_due, span

BEGINNING = "0001-01-01"
"""Used as today's date if none is given: then all days are still to come."""


def never_due(subject: Subject) -> Iterator[Problem]:
    """An exhibition that is never shown is reported once, and its slides are not."""
    head = subject.resolved.exhibition
    of_head = _why_never(head, subject, ())
    if of_head:
        yield of_head
        return
    for one in subject.resolved.located:
        if is_timeless(one.slide):
            continue
        problem = _why_never(one.slide, subject, one.where)
        if problem:
            yield problem
        elif next_day_due((head, one.slide), subject.services.today or BEGINNING) is None:
            message = "this is never shown: its exhibition is shown on none of its days"
            yield subject.document.warning(Code.NEVER_DUE, message, _where(one.slide, one.where))


def _why_never(dated: Dated, subject: Subject, where: Where) -> Problem | None:
    if dated.from_ and dated.until and dated.until < dated.from_:
        message = "until is before from, so this is never shown"
        return subject.document.warning(Code.NEVER_DUE, message, (*where, "until"))
    if dated.until and subject.services.today and dated.until < subject.services.today:
        message = "this day is past, so this is not shown any more"
        return subject.document.warning(Code.NEVER_DUE, message, (*where, "until"))
    if next_day_due((dated,), subject.services.today or BEGINNING) is None:
        message = f"none of its days is a {' or a '.join(dated.weekdays)}"
        return subject.document.warning(Code.NEVER_DUE, message, (*where, "weekdays"))
    if dated.hours and len(set(span(dated.hours))) == 1:
        message = "these hours end when they begin, so this is never shown"
        return subject.document.warning(Code.NEVER_DUE, message, (*where, "hours"))
    return None


def _where(dated: Dated, where: Where) -> Where:
    """Where a slide says on which days it is shown."""
    return (*where, "from" if dated.from_ else "until" if dated.until else "weekdays")
