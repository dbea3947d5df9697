"""Checks what should be fixed before opening: each rule is a function in one of three tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from msgspec.structs import replace

from kiosk.authoring.checks.comments import text_is_comment
from kiosk.authoring.checks.dates import never_due
from kiosk.authoring.checks.duplicates import photo_copied, photo_under_two_names
from kiosk.authoring.checks.folder import (
    allowed_unknown,
    exhibition_unlisted,
    photo_unused,
    withdrawn_photo_kept,
    withdrawn_photo_named,
)
from kiosk.authoring.checks.kiosk_texts import KioskTexts
from kiosk.authoring.checks.letters import letters_missing
from kiosk.authoring.checks.photos import (
    cover_under_notice,
    people_without_consent,
    photo_amiss,
    photo_stands_in,
    photo_too_small,
    photo_unreadable,
    photo_without_alt,
    photo_without_credit,
    said_twice,
)
from kiosk.authoring.checks.quotes import quote_misattributed, quote_untranslated
from kiosk.authoring.checks.subject import CheckServices, HasTexts, Subject
from kiosk.authoring.checks.texts import (
    accent_is_comment,
    colour_cannot_be_read,
    dwell_too_short,
    language_unspoken,
    sentence_too_long,
    text_too_long,
    text_untranslated,
)
from kiosk.authoring.load.place import Opened, open_place
from kiosk.authoring.problems.problem import Problem, Severity, in_order
from kiosk.authoring.problems.suppressions import allowed_on

RULES: tuple[Callable[[Subject], Iterator[Problem]], ...] = (
    photo_without_alt,
    photo_without_credit,
    people_without_consent,
    photo_stands_in,
    photo_unreadable,
    photo_amiss,
    photo_too_small,
    photo_under_two_names,
    cover_under_notice,
    photo_copied,
    said_twice,
    text_too_long,
    dwell_too_short,
    accent_is_comment,
    colour_cannot_be_read,
    quote_untranslated,
    quote_misattributed,
    never_due,
)
"""Rules for one exhibition."""

RULES_OF_WORDS: tuple[Callable[[HasTexts], Iterator[Problem]], ...] = (
    text_untranslated,
    language_unspoken,
    sentence_too_long,
    letters_missing,
    text_is_comment,
)
"""Rules for what visitors read, in an exhibition and on the home screen."""

RULES_OF_PLACE: tuple[Callable[[Opened], Iterator[Problem]], ...] = (
    exhibition_unlisted,
    withdrawn_photo_named,
    photo_unused,
    allowed_unknown,
)


def check(place: Path, means: CheckServices | None = None) -> tuple[Problem, ...]:
    """All problems of a folder or file, except those that a comment on their line allows."""
    return check_opened(open_place(place), means or CheckServices())


def check_opened(opened: Opened, means: CheckServices) -> tuple[Problem, ...]:
    hung = [Subject(resolved, opened.kiosk, means) for resolved in opened.resolved]
    if means.inspect:
        refused, facts = means.inspect(file for one in hung for file in one.files())
        hung = [replace(one, refused=refused, facts=facts) for one in hung]
    found = [problem for one in hung for rule in RULES for problem in rule(one)]
    front = [KioskTexts(opened.document, opened.kiosk, means)] if opened.document else []
    worded: tuple[HasTexts, ...] = (*hung, *front)
    found += [problem for one in worded for rule in RULES_OF_WORDS for problem in rule(one)]
    found += [problem for rule in RULES_OF_PLACE for problem in rule(opened)]
    found += withdrawn_photo_kept(opened, means)
    problems = in_order([*opened.problems, *found])
    return tuple(problem for problem in problems if not _is_allowed(problem))


def strictly(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The same problems, with warnings turned into errors."""
    return in_order(
        replace(one, severity=Severity.ERROR) if one.severity is Severity.WARNING else one
        for one in problems
    )


def _is_allowed(problem: Problem) -> bool:
    """Whether the line itself allows this warning or note."""
    if problem.severity is Severity.ERROR or not problem.snippet:
        return False
    return any(code == problem.code for code, _ in allowed_on(problem.snippet[-1][1]))
