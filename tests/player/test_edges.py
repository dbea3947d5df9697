"""Made-up sources, outputs and observers, each plugged into the loop by adding it to a list."""

import importlib
import inspect
import pkgutil
import threading
import time
from pathlib import Path

import pytest
from msgspec.structs import replace

import kiosk.player.assembly
from kiosk import show
from kiosk.base.clock import SteppedClock, SystemClock
from kiosk.base.geometry import Point, Size
from kiosk.display.renderer import Renderer
from kiosk.display.surface import Surface
from kiosk.exhibition.collection import Reading
from kiosk.gestures.recording import Recording
from kiosk.media.cache import Cache
from kiosk.media.loader import Loader
from kiosk.player.assembly import Resources, assembled
from kiosk.player.edges import Observer, Output, Source
from kiosk.player.options import Options
from kiosk.player.player import LOOK_AGAIN_S
from kiosk.player.sources.window_events import WindowSource
from kiosk.style.comfort import Comfort
from kiosk.types.events import CloseRequested, KeyPressed, Pointer, Resized, Tick
from tests.world import collection, entry, slide

SIZE, STILL = Size(320, 200), Comfort(still=True)


@pytest.fixture
def resources(tmp_path):
    surface = Surface(SIZE, driver="software")
    cache = Cache(tmp_path / "cache")
    return Resources(surface, cache, Loader(cache, surface.window.wake))


@pytest.fixture
def play(resources):
    """Begin to play one slide of words."""
    apps = []

    def begin(clock=None, **more):
        reading = Reading(collection(entry("words", slide(title="Words", layout="title"))))
        opened, options = replace(resources, **more), Options(SIZE, start="words", comfort=STILL)
        apps.append(assembled(reading, options, opened, clock or SteppedClock()))
        return apps[-1]

    yield begin
    for app in apps:
        app.close()


class Buttons(Source):
    """Brings what the test presses."""

    def __init__(self):
        self.pressed, self.states, self.calls = [], [], []

    def collect(self):
        pressed, self.pressed = self.pressed, []
        return pressed

    def after(self, state):
        self.states.append(state)
        return ()

    def reset(self):
        self.calls.append("reset")

    def close(self):
        self.calls.append("close")


class Follower(Output, Observer):
    """Keeps what it sees; with an error, it fails each time."""

    def __init__(self, error=None):
        self.scenes, self.seen, self._error = [], [], error

    def show(self, state, scene, now_s):
        self.scenes.append((state, scene, now_s))
        self._fail()

    def saw(self, before, event, after):
        self.seen.append((before, event, after))
        self._fail()

    def _fail(self):
        if self._error:
            raise self._error


def screen(app):
    return type(app.state.screen).__name__


def test_a_source_brings_events(play):
    """An event changes the state in the step that collects it, and the source sees the result."""
    app, buttons = play(), Buttons()
    app.sources.append(buttons)
    app.step()
    assert screen(app) == "Viewer"
    buttons.pressed.append(KeyPressed("home"))
    app.step()

    assert screen(app) == "Attract"
    assert buttons.states[-1] is app.state


def test_a_source_wakes_the_loop(play, resources):
    """From another thread, too, its event is collected long before anything else is due."""
    app, buttons = play(SystemClock()), Buttons()
    app.sources.append(buttons)

    def press():
        time.sleep(0.3)
        buttons.pressed.append(CloseRequested())
        resources.surface.window.wake()

    thread = threading.Thread(target=press)
    started_s = time.monotonic()
    thread.start()
    app.run()
    thread.join()

    assert time.monotonic() - started_s < LOOK_AGAIN_S - 1


def test_a_source_is_closed_with_the_show(play):
    """Whoever closes the player need not know its sources."""
    app, buttons = play(), Buttons()
    app.sources.append(buttons)
    app.close()

    assert buttons.calls == ["close"]


def test_a_source_that_fails_begins_anew(play, caplog):
    """The show goes on from home, as after every failure."""
    app, buttons = play(), Buttons()
    app.sources.append(buttons)
    buttons.pressed = failing(buttons)
    app.run(0.1)

    assert buttons.calls == ["reset"]
    assert screen(app) == "Home"
    assert "RuntimeError: oops" in caplog.text


