"""What the README promises."""

import re
from pathlib import Path

import pytest
from PIL import Image

from kiosk.authoring.keys.machine import Machine
from kiosk.authoring.load.machine_file import read_machine
from kiosk.authoring.load.place import load
from kiosk.cli import main
from tests.authoring.key_fields import MODELS

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
TECHNICIANS = (ROOT / "TECHNICIANS.md").read_text(encoding="utf-8")
INTERVIEW = """A portrait

Somebody

full interview

What is it?
Words that are in the interview.
"""


def examples(page=README):
    return re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)


def test_the_example_can_be_shown_as_it_stands(tmp_path):
    """A curator who copies the example has an exhibition without a problem."""
    light, kiosk = examples()
    (machine,) = examples(TECHNICIANS)
    for folder in ("exhibitions", "seeds", "assets/photos/light"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "exhibitions/light.yaml").write_text(light, encoding="utf-8")
    (tmp_path / "exhibitions/kiosk.yaml").write_text(kiosk, encoding="utf-8")
    (tmp_path / "seeds/interview.txt").write_text(INTERVIEW)
    for name in ("01", "02", "03", "04"):
        Image.new("RGB", (60, 40)).save(tmp_path / f"assets/photos/light/{name}.jpg")
    (tmp_path / "exhibitions/letters.ttf").write_bytes(b"OTTO")
    collection, problems = load(tmp_path / "exhibitions")

    assert [problem.render() for problem in problems] == []
    slides = collection.entry("light").exhibition.slides
    assert {slide.kind for slide in slides} == {
        "title", "text", "single", "matted", "beside", "pair", "grid", "quote", "portrait",
    }  # fmt: skip
    assert collection.kiosk.languages == ("en", "fr")
    (tmp_path / "machine.yaml").write_text(machine, encoding="utf-8")
    assert not read_machine(tmp_path / "machine.yaml").problems


def test_the_settings_of_a_folder_of_ones_own(tmp_path):
    """The settings shown for another folder are those of a kiosk without a problem."""
    (settings,) = re.findall(r"```yml\n(.*?)```", README, re.DOTALL)
    (tmp_path / "kiosk.yaml").write_text(settings, encoding="utf-8")
    for name in ("mills", "harbour"):
        text = "title: {en: A, fr: B}\nslides:\n  - title: {en: A, fr: B}\n"
        (tmp_path / f"{name}.yaml").write_text(text)
    collection, problems = load(tmp_path)

    assert [problem.render() for problem in problems] == []
    assert [one.name for one in collection.entries] == ["harbour", "mills"]
    assert collection.kiosk.title.in_language("en") == "Village museum"


@pytest.mark.parametrize("model", MODELS)
def test_every_key_is_described(model):
    """There is no key that only the code knows."""
    page = TECHNICIANS if model is Machine else README
    words = set(re.findall(r"\b(\w+):", page)) | set(re.findall(r"\w+", "".join(examples(page))))
    lacking = set(model.known_keys()) - words

    assert not lacking, f"write them into the README: {lacking}"


def test_every_command_is_described():
    """There is no command that only the code knows."""
    assert "check" in main.commands
    for name in main.commands:
        assert name == "play" or f"`kiosk {name}" in README


def test_pictures_are_there():
    """Every picture that is shown is in the repository."""
    pictures = re.findall(r"!\[[^\]]*\]\(([^)]+)\)", README)

    assert len(pictures) == 3
    assert all((ROOT / picture).is_file() for picture in pictures)
