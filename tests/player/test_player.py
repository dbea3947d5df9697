"""The loop: what is drawn, when, and what becomes of photos."""

import gc
import hashlib
import io
import shutil
import time
from pathlib import Path

import pygame
import pytest
from msgspec.structs import replace
from PIL import Image
from pygame._sdl2 import video

from kiosk import show
from kiosk.authoring.load.place import load
from kiosk.base.clock import Moment, SteppedClock
from kiosk.base.file_stamp import stamp
from kiosk.base.geometry import Size
from kiosk.display.renderer import Renderer
from kiosk.display.surface import Surface
from kiosk.display.window import Window
from kiosk.exhibition.collection import Reading
from kiosk.media.cache import Cache
from kiosk.media.ledger import Ledger
from kiosk.media.loader import Loader
from kiosk.media.start_picture import StartPicture
from kiosk.media.workers.pool import Workers
from kiosk.media.workers.work import WorkError
from kiosk.player.assembly import Resources, assembled
from kiosk.player.content.content_reader import MODULE, ContentReader
from kiosk.player.edges import Output
from kiosk.player.errors import ShowFailedError
from kiosk.player.headless import off_screen
from kiosk.player.options import Options
from kiosk.player.player import COVERED_S, STILL_S
from kiosk.player.sources.content_changes import ContentChanges
from kiosk.screens.notice import Notice
from kiosk.show import CollectionChanged
from kiosk.types.events import (
    CloseRequested,
    Exposed,
    FilesFaulty,
    KeyPressed,
    PhotoChanged,
    TexturesLost,
)
from kiosk.types.photo import Derivative, InfoRequest
from tests.window.screens import comes

SIZE = Size(640, 360)
COLOURS = {"red": (200, 30, 30), "green": (30, 160, 40), "blue": (40, 60, 200)}


@pytest.fixture
def place(tmp_path):
    """Three photos, each of one colour."""
    folder = tmp_path / "place"
    folder.mkdir()
    for name, colour in COLOURS.items():
        Image.new("RGB", (800, 450), colour).save(folder / f"{name}.png")
    slides = "".join(f"  - photo: {name}.png\n" for name in COLOURS)
    (folder / "colours.yaml").write_text(f"title: Colours\nslides:\n{slides}")
    return folder


class SharedWorkers(Workers):
    """Serves all tests of this file: to start processes would take most of their time."""

    def close(self):
        """Stay open for the next test."""

    def end(self):
        super().close()


@pytest.fixture(scope="module")
def processes():
    photos = SharedWorkers()
    texts = SharedWorkers(1, module=MODULE)
    yield photos, texts
    photos.end()
    texts.end()


@pytest.fixture
def opened(place, tmp_path, monkeypatch, processes):
    """Open the place in a window that nobody sees, at a start, with a clock to step by hand."""
    photos, texts = processes
    monkeypatch.setattr("kiosk.media.loader.Workers", lambda: photos)
    monkeypatch.setattr("kiosk.player.content.content_reader.Workers", lambda *_, **__: texts)
    monkeypatch.setattr("kiosk.media.watching.watch.POLL_S", 0.05)
    monkeypatch.setattr("kiosk.media.watching.watch.GONE_QUIET_S", 0.3)
    monkeypatch.setattr("kiosk.media.watching.watch.QUIET_S", 0.1)
    apps = []

    def open_at(start="attract", begun=None, cache=None):
        cache = cache or Cache(tmp_path / "cache")
        reader = ContentReader(place, cache=cache)
        resources = replace(surface_and_loader(cache), reader=reader)
        clock = SteppedClock(begun=begun)
        app = assembled(reader.read(), Options(SIZE, start=start), resources, clock)
        apps.append(app)
        assert app.await_photos(30)
        return app

    yield open_at
    for app in apps:
        app.close()


def surface_and_loader(cache, cover=None):
    surface = Surface(SIZE, cover=cover, driver="software")
    size = int(SIZE.width), int(SIZE.height)
    return Resources(surface, cache, Loader(cache, surface.window.wake, size))


@pytest.fixture
def drawn(monkeypatch):
    """All that is drawn, one scene after the other."""
    scenes, draw = [], Renderer.draw
    monkeypatch.setattr(
        Renderer, "draw", lambda renderer, scene: (scenes.append(scene), draw(renderer, scene))
    )
    return scenes


def press(app, key):
    app.dispatch(KeyPressed(key))


def held(app):
    """What of photos is at hand, as the show knows it."""
    media = app.context.media
    return {InfoRequest(file) for file in media.facts} | media.ready


def files(scene):
    return {picture.derivative.file for picture in scene.pictures()}


def look(app):
    """Take what SDL has reported, as the loop does."""
    window = app.sources[0]
    window.wait(0)
    app.step()


def pixel(app, tmp_path, at=(320, 100)):
    app.save(str(tmp_path / "frame.png"))
    return Image.open(tmp_path / "frame.png").getpixel(at)


def alike(one, other):
    return all(abs(a - b) <= 3 for a, b in zip(one, other, strict=True))


def play(app, seconds, step_s=0.25):
    for _ in range(round(seconds / step_s)):
        app.clock.step(step_s)
        assert app.await_photos(30)


class Passing(Output):
    """Lets time pass with each step."""

    def __init__(self, clock):
        self._clock = clock

    def show(self, state, scene, now_s):
        time.sleep(0.01)
        self._clock.step(0.02)


