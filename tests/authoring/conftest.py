"""A folder that a test fills as a curator would."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent, indent

import pytest
from msgspec import Struct

from kiosk.authoring.checks import check
from kiosk.authoring.load.place import load
from kiosk.authoring.problems.collector import Problems
from kiosk.authoring.problems.problem import Problem
from kiosk.authoring.transcripts.transcript import hints_of, open_interview
from kiosk.exhibition.collection import Collection
from kiosk.exhibition.exhibition import Exhibition, Slide
from kiosk.exhibition.interview import Interview

SEED = Path(__file__).parents[2] / "seeds" / "meiirbek-sailanbek.txt"

TRANSCRIPT = """\
Portraits

Ada Example

From: Here
Lives in:

She says: “I paint doors.” That is all she does.

full interview

Why doors?
Every door is an answer. I paint them blue… and sometimes green.
My father’s door was “the blue one”, he said.

Do you sell them?
No – never.

This interview was translated.
"""


class Wall(Struct):
    """A folder of exhibitions."""

    path: Path

    def write(self, name: str, text: str | bytes) -> Path:
        file = self.path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode() if isinstance(text, str) else text)
        return file

    def photo(self, *names: str) -> None:
        for name in names:
            self.write(name, b"a photo")

    def hang(self, slides: str, head: str = "", name: str = "doors.yaml") -> Path:
        """An exhibition with a title, this head and these slides."""
        text = f"title: Doors\n{dedent(head)}\nslides:\n{indent(dedent(slides).strip(), '  ')}\n"
        return self.write(name, text)

    def load(self) -> tuple[Collection | None, tuple[Problem, ...]]:
        return load(self.path)

    def slides(self) -> tuple[Slide, ...]:
        """Slides of the only exhibition."""
        collection, _ = self.load()
        return collection.entries[0].exhibition.slides if collection else ()

    def only_slide(self) -> Slide:
        (slide,) = self.slides()
        return slide

    def head(self) -> Exhibition:
        """The first exhibition."""
        collection, _ = self.load()

        assert collection
        return collection.entries[0].exhibition

    def only_problem(self) -> Problem:
        """What loading complains of, which must be one thing."""
        _, problems = self.load()

        assert len(problems) == 1, [problem.render() for problem in problems]
        return problems[0]

    def found(self, code: str) -> list[Problem]:
        """What checking finds under this code."""
        return [problem for problem in check(self.path) if problem.code == code]


def transcript(path: Path) -> Interview | Problem:
    """An interview, or the one problem that keeps it from being shown."""
    problems = Problems()
    interview = open_interview(path, problems)

    assert len(problems) == (interview is None)
    return interview or next(iter(problems))


def doubt(wall: Wall, text: str) -> Problem:
    """Why a transcript with this text is unclear."""
    problem = transcript(wall.write("x.txt", text))

    assert isinstance(problem, Problem)
    assert problem.code == "interview-unclear"
    return problem


@pytest.fixture
def wall(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Wall:
    folder = tmp_path / "wall"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return Wall(folder)


@pytest.fixture
def opened(wall: Wall) -> Callable[..., Interview | None]:
    """Opens a transcript with this text, and with what its exhibition says about the speakers."""

    def of(text, names=(), name="x.txt", **labels):
        hints = hints_of(names, labels.items())
        return open_interview(wall.write(name, text), Problems(), hints)

    return of


def names(slide: Slide) -> list[str]:
    """File names of its photos."""
    return [Path(photo.file).name for photo in slide.all_photos]


@pytest.fixture
def doors(wall: Wall) -> Wall:
    """A wall with four photos."""
    wall.photo("a.jpg", "b.jpg", "c.jpg", "d.jpg")
    return wall


@pytest.fixture
def room(wall: Wall) -> Wall:
    """What the examples of the pages name."""
    wall.write("interview.txt", TRANSCRIPT)
    wall.write("asides.txt", "Why?\nI hear it. [phone rings] I go.\n")
    wall.write("alone.txt", "Why?\nSo.\n\nI go there.\n\nWhen?\nNow.\n")
    wall.write("entretien.txt", "Pourquoi ?\nParce que.\n\nEt quand ?\nJamais.\n")
    wall.write("copy.txt", TRANSCRIPT)
    wall.write("short.txt", "Pourquoi ?\nParce que.\n")
    wall.write("unnamed.txt", "Q: Why doors?\nA: Every door is an answer.\n")
    wall.write("initials.txt", "Q: Why?\nMK: So.\nM.K.: No.\nQ: Who?\nMK: I.\nM.K.: We.\n")
    wall.write("named.txt", "Q: Why doors?\nADA: Every door is an answer.\n")
    for name in ("01", "02", "03"):
        wall.write(f"{name}.jpg", f"photo {name}")
    wall.write("01-copy.jpg", "photo 01")
    wall.write("interview.docx", "PK")
    with zipfile.ZipFile(wall.path / "large.docx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", " " * 1_000_000)
    wall.write("letters.ttf", b"\x00\x01\x00\x00 and so on")
    return wall


@pytest.fixture
def ada(wall: Wall) -> Interview:
    """A small interview, in the file `ada.txt`."""
    interview = transcript(wall.write("ada.txt", TRANSCRIPT))

    assert isinstance(interview, Interview)
    return interview


@pytest.fixture(scope="session")
def meiirbek() -> Interview:
    """The interview as it was given."""
    interview = transcript(SEED)

    assert isinstance(interview, Interview)
    return interview
