"""A transcript is read as it was given."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.authoring.problems.problem import Problem
from kiosk.authoring.transcripts.transcript import parse
from kiosk.authoring.yaml.source import Source
from kiosk.exhibition.interview import Interview, Particular
from tests.authoring.conftest import transcript

SEED = Path(__file__).parents[2] / "seeds" / "meiirbek-sailanbek.txt"


def parsed(text: str) -> Interview:
    return parse(Source(Path("x.txt"), text))


def test_header(meiirbek):
    """The head of the interview names it and whom it is with."""
    assert meiirbek.titles == (
        "About Refugees, By Refugees",
        "Portrait of Refugee Meiirbek Sailanbek",
        "Meiirbek Sailanbek",
    )
    assert meiirbek.name == "Meiirbek Sailanbek"


def test_empty_particulars_are_marked(meiirbek):
    """Labels without an answer are kept, and known to be empty."""
    assert [fact.label for fact in meiirbek.facts] == [
        "Pictures taken in",
        "From",
        "Nationality",
        "Photo and interview by",
    ]
    assert all(fact.is_empty for fact in meiirbek.facts)


def test_summary_and_note(meiirbek):
    """The summary and the closing note are no part of what was asked and answered."""
    assert meiirbek.summary.startswith("My dream is to become a writer,” says")
    assert meiirbek.summary_line == 15
    assert meiirbek.note.startswith("Many 1000 Dreams interviews")
    assert not any("1000 Dreams" in one.question + one.answer for one in meiirbek.exchanges)


def test_every_line_is_somewhere(meiirbek):
    """Counted by another rule: a line after a blank one asks, every other line answers."""
    lines = SEED.read_text(encoding="utf-8").split("\n")
    start = lines.index("full interview") + 1
    end = next(n for n, line in enumerate(lines) if line.startswith("Many 1000 Dreams"))
    asks = [n for n in range(start, end) if lines[n].strip() and not lines[n - 1].strip()]
    answers = [n for n in range(start, end) if lines[n].strip() and lines[n - 1].strip()]

    assert [one.line - 1 for one in meiirbek.exchanges] == asks
    assert [n - 1 for one in meiirbek.exchanges for n in one.answer_lines] == answers
    assert all(one.question == lines[one.line - 1].strip() for one in meiirbek.exchanges)
    assert [text for one in meiirbek.exchanges for text in one.paragraphs] == [
        lines[n].strip() for n in answers
    ]


def test_answer_of_two_paragraphs(meiirbek):
    """An answer knows the line of each of its paragraphs."""
    one = next(one for one in meiirbek.exchanges if one.question == "How did you feel?")
    first, second = one.paragraphs

    assert one.answer_lines == (63, 64)
    assert one.line_at(one.answer.index(first)) == 63
    assert one.line_at(one.answer.index(second)) == 64


def test_answered_particulars(ada):
    """Labels with an answer keep it, on the same line or beneath."""
    assert ada.facts == (Particular("From", "Here", 5), Particular("Lives in", "", 6))


@pytest.mark.parametrize(
    "heading", ["full interview", "Full Interview:", "INTERVIEW", "The full interview"]
)
def test_heading(heading):
    """The line that announces the interview may be written in several ways."""
    interview = parsed(f"Ada\n\nShe paints doors.\n\n{heading}\n\nWhy?\nBecause.\n")

    assert [(one.question, one.answer) for one in interview.exchanges] == [("Why?", "Because.")]


def test_without_heading():
    """Without that line, the first answered question begins the interview."""
    interview = parsed("Ada\n\nFrom:\nHere\n\nShe paints doors.\n\nWhy?\nBecause.\n")

    assert interview.titles == ("Ada",)
    assert interview.facts == (Particular("From", "Here", 3),)
    assert interview.summary == "She paints doors."
    assert [one.question for one in interview.exchanges] == ["Why?"]


def test_head_without_particulars():
    """Where there are no labels, short lines are titles and long ones the summary."""
    summary = "She paints doors. " * 10

    interview = parsed(f"Portraits\n\nAda\n\n{summary}\n\ninterview\n\nWhy?\nBecause.\n")

    assert (interview.name, interview.summary) == ("Ada", summary.strip())


def test_question_without_answer():
    """A question that nobody answered is kept, without an answer."""
    interview = parsed("interview\n\nWhy?\n\nReally?\nYes.\n")

    assert [(one.question, one.paragraphs) for one in interview.exchanges] == [
        ("Why?", ()),
        ("Really?", ("Yes.",)),
    ]


def test_last_words_are_no_note():
    """A last line that does not speak of the interview itself is a question unanswered."""
    interview = parsed("interview\n\nWhy?\nBecause.\n\nThank you.\n")

    assert interview.note == ""
    assert interview.exchanges[-1].question == "Thank you."


def test_line_ends_and_composed_letters():
    """Windows' line ends and letters written as two signs are read as what they mean."""
    interview = parsed("interview\r\n\r\nWhere?\r\nU\u0308ru\u0308mqi.\r\n")

    assert interview.exchanges[0].answer == "Ürümqi."


@pytest.mark.parametrize("text", ["", "Ada\n\nA life.\n", "interview\n\nWhy?\n\nReally?\n"])
def test_nobody_answers(wall, text):
    """A file in which nobody answers is no interview."""
    problem = transcript(wall.write("x.txt", text))

    assert isinstance(problem, Problem)
    assert problem.code == "interview-empty"


def test_hashable(meiirbek):
    """An interview can be part of what is compared and kept."""
    assert hash(meiirbek) == hash(transcript(SEED))