def run_and_fail_once(app, monkeypatch, name):
    """Run for a few seconds, in which a function of the show fails at its first call."""
    function, failures = getattr(show, name), []

    def fails_once(*arguments):
        if not failures:
            failures.append(name)
            raise RuntimeError("oops")
        return function(*arguments)

    passing = Passing(app.clock)
    app.outputs.append(passing)
    with monkeypatch.context() as broken:
        broken.setattr("kiosk.player.player.LOOK_AGAIN_S", 0.01)  # Its clock is stepped above.
        broken.setattr(show, name, fails_once)
        app.run(6)
    app.outputs.remove(passing)
    assert failures


def test_a_still_slide_is_drawn_once(opened, drawn):
    """When nothing moves any more, no further frame is drawn."""
    app = opened("colours")
    play(app, 30)
    assert drawn
    drawn.clear()
    play(app, 10)

    assert drawn == []


def test_a_lost_window_is_drawn_again(opened, drawn):
    """What another window has covered comes back."""
    app = opened("colours")
    play(app, 30)
    drawn.clear()
    app.dispatch(Exposed())
    app.step()

    assert len(drawn) == 1


def test_a_reset_of_targets_draws_the_frame_again(opened, drawn):
    """A driver that has lost only the frame gets it again."""
    app = opened("colours")
    play(app, 30)
    drawn.clear()
    pygame.event.post(pygame.event.Event(pygame.RENDER_TARGETS_RESET))
    look(app)

    assert len(drawn) == 1


def test_after_a_reset_of_the_gpu_all_textures_are_made_again(opened, monkeypatch):
    """Photos and words come back, and none of the textures that SDL reports as lost stays."""
    app, alive, draw = opened("home"), [], Renderer.draw
    play(app, 5)
    known, frame = held(app), app.frame()
    assert known
    assert textures()
    gc.collect()
    monkeypatch.setattr(
        Renderer, "draw", lambda renderer, scene: (alive.append(textures()), draw(renderer, scene))
    )
    pygame.event.post(pygame.event.Event(pygame.RENDER_DEVICE_RESET))
    look(app)
    assert alive == [0]
    assert app.context.media.ready == frozenset()
    assert app.await_photos(30)

    assert held(app) == known
    assert app.frame() == frame


def test_textures_go_before_the_window(opened, monkeypatch):
    """SDL frees textures with their window: one that outlived it would be freed twice."""
    app, alive = opened("colours"), []
    close = Window.close
    gc.collect()
    monkeypatch.setattr(Window, "close", lambda window: (alive.append(textures()), close(window)))
    assert textures()

    app.close()

    assert alive == [0]


def textures():
    return sum(isinstance(one, video.Texture) for one in gc.get_objects())


@pytest.fixture
def starting(place, tmp_path):
    """A show whose first photo has not come yet."""
    options = Options(SIZE, start="colours")
    app = off_screen(load(place)[0], options, SteppedClock(), Cache(tmp_path / "cache"))
    yield app
    app.close()


def test_nothing_moves_before_the_first_photo(starting, drawn, monkeypatch):
    """While it is being opened, no frame is drawn but for what comes, and then it is all there."""
    app, want = starting, Loader.want
    monkeypatch.setattr(Loader, "want", lambda loader, _: None)
    begun_s = app.clock.now()
    assert app.step() == begun_s + STILL_S
    assert app.step() == begun_s + STILL_S
    assert len(drawn) == 1

    app.clock.step(STILL_S)
    assert app.step() < app.clock.now() + STILL_S
    monkeypatch.setattr(Loader, "want", want)
    assert app.await_photos(30)


def test_the_first_photo_is_taken_in_at_once(starting, monkeypatch):
    """There is no frame yet that could be late: each photo that has come takes a step at most."""
    app, come, keep = starting, [], Renderer.begin_keeping
    monkeypatch.setattr("kiosk.display.textures.SLICE_BYTES", 1)  # Else it needs but one.
    monkeypatch.setattr(
        Renderer,
        "begin_keeping",
        lambda renderer, photo: (come.append(photo.derivative), keep(renderer, photo)),
    )
    limit_s = time.monotonic() + 30
    first = None  # The slide's own; covers of it, and the next slide's photo, may come before it.
    while first not in come and time.monotonic() < limit_s:
        time.sleep(0.01)
        due_s = app.step()
        wanted = app.state.screen.wanted(app.context)
        own = [one for one in wanted if one.file == wanted[0].file]
        first = next((one for one in own if isinstance(one, Derivative)), None)
    assert due_s == app.clock.now()
    for _ in come:
        app.step()

    assert show.is_complete(app.state, app.typesetter)


def test_a_frame_does_not_wait_for_photos(opened, monkeypatch):
    """What has come is brought to the screen after a frame was drawn, not before."""
    app = opened("colours")
    assert app.await_photos(30)
    done, draw, upload = [], Renderer.draw, Renderer.upload
    monkeypatch.setattr(
        Renderer, "draw", lambda self, scene: done.append("draw") or draw(self, scene)
    )
    monkeypatch.setattr(Renderer, "upload", lambda self: done.append("upload") or upload(self))
    press(app, "right")
    app.step()

    assert done == ["draw", "upload"]


def test_photos_that_are_not_wanted_are_let_go(opened, monkeypatch):
    """Leaving an exhibition, its photos do not stay in memory; only covers do."""
    app, released, release = opened("colours"), [], Renderer.release
    monkeypatch.setattr(
        Renderer, "release", lambda self, one: (released.append(one), release(self, one))
    )
    play(app, 2)
    before = held(app)
    assert len(before) == 3 + 4
    app.state = show.opened_at(app.state, "home", app.clock.now())
    play(app, 2)

    assert {type(one).__name__ for one in held(app)} == {"InfoRequest", "Derivative"}
    assert len(held(app)) == 2
    assert {one.file for one in released} == {one.file for one in before - held(app)}
    assert len(released) == len(before - held(app))


