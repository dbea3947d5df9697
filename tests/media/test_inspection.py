"""Files are opened without showing them, and none is judged before it is whole."""

from __future__ import annotations

import errno
import os
import threading

from kiosk.media.cache import Cache
from kiosk.media.inspection import inspect
from tests.media.pictures import encoded, quarters


def test_a_file_that_is_being_copied_is_waited_for(tmp_path):
    """A file that has just changed is looked at again when it is quiet."""
    whole = encoded(quarters(), "jpeg")
    file = tmp_path / "photo.jpg"
    file.write_bytes(whole[: len(whole) // 2])
    copying = threading.Timer(1.0, file.write_bytes, [whole])
    copying.start()
    refused, known = inspect([str(file)])
    copying.join()

    assert refused == {}
    assert known[str(file)].width == 240


def test_an_old_file_is_judged_at_once(tmp_path, monkeypatch):
    """Nobody waits for a damaged file that is not being copied."""
    file = tmp_path / "photo.jpg"
    file.write_bytes(encoded(quarters(), "jpeg")[:500])
    os.utime(file, (0, 0))
    monkeypatch.setattr("kiosk.media.inspection.Event", lambda: 1 / 0)

    assert list(inspect([str(file)])[0]) == [str(file)]


def test_a_file_on_a_failing_disk_is_refused(tmp_path, monkeypatch):
    """A disk that fails while a photo is read costs that photo, and no other."""
    bad, good = tmp_path / "bad.jpg", tmp_path / "good.jpg"
    for file in (bad, good):
        file.write_bytes(encoded(quarters(), "jpeg"))
        os.utime(file, (0, 0))
    content = Cache.content

    def fails(cache, file):
        if file == str(bad):
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return content(cache, file)

    monkeypatch.setattr(Cache, "content", fails)
    refused, known = inspect([str(bad), str(good)])

    assert refused == {str(bad): "it cannot be read: Input/output error"}
    assert list(known) == [str(good)]
