"""Files that the kiosk keeps for itself."""

import errno
import os

import pytest

from kiosk.base.private_files import replace_file


def test_only_the_user_may_read_them(tmp_path):
    """The file and its new folder are closed to others, whatever the umask allows."""
    file = tmp_path / "state" / "one"
    before = os.umask(0)
    try:
        replace_file(file, b"first")
    finally:
        os.umask(before)

    assert file.read_bytes() == b"first"
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.parent.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("failing", ["fsync", "write"])
def test_the_old_file_stays_if_the_new_one_cannot_be_written(tmp_path, monkeypatch, failing):
    """A full disk costs the new content, and leaves nothing beside the old one."""
    file = tmp_path / "one"
    replace_file(file, b"first")

    def fails(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    if failing == "fsync":
        monkeypatch.setattr(os, "fsync", fails)
    else:
        monkeypatch.setattr(os, "fdopen", fails)
    with pytest.raises(OSError, match="No space"):
        replace_file(file, b"second")

    assert {one.name: one.read_bytes() for one in tmp_path.iterdir()} == {"one": b"first"}


def test_what_a_power_cut_has_left_is_removed(tmp_path):
    """Half a file of an earlier process goes with the next writing; other files stay."""
    file = tmp_path / "one"
    (tmp_path / "one.123").write_bytes(b"hal")
    (tmp_path / "two").write_bytes(b"other")
    replace_file(file, b"whole")

    assert {one.name for one in tmp_path.iterdir()} == {"one", "two"}
