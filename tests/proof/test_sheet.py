"""What a proof tells of each slide, and what it keeps to itself."""

from __future__ import annotations

import os

import pytest
from msgspec.structs import replace

from kiosk.authoring.load.place import open_place
from kiosk.authoring.problems.codes import Code
from kiosk.authoring.problems.problem import Problem
from kiosk.base.clock import Moment
from kiosk.exhibition import text_walk
from kiosk.exhibition.exhibition import Slide
from kiosk.exhibition.schedule import arranged
from kiosk.exhibition.text import LocalisedText
from kiosk.exhibition.text_walk import Role, walk_texts
from kiosk.layouts import LAYOUTS
from kiosk.layouts.visible import visible
from kiosk.proof.page import Page, Picture
from kiosk.proof.sheet import sheet
from tests.exhibition.filled import filled
from tests.proof.conftest import DOORS


def said(page: Page, label: str) -> list[str]:
    return [line.text for line in page.lines if line.label == label]


def problems(page: Page) -> list[str]:
    return [line.text for line in page.lines if line.kind in {"error", "warning", "note"}]


def test_cover(hall):
    """The cover has the place, the day, the exhibitions with their slides, and the languages."""
    proof = hall.sheet()
    parts = [(part.head.title, part.count) for part in proof.parts]

    assert proof.heading == "Proof, 1 May 2026"
    assert parts == [("Doors", "4 slides"), ("The interview", "")]
    assert said(Page("", "", proof.lines), "Languages") == ["English, Français"]
    assert proof.summary.startswith("4 slides, 3 errors")


def test_headed_by_the_exhibition(hall):
    """A proof of one exhibition has its title; the head has its maker, credits and languages."""
    proof = hall.sheet()
    head = proof.parts[0].head

    assert proof.title == "Doors"
    assert said(head, "By") == ["Ada Example"]
    assert said(head, "Credits") == ["Lent by a friend"]
    assert said(head, "Languages") == ["en, fr"]


def test_the_day_in_words(hall):
    """The day is in the words of the labels' language; without a catalogue, in English."""
    headings = []
    for tag in ("ar", "de", "it", "kk", "zh-Hant"):
        (hall.path / "kiosk.yaml").write_text(f"languages: [{tag}]\nexhibitions: [doors]\n")
        headings.append(hall.sheet().heading)

    assert headings == [
        "نسخة مراجعة، 1 مايو 2026",
        "Probedruck, 1. Mai 2026",
        "Proof, 1 May 2026",
        "Сынама баспа, 2026\u202fж. 1 мамыр",
        "校样，2026年5月1日",
    ]


def test_paths_are_short(hall):
    """Files are named as from the exhibition's folder, also in messages and from elsewhere."""
    (hall.path.parent / "talks").mkdir()
    (hall.path / "interview.txt").rename(hall.path.parent / "talks" / "ada.txt")
    text = DOORS.replace("interview.txt", "../talks/ada.txt").replace("11.jpg", "12.jpg")
    (hall.path / "doors.yaml").write_text(text, encoding="utf-8")
    os.chdir("/")
    proof = hall.sheet()

    assert proof.parts[0].head.place == "doors.yaml"
    assert proof.parts[0].slides[1].place == "doors.yaml:8"
    assert said(proof.parts[0].slides[1], "Found at") == ["../talks/ada.txt:6"]
    assert str(hall.path.parent) not in repr([page.lines for page in proof.pages()])


def test_headed_by_the_kiosk(hall):
    """A proof of several exhibitions has the title of the kiosk."""
    (hall.path / "kiosk.yaml").write_text("title: Both\n")
    (hall.path / "gate.yaml").write_text("title: Gate\nslides: [{title: Gate}]\n")

    assert hall.sheet().title == "Both"


def test_labels_in_the_first_language(hall):
    """Labels, and what is signed, are in the first language of the kiosk."""
    hall.clean()
    (hall.path / "kiosk.yaml").write_text("languages: [fr, en]\nexhibitions: [doors]\n")
    proof = hall.sheet()

    assert proof.heading == "Épreuve, 1er mai 2026"
    assert said(proof.parts[0].slides[2], "Légende, fr") == ["À la porte"]
    assert proof.agreement.startswith("Peut être montré")
    assert proof.forms.signature == "Signature"
    assert proof.forms.remarks == "Observations"