def test_a_photo_that_breaks_while_playing_leaves_the_last_one(opened, place, tmp_path, caplog):
    """A file that turns to rubbish under the running show is passed over and logged once."""
    shutil.copy(place / "red.png", place / "extra.png")
    yaml = place / "colours.yaml"
    yaml.write_text(yaml.read_text().replace("green.png", "extra.png"))
    (place / "extra.png").write_bytes(b"rubbish")
    app = opened("colours")
    play(app, 1)
    press(app, "right")
    play(app, 2)

    assert alike(pixel(app, tmp_path), COLOURS["blue"])
    assert [record.name for record in caplog.records].count("kiosk.media.loader") == 1


def test_the_last_picture_stays_when_the_next_is_gone(opened, place, tmp_path):
    """Where no other photo can be shown, the one on the wall stays at hand."""
    app = opened("colours")
    play(app, 1)
    for name in ("green", "blue"):
        (place / f"{name}.png").unlink()
    shutil.rmtree(tmp_path / "cache")
    for key in ("right", "right", "left", "left"):  # To the page after the last slide, and back.
        press(app, key)
        play(app, 1)

    assert sum(pixel(app, tmp_path)) > 60


def test_attract_starts_with_the_title_and_goes_on_to_photos(opened, tmp_path):
    """The first frame is no black screen, and soon a photo stands there."""
    app = opened()
    play(app, 4)

    assert any(alike(pixel(app, tmp_path), colour) for colour in COLOURS.values())


def test_memory_for_photos_is_bounded(opened, monkeypatch):
    """With room for one photo, no more are held than fit."""
    monkeypatch.setattr("kiosk.player.sources.photo_supply.PHOTO_BYTES_MAX", 1_000_000)
    app = opened("colours")
    play(app, 1)

    assert sum(one.bytes for one in held(app) if isinstance(one, Derivative)) <= 1_000_000
    assert held(app)


def test_the_interview_is_drawn_to_its_end(opened, place, tmp_path):
    """On the last page of the interview there are letters on the screen."""
    (place / "interview.txt").write_text("Somebody\n\nfull interview\n\n" + "Why?\nSo.\n\n" * 200)
    yaml = place / "colours.yaml"
    yaml.write_text("interview: interview.txt\n" + yaml.read_text())
    app = opened("interview")
    press(app, "end")
    play(app, 1)
    app.save(str(tmp_path / "frame.png"))

    with Image.open(tmp_path / "frame.png") as frame:
        assert max(frame.convert("L").crop((100, 20, 540, 280)).getextrema()) > 150


def rewrite(app, file, content):
    """Save a file as an editor does, and wait until the show has the change."""
    saved = file.with_suffix(".tmp")
    saved.write_bytes(content if isinstance(content, bytes) else content.encode())
    saved.replace(file)
    await_change(app, file)


class Seen:
    """Keeps all events that change the state."""

    def __init__(self):
        self.events = []

    def saw(self, before, event, after):
        self.events.append(event)

    @property
    def is_read(self):
        return any(isinstance(one, CollectionChanged | FilesFaulty) for one in self.events)


def await_seen(app, holds):
    seen = Seen()
    app.observers.append(seen)
    for _ in range(200):
        app.step()
        if holds(seen):
            app.observers.remove(seen)
            return
        time.sleep(0.05)
    raise AssertionError("the change was not noticed")


def content_changes(app):
    return next(one for one in app.sources if isinstance(one, ContentChanges))


def await_removal(app, file):
    """Wait until a file that is gone counts as removed, and what is left was read."""
    await_seen(app, lambda seen: seen.is_read and str(file) in content_changes(app)._gone)


def await_change(app, file):
    def is_seen(seen):
        # What a reading has seen already is not reported once more.
        is_known = content_changes(app)._stamps.get(str(file)) == stamp(file)
        if file.suffix == ".yaml":
            return seen.is_read and (is_known or PhotoChanged(str(file)) in seen.events)
        return PhotoChanged(str(file)) in seen.events

    await_seen(app, is_seen)


def png(colour, size=(800, 450)):
    out = io.BytesIO()
    Image.new("RGB", size, colour).save(out, "PNG")
    return out.getvalue()


def test_a_saved_change_is_on_the_wall(opened, place, tmp_path):
    """A curator who swaps a photo sees it change at the place where the show stands."""
    app = opened("colours:2")
    play(app, 1)
    yaml = place / "colours.yaml"
    rewrite(app, yaml, yaml.read_text().replace("green", "blue"))
    play(app, 1)

    assert alike(pixel(app, tmp_path), COLOURS["blue"])


def test_a_saved_language_that_no_font_can_draw(opened, place, monkeypatch):
    """A curator who adds such a language sees the change, but visitors cannot choose it."""
    lacking = "kiosk.display.text.typesetter.SkiaTypesetter.missing"
    monkeypatch.setattr(lacking, lambda _, text, style: "".join(one for one in text if one > "ɏ"))
    app = opened("home")
    yaml = place / "colours.yaml"
    rewrite(app, yaml, yaml.read_text().replace("Colours", "{bo: B, en: New, fr: Neuf}"))
    (entry,) = app.state.collection.entries

    assert entry.exhibition.title.in_language("en") == "New"
    assert app.state.collection.kiosk.languages == ("en", "fr")


