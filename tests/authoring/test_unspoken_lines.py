"""Numbers of pages, and lines that say where a recording ends, are nobody's words."""

from __future__ import annotations

import pytest

from kiosk.authoring.problems.collector import Problems
from kiosk.authoring.transcripts.transcript import open_interview
from tests.authoring.conftest import doubt, transcript

SURE = [
    *(
        "- {} -",
        "– {} –",
        "— {} —",
        "-{}-",
        "~ {} ~",
        "Page {}",
        "Page {} of 7",
        "page {}/7",
        "p. {}",
    ),
    *("Seite {}", "Seite {} von 7", "S. {}", "página {} de 7", "pág. {}", "page {} sur 7"),
    *(
        "Стр. {}",
        "Страница {} из 7",
        "{}-бет",
        "صفحة {} من 7",
        "第{}页",
        "第 {} 页 共 7 页",
        "[{}]",
    ),
]
"""What nobody says, even once."""
COUNTED = ["{}", "{}/7", "{} / 7", "{} of 7", "Ferry – Page {} of 7", "Page {} | Ferry"]
"""What is surely a page's number if it goes on."""
TITLED = "Ferry interview | {}"

FORMS = [
    "Q: How?\nA: He steered.\n{}\nQ: And?\nA: We paint.\n{}\nWe do.\n",
    "Q: How?\n\nA: He steered.\n\n{}\n\nQ: And?\n\n{}\n\nA: We paint.\n\nWe do.\n",
    "**How?**\n\nHe steered.\n\n{}\n\n**And?**\n\nWe paint.\n\n{}\n\nWe do.\n",
    "– How?\n– He steered.\n{}\n– And?\n– We paint.\n{}\nWe do.\n",
    "Karl Horn\nHow?\nMaria Blum\nHe steered.\n{}\nKarl Horn\nAnd?\nMaria Blum\nWe paint.\n{}\n"
    "We do.\n",
    "How?\nHe steered.\n{}\n\nAnd?\nWe paint.\n{}\nWe do.\n",
]


@pytest.fixture
def said(wall):
    """All that is said in a transcript, one paragraph after another; None if it is refused."""

    def of(text, name="x.txt"):
        found = open_interview(wall.write(name, text), Problems())
        parts = ((one.question, *one.paragraphs) for one in (found.exchanges if found else ()))
        return " ".join(text for part in parts for text in part) if found else None

    return of


WHOLE = "How? He steered. And? We paint. We do."


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("page", [*SURE, *COUNTED, TITLED])
def test_page_numbers(said, page, form):
    """They go, whatever the form of the transcript, and all else stays."""
    assert said(form.format(page.format(2), page.format(3))) == WHOLE


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("page", SURE)
def test_a_single_page_number(said, page, form):
    """What nobody says goes, even if it comes once."""
    lines = form.format(page.format(2), "-").split("\n")

    assert said("\n".join(line for line in lines if line != "-")) == WHOLE


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("page", COUNTED)
def test_a_number_that_may_be_said(wall, page, form):
    """A single number is a doubt, on its own line."""
    text = form.format(page.format(2), "").replace("\n\n\n\n", "\n\n")
    problem = doubt(wall, text)

    assert text.split("\n")[problem.line - 1] == page.format(2)
    assert "like the number of a page" in problem.message


@pytest.mark.parametrize(
    "line", ["Page 3 – my aunt.", "We lost 3 – 2", "Ferry 12", "On page 3 of 7"]
)
def test_words_with_a_number(said, line):
    """A number with other words is spoken."""
    assert line in said(f"Q: How?\nA: So.\n{line}\nQ: And?\nA: We paint.\n")


def test_a_sentence_over_two_pages(said):
    """It is joined, so that a quote may go over both."""
    text = "Q: How?\nA: He steered it for\n\n- 2 -\n\nmany years.\nQ: And?\nA: We paint.\n"

    assert said(text) == "How? He steered it for many years. And? We paint."


