"""What systemd learns of a kiosk that it has started."""

import os
import socket
import subprocess
import sys
import time

import pytest

from kiosk.system.service_manager import ServiceManager
from tests.window.screens import comes

PATIENCE_S = 30.0
HANG = (
    "import pygame, signal; from kiosk.player.player import Player;"
    "signal.signal(signal.SIGUSR1, lambda *_: pygame.time.wait(60000));"
)


@pytest.fixture
def listener(tmp_path):
    """A socket as systemd's, and what was said to it."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as one:
        one.bind(str(tmp_path / "notify"))
        one.settimeout(0.05)
        yield one


def heard(listener):
    said = []
    while True:
        try:
            said += listener.recv(1000).decode().splitlines()
        except TimeoutError:
            return said


def test_it_says_once_that_it_is_ready_and_then_that_it_is_alive(listener):
    """A sign comes four times in the time that systemd waits, however often the loop goes round."""
    manager = ServiceManager({"NOTIFY_SOCKET": listener.getsockname(), "WATCHDOG_USEC": "8000000"})
    for tenth in range(100):
        manager.alive(tenth / 10)
    said = heard(listener)

    assert said[0] == "READY=1"
    assert said.count("READY=1") == 1
    assert said.count("WATCHDOG=1") == 5
    manager.ending()
    assert heard(listener) == ["STOPPING=1"]


def test_a_name_without_a_file(tmp_path):
    """Linux's abstract names are written with an at sign."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as one:
        name = f"kiosk-test-{os.getpid()}"
        one.bind(f"\0{name}")
        one.settimeout(0.05)
        ServiceManager({"NOTIFY_SOCKET": f"@{name}"}).alive(0)

        assert "READY=1" in heard(one)


@pytest.mark.parametrize(
    "environment",
    [
        {},
        {"NOTIFY_SOCKET": ""},
        {"NOTIFY_SOCKET": "/nowhere/at/all"},
        {"NOTIFY_SOCKET": "/nowhere", "WATCHDOG_USEC": "often"},
    ],
)
def test_without_a_service_manager_nothing_happens(environment):
    """A kiosk that somebody starts by hand says nothing, and nothing fails."""
    manager = ServiceManager(environment)
    for second in range(60):
        assert manager.alive(second) is None
    manager.ending()


def test_a_watchdog_for_another_process_is_not_ours(listener):
    """A launcher's own watchdog is not fed."""
    manager = ServiceManager(
        {"NOTIFY_SOCKET": listener.getsockname(), "WATCHDOG_USEC": "4000000", "WATCHDOG_PID": "1"}
    )
    for second in range(60):
        manager.alive(second)

    assert heard(listener) == ["READY=1", f"MAINPID={os.getpid()}", "WATCHDOG=1"]


@pytest.fixture
def started(listener, tmp_path):
    """A kiosk as systemd starts it, on no screen; with nothing to show if there is no photo."""
    processes = []

    def start(*options, before=""):
        processes.append(
            subprocess.Popen(
                [
                    sys.executable,
                    "-c",
                    f"{before}from kiosk.cli import main; main()",
                    "play",
                    str(tmp_path / "place"),
                    *options,
                ],
                env=os.environ
                | {
                    "SDL_VIDEODRIVER": "dummy",
                    "NOTIFY_SOCKET": listener.getsockname(),
                    "WATCHDOG_USEC": "2000000",
                },
                stderr=subprocess.DEVNULL,
            )
        )
        return processes[-1]

    yield start
    for process in processes:
        process.kill()
        process.wait(PATIENCE_S)


def comes_to_say(listener, word):
    return comes(lambda: word in heard(listener), PATIENCE_S)


def test_a_show_at_rest_is_alive_and_one_that_hangs_is_not(place, listener, started):
    """Signs come while nothing moves; they stop with the loop, so that systemd restarts it."""
    kiosk = started(before=HANG)
    assert comes_to_say(listener, "READY=1")
    assert comes_to_say(listener, "WATCHDOG=1")
    kiosk.send_signal(10)  # SIGUSR1, from which on it hangs.
    time.sleep(1)
    heard(listener)
    time.sleep(3)

    assert heard(listener) == []


def test_a_kiosk_that_waits_for_exhibitions_is_alive(tmp_path, listener, started):
    """Nothing is there to be shown, and nothing is wrong with the kiosk."""
    (tmp_path / "place").mkdir()
    started("--wait")

    assert comes_to_say(listener, "READY=1")
    assert comes_to_say(listener, "WATCHDOG=1")


def test_it_says_that_it_ends(place, listener, started):
    """Systemd knows that this end is wanted."""
    kiosk = started()
    assert comes_to_say(listener, "READY=1")
    kiosk.terminate()

    assert comes_to_say(listener, "STOPPING=1")
