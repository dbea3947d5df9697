"""What was made of a withdrawn photo is deleted, wherever it is kept."""

import pytest

from kiosk.derivative import Derivative
from kiosk.media.cache import Cache
from kiosk.media.opening import Opening
from kiosk.media.withdrawal import forget
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
        Opening(tmp_path, file, tmp_path / "openings").keep(PIXELS, (64, 36), [file])


def kept(tmp_path):
    return {path for name in ("cache", "openings") for path in (tmp_path / name).iterdir()}


def test_nothing_of_it_remains(photos, tmp_path):
    """Derivatives, facts and opening's pictures of one photo go; those of another stay."""
    before = len(kept(tmp_path))
    left = forget(photos[:1], Cache(tmp_path / "cache"), tmp_path / "openings")
    cache = Cache(tmp_path / "cache")

    assert left == {photos[0]: []}
    assert len(kept(tmp_path)) == before / 2
    assert cache.facts(cache.content(photos[1])) == FACTS
    assert Opening(tmp_path, photos[1], tmp_path / "openings").read()


def test_a_file_that_is_gone_or_was_another(photos, tmp_path):
    """What it held before it was changed, or deleted, is forgotten as well."""
    for content in (b"another", b"a third"):
        (tmp_path / "a.jpg").write_bytes(content)
        make(tmp_path, photos[0])
    (tmp_path / "a.jpg").unlink()
    forget(photos, Cache(tmp_path / "cache"), tmp_path / "openings")

    assert kept(tmp_path) == set()


def test_what_comes_late_is_not_kept(photos, tmp_path):
    """A worker that was at it when the photo was withdrawn brings nothing back."""
    cache = Cache(tmp_path / "cache")
    forget(photos, cache, tmp_path / "openings")
    make(tmp_path, photos[0], cache=cache)

    assert not list((tmp_path / "cache").glob("*facts*"))
    assert not list((tmp_path / "cache").glob("*.jpg"))


def test_what_cannot_be_deleted_is_told(photos, tmp_path, monkeypatch):
    """Files that stay are named."""

    def refuse(self, *, missing_ok=False):
        raise PermissionError

    monkeypatch.setattr("pathlib.Path.unlink", refuse)
    left = forget(photos[:1], Cache(tmp_path / "cache"), tmp_path / "openings")

    assert len(left[photos[0]]) == 4


def test_where_nothing_was_kept(tmp_path):
    """A photo that was never shown leaves nothing behind, and that is no error."""
    assert forget(["/nowhere.jpg"], Cache(tmp_path / "none"), tmp_path / "none") == {
        "/nowhere.jpg": []
    }
