"""Hard places: whatever becomes of files, workers and the cache, pictures stay on the wall."""

import errno
import itertools
import random
import shutil
import tempfile
from contextlib import closing

import pytest
from PIL import Image
from pygame._sdl2 import sdl2, video

from kiosk.authoring.load.place import load
from kiosk.base.clock import SteppedClock
from kiosk.base.geometry import Size
from kiosk.layouts import arrange
from kiosk.layouts.parts.arrangement import SIDE_MAX
from kiosk.media.cache import Cache
from kiosk.media.derivatives import Derivatives
from kiosk.media.workers.pool import Workers
from kiosk.media.workers.work import Work
from kiosk.player.headless import off_screen
from kiosk.player.options import Options
from kiosk.player.sources.photo_supply import PhotoStore
from kiosk.style.stage import Stage
from tests.media.pictures import encoded
from tests.media.test_bad_input import jpeg_bomb, noise, png
from tests.world import facts, slide

SIZE, UHD = Size(640, 360), Size(3840, 2160)
RED, GREEN, BLUE = (200, 30, 30), (30, 160, 40), (40, 60, 200)
WHOLE = encoded(noise(), "jpeg")
BAD = {
    "nothing": b"",
    "random": random.Random(3).randbytes(4000),
    "text": b"This is a text, whatever its name says.",
    "bomb": jpeg_bomb(),
    **{f"{tenths} tenths": WHOLE[: len(WHOLE) * tenths // 10] for tenths in range(1, 10)},
}


@pytest.fixture
def folder(tmp_path):
    """Three photos, of which the middle one is about to make trouble."""
    place = tmp_path / "place"
    place.mkdir()
    for name, colour in (("red", RED), ("middle", GREEN), ("blue", BLUE)):
        Image.new("RGB", (800, 450), colour).save(place / f"{name}.jpg", quality=95)
    slides = "".join(f"  - photo: {name}.jpg\n" for name in ("red", "middle", "blue"))
    defaults = "defaults: {transition: cut, motion: still, dwell: 6}\n"
    (place / "show.yaml").write_text(f"title: Show\n{defaults}slides:\n{slides}")
    return place


@pytest.fixture
def begun(folder, tmp_path):
    """Begin to play the folder; photos come before time passes."""
    apps = []

    def begin():
        collection, _ = load(folder)
        app = off_screen(collection, Options(SIZE), SteppedClock(), Cache(tmp_path / "cache"))
        apps.append(app)
        return app

    yield begin
    for app in apps:
        app.close()


def seen(app, seconds=40):
    """Colours on the wall, second by second, once the first photo is there."""
    colours = []
    for _ in range(seconds):
        assert app.await_photos(30)
        if app.state.screen.slide_view:
            data, (width, _) = app.frame()
            at = 3 * (100 * width + 320)
            colours.append(tuple(data[at : at + 3]))
        app.clock.step(1.0)
    return colours


def named(colours):
    """The photos that were seen; anything else than a photo fails."""
    names = {"red": RED, "middle": GREEN, "blue": BLUE}
    found = set()
    for colour in colours:
        near = [
            name
            for name, one in names.items()
            if all(abs(a - b) < 12 for a, b in zip(colour, one, strict=True))
        ]
        assert near, f"{colour} is no photo of these"
        found.update(near)
    return found


def told(caplog, logger="kiosk.media.loader"):
    return [record.message for record in caplog.records if record.name == logger]


@pytest.mark.parametrize("bad", BAD)
def test_a_bad_file_is_passed_over(begun, folder, caplog, bad):
    """The photos around it play on, a picture is there all the time, and one line tells of it."""
    (folder / "middle.jpg").write_bytes(BAD[bad])

    assert named(seen(begun())) == {"red", "blue"}
    assert len(told(caplog)) == 1
    assert "middle.jpg is left out" in told(caplog)[0]


def test_more_memory_than_a_worker_may_have(begun, folder, caplog, monkeypatch):
    """A photo that no worker can hold costs that photo alone."""
    monkeypatch.setattr("kiosk.media.workers.pool._bytes_max", lambda: 300 * 2**20)
    (folder / "middle.jpg").write_bytes(png(9000, 9000, rows=9000))

    assert named(seen(begun())) == {"red", "blue"}
    assert len(told(caplog)) == 1
    assert "more memory than the limit" in told(caplog)[0]


def test_a_worker_that_is_killed_while_it_answers(begun, folder, caplog, monkeypatch):
    """Half an answer is none: the photo is left out, and the next worker does its work."""
    run = Workers.run

    def killed(self, work, file, *arguments, **options):
        if file.endswith("middle.jpg"):
            return run(self, Work("tests.media.misbehaviour:die_while_answering", int), file)
        return run(self, work, file, *arguments, **options)

    monkeypatch.setattr(Workers, "run", killed)

    assert named(seen(begun())) == {"red", "blue"}
    assert told(caplog) == [
        f"{folder / 'middle.jpg'} is left out: opening it ended the worker process"
    ]


@pytest.mark.parametrize("refused_px", [64, 65], ids=["preview and photo", "photo"])
def test_a_photo_that_the_gpu_refuses(begun, folder, caplog, monkeypatch, refused_px):
    """A photo that no texture can be made of costs that photo alone, and is asked for once."""

    class Choosy(video.Texture):
        @staticmethod
        def from_surface(renderer, surface, made=video.Texture.from_surface):
            if surface.get_width() >= refused_px and surface.get_at((9, 9))[1] > 140:
                raise sdl2.error("out of memory")
            return made(renderer, surface)

    monkeypatch.setattr(video, "Texture", Choosy)

    assert named(seen(begun())) == {"red", "blue"}
    assert told(caplog) == [
        f"{folder / 'middle.jpg'} is left out: no texture can be made of it (out of memory)"
    ]


@pytest.mark.parametrize("size", [(1, 1), (20_000, 1), (1, 20_000)])
@pytest.mark.parametrize("layout", ["single", "grid"])
def test_odd_shapes_keep_nothing_else_from_the_wall(begun, folder, caplog, size, layout):
    """A photo of one pixel, or of one row, is hung like others, and all slides have their turn."""
    Image.new("RGB", size, GREEN).save(folder / "middle.jpg")
    slide = "photo: middle.jpg" if layout == "single" else "photos: [middle.jpg, red.jpg]"
    yaml = folder / "show.yaml"
    yaml.write_text(yaml.read_text().replace("photo: middle.jpg", f"{slide}\n    layout: {layout}"))
    app, slide_view = begun(), []
    for _ in range(40):
        assert app.await_photos(30)
        if app.state.screen.slide_view:
            slide_view.append(app.state.screen.slide_view.index)
        app.clock.step(1.0)

    turns = [index for index, _ in itertools.groupby(slide_view)]
    assert len(turns) >= 5
    assert all(after == (turn + 1) % 3 for turn, after in itertools.pairwise(turns))
    assert told(caplog) == []


@pytest.mark.parametrize("sides", [(20_000, 1), (1, 20_000), (60_000, 30)])
@pytest.mark.parametrize("layout", ["grid", "portrait", "beside", "single"])
def test_no_strip_is_drawn_millions_of_pixels_long(typesetter, sides, layout):
    """However narrow a photo is, it is drawn in a size that memory and a GPU can take."""
    photos = ["/strip.jpg", "/photo.jpg"][: 2 if layout == "grid" else 1]
    keys = {"photos": photos} if layout == "grid" else {"photo": photos[0], "title": "Strip"}
    known = {"/strip.jpg": facts(*sides), "/photo.jpg": facts()}
    made = arrange(slide(layout=layout, text="Words", **keys), Stage(UHD, typesetter), known)

    assert len(made.photos) == len(photos)
    for placed in made.photos:
        assert placed.image.width * placed.image.height < 20 * UHD.width * UHD.height
        assert placed.image.width > 1
        assert placed.image.height > 1
        assert max(placed.derivative.width, placed.derivative.height) <= SIDE_MAX


def test_an_original_that_is_gone_when_it_is_wanted(begun, folder, tmp_path, caplog):
    """A photo that was measured and then deleted, before it was made ready, is passed over."""
    file = folder / "middle.jpg"
    with closing(Workers()) as workers:
        Derivatives(Cache(tmp_path / "cache"), workers).info(str(file))
    app = begun()
    file.unlink()

    assert named(seen(app)) == {"red", "blue"}
    assert told(caplog) == [f"{file} is left out: the file is gone"]


class TestTheCache:
    """Its folder may go, fill up or be closed at any time."""

    def forgotten(self, app):
        """Photos are let go of, so that they must be fetched again."""
        (photos,) = (one for one in app.sources if isinstance(one, PhotoStore))
        for event in photos.want(()):
            app.dispatch(event)

    def test_it_is_removed_while_playing(self, begun, tmp_path, caplog):
        """What was lost with it is made anew, and kept anew."""
        app = begun()
        assert named(seen(app, 10))
        shutil.rmtree(tmp_path / "cache")
        self.forgotten(app)

        assert named(seen(app)[1:]) == {"red", "middle", "blue"}
        assert list((tmp_path / "cache").glob("*.jpg"))
        assert caplog.records == []

    def test_nothing_can_be_written_in_its_place(self, begun, tmp_path, caplog):
        """The show goes on from the originals, and the log has one line."""
        app = begun()
        assert named(seen(app, 10))
        shutil.rmtree(tmp_path / "cache")
        (tmp_path / "cache").write_text("in the way")
        self.forgotten(app)

        assert named(seen(app)[1:]) == {"red", "middle", "blue"}
        assert len(told(caplog, "kiosk.media.cache")) == len(caplog.records) == 1

    @pytest.mark.parametrize("fault", [errno.ENOSPC, errno.EROFS, errno.EDQUOT])
    def test_the_disk_is_full_or_read_only(self, begun, tmp_path, caplog, monkeypatch, fault):
        """Photos come all the same, one line is logged, and no half files are left behind."""
        make = tempfile.NamedTemporaryFile

        def full(*arguments, **options):
            file = make(*arguments, **options)

            def write(_):
                raise OSError(fault, "no room")

            file.write = write
            return file

        monkeypatch.setattr(tempfile, "NamedTemporaryFile", full)
        app = begun()

        assert named(seen(app)) == {"red", "middle", "blue"}
        assert len(told(caplog, "kiosk.media.cache")) == len(caplog.records) == 1
        assert list((tmp_path / "cache").iterdir()) == []
