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
    said = [line for exchange in interview.exchanges for line in _exchange(exchange)]
    doubtful = [(stray.line, f"{stray.line:5}  ? {stray.text}") for stray in interview.strays]
    for _, text in sorted([*said, *doubtful], key=lambda one: one[0]):
        yield text
    if interview.note:
        yield f"\n  Note       {interview.note}"


def _exchange(exchange: Exchange) -> Iterator[tuple[int, str]]:
    """Its lines by their numbers, below an empty one."""
    above = "\n"
    if exchange.question:
        asked = f"{exchange.asker or 'Question'}: {exchange.question}"
        yield exchange.line, f"{above}{exchange.line:5}  {asked}"
        above = ""
    speakers = exchange.speakers or ("",) * len(exchange.paragraphs)
    said = zip(exchange.answer_lines, speakers, exchange.paragraphs, strict=True)
    for line, speaker, text in said:
        yield line, f"{above}{line:5}    {speaker or 'Answer'}: {text}"
        above = ""
