"""The picture a show begins with: there at the next start, and never out of date."""

import io

import pytest
from PIL import Image

from kiosk.media.opening import Opening

SIZE = (64, 36)
PIXELS = bytes((200, 100, 50)) * (64 * 36)


@pytest.fixture
def place(tmp_path):
    folder = tmp_path / "place"
    folder.mkdir()
    (folder / "apple.yaml").write_text("title: Apple")
    (folder / "1.jpg").write_bytes(b"photo")
    return folder


@pytest.fixture
def opening(place, tmp_path):
    return Opening(place, "full screen", tmp_path / "cache")


def test_the_picture_is_found_again(opening, place, tmp_path):
    """The next start finds the picture as it was kept, with nothing beside it left behind."""
    opening.keep(PIXELS, SIZE, [str(place / "1.jpg")])
    jpeg = Opening(place, "full screen", tmp_path / "cache").read()

    with Image.open(io.BytesIO(jpeg)) as picture:
        assert picture.size == SIZE
        assert all(abs(a - b) < 4 for a, b in zip(picture.getpixel((5, 5)), PIXELS, strict=False))
    assert len(list((tmp_path / "cache").iterdir())) == 1


def test_another_way_to_play_has_another_picture(opening, place, tmp_path):
    """What one screen began with is not shown on a screen in another language."""
    opening.keep(PIXELS, SIZE, [])

    assert Opening(place, "in French", tmp_path / "cache").read() is None


@pytest.mark.parametrize(
    "change",
    [
        lambda place: (place / "apple.yaml").write_text("title: Pear"),
        lambda place: (place / "apple.yaml").unlink(),
        lambda place: (place / "new.yaml").write_text("title: New"),
        lambda place: (place / "1.jpg").write_bytes(b"another"),
        lambda place: (place / "1.jpg").unlink(),
    ],
    ids=["text changed", "text gone", "text new", "photo changed", "photo gone"],
)
def test_a_change_makes_the_picture_useless(opening, place, change):
    """Whatever was withdrawn or changed while the kiosk was off is not shown for a moment."""
    opening.keep(PIXELS, SIZE, [str(place / "1.jpg")])
    assert opening.read()
    change(place)

    assert opening.read() is None


@pytest.mark.parametrize("damage", [b"", b"{", b"[]\njpeg", b'{"way": 1}\njpeg', b"\xff\xd8"])
def test_a_damaged_picture_is_as_if_not_there(opening, tmp_path, damage):
    """Nonsense in the cache is no picture, and no fault."""
    opening.keep(PIXELS, SIZE, [])
    next((tmp_path / "cache").iterdir()).write_bytes(damage)

    assert opening.read() is None


def test_without_a_cache_there_is_just_no_picture(place, tmp_path):
    """Where nothing can be written, keeping fails quietly."""
    (tmp_path / "file").write_text("in the way")
    opening = Opening(place, "full screen", tmp_path / "file")
    opening.keep(PIXELS, SIZE, [])

    assert opening.read() is None
