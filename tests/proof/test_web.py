"""A proof for a browser."""

from __future__ import annotations

import base64
from html.parser import HTMLParser

import pytest

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
    return Reading(as_html(hall.sheet(), {"doors:1": b"a picture", "doors:3": b"another"}))


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
    assert directions["kk"] is None


def test_titles_are_in_their_own_language(hall):
    """A title in Arabic on a page in English reads from the right, and says that it is Arabic."""
    kiosk = hall.path / "kiosk.yaml"
    kiosk.write_text("title: {ar: أبواب}\nlanguages: [ar, en]\nexhibitions: [doors]\n")
    page = Reading(as_html(hall.sheet(), {}))
    told = [(tag, attrs["lang"], attrs.get("dir")) for tag, attrs in page.tags if "lang" in attrs]

    assert ("h1", "ar", "rtl") in told
    assert ("h2", "ar", "rtl") in told
    assert ("bdi", "ar", "rtl") in told


def test_a_slide_without_a_picture_says_why(page):
    """Where a slide cannot be drawn, the proof says that it is left out."""
    assert page.text.count("Not shown on the screen") == 2


def test_it_can_be_signed(page):
    """At the end there is room for a signature and a date."""
    assert "May be shown as in this proof of 2026-05-01: 4 slides." in page.text
    assert page.text.rstrip().endswith("Signature Date")
