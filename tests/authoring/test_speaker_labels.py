"""A line that begins with a label is that person's, or a doubt: never the words of another."""

from __future__ import annotations

import pytest

from tests.authoring.conftest import doubt, transcript
from tests.authoring.test_forms import turns

WORDS = [
    *("AB", "AN", "IN", "NO", "TO", "US", "WE", "PS", "OK", "NB", "ES", "DA", "ER", "SO", "HE"),
    *("MY", "BY", "JA", "SI", "DU", "JE", "ET", "UN", "OUI", "NON", "ДА", "ОН", "A.N.", "И.О."),
]
"""Initials that sentences may begin with, too."""


@pytest.mark.parametrize("word", WORDS)
def test_initials_that_are_words(opened, word):
    """They are labels if they come again, whatever word they look like."""
    found = opened(
        f"Interviewer: Why?\n{word}: My father steered it.\nTL: I came for a summer.\n"
        f"Interviewer: And?\nTL: I hear the engine.\n{word}: We paint the boat.\n"
    )
    name = word.strip(".")

    assert turns(found) == [
        ("*", "Why?"),
        (name, "My father steered it."),
        ("TL", "I came for a summer."),
        ("*", "And?"),
        ("TL", "I hear the engine."),
        (name, "We paint the boat."),
    ]


@pytest.mark.parametrize("sign", [" – ", " - ", " | ", "\t", " (0:12): ", " 0:12 ", "：", " : "])
def test_initials_with_other_signs(opened, sign):
    """The sign after a label may be another, and one line is enough or a doubt."""
    text = f"Interviewer{sign}Why?\nTL{sign}I came.\nInterviewer{sign}And?\nTL{sign}So it is.\n"
    again = f"{text}NO{sign}We paint.\nInterviewer{sign}So?\nNO{sign}We wait.\n"

    assert turns(opened(f"{text}GH{sign}We paint.\n"))[-1] == ("GH", "We paint.")
    assert opened(f"{text}NO{sign}We paint.\n") is None
    assert turns(opened(again))[-1] == ("NO", "We wait.")


def test_times_after_initials(opened):
    """They may come after one label, and not after the others."""
    text = "Interviewer: Why?\nTL: I came.\nInterviewer: And?\nTL: So.\n"

    assert turns(opened(f"{text}GH 0:12 We paint.\n"))[-1] == ("GH", "We paint.")
    assert opened(f"{text}NO 0:12 We paint.\n") is None


def test_facts_above_the_first_label(opened):
    """They are no labels that nobody knows."""
    text = "Maria Blum\n\nHome Town: Ulm\n\nQ: Why?\nA: So it is.\nQ: And?\nA: We paint.\n"

    assert opened(text).speakers == ("",)


def test_a_name_that_is_a_word(wall, opened):
    """Below a question, a word and a colon are not the interviewer's, unless the line asks."""
    text = "Q: Why?\n{}\nMB: So.\nQ: And?\nMB: Yes.\n"

    assert doubt(wall, text.format("An: We paint.")).line == 2
    assert opened("Q: Why?\nMB: So.\nAn: We paint.\n", ["An Nguyen"]) is None
    assert turns(opened(text.format("First: Where is it?")))[0] == ("*", "Why? First: Where is it?")


def test_initials_without_others(opened):
    """Two people whose initials are words are two, where only “Q” is another label."""
    text = "Q: Why?\nAN: He did.\nNO: I came.\nQ: And?\nAN: We paint.\nNO: We wait.\n"

    assert opened(text).speakers == ("AN", "NO")
    assert opened("AN: Why?\nNO: So.\nAN: When?\nNO: Now.\n").askers == ("AN",)


ONCE = "Interviewer: Why?\nTL: I came for a summer.\nInterviewer: And?\nTL: So.\n{}: We paint.\n"


@pytest.mark.parametrize(
    ("word", "head", "names", "speaker"),
    [
        ("AB", "", (), "AB"),
        ("GH", "", (), "GH"),
        ("PS", "Petra Stern and Tom Lind\n\n", (), "PS"),
        ("NO", "", ["Nina Olsen"], "Nina Olsen"),
        ("NO", "Talks\n\nPresent: Nina Olsen, Tom Lind\n\n", (), "Nina Olsen"),
    ],
)
def test_initials_that_come_once(opened, word, head, names, speaker):
    """One line is enough among other initials, or for the initials of somebody who is named."""
    assert turns(opened(head + ONCE.format(word), names))[-1] == (speaker, "We paint.")


def test_names_and_their_initials(opened):
    """A name that comes once is a label if its initials are one, and the other way round."""
    text = (
        "Interviewer: Why?\nAnna Moll: He did. (laughs)\nNils Olm: I came.\n"
        "Interviewer: And?\nNO: People.\nAM: We paint.\n"
    )

    assert opened(text).speakers == ("Anna Moll", "Nils Olm", "NO", "AM")


