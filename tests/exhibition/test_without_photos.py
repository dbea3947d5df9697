"""A withdrawn photo leaves the same behind, whether a file or the machine's ledger withdraws it."""

import pytest

from kiosk.authoring.load.place import load
from kiosk.exhibition.exhibition import Exhibition, Photo, Slide
from kiosk.exhibition.text import LocalisedText
from kiosk.exhibition.without_photos import composed, first_cover, with_slides
from tests.world import exhibition, slide

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


def composed_of(*slides, **keys):
    """What visitors get to see of these slides."""
    return composed(exhibition(*slides, **keys)).slides


def lent(*slides, **keys):
    """For each slide, the name of the photo that it shows as a title page."""
    shown_photos = [one.title_photo for one in composed_of(*slides, **keys)]
    return [photo.file if photo else None for photo in shown_photos]


def test_title_pages_have_photos():
    """The first has the cover; others have the first photo of their section."""
    first, later, section = slide(title="a"), slide(title="b"), {"section": "Doors"}
    of_section = slide(title="c", **section)
    photos = [slide(photo="/1.jpg"), slide(photo="/2.jpg", **section)]

    assert lent(first, photos[0], later, of_section, photos[1]) == [
        "/1.jpg",
        *(None, None, "/2.jpg", None),
    ]


@pytest.mark.parametrize(
    "keys",
    [
        {"notice": "Beware"},
        {"from": "2030-01-01"},
        {"until": "2030-01-01"},
        {"weekdays": ["mon"]},
        {"hours": "10:00-12:00"},
        {"photo": {"file": "/1.jpg", "people": True}},
    ],
)
def test_title_pages_show_only_what_everybody_may_see(keys):
    """No photo that has a notice, a time, or people who have not agreed to it."""
    first, kept = slide(title="a"), slide(**{"photo": "/1.jpg"} | keys)

    assert lent(first, slide(photo="/1.jpg")) == ["/1.jpg", None]
    assert lent(first, kept, slide(photo="/1.jpg")) == [None, None, None]
    assert lent(first, slide(photo="/1.jpg"), notice="Beware") == [None, None]


def test_a_title_page_can_have_words_alone():
    """With `layout: text` it does not show the cover."""
    assert lent(slide(title="a", layout="text"), slide(photo="/1.jpg")) == [None, None]


def test_a_title_page_shows_the_credit():
    """It says who made the photo, and leaves its caption and its details to its slide."""
    detail = {"at": [0, 0, 1, 1], "text": "A lock"}
    photo = {"file": "/1.jpg", "caption": "A door", "credit": "Ada", "details": [detail]}
    first, _ = composed_of(slide(title="a"), slide(photo={**photo, "stand_in": True}))

    assert first.title_photo.credit.in_language("en") == "Ada"
    assert first.title_photo.caption is None
    assert first.title_photo.details == ()
    assert first.title_photo.stand_in


def test_a_title_page_stays_without_a_withdrawn_photo(made, tmp_path):
    """It has another cover or none; a photo of another slide does not count as its own."""
    wall = made("photo: a.jpg")
    first = shown(wall.without(frozenset({str(tmp_path / "a.jpg")}))).slides[0]
    both = frozenset({str(tmp_path / "a.jpg"), str(tmp_path / "d.jpg")})

    assert shown(wall).slides[0].title_photo.file == str(tmp_path / "a.jpg")
    assert shown(wall).slides[0].all_photos == ()
    assert first.title_photo.file == str(tmp_path / "d.jpg")
    assert shown(wall.without(both)).slides[0].title_photo is None


def test_a_translator_is_named_where_it_changes():
    """Once for each translator, and for each language in which the words can be read."""

    def quote(by, *tags, **keys):
        words = {"text": "A", "translation": dict.fromkeys(tags, "B"), "translated_by": by}
        return slide(quote=words, **keys)

    slides = [
        quote("Ada", "fr", notice="Beware"),
        quote("Ada", "fr"),
        quote("Ada", "fr"),
        quote("Ada", "fr", "kk"),
        quote("Karl", "fr"),
        quote("Ada", "fr"),
    ]
    names = [one.quote.names_translator for one in composed_of(*slides)]
    shuffled = [one.quote.names_translator for one in composed_of(*slides, order="shuffle")]

    assert names == [True, True, False, True, True, True]
    assert all(shuffled)