def test_what_is_accepted(hall):
    """A warning or note that a comment allows is on its page as accepted, and is not counted."""
    hall.clean()
    before = hall.checked()
    doors = hall.path / "doors.yaml"
    accepted = "translation-missing he asked for it"
    line = "    text: {kk: Алма – қаласы, zh: 一个苹果来到巴黎}"
    assert line in doors.read_text("utf-8")
    doors.write_text(doors.read_text("utf-8").replace(line, f"{line}  # kiosk: allow {accepted}"))
    page, after = hall.checked().parts[0].slides[0], hall.checked()
    (found,) = said(page, "Accepted")

    assert found.endswith("[translation-missing]")
    assert found not in said(page, "Warning")
    assert found in said(before.parts[0].slides[0], "Warning")
    assert before.summary != after.summary


def test_home_and_interview(hall):
    """The home screen comes first, and the interview last, word for word, as on the wall."""
    proof = hall.sheet()
    interview = proof.parts[-1]

    assert proof.home
    assert said(proof.home, "Title, fr") == ["Été"]
    assert proof.home.pictures[0].screen == "home"
    assert [picture.language for picture in interview.head.pictures] == ["en", "fr"]
    assert said(interview.slides[0], "Question") == ["Why doors?"]
    assert said(interview.slides[0], "Answer") == ["Every door is an answer. I paint them blue."]
    assert interview.slides[0].place == "interview.txt:5"


def test_a_private_interview(hall):
    """What only checks quotes is not in the proof: neither a question nor advice that quotes it."""
    doors = hall.path / "doors.yaml"
    text = doors.read_text().replace(
        "interview: interview.txt", "interview: {file: interview.txt, public: false}"
    )
    doors.write_text(text.replace("I paint them green.", "I do paint them blue and green."))
    proof = repr(hall.sheet())

    assert "I paint them blue." in proof
    assert "this quote is not in the interview" in proof
    assert "Why doors?" not in proof
    assert "Every door" not in proof
    assert "nearest words" not in proof


def test_pictures_in_all_languages(hall):
    """Each slide is drawn in each language of the kiosk, or in the one asked for."""
    opened = open_place(hall.path)
    only = sheet(opened, [], "2026-05-01", ("fr",)).parts[0].slides[0]

    assert [(one.slide, one.language, one.label) for one in hall.slide(1).pictures] == [
        (0, "en", "English"),
        (0, "fr", "Français"),
    ]
    assert [one.language for one in only.pictures] == ["fr"]


def test_details_are_drawn(hall):
    """A photo with details is drawn with their frames, and each of them is cut out."""
    doors = hall.path / "doors.yaml"
    doors.write_text(
        "title: Doors\nslides:\n  - photo: 1.jpg\n"
        "    details: [{at: [0.1, 0.2, 0.3, 0.4], text: A}]\n"
    )
    *_, whole, part = hall.slide(1).pictures
    file, at = str(hall.path / "1.jpg"), (0.1, 0.2, 0.3, 0.4)

    assert whole == Picture(file=file, frames=(at,), label="1.jpg")
    assert part == Picture(file=file, part=at, label="Detail 1")


def test_the_order_of_the_day(hall):
    """Shuffled slides come as they do on the wall on the day of the proof, and it says so."""
    doors = hall.path / "doors.yaml"
    titles = "".join(f"  - title: T{number}\n" for number in range(1, 9))
    doors.write_text(f"title: Doors\norder: shuffle\nslides:\n{titles}  - photo: none.jpg\n")
    part = hall.sheet().parts[0]
    collection = arranged(open_place(hall.path).collection, Moment("2026-05-01"))
    wall = [one.title.in_language("") for one in collection.entries[0].exhibition.slides]

    assert [text for page in part.slides for text in said(page, "Title")] == wall
    assert wall != sorted(wall)
    assert said(part.head, "Order") == ["different each day; here that of 1 May 2026"]
    assert part.slides[-1].gap


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
    assert said(page, "People") == ["can be recognised"]
    assert said(page, "Consent") == ["none recorded"]
    assert said(page, "Shown as") == ["single, fade, drift, 6 s"]


