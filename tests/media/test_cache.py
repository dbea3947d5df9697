"""Derivatives on disk: found again, never stale, and never the show's undoing."""

import hashlib
import os
import shutil

import pytest

from kiosk.media.cache import RECIPE, UNFINISHED, Cache
from kiosk.media.original import UnreadablePhotoError
from kiosk.types.photo import TONES, Derivative, PhotoInfo, Tile

FACTS = PhotoInfo(30, 20, bytes(range(256)) * (TONES**2 // 256), bytes(TONES**2))
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
        patched.setattr(
            "kiosk.media.cache._read_through", lambda *_: pytest.fail("it was read through")
        )
        assert Cache(tmp_path / "cache").content(str(file)) == content
    file.write_bytes(b"another")

    assert Cache(tmp_path / "cache").content(str(file)) != content


@pytest.mark.parametrize("damage", [b"", b"\xff\n", b"1 2 3", b"{}", b'{"stamp":null}'])
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


def test_several_threads_tell_of_it_once(tmp_path, monkeypatch):
    """What another thread cannot keep while the line is being written is no further line."""
    cache, told = Cache(tmp_path / "file"), []
    (tmp_path / "file").write_text("in the way")

    def warning(*said):
        told.append(said)
        if len(told) < 2:
            cache.keep_facts("xyz", FACTS)

    monkeypatch.setattr("kiosk.media.cache.log.warning", warning)
    cache.keep_facts("abc", FACTS)

    assert len(told) == 1


@pytest.mark.parametrize("damage", [b"", b"{}", b'{"width": 1}', b"\xff\xfe", b'["a"]', b"1"])
def test_damaged_facts_are_as_if_not_there(tmp_path, damage):
    """Facts that were half-written, or by another version, are made anew."""
    cache = Cache(tmp_path)
    cache.keep_facts("abc", FACTS)
    next(tmp_path.iterdir()).write_bytes(damage)

    assert cache.facts("abc") is None


def test_the_oldest_go_when_there_is_too_much(tmp_path):
    """Over its limit, the cache lets go of what was used longest ago."""
    cache = Cache(tmp_path, bytes_max=2500)
    contents = [str(n) * 64 for n in range(4)]
    for n, content in enumerate(contents):
        cache.keep_derivative(content, PHOTO, bytes(1000))
        os.utime(next(tmp_path.glob(f"{content}*")), (n, n))
    assert cache.derivative(contents[0], PHOTO)
    cache.trim()

    assert {path.name[:64] for path in tmp_path.iterdir()} == {contents[0], contents[3]}


def test_the_cache_leaves_half_of_the_free_space(tmp_path, monkeypatch):
    """Where the disk is small, the oldest derivatives go, so that others can write."""
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=1000))
    cache = Cache(tmp_path)
    contents = [str(n) * 64 for n in range(4)]
    for n, content in enumerate(contents):
        cache.keep_derivative(content, PHOTO, bytes(1000))
        os.utime(next(tmp_path.glob(f"{content}*")), (n, n))
    cache.trim()

    assert {path.name[:64] for path in tmp_path.iterdir()} == {contents[2], contents[3]}


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


def test_what_another_program_made_goes(tmp_path):
    """Nobody would find it any more: neither to show it, nor to forget it."""
    folder = tmp_path / "cache"
    cache = Cache(folder)
    (tmp_path / "photo").write_bytes(b"picture")
    content = cache.content(str(tmp_path / "photo"))
    cache.keep_facts(content, FACTS)
    cache.keep_derivative(content, PHOTO, b"jpeg")
    cache.keep_derivative(content, Tile(PHOTO, 1, 2), b"jpeg")
    ours = set(folder.iterdir())
    older = ["a" * 32 + "-9x6-5.jpg", "b" * 64 + f"-facts-{RECIPE - 1}.json", "tmp1a2b3c"]
    for name in older:
        (folder / name).write_bytes(b"made")

    Cache(folder).trim()

    assert set(folder.iterdir()) == ours


def test_what_was_being_written_when_a_program_was_killed_goes(tmp_path):
    """Half-written pictures do not pile up; what another program is writing now stays."""
    old, new = (tmp_path / f"{one * 64}-9x6-{RECIPE}.jpg.x1{UNFINISHED}" for one in "ab")
    for path in (old, new):
        path.write_bytes(b"half")
    os.utime(old, (0, 0))

    Cache(tmp_path).trim()

    assert list(tmp_path.iterdir()) == [new]


class TestAFolderOutOfReach:
    """What is known of a photo serves while its folder cannot be reached."""

    @pytest.fixture
    def photo(self, tmp_path):
        file = tmp_path / "share" / "photos" / "1.jpg"
        file.parent.mkdir(parents=True)
        file.write_bytes(b"picture")
        return file

    @pytest.fixture
    def cache(self, tmp_path, photo):
        cache = Cache(tmp_path / "cache")
        cache.content(str(photo))
        return Cache(tmp_path / "cache")

    def test_a_share_that_is_away(self, cache, photo, tmp_path):
        """Its photos are still known by their content."""
        (tmp_path / "share").rename(tmp_path / "away")

        assert cache.content(str(photo)) == hashlib.sha256(b"picture").hexdigest()

    @pytest.mark.parametrize("marker", [None, "NOT_MOUNTED", ".keep"])
    def test_a_mount_point(self, cache, photo, monkeypatch, marker):
        """Where the share was there is a folder of another file system, without photos."""
        photo.unlink()
        if marker:
            (photo.parent / marker).touch()
        monkeypatch.setattr("kiosk.base.file_stamp.device", lambda folder: -1)

        assert cache.content(str(photo))

    @pytest.mark.parametrize("others", [(), ("2.jpg",)])
    def test_a_photo_that_is_gone(self, cache, photo, others):
        """A photo that is missing in a folder that can be listed does not come back."""
        for name in others:
            (photo.parent / name).write_bytes(b"another")
        photo.unlink()

        with pytest.raises(UnreadablePhotoError, match="the file is gone"):
            cache.content(str(photo))

    def test_a_photo_that_was_never_opened(self, photo, tmp_path):
        """Nothing is known of it, so nothing is shown."""
        (tmp_path / "share").rename(tmp_path / "away")

        with pytest.raises(UnreadablePhotoError, match="the file is gone"):
            Cache(tmp_path / "cache").content(str(photo))
