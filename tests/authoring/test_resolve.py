"""What was loaded needs no second look: defaults, files and quotes are resolved."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

import pytest

from kiosk.authoring.load.advice.similar import same_but_for_form
from tests.authoring.conftest import names


def test_words_beside_a_photo_become_its_own(doors):
    """Alt, caption, credit and focus beside a photo are the photo's."""
    doors.hang("""
        - photo: a.jpg
          alt: A door
          caption: Door
          credit: Ada
          focus: [0.2, 0.8]
          work: {title: The door, year: 1912}
        """)
    slide = doors.only_slide()

    assert slide.photo.alt.in_language("en") == "A door"
    assert slide.photo.caption.in_language("en") == "Door"
    assert slide.photo.credit.in_language("en") == "Ada"
    assert slide.photo.focus == (0.2, 0.8)
    assert slide.photo.work.title.in_language("en") == "The door"
    assert slide.photo.work.year.in_language("en") == "1912"
    assert slide.caption is None


def test_the_photos_own_words_go_first(doors):
    """What the photo's map says is not overwritten."""
    doors.hang(
        "- photo: {file: a.jpg, caption: Inside, focus: [0.5, 0.5]}\n  caption: x\n  focus: [0, 0]"
    )
    photo = doors.only_slide().photo

    assert photo.caption.in_language("en") == "Inside"
    assert photo.focus == (0.5, 0.5)


def test_caption_of_several_photos_stays(doors):
    """A caption beside photos is of them all."""
    doors.hang("- photos: [a.jpg, b.jpg]\n  caption: Doors")

    assert doors.only_slide().caption.in_language("en") == "Doors"


@pytest.mark.parametrize(
    ("slide", "words"),
    [
        (
            "- photos: [a.jpg, b.jpg]\n  alt: x",
            "alt belongs to one photo; write it in the map of each",
        ),
        ("- photos: [a.jpg, b.jpg]\n  credit: x", "credit belongs to one photo"),
        (
            "- photos: [a.jpg, b.jpg]\n  work: {title: x}",
            "work belongs to one photo; write it in the map of each",
        ),
        ("- photos: [a.jpg, b.jpg]\n  focus: [0, 0]", "focus belongs to one photo"),
        ("- title: x\n  alt: x", "alt belongs to one photo; this slide has none"),
        ("- title: x\n  caption: x", "caption belongs to one photo; this slide has none"),
    ],
)
def test_words_without_their_photo(doors, slide, words):
    """Words for a photo need one photo that they are of."""
    doors.hang(f"{slide}\n- title: End")
    problem = doors.only_problem()

    assert (problem.code, problem.line) == ("no-photo-for-key", 5)
    assert words in problem.message
    assert len(doors.slides()) == 1


def test_defaults_fill_in(doors):
    """Defaults hold where a slide or a photo says nothing."""
    doors.hang(
        "- photo: a.jpg\n- photo: {file: b.jpg, credit: Bo, stand_in: false}\n  motion: drift\n"
        "  transition: cut\n  dwell: auto\n  layout: single",
        head="""
        defaults: {layout: beside, transition: push, motion: still, dwell: 9, credit: Ada,
                   stand_in: true}
        """,
    )
    first, second = doors.slides()

    assert (first.layout, first.transition, first.motion, first.dwell) == (
        "beside",
        "push",
        "still",
        9.0,
    )
    assert (first.photo.credit.in_language("en"), first.photo.stand_in) == ("Ada", True)
    assert (second.layout, second.transition, second.motion, second.dwell) == (
        "single",
        "cut",
        "drift",
        "auto",
    )
    assert (second.photo.credit.in_language("en"), second.photo.stand_in) == ("Bo", False)


def test_without_defaults(doors):
    """Without defaults, the model's hold, and nothing is left open."""
    doors.hang("- photo: a.jpg")
    slide = doors.only_slide()

    assert (slide.transition, slide.motion, slide.dwell) == ("fade", "drift", "auto")
    assert slide.kind == "single"


def test_default_layout_is_for_single_photos(doors):
    """A default layout changes no grid, no portrait and no page of words."""
    doors.hang(
        """
        - photos: [a.jpg, b.jpg]
        - photo: a.jpg
          facts: {From: Here}
        - text: Words
        - photo: a.jpg
          text: Words
        """,
        head="defaults: {layout: single}",
    )

    assert [slide.kind for slide in doors.slides()] == ["pair", "portrait", "text", "single"]


def test_quotes_are_of_the_maker(doors, ada):
    """A quote is spoken by whom the exhibition is by, unless it names another."""
    doors.hang(
        "- quote: Every door is an answer\n- quote: {text: I paint them blue, speaker: Bo}",
        head="by: Ada\ninterview: ada.txt",
    )

    speakers = [slide.quote.speaker.in_language("en") for slide in doors.slides()]

    assert speakers == ["Ada", "Bo"]


def test_files_are_absolute(doors):
    """Every file is a whole path, from the folder of the photos."""
    doors.photo("../assets/x.jpg")
    doors.hang("- photo: x.jpg\n- photo: ../wall/a.jpg", head="photos: ../assets\ncover: x.jpg")

    assert [slide.photo.file for slide in doors.slides()] == [
        str(doors.path.parent / "assets" / "x.jpg"),
        str(doors.path / "a.jpg"),
    ]
    assert doors.head().photos == str(doors.path.parent / "assets")
    assert doors.head().cover == str(doors.path.parent / "assets" / "x.jpg")


def test_relative_place(doors):
    """A place given from the current folder is resolved all the same."""
    from kiosk.authoring.load.place import load

    doors.hang("- photo: a.jpg")
    collection, _ = load(Path("doors.yaml"))

    assert collection.entries[0].exhibition.slides[0].photo.file == str(doors.path / "a.jpg")


