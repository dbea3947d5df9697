# ruff: noqa: E501  # One mistake a line reads better than its parts on five.
"""A mistake made anywhere in a good file is reported at its line, nearly always."""

from __future__ import annotations

import os
import random
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from kiosk.authoring.checks import check_opened
from kiosk.authoring.checks.subject import CheckServices
from kiosk.authoring.load.place import open_place
from kiosk.authoring.problems.problem import Severity

ROOT = Path(__file__).parents[2]
SHIPPED = sorted(path for path in (ROOT / "exhibitions").glob("*.yaml") if path.stem != "kiosk")
SEED = int(os.environ.get("KIOSK_SEED", "0"))
SAMPLE = 120
"""Files with a mistake that are made of each shipped exhibition."""
CASES_MIN, SHARE_MIN = 200, 0.95
BASES = (
    """\
title: Boats
photos: .
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
Change = Callable[[str], str | None]
KEY = re.compile(r"(\s*(?:- )?)([a-z_]+):( |$)(.*)")


def replaced(pattern: str, new: str) -> Change:
    """The line with the first match replaced; None if there is none."""
    compiled = re.compile(pattern)
    return lambda line: compiled.sub(new, line, count=1) if compiled.search(line) else None


PLAIN = r"(?<=: )([A-Za-z][\w ,.]*)$"
MISTAKES: dict[str, Change] = {
    "a dash without its space": replaced(r"^( *)- (?=\w)", r"\1-"),
    **{
        f"{sign} as a dash": replaced(r"^( *)- (?=\w)", rf"\g<1>{sign} ")
        for sign in ("•", "–", "—", "*", "·", "1.", "+")
    },
    "a lost dash": replaced(r"^( *)- (?=(?:photo|title|photos|layout|at):)", r"\1  "),
    "a lost dash, and its spaces": replaced(r"^( *)- (?=(?:photo|title|photos):)", r"\1"),
    "a lost colon": replaced(r"^( *(?:- )?[a-z]+):(?= \w)", r"\1"),
    "a colon without its space": replaced(r"^( *(?:- )?[a-z]+): (?=[\w\"])", r"\1:"),
    "a wide colon": replaced(r"^( *(?:- )?[a-z]+): (?=\w)", r"\1："),
    "a special space after the colon": replaced(r"^( *(?:- )?[a-z]+): (?=\w)", "\\1:\u00a0"),
    "a special space before the key": replaced(r"^ {2}(?=[ a-z-])", "\u00a0\u00a0"),
    "an invisible sign before the key": replaced(r"^( *(?:- )?)(?=[a-z_]+:)", "\\1\u200b"),
    "an invisible sign in the key": replaced(r"^( *(?:- )?[a-z])(?=[a-z_]+:)", "\\1\u200b"),
    "an invisible sign after a name": replaced(r"(\.jpg)(?=\"?$)", "\\1\u200b"),
    "a mark of another byte order": replaced(r"^( *(?:- )?)(?=[a-z_]+:)", "\\1\ufeff"),
    "a tab": replaced(r"^ {2,4}(?=\w)", "\t"),
    "two keys on a line": replaced(PLAIN, r"\1 caption: More"),
    "printers' marks around a name": replaced(r"(?<=photo: )\"?(\w\.jpg)\"?$", r"“\1”"),
    "other printers' marks": replaced(r"(?<=photo: )\"?(\w\.jpg)\"?$", r"«\1»"),
    "one plain mark": replaced(r"(?<=: )\"([^\"]+)\"$", r'"\1”'),
    "no closing mark": replaced(r"(?<=: )\"([^\"]+)\"$", r'"\1'),
    "a colon in a text": replaced(PLAIN, r"More: \1"),
    "an apostrophe in marks": replaced(PLAIN, r"'\1's own'"),
    "a lost brace": replaced(r"\}$", ""),
    "a lost opening brace": replaced(r"\{(?=\w+: )", ""),
    "a lost comma": replaced(r"(?<=\w), (?=[a-z]+: )", " "),
    "a semicolon": replaced(r"(?<=\w), (?=[a-z]+: )", "; "),
    "a lost bracket": replaced(r"\]$", ""),
    "decimal commas": replaced(r"\[0\.(\d+), 0\.(\d+)", r"[0,\1, 0,\2"),
    "a comment of a web page": lambda line: f"<!-- a note -->\n{line}" if "- " in line else None,
    "a comment of C": lambda line: f"// a note\n{line}",
    "a comment of a settings file": lambda line: f"; a note\n{line}",
    "a fence": lambda line: f"```\n{line}",
    "a rule": lambda line: f"=====\n{line}",
    "too far in": replaced(r"^( *)(?=[a-z_]+: )", r"\1 "),
    "not far enough in": replaced(r"^  ( *)(?=[a-z_]+: )", r" \1"),
    "a dash too far in": replaced(r"^( *)(?=- )", r"\1 "),
    "a misspelt key": replaced(r"(?<=[a-z])([a-z])([a-z])(?=[a-z]*: )", r"\2\1"),
    "a capital key": lambda line: KEY.sub(lambda m: f"{m[1]}{m[2].upper()}:{m[3]}{m[4]}", line, 1) if KEY.match(line) else None,
    "a German key": replaced(r"^( *(?:- )?)caption:", r"\1bildunterschrift:"),
    "a French key": replaced(r"^( *(?:- )?)alt:", r"\1descripcion_x:"),
    "a key that no slide has": lambda line: f"{line}\n{' ' * (len(line) - len(line.lstrip()))}music: a.mp3" if re.match(r" *(alt|caption|credit):", line) else None,
    "another ending": replaced(r"\.jpg", ".jpeg"),
    "a name that is not there": replaced(r"\b[abc]\.jpg", "zebra.jpg"),
    "an address": replaced(r"\b([abc]\.jpg)", r"https://x.org/\1"),
    "a path of Windows": replaced(r"(?<=photo: )\"?([abc]\.jpg)\"?$", r"C:\\Bilder\\\1"),
    "a percent sign at the beginning": replaced(PLAIN, r"% \1"),
    "an at sign": replaced(PLAIN, r"@\1"),
    "a backtick": replaced(PLAIN, r"`\1`"),
    "an asterisk": replaced(PLAIN, r"*\1*"),
    "an ampersand": replaced(PLAIN, r"&\1"),
    "an unknown layout": replaced(r"(?<=layout: )\w+", "besides"),
    "an unknown theme": replaced(r"(?<=theme: )\w+", "papper"),
    "words for a number": replaced(r"(?<=dwell: )12", "twelve"),
}  # fmt: skip
"""Mistakes, each made in one line; the line, and what comes with it, is where it is."""


class Case(Struct):
    """A file with one mistake, and the lines where it is."""

    mistake: str
    text: str
    lines: range


def cases(base: str) -> Iterator[Case]:
    """Each mistake in each line where it can be made."""
    lines = base.splitlines()
    for mistake, change in MISTAKES.items():
        for number, line in enumerate(lines, start=1):
            is_content = line.strip() and not line.lstrip().startswith("#")
            changed = change(line) if is_content else None
            if changed is None or changed == line:
                continue
            text = "\n".join([*lines[: number - 1], changed, *lines[number:]]) + "\n"
            yield Case(mistake, text, range(number, number + changed.count("\n") + 1))


class Tally:
    """Counts how many first errors are near their mistakes."""

    def __init__(self, place: Path, roots: tuple[Path, ...] = ()) -> None:
        self.place, self.roots = place, roots
        self.tried, self.missed = 0, list[str]()

    def try_all(self, mistaken: Iterable[Case]) -> None:
        for case in mistaken:
            self._try(case)

    def holds(self) -> bool:
        assert self.tried >= CASES_MIN, self.tried
        share = 1 - len(self.missed) / self.tried
        assert share >= SHARE_MIN, "\n".join([f"{share:.3f} of {self.tried}", *self.missed[:9]])
        return True

    def _try(self, case: Case) -> None:
        (self.place / "boats.yaml").write_text(case.text, "utf-8")
        problems = check_opened(open_place(self.place, self.roots), CheckServices())
        errors = [problem for problem in problems if problem.severity is Severity.ERROR]
        if not errors:  # It is not wrong here, as where a text goes on.
            return
        self.tried += 1
        if not case.lines[0] - 1 <= errors[0].line <= case.lines[-1] + 1:
            changed = case.text.splitlines()[case.lines[0] - 1]
            self.missed.append(
                f"{case.mistake}, line {case.lines[0]}: {changed}\n{errors[0].render()}"
            )


def test_in_small_files(wall):
    """The first error is at the mistake's line, or beside it, in 95 of 100 small files."""
    wall.photo("a.jpg", "b.jpg", "c.jpg")
    tally = Tally(wall.path)
    for base in BASES:
        tally.try_all(cases(base))

    assert tally.holds()


def test_in_the_shipped_files(wall):
    """The same is true of the shipped exhibitions, in some of their lines."""
    folders = tuple(ROOT / name for name in ("assets", "seeds"))
    for folder in folders:
        (wall.path.parent / folder.name).symlink_to(folder)
    tally = Tally(wall.path, folders)
    for path in SHIPPED:
        mistaken = list(cases(path.read_text("utf-8")))
        tally.try_all(random.Random(SEED).sample(mistaken, min(SAMPLE, len(mistaken))))

    assert tally.holds()
