"""The photo that a show begins with is guessed at a glance, and a wrong guess costs nothing."""

import os

import pytest

from kiosk.authoring.load.place import load
from kiosk.player.guess import first_photo as guessed
from kiosk.player.startup import first_photo

PHOTOS = {
    "a name": "title: A\nphotos: photos\nslides:\n  - photo: a.jpg\n  - photo: b.jpg\n",
    "quoted": "title: A\nphotos: 'photos'\nslides:\n- photo: \"a.jpg\"\n",
    "a map": "title: A\nphotos: ./photos\nslides:\n  - photo: {file: a.jpg, alt: An apple}\n",
    "a map in lines": "title: A\nphotos: photos # A\nslides:\n- photo:\n    file: a.jpg # one\n",
    "after words": "title: A\nphotos: photos/\nslides:\n  - title: A\n  - photo: a.jpg\n",
    "beside the text": "title: A\nslides:\n  - photo: photos/../photos/a.jpg\n",
    "after a comment": "title: A\nphotos: photos\nslides:\n# - photo: b.jpg\n- photo: a.jpg\n",
    "a cover": "title: A\ncover: b.jpg\nphotos: photos\nslides:\n  - {photo: a.jpg}\n",
}


@pytest.fixture
def place(tmp_path):
    (tmp_path / "photos").mkdir()
    for name in "ab":
        (tmp_path / "photos" / f"{name}.jpg").write_bytes(b"a photo")
    return tmp_path


@pytest.mark.parametrize("text", PHOTOS.values(), ids=PHOTOS)
def test_a_guess_is_what_is_read(text, place):
    """However the first photo is written, it is the file that the reading leads to."""
    (place / "a.yaml").write_text(text)
    collection, _ = load(place)

    assert guessed(place, "attract") == first_photo(collection, "attract")
    assert guessed(place / "a.yaml", "a") == str(place / "photos" / "a.jpg")


@pytest.mark.parametrize(
    ("kiosk", "start", "expected"),
    [
        (None, "attract", "a"),
        (None, "b", "b"),
        (None, "b:1", "b"),
        (None, "b:2", None),
        (None, "none", "a"),
        ("exhibitions: [b, a]\n", "home", "b"),
        ("title: Here\nexhibitions:\n  - b\n  - a\n", "attract", "b"),
        ("exhibitions: [b, a]\n", "a", "a"),
        ("exhibitions: [none]\n", "attract", "a"),
    ],
)
def test_the_exhibition_that_comes_first(kiosk, start, expected, place):
    """It is the one asked for, or the first of the kiosk's list, or of the folder."""
    for name in "ab":
        (place / f"{name}.yaml").write_text(
            f"title: A\nphotos: photos\nslides:\n- photo: {name}.jpg"
        )
    if kiosk:
        (place / "kiosk.yaml").write_text(kiosk)

    assert guessed(place, start) == (expected and str(place / "photos" / f"{expected}.jpg"))


@pytest.mark.parametrize("name", ["a.yaml", "b.yml"])
def test_what_may_be_withdrawn_is_not_opened(name, place):
    """Nothing is made of a photo that somebody has taken back, not even for a moment."""
    slides = "slides:\n- photo: {file: a.jpg, withdrawn: true}\n- photo: b.jpg\n"
    (place / "a.yaml").write_text("title: A\nphotos: photos\nslides:\n- photo: a.jpg\n")
    (place / name).write_text(f"title: A\nphotos: photos\n{slides}")

    assert guessed(place, "a") is None


@pytest.mark.parametrize("photo", ["/etc/passwd", "link.jpg", "../../photo.jpg", ".a.jpg"])
def test_what_exhibitions_may_not_open_is_not_guessed(photo, place):
    """A photo from outside is not opened, even for a guess, until a technician opens its folder."""
    folder = place / "shows" / "exhibitions"
    folder.mkdir(parents=True)
    (folder / "link.jpg").symlink_to("/etc/passwd")
    for name in ("photo.jpg", "shows/exhibitions/.a.jpg"):
        (place / name).write_bytes(b"a photo")
    (folder / "a.yaml").write_text(f"title: A\nslides:\n- photo: {photo}\n")

    assert guessed(folder, "a") is None
    if photo.startswith(".."):
        assert guessed(folder, "a", [place]) == str(place / "photo.jpg")


def test_a_link_to_what_is_hidden_is_not_glanced_at(place):
    """No exhibition is guessed from a text that none may be read from."""
    (place / "photos" / ".a.yaml").write_text("title: A\nslides:\n- photo: photos/a.jpg\n")
    (place / "a.yaml").symlink_to("photos/.a.yaml")

    assert guessed(place, "a") is None


@pytest.mark.parametrize("name", [".a.yaml", "pipe.yaml", "folder.yaml"])
def test_what_is_no_text_is_not_glanced_at(name, place):
    """Neither hidden files, nor what would keep whoever opens it waiting, are looked into."""
    (place / "z.yaml").write_text("title: A\nphotos: photos\nslides:\n- photo: b.jpg\n")
    if name.startswith("."):
        (place / name).write_text("title: A\nphotos: photos\nslides:\n- photo: a.jpg\n")
    elif name.startswith("pipe"):
        os.mkfifo(place / name)
    else:
        (place / name).mkdir()

    assert guessed(place, "attract") == str(place / "photos" / "b.jpg")


def test_a_file_that_is_not_there_is_no_guess(place):
    """Nobody is told of a photo that only a text speaks of."""
    text = "title: A\nphotos: photos\nslides:\n- text: 'Of a photo: none.jpg'\n"
    (place / "a.yaml").write_text(text)

    assert guessed(place, "attract") is None


@pytest.mark.parametrize(
    "content",
    [None, b"", b"slides:\n", b"slides: [photo: ]\n", b"\xff\xfe\x00photo", b"photo: a.jpg"],
)
def test_where_there_is_nothing_to_guess(content, place):
    """Neither an empty folder nor a text of any kind stops anything."""
    if content is not None:
        (place / "a.yaml").write_bytes(content)

    assert guessed(place, "attract") is None
    assert guessed(place / "nowhere", "attract") is None
