"""A place is read for a running show without holding it up, and with nothing to spare."""

import gc
import os
from pathlib import Path

import pytest

from kiosk.authoring.load.read_task import reread
from kiosk.authoring.yaml.document import Document
from kiosk.base.file_stamp import stamp

SLIDES = 500


@pytest.fixture
def large(wall):
    slides = "\n".join(f"- {{title: Page {number}, text: Words}}" for number in range(SLIDES))
    wall.hang(slides)
    return wall.path


def test_documents_are_let_go(large):
    """What was read keeps none of the text that it was made of."""
    before = documents()
    read = reread(large)

    assert read.collection
    assert len(read.collection.entries[0].exhibition.slides) == SLIDES
    assert documents() == before


def documents() -> int:
    return sum(isinstance(one, Document) for one in gc.get_objects())


def test_folders(wall):
    """It knows where all of its files are: exhibitions, photos and interviews."""
    wall.photo("photos/a.jpg", "photos/more/b.jpg")
    wall.write("seeds/ada.txt", "Ada\n\ninterview\n\nWhy?\nBecause.\n")
    head = "photos: photos\ninterview: seeds/ada.txt"
    wall.hang("- photo: a.jpg\n- photo: more/b.jpg\n- quote: Because.", head)

    places = [wall.path / name for name in (".", "photos", "photos/more", "seeds")]
    assert reread(wall.path).folders == set(places)


def test_folders_of_what_is_not_there(wall):
    """Where a photo or an interview is missing, it is waited for."""
    wall.photo("a.jpg")
    head = "photos: ../share\ninterview: ../seeds/ada.txt\nfonts: {serif: ../fonts/a.ttf}"
    wall.hang("- photo: more/b.jpg\n- title: There", head)

    places = ["", "../share", "../share/more", "../seeds", "../fonts"]
    assert reread(wall.path).folders == {Path(os.path.normpath(wall.path / at)) for at in places}


def test_refused_folders(wall):
    """A folder that exhibitions may not open is not looked at again and again either."""
    wall.hang("- photo: /proc/self/a.jpg\n- photo: /var/log/b.jpg\n- title: There")

    assert reread(wall.path).folders == {wall.path}


def test_sources(wall):
    """It knows the stamps of all texts as they were read, also of those it can make nothing of."""
    wall.write("seeds/ada.txt", "Ada\n\ninterview\n\nWhy?\nBecause.\n")
    wall.hang("- title: One", "interview: seeds/ada.txt")
    (wall.path / "torn.yaml").write_text("")

    there = [*wall.path.glob("*.yaml"), wall.path / "seeds" / "ada.txt"]
    assert reread(wall.path).sources == {str(file): stamp(file) for file in there}