def test_the_clock_changes_the_wall(opened, place, tmp_path):
    """While the show runs, a slide comes when its hour has come, and another goes."""
    (place / "colours.yaml").write_text(
        "title: Colours\nslides:\n"
        "  - {photo: red.png, hours: 0:00-12:00}\n  - {photo: blue.png, hours: 12:00-24:00}\n"
    )
    app = opened("attract", begun=Moment("2026-12-24", 12 * 60 - 1))
    play(app, 58)
    assert alike(pixel(app, tmp_path), COLOURS["red"])
    play(app, 6)

    assert alike(pixel(app, tmp_path), COLOURS["blue"])


def withdraw(place, name, more=""):
    yaml = place / "colours.yaml"
    named = f"photo: {{file: {name}.png, withdrawn: true}}"
    return yaml, yaml.read_text().replace(f"photo: {name}.png", named) + more


def await_deleted(folder, content):
    for _ in range(100):
        if not list(folder.glob(f"{content}-*")):
            return
        time.sleep(0.05)
    raise AssertionError("it was not deleted")


@pytest.mark.parametrize(
    "more", ["", "  - foto: red.png\n", "\t-"], ids=["alone", "mistake", "tab"]
)
@pytest.mark.parametrize("start", ["colours", "attract", "home"])
def test_what_is_withdrawn_leaves_the_wall_and_the_cache(
    opened, drawn, place, tmp_path, start, more
):
    """Saved, it is gone a moment later, whatever else is wrong in the file."""
    app = opened(start)
    play(app, 4)
    content = Cache(tmp_path / "cache").content(str(place / "red.png"))
    derivatives = tmp_path / "cache"
    assert list(derivatives.glob(f"{content}-*"))
    rewrite(app, *withdraw(place, "red", more))
    app.step()
    seen = files(drawn[-1])
    await_deleted(derivatives, content)
    play(app, 2)

    assert str(place / "red.png") not in seen
    assert not list(derivatives.glob(f"{content}-*"))
    assert all("red.png" not in request.file for request in held(app))
    assert sum(pixel(app, tmp_path)) > 60


def test_what_is_withdrawn_is_not_asked_for_any_more_when_it_is_deleted(opened, place, monkeypatch):
    """Else a worker could make again what has just been deleted."""
    asked, deleted, red = [], [], str(place / "red.png")
    monkeypatch.setattr(
        Loader, "want", lambda _, requests: asked.append({one.file for one in requests})
    )
    monkeypatch.setattr(
        "kiosk.player.sources.content_changes.withdraw_in_background",
        lambda _loader, _cache, files, _doubtful: deleted.append((files, asked[-1])),
    )
    app = opened("colours")
    assert red in asked[-1]
    rewrite(app, *withdraw(place, "red"))

    assert [red in wanted for files, wanted in deleted if red in files] == [False]


def test_when_everything_is_withdrawn_the_title_stands(opened, drawn, place):
    """The last photo goes, too; the kiosk's title is what is left."""
    app = opened("colours")
    play(app, 2)
    for name in COLOURS:
        yaml, text = withdraw(place, name)
        rewrite(app, yaml, text)
        app.step()
    play(app, 2)

    assert app.context.collection.entries == ()
    assert not files(drawn[-1])
    assert not held(app)


def test_what_was_withdrawn_before_is_forgotten_at_the_start(opened, place, tmp_path):
    """What was made of a photo before it was withdrawn is deleted when the show begins."""
    app = opened("colours")
    play(app, 2)
    content = Cache(tmp_path / "cache").content(str(place / "red.png"))
    app.close()
    yaml, text = withdraw(place, "red")
    yaml.write_text(text)
    opened("colours")
    await_deleted(tmp_path / "cache", content)

    assert not list((tmp_path / "cache").glob(f"{content}-*"))


def await_read(app):
    """Wait until the exhibitions have been read again."""
    await_seen(app, lambda seen: seen.is_read)


@pytest.mark.parametrize("start", ["colours", "attract", "home"])
def test_what_another_program_withdraws_leaves_the_wall(opened, drawn, place, tmp_path, start):
    """It goes, and comes back once that is undone; no exhibition is touched."""
    app = opened(start)
    play(app, 4)
    content = Cache(tmp_path / "cache").content(str(place / "red.png"))
    Ledger().withdraw([content])
    await_read(app)
    app.step()
    assert str(place / "red.png") not in files(drawn[-1])
    await_deleted(tmp_path / "cache", content)
    play(app, 2)
    assert all("red.png" not in request.file for request in held(app))
    Ledger().give_back([content])
    await_read(app)
    play(app, 2)

    assert any("red.png" in request.file for request in held(app))


@pytest.mark.parametrize("another_was_shown", [False, True])
def test_what_was_withdrawn_under_another_name_is_not_counted(
    opened, place, monkeypatch, another_was_shown
):
    """The home screen has the right number, though the kiosk has never read this file.

    Files are read one by one, so that photos for the screen need not wait for all of them.
    """
    green, withdrawn = place / "green.png", (place / "green.png").read_bytes()
    if another_was_shown:
        green.write_bytes(png((9, 9, 200)))
        opened("colours:2").close()
        green.write_bytes(withdrawn)
    Ledger().withdraw([hashlib.sha256(withdrawn).hexdigest()])
    seek, sought = Cache.withdrawn_of, []
    monkeypatch.setattr(
        Cache,
        "withdrawn_of",
        lambda cache, files, *also, opens=False: (
            sought.append(files) if opens else None,
            seek(cache, files, *also, opens=opens),
        )[1],
    )
    app = opened("home")
    await_seen(app, lambda _: str(green) not in app.state.collection.photos)
    (entry,) = app.state.collection.entries

    assert {len(files) for files in sought} == {1}
    assert [Path(slide.photo.file).stem for slide in entry.exhibition.slides] == ["red", "blue"]


