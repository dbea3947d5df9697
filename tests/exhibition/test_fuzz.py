"""Whatever stands in a file, loading it ends with problems and never with a traceback."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.exhibition.checks import check
from kiosk.exhibition.interview import parse
from kiosk.exhibition.loader import load
from kiosk.exhibition.passage import find, nearest, stands_elsewhere
from kiosk.exhibition.source import Source

TEXT = """\
title: {en: One apple, fr: Une pomme}
by: Ada
interview: ada.txt
accent: "#c8a46a"
cover: a.jpg
defaults: {layout: beside, dwell: 12, stand_in: true}
slides:
  - title: &t One apple
    text: >-
      Some words, on two
      lines.
  - photo: {file: a.jpg, alt: *t, focus: [0.4, 0.6]}
    quote: {text: I paint doors, translation: {fr: Je peins}}
    dwell: auto
  - photos: [a.jpg, {file: b.jpg, withdrawn: true}]
    caption: |
      Both
    facts: {From: Here, "To": {en: There}}
    withheld: no
"""
PIECES = re.findall(r"\w+|\s+|[^\w\s]", TEXT)
SIGNS = [
    "\t",
    "\n",
    "\n  ",
    "- ",
    ": ",
    "[",
    "]",
    "{",
    "}",
    "'",
    '"',
    "*t",
    "&t ",
    "!x ",
    "<<: ",
    "? ",
]
SIGNS += [
    "|",
    ">",
    "%",
    "@",
    "#",
    " #",
    "---\n",
    "~",
    "\x00",
    "\ufeff",
    "é",
    "\u2028",
    "😀",
    "1e999",
]


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """The text with some pieces taken out, doubled, moved or replaced."""
    pieces = list(PIECES)
    for _ in range(draw(st.integers(1, 6))):
        place = draw(st.integers(0, len(pieces) - 1))
        other = draw(st.sampled_from([*SIGNS, *PIECES, ""]))
        how = draw(st.integers(0, 2))
        pieces[place : place + how] = [other]
    return "".join(pieces)


def place_with(data: bytes, name: str) -> Path:
    folder = Path(tempfile.gettempdir()) / "kiosk-exhibition-fuzz"
    folder.mkdir(exist_ok=True)
    for photo in ("a.jpg", "b.jpg"):
        (folder / photo).touch()
    (folder / "ada.txt").write_text("interview\n\nWhat?\nI paint doors.\n")
    (folder / name).write_bytes(data)
    return folder


@settings(max_examples=200, derandomize=True, deadline=None)
@given(text=mutated())
def test_mutated_exhibition(text):
    """A damaged exhibition has problems with a place and a sentence, or none."""
    place = place_with(text.encode(), "fuzz.yaml")

    for problem in check(place):
        assert problem.message
        assert problem.render().startswith(problem.place)


@settings(max_examples=100, derandomize=True, deadline=None)
@given(data=st.binary(max_size=200))
def test_any_bytes(data):
    """Any bytes in place of an exhibition are problems, or nothing to show."""
    place = place_with(data, "fuzz.yaml")

    collection, problems = load(place / "fuzz.yaml")

    assert collection is None
    assert problems


@settings(max_examples=50, derandomize=True, deadline=None)
@given(text=st.text(max_size=300), quote=st.text(alphabet="Ia […]\"'.-?\ue000", max_size=40))
def test_any_interview(text, quote):
    """Any text can be read as an interview, and asked for any quote."""
    interview = parse(Source(Path("x.txt"), f"{text}\n\ninterview\n\nWhy?\n{text} I a I.\n"))

    find(interview, quote)
    stands_elsewhere(interview, quote)
    nearest(interview, quote)
