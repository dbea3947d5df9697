"""Checks what should be fixed before opening: each rule is a function in one of four tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from msgspec.structs import replace

from kiosk.authoring.checks.comments import slide_half_hidden, text_is_comment
from kiosk.authoring.checks.dates import never_due
from kiosk.authoring.checks.duplicates import (
    photo_copied,
    photo_like_withdrawn,
    photo_shown_twice,
    photo_under_two_names,
)
from kiosk.authoring.checks.folder import (
    allowed_unknown,
    exhibition_unlisted,
    file_not_read,
    photo_unused,
    unnamed_photos,
    withdrawn_photo_kept,
    withdrawn_photo_named,
    withdrawn_photo_recorded,
)
from kiosk.authoring.checks.kiosk_texts import KioskTexts
from kiosk.authoring.checks.letters import language_not_drawn, letters_missing
from kiosk.authoring.checks.marks_shown import quotation_marks_shown
from kiosk.authoring.checks.markup import (
    file_name_shown,
    letters_garbled,
    mark_unclosed,
    markup_shown,
    text_unfinished,
)
from kiosk.authoring.checks.no_effect import (
    accents_twice,
    default_unused,
    fill_unused,
    focus_unused,
    motion_unused,
    order_unused,
)
from kiosk.authoring.checks.photos import (
    cover_under_notice,
    people_without_consent,
    photo_amiss,
    photo_stands_in,
    photo_too_small,
    photo_transparent,
    photo_unreadable,
    photo_without_alt,
    photo_without_credit,
    said_twice,
    work_untitled,
    zoom_soft,
)
from kiosk.authoring.checks.quotes import (
    interview_read,
    labels_alike,
    quote_misattributed,
    quote_unnamed,
    quote_untranslated,
    speakers_unknown,
)
from kiosk.authoring.checks.subject import CheckServices, HasTexts, Subject
from kiosk.authoring.checks.texts import (
    accent_is_comment,
    colour_cannot_be_read,
    dwell_too_short,
    language_unspoken,
    sentence_too_long,
    slide_on_pages,
    text_same_in_all_languages,
    text_too_long,
    text_untranslated,
    words_missing,
)
from kiosk.authoring.checks.unseen import maker_not_shown, not_shown
from kiosk.authoring.checks.written_keys import dash_missing, key_without_value
from kiosk.authoring.load.place import Opened, open_place
from kiosk.authoring.problems.collector import Problems
from kiosk.authoring.problems.problem import Problem, Severity
from kiosk.authoring.problems.suppressions import is_accepted
from kiosk.types.photo import PhotoInfo

RULES: tuple[Callable[[Subject], Iterator[Problem]], ...] = (
    photo_without_alt,
    photo_without_credit,
    people_without_consent,
    photo_stands_in,
    photo_unreadable,
    photo_amiss,
    photo_transparent,
    photo_too_small,
    zoom_soft,
    photo_under_two_names,
    photo_shown_twice,
    cover_under_notice,
    photo_copied,
    photo_like_withdrawn,
    said_twice,
    work_untitled,
    text_too_long,
    slide_on_pages,
    words_missing,
    not_shown,
    maker_not_shown,
    accents_twice,
    default_unused,
    fill_unused,
    focus_unused,
    motion_unused,
    order_unused,
    dwell_too_short,
    accent_is_comment,
    colour_cannot_be_read,
    quote_untranslated,
    quote_misattributed,
    quote_unnamed,
    interview_read,
    speakers_unknown,
    labels_alike,
    never_due,
)
"""Rules for one exhibition."""

RULES_OF_TEXTS: tuple[Callable[[HasTexts], Iterator[Problem]], ...] = (
    text_untranslated,
    text_same_in_all_languages,
    language_unspoken,
    sentence_too_long,
    letters_missing,
    text_is_comment,
    slide_half_hidden,
    markup_shown,
    quotation_marks_shown,
    mark_unclosed,
    letters_garbled,
    text_unfinished,
    file_name_shown,
)
"""Rules for what visitors read, in an exhibition and on the home screen."""

RULES_OF_PLACE: tuple[Callable[[Opened], Iterator[Problem]], ...] = (
    exhibition_unlisted,
    file_not_read,
    withdrawn_photo_named,
    withdrawn_photo_recorded,
    photo_unused,
    allowed_unknown,
)

RULES_OF_THE_REST: tuple[Callable[[Opened, Problems], Iterator[Problem]], ...] = (
    dash_missing,
    key_without_value,
)
"""Rules that repeat nothing of what the others have found."""


def check(place: Path, services: CheckServices | None = None) -> tuple[Problem, ...]:
    """All problems of a folder or file, except those that a comment on their line allows."""
    return check_opened(open_place(place), services or CheckServices())


def check_opened(opened: Opened, services: CheckServices) -> tuple[Problem, ...]:
    found = check_wholly(opened, services)
    return tuple(problem for problem in found if not is_accepted(problem))


def check_wholly(opened: Opened, services: CheckServices) -> tuple[Problem, ...]:
    """The same, with what a comment allows."""
    problems = Problems(opened.problems)
    subjects = [Subject(resolved, opened.kiosk, services) for resolved in opened.resolved]
    if services.inspect:
        refused, infos = services.inspect(file for one in subjects for file in one.files)
        withdrawn = _withdrawn_infos(opened, services) if infos else {}
        subjects = [
            replace(one, refused=refused, infos=infos, withdrawn=withdrawn) for one in subjects
        ]
    for subject in subjects:
        problems.extend(found for rule in RULES for found in rule(subject))
    settings = [KioskTexts(opened.document, opened.kiosk, services)] if opened.document else []
    with_texts: tuple[HasTexts, ...] = (*subjects, *settings)
    for texts in with_texts:
        problems.extend(found for rule in RULES_OF_TEXTS for found in rule(texts))
    problems.extend(found for rule in RULES_OF_PLACE for found in rule(opened))
    problems.extend(withdrawn_photo_kept(opened, services))
    problems.extend(language_not_drawn(opened, services))
    for rule in RULES_OF_THE_REST:
        problems.extend([*rule(opened, problems)])
    return problems.in_order()


def _withdrawn_infos(opened: Opened, services: CheckServices) -> Mapping[str, PhotoInfo]:
    """Info of the withdrawn photos whose files are still there."""
    unnamed = services.recorded(unnamed_photos(opened)) if services.recorded else ()
    gone = (opened.withdrawn | opened.recorded).union(unnamed)
    return services.inspect_withdrawn(gone) if services.inspect_withdrawn and gone else {}


def strictly(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The same problems, with warnings turned into errors."""
    return Problems(
        replace(one, severity=Severity.ERROR) if one.severity is Severity.WARNING else one
        for one in problems
    ).in_order()
