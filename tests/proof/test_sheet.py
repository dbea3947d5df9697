"""What a proof tells of each slide, and what it keeps to itself."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from kiosk.authoring.load.place import open_place
from kiosk.exhibition import text_walk
from kiosk.exhibition.exhibition import Slide
from kiosk.exhibition.text import LocalisedText
from kiosk.exhibition.text_walk import Role, walk_texts
from kiosk.proof.sheet import Page, sheet
from tests.exhibition.filled import filled


def said(page: Page, label: str) -> list[str]:
    return [line.text for line in page.lines if line.label == label]


def problems(page: Page) -> list[str]:
    return [line.text for line in page.lines if line.kind in {"error", "warning", "note"}]


def test_cover(hall):
    """The cover names the place, the day, the exhibitions with their slides, and the languages."""
    proof = hall.sheet()

    assert (proof.title, proof.date, proof.languages) == (
        "Summer <b>&amp;</b>",
        "2026-05-01",
        "en, fr",
    )
    assert [(part.head.title, part.count) for part in proof.parts] == [("Doors", "4 slides")]
    assert proof.count == "4 slides"


def test_words_in_every_language(hall):
    """Beside a slide stand its words in each language that they are written in, and no fewer."""
    page = hall.slide(1)

    assert said(page, "Title, fr") == ["Le premier"]
    assert said(page, "Text, zh") == ["一个苹果来到巴黎"]
    assert [line.language for line in page.lines if line.kind == "words"] == [
        "en", "fr", "ar", "kk", "zh",
    ]  # fmt: skip


def test_quote_with_its_question(hall):
    """A quote stands with its translation, the question that it answers, and the line."""
    page = hall.slide(2)

    assert said(page, "Quote, en") == ["I paint them blue."]
    assert said(page, "Translation, fr") == ["Je les peins en bleu."]
    assert said(page, "Question") == ["Why doors?"]
    assert said(page, "Found at") == ["interview.txt:6"]
    assert said(page, "Speaker") == ["Ada Example"]


def test_work(hall):
    """The label of a work is a line for each language, as it is on the screen."""
    (hall.path / "doors.yaml").write_text(
        "title: Doors\nslides:\n  - photo: 1.jpg\n    work:\n"
        "      {title: {en: Boats, fr: Barques}, year: 1912, size: 40 × 50 cm}\n"
    )
    page = hall.slide(1)
    (line,) = [one for one in page.lines if one.label == "Work, fr"]

    assert said(page, "Work, en") == ["Boats, 1912\n40 × 50 cm"]
    assert (line.text, line.language) == ("Barques, 1912\n40 × 50 cm", "fr")
    assert line.pieces[0] == ("Barques", True, False)


def test_photo(hall):
    """Of a photo there are its file, its label, its focus, and who agreed to be shown."""
    page = hall.slide(3)

    assert said(page, "Photo") == ["1.jpg"]
    assert said(page, "Caption, fr") == ["À la porte"]
    assert said(page, "Credit") == ["Lent by a friend"]
    assert said(page, "Focus") == ["30 % from the left, 60 % from the top"]
    assert said(page, "People") == ["can be recognised; no consent"]
    assert said(page, "Shown as") == ["single, fade, drift; for 6 s"]


class Wider(Slide, frozen=True):
    """A slide with a key that there is not yet."""

    wish: LocalisedText | None = None


@pytest.mark.parametrize("without", ["photo", "photos"])
def test_every_text(hall, monkeypatch, without):
    """A page has all texts of its slide in all languages, also those of keys still to come."""
    monkeypatch.setitem(text_walk.ROLES, "wish", Role.WORDS)
    monkeypatch.setitem(text_walk.RANKS, "wish", (99, 99))
    slide, opened = filled(Wider, without=(without,)), open_place(hall.path)
    resolved = opened.resolved[0]
    shown = replace(resolved, located=(replace(resolved.located[0], slide=slide),))
    page = sheet(replace(opened, resolved=(shown,)), [], "2026-05-01").parts[0].slides[0]
    lines = "\n".join(line.text for line in page.lines)

    assert said(page, "Wish, fr") == ["fr.wish"]
    for one in walk_texts(slide):
        for _, text in one.text.texts:
            assert text in lines


def test_stand_ins_are_marked(hall):
    """A picture that is none of the exhibition's says so."""
    assert said(hall.slide(4), "Photo") == ["11.jpg – a stand-in"]


