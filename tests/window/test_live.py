"""The player in a real window, led by a mouse and by keys."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner
from PIL import Image

from kiosk.authoring.load.place import load
from kiosk.base.geometry import Size
from kiosk.cli import main
from kiosk.display.text.typesetter import SkiaTypesetter
from kiosk.screens import home
from kiosk.screens.actions import OpenInterview, Speak
from kiosk.screens.context import Context
from kiosk.style.stage import Stage
from tests.window.screens import (
    COLOURS,
    HEIGHT,
    PATIENCE_S,
    WIDTH,
    Live,
    comes,
    write_colours,
    x_server,
)

pytestmark = pytest.mark.window

CLOCK = (
    "import signal; from kiosk.base.clock import SystemClock; now, ahead_s = SystemClock.now, [];"
    "SystemClock.now = lambda clock: now(clock) + sum(ahead_s);"
    "signal.signal(signal.SIGUSR1, lambda *_: ahead_s.append(10));"
    "signal.signal(signal.SIGUSR2, lambda *_: ahead_s.append(20));"
    "from kiosk.player import player; player.LOOK_AGAIN_S = 0.1;"
)
"""Signals set it forward, the first by ten seconds and the second by twenty."""
HURRIED = ("-c", CLOCK + "from kiosk.cli import main; main()")


EDGE = 1140
"""Just within the right edge of a photo at rest."""


@pytest.fixture(scope="module")
def display():
    """A virtual screen of its own."""
    with x_server("xdotool") as name:
        yield name


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """An exhibition of four photos, each of one colour."""
    folder = tmp_path_factory.mktemp("exhibitions")
    write_colours(folder)
    return folder


@pytest.fixture(scope="module")
def spoken(tmp_path_factory):
    """The same exhibition in two languages, one of them read from the right, and an interview."""
    folder = tmp_path_factory.mktemp("spoken")
    write_colours(folder, "interview: interview.txt\n")
    answers = "".join(f"Why {n}?\nSo it is. And so it will be.\n\n" for n in range(60))
    (folder / "interview.txt").write_text(f"Nobody\n\nfull interview\n\n{answers}")
    (folder / "kiosk.yaml").write_text("idle_s: 10\nlanguages: [en, ar]\n")
    return folder


def shot(place, out, *options):
    """What the kiosk is to show there, drawn off screen."""
    words = ["shot", str(place), "--out", str(out), "--size", f"{WIDTH}x{HEIGHT}", *options]
    done = CliRunner(env={"SDL_VIDEODRIVER": "dummy"}).invoke(main, words)
    assert done.exit_code == 0, done.output
    return Image.open(out).convert("RGB")


def door(place, language, action):
    """The middle of what leads somewhere from the home screen."""
    collection, _ = load(place)
    stage = Stage(Size(WIDTH, HEIGHT), SkiaTypesetter(), language=language)
    buttons = home.Home().buttons(Context(collection, stage))
    at = next(button.rect.centre for button in buttons if button.action == action)
    return round(at.x), round(at.y)


@pytest.fixture
def live(display, place):
    kiosk = Live(display, place, "--start", "colours")
    try:
        assert kiosk.comes_to_show("red"), "the first photo was not shown"
        time.sleep(1)
        yield kiosk
    finally:
        kiosk.close()


def swipe(start, end, steps, pause_s):
    """Words for xdotool: down, along, and up without resting."""
    words = ["mousemove", start, 300, "mousedown", 1]
    for n in range(1, steps + 1):
        words += ["sleep", pause_s, "mousemove", round(start + (end - start) * n / steps), 300]
    return words


def test_a_fast_drag_of_40_percent_turns(live):
    """A mouse that is drawn over 40 % of the width with speed leads to the next slide."""
    live.do(*swipe(1000, 1000 - 0.4 * WIDTH, 8, 0.01), "mouseup", 1)

    assert live.comes_to_show("green")


def test_a_slow_drag_of_6_percent_springs_back(live):
    """Drawn over 40 mm and held, the slide is let go where it was."""
    live.do(*swipe(1000, 1000 - 0.06 * WIDTH, 20, 0.02))
    time.sleep(0.5)
    assert not live.shows("red", x=EDGE)
    live.do("mouseup", 1)

    assert comes(lambda: live.shows("red", x=EDGE), PATIENCE_S)


def test_keys_turn_and_none_is_lost(live):
    """A key press shows the next photo; three at once lead three on."""
    live.do("key", "Right")
    assert live.comes_to_show("green")
    live.do("key", "Left")
    assert live.comes_to_show("red")
    live.do("key", "Right", "Right", "Right")
    assert live.comes_to_show("grey")


def test_tab_and_enter_press_what_a_finger_would(live):
    """The first button that Tab leads to is the way home, and Enter takes it."""
    live.do("key", "Tab")
    assert live.shows("red", y=60)
    live.do("key", "Return")

    assert comes(lambda: not any(live.shows(name, y=60) for name in COLOURS), PATIENCE_S)


def test_clicks_at_the_sides_turn(live):
    """The right side of a slide leads on, the left side back."""
    live.click(WIDTH - 30, 300)
    assert live.comes_to_show("green")
    live.click(WIDTH - 30, 300)
    assert live.comes_to_show("blue")
    live.click(30, 300)
    assert live.comes_to_show("green")


def test_the_arrows_turn(live):
    """A click at the foot brings the bar, whose arrows lead on and back."""
    margin = round(0.055 * HEIGHT)
    onward, foot = WIDTH - margin - 12, HEIGHT - 20
    back = onward - round(1.5 * margin)
    bar = ["mousemove", WIDTH // 2, foot, "click", 1, "sleep", 0.4]
    live.do(*bar, "mousemove", onward, foot, "click", 1)
    assert live.comes_to_show("green")
    live.do(*bar, "mousemove", back, foot, "click", 1)
    assert live.comes_to_show("red")


def test_a_language_that_is_read_from_the_right_is_swiped_the_other_way(display, spoken):
    """There the next slide comes from the left."""
    kiosk = Live(display, spoken, "--start", "colours", "--language", "ar")
    try:
        assert kiosk.comes_to_show("red")
        kiosk.do(*swipe(300, 900, 8, 0.01), "mouseup", 1)
        assert kiosk.comes_to_show("green")
    finally:
        kiosk.close()


def test_the_interview_is_opened_read_and_left(display, spoken, tmp_path):
    """A door leads to it; it is drawn up by a mouse, and back to its head and home by keys."""
    page = shot(spoken, tmp_path / "page.png", "--start", "interview")
    doors = shot(spoken, tmp_path / "doors.png", "--start", "home")
    kiosk = Live(display, spoken, "--start", "home")
    try:
        assert kiosk.comes_to_look_like(doors)
        kiosk.click(*door(spoken, "en", OpenInterview("colours")))
        assert kiosk.comes_to_look_like(page)
        kiosk.do("mousemove", 640, 500, "mousedown", 1, "mousemove", 640, 450)
        kiosk.do("mousemove", 640, 200, "sleep", 0.4, "mouseup", 1)
        assert comes(lambda: not kiosk.looks_like(page), PATIENCE_S)
        kiosk.do("key", "Home")
        assert kiosk.comes_to_look_like(page)
        kiosk.do("key", "Escape")
        assert kiosk.comes_to_look_like(doors)
    finally:
        kiosk.close()


def test_a_language_is_chosen_and_forgotten(display, spoken, tmp_path):
    """Ten seconds without a touch, twenty without an answer: the slides play, and all is new."""
    english = shot(spoken, tmp_path / "en.png", "--start", "home")
    arabic = shot(spoken, tmp_path / "ar.png", "--start", "home", "--language", "ar")
    kiosk = Live(display, spoken, "--start", "home", program=HURRIED)
    try:
        assert kiosk.comes_to_look_like(english)
        kiosk.click(*door(spoken, "en", Speak("ar")))
        assert kiosk.comes_to_look_like(arabic)
        kiosk.process.send_signal(signal.SIGUSR1)
        assert comes(lambda: not kiosk.looks_like(arabic), PATIENCE_S)
        assert not kiosk.shows("red", y=20)
        kiosk.process.send_signal(signal.SIGUSR2)
        assert comes(lambda: any(kiosk.shows(name, y=100) for name in COLOURS), PATIENCE_S / 2)
        kiosk.do("key", "Return")
        assert kiosk.comes_to_look_like(english)
    finally:
        kiosk.close()


def test_what_fingers_do_can_be_recorded(display, place, tmp_path):
    """A swipe is in the file while the kiosk plays, from its coming to its going."""
    file = tmp_path / "touch.jsonl"
    kiosk = Live(display, place, "--start", "colours", "--record", str(file))
    try:
        assert kiosk.comes_to_show("red")
        kiosk.do(*swipe(1000, 400, 8, 0.01), "mouseup", 1)
        assert kiosk.comes_to_show("green")
    finally:
        kiosk.close()
    stream = [json.loads(line) for line in file.read_text().splitlines()]

    assert stream[0]["phase"] == "down"
    assert stream[-1]["phase"] == "up"
    assert stream[0]["x"] == pytest.approx(1000 / WIDTH, abs=0.01)


def test_a_still_slide_costs_nothing(live):
    """While a photo stands, the process takes under 1 % of a core."""
    time.sleep(4)  # Until the bar has gone.
    before = cpu_s(live.process.pid)
    time.sleep(3)
    assert cpu_s(live.process.pid) - before <= 0.03


def cpu_s(pid):
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def test_a_rasteriser_is_not_taken_for_a_gpu(display):
    """Where OpenGL is drawn by the processor, SDL's own driver draws instead."""
    program = (
        "from kiosk.display import sdl; from kiosk.display.window import Window;"
        "from kiosk.base.geometry import Size; sdl._may_have_gpu = lambda: True;"
        "print(sdl.renderer(Window(Size(320, 200)).sdl)[1])"
    )
    environment = {**os.environ, "DISPLAY": display, "PYGAME_HIDE_SUPPORT_PROMPT": "1"}
    environment.pop("SDL_VIDEODRIVER", None)
    told = subprocess.run(
        [sys.executable, "-c", program],
        env=environment,
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=True,
    )

    assert told.stdout.split()[-1] == "False"
