"""The commonest mistakes of a curator are told in a sentence that says what to write instead."""

from __future__ import annotations

import pytest

HEAD = "title: Doors\nslides:\n  - photo: a.jpg\n"
DASH = "this line begins with {}; begin an item of a list with a short dash (-)"
COLUMNS = (
    "this key begins in column {}, but the one above in column {};"
    " begin keys that belong together in the same column"
)
SPACE = "a special space is here; type an ordinary one instead"
A_SLIDE = "a slide begins with a key, such as - photo: 01.jpg or - title: One apple"
COLON = 'put a text with a colon in quotation marks: write caption: "{}"'
TYPOS = [
    (HEAD + "\t  caption: At the gate", (4, 1), "this line is indented with a tab; use spaces"),
    (HEAD + "    caption At the gate", (4, 5), "a colon is missing after 'caption'"),
    ("title Doors\nslides:\n  - title: a", (1, 1), "a colon is missing after 'title'"),
    ("title: Doors\nslides\n  - title: a", (2, 1), "a colon is missing after 'slides'"),
    (HEAD + "    caption:At the gate", (4, 12), "a space is missing after this colon"),
    (HEAD + "    caption: Paris: the gate", (4, 19), COLON.format("Paris: the gate")),
    (HEAD + "    caption: He said:", (4, 21), COLON.format("He said:")),
    (
        HEAD + "    caption: “Paris: the gate”",
        (4, 20),
        "put a text with a colon in quotation marks; these do not count:"
        ' write caption: "Paris: the gate"',
    ),
    (
        HEAD + f"    caption: Paris: {'so ' * 20}long",
        (4, 19),
        "put a text with a colon in quotation marks",
    ),
    (HEAD + "  caption: At the gate", (4, 3), COLUMNS.format(3, 5)),
    (HEAD + "      caption: At the gate", (4, 7), COLUMNS.format(7, 5)),
    (" title: Doors\nslides:\n  - title: a", (2, 1), COLUMNS.format(1, 2)),
    (
        HEAD + "    caption: [sic] the gate",
        (4, 14),
        "put a text that begins with [ in quotation marks",
    ),
    (
        HEAD + "    caption: {en: At the gate\n  - title: a",
        (4, 14),
        "the map { that begins here is not closed, or lacks a comma",
    ),
    (
        HEAD + "    caption: 'It's a gate'",
        (4, 18),
        "the text in '…' ends before this; write an apostrophe inside it twice: ''",
    ),
    (HEAD + "  — photo: b.jpg", (4, 3), DASH.format("—")),
    ("title: Doors\nslides:\n  – title: a", (3, 3), DASH.format("–")),
    ("title: Doors\nslides:\n  -title: a", (3, 3), "a space is missing after this dash"),
    ("title: Doors\nslides:\n  - title：a", (3, 5), SPACE.replace("special space", "wide colon")),
    ("title: Doors\nslides:\n  - title:\u00a0a", (3, 5), SPACE),
    (HEAD + "\u00a0\u00a0\u00a0\u00a0caption: a", (4, 1), SPACE),
    ("title: Doors\nslides:\n  - a boat", (3, 5), A_SLIDE),
    ("title: Doors\nslides:\n  - 12", (3, 5), A_SLIDE),
    (
        "title: Doors\nslides:\n  title: a",
        (3, 3),
        "slides needs a list, in which each slide begins with a dash, such as - photo: 01.jpg",
    ),
    (HEAD + "    capton: a", (4, 5), "unknown key 'capton'; did you mean 'caption'?"),
    (
        HEAD + "    caption: a\n    caption: b",
        (5, 5),
        "the key 'caption' is written twice; the first is on line 4",
    ),
    (HEAD + "  - photo: a", (4, 12), "there is no photo 'a' in wall; did you mean 'a.jpg'?"),
    (
        HEAD + "  - photo: A.JPG",
        (4, 12),
        "there is no photo 'A.JPG' in wall; did you mean 'a.jpg'?",
    ),
    (HEAD + "  - photo: “a.jpg”", (4, 12), 'these are printer\'s quotation marks; write "a.jpg"'),
    (
        HEAD + "  - title: {en: “One, two”}",
        (4, 23),
        "'two”' follows a comma, so it is read as a key;"
        ' put a text with a comma in quotation marks: "…"',
    ),
    (
        "title: Doors\naccent: “#c8a46a”\nslides:\n  - title: a",
        (2, 9),
        "accent needs a colour in quotation marks, such as '#c8a46a';"
        " “ and ” do not count as quotation marks",
    ),
    (
        HEAD + "    from: 1.5.2026",
        (4, 11),
        "from needs a date as year-month-day: write 2026-05-01",
    ),
]


PROSE = [
    HEAD + "    text: >-\n      A way\n      by the river\n    caption: 'It's a gate'",
    HEAD + "    text: A way\n      by the river\n      in Paris: a gate",
    HEAD + "    text: A way\n      text of old\n      by the river: a gate",
]


@pytest.mark.parametrize("text", PROSE)
def test_prose_is_not_taken_for_keys(wall, text):
    """A text may go on with a word that could be a key."""
    wall.photo("a.jpg")
    wall.write("doors.yaml", text + "\n")

    assert "a colon is missing" not in wall.only_problem().message


@pytest.mark.parametrize(("text", "place", "message"), TYPOS)
def test_one_sentence(wall, text, place, message):
    """A mistake is told once, where it stands, with what to write instead."""
    wall.photo("a.jpg")
    wall.write("doors.yaml", text + "\n")
    problem = wall.only_problem()

    assert (problem.line, problem.column) == place
    assert problem.message == message
