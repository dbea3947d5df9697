"""What is done before the show is imported: the first photo is on its way, and nothing else."""

import sys
import time

import pytest
from PIL import Image

from kiosk import show
from kiosk.authoring.load.place import load
from kiosk.base.clock import SteppedClock
from kiosk.base.geometry import Size
from kiosk.display.surface import Surface
from kiosk.media.cache import Cache
from kiosk.media.loader import Loader
from kiosk.player.player import Options, Player
from kiosk.player.startup import Startup, first_photo
from kiosk.types.photo import InfoRequest

SIZE = Size(320, 200)


@pytest.fixture
def place(tmp_path):
    """Two exhibitions, of which the first begins with words."""
    folder = tmp_path / "place"
    folder.mkdir()
    for name in "abc":
        Image.new("RGB", (320, 200), (60, 90, 120)).save(folder / f"{name}.png")
    words = "title: Words\nslides:\n  - layout: title\n    title: Words\n"
    (folder / "1.yaml").write_text(f"{words}  - photo: a.png\n  - photo: b.png\n")
    (folder / "2.yaml").write_text("title: Other\nslides:\n  - photo: c.png\n")
    return folder


@pytest.mark.parametrize(
    ("start", "first"),
    [
        ("attract", "a"),
        ("home", "a"),
        ("1", "a"),
        ("1:3", "b"),
        ("2", "c"),
        ("2:9", None),
        ("1:0", "a"),
        ("nothing:x", "a"),
    ],
)
def test_the_first_photo_of_a_start(place, start, first):
    """The first photo from there on; what is no start at all does no harm."""
    collection, _ = load(place)

    assert first_photo(collection, start) == (first and str(place / f"{first}.png"))


def test_the_show_takes_over_what_was_begun(place, tmp_path, monkeypatch):
    """The photo that is asked for first is the one that was being opened already."""
    asked, want = [], Loader.want

    def wanted(self, requests):
        asked.append(list(requests))
        want(self, requests)

    monkeypatch.setattr(Loader, "want", wanted)
    collection, _ = load(place)
    beginning = Startup(SIZE, cache=Cache(tmp_path / "cache")).hang(Surface(SIZE, software=True))
    beginning.fetch_first(collection, "1:3")
    options = Options(SIZE, start="1:3")
    app = Player(collection, options, clock=SteppedClock(), beginning=beginning)
    assert app.await_photos(30)
    app.close()

    assert asked[0] == [InfoRequest(str(place / "b.png"))]
    assert asked[1][0] == asked[0][0]
    assert show.is_complete(app.state, app.typesetter)


def test_what_was_begun_is_closed_without_a_window(tmp_path):
    """Where there is no screen, nothing is left running."""
    beginning = Startup(SIZE, cache=Cache(tmp_path / "cache"))

    beginning.close()

    with pytest.raises(RuntimeError):
        beginning.loader.in_background(lambda: None)


def test_modules_are_imported_while_the_window_settles(tmp_path, monkeypatch):
    """What takes long is done meanwhile: by the time the window has settled, it may be over."""
    module = tmp_path / "slow_to_import.py"
    module.write_text("import threading\nNAME = threading.current_thread().name\n")
    monkeypatch.syspath_prepend(tmp_path)
    beginning = Startup(SIZE, cache=Cache(tmp_path / "cache")).hang(Surface(SIZE, software=True))

    def enter_fullscreen(_):
        limit_s = time.monotonic() + 30
        while not hasattr(sys.modules.get(module.stem), "NAME") and time.monotonic() < limit_s:
            time.sleep(0.01)

    monkeypatch.setattr("kiosk.display.window.Window.enter_fullscreen", enter_fullscreen)
    beginning.enter_fullscreen(module.stem)

    assert sys.modules[module.stem].NAME.startswith("loader")
    beginning.loader.close()
    beginning.canvas.window.close()