def test_consent_as_it_is_recorded(hall):
    """Of a consent, the proof says what the file says."""
    consent = "people: true, consent: {by: Eve, on: 2026-04-30, covers: The wall}}"
    doors = hall.path / "doors.yaml"
    doors.write_text(doors.read_text().replace("people: true}", consent))

    assert said(hall.slide(3), "Consent") == ["The wall; recorded by Eve on 2026-04-30"]


class Wider(Slide, frozen=True):
    """A slide with a key that there is not yet."""

    wish: LocalisedText | None = None


def page_of(slide, hall):
    """The page of a slide, as the only one of an exhibition."""
    opened = open_place(hall.path)
    resolved = opened.resolved[0]
    exhibition = replace(resolved.exhibition, slides=(slide,))
    located = (replace(resolved.located[0], slide=slide),)
    shown = replace(resolved, located=located, exhibition=exhibition)
    return sheet(replace(opened, resolved=(shown,)), [], "2026-05-01").parts[0].slides[0]


def everything(slide, languages):
    """Paths as of a layout that shows all."""
    photos = [("photo",), *(("photos", number) for number in range(len(slide.photos)))]
    return {*photos, *(one.path for one in walk_texts(slide))}


@pytest.mark.parametrize("without", ["photo", "photos"])
def test_every_text(hall, monkeypatch, without):
    """A page has all texts that visitors see, in all languages, also of keys still to come."""
    monkeypatch.setattr("kiosk.proof.lines.visible", everything)
    monkeypatch.setitem(text_walk.ROLES, "wish", Role.WORDS)
    monkeypatch.setitem(text_walk.RANKS, "wish", (99, 99))
    layout = "grid" if without == "photo" else "single"
    slide = replace(filled(Wider, without=(without, "end")), layout=layout)
    page = page_of(slide, hall)
    lines = "\n".join(line.text for line in page.lines)

    assert said(page, "Wish, fr") == ["fr.wish"]
    for one in walk_texts(slide):
        for _, text in one.text.texts:
            assert text in lines


@pytest.mark.parametrize("layout", LAYOUTS)
def test_only_what_is_seen(hall, layout):
    """A page lists a text or a photo if visitors see it, and only then."""
    without = "photo" if layout in {"pair", "grid"} else "photos"
    slide = replace(filled(Slide, without=(without, "end")), layout=layout, notice=None)
    page = page_of(slide, hall)
    lines = "\n".join(line.text for line in page.lines)
    seen = visible(slide, ["en", "fr"])

    for found in walk_texts(slide):
        assert (found.text.in_language("en") in lines) == (found.path in seen), found.path
    assert any(line.label.startswith("Photo") for line in page.lines) == bool(
        seen & {("photo",), ("photos", 0)}
    )


def test_sections(hall):
    """A page on which a section begins has its name; the head says how slides are shuffled."""
    (hall.path / "doors.yaml").write_text(
        "title: Doors\norder: shuffle\nslides:\n  - title: A\n"
        "  - {title: B, section: {en: Winter, fr: Hiver}}\n  - title: C\n"
    )
    part = hall.sheet().parts[0]
    headings = [page.section.text for page in part.slides if page.section]
    (order,) = said(part.head, "Order")

    assert headings == ["Winter"]
    assert [line for page in part.slides for line in said(page, "Section, fr")] == ["Hiver"]
    assert "within the sections" in order


def test_stand_ins_are_marked(hall):
    """A picture that is none of the exhibition's says so."""
    assert said(hall.slide(4), "Photo") == ["11.jpg – a stand-in"]


def test_days_in_the_first_language(hall):
    """The only days and hours of a slide are written for people, as the other labels are."""
    (hall.path / "kiosk.yaml").write_text("languages: [de, en]\nexhibitions: [doors]\n")
    (hall.path / "doors.yaml").write_text(
        "title: Doors\nuntil: 2036-09-30\nslides:\n  - title: A\n    from: 2036-06-01\n"
        '    weekdays: [sat, sun]\n    hours: "18:00-21:30"\n'
    )
    part = hall.sheet().parts[0]

    assert said(part.head, "Nur gezeigt") == ["bis 2036-09-30"]
    assert said(part.slides[0], "Nur gezeigt") == [
        "ab 2036-06-01, Samstag, Sonntag, 18:00-21:30 Uhr"
    ]


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


