"""Virtual screens, and a kiosk that runs on one."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageGrab, ImageStat

WIDTH, HEIGHT = 1280, 720
COLOURS = {
    "red": (200, 30, 30),
    "green": (30, 160, 40),
    "blue": (40, 60, 200),
    "grey": (90, 90, 90),
}
PATIENCE_S = 20.0
REQUIRED = os.environ.get("KIOSK_TEST_WINDOW") == "required"


def requires(holds, otherwise):
    """Skip a test, or fail it where all are required, unless this machine has what it needs."""
    if not holds:
        pytest.fail(otherwise) if REQUIRED else pytest.skip(otherwise)


def priority(*programs):
    """Skip a test, or fail it, if a program is missing."""
    for program in programs:
        requires(shutil.which(program), f"{program} is not installed")


@contextmanager
def x_server(*programs, options=()):
    """The name of a screen of its own; other programs may be needed too."""
    priority("Xvfb", *programs)
    read, write = os.pipe()
    screen = ["-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-noreset"]
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), *screen, *options],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as pipe:
        number = pipe.readline().strip()
    try:
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()


WAYLAND = {
    "weston": ("weston", "--backend=headless-backend.so", "--use-pixman", "--idle-time=0"),
    "cage": ("cage", "sleep", "600"),
}
NOBODY = 65534


@contextmanager
def wayland_server(name):
    """The environment of a program on a Wayland display without a GPU."""
    priority(name)
    wlroots = {"WLR_BACKENDS": "headless", "WLR_RENDERER": "pixman", "WLR_LIBINPUT_NO_DEVICES": "1"}
    with tempfile.TemporaryDirectory() as folder:
        environment = {"XDG_RUNTIME_DIR": folder}
        # Cage wants to know where Xwayland is, but starts it for X11 programs alone.
        options = wlroots | environment | {"WLR_XWAYLAND": shutil.which("true")}
        user = None
        if os.getuid() == 0:  # Cage refuses to run as root.
            user = NOBODY
            os.chown(folder, user, user)
        server = subprocess.Popen(
            WAYLAND[name],
            env=os.environ | options,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            user=user,
            group=user,
        )
        try:
            assert comes(lambda: _sockets(folder), PATIENCE_S), f"{name} did not start"
            display = {"WAYLAND_DISPLAY": _sockets(folder)[0], "SDL_VIDEODRIVER": "wayland"}
            yield environment | display
        finally:
            server.terminate()
            server.wait()


def _sockets(folder):
    return [one.name for one in Path(folder).glob("wayland-*") if one.is_socket()]


def write_colours(folder, more=""):
    for name, colour in COLOURS.items():
        Image.new("RGB", (1600, 900), colour).save(folder / f"{name}.png")
    slides = "".join(f"  - {{photo: {name}.png, motion: still}}\n" for name in COLOURS)
    (folder / "colours.yaml").write_text(f"title: Colours\n{more}slides:\n{slides}")


class Live:
    """A running kiosk, what it shows, and a hand at the mouse."""

    def __init__(self, display, place, *options, program=("-m", "kiosk"), environment=None):
        self.display = display
        self.process = subprocess.Popen(
            [sys.executable, *program, str(place), *options, "--for", "90"],
            env=os.environ | {"DISPLAY": display, "SDL_VIDEODRIVER": "x11"} | (environment or {}),
        )

    def close(self):
        self.process.kill()
        self.process.wait(10)

    def do(self, *words):
        """A chain of xdotool's own of commands, so that their pace is kept."""
        subprocess.run(
            ["xdotool", *map(str, words)], env=os.environ | {"DISPLAY": self.display}, check=True
        )

    def click(self, x, y):
        self.do("mousemove", x, y, "mousedown", 1, "sleep", 0.05, "mouseup", 1)

    def colour_at(self, x, y):
        return ImageGrab.grab(xdisplay=self.display).getpixel((x, y))

    def shows(self, name, x=WIDTH // 2, y=HEIGHT // 3):
        pixel = self.colour_at(x, y)
        return all(abs(a - b) < 12 for a, b in zip(pixel, COLOURS[name], strict=True))

    def comes_to_show(self, name, patience_s=PATIENCE_S):
        return comes(lambda: self.shows(name), patience_s)

    def looks_like(self, picture):
        screen = ImageGrab.grab(xdisplay=self.display).convert("RGB")
        return max(ImageStat.Stat(ImageChops.difference(screen, picture)).mean) < 0.2

    def comes_to_look_like(self, picture):
        return comes(lambda: self.looks_like(picture), PATIENCE_S)


def comes(holds, patience_s):
    """Whether something comes to be so, within a while."""
    end_s = time.monotonic() + patience_s
    while time.monotonic() < end_s:
        if holds():
            return True
        time.sleep(0.02)
    return False
