"""Finds the words of an interview at which its chapters begin."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.authoring.load.convert import to_value
from kiosk.authoring.load.draft import Draft
from kiosk.authoring.load.interviews.versions import Interviews
from kiosk.authoring.problems.codes import Code
from kiosk.authoring.problems.collector import Problems
from kiosk.authoring.problems.problem import shown
from kiosk.authoring.transcripts.redaction import segments
from kiosk.exhibition import exhibition as values
from kiosk.exhibition.interview import Interview
from kiosk.exhibition.quote_match import places_of


def chapters_of(
    draft: Draft, interviews: Interviews, problems: Problems
) -> Iterator[values.Chapter]:
    """Those that begin at one place that visitors may read."""
    written, version = draft.exhibition.interview, interviews.spoken
    for number, chapter in enumerate(written.chapters if written and version else ()):
        assert version
        where = ("interview", "chapters", number, "from")
        count, known = (_count(one, chapter.from_) for one in (version.shown, version.whole))
        if count == 1:
            yield to_value(values.Chapter, chapter)
        elif not count and known:
            message = "this chapter begins in a sealed passage; write words outside it"
            problems.add(draft.document.problem(Code.SEALED_TOUCHED, message, where))
        else:
            what = "more than once in" if count else "not in"
            message = (
                f"these words are {what} {shown(version.whole.path)}, so this chapter is not shown;"
                " write some words of a question or an answer"
            )
            problems.add(draft.document.problem(Code.CHAPTER_UNCLEAR, message, where))


def _count(interview: Interview, words: str) -> int:
    texts = (text.text for text in segments(interview) if text.kind in {"question", "answer"})
    return sum(len(places_of(text, words)) for text in texts)