def test_facts_are_told_together(hall):
    """The facts of a portrait are one block for each of their languages."""
    doors = hall.path / "doors.yaml"
    doors.write_text(
        "title: Doors\nslides:\n  - photo: 1.jpg\n    title: Ada\n    facts:\n"
        "      - {label: {en: Lives, fr: Vit}, value: Here}\n"
        "      - {label: {en: Paints, fr: Peint}, value: {en: Doors, fr: Portes}}\n"
    )
    page = hall.slide(1)

    assert said(page, "Facts, en") == ["Lives: Here\nPaints: Doors"]
    assert said(page, "Facts, fr") == ["Vit: Here\nPeint: Portes"]


def test_problems_stand_beside_their_slide(hall):
    """Each problem is told where a curator mends it: at its slide, its exhibition or the place."""
    (hall.path / "other.yaml").write_text("title: [")
    proof = hall.sheet()
    part = proof.parts[0]

    assert any("consent-missing" in text for text in problems(part.slides[2]))
    assert not any("consent-missing" in text for text in problems(part.slides[1]))
    assert any("stand-in" in text for text in problems(part.slides[3]))
    assert any("wrong-value" in text for text in problems(part.head))
    assert any("other.yaml" in line.text for line in proof.lines)


def test_slides_that_do_not_hang_are_told_of(hall):
    """What keeps a slide from hanging stands at the head of its exhibition."""
    found = problems(hall.sheet().parts[0].head)

    assert any(text.startswith("line 23: this quote is not in") for text in found)


def test_numbers_are_of_what_is_told(hall):
    """The cover counts the problems that are in the proof, and no others."""
    proof = hall.sheet()
    pages = [page for part in proof.parts for page in (part.head, *part.slides)]
    lines = [*proof.lines, *(line for page in pages for line in page.lines)]
    kinds = [line.kind for line in lines]

    assert proof.counts == (
        f"{kinds.count('error')} errors, {kinds.count('warning')} warnings, "
        f"{kinds.count('note')} note{'s' * (kinds.count('note') != 1)}"
    )


@pytest.mark.parametrize("hidden", ["SECRET", "secret.jpg", "taken.jpg", "capton"])
def test_the_withheld_and_the_withdrawn_are_nowhere(hall, hidden):
    """A proof has no word of a withheld slide or a withdrawn photo, not even as a problem."""
    assert hidden not in repr(hall.sheet())


def test_withdrawn_by_another_exhibition(hall):
    """What one exhibition withdraws, the proof of no other names; its namesakes stay."""
    (hall.path / "kiosk.yaml").write_text("title: Both\nexhibitions: [doors, gate]\n")
    (hall.path / "gate.yaml").write_text(
        "title: Gate\nslides:\n  - title: Gate\n  - photo: {file: 1.jpg, withdrawn: true}\n"
    )
    proof = repr(hall.sheet())

    assert "'1.jpg" not in proof
    assert " 1.jpg" not in proof
    assert " 11.jpg replaces a photo" in proof


def test_slides_on_one_line(hall):
    """Problems find their slides also where several stand on one line."""
    (hall.path / "doors.yaml").write_text(
        "title: Doors\nslides: [{title: A}, {photo: 1.jpg, alt: A}, {title: B}]\naccent: red\n"
    )
    part = hall.sheet().parts[0]

    assert [len(problems(page)) for page in part.slides] == [0, 1, 0]
    assert len(problems(part.head)) == 1
