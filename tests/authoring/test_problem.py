"""A problem shows where to look."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from kiosk.authoring.problems.collector import Problems
from kiosk.authoring.problems.problem import Problem, Severity, quoted, shown
from kiosk.authoring.yaml.source import Source

HERE = Path("x.yaml")


def test_renders_as_editors_show_it():
    """A problem is a place, a sentence, the line before, the line, and carets."""
    source = Source(HERE, "slides:\n  - photo: 03.jpg\n    capton: At the window\n")

    problem = source.problem("unknown-key", "unknown key 'capton'", 3, 5, 6)

    assert problem.render().splitlines() == [
        "x.yaml:3:5: error: unknown key 'capton' [unknown-key]",
        "    2 |   - photo: 03.jpg",
        "    3 |     capton: At the window",
        "      |     ^^^^^^",
    ]


def test_whole_file():
    """A problem of a whole file names the file alone."""
    assert Problem(HERE, "missing-file", "there is no x.yaml").render() == (
        "x.yaml: error: there is no x.yaml [missing-file]"
    )


def test_severity_and_code():
    """A warning says that it is one, and the code that would allow it."""
    problem = Problem(HERE, "alt-missing", "no alt", 1, 1, severity=Severity.WARNING)

    assert problem.render() == "x.yaml:1:1: warning: no alt [alt-missing]"


def test_carets_under_wide_letters():
    """Carets stand under their word after letters that take two columns."""
    source = Source(HERE, "题: capton")

    assert source.problem("c", "m", 1, 4, 6).render().splitlines()[-1] == "      |     ^^^^^^"


def test_long_line_is_cut_around_its_mark():
    """Of a very long line, the part with the mark is shown."""
    source = Source(HERE, "a" * 500 + "HERE" + "b" * 500)

    line, carets = source.problem("c", "m", 1, 501, 4).render().splitlines()[1:]

    assert line.index("HERE") == carets.index("^^^^")
    assert len(line) < 120


@pytest.mark.parametrize("column", [1, 300, 599])
def test_of_a_text_one_line_is_shown(column):
    """A transcript's line is shown alone, and a hundred letters of it."""
    source = Source(Path("x.txt"), "secret\n" + "ab" * 300 + "\nsecret")
    shown = source.problem("c", "m", 2, column).render()

    assert "secret" not in shown
    assert shown.count("ab") <= 50


@pytest.mark.parametrize("text", ["x" * 101, "one\ntwo", "x" * 5000 + "\ntwo"])
def test_messages_repeat_little(text):
    """Of a long text, or one of several lines, a message repeats the beginning."""
    assert quoted(text) == f"'{text.partition(chr(10))[0][:100]} …'"
    assert quoted(text[:3]) == f"'{text[:3]}'"


def test_snippet_is_safe_on_a_terminal():
    """A sign that would turn or hide the terminal's text is not printed."""
    source = Source(HERE, "a: \u202eb\tc")

    assert source.problem("c", "m", 1, 1).render().splitlines()[1] == "    1 | a: \ufffdb→c"


@pytest.mark.parametrize("before", ["\t", "\t\t ", "e\u0301", "\u2764\ufe0f", "\u200d"])
def test_carets_after_signs_of_no_width(before):
    """A tab is shown as one sign, accents stand on their letter: carets stay under their word."""
    source = Source(HERE, f"{before}capton")

    line, carets = source.problem("c", "m", 1, len(before) + 1, 6).render().splitlines()[1:]

    assert cells(line[: line.index("capton")]) == cells(carets[: carets.index("^")])


def cells(text):
    return sum(unicodedata.category(letter) not in {"Mn", "Me"} for letter in text)


def test_past_the_end_is_the_end():
    """A problem at the end of a file stands at the last line with something on it."""
    problem = Source(HERE, "a: [1\n\n\n").problem("c", "m", 9, 1)

    assert (problem.line, problem.column) == (1, 6)


def test_order():
    """Errors come before warnings before notes, each by its place, and none twice."""
    note = Problem(HERE, "n", "n", 1, 1, severity=Severity.NOTE)
    warning = Problem(HERE, "w", "w", 2, 1, severity=Severity.WARNING)
    early, late = Problem(HERE, "e", "e", 3, 1), Problem(HERE, "e", "e", 20, 1)

    assert Problems([note, late, warning, early, late]).in_order() == (early, late, warning, note)


@pytest.mark.parametrize(
    ("path", "expected"),
    [("sub/x.yaml", "sub/x.yaml"), ("../x.yaml", "{parent}/x.yaml")],
)
def test_path_from_here(tmp_path, monkeypatch, path, expected):
    """A path inside the current folder is shown from there, any other whole."""
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    absolute = Path((tmp_path / "here" / path).resolve())

    assert shown(absolute) == expected.format(parent=tmp_path)
