"""What is withdrawn in a file with mistakes is withdrawn all the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.authoring.load.place import open_place

UNREADABLE = "\n\t- oops\n"
HEAD = "title: Doors\nphotos: {folder}\nslides:\n"


def withdrawn(wall, slides, more=UNREADABLE, folder='"pictures"  # all of them'):
    """Names of the files that are withdrawn, with a mistake in the file."""
    wall.photo("pictures/a.jpg", "pictures/b.jpg")
    wall.write("doors.yaml", HEAD.format(folder=folder) + slides + more)
    opened = open_place(wall.path)
    wanted = wall.path / "pictures"

    assert any(one.severity == "error" for one in opened.problems)
    assert all(Path(file).parent == wanted for file in opened.withdrawn)
    return {Path(file).name for file in opened.withdrawn}


@pytest.mark.parametrize(
    "slides",
    [
        "  - photo: {file: a.jpg, withdrawn: true}\n  - photo: b.jpg",
        "  - photo: {withdrawn: true, file: 'a.jpg'}\n  - photo: b.jpg",
        '  - photo: {file: a.jpg, caption: "Gate # 2", withdrawn: true}\n  - photo: b.jpg',
        "  - photo: {file: a.jpg,\n      withdrawn: true}\n  - photo: b.jpg",
        "  - photo:\n      file: a.jpg\n      withdrawn: yes\n  - photo: b.jpg",
        '  - photo:\n      withdrawn: ture\n      file: "a.jpg"\n  - photo: b.jpg',
        "  - photo:\n      file: a.jpg\n      details:\n        - at: [0, 0, 1, 1]\n"
        "          text: x\n      withdrawn: true\n  - photo: b.jpg",
        "  - photos: [{file: b.jpg}, {file: a.jpg, withdrawn: true}]",
        "  - photos:\n      - file: b.jpg\n      - file: a.jpg\n        withdrawn: true",
        "  - photos:\n      - file: a.jpg\n        withdrawn: true\n      - file: b.jpg",
        "  - photo: a.jpg\n    withdrawn: true\n  - photo: b.jpg",
        "  - photo: b.jpg\n  - title: x\n    photo: a.jpg\n\twithdrawn: true",
        "  - photo: b.jpg\n  - photo: a.jpg\nwithdrawn: true",
        "  - photo: b.jpg\n  - photo: a.jpg\n    withdrawn:true",
        "  - photo: {file: a.jpg, Withdrawn: true}\n  - photo: b.jpg",
        '  - photo: {file: a.jpg, withdrawn: "true"}\n  - photo: b.jpg',
        "  - photo: {file: a.jpg, withdrawn true}\n  - photo: b.jpg",
        "  - photo: {file: a.jpg, withdrawn=true}\n  - photo: b.jpg",
        "  - photo: {file: a.jpg, withdrawn：true}\n  - photo: b.jpg",
        "  - photo: {file: a.jpg, alt: Photo #5, withdrawn: true}\n  - photo: b.jpg",
        "  - photo: {file: a.jpg, withdrawn: &w true}\n  - photo: b.jpg",
        "  - photo: {file: a.jpg, withdrawn: !!bool true}\n  - photo: b.jpg",
        "  - photo: {file: “a.jpg”, “withdrawn”: “true”}\n  - photo: b.jpg",
        "  - photo:\n      file: a.jpg\n      withdrawn:\n        true\n  - photo: b.jpg",
        "  - photo:\n      ? withdrawn\n      : true\n      file: a.jpg\n  - photo: b.jpg",
        "  - photo:\n      file: >-\n        a.jpg\n      withdrawn: true\n  - photo: b.jpg",
    ],
)
def test_what_a_line_plainly_says_holds(wall, slides):
    """A photo is withdrawn though the file cannot be read; another one in it is not."""
    assert withdrawn(wall, slides) == {"a.jpg"}


@pytest.mark.parametrize("cut", ["withdrawn:", "withdrawn: ", "withdrawn: t"])
def test_a_line_that_was_torn(wall, cut):
    """Where the file ends within it, the line is believed."""
    assert withdrawn(wall, f"  - photo: b.jpg\n  - photo: {{file: a.jpg, {cut}", more="") == {
        "a.jpg"
    }


@pytest.mark.parametrize(
    "spoilt",
    [
        lambda data: data.decode().encode("utf-16"),
        lambda data: bytes(20) + data[20:],
        lambda data: data + bytes(300),
    ],
    ids=["UTF-16", "NULs at the head", "NULs at the end"],
)
def test_a_file_that_is_no_text(wall, spoilt):
    """What an editor or a power cut has made of it keeps nothing on the wall."""
    wall.photo("a.jpg", "b.jpg")
    text = "title: Doors of the town\nslides:\n- photo: {file: a.jpg, withdrawn: true}\n"
    (wall.path / "doors.yaml").write_bytes(spoilt(text.encode()))
    opened = open_place(wall.path)

    assert {Path(file).name for file in opened.withdrawn} == {"a.jpg"}
    assert opened.doubtful == opened.withdrawn


def test_an_exhibition_that_is_not_shown(wall):
    """What one withdraws that the kiosk does not list, or that lies beside, none shows."""
    wall.photo("a.jpg", "b.jpg")
    wall.write("one.yaml", "title: One\nslides:\n- photo: a.jpg\n- photo: b.jpg\n")
    wall.write("two.yaml", "title: Two\nslides:\n- photo: {file: a.jpg, withdrawn: true}\n")
    wall.write("kiosk.yaml", "exhibitions: [one]\n")

    for place in (wall.path, wall.path / "one.yaml"):
        opened = open_place(place)
        (resolved,) = opened.resolved
        assert [slide.photo.file for slide in resolved.exhibition.slides] == [
            str(wall.path / "b.jpg")
        ]
        assert not opened.doubtful


def test_both_of_a_pair(wall):
    """Written beside two photos, it is said of both."""
    assert withdrawn(
        wall, "  - photos:\n    - file: a.jpg\n    - file: b.jpg\n    withdrawn: true"
    ) == {
        "a.jpg",
        "b.jpg",
    }


@pytest.mark.parametrize(
    "slides",
    [
        "  - photo: {file: a.jpg, withdrawn: false}",
        "  - photo: {file: a.jpg, withdrawn: no}",
        "  - photo: a.jpg\n    # withdrawn: true",
        "  - photo: a.jpg  # withdrawn: true",
        '  - photo: {file: a.jpg, caption: "Gate # 2"}  # {withdrawn: true}',
        "  - photo: a.jpg\n    text: It was withdrawn: too late",
        "  - photo: a.jpg\n    withdrawn:\n    caption: x",
    ],
)
def test_what_is_not_said_does_not_hold(wall, slides):
    """Neither a comment nor a sentence withdraws a photo."""
    assert withdrawn(wall, slides) == set()


def test_a_slide_with_another_mistake(wall):
    """A file that can be read withdraws what stands in a slide that cannot be shown."""
    slides = "  - photo: {file: a.jpg, withdrawn: true}\n    capton: x\n  - photo: b.jpg"

    assert withdrawn(wall, slides, more="") == {"a.jpg"}


def test_it_is_told(wall):
    """A warning says what is withdrawn, where that stands."""
    withdrawn(wall, "  - photo: {file: a.jpg, withdrawn: true}")
    (told,) = [one for one in open_place(wall.path).problems if one.code == "withdrawn-anyway"]

    assert (told.severity, told.line, told.column, told.length) == ("warning", 4, 26, 15)
    assert told.message == (
        "a.jpg is withdrawn for now, but this is not yet recorded: fix the file"
    )


@pytest.mark.parametrize(
    "slides",
    [
        "  - photo: {file: a (1).jpg, withdrawn: true}\n  - photo: b.jpg",
        "  - photo: {file: a (1).jpg, withdrawn: true, capton: x}\n  - photo: b.jpg",
        "  - photos: [b.jpg, {file: a (1).jpg, withdrawn: yes}]",
        "  - photo: a (1).jpg\n    withdrawn: true\n  - photo: b.jpg",
        "  - photo: {file: a (1).jpg, alt: x}\n    withdrawn: true\n  - photo: b.jpg",
        "  - photo: {file: a (1).jpg, withdrawn: true}\n  - photo: b.jpg\n    alt: x\n    alt: y",
    ],
)
def test_an_exact_name_is_certain(wall, slides):
    """Where the YAML can be read, a mistake elsewhere does not make a withdrawal doubtful."""
    wall.photo("pictures/a (1).jpg", "pictures/b.jpg")
    wall.write("doors.yaml", "author: x\n" + HEAD.format(folder="pictures") + slides)
    opened = open_place(wall.path)
    told = [one.message for one in opened.problems if one.code == "withdrawn-anyway"]

    assert opened.withdrawn == {str(wall.path / "pictures" / "a (1).jpg")}
    assert not opened.doubtful
    assert told == ["a (1).jpg is withdrawn, although this file has a mistake"]


@pytest.mark.parametrize(
    "text",
    [
        "fotos: pictures\nslides:\n  - photo: {file: a.jpg, withdrawn: true}",
        "photos: pictures\nphotos: others\nslides:\n  - photo: {file: a.jpg, withdrawn: true}",
        "author: x\nslides:\n  - photo: {file: A.jpg, withdrawn: true}",
        "author: x\nslides:\n  - photo: {file: a.jpg, Withdrawn: true}",
        "slides:\n  - photo: a.jpg\n    photo: b.jpg\n    withdrawn: true",
    ],
)
def test_what_is_guessed_stays_doubtful(wall, text):
    """Another photo may be meant: nothing lasting follows from a guess."""
    wall.photo("a.jpg", "b.jpg", "pictures/a.jpg")
    wall.write("doors.yaml", f"title: Doors\n{text}\n")
    opened = open_place(wall.path)

    assert opened.withdrawn
    assert opened.doubtful == opened.withdrawn


@pytest.mark.parametrize("slides", ["withdrawn: true\n  - photo: a.jpg", "  - {withdrawn: true}"])
def test_what_is_not_clear_is_told(wall, slides):
    """Where no photo is named, none is withdrawn, and nobody is left to believe it."""
    assert withdrawn(wall, slides) == set()

    (told,) = [one for one in open_place(wall.path).problems if one.code == "withdrawn-anyway"]

    assert told.severity == "error"
    assert told.message == (
        "it is not clear which photo is withdrawn here, so none is;"
        " write {file: 01.jpg, withdrawn: true}"
    )


def test_beside_the_exhibition(wall):
    """Without a folder named, photos lie beside the file; other encodings keep nothing back."""
    wall.photo("a.jpg")
    text = "title: Caf\xe9\nslides:\n  - photo: {file: a.jpg, withdrawn: true}\n"
    wall.write("doors.yaml", text.encode("latin-1"))

    assert open_place(wall.path).withdrawn == {str(wall.path / "a.jpg")}


def test_in_another_exhibition(wall):
    """It is withdrawn wherever it hangs."""
    wall.photo("a.jpg", "b.jpg")
    wall.write("doors.yaml", "slides:\n\t- photo: {file: a.jpg, withdrawn: true}\n")
    wall.hang("- photo: a.jpg\n- photo: b.jpg", name="other.yaml")
    (entry,) = open_place(wall.path).collection.entries

    assert [Path(one.photo.file).name for one in entry.exhibition.slides] == ["b.jpg"]
