"""Marks become italic and bold; all other asterisks are text."""

from __future__ import annotations

import time

import pytest

from kiosk.exhibition.marks import read_marks


def styled(written):
    """The pieces of a text that are italic or bold, as (words, i, b or both)."""
    read = read_marks(written)
    return [
        (read.text[one.start : one.end], "i" * one.italic + "b" * one.bold) for one in read.emphasis
    ]


@pytest.mark.parametrize(
    ("written", "text", "pieces"),
    [
        ("*Boats*, 2016", "Boats, 2016", [("Boats", "i")]),
        ("a **silver print**", "a silver print", [("silver print", "b")]),
        ("***both***", "both", [("both", "ib")]),
        ("**a *b* c**", "a b c", [("a ", "b"), ("b", "ib"), (" c", "b")]),
        ("*a **b***", "a b", [("a ", "i"), ("b", "ib")]),
        ("***a** b*", "a b", [("a", "ib"), (" b", "i")]),
        ("*a* *b*", "a b", [("a", "i"), ("b", "i")]),
        ("l’*Olympia* («*x*»)", "l’Olympia («x»)", [("Olympia", "i"), ("x", "i")]),
        ("*two\nlines* end", "two\nlines end", [("two\nlines", "i")]),
        ("他的*船*很大", "他的船很大", [("船", "i")]),
        ("ab *cd* \U0001f600 *ef*", "ab cd \U0001f600 ef", [("cd", "i"), ("ef", "i")]),
    ],
)
def test_marks(written, text, pieces):
    """A mark is taken out of the text, and what it marks is known."""
    assert read_marks(written).text == text
    assert styled(written) == pieces


@pytest.mark.parametrize(
    "written",
    [
        "5 * 3 * 2",
        "*",
        "**",
        "* *",
        "****",
        "a*b*c",
        "2*3*4",
        "Künstler*innen und Besucher*innen",
        "Anna (*1971) and Karl (*1980)",
        "Boats*\n\n* Lent by a friend",
        "*one\n\ntwo*",
        "**bold*",
        "*italic**",
        "*Boats, 2016",
    ],
)
def test_other_asterisks_stay(written):
    """An asterisk that marks nothing is shown."""
    assert read_marks(written).text == written
    assert not styled(written)


def test_a_backslash_makes_an_asterisk():
    """A mark can be written without a meaning, and the backslash is gone."""
    read = read_marks(r"\*not italic\* and *italic\**")

    assert read.text == "*not italic* and italic*"
    assert [read.text[one.start : one.end] for one in read.emphasis] == ["italic*"]


@pytest.mark.parametrize(
    ("written", "unclosed"),
    [
        ("a *Boats, 2016", (2,)),
        ("**a* b", (0,)),
        ("*one\n\n*two*", (0,)),
        ("(*1971)", ()),
        ("Boats*", ()),
        ("5 * 3", ()),
        ("*a*", ()),
    ],
)
def test_marks_that_nothing_closes(written, unclosed):
    """What opens a word and has no partner was probably meant."""
    assert read_marks(written).unclosed == unclosed


PATIENCE_S = 2.0


@pytest.mark.parametrize("written", ["*a* " * 5000, "*a " * 6000, "**a " * 3000 + "b* " * 3000])
def test_the_longest_text_is_quick(written):
    """However many marks there are, a text is read at once, and not in minutes."""
    started_s = time.thread_time()
    read = read_marks(written)

    assert len(read.text) <= len(written)
    assert time.thread_time() - started_s < PATIENCE_S
