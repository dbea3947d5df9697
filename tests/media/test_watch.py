"""Changes in folders are told of once, soon, and not before they are over."""

import threading
import time

import pytest

from kiosk.media.watch import NETWORK, Watch, _on_network

PATIENCE_S = 10.0


class Watched:
    """A watch on some folders that counts how often it has read."""

    def __init__(self, *folders, polling):
        self.woken, self.reads = threading.Event(), 0
        self.watch = Watch(folders, self._read, self.woken.set, polling=polling)
        time.sleep(0.5)  # What is there when a watch begins is no change.
        self.watch.collect()

    def _read(self):
        self.reads += 1
        return self.reads

    def next(self):
        """Files of the next change, and whether there was a reading after it."""
        assert self.woken.wait(PATIENCE_S), "nothing was told"
        time.sleep(0.1)  # Files are told of before anything is read.
        self.woken.clear()
        changes = self.watch.collect()
        return {file for change in changes for file in change.files}, any(
            change.read for change in changes
        )


@pytest.fixture(params=[False, True], ids=["told", "polled"])
def watched(request):
    made = []

    def watch(*folders):
        made.append(Watched(*folders, polling=request.param))
        return made[-1]

    yield watch
    for one in made:
        one.watch.close()


def test_a_text_is_read_anew(watched, tmp_path):
    """A saved exhibition is read; the change names its file."""
    file = tmp_path / "apple.yaml"
    file.write_text("title: One")
    watch = watched(tmp_path)
    file.write_text("title: Two")

    assert watch.next() == ({str(file)}, True)


def test_a_rewritten_photo_is_told_of_without_reading(watched, tmp_path):
    """Where a photo alone was written over, its file is named and nothing is read."""
    file = tmp_path / "1.jpg"
    file.write_bytes(b"one")
    watch = watched(tmp_path)
    file.write_bytes(b"another")

    assert watch.next() == ({str(file)}, False)
    assert watch.reads == 0


def test_a_photo_replaced_by_renaming_is_told_of(watched, tmp_path):
    """An editor writes beside the file and renames: the name that stays is told of."""
    file = tmp_path / "1.jpg"
    file.write_bytes(b"one")
    watch = watched(tmp_path)
    (tmp_path / "1.tmp").write_bytes(b"another")
    (tmp_path / "1.tmp").replace(file)

    assert str(file) in watch.next()[0]


def test_a_slow_copy_is_told_of_once_after_its_last_byte(watched, tmp_path):
    """While bytes still come nothing is told; within two seconds of the last one, it is."""
    watch = watched(tmp_path)
    with (tmp_path / "1.jpg").open("wb", buffering=0) as file:
        for _ in range(12):
            file.write(b"some bytes")
            time.sleep(0.1)
            assert not watch.woken.is_set()
    ended_s = time.monotonic()
    files, _ = watch.next()

    assert files == {str(tmp_path / "1.jpg")}
    assert time.monotonic() - ended_s < 2.0
    time.sleep(0.8)
    assert not watch.watch.collect()


def test_a_folder_that_comes_back_is_read_anew(watched, tmp_path, monkeypatch):
    """A share that is taken away and put back is watched again."""
    monkeypatch.setattr("kiosk.media.watch.AGAIN_S", 0.2)
    folder = tmp_path / "share"
    folder.mkdir()
    watch = watched(folder)
    folder.rename(tmp_path / "away")
    time.sleep(1.0)
    (tmp_path / "away").rename(folder)
    deadline_s = time.monotonic() + PATIENCE_S
    while not watch.next()[1]:
        assert time.monotonic() < deadline_s
    time.sleep(1.0)
    watch.watch.collect()
    watch.woken.clear()
    (folder / "apple.yaml").write_text("title: One")

    assert watch.next()[1]


def test_other_folders_can_be_asked_for(watched, tmp_path):
    """After an exhibition was changed to other photos, their folder is watched."""
    old, new = tmp_path / "old", tmp_path / "new"
    old.mkdir()
    new.mkdir()
    watch = watched(old)
    watch.watch.look_at([new])
    time.sleep(1.0)
    (new / "1.jpg").write_bytes(b"one")

    assert watch.next()[0] == {str(new / "1.jpg")}


def test_a_network_share_is_known_as_one(tmp_path, monkeypatch):
    """Folders on file systems that tell of no changes are looked at in turns."""
    mounts = tmp_path / "mounts"
    mounts.write_text(f"disk / ext4 rw 0 0\nnas:/photos {tmp_path}/nas nfs4 rw 0 0\n")
    (tmp_path / "nas" / "apple").mkdir(parents=True)
    monkeypatch.setattr("kiosk.media.watch.MOUNTS", mounts)

    assert _on_network([tmp_path, tmp_path / "nas" / "apple"])
    assert not _on_network([tmp_path])
    assert "ext4" not in NETWORK
