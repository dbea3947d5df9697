"""The picture a show begins with: there at the next start, and never out of date."""

import hashlib
import io

import pytest
from PIL import Image

from kiosk.base.file_stamp import stamp
from kiosk.media.ledger import Ledger
from kiosk.media.start_picture import StartPicture

SIZE = (64, 36)
PIXELS = bytes((200, 100, 50)) * (64 * 36)


@pytest.fixture
def place(tmp_path):
    folder = tmp_path / "place"
    folder.mkdir()
    (folder / "apple.yaml").write_text("title: Apple")
    (folder / "1.jpg").write_bytes(b"photo")
    (folder / "seeds").mkdir()
    (folder / "seeds" / "interview.txt").write_text("As he said it")
    return folder


@pytest.fixture
def opening(place, tmp_path):
    return StartPicture(place, "full screen", tmp_path / "cache")


def keep(opening, place=None, *photos):
    """Keep a picture that was made of all texts of a place and these photos as they are now."""
    texts = {str(file): stamp(file) for file in place.glob("**/*.[yt]*")} if place else {}
    known = {str(place / name): (stamp(place / name), sha256(name)) for name in photos}
    opening.keep(PIXELS, SIZE, texts, known)


def sha256(name):
    return hashlib.sha256(name.encode()).hexdigest()


def test_the_picture_is_found_again(opening, place, tmp_path):
    """The next start finds the picture as it was kept, with nothing beside it left behind."""
    keep(opening, place, "1.jpg")
    jpeg = StartPicture(place, "full screen", tmp_path / "cache").read()

    with Image.open(io.BytesIO(jpeg)) as picture:
        assert picture.size == SIZE
        assert all(abs(a - b) < 4 for a, b in zip(picture.getpixel((5, 5)), PIXELS, strict=False))
    assert len(list((tmp_path / "cache").iterdir())) == 1


def test_another_way_to_play_has_another_picture(opening, place, tmp_path):
    """What one screen began with is not shown on a screen in another language."""
    keep(opening)

    assert StartPicture(place, "in French", tmp_path / "cache").read() is None


@pytest.mark.parametrize(
    "change",
    [
        lambda place: (place / "apple.yaml").write_text("title: Pear"),
        lambda place: (place / "apple.yaml").unlink(),
        lambda place: (place / "new.yaml").write_text("title: New"),
        lambda place: (place / "1.jpg").write_bytes(b"another"),
        lambda place: (place / "1.jpg").unlink(),
        lambda place: (place / "seeds" / "interview.txt").write_text("As he never said it"),
    ],
    ids=["text changed", "text gone", "text new", "photo changed", "photo gone", "interview"],
)
def test_a_change_makes_the_picture_useless(opening, place, change):
    """Whatever was withdrawn or changed while the kiosk was off is not shown for a moment."""
    keep(opening, place, "1.jpg")
    assert opening.read()
    change(place)

    assert opening.read() is None


def test_what_changed_since_it_was_read_makes_the_picture_useless(opening, place):
    """A picture made of a text that was saved anew meanwhile is not taken for one of the new."""
    old = stamp(place / "apple.yaml")
    (place / "apple.yaml").write_text("title: Apple, without what is withdrawn")
    opening.keep(PIXELS, SIZE, {str(place / "apple.yaml"): old}, {})

    assert opening.read() is None


def test_another_program_has_another_picture(opening, place, monkeypatch):
    """After an update, letters and layouts may be others."""
    keep(opening, place)
    monkeypatch.setattr("kiosk.__version__", "99.0")

    assert opening.read() is None


def test_a_withdrawn_photo_is_not_shown_for_a_moment(opening, place, tmp_path):
    """What the ledger names is shown no more, also where no file has changed since."""
    keep(opening, place, "1.jpg")
    assert opening.read()
    Ledger().withdraw([sha256("1.jpg")])

    assert opening.read() is None


@pytest.mark.parametrize("damage", [b"", b"{", b"[]\njpeg", b'{"way": 1}\njpeg', b"\xff\xd8"])
def test_a_damaged_picture_is_as_if_not_there(opening, tmp_path, damage):
    """Nonsense in the cache is no picture, and no fault."""
    keep(opening)
    next((tmp_path / "cache").iterdir()).write_bytes(damage)

    assert opening.read() is None


def test_without_a_cache_there_is_just_no_picture(place, tmp_path):
    """Where nothing can be written, keeping fails quietly."""
    (tmp_path / "file").write_text("in the way")
    opening = StartPicture(place, "full screen", tmp_path / "file")
    keep(opening)

    assert opening.read() is None
