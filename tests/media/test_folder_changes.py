"""A change counts once its file is quiet, and a removed file once its whole folder is quiet."""

from __future__ import annotations

import errno
import os
import shutil

import pytest

from kiosk.base.file_stamp import stamps
from kiosk.media.watching.folder_changes import Asked, FolderChanges
from kiosk.media.watching.watch import GONE_QUIET_S, QUIET_S


class Looked:
    """A folder that is looked at three times a second, on a clock that a test steps."""

    def __init__(self, folder):
        self.folder, self.now_s, self.changes = folder, 100.0, FolderChanges()
        read = {file: one for file, one in stamps([folder]).items() if file.endswith(".yaml")}
        self.asked = Asked(frozenset({folder}), read)
        self.files, self.gone = set(), set()
        self.look()

    def look(self):
        self.changes.look(self.asked, self.now_s)
        settled = self.changes.settled(self.now_s, QUIET_S, GONE_QUIET_S)
        self.files |= {file.rpartition("/")[2] for file in settled.files}
        self.gone |= {file.rpartition("/")[2] for file in settled.gone}

    def wait(self, seconds):
        for _ in range(round(seconds * 4)):
            self.now_s += 0.25
            self.look()


@pytest.fixture
def looked(tmp_path):
    folder = tmp_path / "share"
    folder.mkdir()
    for name in ("a.jpg", "b.jpg", "doors.yaml"):
        (folder / name).write_text(name)
    return Looked(folder)


def test_a_rewritten_file(looked):
    """It is reported when it is quiet, and not again."""
    (looked.folder / "a.jpg").write_text("another")
    looked.wait(0.25)
    assert not looked.files
    looked.wait(0.5)

    assert looked.files == {"a.jpg"}
    assert not looked.gone
    assert not looked.changes.must_read


def test_a_removed_file(looked):
    """It counts as removed when its folder has been quiet for five seconds."""
    (looked.folder / "a.jpg").unlink()
    looked.wait(4.75)
    assert not looked.files
    assert looked.changes.missing == {str(looked.folder / "a.jpg")}
    assert not looked.changes.must_read
    looked.wait(0.75)

    assert looked.files == looked.gone == {"a.jpg"}
    assert looked.changes.must_read
    assert not looked.changes.missing


def test_while_others_are_copied(looked):
    """As long as the folder is not quiet, the file may come back; others are reported meanwhile."""
    (looked.folder / "a.jpg").unlink()
    for number in range(5):
        looked.wait(4)
        (looked.folder / f"{number}.jpg").write_text("new")
    looked.wait(1)
    assert {"0.jpg", "3.jpg"} < looked.files
    assert not looked.gone
    looked.wait(5)

    assert looked.gone == {"a.jpg"}


@pytest.mark.parametrize("content", ["a.jpg", "another"])
def test_a_file_that_comes_back(looked, content):
    """Deleted and copied again, it was never removed."""
    (looked.folder / "a.jpg").unlink()
    looked.wait(4)
    (looked.folder / "a.jpg").write_text(content)
    looked.wait(10)

    assert looked.files == {"a.jpg"}
    assert not looked.gone


def test_a_folder_that_is_away(looked, tmp_path):
    """No file of it is removed; the place is read again when it goes and when it is back."""
    looked.folder.rename(tmp_path / "away")
    looked.wait(20)
    assert not looked.files
    assert looked.changes.must_read
    looked.changes.must_read = False
    looked.wait(1)
    assert not looked.changes.must_read
    (tmp_path / "away").rename(looked.folder)
    looked.wait(1)

    assert looked.changes.must_read
    assert not looked.files | looked.gone


def test_a_folder_that_goes_while_it_is_looked_at(looked, tmp_path, monkeypatch):
    """Its files were listed and can then no more be found, and yet none was removed."""

    def listed(folder):
        names = [str(file) for file in looked.folder.iterdir()] if looked.folder.is_dir() else []
        if names:
            looked.folder.rename(tmp_path / "away")
        return names

    monkeypatch.setattr("kiosk.base.file_stamp._listed", listed)
    looked.wait(20)

    assert (tmp_path / "away").is_dir()
    assert not looked.files | looked.gone


@pytest.mark.parametrize("number", [errno.EIO, errno.ESTALE, errno.EACCES, errno.ETIMEDOUT])
def test_files_that_cannot_be_asked_for(looked, monkeypatch, number):
    """A share that lists its files but does not tell of them may have them still."""
    ask = os.stat

    def refused(path, **options):
        if str(path).endswith((".jpg", ".yaml")):
            raise OSError(number, "not now")
        return ask(path, **options)

    with monkeypatch.context() as patched:
        patched.setattr("kiosk.base.file_stamp.os.stat", refused)
        looked.wait(20)
    assert not looked.files | looked.gone
    (looked.folder / "a.jpg").write_text("another")
    looked.wait(1)

    assert looked.files == {"a.jpg"}


def test_a_link_into_a_share_that_is_away(tmp_path):
    """Its photo stays while the share is away; a target that was removed from it is removed."""
    place, share = tmp_path / "place", tmp_path / "mnt" / "share"
    place.mkdir()
    share.mkdir(parents=True)
    for name in ("a.jpg", "b.jpg"):
        (share / name).write_text(name)
        (place / name).symlink_to(share / name)
    looked = Looked(place)
    share.rename(tmp_path / "away")
    looked.wait(20)
    assert not looked.files | looked.gone
    (tmp_path / "away").rename(share)
    (share / "b.jpg").unlink()
    looked.wait(6)

    assert looked.gone == {"b.jpg"}


def test_a_mount_point_without_its_share(looked, monkeypatch):
    """An empty folder on another device is away; on the same one, its files are removed."""
    monkeypatch.setattr("kiosk.media.watching.folder_changes.device", lambda _: 1)
    monkeypatch.setattr("kiosk.base.file_stamp.device", lambda _: 1)
    looked.wait(1)
    monkeypatch.setattr("kiosk.media.watching.folder_changes.device", lambda _: 2)
    monkeypatch.setattr("kiosk.base.file_stamp.device", lambda _: 2)
    for file in looked.folder.iterdir():
        file.unlink()
    looked.wait(20)
    assert not looked.gone
    monkeypatch.setattr("kiosk.base.file_stamp.device", lambda _: 1)
    looked.wait(6)

    assert looked.gone == {"a.jpg", "b.jpg", "doors.yaml"}


def test_a_folder_that_is_removed_as_a_whole(looked):
    """Whether it is offline or deleted cannot be known, so its photos stay."""
    shutil.rmtree(looked.folder)
    looked.wait(20)

    assert not looked.gone