def test_a_text_torn_after_a_withdrawal_brings_nothing_back(opened, place, tmp_path):
    """A power cut that leaves half a file undoes no withdrawal: not while it plays, nor later."""
    app = opened("colours")
    play(app, 2)
    content = Cache(tmp_path / "cache").content(str(place / "red.png"))
    yaml, text = withdraw(place, "red")
    before = yaml.read_text()
    rewrite(app, yaml, text)
    app.step()
    await_deleted(tmp_path / "cache", content)
    app.close()
    yaml.write_text(before)  # As after a power cut that undid the save.
    app = opened("colours")
    play(app, 3)

    assert all("red.png" not in request.file for request in held(app))
    assert not alike(pixel(app, tmp_path), COLOURS["red"])


def test_a_photo_goes_while_a_text_is_broken(opened, place, tmp_path):
    """What another program withdraws leaves the wall whatever the files say just then."""
    app = opened("colours")
    play(app, 2)
    content = Cache(tmp_path / "cache").content(str(place / "red.png"))
    rewrite(app, place / "colours.yaml", 'title: {en: "x\nslides:\n - [')
    play(app, 1)
    Ledger().withdraw([content])
    await_read(app)
    play(app, 2)

    assert all("red.png" not in request.file for request in held(app))
    assert any("blue.png" in request.file for request in held(app))


@pytest.mark.parametrize("late", ["mended", "copied", "saved anew"])
def test_whatever_becomes_of_a_withdrawn_photo_is_in_the_ledger(opened, place, tmp_path, late):
    """A mistake mended, a photo that comes later or is another now: it stays withdrawn."""
    cache = Cache(tmp_path / "cache")
    app, red = opened("colours", cache=cache), place / "red.png"
    play(app, 2)
    if late == "copied":
        red.rename(tmp_path / "aside.png")
        cache.forget(str(red))
    yaml, text = withdraw(place, "red")
    rewrite(app, yaml, text + ("foo: [" if late == "mended" else ""))
    play(app, 1)
    if late == "mended":
        rewrite(app, yaml, text)
    elif late == "copied":
        (tmp_path / "aside.png").rename(red)
        await_change(app, red)
    else:
        rewrite(app, red, png((9, 9, 200)))
    play(app, 1)
    wanted = hashlib.sha256(red.read_bytes()).hexdigest()
    for _ in range(100):
        app.step()
        if wanted in Ledger().withdrawn:
            break
        time.sleep(0.05)

    assert wanted in Ledger().withdrawn


def test_a_faulty_file_that_has_lost_its_folder(opened, place, tmp_path):
    """A photo of that name is hidden, whichever folder the file now seems to mean."""
    app = opened("colours")
    play(app, 2)
    text = "title: {Colours\nphotos: lost\nslides:\n  - {photo: red.png, withdrawn: true"
    rewrite(app, place / "colours.yaml", text)
    play(app, 1)

    assert all("red.png" not in request.file for request in held(app))
    assert any("blue.png" in request.file for request in held(app))


def test_what_a_faulty_file_seems_to_withdraw_comes_back(opened, place, tmp_path):
    """Once the file is mended, a photo is there again that was withdrawn by mistake."""
    app = opened("colours")
    play(app, 2)
    yaml = place / "colours.yaml"
    before = yaml.read_text()
    withdrawn = "\n  - {photo: red.png, withdrawn: true"
    rewrite(app, yaml, before + withdrawn)
    play(app, 1)
    assert all("red.png" not in request.file for request in held(app))
    rewrite(app, yaml, before)
    play(app, 1)

    assert any("red.png" in request.file for request in held(app))
    assert not Ledger().withdrawn


@pytest.mark.parametrize(
    ("line", "is_recorded"),
    [("\nauthor: x\n", True), ("\n\t- oops", False)],
    ids=["unknown key", "torn"],
)
def test_the_log_names_what_a_faulty_file_withdraws(opened, place, caplog, line, is_recorded):
    """It is certain where the file names it exactly: then it is in the ledger at once."""
    red, app = place / "red.png", opened("colours")
    content = Cache().content(str(red))
    play(app, 2)
    rewrite(app, *withdraw(place, "red", line))
    play(app, 1)
    (told,) = [one.getMessage() for one in caplog.records if "off the wall" in one.getMessage()]
    for _ in range(100 if is_recorded else 0):
        if Ledger().withdrawn:
            break
        time.sleep(0.05)

    assert told.startswith(f"{red} is withdrawn and off the wall")
    assert told.endswith("fix the file") != is_recorded
    assert Ledger().withdrawn == ({content} if is_recorded else set())


def test_a_doubtful_photo_that_is_saved_anew(opened, place, tmp_path):
    """A guess does not last, whatever becomes of the photo's file meanwhile."""
    red, app = place / "red.png", opened("colours")
    play(app, 2)
    rewrite(app, *withdraw(place, "red", "\n\t- oops"))
    play(app, 1)
    rewrite(app, red, png((9, 9, 200)))
    play(app, 1)
    time.sleep(0.5)

    assert str(red) in app.context.collection.withdrawn
    assert not Ledger().withdrawn


