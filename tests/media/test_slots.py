"""Places: what is not wanted any more takes none, and gives those that wait their turn."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from kiosk.media.workers.slots import NoLongerWantedError, Priority, PrioritySlots

PATIENCE_S = 30


def test_what_is_not_wanted_takes_no_place():
    """Though one is free, it is given up, and the place stays for another."""
    places = PrioritySlots(1)
    with pytest.raises(NoLongerWantedError), places.taken(Priority(is_wanted=lambda: False)):
        pytest.fail("it took a place")

    with places.taken(Priority()):
        pass


def test_what_is_dropped_while_it_waits_is_given_up():
    """It ends its wait when it is told so, and not only when a place is free."""
    places, asked, is_wanted = PrioritySlots(1), threading.Event(), [True]

    def wanted():
        asked.set()
        return is_wanted[0]

    def wait():
        with places.taken(Priority(is_wanted=wanted)):
            pytest.fail("it took a place")

    with ThreadPoolExecutor(1) as threads, places.taken(Priority()):
        waiting = threads.submit(wait)
        assert asked.wait(PATIENCE_S)
        is_wanted[0] = False
        places.reprioritise()

        assert isinstance(waiting.exception(PATIENCE_S), NoLongerWantedError)
