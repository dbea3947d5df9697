"""What was made of a withdrawn photo is deleted, wherever it is kept."""

from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from kiosk.base.file_stamp import stamp
from kiosk.media.cache import Cache
from kiosk.media.ledger import Ledger
from kiosk.media.original import UnreadablePhotoError
from kiosk.media.purge import withdraw
from kiosk.media.start_picture import StartPicture
from kiosk.types.photo import Derivative
from tests.media.test_cache import FACTS

PIXELS = bytes(3 * 64 * 36)


@pytest.fixture
def photos(tmp_path):
    """Two photos, of both of which everything is kept."""
    files = []
    for name in ("a.jpg", "b.jpg"):
        (tmp_path / name).write_bytes(name.encode())
        files.append(str(tmp_path / name))
    (tmp_path / "x.yaml").write_text("title: X")
    make(tmp_path, *files)
    return files


def make(tmp_path, *files, cache=None):
    cache = cache or Cache(tmp_path / "cache")
    for file in files:
        content = cache.content(file)
        cache.keep_facts(content, FACTS)
        cache.keep_derivative(content, Derivative(file, 30, 20), b"jpeg")
        photos = {file: (stamp(file), content)}
        StartPicture(tmp_path, file, tmp_path / "openings").keep(PIXELS, (64, 36), {}, photos)


class Killed(BaseException):
    """The end of the program."""


@contextmanager
def killed_before_renaming():
    """A program that is killed when it has written something, and not yet given it its name."""

    def kill(*_):
        raise Killed

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("pathlib.Path.replace", kill)
        with suppress(Killed):
            yield


def kept(tmp_path):
    return {path for name in ("cache", "openings") for path in (tmp_path / name).iterdir()}


def test_nothing_of_it_remains(photos, tmp_path):
    """Derivatives, facts and opening's pictures of one photo go; those of another stay."""
    before = len(kept(tmp_path))
    left = withdraw(photos[:1], (), Cache(tmp_path / "cache"), tmp_path / "openings")
    cache = Cache(tmp_path / "cache")

    assert left == {photos[0]: []}
    assert len(kept(tmp_path)) == before / 2
    assert cache.facts(cache.content(photos[1])) == FACTS
    assert StartPicture(tmp_path, photos[1], tmp_path / "openings").read()


def test_a_file_that_is_gone_or_was_another(photos, tmp_path):
    """What it held before it was changed, or deleted, is forgotten as well."""
    for content in (b"another", b"a third"):
        (tmp_path / "a.jpg").write_bytes(content)
        make(tmp_path, photos[0])
    (tmp_path / "a.jpg").unlink()
    withdraw(photos, (), Cache(tmp_path / "cache"), tmp_path / "openings")

    assert kept(tmp_path) == set()


def test_what_comes_late_is_not_kept(photos, tmp_path):
    """A worker that was at it when the photo was withdrawn brings nothing back."""
    cache, other = Cache(tmp_path / "cache"), Cache(tmp_path / "cache")
    contents = {file: cache.content(file) for file in photos}
    withdraw(photos, (), cache, tmp_path / "openings")
    for one in (cache, other):
        for file, content in contents.items():
            one.keep_facts(content, FACTS)
            one.keep_derivative(content, Derivative(file, 30, 20), b"jpeg")

    assert kept(tmp_path) == set()


def test_what_comes_late_of_what_is_doubtful_is_not_kept_either(photos, tmp_path):
    """As long as a photo is hidden nothing is kept of it; once it is opened again, it is."""
    cache, late = Cache(tmp_path / "cache"), Derivative(photos[0], 30, 20)
    content = cache.content(photos[0])
    withdraw(photos[:1], photos[:1], cache, tmp_path / "openings")
    cache.keep_derivative(content, late, b"jpeg")
    assert cache.derivative(content, late) is None
    cache.content(photos[0])
    cache.keep_derivative(content, late, b"jpeg")

    assert cache.derivative(content, late) == b"jpeg"


def test_what_was_being_written_goes_too(photos, tmp_path):
    """A write that was killed before its end leaves no picture of a withdrawn photo."""
    content = Cache(tmp_path / "cache").content(photos[0])
    with killed_before_renaming():
        Cache(tmp_path / "cache").keep_derivative(content, Derivative(photos[0], 9, 6), b"jpeg")
    with killed_before_renaming():
        opening = StartPicture(tmp_path, photos[0], tmp_path / "openings")
        opening.keep(PIXELS, (64, 36), {}, {photos[0]: (stamp(photos[0]), content)})
    assert list((tmp_path / "cache").glob("*.part"))
    (tmp_path / "cache" / "tmpab12cd").write_bytes(b"by an older program")
    (tmp_path / "openings" / "opening-0").write_bytes(b"half")
    withdraw(photos, (), Cache(tmp_path / "cache"), tmp_path / "openings")

    assert kept(tmp_path) == set()


