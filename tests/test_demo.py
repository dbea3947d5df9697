"""The demonstration exhibition: features are shown and rehearsed on it, not on a testimony."""

from pathlib import Path

import pytest

from kiosk.authoring.load.place import load
from kiosk.layouts import LAYOUTS
from tests.demo.pictures import COASTS, drawn

DEMO = Path(__file__).parent / "demo"


@pytest.fixture(scope="module")
def collection():
    loaded, problems = load(DEMO)
    assert problems == ()
    return loaded


def test_it_shows_every_layout(collection):
    """A notice is no layout of its own: it covers a slide until somebody asks for it."""
    slides = [slide for entry in collection.entries for slide in entry.exhibition.slides]

    assert {slide.kind for slide in slides} == set(LAYOUTS) - {"notice"}
    assert any(slide.notice for slide in slides)


def test_two_voices_answer(collection):
    """Its interview has more than one speaker."""
    interview = collection.entry("coast").interview

    assert interview.speakers == ("The keeper", "The painter")


def test_its_pictures_are_drawn_by_the_program():
    """Each is in the folder, in the size that the program draws it, and nothing else is."""
    files = {file.stem: file for file in (DEMO / "pictures").iterdir()}

    assert set(files) == {coast.name for coast in COASTS}


def test_a_picture_is_the_same_each_time():
    """Chance is seeded, so that drawing them again changes no file."""
    coast = COASTS[5]._replace(size=(300, 125))

    assert drawn(coast).tobytes() == drawn(coast).tobytes()


@pytest.mark.parametrize(("language", "sealed"), [("en", "the lamp"), ("de", "die Lampe")])
def test_a_sealed_passage_is_in_its_files_alone(collection, language, sealed):
    """Neither the interview nor its translation has the words once they are read."""
    interview, tag = collection.entry("coast").reading_in(language)
    text = repr(interview)

    assert tag == language
    assert "[…]" in text
    assert sealed not in text