def test_links_and_whole_paths(doors):
    """A link is as good as a file, and so is a whole path."""
    (doors.path / "link.jpg").symlink_to("a.jpg")
    doors.hang(f"- photo: link.jpg\n- photo: {doors.path / 'a.jpg'}")

    assert [names(slide) for slide in doors.slides()] == [["link.jpg"], ["a.jpg"]]


@pytest.mark.parametrize(
    ("slide", "column", "message"),
    [
        ("- photo: a.jpeg", 12, "there is no photo 'a.jpeg' in wall; did you mean 'a.jpg'?"),
        ("- photo: A.JPG", 12, "there is no photo 'A.JPG' in wall; did you mean 'a.jpg'?"),
        ("- photo: {file: qqqqqqqq.png}", 19, "there is no photo 'qqqqqqqq.png'"),
        ("- photos: [a.jpg, e.jpg]", 21, "there is no photo 'e.jpg' in wall"),
        ("- photos: [a.jpg, {file: e.jpg}]", 28, "there is no photo 'e.jpg'"),
        ("- photo: folder", 12, "'folder' is not an ordinary file"),
        ("- photo: pipe", 12, "'pipe' is not an ordinary file"),
        ("- photo: loop", 12, "'loop' cannot be read"),
        ("- photo: nowhere/a.jpg", 12, "there is no photo 'nowhere/a.jpg'"),
        (f"- photo: {'x' * 300}", 12, "cannot be read"),
    ],
)
def test_missing_photo(doors, slide, column, message):
    """A photo that is not there is an error at its name, and its slide is left out."""
    os.mkfifo(doors.path / "pipe")
    (doors.path / "folder").mkdir()
    (doors.path / "loop").symlink_to("loop")
    doors.hang(f"{slide}\n- title: End")
    problem = doors.only_problem()

    assert (problem.code, problem.column) == ("photo-missing", column)
    assert message in problem.message
    assert len(doors.slides()) == 1


def test_accents_written_in_two_ways(wall):
    """A name is found whether its é is written as one sign or as two."""
    wall.photo(unicodedata.normalize("NFD", "é.jpg"))
    wall.hang(f"- photo: {unicodedata.normalize('NFC', 'é.jpg')}")

    assert Path(wall.only_slide().photo.file).is_file()


def test_missing_folder(wall):
    """A folder that is not there is one problem, not one for every photo."""
    (wall.path / "pictures").mkdir()
    wall.hang("- photo: a.jpg\n- photo: b.jpg\n- title: End", head="photos: picturs\ncover: a.jpg")
    problem = wall.only_problem()

    assert problem.code == "folder-missing"
    assert problem.message == "there is no folder 'picturs' in wall; did you mean 'pictures'?"
    assert len(wall.slides()) == 1


def test_file_for_a_folder(doors):
    """A file is no folder of photos."""
    doors.hang("- photo: a.jpg", head="photos: a.jpg")

    assert doors.only_problem().message == "'a.jpg' is not a folder"


@pytest.mark.parametrize(
    ("head", "cover"), [("", "a.jpg"), ("cover: b.jpg", "b.jpg"), ("cover: x.jpg", "a.jpg")]
)
def test_cover(doors, head, cover):
    """The cover is the photo named, or else the first that is shown."""
    doors.hang("- title: One\n- photo: a.jpg", head=head)

    assert Path(doors.head().cover).name == cover


def test_missing_cover(doors):
    """A cover that is not there is an error."""
    doors.hang("- photo: a.jpg", head="cover: e.jpg")

    assert doors.only_problem().code == "photo-missing"


def test_no_cover(wall):
    """An exhibition without photos has no cover."""
    wall.hang("- title: One")

    assert wall.head().cover is None


@pytest.mark.parametrize(
    ("head", "cover"),
    [("", "02.jpg"), ("cover: 01.jpg", "01.jpg"), ("notice: Sad.", None)],
)
def test_no_cover_is_taken_from_under_a_notice(wall, head, cover):
    """What a notice covers hangs on the home screen only where a curator says so."""
    wall.photo("01.jpg", "02.jpg")
    wall.hang(
        """
        - photo: 01.jpg
          notice: Sad.
        - photos: [01.jpg, 02.jpg]
        - photo: 02.jpg
        """,
        head,
    )
    collection, _ = wall.load()
    found = collection.entries[0].exhibition.cover

    assert (Path(found).name if found else None) == cover


@pytest.mark.parametrize(
    ("name", "there", "meant"),
    [
        ("IMG_2034(1).jpg", ["IMG_2034 (1).JPG", "IMG_2034.JPG"], "IMG_2034 (1).JPG"),
        ("IMG 2034.JPG", ["IMG2034.jpg", "IMG2034 (1).jpg", "IMG2035.jpg"], "IMG2034.jpg"),
        ("img_2034 (1).jpg", ["IMG_2034(1).JPG", "IMG_2034.JPG"], "IMG_2034(1).JPG"),
        ("Cafe\u0301(1).jpg", ["Caf\u00e9 (1).jpg", "Caf\u00e9.jpg"], "Caf\u00e9 (1).jpg"),
        ("IMG_2034.jpg", ["IMG_2034 (1).jpg", "IMG_2034 (2).jpg"], None),
        ("a1.jpg", ["a 1.jpg", "a  1.jpg"], None),
        ("IMG_2034.jpg", ["IMG_2035.jpg"], None),
    ],
)
def test_a_photo_of_the_same_name(name, there, meant):
    """Spaces, case and Unicode form make no other photo; the number of a copy does."""
    assert same_but_for_form(name, there) == meant
