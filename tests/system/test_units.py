"""The unit with which systemd starts a kiosk, and what becomes of a kiosk in it."""

import os
import re
import shutil
import signal
import subprocess
import time
from typing import get_args

import pytest
from click.testing import CliRunner

from kiosk.cli import main
from kiosk.commands.technicians import install as command
from kiosk.system.units import NAME, Service, Session, desktop_entry, unit
from tests.system.supervisor import Supervisor
from tests.window.screens import requires

SESSIONS = get_args(Session)
ODD = '/srv/100 %h $HOME/it\'s "here"\\now'


@pytest.fixture
def kiosk(tmp_path, monkeypatch):
    """Types a command, on a machine whose units are in a folder of the test."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setattr(command, "SYSTEM_UNITS", tmp_path / "system")
    monkeypatch.delenv("SUDO_USER", raising=False)
    return lambda *words: CliRunner().invoke(main, [str(word) for word in words])


@pytest.mark.parametrize("session", SESSIONS)
def test_systemd_understands_it(session, tmp_path):
    """systemd-analyze has nothing to say against the unit."""
    requires(shutil.which("systemd-analyze"), "systemd is not installed")
    runs = ("/bin/true", ODD)
    user = None if session == "desktop" else "daemon"
    file = tmp_path / NAME
    file.write_text(unit(Service(runs, session, user, "" if session == "kms" else "/bin/true")))
    scope = ["--user"] if session == "desktop" else []
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *scope, str(file)],
        capture_output=True,
        text=True,
        env=os.environ | {"XDG_RUNTIME_DIR": str(tmp_path)},
    )

    assert NAME not in done.stderr, done.stderr


@pytest.mark.parametrize("session", SESSIONS)
def test_a_name_of_a_folder_is_not_changed(session):
    """Whatever a folder is called, systemd starts the kiosk with it."""
    made = unit(Service(("/bin/kiosk", ODD), session, "kiosk", "/bin/compositor"))
    words = re.search("^ExecStart=(.*)$", made, re.MULTILINE)[1]

    assert re.sub(r"\\\\(.)", r"\1", words).count("/srv/100 %%h $$HOME/it") == 1
    assert not re.search(r"(?<!%)%(?!%)|(?<!\$)\$(?!\$)", words.replace("%%", "").replace("$$", ""))


def test_a_shell_reads_the_entry_of_a_desktop():
    """For machines without systemd; the name of a folder is one word."""
    entry = desktop_entry(["/bin/kiosk", "/srv/my photos"])

    assert 'Exec=/bin/kiosk "/srv/my photos"' in entry


@pytest.mark.parametrize("session", SESSIONS)
def test_nothing_is_written_to_be_printed(kiosk, place, session, tmp_path):
    """The printed unit starts this program with this folder, and waits for what is not there."""
    done = kiosk("install", place, "--in", session, "--as", "nobody", "--print")

    assert done.exit_code == 0, done.output
    assert re.search(f"ExecStart=.*-m kiosk play --wait.* -- {place}", done.output)
    assert not (tmp_path / "system").exists()
    assert not (tmp_path / "config").exists()


def test_a_unit_of_the_system(kiosk, place, tmp_path, monkeypatch):
    """It is written, and removed again; a unit of somebody else is not."""
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    file = tmp_path / "system" / NAME
    done = kiosk("install", place, "--in", "cage", "--as", "nobody", "--machine", place / "a.yaml")

    assert done.exit_code == 0, done.output
    assert "User=nobody" in file.read_text()
    assert f"--machine {place / 'a.yaml'}" in file.read_text()
    assert f"sudo systemctl enable --now {NAME}" in done.output
    assert kiosk("uninstall").exit_code == 0
    assert not file.exists()
    file.write_text("[Unit]\nDescription=Mine\n")
    assert "is there" in kiosk("install", place, "--in", "cage", "--as", "nobody").output
    assert kiosk("uninstall").exit_code == 1
    assert "Mine" in file.read_text()


def test_a_unit_of_a_user(kiosk, place, tmp_path, monkeypatch):
    """The desktop starts the unit, and nobody needs root for that."""
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    done = kiosk("install", place)
    entry = (tmp_path / "config" / "autostart" / "exhibition-kiosk.desktop").read_text()

    assert done.exit_code == 0, done.output
    assert f"systemctl --user start {NAME}" in entry
    assert "User=" not in (tmp_path / "config" / "systemd" / "user" / NAME).read_text()
    assert kiosk("uninstall").exit_code == 0
    assert not list((tmp_path / "config").rglob("exhibition-kiosk*"))


def test_a_desktop_without_systemd(kiosk, place, tmp_path, monkeypatch):
    """Its entry starts the kiosk itself."""
    monkeypatch.setattr(shutil, "which", lambda name: None)
    kiosk("install", place)
    entry = (tmp_path / "config" / "autostart" / "exhibition-kiosk.desktop").read_text()

    assert f"-m kiosk play --wait -- {place}" in entry
    assert not (tmp_path / "config" / "systemd").exists()


def test_a_kiosk_is_not_root(kiosk, place, monkeypatch):
    """Root must be asked for by its name; with sudo, it is the user who typed it."""
    monkeypatch.setattr("getpass.getuser", lambda: "root")
    refused = kiosk("install", place, "--in", "kms", "--print")
    asked = kiosk("install", place, "--in", "kms", "--print", "--as", "root")
    monkeypatch.setenv("SUDO_USER", "ada")
    by_sudo = kiosk("install", place, "--in", "kms", "--print")

    assert refused.exit_code == 2
    assert "is not to run as root" in refused.output
    assert "User=root" in asked.output
    assert "User=ada" in by_sudo.output


def test_a_compositor_that_is_not_there(kiosk, place, monkeypatch):
    """A sentence says what to install."""
    monkeypatch.setattr(shutil, "which", lambda name: None)
    done = kiosk("install", place, "--in", "labwc", "--as", "nobody")

    assert done.exit_code == 2
    assert "sudo apt install labwc" in done.output


@pytest.fixture
def supervised(kiosk, place, tmp_path):
    """A kiosk that runs as its unit says, on no screen."""
    made = kiosk("install", place, "--in", "kms", "--as", "nobody", "--print").output
    one = Supervisor(made, tmp_path, watchdog_s=10, environment={"SDL_VIDEODRIVER": "dummy"})
    assert one.comes_up(1)
    yield one
    one.stop()


def test_a_kiosk_that_crashes_or_freezes_is_started_again(supervised):
    """It is ready again after each, and ends within the time that systemd leaves it."""
    os.kill(supervised.main, signal.SIGKILL)
    assert supervised.comes_up(2)
    os.kill(supervised.main, signal.SIGSTOP)
    assert supervised.comes_up(3)
    time.sleep(1)
    assert supervised.stop() < 3.0

    assert supervised.ends == [-signal.SIGKILL, -signal.SIGKILL, 0]


def test_a_kiosk_at_rest_is_left_alone(supervised):
    """Its signs of life come in time, however long nothing moves."""
    time.sleep(15)

    assert supervised.starts == 1
