"""What lies over a screen: laws of every overlay."""

import pkgutil
from collections.abc import Callable

import pytest
from msgspec.structs import replace

from kiosk.base.geometry import Point
from kiosk.gestures import Cancelled, Pressed
from kiosk.screens import overlays
from kiosk.screens.overlays import OVERLAYS
from kiosk.types.events import Pointer, Tick
from tests.world import Player, collection, entry, slide, three_exhibitions

MIDDLE = Point(640, 400)
HELPERS = {"comfort_rows", "focus_ring"}
"""Modules of the room that are no overlays."""


def idle(player):
    """As if the last touch was a minute ago."""
    player.state = replace(player.state, last_input_s=player.now_s - 61)
    player.step(0)


OPENED_BY: dict[str, Callable[[Player], None]] = {
    "ComfortPanel": lambda player: player.open_at("one:3", panel=True),
    "IdlePrompt": idle,
    "StaffPanel": lambda player: player.key("staff"),
}


class Listening:
    """A screen that remembers what it was sent, in place of another."""

    def __init__(self, screen, events):
        self._screen, self._events = screen, events

    def __getattr__(self, name):
        return getattr(self._screen, name)

    def on(self, event, context, now_s):
        self._events.append(event)
        return self, None


def listen(player, events):
    player.state = replace(player.state, screen=Listening(player.state.screen, events))


NEVER_MODAL: set[str] = set()
"""Overlays that take no input; each needs a test of its own."""
MODAL = [name for one in OVERLAYS if (name := type(one).__name__) not in NEVER_MODAL]


def test_each_overlay_is_in_the_table():
    """An overlay whose file is there, but which the table lacks, is never shown."""
    modules = {info.name for info in pkgutil.iter_modules(overlays.__path__)} - HELPERS
    listed = {type(one).__module__.rpartition(".")[2] for one in OVERLAYS}

    assert modules == listed, "list it in kiosk/screens/overlays/__init__.py"


@pytest.mark.parametrize("name", MODAL)
def test_each_overlay_is_opened_here(name):
    """The laws below are for all overlays."""
    assert name in OPENED_BY, "say in OPENED_BY how it opens, or in NEVER_MODAL that it does not"


@pytest.fixture(params=[name for name in MODAL if name in OPENED_BY])
def opened(request, typesetter):
    """A show with one overlay open over a slide, and its name."""
    player = Player(three_exhibitions(), typesetter)
    player.open_at("one:3")
    player.wait(1)
    OPENED_BY[request.param](player)
    return player, request.param


def is_open(player, name):
    return next(one.is_modal for one in player.state.overlays if type(one).__name__ == name)


def test_it_is_open_and_seen(opened):
    """What takes all input can be seen."""
    player, name = opened
    closed = Player(three_exhibitions(), player.typesetter)
    closed.open_at("one:3")
    closed.wait(1)
    player.step(0.5)

    assert is_open(player, name)
    assert set(player.view().layers) - set(closed.view().layers)


def test_the_screen_below_gets_no_part_of_a_touch(opened):
    """Neither of the one that closes it, nor of one inside it; time goes on below."""
    player, name = opened
    events = []
    listen(player, events)
    player.tap(MIDDLE)
    assert not [one for one in events if not isinstance(one, Tick)]
    player.step(1)

    assert not is_open(player, name)
    assert any(isinstance(one, Tick) for one in events)


@pytest.mark.parametrize("name", ["IdlePrompt", "StaffPanel"])
def test_a_touch_under_way_is_cancelled_when_it_opens(typesetter, name):
    """What a finger held is let go, and its further moves mean nothing."""
    player = Player(three_exhibitions(), typesetter)
    player.open_at("one:3")
    player.wait(1)
    events = []
    player.press(MIDDLE)
    listen(player, events)
    OPENED_BY[name](player)
    player.move(MIDDLE + Point(300, 0))

    assert [one for one in events if not isinstance(one, Tick)] == [Cancelled()]


def test_they_take_the_colours_of_the_exhibition(typesetter):
    """The question over an exhibition with its own theme has that exhibition's ground."""
    one = entry("one", slide(title="One"), theme="paper")
    player = Player(collection(one), typesetter)
    player.open_at("one")
    player.wait(62, frame_s=1.0)
    veil = player.view().layers[-1].items[0]

    assert veil.colour == player.overlay_context.stage.theme.ground
    assert veil.colour != player.context.stage.theme.ground


def test_pointers_reach_no_screen(typesetter):
    """A screen gets gestures, as one press and one end."""
    player = Player(three_exhibitions(), typesetter)
    player.open_at("one:3")
    player.wait(1)
    events = []
    listen(player, events)
    player.press(MIDDLE)

    assert Pressed(MIDDLE) in events
    assert not any(isinstance(one, Pointer) for one in events)
