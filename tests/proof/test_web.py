"""A proof for a browser."""

from __future__ import annotations

import base64
from html.parser import HTMLParser

import pytest

from kiosk.proof.page import Drawn
from kiosk.proof.web import as_html

FETCHING = {"src", "href", "srcset", "action", "data", "poster", "background"}


class Reading(HTMLParser):
    """Tags with their attributes, and the text between them."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(page.decode())

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.text += data


@pytest.fixture
def page(hall):
    sheet = hall.sheet()
    slides = [one for one in sheet.pictures() if one.screen == "slide" and one.language == "en"]
    jpegs = {slides[0]: b"a picture", slides[2]: b"another"}
    return Reading(as_html(sheet, {one: Drawn(jpeg, 32, 18) for one, jpeg in jpegs.items()}))


def test_pictures_are_within(page):
    """The page holds its pictures, and fetches nothing from anywhere."""
    fetched = [value for _, attrs in page.tags for key, value in attrs.items() if key in FETCHING]
    held = [base64.b64decode(one.removeprefix("data:image/jpeg;base64,")) for one in fetched]

    assert held == [b"a picture", b"another"]
    assert not {"script", "link", "iframe"} & {tag for tag, _ in page.tags}
    assert "url(" not in page.text
    assert "@import" not in page.text


def test_words_are_only_words(page):
    """Signs of HTML in a curator's words are shown as they are written."""
    assert "The <i>first</i> office" in page.text
    assert "Summer <b>&amp;</b>" in page.text
    assert "i" not in {tag for tag, _ in page.tags}


def test_names_of_files_are_only_words(hall):
    """Signs of HTML in a photo's name are shown as they are, also below its picture."""
    (hall.path / "1.jpg").rename(hall.path / 'a<u>"b.jpg')
    (hall.path / "doors.yaml").write_text(
        "title: Doors\nslides:\n  - photo: 'a<u>\"b.jpg'\n"
        "    details: [{at: [0.1, 0.2, 0.3, 0.4], text: A}]\n"
    )
    sheet = hall.sheet()
    photos = [one for one in sheet.pictures() if one.file]
    page = Reading(as_html(sheet, dict.fromkeys(photos, Drawn(b"a picture", 3, 2))))

    assert [attrs["alt"] for tag, attrs in page.tags if tag == "img"] == ['a<u>"b.jpg', "Detail 1"]
    assert "u" not in {tag for tag, _ in page.tags}


def test_heading_of_a_section(hall):
    """The name of a section is above its first slide."""
    (hall.path / "doors.yaml").write_text(
        "title: Doors\nslides:\n  - title: A\n  - {title: B, section: 'Winter & <b>'}\n"
    )
    page = as_html(hall.sheet(), {}).decode()

    assert '<h2 class="section" lang="en" dir="ltr">Winter &amp; &lt;b&gt;</h2>' in page
    assert page.index("doors:1") < page.index('<h2 class="section"') < page.index("doors:2")


def test_marked_words_are_italic_and_bold(hall):
    """A proof shows what is italic and bold on the screen, in texts and in facts."""
    (hall.path / "doors.yaml").write_text(
        "title: Doors\nslides:\n"
        "  - photo: 1.jpg\n    layout: portrait\n    title: '*A & B* **c**'\n"
        "    facts: {'**D**': '***e***'}\n"
    )
    page = as_html(hall.sheet(), {}).decode()

    assert "><em>A &amp; B</em> <strong>c</strong></dd>" in page
    assert "<strong>D</strong>: <strong><em>e</em></strong></dd>" in page


def test_arabic_reads_from_the_right(page):
    """A text says its language and its direction."""
    directions = {attrs["lang"]: attrs.get("dir") for tag, attrs in page.tags if tag == "dd"}

    assert directions["ar"] == "rtl"
    assert directions["kk"] == "ltr"


def test_titles_are_in_their_own_language(hall):
    """A title in Arabic on a page in English reads from the right, and says that it is Arabic."""
    kiosk = hall.path / "kiosk.yaml"
    kiosk.write_text("title: {ar: أبواب}\nlanguages: [ar, en]\nexhibitions: [doors]\n")
    page = Reading(as_html(hall.sheet(), {}))
    told = [(tag, attrs["lang"], attrs.get("dir")) for tag, attrs in page.tags if "lang" in attrs]

    assert ("html", "ar", "rtl") in told
    assert ("h2", "ar", "rtl") in told
    assert ("bdi", "ar", "rtl") in told


def test_a_slide_without_a_picture_says_why(page):
    """Where a screen cannot be drawn, the proof says that it is left out."""
    without_home_and_two_slides = 1 + 4
    assert page.text.count("one of its photos cannot be opened") == without_home_and_two_slides


def test_it_can_be_signed(hall):
    """At the end there is room for a name, a signature and a date."""
    hall.clean()
    page = Reading(as_html(hall.sheet(), {}))

    assert "May be shown as in this proof of 1 May 2026: 4 slides." in page.text
    assert page.text.rstrip().endswith("Name Signature Date")


def test_it_cannot_be_signed_with_errors(page):
    """While something is wrong, there is a sentence in place of the signature."""
    assert page.text.rstrip().endswith("Correct the errors and make it again.")
    assert "Signature" not in page.text


def test_details_are_framed(hall):
    """Frames of details lie on their photo where they are, with their numbers."""
    doors = hall.path / "doors.yaml"
    doors.write_text(
        "title: Doors\nslides:\n  - photo: 1.jpg\n    details:\n"
        "      - {at: [0.1, 0.2, 0.3, 0.4], text: A}\n      - {at: [0.5, 0.5, 0.5, 0.5], text: B}\n"
    )
    sheet = hall.sheet()
    page = Reading(as_html(sheet, {one: Drawn(b"jpeg", 3, 2) for one in sheet.pictures()}))
    frames = [attrs["style"] for tag, attrs in page.tags if attrs.get("class") == "frame"]

    assert frames[0] == "left:10.00%;top:20.00%;width:30.00%;height:40.00%"
    assert len(frames) == 2
    assert [attrs["class"] for tag, attrs in page.tags if tag == "figure"][-3:] == [
        "whole", "part", "part",
    ]  # fmt: skip


def test_narrators_have_boxes_to_tick(hall):
    """At each of their words and pictures, narrators approve or take back, and then sign."""
    sheet = hall.narrators()
    page = Reading(as_html(sheet, {}))
    boxes = [tag for tag, attrs in page.tags if attrs.get("type") == "checkbox"]

    assert len(boxes) == 2 * len(sheet.parts[0].slides)
    assert page.text.rstrip().endswith("Name Signature Date")
