"""What curators mark in their own words is italic or bold, and nothing else sees the marks."""

from __future__ import annotations

import pytest

from kiosk.exhibition.reading_time import words
from kiosk.exhibition.text_walk import ROLES, UNMARKED, walk_texts

INTERVIEW = "Ada Example\n\nfull interview\n\nWhy doors?\nEvery door is *an* answer.\n"
HEAD = """
subtitle: "*x* y"
by: "*x* y"
notice: "*x* y"
interview:
  {file: ada-marks.txt, translated_by: "*x* y", chapters: [{title: "*x* y", from: Why doors}]}
"""
SLIDES = """
- photo:
    file: a.jpg
    alt: "*x* y"
    caption: "*x* y"
    credit: "*x* y"
    work: {by: "*x* y", title: "*x* y", year: "*x* y", technique: "*x* y", size: "*x* y",
           collection: "*x* y"}
    details: [{at: [0, 0, 1, 1], title: "*x* y", text: "*x* y"}]
  section: "*x* y"
  title: "*x* y"
  text: "*x* y"
  notice: "*x* y"
  facts: {"*x* y": "*x* y"}
  quote:
    text: Every door is *an* answer.
    speaker: "*x* y"
    translated_by: "*x* y"
    translation: {fr: "*x* y"}
"""


@pytest.fixture
def texts(doors):
    """A text under every key, by its name."""
    doors.write("ada-marks.txt", INTERVIEW)
    doors.hang(SLIDES, HEAD)
    doors.path.joinpath("doors.yaml").write_text(
        doors.path.joinpath("doors.yaml").read_text().replace("title: Doors", 'title: "*x* y"')
    )
    doors.write("kiosk.yaml", 'help: "*x* y"\n')
    kiosk = doors.load()[0].kiosk
    return {
        one.name: one.text
        for of in (kiosk, doors.head(), doors.only_slide())
        for one in walk_texts(of)
    }


@pytest.mark.parametrize("name", ROLES)
def test_marks_are_read_in_the_curators_own_words(texts, name):
    """They are read everywhere but in names, descriptions and words that were spoken."""
    text = texts[name]
    ((tag, shown),) = text.texts

    assert ("*" in shown) == (name in UNMARKED)
    assert bool(text.emphasis_in(tag)) == (name not in UNMARKED)


def test_marks_are_of_one_language(doors):
    """What is marked in one language is not in another."""
    doors.hang("- title: {en: 'a *b*', fr: 'le *b* c', de: d}")
    title = doors.only_slide().title
    marked = {
        tag: [text[one.start : one.end] for one in title.emphasis_in(tag)]
        for tag, text in title.texts
    }

    assert marked == {"en": ["b"], "fr": ["b"], "de": []}
    assert title.emphasis_in("es") == title.emphasis_in("en")


def test_marks_are_not_counted(doors):
    """A marked text has as many words as the same text without marks."""
    doors.hang("- text: '**One** *two* three ***four***'")

    assert words(doors.only_slide().text.in_language("en"), "en") == 4


def test_facts_are_found_under_their_marked_labels(doors):
    """A warning about a fact is at the fact, even if its label has marks."""
    doors.hang("- photo: a.jpg\n  alt: x\n  credit: c\n  facts: {'*A*': x, '**B**': '*Boats'}")
    (problem,) = doors.found("markup-shown")

    assert (problem.line, problem.column) == (7, 33)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("'a\tb'", "a b"),
        ("|\n    a\n    b\n\n\n\n    c", "a\nb\n\nc"),
        ("|\n    a\n      \n    c", "a\n\nc"),
    ],
)
def test_texts_are_tidy(doors, written, read):
    """A tab is a space, and one empty line is between paragraphs."""
    doors.hang(f"- text: {written}")

    assert doors.only_slide().text.in_language("en") == read