def test_numbers_that_are_answers(said):
    """A number alone below a question is an answer, as “36” is to “How old are you?”."""
    plain = "How many?\n2\n\nAnd now?\n3\n"
    labelled = "Q: How many?\nA: 2\nQ: And now?\nA: 3\n"

    assert said(plain) == said(labelled) == "How many? 2 And now? 3"
    assert (
        said("When?\n1999\nIt was cold.\n\nWhere?\nHere.\n")
        == "When? 1999 It was cold. Where? Here."
    )


def test_a_number_between_question_and_answer(wall):
    """It is no part of the question."""
    assert doubt(wall, "Q: How?\n\n2\n\nA: So.\nQ: And?\nA: We paint.\n").line == 3


def test_a_page_as_an_answer(wall):
    """“Page 3” below a question may be the answer to it."""
    assert doubt(wall, "Which page?\nPage 3\n\nWhy?\nSo.\n").line == 2


CLOSING = [
    *(
        "End of recording",
        "[END]",
        "END",
        "*** END ***",
        "The end of the interview.",
        "Recording ends.",
    ),
    *(
        "Ende der Aufnahme",
        "Ende der Aufnahme.",
        "--- Ende ---",
        "(Ende des Gesprächs)",
        "Interviewende",
    ),
    *(
        "Fin de l’entretien",
        "Fin de la grabación",
        "Конец записи",
        "Запись окончена.",
        "Жазбаның соңы",
    ),
    *(
        "نهاية التسجيل",
        "录音结束",
        "（完）",
        "[End of recording 00:42:10]",
        "End of recording (42:10)",
    ),
]
CREDITS = [
    *("Transcribed by Karl Horn", "Transcribed by Karl Horn.", "Transkribiert von Karl Horn."),
    *("Transcription : Karl Horn", "Transcrito por Karl Horn.", "Расшифровка: Карл Горн."),
    *("整理：卡尔", "Das Interview führte Karl Horn."),
]


@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("line", [*CLOSING, *CREDITS])
def test_closing_lines(said, line, form, between):
    """They are no part of the last answer, whether an empty line is above them or not."""
    text = form.format("", "").replace("\n\n\n\n", "\n\n").replace("paint.\n\n", "paint.\n")

    assert said(f"{text.rstrip()}{between}{line}\n") == said(text) == WHOLE


@pytest.mark.parametrize("line", CREDITS)
def test_credits(wall, line):
    """They are the transcript's note, after a line that says where the recording ends, too."""
    text = f"Q: How?\nA: So.\nEnd of recording\n{line}\nTranslated by Ann\n"

    assert transcript(wall.write("x.txt", text)).note == f"{line} / Translated by Ann"


@pytest.mark.parametrize("line", ["Ende", "Fin.", "The end", "The end …"])
def test_a_last_word(wall, said, line):
    """It may be the last word of the answer, or not; set apart, it is not."""
    text = "Q: How?\nA: So it was.\n"

    assert doubt(wall, text + line + "\n").line == 3
    assert said(f"{text}\n{line}\n") == said(text)
    assert said(f"How does it end?\n{line}\n\nWhy?\nSo.\n") == f"How does it end? {line} Why? So."


def test_what_happens_to_the_recorder(wall, said):
    """A last line about it that stands apart is a doubt, and in brackets nobody's words."""
    text = "Q: How?\nA: So it was.\n\n"

    assert doubt(wall, text + "The recorder was switched off.\n").line == 4
    assert said(text + "[The recorder was switched off.]\n") == said(text)


def test_credits_that_are_labels(said):
    """An interpreter may have a label that looks like a credit."""
    text = "Interviewer: Why?\nTranslation: So.\nInterviewer: And?\nTranslation: We paint.\n"

    assert said(text) == "Why? So. And? We paint."


def test_closing_captions(said):
    """The end of the recording is in captions, too."""
    cue = "{}\n00:0{},000 --> 00:0{},900\n{}\n\n"
    lines = ("Karl: Why?", "Maria: So.", "Karl: And?", "Maria: We paint.", "End of recording")
    text = "".join(cue.format(n, n, n, line) for n, line in enumerate(lines, 1))

    assert said(text, "x.srt") == "Why? So. And? We paint."
