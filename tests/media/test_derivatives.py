"""What is kept of a photo was made of that very photo."""

from pathlib import Path

import pytest

from kiosk.media.cache import Cache
from kiosk.media.derivatives import TRIES, Derivatives
from kiosk.media.original import UnreadablePhotoError
from kiosk.types.photo import Derivative
from tests.media.test_cache import FACTS


class Swapping:
    """Workers before which somebody exchanges the files, some times."""

    def __init__(self, folder, times):
        self.folder, self.times, self.asked = folder, times, 0

    def _answer(self, file):
        self.asked += 1
        if self.times:
            self.times -= 1
            other, aside = self.folder / "b.jpg", self.folder / "aside"
            (self.folder / "a.jpg").rename(aside)
            other.rename(self.folder / "a.jpg")
            aside.rename(other)
        return Path(file).read_bytes()

    def measure(self, file, *_, priority):
        return FACTS, self._answer(file)

    def derive(self, file, *_, priority):
        return self._answer(file)


@pytest.fixture
def folder(tmp_path):
    for name in "ab":
        (tmp_path / f"{name}.jpg").write_bytes(name.encode())
    return tmp_path


@pytest.mark.parametrize("what", ["measured", "developed"])
def test_files_exchanged_while_one_is_opened(folder, what):
    """What a worker made of another file is neither shown nor kept as this one's."""
    cache, workers = Cache(folder / "cache"), Swapping(folder, 1)
    derivatives, file = Derivatives(cache, workers), str(folder / "a.jpg")
    before = cache.content(file)
    if what == "measured":
        _, made = derivatives.info(file)
        kept = FACTS.preview(file)
    else:
        kept = Derivative(file, 30, 20)
        made = derivatives.derivative(kept)

    assert (made, workers.asked) == (b"b", 2)
    assert cache.derivative(before, kept) is None
    assert cache.derivative(cache.content(file), kept) == b"b"


def test_files_exchanged_again_and_again(folder):
    """A file that is never the same is not waited for, and nothing is kept of it."""
    cache, workers = Cache(folder / "cache"), Swapping(folder, 99)
    derivative = Derivative(str(folder / "a.jpg"), 30, 20)
    with pytest.raises(UnreadablePhotoError, match="being changed"):
        Derivatives(cache, workers).derivative(derivative)

    assert workers.asked == TRIES
    assert not list((folder / "cache").glob("*30x20*"))