@pytest.mark.parametrize("word", ["NO", "OK", "PS", "NB", "NOTE"])
@pytest.mark.parametrize(
    "text",
    [
        "Q: Why?\nA: So.\n{}: We paint.\nQ: And?\nA: Now.\n",
        "Q: Why?\nA: So.\n{0}: We paint.\n{0}: We wait.\nQ: And?\nA: Now.\n",
        "Q: Why?\n{}: We paint.\nA: So.\nQ: And?\nA: Now.\n",
        ONCE,
        "Why?\nSo.\n{}: We paint.\n\nAnd?\nNow.\n",
    ],
)
def test_words_in_capitals(wall, text, word):
    """What is often written in capitals is a doubt where nothing shows that it is somebody."""
    text = text.format(word)
    line = text[: text.index(word)].count("\n") + 1

    assert doubt(wall, text).line == line


def test_a_transcript_in_capitals(wall):
    """Where all is in capitals, they show nothing."""
    text = "Q: WHY?\nA: I WENT.\nSO: I WENT.\nQ: WHEN?\nA: NOW.\nSO: I DID.\n"

    assert doubt(wall, text).line == 3


def test_initials_alone_on_their_lines(wall):
    """A word in capitals that is alone may be a speaker where others are."""
    turn = "Interviewer\nWhy?\nKH\nSo it is.\n"

    assert doubt(wall, f"{turn * 3}NO\nAnd so it was.\n").line == 13
    assert turns(transcript(wall.write("x.txt", turn * 3 + "Interviewer\nAnd?\nKH\nOK\n")))[-1] == (
        "KH",
        "OK",
    )


ENDS = [
    *("", ".", ",", ";", " …", " –", "—", "”", "»", ")", "]", " (laughs)", " [phone rings]"),
    *(" (laughs).", " *laughs*", " 7", " 1999", "!", "?", " /", " ☺"),
]
"""Ends of the line above a label."""
LABELS = [
    "Tomas Mey: ",
    "TM: ",
    "NO: ",
    "Tomas: ",
    "T. Mey: ",
    "Dr. Mey: ",
    "Tomas Mey (laughs): ",
    "[Tomas Mey]: ",
    "Томас: ",
    "- Tomas: ",
    "(laughs) Tomas Mey: ",
    "Tomas Mey: (laughs) ",
    "Tomas Mey: … ",
]
FORMS = {
    "Q and A": "Q: How?\nA: My father steered it{}\n{}I came.\nQ: And?\nA: We paint.\n",
    "names": "Interviewer: How?\nAnna Moll: My father steered it{}\n{}I came.\n"
    "Interviewer: And?\nAnna Moll: We paint.\n",
    "in a question": "Interviewer: How it was{}\n{}I came.\nInterviewer: And?\nAnna Moll: No.\n",
    "only questions": "Q: How?\nMy father steered it{}\n{}I came.\nQ: And?\nWe paint.\n",
    "bold": "**How?**\nMy father steered it{}\n{}I came.\n\n**And?**\nWe paint.\n",
    "dashes": "– How?\n– My father steered it{}\n{}I came.\n– And?\n– We paint.\n",
    "plain": "How?\nMy father steered it{}\n{}I came.\n\nAnd?\nWe paint.\n",
    "captions": "1\n00:01,000 --> 00:02,000\nKarl: How?\n\n2\n00:02,000 --> 00:03,000\n"
    "Anna: My father steered it{}\n\n3\n00:03,000 --> 00:04,000\n{}I came.\n\n"
    "4\n00:04,000 --> 00:05,000\nKarl: And?\n",
    "broken lines": "Q: How did you come to the ferry, in those years?\n"
    "A: My father steered it for thirty-one years, and I\nlearned to read the water before I read{}"
    "\n{}I came.\nQ: And the bridge, when will it be built at last?\nA: We paint the boat every "
    "year, and then we put\nit into the water again.\n",
}


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("form", FORMS)
def test_the_line_above_a_label(opened, form, end):
    """Whatever it ends with, the next person's words are their own, or in doubt."""
    for label in LABELS:
        found = opened(FORMS[form].format(end, label))
        said = [
            text.removeprefix("(laughs) ").removeprefix("… ")
            for one in (found.exchanges if found else ())
            for text in (one.question, *one.paragraphs)
        ]

        assert all(text.startswith("I came") for text in said if "I came" in text), label


def test_a_label_that_nobody_knows(wall, opened):
    """The message says how to name it, and that helps."""
    text = (
        "Interviewer: Why?\nAnna Berg: So.\nGreta: I was there.\nInterviewer: And?\n"
        "Anna Berg: Yes.\n"
    )
    problem = doubt(wall, text)

    assert problem.line == 3
    assert "“Greta” is not known as a label" in problem.message
    assert "speakers: {Greta: Ada Example}" in problem.message
    assert opened(text, Greta="Greta Holm").speakers == ("Anna Berg", "Greta Holm")


def test_words_before_a_colon_go_on(opened):
    """Nobody else speaks where a sentence goes on after a colon, or in quotation marks."""
    text = "Q: Why?\nA: I went to\nBlue Door: the first one.\nParis: “Come!”\nQ: When?\nA: Now.\n"

    assert opened(text).speakers == ("",)
