"""Checks days and hours: each exhibition and each slide will still be shown some day."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.authoring.checks.subject import Subject
from kiosk.authoring.problems.problem import Problem
from kiosk.authoring.yaml.nodes import Where
from kiosk.exhibition.schedule import Dated, is_timeless, next_day_due, span

BEGINNING = "0001-01-01"
"""Used as today's date if none is given: then all days are still to come."""


def never_due(hung: Subject) -> Iterator[Problem]:
    """An exhibition that is never shown is reported once, and its slides are not."""
    head = hung.resolved.exhibition
    of_head = _why_never(head, hung, ())
    if of_head:
        yield of_head
        return
    for one in hung.resolved.placed:
        if is_timeless(one.slide):
            continue
        problem = _why_never(one.slide, hung, one.where)
        if problem:
            yield problem
        elif next_day_due((head, one.slide), hung.means.today or BEGINNING) is None:
            message = "this is never shown: its exhibition is shown on none of its days"
            yield hung.warning("never-due", message, _where(one.slide, one.where))


def _why_never(dated: Dated, hung: Subject, where: Where) -> Problem | None:
    if dated.from_ and dated.until and dated.until < dated.from_:
        message = "until is before from, so this is never shown"
        return hung.warning("never-due", message, (*where, "until"))
    if dated.until and hung.means.today and dated.until < hung.means.today:
        message = "this day is past, so this is not shown any more"
        return hung.warning("never-due", message, (*where, "until"))
    if next_day_due((dated,), hung.means.today or BEGINNING) is None:
        message = f"none of its days is a {' or a '.join(dated.weekdays)}"
        return hung.warning("never-due", message, (*where, "weekdays"))
    if dated.hours and len(set(span(dated.hours))) == 1:
        message = "these hours end when they begin, so this is never shown"
        return hung.warning("never-due", message, (*where, "hours"))
    return None


def _where(dated: Dated, where: Where) -> Where:
    """Where a slide says on which days it is shown."""
    return (*where, "from" if dated.from_ else "until" if dated.until else "weekdays")
