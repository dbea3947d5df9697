"""Lists how a transcript is understood: who speaks, and on which lines."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.authoring.problems.problem import shown
from kiosk.exhibition.interview import Exchange, Interview

UNNAMED = "the person interviewed"
INTERVIEWER = "the interviewer"


def listing(interview: Interview) -> str:
    """Who answers and who asks, then each question and each paragraph with its line."""
    return "\n".join(_lines(interview))


def _lines(interview: Interview) -> Iterator[str]:
    yield shown(interview.path)
    yield f"  Title      {interview.name or '-'}"
    yield f"  Answers    {', '.join(name or UNNAMED for name in interview.speakers)}"
    yield f"  Asks       {', '.join(name or INTERVIEWER for name in interview.askers) or '-'}"
    for exchange in interview.exchanges:
        yield ""
        yield from _exchange(exchange)
    if interview.note:
        yield f"\n  Note       {interview.note}"
    for stray in interview.strays:
        yield f"\n{stray.line:5}  ? {stray.text}"


def _exchange(exchange: Exchange) -> Iterator[str]:
    if exchange.question:
        yield f"{exchange.line:5}  {exchange.asker or 'Question'}: {exchange.question}"
    speakers = exchange.speakers or ("",) * len(exchange.paragraphs)
    said = zip(exchange.answer_lines, speakers, exchange.paragraphs, strict=True)
    for line, speaker, text in said:
        yield f"{line:5}    {speaker or 'Answer'}: {text}"
