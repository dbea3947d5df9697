"""What a start does, and in which order."""

import io
import subprocess
import sys
import threading
import time

import psutil
import pytest
from PIL import Image

from kiosk import show
from kiosk.authoring.load.place import load
from kiosk.base.geometry import Size
from kiosk.display.renderer import Renderer
from kiosk.display.window import Window
from kiosk.media.loader import Loader
from kiosk.media.start_picture import StartPicture
from kiosk.player.content.content_reader import ContentReader
from kiosk.player.errors import StartError
from kiosk.player.options import Options
from kiosk.player.startup import Launch, first_photo, started
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


@pytest.fixture
def launch(place):
    return Launch(place, (), Options(SIZE, start="1:3"))


def test_the_first_photo_is_fetched_before_the_show(launch, place, monkeypatch):
    """The photo that the show asks for first is under way already."""
    asked, want = [], Loader.want

    def wanted(self, requests):
        asked.append(list(requests))
        want(self, requests)

    monkeypatch.setattr(Loader, "want", wanted)
    with started(launch, print) as app:
        assert app.await_photos(30)
        assert show.is_complete(app.state, app.typesetter)

    assert asked[0] == [InfoRequest(str(place / "b.png"))]
    assert asked[1][0] == asked[0][0]


BEGIN = """
import sys
from kiosk.player.content.content_reader import ContentReader
from kiosk.player.options import Options
from kiosk.player.startup import *

def begin(_):
    print(*sorted({"pygame", "skia", "kiosk.show"}.intersection(sys.modules)))
    raise SystemExit

ContentReader.begin = begin
with started(Launch(Path(sys.argv[1]), (), Options()), print): pass
"""


def test_reading_begins_before_large_modules_are_imported(place):
    """Without a start picture, nothing delays what takes longest."""
    command = [sys.executable, "-c", BEGIN, str(place)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)

    assert done.stdout.split() == []


def test_a_start_picture_does_not_wait_for_reading(launch, monkeypatch):
    """Reading begins first, in another process, and the picture is shown while it goes on."""
    done, show_picture, begin = [], Renderer.show, ContentReader.begin
    jpeg = io.BytesIO()
    Image.new("RGB", (320, 200), "teal").save(jpeg, "jpeg")
    monkeypatch.setattr(StartPicture, "read", lambda _: jpeg.getvalue())
    monkeypatch.setattr(
        Renderer, "show", lambda *args: done.append("picture") or show_picture(*args)
    )

    def begun(reader):
        done.append("reading begins")
        result = begin(reader)
        return lambda: done.append("reading is awaited") or result()

    monkeypatch.setattr(ContentReader, "begin", begun)
    with started(launch, print):
        pass

    assert done == ["reading begins", "picture", "reading is awaited"]


def test_without_a_screen_nothing_is_left_running(launch, monkeypatch):
    """What has begun by then is ended."""
    monkeypatch.setenv("SDL_VIDEODRIVER", "no such driver")
    before = children()
    with pytest.raises(StartError, match="no screen to play on"), started(launch, print):
        pass
    limit_s = time.monotonic() + 3
    while not children() <= before and time.monotonic() < limit_s:
        time.sleep(0.05)

    assert children() <= before


def children():
    return {one.pid for one in psutil.Process().children()}


def test_the_show_is_imported_while_the_window_settles(launch, monkeypatch):
    """What takes long is done meanwhile: by the time the window has settled, it may be over."""
    imported, names = threading.Event(), []

    def import_module(name):
        names.append((name, threading.current_thread().name.partition("_")[0]))
        imported.set()

    monkeypatch.setattr("kiosk.player.startup.import_module", import_module)
    monkeypatch.setattr(Window, "enter_fullscreen", lambda _: names.append(imported.wait(30)))
    with started(launch, print):
        pass

    assert names == [("kiosk.player.assembly", "loader"), True]
