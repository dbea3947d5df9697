"""What is prepared is what the player asks for, and nothing of it is made twice."""

import os
import pty
import shutil
import signal
import subprocess
import sys
import time

import pytest
from click.testing import CliRunner
from PIL import Image

from kiosk.authoring.load.place import load
from kiosk.base.clock import SteppedClock
from kiosk.base.geometry import Size
from kiosk.cli import main
from kiosk.media.cache import Cache
from kiosk.media.workers.pool import Workers
from kiosk.player.headless import off_screen
from kiosk.player.options import Options
from kiosk.types.events import KeyPressed

SIZE = Size(640, 360)
LONG = "A label of so many words that it takes several lines below the photo. " * 6
SHOW = f"""\
title: {{en: Show, fr: Salle}}
cover: cover.jpg
slides:
  - title: Words alone
  - photo: one.jpg
  - photo: one.jpg
  - {{photo: {{file: two.jpg, caption: {{en: Short, fr: "{LONG}"}}}}, layout: matted}}
  - photos: [one.jpg, two.jpg]
  - {{photo: three.jpg, layout: beside, text: {{en: Words, fr: "{LONG}"}}}}
"""


@pytest.fixture
def place(tmp_path):
    folder = tmp_path / "place"
    folder.mkdir()
    for number, name in enumerate(("one", "two", "three", "four", "cover")):
        Image.effect_noise((900 + 100 * number, 700), 60).save(folder / f"{name}.jpg")
    (folder / "show.yaml").write_text(SHOW)
    (folder / "other.yaml").write_text("title: Other\nslides: [{photo: four.jpg}]\n")
    return folder


@pytest.fixture
def prepare(place, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))

    def run(*options, size="640x360"):
        return CliRunner().invoke(main, ["prepare", str(place), "--size", size, *options])

    return run


@pytest.fixture
def opened(monkeypatch):
    """Originals that workers are asked to open, from now on."""
    asked, run = [], Workers.run

    def noted(self, work, file, *arguments, **options):
        asked.append((work.name, file, arguments))
        return run(self, work, file, *arguments, **options)

    monkeypatch.setattr(Workers, "run", noted)
    return asked


def kept(tmp_path):
    folder = tmp_path / "cache/exhibition-kiosk/derivatives"
    return {path.name for path in folder.iterdir()} if folder.is_dir() else set()


def counted(result, what):
    return int(result.output.split(f"{what}: ")[1].split(",")[0].split(";")[0].split()[0])


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("start", ["home", "show"])
def test_the_player_opens_no_original_any_more(prepare, place, opened, start, language):
    """On every slide and on the home screen, in each language, all is there."""
    assert prepare().exit_code == 0
    opened.clear()
    collection, _ = load(place)
    options = Options(SIZE, language=language, start=start)
    app = off_screen(collection, options, SteppedClock(), Cache())
    try:
        for _ in range(8):
            assert app.await_photos(30)
            app.dispatch(KeyPressed("right"))
            app.clock.step(1.0)
        assert app.context.media.ready
    finally:
        app.close()

    assert opened == []


def test_only_what_is_seen_is_made(prepare, tmp_path):
    """The cache holds what the player would put there: for each photo no size but those seen."""
    result = prepare()
    derivatives = [name for name in kept(tmp_path) if name.endswith(".jpg")]

    assert result.output.splitlines()[-1] == (
        f"photos at 640x360: 5; derivatives made: {len(derivatives)}, made before: 0;"
        " photos failed: 0"
    )
    assert not [name for name in kept(tmp_path) if name.startswith("tmp")]


def test_each_is_asked_for_once(prepare, opened):
    """A photo that hangs on several slides is not made anew for each."""
    prepare()

    assert sorted(opened) == sorted(set(opened))
    assert len([one for one in opened if one[0].endswith("measure")]) == 5


def test_what_is_there_is_not_made_again(prepare, opened):
    """The second time nothing is opened, and the summary says so."""
    first = prepare()
    opened.clear()
    second = prepare()

    assert opened == []
    made = counted(first, "made")
    assert (counted(second, "made"), counted(second, "made before")) == (0, made)


def test_a_screen_of_another_size_needs_others(prepare, opened):
    """What was made for one screen is no reason to make less for the next."""
    prepare()
    opened.clear()
    result = prepare(size="360x640")

    assert result.exit_code == 0
    assert {file for _, file, _ in opened}
    assert not [one for one in opened if one[0].endswith("measure")]


