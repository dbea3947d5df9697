"""Exhibitions are read with endings in any letters; copies and other files get a warning."""

from __future__ import annotations

import unicodedata

import pytest

from kiosk.authoring.checks import check

ONE = "title: {}\nslides:\n  - title: a\n"
COPIES = (
    "~$one.yaml",
    "one - Kopie.yaml",
    "one - Kopie (2).yaml",
    "one – Kopie.yaml",
    "one (1).yaml",
    "one(2).yml",
    "one - Copy.yaml",
    "One - Copy (3).YAML",
    "one copy.yaml",
    "one copy 2.yaml",
    "one_copy.yaml",
    "one copie.yaml",
    "one - copia.yaml",
    "Copy of one.yaml",
    "Kopie von one.yaml",
    "one (conflicted copy 2026-11-27).yaml",
    "one (Anna's conflicted copy 2026-11-27).yaml",
    "one (In Konflikt stehende Kopie von Anna 2026-11-27).yaml",
    "one.sync-conflict-20261127-101010-ABCDEFG.yaml",
    "one.bak.yaml",
    "one-LAPTOP-AB12CD34.yaml",
    "one [conflict].yaml",
    "one.yaml~",
    ".one.yaml.swp",
    "#one.yaml#",
    "one.yaml.bak",
    ".~lock.one.yaml#",
)
EXHIBITIONS = (
    "two (1).yaml",
    "two (conflict zone).yaml",
    "copy.yaml",
    "copyright.yaml",
    "one 2.yaml",
    "Kopie der Welt.yaml",
)
OTHERS = {
    "one.yaml.txt": "'one.yaml.txt' is not read; rename it to one.yaml",
    "one.YML.TXT": "'one.YML.TXT' is not read; rename it to one.yaml",
    "one.ymal": "'one.ymal' is not read; rename it to one.yaml",
    "one.yaml.docx": "'one.yaml.docx' is not read; save it as plain text, with the name one.yaml",
    "one.yaml.rtf": "'one.yaml.rtf' is not read; save it as plain text, with the name one.yaml",
}
KINDS = (
    b"{\\rtf1\\ansi hello}",
    b"PK\x03\x04 and so on",
    b"\xd0\xcf\x11\xe0",
    b"<html><p>a</p>",
    b"%PDF-1.7",
    b"\x89PNG",
)


def titles(wall):
    collection, _ = wall.load()
    return [entry.name for entry in collection.entries]


@pytest.mark.parametrize("name", COPIES)
def test_a_copy_is_not_shown(wall, name):
    """A copy is one warning, and its exhibition is shown once."""
    wall.write("one.yaml", ONE.format("One"))
    wall.write(name, ONE.format("Other"))
    (problem,) = check(wall.path)

    assert titles(wall) == ["one"]
    assert (problem.code, problem.severity, problem.path.name) == (
        "copy-not-shown",
        "warning",
        name,
    )


@pytest.mark.parametrize("name", EXHIBITIONS)
def test_a_name_alone_makes_no_copy(wall, name):
    """A name that only resembles a copy's is that of an exhibition."""
    wall.write("one.yaml", ONE.format("One"))
    wall.write(name, ONE.format("Other"))

    assert len(titles(wall)) == 2
    assert check(wall.path) == ()


def test_a_listed_copy_is_shown(wall):
    """What kiosk.yaml lists is always shown."""
    wall.write("one.yaml", ONE.format("One"))
    wall.write("one (1).yaml", ONE.format("Other"))
    wall.write("kiosk.yaml", "exhibitions: [one (1), one]")

    assert titles(wall) == ["one (1)", "one"]
    assert check(wall.path) == ()


def test_a_copy_withdraws(doors):
    """A photo that a copy withdraws is not shown, as with other files that are not shown."""
    doors.hang("- photo: a.jpg\n- title: End")
    doors.hang("- photo: {file: a.jpg, withdrawn: true}", name="doors (1).yaml")
    collection, _ = doors.load()

    assert len(collection.entries[0].exhibition.slides) == 1


def test_copies_of_the_settings_do_not_count(wall):
    """A copy of kiosk.yaml is neither settings nor an exhibition."""
    wall.write("one.yaml", ONE.format("One"))
    wall.write("kiosk.yaml", "title: Here")
    wall.write("kiosk - Copy.yaml", "title: There")

    assert [problem.code for problem in check(wall.path)] == ["copy-not-shown"]


@pytest.mark.parametrize(("name", "message"), OTHERS.items())
def test_another_ending(wall, name, message):
    """A file that looks like an exhibition is not passed over silently."""
    wall.write("two.yaml", ONE.format("Two"))
    wall.write(name, ONE.format("One"))
    (problem,) = check(wall.path)

    assert (problem.code, problem.severity) == ("ending-wrong", "warning")
    assert problem.message == message


@pytest.mark.parametrize("name", ["pear.YAML", "pear.Yml", "pear.yml", "PEAR.YAML"])
def test_endings_in_capitals(wall, name):
    """An ending may have capital letters."""
    wall.write(name, ONE.format("Pear"))

    assert titles(wall) == [name.split(".")[0]]


@pytest.mark.parametrize("data", KINDS)
def test_files_of_other_kinds(wall, data):
    """A document or a web page with the ending of YAML is named as what it is."""
    wall.write("one.yaml", data)
    problem = wall.only_problem()

    assert problem.code == "not-utf-8"
    assert problem.message.startswith("this is a ")
    assert "save it as plain text" in problem.message


@pytest.mark.parametrize("name", ["one.yaml", "one.yml", "one.YAML", "one"])
def test_names_in_the_list(wall, name):
    """The list of kiosk.yaml may name files with their endings."""
    wall.write("one.yaml", ONE.format("One"))
    wall.write("two.yaml", ONE.format("Two"))
    wall.write("kiosk.yaml", f"exhibitions: [{name}]")

    assert titles(wall) == ["one"]


@pytest.mark.parametrize("form", ["NFC", "NFD", "mixed"])
@pytest.mark.parametrize("written", ["NFC", "NFD", "mixed"])
def test_forms_of_letters(wall, form, written):
    """Photos and their folder are found however their letters are composed."""
    names = {way: unicodedata.normalize(way, "éàü") for way in ("NFC", "NFD")}
    names["mixed"] = names["NFC"][:1] + names["NFD"][2:]
    wall.write(f"{names[form]}/{names[form]}.jpg", b"a photo")
    wall.hang(f"- photo: {names[written]}.jpg", head=f"photos: {names[written]}")

    assert wall.only_slide().photo
