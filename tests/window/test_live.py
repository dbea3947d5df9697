"""The player in a real window, led by a mouse and by keys."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PIL import Image, ImageGrab

pytestmark = pytest.mark.window

WIDTH, HEIGHT = 1280, 720
COLOURS = {
    "red": (200, 30, 30),
    "green": (30, 160, 40),
    "blue": (40, 60, 200),
    "grey": (90, 90, 90),
}
PATIENCE_S = 20.0
REQUIRED = os.environ.get("KIOSK_TEST_WINDOW") == "required"


@pytest.fixture(scope="module")
def display():
    """A virtual screen of its own."""
    for program in ("Xvfb", "xdotool"):
        if not shutil.which(program):
            message = f"{program} is not installed"
            pytest.fail(message) if REQUIRED else pytest.skip(message)
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-noreset"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as pipe:
        number = pipe.readline().strip()
    yield f":{number}"
    server.terminate()
    server.wait()


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """An exhibition of four photos, each of one colour."""
    folder = tmp_path_factory.mktemp("exhibitions")
    for name, colour in COLOURS.items():
        Image.new("RGB", (1600, 900), colour).save(folder / f"{name}.png")
    slides = "".join(f"  - {{photo: {name}.png, motion: still}}\n" for name in COLOURS)
    (folder / "colours.yaml").write_text(f"title: Colours\nslides:\n{slides}")
    return folder


class Live:
    """A running kiosk, what it shows, and a hand at the mouse."""

    def __init__(self, display, place, *options):
        self.display = display
        environment = os.environ | {"DISPLAY": display, "SDL_VIDEODRIVER": "x11"}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "kiosk", str(place), *options, "--for", "90"], env=environment
        )

    def close(self):
        self.process.kill()
        self.process.wait(10)

    def do(self, *words):
        """A chain of xdotool's own of commands, so that their pace is kept."""
        subprocess.run(
            ["xdotool", *map(str, words)], env=os.environ | {"DISPLAY": self.display}, check=True
        )

    def colour_at(self, x, y):
        return ImageGrab.grab(xdisplay=self.display).getpixel((x, y))

    def shows(self, name, x=WIDTH // 2, y=HEIGHT // 3):
        pixel = self.colour_at(x, y)
        return all(abs(a - b) < 12 for a, b in zip(pixel, COLOURS[name], strict=True))

    def comes_to_show(self, name, patience_s=PATIENCE_S):
        end_s = time.monotonic() + patience_s
        while time.monotonic() < end_s:
            if self.shows(name):
                return True
            time.sleep(0.02)
        return False


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


def test_a_slow_drag_of_30_percent_springs_back(live):
    """Drawn over 30 % and held, the slide is let go where it was."""
    live.do(*swipe(1000, 1000 - 0.3 * WIDTH, 20, 0.02))
    time.sleep(0.5)
    assert live.shows("green", x=WIDTH - 50)
    live.do("mouseup", 1)
    time.sleep(1.5)

    assert live.shows("red", x=WIDTH - 50)


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
    assert live.shows("red", y=5)
    live.do("key", "Return")
    end_s = time.monotonic() + PATIENCE_S
    while live.shows("red", y=5) and time.monotonic() < end_s:
        time.sleep(0.05)

    assert not any(live.shows(name, y=5) for name in COLOURS)


def test_attract_returns_after_idling(display, place):
    """Ten seconds without a touch, twenty without an answer, and the slides play again."""
    (place / "kiosk.yaml").write_text("idle_s: 10\n")
    kiosk = Live(display, place, "--start", "home")
    try:
        time.sleep(13)
        assert not kiosk.shows("red", y=20)
        assert kiosk.comes_to_show("red", patience_s=30) or kiosk.comes_to_show("green")
    finally:
        kiosk.close()
        (place / "kiosk.yaml").unlink()


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
    time.sleep(5)
    before = cpu_s(live.process.pid)
    time.sleep(4)
    assert cpu_s(live.process.pid) - before <= 0.04


def cpu_s(pid):
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def test_a_rasteriser_is_not_taken_for_a_gpu(display):
    """Where OpenGL is drawn by the processor, SDL's own driver draws instead."""
    program = (
        "from kiosk.display import sdl; from kiosk.display.window import Window;"
        "from kiosk.geometry import Size; sdl._may_have_gpu = lambda: True;"
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
