"""The page of all keys."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from kiosk.authoring.keys import model as models
from kiosk.authoring.keys.base_model import Model
from kiosk.authoring.keys.reference import reference
from kiosk.authoring.problems.collector import Problems
from kiosk.authoring.yaml.document import parse
from kiosk.authoring.yaml.source import Source
from kiosk.exhibition import reading_time
from tests.authoring.key_fields import FIELDS

PAGE = Path(__file__).parents[2] / "exhibitions" / "REFERENCE.md"


page = cache(reference)  # Each key is looked up in the same one.


def section(model: type[Model]) -> str:
    """What is told of a model: between its heading and the next."""
    titles = {
        "Exhibition": "An exhibition’s file",
        "Kiosk": "kiosk.yaml",
        "Machine": "machine.yaml",
    }
    title = titles.get(model.__name__, model.__name__)
    return re.split(rf"^##+ {title}$", page(), flags=re.MULTILINE)[1].split("\n#")[0]


def stands(row: str) -> list[float]:
    found = re.search(rf"^\| {row} \|(.*)\|$", reference(), re.MULTILINE)
    assert found, row
    return [float(cell) for cell in found[1].split("|")]


def test_the_page_is_current():
    """What curators read is what the models say."""
    assert PAGE.read_text(encoding="utf-8") == page(), "make reference"


@pytest.mark.parametrize(("model", "key"), FIELDS)
def test_every_key_is_described(model, key):
    """Each key has a row with its sentence, and says whether it may be left out."""
    row = next(line for line in section(model).splitlines() if line.startswith(f"| `{key}` |"))
    field = model.known_keys()[key]

    assert field.description in row
    assert ("**needed**" in row) == field.is_required()


@pytest.mark.parametrize(("model", "key"), FIELDS)
def test_examples_may_be_pasted(model, key):
    """An example, written into a file as it stands there, gives its key a value."""
    example = re.search(rf"`({key}: .*)` \|$", section(model), re.MULTILINE)
    assert example
    problems = Problems()
    document = parse(Source(PAGE, example[1]), problems)

    assert not problems
    assert list(document.value) == [key]


@pytest.mark.parametrize(
    ("model", "key", "values"),
    [
        (models.Slide, "transition", "`cut`, `fade`, `push`, `wipe`, `through_black`, `zoom`"),
        (models.Slide, "dwell", "seconds from 2 to 600, such as 12, or auto"),
        (models.Slide, "title", "words"),
        (models.Slide, "photo", "[Photo](#photo)"),
        (models.Slide, "photos", "a list of up to 4: [Photo](#photo)"),
        (models.Slide, "facts", "a map, or a list of [Fact](#fact)"),
        (
            models.Photo,
            "focus",
            "two numbers between 0 and 1, such as [0.4, 0.6], or percentages | `[0.5, 0.5]`",
        ),
        (models.Photo, "stand_in", "`true` or `false` | as in [Defaults](#defaults)"),
        (models.Photo, "file", "a text"),
        (models.Screen, "diagonal_in", "a number from 5 to 200 | `32`"),
    ],
)
def test_values_and_bounds(model, key, values):
    """A row says which values a key takes, between which bounds, and what it does without."""
    assert re.search(rf"^\| `{key}` \|.*\| {re.escape(values)} \|", section(model), re.MULTILINE)


def test_kinds_of_values_are_a_click_away():
    """Each link is to a section that is there."""
    headings = {title.lower() for title in re.findall(r"^##+ (.+)$", page(), re.MULTILINE)}
    links = re.findall(r"\]\(#([^)]+)\)", page())

    assert links
    assert headings.issuperset(links)


def test_how_long_a_slide_stands():
    """The table tells what the wall does: looking, reading, and no less or more than its bounds."""
    assert stands("no photo and this many words")[-2:] == [32, 45]
    assert stands("a photo and this many words")[:3] == [6, 8, 12.5]
    assert stands("a photo and this many characters of Chinese or Japanese")[-1] == 35


def test_the_table_follows_the_pace_of_readers(monkeypatch):
    """Who reckons with slower readers finds it in the table."""
    before = stands("a photo and this many words")
    monkeypatch.setattr(reading_time, "WORDS_A_MINUTE", 100)

    assert stands("a photo and this many words") > before
