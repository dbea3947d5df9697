"""What a person takes back is shown nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.authoring.checks import check
from kiosk.authoring.checks.subject import CheckServices
from tests.authoring.conftest import names


def test_withheld_slides_are_gone(doors):
    """A slide that is withheld is not shown, nor is its photo as the cover."""
    doors.hang("- photo: a.jpg\n  withheld: true\n- photo: b.jpg", head="cover: a.jpg")

    assert [names(slide) for slide in doors.slides()] == [["b.jpg"]]
    assert Path(doors.head().cover).name == "b.jpg"


def test_withheld_slides_may_be_unfinished(doors):
    """What is withheld may lack its photo and its quote's source for now."""
    doors.hang("- photo: e.jpg\n  withheld: yes\n- quote: x\n  withheld: on\n- title: End")

    assert doors.load()[1] == ()


@pytest.mark.parametrize("key", ["withheld:", "withheld: ~", "photo: {file: b.jpg, withdrawn: }"])
def test_a_key_without_its_value(doors, key):
    """It is an error, and the slide is not shown: nobody writes the key to show something."""
    doors.hang(f"- text: a\n  {key}\n- title: End")

    assert [slide.text for slide in doors.slides()] == [None]
    assert [(one.code, one.line) for one in doors.load()[1]] == [("empty-text", 5)]


def test_withdrawn_photos_are_gone(doors):
    """A photo that is withdrawn is shown nowhere: on no slide, on no grid, as no cover."""
    doors.hang(
        """
        - photo: {file: a.jpg, withdrawn: true}
          text: Words
        - photo: a.jpg
        - photos: [a.jpg, b.jpg, c.jpg]
        - photo: d.jpg
        """,
        head="cover: a.jpg",
    )

    assert [names(slide) for slide in doors.slides()] == [["b.jpg", "c.jpg"], ["d.jpg"]]
    assert Path(doors.head().cover).name == "b.jpg"


def test_withdrawn_everywhere(doors):
    """A photo that one exhibition withdraws, no other shows."""
    doors.hang("- photo: a.jpg\n- title: End", name="a.yaml")
    doors.hang("- photo: {file: ../wall/a.jpg, withdrawn: true}\n- title: End", name="b.yaml")
    collection, _ = doors.load()

    assert [len(entry.exhibition.slides) for entry in collection.entries] == [1, 1]


def test_withdrawn_photo_may_be_deleted(doors):
    """The file of a withdrawn photo need not be there any more."""
    doors.hang("- photo: {file: gone.jpg, withdrawn: true}\n- title: End")

    assert doors.load()[1] == ()


@pytest.mark.parametrize(("words", "kind"), [("", "single"), ("\n  text: Words", "beside")])
def test_grid_that_is_left_with_one(doors, words, kind):
    """A grid with one photo left shows it alone, with the caption that it had."""
    doors.hang(
        "- photos: [{file: a.jpg, withdrawn: true}, b.jpg]\n  layout: grid\n  caption: Doors"
        + words
    )
    slide = doors.only_slide()

    assert (slide.kind, names(slide), slide.photos) == (kind, ["b.jpg"], ())
    assert slide.photo.caption.in_language("en") == "Doors"


def test_nothing_left(doors):
    """An exhibition of which everything is withdrawn is not shown, and that is no error."""
    doors.hang("- photo: {file: a.jpg, withdrawn: true}")

    assert doors.load() == (None, ())


def found_of(wall, left):
    """What checking tells of withdrawal, where so much is left of each photo."""
    services = CheckServices(withdraw=lambda files, _: dict.fromkeys(files, left))
    return [one for one in check(wall.path, services) if one.code.startswith("withdrawn-")]


def test_that_nothing_remains_is_told(doors):
    """Each withdrawn photo is noted, with whether its own file is still there."""
    doors.hang(
        "- photo: {file: a.jpg, withdrawn: true}\n"
        "- photo: {file: gone.jpg, withdrawn: true}\n- title: End"
    )

    assert [(one.severity, one.line, one.message) for one in found_of(doors, [])] == [
        (
            "note",
            4,
            "the kiosk keeps no copy of a.jpg any more; its own file is still in the folder",
        ),
        ("note", 5, "the kiosk keeps no copy of gone.jpg any more"),
    ]


def test_what_remains_is_an_error(doors):
    """A derivative that could not be deleted is named."""
    doors.hang("- photo: {file: a.jpg, withdrawn: true}\n- title: End")
    (problem,) = found_of(doors, [Path("/cache/x.jpg")])

    assert problem.severity == "error"
    assert (
        problem.message == "a.jpg is withdrawn, but /cache/x.jpg was made from it; delete that file"
    )


def test_without_withdrawals_nothing_is_told(doors):
    """Where nothing is withdrawn, nothing is forgotten."""
    doors.hang("- photo: a.jpg\n  withheld: true\n- title: End")

    assert found_of(doors, []) == []