def test_what_a_faulty_file_withholds_leaves_the_wall(opened, place, tmp_path):
    """A slide and an interview are closed while it plays, and the others stay."""
    (place / "talk.txt").write_text("Why?\nBecause I can.\n")
    yaml = place / "colours.yaml"
    yaml.write_text(yaml.read_text().replace("slides:", "interview: talk.txt\nslides:"))
    app = opened("colours:2")
    assert app.context.entry("colours").readable
    sealed = "interview:\n  file: talk.txt\n  sealed:\n"
    text = yaml.read_text().replace("interview: talk.txt\n", sealed)
    rewrite(app, yaml, text.replace("green.png", "green.png\n    withheld: true") + "\n\t- oops")
    play(app, 1)
    entry = app.context.entry("colours")
    shown = [photo for slide in entry.exhibition.slides for photo in slide.all_photos]

    assert [Path(photo.file).stem for photo in shown] == [one for one in COLOURS if one != "green"]
    assert entry.interview is None
    assert not alike(pixel(app, tmp_path), COLOURS["green"])


def test_an_error_keeps_the_last_good_exhibition(opened, place, tmp_path, caplog):
    """A slip of the keyboard changes nothing on the wall, and is in the log with its line."""
    app = opened("colours:2")
    play(app, 1)
    yaml = place / "colours.yaml"
    rewrite(app, yaml, yaml.read_text().replace("photo: green", "foto: green"))
    play(app, 1)

    assert alike(pixel(app, tmp_path), COLOURS["green"])
    assert "colours.yaml:4" in caplog.text
    assert "colours.yaml:4" in app.state.status.faults[0]
    assert "did you mean 'photo'" in caplog.text


@pytest.mark.parametrize("start", ["attract", "home", "colours:3", "colours:1"])
def test_an_exhibition_that_is_taken_down_leaves_every_screen(opened, place, tmp_path, start):
    """Whatever is on, when its exhibition is gone the show goes on with another."""
    app = opened(start)
    play(app, 2)
    other = (place / "colours.yaml").read_text().replace("  - photo: red.png\n", "")
    (place / "other.yaml").write_text(other)
    (place / "colours.yaml").unlink()
    rewrite(app, place / "kiosk.yaml", "title: Another\n")
    await_removal(app, place / "colours.yaml")
    play(app, 2)

    assert [entry.name for entry in app.context.collection.entries] == ["other"]
    assert sum(pixel(app, tmp_path)) > 0


@pytest.mark.parametrize("size", [(800, 450), (300, 500)])
def test_a_photo_that_is_replaced_is_on_the_wall(opened, place, tmp_path, size):
    """A new file under the old name takes its place, and until then the old picture stays."""
    app = opened("colours:1")
    play(app, 8)
    rewrite(app, place / "red.png", png((90, 0, 90), size))
    app.step()
    assert any(alike(pixel(app, tmp_path), one) for one in (COLOURS["red"], (90, 0, 90)))

    play(app, 1)
    assert alike(pixel(app, tmp_path), (90, 0, 90))


def test_a_photo_that_is_replaced_by_rubbish_stays_as_it_was(opened, place, tmp_path, caplog):
    """Half a file does not take a good picture from the wall; the whole one, later, does."""
    app = opened("colours:1")
    play(app, 8)
    rewrite(app, place / "red.png", png((90, 0, 90))[:60])
    play(app, 2)
    assert alike(pixel(app, tmp_path), COLOURS["red"])
    assert [record.name for record in caplog.records].count("kiosk.media.loader") == 1
    rewrite(app, place / "red.png", png((90, 0, 90)))
    play(app, 2)

    assert alike(pixel(app, tmp_path), (90, 0, 90))


def test_an_exhibition_that_is_replaced_by_deleting_it_first(opened, place, monkeypatch):
    """Until its folder is quiet it stays, though other files of the place are read meanwhile."""
    monkeypatch.setattr("kiosk.media.watching.watch.GONE_QUIET_S", 30.0)
    app = opened("colours:2")
    yaml = place / "colours.yaml"
    text = yaml.read_text()
    yaml.unlink()
    rewrite(app, place / "other.yaml", text.replace("Colours", "Other"))
    play(app, 1)
    assert [entry.name for entry in app.context.collection.entries] == ["colours", "other"]
    rewrite(app, yaml, text.replace("Colours", "Back"))
    play(app, 1)

    first, _ = app.context.collection.entries
    assert first.exhibition.title.in_language("en") == "Back"


def test_a_photo_that_is_removed_leaves_the_wall(opened, place, tmp_path, caplog):
    """Once its folder is quiet, the slide is passed over; put back, it is there again."""
    app = opened("colours:1")
    play(app, 8)
    data = (place / "red.png").read_bytes()
    (place / "red.png").unlink()
    await_removal(app, place / "red.png")
    play(app, 3)

    assert not alike(pixel(app, tmp_path), COLOURS["red"])
    assert sum(pixel(app, tmp_path)) > 60
    assert "there is no photo 'red.png'" in app.state.status.faults[0]
    assert caplog.text.count("there is no photo 'red.png'") == 1
    assert "left out" not in caplog.text
    (place / "red.png").write_bytes(data)
    # The exhibition may have been read in between, or is read after the photo is reported.
    await_seen(app, lambda _: not app.state.status.faults)
    play(app, 1)

    assert any("red.png" in photo for photo in app.context.collection.photos)


def test_a_photo_that_is_replaced_by_deleting_it_first(opened, place, tmp_path, monkeypatch):
    """Until its folder is quiet it stays, also where it is asked for meanwhile."""
    monkeypatch.setattr("kiosk.media.watching.watch.GONE_QUIET_S", 30.0)
    app = opened("colours:1")
    play(app, 2)
    (place / "green.png").unlink()
    for _ in range(40):
        if str(place / "green.png") in content_changes(app)._watch.missing:
            break
        time.sleep(0.05)
    press(app, "right")
    play(app, 3)

    assert alike(pixel(app, tmp_path), COLOURS["green"])
    assert not app.state.status.left_out


