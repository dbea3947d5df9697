"""Checks quotes: none is shown that is not in the interview, word for word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from kiosk.authoring.keys.model import Quote
from kiosk.authoring.load.folder import Reason
from kiosk.authoring.problems.codes import Code
from kiosk.authoring.problems.problem import Problem, quoted, shown
from kiosk.authoring.transcripts.quote_faults import left_out_aside, runs_over
from kiosk.authoring.transcripts.redaction import Version
from kiosk.authoring.yaml.document import Document
from kiosk.authoring.yaml.nodes import Where
from kiosk.base.roots import resolved
from kiosk.exhibition.interview import Interview
from kiosk.exhibition.quote_match import (
    Passage,
    nearest,
    passages,
    stands_elsewhere,
    stray_line,
)
from kiosk.exhibition.speakers import are_several, is_same_person
from kiosk.exhibition.text import LocalisedText
from kiosk.language.lookup import nearest as near_tag

SIMILARITY_MIN = 50
"""Below this, a passage has little to do with the quote."""
PASSAGE_LENGTH = 160
ENDINGS = (".txt", ".md", ".srt", ".vtt", ".docx", ".odt")
"""Endings of files that may be an interview, whatever they hold."""


def no_transcript(file: Path) -> Reason | None:
    """Why a file is not opened as an interview, judged by its name or that of its link's target."""
    real = resolved(file)
    name, ending = real.name, real.suffix.lower()
    if ending not in ENDINGS:
        message = f"{quoted(name)} is not an interview; its name must end in {', '.join(ENDINGS)}"
        return Code.INTERVIEW_ENDING, message
    return None


def check_quote(
    document: Document,
    where: Where,
    quote: Quote,
    speaker: LocalisedText | None,
    version: Version | None,
) -> Iterator[Problem]:
    """Why this quote must not be shown; nothing if it may be."""
    if version is None:
        message = "a quote needs its interview; name it with interview:"
        yield document.problem(Code.QUOTE_WITHOUT_INTERVIEW, message, where, key=True)
        return
    exact = (*where, "text") if document.has((*where, "text")) else where
    said = (*where, "speaker")
    named = said if document.has(said) else where
    yield from check_words(document, exact, named, quote.text, speaker, version)


def check_translations(
    document: Document,
    where: Where,
    quote: Quote,
    speaker: LocalisedText | None,
    versions: Mapping[str, Version],
) -> Iterator[Problem]:
    """The same for its translations, each against the translated interview of its language."""
    for tag, text in quote.translation.texts if quote.translation else ():
        if found := near_tag(tag, versions):
            exact = (*where, "translation", tag)
            at = exact if document.has(exact) else (*where, "translation")
            yield from check_words(document, at, at, text, speaker, versions[found])


def check_words(
    document: Document,
    where: Where,
    named: Where,
    text: str,
    speaker: LocalisedText | None,
    version: Version,
) -> Iterator[Problem]:
    """Why these words may not be shown under this name, which is written at `named`."""
    interview, whole = version.shown, version.whole
    found = list(passages(interview, text))
    if found:
        yield from _misattributed(document, named, speaker, interview, found)
        return
    elsewhere = stands_elsewhere(interview, text)
    if elsewhere:
        whose, line = elsewhere
        message = f"these words are {whose}, at {shown(interview.path)}:{line}; quote the answers"
        yield document.problem(Code.QUOTE_OF_ANOTHER, message, where)
    elif stray := stray_line(interview, text):
        message = f"it is not clear who says these words, at {shown(interview.path)}:{stray}"
        yield document.problem(Code.QUOTE_OF_ANOTHER, message, where)
    elif whole is not interview and _is_in(whole, text):
        message = "these words touch a sealed passage, so they are not shown; quote other words"
        yield document.problem(Code.SEALED_TOUCHED, message, where)
    elif over := runs_over(interview, text):
        message = f"this quote is not in the interview as one answer{_of_several(interview, *over)}"
        yield document.problem(Code.QUOTE_NOT_IN_INTERVIEW, message, where)
    else:
        message = f"this quote is not in the interview{_help(interview, text)}"
        yield document.problem(Code.QUOTE_NOT_IN_INTERVIEW, message, where)


def _is_in(interview: Interview, text: str) -> bool:
    """Whether anybody says these words, or they are in the summary."""
    said = next(passages(interview, text), None) or stands_elsewhere(interview, text)
    return bool(said or stray_line(interview, text))


def _misattributed(
    document: Document,
    where: Where,
    speaker: LocalisedText | None,
    interview: Interview,
    found: list[Passage],
) -> Iterator[Problem]:
    """A quote must be under the name of whoever says it, and under no name that others have too."""
    if speaker is None or any(_is_of(speaker, one.speaker, interview) for one in found):
        return
    place = f"{shown(interview.path)}:{found[0].line}"
    who = found[0].speaker or interview.name or "another"
    name = quoted(speaker.in_language("en"))
    message = f"{who} says these words, at {place}, and not {name}; write speaker: {who}"
    yield document.problem(Code.QUOTE_WRONG_SPEAKER, message, where)


def _is_of(speaker: LocalisedText, who: str, interview: Interview) -> bool:
    names = [name for _, name in speaker.texts]
    if who in names:
        return True
    if who and any(map(are_several, names)):
        return False
    meant = {
        one for one in interview.speakers if one and any(is_same_person(one, n) for n in names)
    }
    return meant == {who} if who else not meant


def _of_several(interview: Interview, whose: tuple[str, ...], line: int) -> str:
    """What to do with words of several turns."""
    place = f"{shown(interview.path)}:{line}"
    names = [name or interview.name or "the person interviewed" for name in whose]
    if len(names) == 1:
        return f"; it joins several answers, from {place} on; make a quote of each"
    return f"; it joins words of {' and '.join(names)}, from {place} on; quote one person alone"


def _help(interview: Interview, text: str) -> str:
    found = left_out_aside(interview, text)
    if found:
        aside, at = found
        return (
            f"; {aside} is between these words, at {shown(interview.path)}:{at}; write […] for it"
        )
    near = nearest(interview, text)
    if near is None or near.similarity < SIMILARITY_MIN:
        return ", nor are similar words"
    line = near.text.partition("\n")[0][:PASSAGE_LENGTH]
    passage = line if line == near.text else f"{line} …"
    return f"; the nearest words are “{passage}” at {shown(interview.path)}:{near.line}"
