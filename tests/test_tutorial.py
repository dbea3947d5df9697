"""The tutorial for curators, done step by step as it is written."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

from click.testing import CliRunner, Result
from msgspec import Struct, field
from PIL import Image

from kiosk.authoring.load.place import load
from kiosk.cli import main

ROOT = Path(__file__).parent.parent
TUTORIAL = (ROOT / "exhibitions" / "README.md").read_text(encoding="utf-8")
PHOTOS = {"gate": "olive", "table": "teal", "window": "navy"}
BLOCK = re.compile(r"(?P<before>.*?)```(?P<kind>\w+)\n(?P<text>.*?)```", re.DOTALL)


class Curator(Struct):
    """Somebody who does what the tutorial says, and nothing else."""

    folder: Path
    file: str = ""
    """The file that is open in the editor."""
    found: str = ""
    answer: Result | None = None
    steps: list[str] = field(default_factory=list)

    def read(self, before: str, kind: str, text: str) -> None:
        """Do what a block asks for after these words."""
        paragraph = before.strip().rpartition("\n\n")[2]
        opened = re.findall(r"`(exhibitions/[\w-]+\.yaml)`", before)
        self.file = opened[-1] if opened else self.file
        match kind:
            case "sh":
                self.type(text.strip())
            case "text" if name := re.search(r"into a file `([^`]+)`", paragraph):
                (self.folder / name[1]).write_text(text, encoding="utf-8")
            case "text":
                assert "answers" in paragraph, paragraph
                self.compare(text)
            case "yaml" if re.search(r"\b[Ff]ind\b", paragraph):
                self.find(text)
            case "yaml":
                self.replace(text)
        self.steps.append(kind)

    def type(self, command: str) -> None:
        program, *arguments = shlex.split(command)
        if program == "make":
            assert arguments.pop(0) == "run"
            given = dict(argument.split("=", 1) for argument in arguments)
            window = given.get("ARGS") or "--window 480x270"
            place = given.get("PLACE", "exhibitions")
            arguments = [place, *shlex.split(window), "--for", "0.5"]
        else:
            assert program == ".venv/bin/kiosk"
        named = [name for one in arguments for name in self.expanded(one)]
        self.answer = CliRunner().invoke(main, named)
        assert self.answer.exit_code in (0, 1), self.answer.output

    def expanded(self, argument: str) -> list[str]:
        if "*" not in argument:
            return [argument]
        return sorted(str(path.relative_to(self.folder)) for path in self.folder.glob(argument))

    def compare(self, promised: str) -> None:
        """Each line of what is promised has come, in this order."""
        assert self.answer is not None
        lines = (re.escape(line).replace("…", ".*") for line in promised.splitlines())
        assert re.search("(?s:.*)".join(lines), self.answer.output), self.answer.output
        assert (self.answer.exit_code == 1) == (" error: " in promised)

    def find(self, text: str) -> None:
        """What is to be looked for is there, and only in one place."""
        written = (self.folder / self.file).read_text(encoding="utf-8")
        assert written.count(text) == 1, text
        self.found = text

    def replace(self, text: str) -> None:
        path = self.folder / self.file
        written = path.read_text(encoding="utf-8")
        path.write_text(written.replace(self.found, text), encoding="utf-8")


def blocks() -> Iterator[tuple[str, str, str]]:
    return (found.group("before", "kind", "text") for found in BLOCK.finditer(TUTORIAL))


def test_the_tutorial_keeps_its_promises(tmp_path, monkeypatch):
    """Who types and edits what it says gets the answers that it gives, and the slides."""
    for name in ("exhibitions", "seeds", "assets/photos"):
        shutil.copytree(ROOT / name, tmp_path / name)
    (tmp_path / "assets/photos/light").mkdir()
    for name, colour in PHOTOS.items():
        Image.new("RGB", (2400, 1600), colour).save(tmp_path / f"assets/photos/light/{name}.jpg")
    monkeypatch.chdir(tmp_path)
    curator = Curator(tmp_path)
    for block in blocks():
        curator.read(*block)
    collection, _ = load(tmp_path / "exhibitions")

    assert {"sh", "text", "yaml"} == set(curator.steps)
    assert (tmp_path / "summer-light.pdf").is_file()
    assert collection.entries[-1].name == "summer-light"
    page, gate, quote, table, window = collection.entries[-1].exhibition.slides
    assert page.layout == "title"
    assert gate.photo.caption.in_language("en") == "At the gate"
    assert quote.quote.translation.in_language("fr") == "La pluie aussi est de la lumière."
    assert all(slide.photo.alt and slide.photo.credit for slide in (gate, table, window))


def test_links_lead_somewhere():
    """Each link is to a file that is there, and to a heading that it has."""
    links = re.findall(r"\]\(([^)]+)\)", TUTORIAL)
    assert links
    for target in links:
        name, _, heading = target.partition("#")
        path = ROOT / "exhibitions" / name
        headings = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)

        assert not heading or heading in {one.lower().replace(" ", "-") for one in headings}


def test_notes_beside_exhibitions_disturb_nothing():
    """Of a folder, only YAML files are exhibitions: what else lies there is left alone."""
    collection, problems = load(ROOT / "exhibitions")

    assert (ROOT / "exhibitions" / "README.md").is_file()
    assert problems == ()
    assert {entry.path.suffix for entry in collection.entries} == {".yaml"}