def test_a_folder_that_goes_away_keeps_its_photos(opened, place, tmp_path, caplog):
    """Staff read about it, the log has each fault once, and the pictures stay."""
    app = opened("colours:1")
    play(app, 2)
    place.rename(tmp_path / "away")
    await_seen(app, lambda seen: seen.is_read)
    play(app, 3)
    assert app.state.status.faults
    assert not app.state.status.left_out
    assert alike(pixel(app, tmp_path), COLOURS["red"])
    errors = [one.getMessage() for one in caplog.records if one.levelname == "ERROR"]
    assert len(errors) == len(set(errors)) <= 2
    (tmp_path / "away").rename(place)
    await_seen(app, lambda seen: seen.is_read)
    play(app, 1)
    assert not app.state.status.faults


class TestSlowMachine:
    """What the loop makes of frames that come late."""

    @pytest.fixture
    def played(self, place, tmp_path, monkeypatch, caplog):
        """Play drifting slides on a machine that takes `cost_s(now)` for a frame; what is told."""
        apps = []

        def play(seconds, cost_s):
            yaml = place / "colours.yaml"
            defaults = "defaults: {motion: drift, transition: fade, dwell: 8}\n"
            yaml.write_text(defaults + yaml.read_text())
            collection, _ = load(place)
            clock, cache = SteppedClock(), Cache(tmp_path / "cache")
            app = off_screen(collection, Options(SIZE), clock, cache)
            apps.append(app)
            monkeypatch.setattr(Renderer, "draw", lambda *_: None)

            def wait(window, seconds, _):
                clock.step(max(0.001, min(seconds, 1.0)))
                return iter(())

            assert app.await_photos(30)
            # Not before: photos come in real time, in which the show's is to stand still.
            monkeypatch.setattr(Renderer, "draw", lambda *_: clock.step(cost_s(clock.now())))
            monkeypatch.setattr(Window, "wait", wait)
            caplog.set_level("INFO", "kiosk.player.frame_times")
            app.run(seconds)
            lines = [one for one in caplog.records if one.name == "kiosk.player.frame_times"]
            return app, [one.message for one in lines]

        yield play
        for app in apps:
            app.close()

    def test_each_step_is_told_of_once(self, played):
        """On a machine that is much too slow, three lines say what is left out, in that order."""
        app, told = played(55, lambda _: 0.2)

        assert app.context.quality.level == 3
        assert [one.partition(": ")[2] for one in told] == [
            "halving the frames of slow motion",
            "turning off photo drift",
            "replacing transitions with cuts",
        ]
        assert told[0].startswith("frames are late (201 ms, target ")

    def test_all_comes_back_when_there_is_time_again(self, played):
        """Once the machine has nothing else to do, motion returns step by step."""
        app, told = played(330, lambda now_s: 0.2 if now_s < 50 else 0.002)

        assert app.context.quality.level == 0
        assert [one.partition(": ")[2] for one in told[-3:]] == [
            "using transitions again",
            "turning photo drift on again",
            "drawing all frames of slow motion again",
        ]
        assert len(told) == 6

    def test_a_single_slow_frame_changes_nothing(self, played):
        """A machine that stumbles now and then is left as it is."""
        app, told = played(120, lambda now_s: 1.5 if now_s % 9 < 0.1 else 0.002)

        assert app.context.quality.level == 0
        assert told == []


class TestOpening:
    """The picture that covers the window while a show gets ready."""

    @pytest.fixture
    def start(self, place, tmp_path):
        apps = []

        def begin(start="colours", cache="cache", *, opening=None):
            opening = opening or StartPicture(place, start, tmp_path / "openings")
            resources = surface_and_loader(Cache(tmp_path / cache), cover=opening.read())
            resources = replace(resources, start_picture=opening)
            options = Options(SIZE, start=start)
            app = assembled(Reading(load(place)[0]), options, resources, SteppedClock())
            apps.append(app)
            return app

        yield begin
        for app in apps:
            app.close()

    def kept(self, tmp_path):
        for _ in range(100):
            if list((tmp_path / "openings").glob("opening-????????")):
                return
            time.sleep(0.05)
        raise AssertionError("no picture was kept")

    def test_a_picture_lost_with_the_gpu_covers_nothing(self, start, tmp_path, drawn):
        """The show does not wait behind a picture that nobody sees any more."""
        assert start().await_photos(30)
        self.kept(tmp_path)
        app = start(cache="another")
        drawn.clear()
        app.step()
        assert not drawn
        app.dispatch(TexturesLost())
        app.step()

        assert drawn

    def test_a_picture_is_kept_without_a_language(self, start, place, tmp_path, monkeypatch):
        """A picture is kept also if a language is not offered, because no font can draw it."""
        lacking = "kiosk.display.text.typesetter.SkiaTypesetter.missing"
        monkeypatch.setattr(lacking, lambda _, text, style: "".join(x for x in text if x > "ɏ"))
        (place / "kiosk.yaml").write_text("languages: [bo, en, fr]\n")
        app = start()
        assert app.await_photos(30)
        self.kept(tmp_path)

        assert app.state.written.kiosk.languages == ("en", "fr")

    @pytest.mark.parametrize("way", ["colours", "attract", "home"])
    def test_a_show_begins_with_the_picture_it_began_with_before(
        self, start, tmp_path, way, monkeypatch
    ):
        """At the second start the first frame is there at once, and stays until the show's is."""
        app = start(way)
        assert app.await_photos(30)
        app.save(str(tmp_path / "first.png"))
        self.kept(tmp_path)
        app.close()
        app = start(way, cache="empty")
        before, complete, draw = app.frame(), [], Renderer.draw

        def drawn(renderer, scene):
            complete.append(show.is_complete(app.state, app.typesetter))
            draw(renderer, scene)

        monkeypatch.setattr(Renderer, "draw", drawn)
        assert app.await_photos(30)

        assert complete
        assert complete[0]
        with Image.open(tmp_path / "first.png") as first:
            assert _difference(first.convert("RGB").tobytes(), before[0]) < 3

    def test_what_hangs_by_day_or_hour_is_not_kept(self, start, place, tmp_path):
        """What may not be due at the next start covers no window."""
        yaml = place / "colours.yaml"
        yaml.write_text(f"hours: 10:00-18:00\n{yaml.read_text()}")
        assert start().await_photos(30)

        assert StartPicture(place, "colours", tmp_path / "openings").read() is None
        assert not list((tmp_path / "openings").glob("*"))

    def test_it_gives_way_after_a_while(self, start, drawn, tmp_path):
        """Where photos do not come, the show begins without them."""
        app = start()
        assert app.await_photos(30)
        self.kept(tmp_path)
        app.close()
        app = start(cache="empty")
        drawn.clear()
        app.step()
        assert not drawn
        app.clock.step(COVERED_S + 0.1)
        app.step()

        assert drawn

    def test_a_damaged_picture_is_not_waited_for(self, start, drawn, tmp_path):
        """What cannot be shown covers nothing."""

        class Damaged(StartPicture):
            def read(self):
                return b"no picture"

        app = start(opening=Damaged(tmp_path, "way", tmp_path / "openings"))
        app.step()

        assert drawn


