"""What a show is told of its photos, as they come, change and fail."""

from unittest.mock import Mock

import pytest

from kiosk.base.memory import give_back
from kiosk.media.loader import Failed
from kiosk.player.sources.photo_supply import PhotoStore
from kiosk.types.events import PhotoFailed, PhotoReleased
from kiosk.types.photo import Bitmap, Derivative, InfoRequest

PHOTO = Derivative("/a.jpg", 9, 6)
PIXELS = Bitmap(PHOTO, bytes(9 * 6 * 4))
FAILED = Failed("/a.jpg", "it is damaged")


class Both:
    """A loader of which the test says what it finds, and a renderer that draws nothing."""

    is_busy = is_uploading = False

    def __init__(self):
        self.found, self.asked, self.in_background = [], [], Mock()

    def collect(self):
        found, self.found = self.found, []
        return found

    def want(self, requests):
        self.asked = list(requests)

    def retry(self, file):
        pass

    def begin_keeping(self, pixels):
        self.is_uploading = True

    def upload(self):
        self.is_uploading = False
        return ()

    def take_failed(self):
        return {}

    def release(self, derivative):
        pass


@pytest.fixture
def both():
    return Both()


@pytest.fixture
def supply(both):
    """With one photo at hand, whose file has changed."""
    made = PhotoStore(both, both, None)
    list(made.want([PHOTO]))
    come(made, both, PIXELS)
    list(made.invalidate({"/a.jpg"}))
    return made


def come(supply, both, *found):
    both.found = list(found)
    return list(supply.collect())


def test_a_changed_photo_is_asked_for_until_it_has_come(supply, both):
    """And no longer: a show at rest has nothing fetched."""
    list(supply.want([PHOTO]))
    assert both.asked == [PHOTO]
    come(supply, both, PIXELS)
    list(supply.want([PHOTO]))

    assert both.asked == []


def test_a_changed_photo_that_fails_stays_as_it_was(supply, both):
    """While a former state of it is at hand, nobody hears that the new one cannot be shown."""
    list(supply.want([PHOTO]))

    assert come(supply, both, FAILED) == []


def test_a_changed_photo_that_was_let_go_fails(supply, both):
    """Where nothing of it is at hand any more, the show hears of it, and waits no longer."""
    assert list(supply.want([])) == [PhotoReleased(PHOTO)]
    list(supply.want([PHOTO]))

    assert come(supply, both, FAILED) == [PhotoFailed("/a.jpg", "it is damaged")]


def test_a_photo_that_is_too_large_takes_no_room_from_others(both):
    """What fits no memory is not asked for, and everything after it is."""
    huge, others = Derivative("/huge", 20_000, 20_000), [PHOTO, InfoRequest("/b")]
    list(PhotoStore(both, both, None).want([huge, *others]))

    assert both.asked == others


def test_memory_goes_back_once_all_has_come(both):
    """Not between two photos: the second one uses what the first has left."""
    supply = PhotoStore(both, both, None)
    for is_last in (False, True):
        both.is_busy = not is_last
        come(supply, both, PIXELS)
        supply.work(at_once=False)
        assert both.in_background.called == is_last
    supply.work(at_once=False)

    both.in_background.assert_called_once_with(give_back)
