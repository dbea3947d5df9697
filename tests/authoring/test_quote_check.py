"""No quote is shown that does not stand in the interview."""

from __future__ import annotations

import pytest


def test_quote_that_does_not_stand(doors, ada):
    """A quote that is not in the interview is not shown, and the nearest words are named."""
    doors.hang("- quote: Every doors is an answer\n- title: End", head="interview: ada.txt")
    problem = doors.only_problem()

    assert (problem.code, problem.line, problem.column) == ("quote-not-in-interview", 4, 12)
    assert problem.message == (
        "this quote is not in the interview; the nearest words are “Every door is an answer.” "
        "at ada.txt:13"
    )
    assert len(doors.slides()) == 1


@pytest.mark.parametrize(
    ("quote", "words"),
    [
        ("Do you sell them?", "these words are the interviewer's, at ada.txt:16"),
        ("Do you sell?", "these words are the interviewer's, at ada.txt:16"),
        ("“Do you?”", "these words are the interviewer's, at ada.txt:16"),
        ("That is all she does", "these words are the summary's, at ada.txt:8"),
        ("Zebras, quickly", "nor are similar words"),
    ],
)
def test_whose_words(doors, ada, quote, words):
    """Words of another are named as such."""
    doors.hang(f"- quote: {{text: '{quote}'}}\n- title: End", head="interview: ada.txt")
    problem = doors.only_problem()

    assert words in problem.message
    assert problem.column == 19
    assert len(doors.slides()) == 1


def test_long_passages_are_cut(doors):
    """The nearest passage is shown as far as a message should be long."""
    answer = "and then I went over the sea " * 30
    doors.write("x.txt", f"interview\n\nWhat?\n{answer}\n")
    doors.hang(f"- quote: {answer.replace('over', 'under')}\n- title: a", head="interview: x.txt")

    assert len(doors.only_problem().message) < 260


def test_one_line_of_an_interview_is_shown(doors):
    """Of the nearest words, what stands in the next paragraph is left out."""
    doors.write("x.txt", "interview\n\nWhat?\nWe painted every door blue.\nNobody asked us why.\n")
    quote = "We painted every dour blue. Nobody asked us why."
    doors.hang(f"- quote: {quote}\n- title: a", head="interview: x.txt")

    assert "“We painted every door blue. …”" in doors.only_problem().message


def test_quote_without_interview(doors):
    """Without an interview, no quote is shown."""
    doors.hang("- quote: Every door is an answer\n- title: End")
    problem = doors.only_problem()

    assert (problem.code, problem.line, problem.column) == ("quote-without-interview", 4, 5)
    assert len(doors.slides()) == 1


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("ad.txt", b"", "interview-missing"),
        ("x.txt", b"interview\n\nWhy?\n", "interview-empty"),
        ("x.txt", b"\xff\xfe", "not-utf-8"),
        (".", b"", "interview-missing"),
    ],
)
def test_unusable_interview(doors, ada, name, data, code):
    """An interview that cannot be read is one problem, and no quote is shown."""
    if data:
        doors.write(name, data)
    doors.hang("- quote: Every door is an answer\n- title: End", head=f"interview: {name}")

    assert doors.only_problem().code == code
    assert len(doors.slides()) == 1


def test_missing_interview_proposes(doors, ada):
    """An interview that is not there proposes the one that is."""
    doors.hang("- title: a", head="interview: ada.text")

    assert "did you mean 'ada.txt'?; no quote is shown" in doors.only_problem().message


def test_interview_comes_along(doors, ada):
    """An entry carries its interview, and the exhibition its whole path."""
    doors.hang("- quote: Every door is an answer", head="interview: ada.txt")
    collection, _ = doors.load()

    assert collection.entries[0].interview == ada
    assert collection.entries[0].exhibition.interview.file == str(doors.path / "ada.txt")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("talks/ada.txt", "../talks/ada.txt"),
        ("ada.txt", "../talks/ada.txt"),
        ("words/ben.txt", "ben.txt"),
        ("quietwater.txt", None),
        ("concealed.txt", None),
    ],
)
def test_an_interview_elsewhere(wall, written, meant):
    """A file that is not where it should be is looked for near by, and named from here."""
    wall.write("ben.txt", "x")
    wall.write("../talks/ada.txt", "x")
    wall.write("../.kept/concealed.txt", "x")
    wall.hang("- title: End", head=f"interview: {written}")
    message = wall.only_problem().message

    assert message.count("did you mean") == bool(meant)
    assert meant is None or f"; did you mean '{meant}'?" in message
