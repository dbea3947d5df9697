"""Changes in folders are reported once, soon, and not before they are over."""

import threading
import time

import pytest

from kiosk.base.file_stamp import stamp, stamps
from kiosk.media.watching.watch import POLL_S, QUIET_S, Watch

PATIENCE_S = 10.0


class Watched:
    """A watch on some folders that counts how often it has read."""

    def __init__(self, *folders, known=None):
        self.woken, self.reads = threading.Event(), 0
        self.watch = Watch(folders, self._read, self.woken.set, known)
        time.sleep(0.1)  # What is there when a watch begins is no change.

    def _read(self):
        self.reads += 1
        return self.reads

    def next(self):
        """Files of the next change, and whether there was a reading after it."""
        assert self.woken.wait(PATIENCE_S), "nothing was reported"
        time.sleep(0.1)  # Files are reported before anything is read.
        self.woken.clear()
        changes = self.watch.collect()
        return {file for change in changes for file in change.files}, any(
            change.read for change in changes
        )

    def until_read(self):
        """All files that are reported up to the next reading."""
        files, read = set(), False
        while not read:
            more, read = self.next()
            files |= more
        return files


@pytest.fixture(autouse=True)
def _soon(monkeypatch):
    """Sooner than the kiosk, which spares its processor."""
    monkeypatch.setattr("kiosk.media.watching.watch.POLL_S", 0.05)
    monkeypatch.setattr("kiosk.media.watching.watch.GONE_QUIET_S", 0.3)
    monkeypatch.setattr("kiosk.media.watching.watch.QUIET_S", 0.2)


@pytest.fixture
def watched():
    made = []

    def watch(*folders, known=None):
        made.append(Watched(*folders, known=known))
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


@pytest.mark.parametrize("name", ["interview.md", "INTERVIEW.TXT", "letters.ttf"])
def test_whatever_was_read_is_read_anew(watched, tmp_path, name):
    """An interview or a font that was changed is read, whatever its name ends in."""
    file = tmp_path / name
    file.write_text("As she said it")
    watch = watched(tmp_path, known={str(file): stamp(file)})
    file.write_text("As she wants it now")

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


def test_a_slow_copy_is_told_of_once_after_its_last_byte(watched, tmp_path, monkeypatch):
    """While bytes still come nothing is told; within two seconds of the last one, it is."""
    monkeypatch.setattr("kiosk.media.watching.watch.POLL_S", POLL_S)
    monkeypatch.setattr("kiosk.media.watching.watch.QUIET_S", QUIET_S)
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


def test_a_folder_that_comes_back_is_read_anew(watched, tmp_path):
    """A share that is taken away and put back is watched again."""
    folder = tmp_path / "share"
    folder.mkdir()
    (folder / "apple.yaml").write_text("title: One")
    watch = watched(folder)
    folder.rename(tmp_path / "away")
    time.sleep(0.5)
    (tmp_path / "away").rename(folder)
    watch.until_read()
    time.sleep(0.5)
    watch.watch.collect()
    watch.woken.clear()
    (folder / "apple.yaml").write_text("title: Two")

    assert watch.next()[1]


def test_other_folders_can_be_asked_for(watched, tmp_path):
    """After an exhibition was changed to other photos, their folder is watched."""
    old, new = tmp_path / "old", tmp_path / "new"
    old.mkdir()
    new.mkdir()
    watch = watched(old)
    watch.watch.look_at([new])
    time.sleep(0.5)
    (new / "1.jpg").write_bytes(b"one")

    assert watch.next()[0] == {str(new / "1.jpg")}


def test_a_text_behind_a_link_is_read_anew(watched, tmp_path):
    """A cloud folder's exhibition is a link: a change of its target is a change of the text."""
    (tmp_path / "cloud").mkdir()
    (tmp_path / "place").mkdir()
    (tmp_path / "cloud" / "apple.yaml").write_text("title: One")
    (tmp_path / "place" / "apple.yaml").symlink_to("../cloud/apple.yaml")
    watch = watched(tmp_path / "place")
    (tmp_path / "cloud" / "apple.yaml").write_text("title: Two")

    assert watch.next() == ({str(tmp_path / "place" / "apple.yaml")}, True)


@pytest.mark.parametrize("swap", ["link", "folder"])
def test_a_folder_exchanged_at_one_stroke_is_seen(watched, tmp_path, swap):
    """Photos and texts of the folder that took its place are reported, and later saves too."""
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "1.jpg").write_bytes(name.encode())
        (tmp_path / name / "apple.yaml").write_text(f"title: {name}")
    current = tmp_path / "current"
    if swap == "link":
        current.symlink_to("one")
    else:
        (tmp_path / "one").rename(current)
    watch = watched(current)
    if swap == "link":
        (tmp_path / "new").symlink_to("two")
        (tmp_path / "new").replace(current)
    else:
        current.rename(tmp_path / "old")
        (tmp_path / "two").rename(current)

    assert watch.until_read() == {str(current / "1.jpg"), str(current / "apple.yaml")}
    (current / "apple.yaml").write_text("title: Three")
    assert watch.until_read() == {str(current / "apple.yaml")}


def test_what_changed_after_it_was_read_is_read_again(watched, tmp_path):
    """A save between reading and the watch's first look is not lost."""
    (tmp_path / "apple.yaml").write_text("title: One")
    (tmp_path / "notes.txt").write_text("Of no use")
    known = {str(tmp_path / "apple.yaml"): stamp(tmp_path / "apple.yaml")}
    (tmp_path / "apple.yaml").write_text("title: Two, with a withdrawal")
    (tmp_path / "pear.yaml").write_text("title: New")
    watch = watched(tmp_path, known=known)

    assert watch.until_read() == {str(tmp_path / "apple.yaml"), str(tmp_path / "pear.yaml")}
    time.sleep(0.5)
    assert watch.reads == 1


def test_what_lies_elsewhere_is_no_change(watched, tmp_path):
    """Of what was read, only what lies in the folders that are watched can change."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_text("As she said it")
    (tmp_path / "place").mkdir()
    known = {str(tmp_path / "seeds" / "a.txt"): stamp(tmp_path / "seeds" / "a.txt")}
    watch = watched(tmp_path / "place", known=known)
    time.sleep(0.5)

    assert not watch.watch.collect()


def test_a_failing_look_ends_no_watch(watched, tmp_path, monkeypatch, caplog):
    """Whatever goes wrong is logged once, and the next look sees what has changed."""
    watch, failures = watched(tmp_path), iter([OSError("away")] * 3)

    def look(folders):
        for error in failures:
            raise error
        return stamps(folders)

    monkeypatch.setattr("kiosk.media.watching.folder_changes.stamps", look)
    (tmp_path / "apple.yaml").write_text("title: One")

    assert watch.next()[1]
    assert len(caplog.records) == 1


def test_closing_does_not_wait_for_a_share_that_hangs(tmp_path, monkeypatch):
    """A look that never ends keeps nobody from closing the kiosk."""
    hanging = threading.Event()
    monkeypatch.setattr("kiosk.media.watching.watch.END_S", 0.1)
    monkeypatch.setattr(
        "kiosk.media.watching.folder_changes.stamps", lambda _: hanging.wait() and {}
    )
    watch = Watch([tmp_path], lambda: None, lambda: None)
    closing = threading.Thread(target=watch.close, daemon=True)

    closing.start()
    closing.join(PATIENCE_S)
    assert not closing.is_alive()
    hanging.set()
