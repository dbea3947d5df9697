"""A failure leaves a report, which shows what was on the screen, and nothing about visitors."""

import json

import pytest
from click.testing import CliRunner
from PIL import Image, ImageChops

from kiosk.authoring.load.place import load
from kiosk.base.clock import Moment, SteppedClock
from kiosk.base.geometry import Point, Size
from kiosk.cli import main
from kiosk.media.cache import Cache
from kiosk.player import player as loop
from kiosk.player.crash_report import EVENTS_KEPT, read_report, report_path
from kiosk.player.errors import ShowFailedError
from kiosk.player.headless import off_screen
from kiosk.player.options import Options
from kiosk.types.events import KeyPressed, Pointer

SIZE = Size(640, 360)
COLOURS = {"red": (200, 30, 30), "green": (30, 160, 40), "blue": (40, 60, 200)}


def write_place(folder, name="colours"):
    folder.mkdir()
    for colour, value in COLOURS.items():
        Image.new("RGB", (800, 450), value).save(folder / f"{colour}.png")
    slides = "".join(f"  - {{photo: {one}.png, motion: still, fill: true}}\n" for one in COLOURS)
    (folder / f"{name}.yaml").write_text(f"title: A secret\nslides:\n{slides}")
    return folder


@pytest.fixture
def place(tmp_path):
    return write_place(tmp_path / "place")


@pytest.fixture
def failed(place, tmp_path, monkeypatch):
    """A show that fails while its second slide is on the screen; its last picture."""
    clock = SteppedClock(begun=Moment("2026-05-01", 600))
    app = off_screen(
        load(place)[0], Options(SIZE, start="colours:2"), clock, Cache(tmp_path / "cache")
    )
    for _ in range(20):
        assert app.await_photos(30)
        clock.step(0.5)
    for number in range(EVENTS_KEPT + 50):
        app.dispatch(Pointer(7, "down" if number % 2 else "up", Point(123, 45), clock.now()))
    app.dispatch(KeyPressed("plus"))
    assert app.await_photos(30)
    app.save(str(tmp_path / "before.png"))

    def fails(*_):
        raise RuntimeError("broken on purpose")

    with monkeypatch.context() as patched:
        patched.setattr(loop.show, "view", fails)
        with pytest.raises(ShowFailedError):
            app.run()
    app.close()
    return tmp_path / "before.png"


@pytest.mark.usefixtures("failed")
def test_a_failure_leaves_a_report():
    """It has the error, and the kinds of the last events with their distance in time."""
    report = read_report(report_path())

    assert "RuntimeError: broken on purpose" in report.error
    assert len(report.events) <= EVENTS_KEPT
    assert all(at_s <= 0 for at_s, _ in report.events)
    assert report_path().stat().st_mode & 0o777 == 0o600


@pytest.mark.usefixtures("failed")
def test_a_report_tells_nothing_of_visitors_and_exhibitions(place):
    """No position of a finger, no time of the day, no word and no file is in it."""
    text = report_path().read_text()

    for private in ("123", "2026-05-01", "secret", str(place), "red.png"):
        assert private not in text.replace(json.dumps(read_report(report_path()).error), "")


def test_a_first_failure_is_replayed(place, tmp_path, monkeypatch):
    """The picture of the report is the one that was on the screen."""
    clock = SteppedClock()
    app = off_screen(
        load(place)[0], Options(SIZE, start="colours:2"), clock, Cache(tmp_path / "cache")
    )
    for _ in range(20):
        assert app.await_photos(30)
        clock.step(0.5)
    assert app.await_photos(30)
    app.save(str(tmp_path / "before.png"))
    ends = iter([RuntimeError("broken on purpose"), SystemExit()])

    def fails_once(*_):
        raise next(ends)

    with monkeypatch.context() as patched:
        patched.setattr(loop.show, "view", fails_once)
        with pytest.raises(SystemExit):
            app.run()
    app.close()
    out = tmp_path / "after.png"
    done = CliRunner().invoke(main, ["replay", str(report_path()), str(place), "--out", str(out)])

    assert done.exit_code == 0, done.output
    assert "broken on purpose" in done.output
    with Image.open(tmp_path / "before.png") as before, Image.open(out) as after:
        assert not ImageChops.difference(before.convert("RGB"), after.convert("RGB")).getbbox()


@pytest.mark.usefixtures("failed")
def test_a_report_opens_with_other_exhibitions(tmp_path):
    """What was on the screen may be gone: then the home screen is drawn."""
    other, out = write_place(tmp_path / "other", "others"), tmp_path / "out.png"
    done = CliRunner().invoke(main, ["replay", str(report_path()), str(other), "--out", str(out)])

    assert done.exit_code == 0, done.output
    assert out.exists()


@pytest.mark.parametrize("text", ["", "{}", "[1]", '{"kiosk": 1}', "\x00"])
def test_what_is_no_report(tmp_path, text):
    """A sentence says so."""
    file = tmp_path / "report.json"
    file.write_text(text)
    done = CliRunner().invoke(main, ["replay", str(file)])

    assert done.exit_code == 2
    assert "is not a report of a failure" in done.output
