"""Derivatives on disk: found again, never stale, and never the show's undoing."""

import pytest

from kiosk.derivative import TONES, Derivative, Facts, Tile
from kiosk.media.cache import RECIPE, Cache

FACTS = Facts(30, 20, bytes(range(256)) * (TONES**2 // 256), bytes(TONES**2))
PHOTO = Derivative("/photo.jpg", 30, 20)


def test_what_is_kept_is_found_again(tmp_path):
    """Facts and derivatives outlive the program."""
    first = Cache(tmp_path)
    first.keep_facts("abc", FACTS)
    first.keep_derivative("abc", PHOTO, b"jpeg")

    again = Cache(tmp_path)
    assert again.facts("abc") == FACTS
    assert again.derivative("abc", PHOTO) == b"jpeg"


def test_other_content_and_other_sizes_are_other_derivatives(tmp_path):
    """A photo that was replaced, and a screen of another size, find nothing."""
    cache = Cache(tmp_path)
    cache.keep_derivative("abc", PHOTO, b"jpeg")

    assert cache.derivative("xyz", PHOTO) is None
    assert cache.derivative("abc", Derivative("/photo.jpg", 31, 20)) is None


def test_content_follows_the_file(tmp_path):
    """A changed file has another hash, an equal one the same."""
    cache = Cache(tmp_path / "cache")
    one, two = tmp_path / "one", tmp_path / "two"
    one.write_bytes(b"picture")
    two.write_bytes(b"picture")
    before = cache.content(str(one))
    assert before == cache.content(str(two))
    one.write_bytes(b"another picture")

    assert cache.content(str(one)) != before


def test_an_original_is_read_through_but_once(tmp_path, monkeypatch):
    """What an original holds is known at the next start without reading it; until it changes."""
    file = tmp_path / "one"
    file.write_bytes(b"picture")
    content = Cache(tmp_path / "cache").content(str(file))
    with monkeypatch.context() as patched:
        patched.setattr("kiosk.media.cache._digest", lambda *_: pytest.fail("it was read through"))
        assert Cache(tmp_path / "cache").content(str(file)) == content
    file.write_bytes(b"another")

    assert Cache(tmp_path / "cache").content(str(file)) != content


@pytest.mark.parametrize("damage", [b"", b"\xff\n", b"1 2 3", b"\n\n\n"])
def test_a_damaged_hash_is_made_anew(tmp_path, damage):
    """A note of an original's content that makes no sense is not believed."""
    file = tmp_path / "one"
    file.write_bytes(b"picture")
    content = Cache(tmp_path / "cache").content(str(file))
    next((tmp_path / "cache").glob("*content*")).write_bytes(damage)

    assert Cache(tmp_path / "cache").content(str(file)) == content


def test_a_folder_that_cannot_be_written_is_told_of_once(tmp_path, caplog):
    """Without a place for derivatives the show goes on, and the log says so in one line."""
    (tmp_path / "file").write_text("in the way")
    cache = Cache(tmp_path / "file" / "cache")
    for _ in range(3):
        cache.keep_derivative("abc", PHOTO, b"jpeg")

    assert cache.derivative("abc", PHOTO) is None
    assert len(caplog.records) == 1


@pytest.mark.parametrize("damage", [b"", b"{}", b'{"width": 1}', b"\xff\xfe", b'["a"]', b"1"])
def test_damaged_facts_are_as_if_not_there(tmp_path, damage):
    """Facts that were half-written, or by another version, are made anew."""
    cache = Cache(tmp_path)
    cache.keep_facts("abc", FACTS)
    next(tmp_path.iterdir()).write_bytes(damage)

    assert cache.facts("abc") is None


def test_the_oldest_go_when_there_is_too_much(tmp_path):
    """Over its limit, the cache lets go of what was used longest ago."""
    import os

    cache = Cache(tmp_path, bytes_max=2500)
    for n in range(4):
        cache.keep_derivative(f"photo{n}", PHOTO, bytes(1000))
        os.utime(next(tmp_path.glob(f"photo{n}*")), (n, n))
    assert cache.derivative("photo0", PHOTO)
    cache.trim()

    left = {path.name[:6] for path in tmp_path.iterdir()}
    assert left == {"photo0", "photo3"}


def test_the_cache_stays_within_its_limit_while_a_show_plays(tmp_path, monkeypatch):
    """Where tiles are made for months, what was used longest ago goes without a new start."""
    monkeypatch.setattr("kiosk.media.cache.TRIM_EVERY_BYTES", 3000)
    cache = Cache(tmp_path, bytes_max=5000)
    for column in range(40):
        cache.keep_derivative("abc", Tile(PHOTO, column, 0), bytes(1000))
        assert sum(path.stat().st_size for path in tmp_path.iterdir()) <= 5000 + 4000


def test_tiles_are_told_apart(tmp_path):
    """A tile is neither its neighbour nor the derivative that it is a piece of."""
    cache = Cache(tmp_path)
    cache.keep_derivative("abc", Tile(PHOTO, 1, 2), b"jpeg")

    assert cache.derivative("abc", Tile(PHOTO, 1, 2)) == b"jpeg"
    assert cache.derivative("abc", Tile(PHOTO, 2, 1)) is None
    assert cache.derivative("abc", PHOTO) is None


def test_what_another_recipe_made_goes(tmp_path):
    """Nobody would find it any more: neither to show it, nor to forget it."""
    folder = tmp_path / "cache"
    folder.mkdir()
    names = [f"{'a' * 32}-9x6-{RECIPE}.jpg", f"{'a' * 32}-9x6-4.jpg", f"{'b' * 32}-facts-4.json"]
    for name in names:
        (folder / name).write_bytes(b"made")

    Cache(folder).trim()

    assert [path.name for path in folder.iterdir()] == names[:1]