def test_it_is_withdrawn_whatever_texts_say_later(photos, tmp_path):
    """No program shows it again, under this name or another, until the withdrawal is undone."""
    content = Cache(tmp_path / "cache").content(photos[0])
    withdraw(photos[:1], (), Cache(tmp_path / "cache"), tmp_path / "openings")
    (tmp_path / "copy.jpg").write_bytes((tmp_path / "a.jpg").read_bytes())
    cache = Cache(tmp_path / "cache")

    for file in (photos[0], str(tmp_path / "copy.jpg")):
        with pytest.raises(UnreadablePhotoError, match="it is withdrawn"):
            cache.content(file)
    assert cache.content(photos[1])
    cache.ledger.give_back([content])
    assert cache.content(photos[0]) == content


def test_its_former_states_are_withdrawn_too(photos, tmp_path):
    """The photo as it was before it was cropped is not shown either."""
    cropped = tmp_path / "a.jpg"
    before = cropped.read_bytes()
    cropped.write_bytes(b"cropped")
    withdraw(photos[:1], (), Cache(tmp_path / "cache"), tmp_path / "openings")
    cropped.write_bytes(before)

    with pytest.raises(UnreadablePhotoError, match="it is withdrawn"):
        Cache(tmp_path / "cache").content(photos[0])


def test_a_neighbour_whose_number_it_had_stays(photos, tmp_path):
    """Where photos were numbered anew, each has been another: only the one is withdrawn."""
    a, b = map(Path, photos)
    a.rename(tmp_path / "aside")
    b.rename(a)
    (tmp_path / "aside").rename(b)
    make(tmp_path, *photos)
    cache = Cache(tmp_path / "cache")
    gone, stays = cache.content(str(a)), cache.content(str(b))
    withdraw([str(a)], (), cache, tmp_path / "openings")

    assert cache.ledger.withdrawn == {gone}
    assert cache.content(str(b)) == stays


def test_no_photo_is_opened_while_the_ledger_cannot_be_read(photos, tmp_path):
    """What is withdrawn cannot be known then, so nothing is shown that might be."""
    Ledger().path.mkdir(parents=True)

    with pytest.raises(UnreadablePhotoError, match="cannot be read"):
        Cache(tmp_path / "cache").content(photos[0])


def test_its_picture_goes_whatever_the_file_was_named(photos, tmp_path):
    """An opening's picture of a photo goes with a copy of it, by its content."""
    (tmp_path / "copy.jpg").write_bytes(Path(photos[0]).read_bytes())
    copy = str(tmp_path / "copy.jpg")
    withdraw([copy], (), Cache(tmp_path / "cache"), tmp_path / "openings")

    assert len(list((tmp_path / "openings").iterdir())) == 1
    assert not StartPicture(tmp_path, photos[0], tmp_path / "openings").read()


def test_a_picture_that_was_being_kept_meanwhile(photos, tmp_path):
    """A photo that is withdrawn while its opening's picture is written leaves none."""
    content = Cache(tmp_path / "cache").content(photos[0])
    Ledger().withdraw([content])
    opening = StartPicture(tmp_path, "late", tmp_path / "late")
    opening.keep(PIXELS, (64, 36), {}, {photos[0]: (stamp(photos[0]), content)})

    assert not list((tmp_path / "late").iterdir())


def test_what_is_doubtful_is_hidden_for_a_while(photos, tmp_path):
    """What a file with mistakes seems to withdraw is forgotten, and not entered for good."""
    cache = Cache(tmp_path / "cache")
    withdraw(photos[:1], photos[:1], cache, tmp_path / "openings")

    assert not cache.ledger.withdrawn
    make(tmp_path, photos[0], cache=cache)
    assert cache.facts(cache.content(photos[0])) == FACTS


def test_a_ledger_that_cannot_be_written_is_reported(photos, tmp_path, caplog):
    """What was made of the photo is deleted all the same."""
    (tmp_path / "file").write_text("in the way")
    cache = Cache(tmp_path / "cache", ledger=Ledger(tmp_path / "file"))
    withdraw(photos, (), cache, tmp_path / "openings")

    assert kept(tmp_path) == set()
    assert "cannot be saved" in caplog.text


def test_what_cannot_be_deleted_is_told(photos, tmp_path, monkeypatch):
    """Files that stay are named."""

    def refuse(self, *, missing_ok=False):
        raise PermissionError

    monkeypatch.setattr("pathlib.Path.unlink", refuse)
    left = withdraw(photos[:1], (), Cache(tmp_path / "cache"), tmp_path / "openings")

    assert len(left[photos[0]]) == 4


def test_where_nothing_was_kept(tmp_path):
    """A photo that was never shown leaves nothing behind, and that is no error."""
    cache = Cache(tmp_path / "none")
    assert withdraw(["/nowhere.jpg"], (), cache, tmp_path / "none") == {"/nowhere.jpg": []}
