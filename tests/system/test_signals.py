"""Signals end the kiosk or reload it, whatever it is doing."""

import os
import pty
import signal
import subprocess
import sys
import time

import psutil
import pytest

from tests.window.screens import comes

ENDS_S = 2.0
PATIENCE_S = 30.0
PLAY = "from kiosk.cli import main; main()"
HANGS = {
    "nothing": "",
    # SDL sleeps on when a signal comes, and Python's handler has to wait for it.
    "the loop": (
        "import pygame; from kiosk.player.player import Player;"
        "Player.step = lambda player: (print('hangs', flush=True), pygame.time.wait(60000));"
    ),
    "the end": (
        "import pygame; from kiosk.media.loader import Loader;"
        "Loader.close = lambda loader: pygame.time.wait(60000);"
    ),
    "a thread": (
        "import threading, time; threading.Thread(target=time.sleep, args=(60,)).start();"
    ),
}


class Started:
    """A kiosk that plays on no screen, and what it logs."""

    def __init__(self, place, before="", **options):
        self.log = place.parent / "log.txt"
        with self.log.open("w") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-c", before + PLAY, "play", str(place)],
                env=os.environ | {"SDL_VIDEODRIVER": "dummy"},
                stdout=log,
                stderr=log,
                **{"stdin": subprocess.DEVNULL} | options,
            )
        self.children = []

    def plays(self):
        """Whether the window is open: SDL and the two processes for work are there."""
        own = psutil.Process(self.process.pid)
        self.children = own.children(recursive=True)
        return any("libSDL2" in file.path for file in own.memory_maps()) and len(self.children) > 1

    def ends_in_time(self):
        begun_s = time.monotonic()
        self.process.wait(PATIENCE_S)
        return time.monotonic() - begun_s < ENDS_S


@pytest.fixture
def start(place):
    kiosks = []

    def started(*arguments, **options):
        kiosks.append(Started(place, *arguments, **options))
        return kiosks[-1]

    yield started
    for kiosk in kiosks:
        kiosk.process.kill()
        kiosk.process.wait(PATIENCE_S)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
@pytest.mark.parametrize("hanging", HANGS)
def test_it_ends_within_two_seconds_whatever_hangs(start, hanging, number):
    """It ends as requested, and its processes with it."""
    kiosk = start(HANGS[hanging], preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))
    assert comes(kiosk.plays, PATIENCE_S)
    time.sleep(0.5)
    kiosk.process.send_signal(number)

    assert kiosk.ends_in_time()
    assert kiosk.process.returncode == 0, kiosk.log.read_text()
    assert comes(lambda: not any(one.is_running() for one in kiosk.children), PATIENCE_S)
    assert "Traceback" not in kiosk.log.read_text()


def test_it_ends_while_a_file_that_never_ends_is_read(start, place):
    """Nothing is on the screen yet, and reading still waits."""
    os.mkfifo(place / "pipe.yaml")
    kiosk = start()
    assert comes(lambda: psutil.Process(kiosk.process.pid).children(), PATIENCE_S)
    time.sleep(1)
    kiosk.process.terminate()

    assert kiosk.ends_in_time()
    assert kiosk.process.returncode == 0, kiosk.log.read_text()


def test_it_reloads(start, place):
    """Hanging up reads all again, though no file has changed, and plays on."""
    kiosk = start()
    assert comes(kiosk.plays, PATIENCE_S)
    kiosk.process.send_signal(signal.SIGHUP)

    assert comes(lambda: "new version is shown" in kiosk.log.read_text(), PATIENCE_S)
    assert kiosk.process.poll() is None


def test_it_ends_with_its_terminal(start):
    """A window with a terminal that somebody closes takes the kiosk along."""
    here, there = pty.openpty()
    kiosk = start(stdin=there, start_new_session=True, preexec_fn=_take_terminal)
    os.close(there)
    assert comes(kiosk.plays, PATIENCE_S)
    kiosk.process.send_signal(signal.SIGHUP)
    assert comes(lambda: "new version is shown" in kiosk.log.read_text(), PATIENCE_S)
    os.close(here)

    assert kiosk.ends_in_time()
    assert kiosk.process.returncode == 0, kiosk.log.read_text()


def _take_terminal():
    import fcntl
    import termios

    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
