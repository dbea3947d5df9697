"""A small place with all that a proof tells of, and with what it must not tell."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec import Struct
from PIL import Image

from kiosk.authoring.checks import check, check_wholly
from kiosk.authoring.checks.subject import CheckServices
from kiosk.authoring.load.place import open_place
from kiosk.proof.narrator import narrators_sheet
from kiosk.proof.page import Page, Sheet
from kiosk.proof.sheet import sheet

INTERVIEW = """Ada Example

full interview

Why doors?
Every door is an answer. I paint them blue.
"""
KIOSK = "title: {en: Summer <b>&amp;</b>, fr: Été}\nlanguages: [en, fr]\nexhibitions: [doors]\n"
DOORS = """\
title: {en: Doors, fr: Portes, ar: أبواب, kk: Есіктер}
by: Ada Example
interview: interview.txt
accent: red
slides:
  - title: {en: The <i>first</i> office, fr: Le premier, ar: ألماتي تعني مدينة التفاح}
    text: {kk: Алма – қаласы, zh: 一个苹果来到巴黎}
  - quote:
      text: I paint them blue.
      translation: {fr: Je les peins en bleu.}
      translated_by: The curator
  - photo: {file: 1.jpg, alt: A door, people: true}
    caption: {en: At the gate, fr: À la porte}
    focus: [0.3, 0.6]
    credit: Lent by a friend
  - photo: secret.jpg
    withheld: true
    caption: SECRET
    capton: SECRET
  - photos:
      - {file: taken.jpg, withdrawn: true, alt: SECRET}
      - {file: 11.jpg, alt: B, stand_in: true}
  - quote: I paint them green.
  - photo: taken.jpg
    text: SECRET
"""


class Hall(Struct, frozen=True):
    path: Path

    def sheet(self) -> Sheet:
        return sheet(open_place(self.path), check(self.path), "2026-05-01")

    def checked(self) -> Sheet:
        """The proof with what comments allow, as the command makes it."""
        opened = open_place(self.path)
        return sheet(opened, check_wholly(opened, CheckServices()), "2026-05-01")

    def narrators(self) -> Sheet | None:
        return narrators_sheet(open_place(self.path), "2026-05-01")

    def slide(self, number: int) -> Page:
        slides = (page for page in self.sheet().parts[0].slides if not page.gap)
        return next(page for page in slides if page.title == f"doors:{number}")

    def clean(self) -> None:
        """Take out what is wrong."""
        doors = DOORS.replace("accent: red\n", "").replace("\n  - quote: I paint them green.", "")
        doors = doors.replace("people: true}", "people: false}")
        (self.path / "doors.yaml").write_text(doors.replace("    capton: SECRET\n", ""), "utf-8")


@pytest.fixture
def hall(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Hall:
    place = tmp_path / "hall"
    place.mkdir()
    monkeypatch.chdir(place)
    for name, colour in (("1", "navy"), ("11", "olive"), ("secret", "red"), ("taken", "red")):
        Image.new("RGB", (90, 60), colour).save(place / f"{name}.jpg")
    (place / "interview.txt").write_text(INTERVIEW, encoding="utf-8")
    (place / "kiosk.yaml").write_text(KIOSK, encoding="utf-8")
    (place / "doors.yaml").write_text(DOORS, encoding="utf-8")
    return Hall(place)
