"""Fonts in kiosk.yaml, the letters that they have, and the languages that no font can draw."""

from __future__ import annotations

import pytest

from kiosk.authoring.checks import check
from kiosk.authoring.checks.subject import CheckServices
from kiosk.style.themes import Typefaces


def problems(wall, code, **services):
    found = check(wall.path, CheckServices(**services))
    return [(one.path.name, one.line, one.column) for one in found if one.code == code]


def test_fonts_of_the_kiosk(room):
    """Font files are found beside kiosk.yaml; one that is not there is an error at its key."""
    room.hang("- title: a")
    room.write("kiosk.yaml", "fonts: {serif: letters.ttf, sans: none.ttf}")
    collection, _ = room.load()

    assert collection.kiosk.fonts.serif == str(room.path / "letters.ttf")
    assert collection.kiosk.fonts.sans is None
    assert problems(room, "font-missing") == [("kiosk.yaml", 1, 35)]


def test_letters_that_only_a_font_of_the_kiosk_has(room):
    """Letters are looked for in the fonts of the exhibition and of the kiosk."""
    room.hang("- title: 画", head="fonts: {sans: letters.ttf}")
    room.write("kiosk.yaml", "title: 画\nfonts: {serif: letters.ttf}")
    asked = []

    def missing(letters, fonts=None):
        asked.append(fonts)
        return ""

    file = str(room.path / "letters.ttf")

    assert problems(room, "letters-missing", missing=missing) == []
    assert asked == [Typefaces(serif=file, sans=file), Typefaces(serif=file)]


@pytest.mark.parametrize(
    ("settings", "place"),
    [
        ("languages: [en, fr, bo]", ("kiosk.yaml", 1, 21)),
        ("theme: paper", ("doors.yaml", 3, 8)),
    ],
)
def test_language_that_no_font_can_draw(wall, settings, place):
    """It is reported where it is named: in the languages of the kiosk, or in a title."""
    wall.hang("- title: a", head="")
    doors = wall.path / "doors.yaml"
    doors.write_text(f"\n\n{doors.read_text().replace('Doors', '{en: a, bo: b}')}")
    wall.write("kiosk.yaml", settings)

    def undrawable(tags, fonts):
        return [tag for tag in tags if tag == "bo"]

    found = problems(wall, "language-not-drawn", undrawable=undrawable)

    assert [(file, line) for file, line, _ in found] == [place[:2]]