def test_a_slide_left_out_is_a_gap(hall):
    """Where an error keeps a slide from the wall, the proof has a gap, with the place and why."""
    *_, fourth, gap = hall.sheet().parts[0].slides

    assert fourth.title == "doors:4"
    assert gap.gap == "A slide is left out here."
    assert gap.place == "doors.yaml:23"
    assert problems(gap)[0].startswith("line 23: this quote is not in")


def test_gaps_lie_between_the_slides(hall):
    """A gap comes where the slide would be, and counts as none."""
    (hall.path / "doors.yaml").write_text(
        "title: Doors\nslides:\n  - title: A\n  - photo: none.jpg\n  - title: B\n"
    )
    part = hall.sheet().parts[0]

    assert [page.title for page in part.slides] == ["doors:1", "", "doors:2"]
    assert part.count == "2 slides"


def test_errors_keep_it_from_being_signed(hall):
    """A proof with errors says so, and may not be signed; when they are corrected, it may."""
    before = hall.sheet()
    hall.clean()
    after = hall.sheet()

    assert not before.is_ready
    assert before.agreement.startswith("This proof cannot be signed yet.")
    assert after.is_ready
    assert after.agreement == "May be shown as in this proof of 1 May 2026: 4 slides."


def test_numbers_are_of_what_is_told(hall):
    """The cover counts the problems that are in the proof, and no others."""
    proof = hall.sheet()
    pages = [page for part in proof.parts for page in (part.head, *part.slides)]
    lines = [*proof.lines, *(line for page in pages for line in page.lines)]
    kinds = [line.kind for line in lines]

    assert said(Page("", "", proof.lines), "Problems") == [
        f"{kinds.count('error')} errors, {kinds.count('warning')} warnings, "
        f"{kinds.count('note')} note{'s' * (kinds.count('note') != 1)}"
    ]


@pytest.mark.parametrize("hidden", ["SECRET", "secret.jpg", "taken.jpg", "capton"])
def test_the_withheld_and_the_withdrawn_are_nowhere(hall, hidden):
    """A proof has no word of a withheld slide or a withdrawn photo, not even as a problem."""
    assert hidden not in repr(hall.sheet())


def test_a_faulty_slide_with_a_withdrawn_photo_is_no_gap(hall):
    """What is withdrawn leaves no gap, even on a slide that has a mistake, too."""
    doors = hall.path / "doors.yaml"
    doors.write_text(doors.read_text().replace("    text: SECRET\n", "    capton: SECRET\n"))
    gaps = [page.place for page in hall.sheet().parts[0].slides if page.gap]

    assert gaps == ["doors.yaml:23"]
    assert "SECRET" not in repr(hall.sheet())


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


def test_problems_that_name_withdrawn_photos(hall):
    """What a problem of a shown slide says of a withdrawn photo is not in a proof, either."""
    told = [
        Problem(hall.path / "doors.yaml", Code.PHOTO_COPIED, f"this photo looks like {name}", 13)
        for name in ("taken.jpg", "untaken.jpg")
    ]
    proof = repr(sheet(open_place(hall.path), told, "2026-05-01"))

    assert "looks like untaken.jpg" in proof
    assert "looks like taken.jpg" not in proof


def test_problems_of_slides_withdrawn_on_this_machine(hall):
    """A slide that only this machine withdraws leaves no problem, not even in the numbers."""
    told = [Problem(hall.path / "doors.yaml", Code.ALT_MISSING, "this photo needs alt", 13)]
    opened = open_place(hall.path).without(frozenset({str(hall.path / "1.jpg")}))

    assert sheet(open_place(hall.path), told, "2026-05-01").summary.startswith("4 slides, 1 error,")
    assert sheet(opened, told, "2026-05-01").summary.startswith("3 slides, 0 errors,")


def test_slides_on_one_line(hall):
    """Problems find their slides also where several stand on one line."""
    (hall.path / "doors.yaml").write_text(
        "title: Doors\nslides: [{title: A}, {photo: 1.jpg, alt: A}, {title: B}]\naccent: red\n"
    )
    part = hall.sheet().parts[0]

    assert [len(problems(page)) for page in part.slides] == [0, 1, 0]
    assert len(problems(part.head)) == 2
