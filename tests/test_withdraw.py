"""`kiosk withdraw`: a photo goes, or comes back, by its content."""

import pytest
from click.testing import CliRunner
from PIL import Image

from kiosk.cli import main
from kiosk.media.cache import Cache
from kiosk.media.ledger import Ledger
from kiosk.types.photo import Derivative


@pytest.fixture
def photo(tmp_path):
    (tmp_path / "1.jpg").write_bytes(b"picture")
    return tmp_path / "1.jpg"


def kiosk(*arguments):
    result = CliRunner().invoke(main, ["withdraw", *map(str, arguments)])
    return result.exit_code, result.output


def test_it_goes_and_comes_back(photo):
    """The ledger has it, until that is undone."""
    content = Cache().content(str(photo))

    assert kiosk(photo) == (
        0,
        f"{photo} is not shown any more, and all its derivatives are deleted."
        " A slide without other photos goes, too, with its words.\n",
    )
    assert Ledger().withdrawn == {content}
    assert kiosk("--undo", photo)[0] == 0
    assert not Ledger().withdrawn
    assert Cache().content(str(photo)) == content


def test_nothing_that_was_made_of_it_is_kept(photo):
    """What was drawn of it is deleted before the command ends; what is of others stays."""
    cache, other = Cache(), photo.with_name("2.jpg")
    other.write_bytes(b"another")
    for file in (photo, other):
        small = Derivative(str(file), 9, 6)
        cache.keep_derivative(cache.content(str(file)), small, b"made of it")
    gone, stays = cache.content(str(photo)), cache.content(str(other))
    kiosk(photo)

    assert Cache().derivative(gone, Derivative(str(photo), 9, 6)) is None
    assert Cache().derivative(stays, Derivative(str(other), 9, 6))


def test_undoing_gives_back_what_the_file_is_now(photo):
    """Where another photo has taken the place of a withdrawn one, that one stays withdrawn."""
    withdrawn = Cache().content(str(photo))
    kiosk(photo)
    Cache().history(str(photo))
    photo.write_bytes(b"another")
    now = Cache().content(str(photo))
    Ledger().withdraw([now])
    kiosk("--undo", photo)

    assert Ledger().withdrawn == {withdrawn}


def test_one_that_is_gone(photo):
    """A photo that was shown once is withdrawn also when its file is there no more."""
    content = Cache().content(str(photo))
    photo.unlink()

    assert kiosk(photo)[0] == 0
    assert Ledger().withdrawn == {content}


def test_one_that_never_was(tmp_path):
    """Of a slip of the keyboard the command says that nothing was done."""
    code, said = kiosk(tmp_path / "nothing.jpg")

    assert code == 1
    assert "There is no photo" in said
    assert not Ledger().withdrawn


def test_what_is_no_picture(photo):
    """It is refused, and the photos beside it are withdrawn all the same."""
    content = Cache().content(str(photo))
    other = photo.with_name("Thumbs.db")
    other.write_bytes(b"thumbs")
    kiosk(other)
    code, said = kiosk(other, photo.with_name("nothing.jpg"), photo)

    assert code == 1
    assert f"{other} is not a picture, so it is not withdrawn" in said
    assert f"{photo} is not shown any more" in said
    assert Ledger().withdrawn == {content}


def test_a_picture_by_another_name_than_usual(tmp_path):
    """What can be opened, or was named by an exhibition before, is withdrawn."""
    Image.new("RGB", (9, 6)).save(tmp_path / "scan.picture", "PNG")
    (tmp_path / "odd.bin").write_bytes(b"named")
    content = Cache().content(str(tmp_path / "odd.bin"))

    assert kiosk(tmp_path / "scan.picture", tmp_path / "odd.bin")[0] == 0
    assert len(Ledger().withdrawn) == 2
    assert content in Ledger().withdrawn


def test_a_ledger_that_cannot_be_written(photo, monkeypatch, tmp_path):
    """It is an error, and not passed over."""
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    code, said = kiosk(photo)

    assert code == 1
    assert "cannot be written" in said
