"""Whatever stands in a file, loading it ends with problems and never with a traceback.

The shipped files are mutated 3 000 times, by `make test-all` 10 000 times, always in the same
ways; `KIOSK_SEED=7` draws others.
"""

from __future__ import annotations

import os
import re
import time
from pathlib import Path

import pytest
from hypothesis import given, note, seed, settings
from hypothesis import strategies as st

from kiosk.authoring.checks import check_opened
from kiosk.authoring.checks.subject import CheckServices
from kiosk.authoring.load.place import load, open_place
from kiosk.authoring.problems.problem import Severity
from kiosk.authoring.transcripts.transcript import parse
from kiosk.authoring.yaml.source import Source
from kiosk.exhibition.quote_match import find, nearest, stands_elsewhere

ROOT = Path(__file__).parents[2]
SHIPPED = sorted((ROOT / "exhibitions").glob("*.yaml"))
MUTATIONS = [1_000, pytest.param(10_000, marks=pytest.mark.slow)]
SEED = int(os.environ.get("KIOSK_SEED", "0"))
SECONDS_MAX = 1.0
"""Of the processor's time, so that a busy machine fails nothing."""

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


EVERYTHING = """\
- title: &t One apple
  text: >-
    Some words, on two
    lines.
- photos: [a.jpg, {file: b.jpg, withdrawn: true}]
  facts: {From: Here, "To": {en: *t}}
  withheld: no
"""


def pieces(text: str) -> list[str]:
    """Signs, keys and line beginnings, each by itself; prose in larger pieces."""
    return [one for one in re.split(r"(\n *(?:- )*|: |[\[\]{},\"'&*#>|]|\. )", text) if one]


WORDS = [*dict.fromkeys(pieces(EVERYTHING)), ""]
EDIT = st.tuples(
    st.integers(0, 2**16), st.integers(0, 2), st.sampled_from(SIGNS) | st.sampled_from(WORDS)
)
"""Where (modulo the pieces that there are), how many pieces go, and what comes in their place."""


def mutated(text: str, edits: list[tuple[int, int, str]]) -> str:
    """The text with some pieces taken out, doubled, moved or replaced."""
    written = pieces(text)
    for where, gone, new in edits:
        place = where % len(written)
        written[place : place + gone] = [new]
    return "".join(written)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A place with the shipped photos and the interview."""
    root = tmp_path_factory.mktemp("fuzz")
    for name in ("assets", "seeds"):
        (root / name).symlink_to(ROOT / name)
    return root


@pytest.mark.parametrize("mutations", MUTATIONS)
@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_mutated_file(root, path, mutations):
    """A damaged file has problems with a place and a sentence, or is shown, within a second."""
    place, text = root / f"{path.stem}{mutations}", path.read_text("utf-8")
    place.mkdir()
    (place / "apple.yaml").write_text("title: One apple\nslides:\n  - title: One apple\n")

    @seed(SEED)
    @settings(max_examples=mutations // len(SHIPPED), deadline=None, database=None)
    @given(edits=st.lists(EDIT, min_size=1, max_size=6))
    def holds(edits):
        note(f"KIOSK_SEED={SEED}")
        (place / path.name).write_text(mutated(text, edits), "utf-8")
        started_s = time.thread_time()
        opened = open_place(place)
        problems = check_opened(opened, CheckServices())

        assert time.thread_time() - started_s < SECONDS_MAX
        assert opened.collection or any(one.severity is Severity.ERROR for one in problems)
        for problem in problems:
            assert problem.message
            assert problem.render().startswith(problem.place)

    holds()


@settings(max_examples=100, derandomize=True, deadline=None)
@given(data=st.binary(max_size=200))
def test_any_bytes(tmp_path_factory, data):
    """Any bytes in place of an exhibition are problems, or nothing to show."""
    place = tmp_path_factory.getbasetemp() / "fuzz.yaml"
    place.write_bytes(data)

    collection, problems = load(place)

    assert collection is None
    assert problems


@settings(max_examples=50, derandomize=True, deadline=None)
@given(text=st.text(max_size=300), quote=st.text(alphabet="Ia […]\"'.-?\ue000", max_size=40))
def test_any_interview(text, quote):
    """Any text can be read as an interview, and asked for any quote."""
    source = Source(Path("x.txt"), f"{text}\n\ninterview\n\nWhy?\n{text} I a I.\n")
    interview, lines = parse(source), range(1, len(source.lines) + 1)
    answers = [one.answer for one in interview.exchanges]
    passage, near = find(interview, quote), nearest(interview, quote)
    elsewhere = stands_elsewhere(interview, quote)

    if passage:
        assert 0 <= passage.start < passage.end <= len(answers[passage.exchange])
        assert passage.line in lines
    if near:
        assert near.text in "\n".join(answers)
        assert near.line in lines
    assert elsewhere is None or elsewhere[1] in lines