def test_a_broken_photo_is_told_of_and_keeps_no_other(prepare, place, opened):
    """It is named once with its reason, the exit code is 1, and the rest is made."""
    (place / "two.jpg").write_bytes(b"no picture")
    result = prepare()

    assert result.exit_code == 1
    assert result.output.count("two.jpg cannot be shown: it is a text, not a picture") == 1
    assert counted(result, "photos failed") == 1
    assert {os.path.basename(one[1]) for one in opened if one[0].endswith("derive")} == {  # noqa: PTH119
        "one.jpg", "three.jpg", "four.jpg", "cover.jpg",
    }  # fmt: skip


def test_without_a_place_to_keep_anything_it_stops(prepare, tmp_path, opened):
    """Where nothing can be kept, it does not go through all photos in vain."""
    prepare()
    asked = len(opened)
    opened.clear()
    shutil.rmtree(tmp_path / "cache")
    (tmp_path / "cache").write_text("in the way")
    result = prepare()

    assert result.exit_code == 1
    assert len(opened) < asked
    assert "Derivatives cannot be kept" in result.output
    assert "derivatives" not in result.output


def test_more_than_is_kept_is_told_of(prepare, tmp_path, monkeypatch):
    """Where the cache is too small for all, whoever prepares learns that it was in vain."""
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=0))
    result = prepare()

    assert result.exit_code == 0
    assert "makes the others again while it runs" in result.output


def test_without_a_screen_its_size_is_asked_for(place):
    """On a machine without a display, one sentence says what to type."""
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER", "XDG_RUNTIME_DIR"}
    environment = {key: value for key, value in os.environ.items() if key not in hidden}
    run = subprocess.run(
        [sys.executable, "-m", "kiosk", "prepare", str(place)],
        env=environment,
        stderr=subprocess.PIPE,
        text=True,
    )

    assert run.returncode == 2
    assert "give the size of one, such as --size 1920x1080" in run.stderr


def test_without_a_size_it_is_the_screens(prepare, place, tmp_path):
    """The screen that the player would fill is the one that is prepared for."""
    result = CliRunner().invoke(main, ["prepare", str(place)])

    assert result.exit_code == 0
    assert "photos at 1024x768: 5" in result.output  # SDL's screen that nobody sees.


class TestOnATerminal:
    """As it is typed: with a bar that is stopped, and goes on later."""

    @pytest.fixture
    def started(self, place, tmp_path):
        Image.effect_noise((2000, 1400), 60).save(place / "one.jpg")
        for number in range(40):
            # What follows a picture's end makes another file of it, and no other picture.
            (place / f"{number}.jpg").write_bytes(
                (place / "one.jpg").read_bytes() + bytes([number])
            )
        (place / "other.yaml").unlink()
        slides = "".join(f"  - photo: {number}.jpg\n" for number in range(40))
        (place / "show.yaml").write_text(f"title: Show\nslides:\n{slides}")
        ours, its = pty.openpty()
        program = subprocess.Popen(
            [sys.executable, "-m", "kiosk", "prepare", str(place), "--size", "640x360"],
            env=os.environ | {"XDG_CACHE_HOME": str(tmp_path / "cache"), "TERM": "xterm"},
            stdout=subprocess.PIPE,
            stderr=its,
            start_new_session=True,
            # As in a terminal: what a shell starts in the background ignores Ctrl-C.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        )
        os.close(its)
        yield program, ours
        program.kill()
        program.communicate()
        os.close(ours)

    def test_ctrl_c_stops_it_and_the_next_time_goes_on(self, started, prepare, tmp_path, opened):
        """What was made is kept, a sentence says how much, and no more than the rest is left."""
        program, terminal = started
        written = self.read(terminal, until=b" 2/40")
        os.kill(program.pid, signal.SIGINT)
        written += self.read(terminal)
        assert program.wait(10) == 130
        done = int(written.decode().split("Stopped after ")[1].split()[0])
        assert 2 <= done < 40
        assert "of 40 slides. Their derivatives are kept" in written.decode().replace("\r\n", "")
        opened.clear()
        result = prepare()

        assert result.exit_code == 0
        assert len([one for one in opened if one[0].endswith("measure")]) <= 40 - done
        assert counted(result, "made before") >= 2 * done

    def read(self, terminal, until=None):
        written, limit_s = b"", time.monotonic() + 60
        while until is None or until not in written:
            assert time.monotonic() < limit_s, written
            try:
                written += os.read(terminal, 4096)
            except OSError:  # So does a terminal end that nobody holds any more.
                break
        return written
