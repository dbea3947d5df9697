"""The exhibitions that ship: what they must hold, and that they can be shown."""

import hashlib
from pathlib import Path

import pytest

from kiosk.authoring.load.place import load

ROOT = Path(__file__).parent.parent
LEAST = {"portrait": 7, "apple": 8, "religions-for-peace": 7}


@pytest.fixture(scope="module")
def collection():
    loaded, problems = load(ROOT / "exhibitions")
    assert problems == ()
    return loaded


def slides(collection):
    return [
        (entry.name, slide) for entry in collection.entries for slide in entry.exhibition.slides
    ]


@pytest.mark.parametrize("name", LEAST)
def test_each_has_its_slides(collection, name):
    """Three exhibitions, none of them short."""
    assert len(collection.entry(name).exhibition.slides) >= LEAST[name]


def test_a_grid_of_four_places(collection):
    """The series on religions has a grid of four."""
    kinds = {s.kind: len(s.all_photos) for n, s in slides(collection) if n.startswith("religions")}

    assert kinds["grid"] == 4


def test_every_layout_hangs_somewhere(collection):
    """Whoever looks through the exhibitions has seen what layouts there are."""
    assert {slide.kind for _, slide in slides(collection)} == {
        "title",
        "text",
        "single",
        "beside",
        "quote",
        "grid",
        "matted",
        "portrait",
    }


def test_every_picture_is_a_stand_in_and_says_so(collection):
    """His photographs were not handed over: each credit line says what hangs in their place."""
    photos = [photo for _, slide in slides(collection) for photo in slide.all_photos]

    assert photos
    for photo in photos:
        assert photo.stand_in
        assert "Stand-in" in photo.credit.in_language("en")
        assert "remplacement" in photo.credit.in_language("fr")


def test_every_quote_is_his_with_a_marked_translation(collection):
    """Quotes are as he spoke them, and every French translation says that it is one."""
    quotes = [slide.quote for _, slide in slides(collection) if slide.quote]

    assert len(quotes) >= 10
    for quote in quotes:
        assert quote.speaker.in_language("en") == "Meiirbek Sailanbek"
        assert quote.translation.languages == ("fr",)
        assert quote.translated_by.in_language("fr")


def test_curators_words_are_in_both_languages(collection):
    """English and French visitors read the same exhibition."""
    assert slides(collection)
    for name, slide in slides(collection):
        for words in (slide.title, slide.text, slide.caption):
            assert words is None or set(words.languages) in ({"en", "fr"}, set()), (name, words)
        for photo in slide.all_photos:
            assert set(photo.alt.languages) == {"en", "fr"}


def test_the_interview_is_as_it_was_given():
    """Not a byte of the transcript has been touched."""
    data = (ROOT / "seeds" / "meiirbek-sailanbek.txt").read_bytes()

    assert hashlib.sha256(data).hexdigest() == SEED_SHA256


SEED_SHA256 = "5d609d186f220991ef9595ac2def96797c2cc1cf60a0babbd0f4f91e3e2db757"
