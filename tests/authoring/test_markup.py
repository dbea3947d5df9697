"""Signs that visitors would see as they are get one warning each, at their line."""

from __future__ import annotations

import pytest

from kiosk.authoring.checks import check

MARKUP = (
    "<b>Boats</b>",
    "Boats<br>2016",
    "Boats<br/>2016",
    '<a href="x.html">Boats</a>',
    "Boats &amp; sails",
    "Boats&nbsp;2016",
    "Boats &#8211; sails",
    "See [the site](https://x.org)",
    "See ![a boat](boat.jpg)",
    "Boats\\nSails",
    "Boats\\n\\nSails",
    "# Boats",
    "*Boats, 2016",
    "Boats, **silver print*",
    "Boats *by Ada *",
)
GARBLED = (
    "ZoÃ«",
    "FranÃ§ois",
    "MÃ¼ller",
    "Itâ€™s",
    "10Â°",
    "lost \ufffd letter",
    "Å¡koda",
    "Ð¡Ð°ÑÐ°",
)
REMINDERS = (
    "TODO",
    "A boat (TODO: year)",
    "Lorem ipsum dolor sit amet",
    "TBD",
    "Caption here",
    "???",
    "A few words shown with the photo",
)
FILES = ("IMG_2041.jpg", "boat.jpg", "My boat.JPEG", "DSC01234", "IMG_2041", "P1030142.RW2.tif")
MARKS = ("“Boats”", "„Boats“", "«Boats»", "‘Anna’s boats’", '“Boats"', 'Boats"', 'Anna’s boats."')
UNMARKED = (
    '"“Boats”"',
    "“Boats” and “sails”",
    'A frame of 20"',
    '"Boats"',
    "the “Boats”",
    ">-\n      “Boats”",
)
FINE = (
    "A < B, and C > D",
    "Rock & roll; blues",
    "a <sup note",
    "It’s “the blue one” […] (he said)",
    "[He] (Anna) painted",
    "«CAFÉ» ÉTÉ VOILÀ… NIÑO»",
    "Ångström Åse Ñandú Âge Îles",
    "Todo sobre mi padre",
    "AT&T; Q&A",
    "x.y.z. 2016",
    "What? Why?",
    "# 1 in Paris",
    "*Boats*, **silver print**",
    "5 * 3 * 2",
    "a*b*c",
    "Artist (*1971), Künstler*innen",
    "Boats*, * lent by a friend",
    r"\*Boats",
    "****",
)
KINDS = {
    "markup-shown": MARKUP,
    "letters-garbled": GARBLED,
    "text-unfinished": REMINDERS,
    "file-name-shown": FILES,
}
CASES = [(code, text) for code, texts in KINDS.items() for text in texts]


def hang(doors, text):
    doors.hang(f"- photo: a.jpg\n  credit: c\n  alt: x\n  caption: '{text}'")


@pytest.mark.parametrize(("code", "text"), CASES)
def test_one_warning(doors, code, text):
    """A sign that nobody wants to show is one warning, at its place."""
    hang(doors, text)
    (problem,) = check(doors.path / "doors.yaml")

    assert (problem.code, problem.severity, problem.line) == (code, "warning", 7)


@pytest.mark.parametrize("text", MARKS)
def test_marks_around_a_whole_text(doors, text):
    """Printer's marks that were meant for YAML are one warning; so is a mark alone."""
    doors.hang(f"- title: a\n  text: {text}")
    (problem,) = check(doors.path / "doors.yaml")

    assert (problem.code, problem.severity, problem.line) == ("marks-shown", "warning", 5)


@pytest.mark.parametrize("text", UNMARKED)
def test_marks_that_are_meant(doors, text):
    """Marks within a text, in plain ones, and for inches are fine; so are those of quotes."""
    doors.hang(f"- title: a\n  text: {text}")

    assert check(doors.path / "doors.yaml") == ()


@pytest.mark.parametrize("text", FINE)
def test_ordinary_texts(doors, text):
    """Ordinary signs, capital letters with accents and other languages are fine."""
    hang(doors, text.replace("'", "''"))

    assert check(doors.path / "doors.yaml") == ()


def test_below_the_key(doors):
    """In a text of several lines, the warning is at the line of the sign."""
    doors.hang("- title: a\n  text: |\n    One.\n\n    <i>Two</i>.\n- title: b &amp; c")
    problems = doors.found("markup-shown")

    assert [(one.line, one.column) for one in problems] == [(8, 7), (9, 14)]


def test_each_language(doors):
    """Each language of a text is checked."""
    doors.write("kiosk.yaml", "languages: [en, fr]")
    doors.hang("- title: {en: a, fr: ZoÃ«}")
    (problem,) = doors.found("letters-garbled")

    assert problem.message == (
        "'Ã«' (perhaps ë) is a damaged letter; write it again, and save the file as UTF-8"
    )


def test_a_tab_is_a_space(doors):
    """A tab within a text is shown as a space, since no font has a tab."""
    doors.hang('- title: "a\\tb"\n- title: {en: "a\\tb"}')

    assert [slide.title.texts[0][1] for slide in doors.slides()] == ["a b", "a b"]


@pytest.mark.parametrize(
    ("slide", "count"),
    [
        ("layout: beside\n  photo: a.jpg", 1),
        ("layout: portrait\n  photo: a.jpg", 1),
        ("layout: beside\n  photo: a.jpg\n  text: b", 0),
        ("layout: portrait\n  photo: a.jpg\n  facts: {From: Here}", 0),
        ("layout: single\n  photo: a.jpg", 0),
    ],
)
def test_a_layout_for_words(doors, slide, count):
    """A layout with room for words needs some."""
    doors.hang(f"- {slide}")

    assert len(doors.found("words-missing")) == count
