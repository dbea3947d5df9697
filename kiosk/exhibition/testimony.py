"""Quotes: none is shown that does not stand in the interview, word for word."""

from __future__ import annotations

from kiosk.exhibition.document import Document
from kiosk.exhibition.model import Quote
from kiosk.exhibition.node import Where
from kiosk.exhibition.problem import Problem, shown
from kiosk.wall.interview import Interview
from kiosk.wall.passage import find, nearest, stands_elsewhere

SIMILARITY_MIN = 50
"""Below this, a passage has little to do with the quote."""
PASSAGE_LENGTH = 160


def quote_problem(
    document: Document, where: Where, quote: Quote, interview: Interview | None
) -> Problem | None:
    """Why this quote may not be shown, if it may not."""
    if interview is None:
        message = "a quote needs the interview it stands in; name it with interview:"
        return document.problem("quote-without-interview", message, where, key=True)
    if find(interview, quote.text):
        return None
    exact = (*where, "text") if document.has((*where, "text")) else where
    elsewhere = stands_elsewhere(interview, quote.text)
    if elsewhere:
        whose, line = elsewhere
        message = f"these words are {whose}, at {shown(interview.path)}:{line}; quote the answers"
        return document.problem("quote-of-another", message, exact)
    message = f"this quote does not stand in the interview{_help(interview, quote.text)}"
    return document.problem("quote-not-in-interview", message, exact)


def _help(interview: Interview, text: str) -> str:
    near = nearest(interview, text)
    if near is None or near.similarity < SIMILARITY_MIN:
        return ", and nothing in it is near"
    passage = near.text if len(near.text) <= PASSAGE_LENGTH else near.text[:PASSAGE_LENGTH] + " …"
    return f"; nearest is “{passage}” at {shown(interview.path)}:{near.line}"
