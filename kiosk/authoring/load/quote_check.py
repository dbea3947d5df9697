"""Checks quotes: none is shown that is not in the interview, word for word."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kiosk.authoring.keys.model import Quote
from kiosk.authoring.load.folder import Reason
from kiosk.authoring.problems.codes import Code
from kiosk.authoring.problems.problem import Problem, quoted, shown
from kiosk.authoring.yaml.document import Document
from kiosk.authoring.yaml.nodes import Where
from kiosk.base.roots import resolved
from kiosk.exhibition.interview import Interview
from kiosk.exhibition.quote_match import Passage, nearest, passages, stands_elsewhere, stray_line
from kiosk.exhibition.speakers import are_several, is_same_person
from kiosk.exhibition.text import LocalisedText

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
    interview: Interview | None,
) -> Iterator[Problem]:
    """Why this quote must not be shown; nothing if it may be."""
    if interview is None:
        message = "a quote needs its interview; name it with interview:"
        yield document.problem(Code.QUOTE_WITHOUT_INTERVIEW, message, where, key=True)
        return
    found = list(passages(interview, quote.text))
    if found:
        yield from _misattributed(document, where, speaker, interview, found)
        return
    exact = (*where, "text") if document.has((*where, "text")) else where
    elsewhere = stands_elsewhere(interview, quote.text)
    if elsewhere:
        whose, line = elsewhere
        message = f"these words are {whose}, at {shown(interview.path)}:{line}; quote the answers"
        yield document.problem(Code.QUOTE_OF_ANOTHER, message, exact)
    elif stray := stray_line(interview, quote.text):
        message = f"it is not clear who says these words, at {shown(interview.path)}:{stray}"
        yield document.problem(Code.QUOTE_OF_ANOTHER, message, exact)
    else:
        message = f"this quote is not in the interview{_help(interview, quote.text)}"
        yield document.problem(Code.QUOTE_NOT_IN_INTERVIEW, message, exact)


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
    said = (*where, "speaker")
    exact = said if document.has(said) else where
    place = f"{shown(interview.path)}:{found[0].line}"
    who = found[0].speaker or interview.name or "another"
    name = quoted(speaker.in_language("en"))
    message = f"{who} says these words, at {place}, and not {name}; write speaker: {who}"
    yield document.problem(Code.QUOTE_WRONG_SPEAKER, message, exact)


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


def _help(interview: Interview, text: str) -> str:
    near = nearest(interview, text)
    if near is None or near.similarity < SIMILARITY_MIN:
        return ", nor are similar words"
    line = near.text.partition("\n")[0][:PASSAGE_LENGTH]
    passage = line if line == near.text else f"{line} …"
    return f"; the nearest words are “{passage}” at {shown(interview.path)}:{near.line}"
