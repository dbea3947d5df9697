"""Checks quotes that are in the interview: who is named as the speaker, and the languages."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from difflib import get_close_matches
from itertools import combinations

from kiosk.authoring.checks.subject import Subject
from kiosk.authoring.problems.codes import Code
from kiosk.authoring.problems.problem import Problem, shown
from kiosk.authoring.transcripts.forms.roles import plain, unnumbered
from kiosk.exhibition.exhibition import Quote
from kiosk.exhibition.interview import Interview
from kiosk.exhibition.quote_match import passages
from kiosk.exhibition.speakers import are_initials
from kiosk.exhibition.text import LocalisedText

LABELS_MAX = 50
"""Most labels that are compared, each with all others."""
SIMILARITY_MIN = 0.5
"""Likeness of two labels of which one may be meant: labels of two letters share one."""


def quote_untranslated(subject: Subject) -> Iterator[Problem]:
    for one in subject.resolved.located:
        quote = one.slide.quote
        if quote:
            written = {quote.language, *(quote.translation.languages if quote.translation else ())}
            lacking = [tag for tag in subject.kiosk.languages if tag not in written]
            if lacking:
                message = f"this quote has no translation in {', '.join(lacking)}"
                where = (*one.where, "quote")
                inside = (*where, "translation")
                if subject.document.node(inside).child(lacking[0]):
                    where = (*inside, lacking[0])  # The tag is there, without its text.
                yield subject.document.warning(Code.TRANSLATION_MISSING, message, where)


def interview_read(subject: Subject) -> Iterator[Problem]:
    """How a transcript with labels or marks was understood, for a person to look at once."""
    interview = subject.resolved.interview
    if interview and any(exchange.speakers for exchange in interview.exchanges):
        names = [name or "the person interviewed" for name in interview.speakers]
        who = f"{' and '.join(names)} {'answer' if len(names) > 1 else 'answers'}"
        count = len(interview.exchanges)
        asked = "1 question" if count == 1 else f"{count} questions"
        typed = shlex.quote(shown(subject.document.path))
        message = f"{who} {asked} here; kiosk interview {typed} prints them"
        yield subject.document.note(Code.INTERVIEW_READ, message, ("interview",))


def speakers_unknown(subject: Subject) -> Iterator[Problem]:
    """What is no label under `speakers`, which names nobody: a slip, or a name before its label."""
    written, interview = subject.resolved.draft.exhibition.interview, subject.resolved.interview
    if not (written and interview):
        return
    versions = (interview, *(one for _, one in subject.resolved.translations))
    labels = {plain(label): label for one in versions for label, _ in one.labels}
    known = {*labels, *map(unnumbered, labels)}
    named = {plain(key) for key, _ in written.speakers}
    for key, name in written.speakers:
        if plain(key) in known:
            continue
        label = labels.get(plain(name))
        others = {one: labels[one] for one in labels if one not in named}
        near = get_close_matches(plain(key), others, n=1, cutoff=SIMILARITY_MIN)
        if label:
            rest = f", but “{label}” is; write {label}: {key}"
        elif near:
            rest = f"; did you mean “{others[near[0]]}”?"
        else:
            rest = f"; its labels are {' and '.join(labels.values())}" if labels else ""
        message = f"“{key}” is not a label of this transcript{rest}"
        yield subject.document.warning(Code.NO_EFFECT, message, ("interview", "speakers", key))


def labels_alike(subject: Subject) -> Iterator[Problem]:
    """Labels that only a dot or a space parts, or that are a name and its initials."""
    interview = subject.resolved.interview
    labels = interview.labels[:LABELS_MAX] if interview else ()
    for (first, first_name), (label, name) in combinations(labels, 2):
        is_alike = _letters(first) == _letters(label) and plain(first) != plain(label)
        if first_name != name and (
            is_alike or are_initials(first, label) or are_initials(label, first)
        ):
            message = (
                f"“{first}” and “{label}” are two speakers here; if they are one,"
                " write one of them in the whole transcript"
            )
            yield subject.document.note(Code.INTERVIEW_READ, message, ("interview",))


def _letters(label: str) -> str:
    return "".join(filter(str.isalnum, label)).casefold()


def quote_misattributed(subject: Subject) -> Iterator[Problem]:
    """The person named in `by` or `speaker` must be the one who answers.

    If the transcript names its speakers, another name is an error, and the quote is not here.
    """
    interview = subject.resolved.interview
    if interview and any(interview.speakers):
        return
    for one in subject.resolved.located:
        quote = one.slide.quote
        if not (quote and quote.speaker and interview) or _answers(quote.speaker, interview):
            continue
        said = (*one.where, "quote", "speaker")
        where = said if subject.document.has(said) else ("by",)
        name = quote.speaker.in_language("en")
        message = f"{interview.name} answers in this interview; the quote appears under {name}"
        yield subject.document.warning(Code.QUOTE_SPEAKER, message, where)


def quote_unnamed(subject: Subject) -> Iterator[Problem]:
    """Words without a name, though the transcript knows whose they are."""
    for one in subject.resolved.located:
        quote = one.slide.quote
        if quote and not quote.speaker:
            names = " or ".join(_sayers(subject, quote))
            if names:
                message = f"nobody is named as the speaker; write speaker: {names}"
                where = (*one.where, "quote")
                yield subject.document.warning(Code.QUOTE_SPEAKER, message, where)


def _sayers(subject: Subject, quote: Quote) -> list[str]:
    """Everybody who says these words, as the transcript names them."""
    found = list[str]()
    for interview in (subject.interview, *(one for _, one in subject.resolved.translations)):
        if interview:
            usual = interview.name
            found += (one.speaker or usual for one in passages(interview, quote.text))
    return [name for name in dict.fromkeys(found) if name]


def _answers(speaker: LocalisedText, interview: Interview) -> bool:
    """Whether a line of the interview's head names the person, in any language."""
    heads = [title.casefold() for title in interview.titles]
    return not heads or any(
        name.casefold() in head or head in name.casefold()
        for _, name in speaker.texts
        for head in heads
    )
