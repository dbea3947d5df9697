"""A withdrawn photo leaves the same behind, whether a file or the machine's ledger withdraws it."""

import pytest

from kiosk.authoring.load.place import load
from kiosk.exhibition.exhibition import Exhibition, Photo, Slide
from kiosk.exhibition.text import LocalisedText
from kiosk.exhibition.without_photos import first_cover, with_slides

SLIDES = {
    "grid": "photos: [a.jpg, b.jpg, c.jpg, d.jpg]\n    layout: grid",
    "three": "photos: [a.jpg, b.jpg, c.jpg]",
    "pair": "photos: [a.jpg, b.jpg]\n    caption: Both",
    "pair with its captions": "photos: [a.jpg, {file: b.jpg, caption: B}]\n    caption: Both",
    "pair with words": "photos: [a.jpg, b.jpg]\n    layout: pair\n    text: Words",
    "portrait": "photo: a.jpg\n    layout: portrait\n    title: Name\n    facts: {Lives: here}",
    "alone": "photo: a.jpg",
    "in a section": "photos: [a.jpg, b.jpg]\n    section: Doors",
}


@pytest.fixture
def made(tmp_path):
    """Makes what is shown of a slide, with these lines above all slides."""
    for name in "abcd":
        (tmp_path / f"{name}.jpg").touch()

    def make(slide, head=""):
        text = f"title: X\n{head}slides:\n  - title: X\n  - {slide}\n  - photo: d.jpg\n"
        (tmp_path / "x.yaml").write_text(text)
        return load(tmp_path)[0]

    return make


def shown(collection):
    (entry,) = collection.entries
    return entry.exhibition


@pytest.mark.parametrize("head", ["", "defaults: {layout: matted}\n", "cover: a.jpg\n"])
@pytest.mark.parametrize("slide", SLIDES.values(), ids=SLIDES)
def test_both_ways_leave_the_same(made, tmp_path, slide, head):
    """The other photos of the slide stay, with its words, in the layout that suits them."""
    by_file = made(slide.replace("a.jpg", "{file: a.jpg, withdrawn: true}"), head)
    by_ledger = made(slide, head).without(frozenset({str(tmp_path / "a.jpg")}))

    assert shown(by_ledger) == shown(by_file)
    assert str(tmp_path / "a.jpg") not in by_ledger.photos


def test_the_caption_of_both_stays_with_the_one_that_is_left(made, tmp_path):
    """It stands below the photo, which is shown as a photo alone."""
    left = made(SLIDES["pair"]).without(frozenset({str(tmp_path / "a.jpg")}))
    slide = shown(left).slides[1]

    assert slide.kind == "single"
    assert slide.photo.file == str(tmp_path / "b.jpg")
    assert slide.photo.caption.in_language("en") == "Both"


def test_a_covered_photo_is_no_cover():
    """Where the cover is withdrawn, no photo under a notice takes its place."""
    covered = Slide(photo=Photo("/b.jpg"), notice=LocalisedText((("", "Look away"),)))
    slides = (covered, Slide(photo=Photo("/c.jpg")))
    head = Exhibition(LocalisedText((("", "X"),)), slides, cover="/a.jpg")

    assert with_slides(head, slides, frozenset({"/a.jpg"})).cover == "/c.jpg"
    assert first_cover(slides, has_notice=True) is None
