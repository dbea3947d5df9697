"""A mistake made anywhere in a good file is reported at its line, nearly always."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec import Struct

from kiosk.authoring.checks import check_opened
from kiosk.authoring.checks.subject import CheckServices
from kiosk.authoring.load.place import open_place
from kiosk.authoring.problems.codes import Code
from kiosk.authoring.problems.problem import Problem
from tests.authoring.mistakes import MISTAKES

ROOT = Path(__file__).parents[2]
DEMO = ROOT / "tests" / "demo"
FOLDERS = (ROOT / "assets", ROOT / "seeds", DEMO / "pictures")
SHIPPED = [
    path
    for folder in (ROOT / "exhibitions", DEMO)
    for path in sorted(folder.glob("*.yaml"))
    if path.stem != "kiosk"
]
SEED = int(os.environ.get("KIOSK_SEED", "0"))
MUTATIONS = [370, pytest.param(4_000, marks=pytest.mark.slow)]
KINDS_MIN, SHARE_MIN = 200, 0.98
BASES = (
    """\
title: Boats
photos: .
from: 2026-05-01
until: 2026-06-30
hours: "10:00-18:00"
weekdays: [sat, sun]
defaults: {credit: Lent by a friend}
slides:
  - photo: a.jpg
    alt: A boat
  - photo: b.jpg
    alt: A leaf
    caption: A leaf in autumn
  - title: The end
    text: Thank you for your visit
""",
    """\
title: {en: Boats, de: Boote}
subtitle: {en: On the river, de: Auf dem Fluss}
by: Anna Weiss
photos: .

slides:
- title: {en: Boats, de: Boote}
  text: >-
    A longer text that goes on
    over two lines.

- photo: {file: a.jpg, alt: A boat, credit: Anna}
  caption:
    en: At the river
    de: Am Fluss

- photos: [a.jpg, b.jpg]
  caption: Two of them
  dwell: 12

- photo: c.jpg
  alt: A lamp
  credit: Anna
  focus: [0.4, 0.6]
  layout: beside
  text: Somebody has left it on
""",
    """\
# Our summer exhibition
title: "Summer light"
by: "Anna Weiss"
theme: paper
defaults:
  transition: fade
  credit: "Anna Weiss"
slides:
  # The first room
  - photo: "a.jpg"
    alt: "An open gate"
    caption: "At the gate"
  - photo: "b.jpg"
    alt: "A table"
    details:
      - at: [0.2, 0.3, 0.25, 0.2]
        text: "The jug"
  - layout: portrait
    photo: "c.jpg"
    alt: "Anna"
    title: "Anna"
    facts:
      Lives in: Paris
      Born: "1971"
""",
)


class Case(Struct):
    """A file with one mistake, and the lines where it is."""

    mistake: str
    base: str
    text: str
    lines: range

    def render(self, found: Problem | None) -> str:
        written = self.text.splitlines()[self.lines[0] - 1]
        said = found.render() if found else "no problem"
        return f"{self.mistake}, line {self.lines[0]}: {written}\n{said}"


def cases(mistake: str, bases: list[str]) -> Iterator[Case]:
    """A mistake in each line where it can be made."""
    for base in bases:
        lines = base.splitlines()
        for at in range(len(lines)):
            made = MISTAKES[mistake](lines, at)
            if made and made[0] != lines:
                text = "\n".join(made[0]) + "\n"
                yield Case(mistake, base, text, range(made[1].start + 1, made[1].stop + 1))


class Reader:
    """Says what a text is read as, and what is wrong with it."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self.good = dict[str, tuple[str, set[str]]]()

    def read(self, text: str) -> tuple[str, tuple[Problem, ...]]:
        (self.place / "boats.yaml").write_text(text, "utf-8")
        opened = open_place(self.place, FOLDERS)
        return repr(opened.collection), check_opened(opened, CheckServices())

    def new_problems(self, case: Case) -> tuple[Problem, ...] | None:
        """Those that the good file does not have; None if both files mean the same."""
        if case.base not in self.good:
            meaning, problems = self.read(case.base)
            self.good[case.base] = (meaning, {one.message for one in problems})
        good, known = self.good[case.base]
        meaning, problems = self.read(case.text)
        # The note that gathers a file's texts is another one when a mistake takes a text away.
        told = (one for one in problems if one.code is not Code.SAME_IN_ALL_LANGUAGES)
        new = tuple(one for one in told if one.message not in known)
        return None if not new and meaning == good else new


@pytest.fixture
def reader(wall):
    """A reader in a folder with all that the files name."""
    wall.photo("a.jpg", "b.jpg", "c.jpg")
    for folder in FOLDERS[:2]:
        (wall.path.parent / folder.name).symlink_to(folder)
    (wall.path / "pictures").symlink_to(FOLDERS[2])
    for transcript in DEMO.glob("*.txt"):
        wall.write(transcript.name, transcript.read_bytes())
    return Reader(wall.path)


@pytest.mark.parametrize("tries", MUTATIONS)
def test_the_first_problem_is_at_the_mistake(reader, tries):
    """The first problem, as printed and in the file, is within a line of 98 of 100 mistakes."""
    bases = [*BASES, *(path.read_text("utf-8") for path in SHIPPED)]
    choose = random.Random(SEED)
    each = -(-tries // len(MISTAKES))
    tried, missed = 0, list[str]()
    for mistake in MISTAKES:
        all_cases = list(cases(mistake, bases))
        assert all_cases, f"no file has a place for {mistake}"
        for case in choose.sample(all_cases, min(each, len(all_cases))):
            problems = reader.new_problems(case)
            if problems is None:  # The same is shown, so it is no mistake here.
                continue
            tried += 1
            near = range(case.lines.start - 1, case.lines.stop + 1)
            firsts = (*problems[:1], *sorted(problems, key=lambda one: one.line)[:1])
            if not firsts or any(one.line not in near for one in firsts):
                missed.append(case.render(firsts[0] if firsts else None))
    share = 1 - len(missed) / tried

    assert len(MISTAKES) >= KINDS_MIN
    assert share >= SHARE_MIN, "\n".join([f"{share:.3f} of {tried}, seed {SEED}", *missed[:9]])
