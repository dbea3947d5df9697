"""A folder becomes what can be shown, and all that is wrong with it at once."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kiosk.authoring.load import yaml_files
from kiosk.authoring.load.place import load

TWO_DOORS = "- photo: a.jpg\n- title: End\n"


def names(wall):
    collection, _ = wall.load()
    return [entry.name for entry in collection.entries] if collection else []


def test_exhibitions_of_the_seed():
    """The exhibitions that come with the kiosk have no error."""
    place = Path(__file__).parents[2] / "exhibitions"
    collection, problems = load(place)

    assert [p.render() for p in problems if p.code != "folder-missing"] == []
    assert collection is not None


def test_folder(doors):
    """Without a list, all exhibitions of a folder are shown by name; other files are none."""
    doors.hang(TWO_DOORS, name="b.yaml")
    doors.hang(TWO_DOORS, name="a.yml")
    doors.write(".hidden.yaml", "nonsense: [")
    doors.write("notes.txt", "nonsense")
    doors.write("folder.yaml/x", "nonsense")

    collection, problems = doors.load()

    assert [entry.name for entry in collection.entries] == ["a", "b"]
    assert collection.entry("b").path == doors.path / "b.yaml"
    assert collection.entry("c") is None
    assert problems == ()


def test_a_language_is_offered_once(doors):
    """One that is written twice is one to choose."""
    doors.hang("- title: x")
    doors.write("kiosk.yaml", "languages: [en, fr, en]")

    assert doors.load()[0].kiosk.languages == ("en", "fr")


def test_languages_follow_from_what_is_written(doors):
    """Where the kiosk names no languages, it speaks those of its exhibitions' titles."""
    doors.write("a.yaml", "title: {fr: Portes, en: Doors}\nslides:\n  - title: One\n")
    doors.write("b.yaml", "title: {kk: Есіктер, en: Doors}\nslides:\n  - title: One\n")
    assert doors.load()[0].kiosk.languages == ("fr", "en", "kk")
    doors.write("kiosk.yaml", "languages: [en]\n")

    assert doors.load()[0].kiosk.languages == ("en",)


def test_collection_is_known_by_itself(doors, ada):
    """What was loaded hashes at once, however large: it is equal to itself alone."""
    doors.hang(TWO_DOORS, head="interview: ada.txt")
    first, second = doors.load()[0], doors.load()[0]

    assert first == first
    assert first != second
    assert first.entries[0].exhibition == second.entries[0].exhibition


def test_one_file(doors):
    """One file is shown alone, with the settings of the kiosk that stand beside it."""
    doors.hang(TWO_DOORS, name="b.yaml")
    doors.hang(TWO_DOORS)
    doors.write("kiosk.yaml", "languages: [fr]\nexhibitions: [b]")

    collection, problems = load(doors.path / "doors.yaml")

    assert [entry.name for entry in collection.entries] == ["doors"]
    assert collection.kiosk.languages == ("fr",)
    assert problems == ()


def test_kiosk_file_means_its_folder(doors):
    """The kiosk's settings, opened, show what they list."""
    doors.hang(TWO_DOORS)
    path = doors.write("kiosk.yaml", "languages: [fr]")

    assert [entry.name for entry in load(path)[0].entries] == ["doors"]


def test_order_of_the_list(doors):
    """The kiosk's list says which exhibitions are shown, and in which order."""
    for name in "abc":
        doors.hang(TWO_DOORS, name=f"{name}.yaml")
    doors.write("kiosk.yaml", "exhibitions: [c, a, c]")

    assert names(doors) == ["c", "a"]


def test_listed_but_not_there(doors):
    """A name on the list without a file is an error with the nearest name."""
    doors.hang(TWO_DOORS)
    doors.write("kiosk.yaml", "exhibitions:\n  - doors\n  - dors\n")
    problem = doors.only_problem()

    assert (problem.code, problem.line, problem.column) == ("no-such-exhibition", 3, 5)
    assert problem.message == "there is no exhibition 'dors' here; did you mean 'doors'?"
    assert names(doors) == ["doors"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("languages: [fr", "yaml"),
        ("- fr", "not-a-map"),
        ("", "empty"),
        ("langages: [fr]", "unknown-key"),
        ("idle_s: 3", "wrong-value"),
        ("title: a\ntitle: b", "duplicate-key"),
    ],
)
def test_faulty_kiosk(doors, text, code):
    """Faulty settings are reported, and the usual ones hold."""
    doors.hang(TWO_DOORS)
    doors.write("kiosk.yaml", text)
    collection, (problem,) = doors.load()

    assert problem.code == code
    assert collection.kiosk.languages == ("en",)
    assert names(doors) == ["doors"]


def test_faulty_setting_costs_no_other(doors):
    """One faulty setting leaves the others as they are written."""
    doors.hang(TWO_DOORS)
    doors.write("kiosk.yaml", "idle_s: soon\nlanguages: [fr, kk]")

    assert doors.load()[0].kiosk.languages == ("fr", "kk")


