"""Closes interviews in which sealed words are once more: on another line, or in another file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from kiosk.authoring.load.draft import Draft
from kiosk.authoring.load.interviews.sealed_words import words_of
from kiosk.authoring.load.interviews.seals import CLOSED
from kiosk.authoring.load.interviews.versions import Interviews
from kiosk.authoring.problems.codes import Code
from kiosk.authoring.problems.collector import Problems
from kiosk.authoring.problems.problem import shown
from kiosk.authoring.transcripts.redaction import segments
from kiosk.exhibition.interview import Interview


def without_repeated(
    drafts: Sequence[Draft], all_interviews: Sequence[Interviews], problems: Problems
) -> list[Interviews]:
    """The interviews of these drafts; one that repeats what any of them seals is closed."""
    versions = [one for interviews in all_interviews for one in interviews.versions]
    sealed = {_spaced(text) for one in versions for text in one.said}
    both = zip(drafts, all_interviews, strict=True)
    return [_closed(draft, of, sealed, problems) if sealed else of for draft, of in both]


def _closed(
    draft: Draft, interviews: Interviews, sealed: Iterable[str], problems: Problems
) -> Interviews:
    found = next(
        (place for one in interviews.versions for place in _places(one.shown, sealed)), None
    )
    if not found:
        return interviews
    where = ("interview", "sealed")
    exact = where if draft.document.has(where) else where[:1]
    message = f"words that are sealed are also here: {found}; seal them there, too; {CLOSED}"
    problems.add(draft.document.problem(Code.SEALED_UNCLEAR, message, exact))
    return replace(
        interviews,
        spoken=None,
        translations={},
        closed=interviews.closed.union(interviews.translations),
        doubtful=tuple(text for one in interviews.versions for text in one.sealed),
    )


def _places(interview: Interview, sealed: Iterable[str]) -> Iterator[str]:
    texts = segments(interview)
    spaced = [_spaced(one.text) for one in texts]
    whole = "\n".join(spaced)
    found = [words for words in sealed if words in whole]
    for one, text in zip(texts, spaced, strict=True):
        if any(words in text for words in found):
            yield f"{shown(interview.path)}:{max(one.line, 1):g}"


def _spaced(text: str) -> str:
    """Its words between spaces, so that no part of a word counts."""
    return f" {' '.join(words_of(text))} "
