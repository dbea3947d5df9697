"""A failure leaves a report, which shows what was on the screen, and nothing about visitors."""

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
    """A show whose second slide is zoomed by a hand when it fails again and again."""
    clock = SteppedClock(begun=Moment("2026-05-01", 600))
    app = off_screen(
        load(place)[0], Options(SIZE, start="colours:2"), clock, Cache(tmp_path / "cache")
    )
    for _ in range(20):
        assert app.await_photos(30)
        clock.step(0.5)
    app.dispatch(KeyPressed("plus"))
    assert app.await_photos(30)
    phases = ["down", *["moved"] * (EVENTS_KEPT + 50), "up"]
    for phase in phases:
        app.dispatch(Pointer(7, phase, Point(137.25, 45), clock.now()))
    clock.step(1)
    assert app.await_photos(30)
    app.save(str(tmp_path / "before.png"))

    file = place / "green.png"

    def fails(*_):
        raise RuntimeError(f"broken on purpose at {file}")

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
    assert len(report.events) == EVENTS_KEPT
    assert report.events[0][1] == "Pointer"
    assert all(at_s <= 0 for at_s, _ in report.events)
    assert report_path().stat().st_mode & 0o777 == 0o600


@pytest.mark.usefixtures("failed")
def test_a_report_tells_nothing_of_visitors_and_exhibitions(place):
    """No place of a finger, no time of the day, no word and no name of a photo is in it."""
    text = report_path().read_text()

    assert "photo 1" in text
    for private in (
        "137.25",
        "2026-05-01",
        "secret",
        str(place),
        *(f"{one}.png" for one in COLOURS),
    ):
        assert private not in text


def test_a_failure_is_replayed(place, failed, tmp_path):
    """The picture of the report is the one that was on the screen at the first failure."""
    out = tmp_path / "after.png"
    done = CliRunner().invoke(main, ["replay", str(report_path()), str(place), "--out", str(out)])

    assert done.exit_code == 0, done.output
    assert "broken on purpose" in done.output
    with Image.open(failed) as before, Image.open(out) as after:
        assert not ImageChops.difference(before.convert("RGB"), after.convert("RGB")).getbbox()


@pytest.mark.usefixtures("failed")
def test_a_report_opens_with_other_exhibitions(tmp_path):
    """What was on the screen may be gone: then the home screen is drawn."""
    other, out = write_place(tmp_path / "other", "others"), tmp_path / "out.png"
    done = CliRunner().invoke(main, ["replay", str(report_path()), str(other), "--out", str(out)])

    assert done.exit_code == 0, done.output
    assert out.exists()


@pytest.mark.usefixtures("failed")
def test_a_slide_that_is_gone(place, tmp_path):
    """The same exhibition may have fewer slides now: a sentence says so."""
    (place / "colours.yaml").write_text("title: A secret\nslides:\n  - {photo: red.png}\n")
    out = tmp_path / "out.png"
    done = CliRunner().invoke(main, ["replay", str(report_path()), str(place), "--out", str(out)])

    assert done.exit_code == 2
    assert f"The slide of the report is not in {place}." in done.output


@pytest.mark.parametrize("text", ["", "{}", "[1]", '{"kiosk": 1}', "\x00"])
def test_what_is_no_report(tmp_path, text):
    """A sentence says so."""
    file = tmp_path / "report.json"
    file.write_text(text)
    done = CliRunner().invoke(main, ["replay", str(file)])

    assert done.exit_code == 2
    assert "is not a report of a failure" in done.output