@pytest.mark.parametrize(
    ("place", "code", "words"),
    [
        ("nowhere", "missing-file", "there is no file or folder nowhere"),
        ("nowhere.yaml", "missing-file", "there is no file or folder nowhere.yaml"),
        (".", "nothing-to-show", "this folder has no exhibition"),
        ("x" * 300, "unreadable", "cannot be read"),
    ],
)
def test_nothing_to_show(wall, place, code, words):
    """Where nothing is, nothing is shown, and one sentence says so."""
    collection, (problem,) = load(wall.path / place)

    assert collection is None
    assert problem.code == code
    assert words in problem.message


def test_forbidden_folder(wall, monkeypatch):
    """A folder without permission says what to change."""

    def forbid(_: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", forbid)

    assert wall.only_problem().code == "no-permission"


def test_same_name(doors):
    """Two files of one name are an error; one of them is shown."""
    doors.hang(TWO_DOORS, name="a.yaml")
    doors.hang(TWO_DOORS, name="a.yml")
    doors.write("kiosk.yaml", "exhibitions: [a]")

    assert doors.only_problem().code == "same-name"
    assert names(doors) == ["a"]


def test_too_many_exhibitions(doors, monkeypatch):
    """A folder has a bounded number of exhibitions."""
    monkeypatch.setattr(yaml_files, "EXHIBITIONS_MAX", 2)
    for name in "abc":
        doors.hang(TWO_DOORS, name=f"{name}.yaml")

    assert doors.only_problem().code == "too-many-exhibitions"
    assert names(doors) == ["a", "b"]


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("title: [", "yaml", "a [ or { before this"),
        ("- title: a", "not-a-map", "an exhibition begins with keys"),
        ("just text", "not-a-map", "an exhibition begins with keys"),
        ("slides:\n  - title: a", "missing-key", "'title' is missing; it needs a text"),
        ("title: a", "missing-key", "'slides' is missing; it needs a list"),
        ("title: a\nslides: []", "empty-text", "needs at least one slide"),
        ("title: a\nslides: b", "wrong-value", "slides needs a list, in which each slide"),
        ("title: a\nslides: {title: b}", "wrong-value", "slides needs a list"),
        ("title: [a]\nslides:\n  - title: a", "wrong-value", "title needs a text, or one for"),
        ("title: a\ntitel: b\nslides:\n  - title: a", "unknown-key", "'titel'; did you mean"),
        ("title: a\ndefaults: {layout: grid}\nslides:\n  - title: a", "no-such-choice", "single"),
        ("title: a\ndefaults: fade\nslides:\n  - title: a", "wrong-value", "defaults needs a map"),
        ("title: a\ntitle: b\nslides:\n  - title: a", "duplicate-key", "twice"),
    ],
)
def test_faulty_head(wall, text, code, words):
    """An exhibition whose head is faulty is left out as a whole, and says why."""
    wall.write("x.yaml", text)
    problem = wall.only_problem()

    assert problem.code == code
    assert words in problem.message
    assert names(wall) == []


@pytest.mark.parametrize(
    ("head", "words"),
    [
        ("accent: red", "accent needs a colour in quotation marks"),
        ("cover: [a]", "cover needs a file name"),
        ("theme: papr", "there is no theme 'papr'; did you mean 'paper'?"),
        ("colours: {ink: red}", "ink needs a colour in quotation marks"),
        ("colours: {inc: red}", "unknown key 'inc'; did you mean 'ink'?"),
        ("colours: red", "colours needs a map"),
        ("subtitle: {EN: x}", "'EN' is not a language tag"),
        ("accent: '#ffffff'\naccent: '#000000'", "twice"),
    ],
)
def test_harmless_fault_in_the_head(wall, head, words):
    """A faulty ornament costs an exhibition that ornament alone."""
    wall.hang("- title: a", head=head)

    assert words in wall.only_problem().message
    assert names(wall) == ["doors"]


def test_faulty_slide_leaves(doors):
    """A faulty slide is left out with its problem; the others stay."""
    doors.hang("- title: One\n- titel: Two\n- title: Three\n  title: Four\n- title: Five\n")
    _, problems = doors.load()

    assert [slide.title.in_language("en") for slide in doors.slides()] == ["One", "Five"]
    assert {problem.code for problem in problems} == {"unknown-key", "duplicate-key"}


def test_all_files_at_once(doors):
    """All problems of all files come at once, by their place."""
    doors.hang("- titel: x\n- title: y", name="b.yaml")
    doors.hang("- photo: x.jpg\n- title: y", name="a.yaml")
    doors.write("kiosk.yaml", "idle_s: x")
    _, problems = doors.load()

    assert [problem.path.name for problem in problems] == ["a.yaml", "b.yaml", "kiosk.yaml"]


def test_only_faulty_slides(wall):
    """Where no slide is left, the exhibition is left out, with the slides' problems alone."""
    wall.hang("- titel: x\n")

    assert wall.only_problem().code == "unknown-key"
    assert names(wall) == []


def test_head_is_checked_though_no_slide_is_left(wall):
    """Faults of the head are told even when every slide is faulty."""
    wall.hang("- titel: x\n", head="acent: x")
    _, problems = wall.load()

    assert [problem.line for problem in problems] == [2, 4]


def test_pipe_is_no_exhibition(wall):
    """A pipe named like an exhibition is not waited for."""
    os.mkfifo(wall.path / "x.yaml")

    assert wall.only_problem().code == "not-a-file"
