"""What should be mended before opening: one rule a function, all of them in two tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from kiosk.exhibition.allowing import allowed_on
from kiosk.exhibition.checks.hung import Hung
from kiosk.exhibition.checks.photos import (
    Reasons,
    cover_under_notice,
    people_without_consent,
    photo_not_as_it_should_be,
    photo_stands_in,
    photo_under_two_names,
    photo_without_alt,
    photo_without_credit,
    said_twice,
)
from kiosk.exhibition.checks.place import (
    allowed_unknown,
    exhibition_unlisted,
    kiosk_untranslated,
    photo_unused,
    withdrawn_photo_named,
)
from kiosk.exhibition.checks.quotes import quote_misattributed, quote_untranslated
from kiosk.exhibition.checks.texts import (
    accent_is_comment,
    colour_cannot_be_read,
    dwell_too_short,
    language_unspoken,
    sentence_too_long,
    text_too_long,
    text_untranslated,
)
from kiosk.exhibition.loader import Opened, open_place
from kiosk.exhibition.problem import Problem, Severity, in_order

RULES: tuple[Callable[[Hung], Iterator[Problem]], ...] = (
    photo_without_alt,
    photo_without_credit,
    people_without_consent,
    photo_stands_in,
    photo_under_two_names,
    cover_under_notice,
    said_twice,
    text_untranslated,
    language_unspoken,
    text_too_long,
    sentence_too_long,
    dwell_too_short,
    accent_is_comment,
    colour_cannot_be_read,
    quote_untranslated,
    quote_misattributed,
)
"""For one exhibition."""

RULES_OF_PLACE: tuple[Callable[[Opened], Iterator[Problem]], ...] = (
    exhibition_unlisted,
    kiosk_untranslated,
    withdrawn_photo_named,
    photo_unused,
    allowed_unknown,
)


Examine = Callable[[Iterable[str]], tuple[Reasons, Reasons]]
"""Opens photos: why some cannot be shown, and what is odd about others."""


def check(place: Path, examine: Examine | None = None) -> tuple[Problem, ...]:
    """All problems of a folder or file, without those that a comment on their line allows."""
    opened = open_place(place)
    hung = [Hung(settled, opened.kiosk) for settled in opened.settled]
    found = [problem for one in hung for rule in RULES for problem in rule(one)]
    found += [problem for rule in RULES_OF_PLACE for problem in rule(opened)]
    if examine:
        refused, noted = examine(file for one in hung for file in one.files())
        for one in hung:
            found += photo_not_as_it_should_be(one, refused, noted)
    problems = in_order([*opened.problems, *found])
    return tuple(problem for problem in problems if not _is_allowed(problem))


def _is_allowed(problem: Problem) -> bool:
    """Whether the line itself allows this warning or note."""
    if problem.severity is Severity.ERROR or not problem.snippet:
        return False
    return any(code == problem.code for code, _ in allowed_on(problem.snippet[-1][1]))