def failing(buttons):
    """Events that fail once; then the show ends."""
    buttons.pressed = [CloseRequested()]
    raise RuntimeError("oops")
    yield


def test_an_output_follows_frames_and_rests(play, monkeypatch):
    """It is called after each frame was drawn, and also where none is needed."""
    app, follower, calls = play(), Follower(), []
    draw, follow = Renderer.draw, follower.show
    monkeypatch.setattr(Renderer, "draw", lambda *args: (calls.append("draw"), draw(*args)))
    follower.show = lambda *args: (calls.append("show"), follow(*args))
    app.outputs.append(follower)
    app.step()
    app.step()

    assert calls == ["draw", "show", "show"]
    state, scene, now_s = follower.scenes[-1]
    assert (state, now_s) == (app.state, app.clock.now())
    assert scene == follower.scenes[0][1]


def test_an_observer_sees_each_event(play):
    """With the states before and after it, in the order in which they come."""
    app, observer, buttons = play(), Follower(), Buttons()
    app.observers.append(observer)
    app.sources.append(buttons)
    before = app.state
    buttons.pressed.append(KeyPressed("home"))
    app.step()

    first, second = observer.seen
    assert first[:2] == (before, KeyPressed("home"))
    assert first[2] is second[0]
    assert second[1:] == (Tick(), app.state)


@pytest.mark.parametrize(("kind", "calls"), [("outputs", "scenes"), ("observers", "seen")])
def test_one_that_fails_costs_a_log_line(play, kind, calls, caplog):
    """Its failure is logged once, with its place; the others and the show go on."""
    app, broken, whole = play(), Follower(RuntimeError("oops")), Follower()
    getattr(app, kind).extend([broken, whole])
    for _ in range(5):
        app.step()

    assert len(getattr(broken, calls)) == len(getattr(whole, calls)) == 5
    assert [one.getMessage() for one in caplog.records] == ["Follower failed; the show continues"]
    assert caplog.text.count("RuntimeError: oops") == 1
    assert screen(app) == "Viewer"


def test_a_recording_on_a_full_disk_ends_nothing(play, tmp_path, monkeypatch, caplog):
    """Visitors touch on; the log has one line."""
    with Recording(tmp_path / "touches.jsonl") as recording:

        def add(*_):
            raise OSError("no room")

        monkeypatch.setattr(recording, "add", add)
        app, follower = play(recording=recording), Follower()
        app.observers.append(follower)
        for phase in ("down", "up"):
            app.dispatch(Pointer(1, phase, Point(9, 9), 0.0))

    assert [event.phase for _, event, _ in follower.seen] == ["down", "up"]
    assert len(caplog.records) == 1


EDGE_KINDS = (Source, Output, Observer)
ASSEMBLY = Path(kiosk.player.assembly.__file__).read_text(encoding="utf-8")


def test_events_after_one_that_fails_are_not_lost(play, monkeypatch):
    """A window that was made smaller in the same moment has its new size."""
    app = play()
    app.step()
    window = next(one for one in app.sources if isinstance(one, WindowSource))
    arrived = [KeyPressed("right"), Resized(Size(200, 320))]
    monkeypatch.setattr(app._surface.window, "wait", lambda seconds, clock: arrived)
    window.wait(0)
    with monkeypatch.context() as broken:
        broken.setattr(show, "on_key", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            app.step()
    app.step()

    assert app.state.size == Size(200, 320)


def edges():
    """Each class of the player that is a source, an output or an observer."""
    for info in pkgutil.walk_packages(kiosk.player.__path__, "kiosk.player."):
        module = importlib.import_module(info.name)
        for name, kind in inspect.getmembers(module, inspect.isclass):
            is_edge = any(one in kind.__mro__ for one in EDGE_KINDS)
            if kind.__module__ == info.name and is_edge and kind not in EDGE_KINDS:
                yield name


@pytest.mark.parametrize("name", sorted(edges()))
def test_each_edge_is_in_a_list(name):
    """A class whose file is there, but which no list has, does nothing."""
    assert f"{name}(" in ASSEMBLY, f"add {name} to a list in kiosk/player/assembly.py"