def _difference(one, other):
    """Mean difference of two pictures' bytes."""
    assert len(one) == len(other)
    return sum(abs(a - b) for a, b in zip(one, other, strict=True)) / len(one)


class TestFailure:
    """An error in the program is logged, and the show goes on."""

    @pytest.fixture
    def failing(self, opened, monkeypatch):
        """A show whose screens fail some times, from now on, and that then ends."""
        app, view = opened("colours:2"), show.view
        play(app, 1)

        def fail(times, apart_s=0.0):
            def seen(state, now_s, typesetter):
                nonlocal times
                if times:
                    times -= 1
                    app.clock.step(apart_s)
                    raise RuntimeError("oops")
                if show.is_complete(state, typesetter):
                    app.dispatch(CloseRequested())
                app.clock.step(0.1)
                return view(state, now_s, typesetter)

            monkeypatch.setattr(show, "view", seen)
            return app

        return fail

    @pytest.mark.parametrize("times", [1, 2])
    def test_it_goes_on_from_home(self, failing, times, caplog, tmp_path):
        """The failure is in the log with its place, and photos come again."""
        app = failing(times)
        app.run()

        assert type(app.state.screen).__name__ == "Home"
        assert caplog.text.count("RuntimeError: oops") == times
        assert held(app)
        assert "the show failed" in caplog.text

    def test_it_ends_where_that_does_not_help(self, failing):
        """Three failures within a minute end the program."""
        with pytest.raises(ShowFailedError):
            failing(3).run()

    def test_a_photo_that_cannot_be_opened_is_left_out_again(self, opened, place, monkeypatch):
        """Otherwise visitors could not pass its slide after a failure."""
        (place / "green.png").write_bytes(b"no photo")
        app = opened("colours")
        play(app, 1)
        failed = app.state.media.failed
        assert failed
        run_and_fail_once(app, monkeypatch, "view")
        app.state = show.opened_at(app.state, "colours", app.clock.now())
        play(app, 1)

        assert app.state.media.failed == failed

    def test_reloading_opens_a_photo_again(self, opened, place, monkeypatch):
        """Somebody has put right what no change of a file shows, such as a lack of memory."""
        file, open_photo = str(place / "green.png"), SharedWorkers.run
        is_short = True

        def run(workers, work, path, *arguments, **options):
            if path == file and is_short:
                raise WorkError("it takes more memory than the limit")
            return open_photo(workers, work, path, *arguments, **options)

        monkeypatch.setattr(SharedWorkers, "run", run)
        app = opened("colours:2")
        play(app, 1)
        assert [left for left, _ in app.state.status.left_out] == [file]
        is_short = False
        play(app, 1)
        assert app.state.status.left_out
        next(one for one in app.sources if isinstance(one, ContentChanges)).reload()

        assert comes(lambda: play(app, 0.25) or not app.state.status.left_out, 10)

    def test_a_change_that_failed_once_is_shown(self, opened, place, monkeypatch):
        """The show has failed, but what a curator has saved is not lost."""
        app = opened("colours")
        play(app, 1)
        (place / "colours.yaml").write_text("title: Colours\nslides:\n  - photo: red.png\n")
        run_and_fail_once(app, monkeypatch, "with_collection")
        play(app, 1)

        assert len(app.state.written.entries[0].exhibition.slides) == 1

    def test_failures_long_ago_do_not_count(self, failing):
        """A failure a day is no reason to end."""
        failing(5, apart_s=61.0).run()

    def test_what_a_visitor_did_is_over(self, opened):
        """Language, comforts and lifted notices are as at the start; the size is the screen's."""
        app = opened("colours:2")
        app.dispatch(KeyPressed("staff"))
        state = replace(app.state, revealed=frozenset({Notice("x")}))
        after = show.recovered(state, 9.0)

        assert after.revealed == frozenset()
        assert after.preferences == app.state.initial
        assert after.last_input_s == 9.0
        assert after.written is app.state.written
