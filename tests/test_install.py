"""What `make` installs, when, and what it does where it can install nothing."""

import os
import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LOCKS = ("requirements.txt", "requirements-dev.txt")
NAME = re.compile(r"[\w-]+")
PINNED = re.compile(r"^([\w-]+)==(\S+)", re.MULTILINE)
OURS = "exhibition-kiosk (pyproject.toml"

PYTHON = """#!/bin/sh
case "$*" in
  *--requirement*) echo "installs $*" >> calls; echo "no route to host" >&2; exit $(cat offline);;
  "-m kiosk"*) for one in "$@"; do echo "plays $one" >> calls; done;;
  *-c*kiosk.player.assembly*) exit $(cat broken);;
  *-c*"import pip"*) exit $(cat lost);;
  "-m venv "*) echo "makes anew" >> calls; echo 0 > lost;;
esac
"""
"""In an environment's place: writes down what it is asked to do."""


@pytest.mark.parametrize("lock", LOCKS)
def test_locks_are_whole(lock):
    """Each locked package has its version and its files' hashes; no lock names a server."""
    assert all(PINNED.match(one) and "--hash=sha256:" in one for one in packages(lock))
    assert "://" not in (ROOT / lock).read_text()


@pytest.mark.parametrize("lock", LOCKS)
def test_locks_are_of_what_is_asked_for(lock):
    """The locks are of the packages that pyproject.toml names: `make lock` was not forgotten."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    asked = project["project"]["dependencies"] + project["dependency-groups"]["build"]
    if lock == "requirements-dev.txt":
        asked += project["project"]["optional-dependencies"]["dev"]

    assert {NAME.match(one)[0] for one in asked} == {
        NAME.match(one)[0] for one in packages(lock) if OURS in one
    }


def packages(lock):
    """Each with its lines: its pin, its hashes, and what asked for it."""
    return re.split(r"^(?=\w)", (ROOT / lock).read_text(), flags=re.MULTILINE)[1:]


def test_the_build_is_locked_too():
    """What builds the package is what [build-system] requires."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())

    assert set(project["build-system"]["requires"]) <= set(project["dependency-groups"]["build"])


def test_tests_run_with_what_the_wall_runs_with():
    """Whatever running needs is of the same version where tests run."""
    running, developing = (PINNED.findall((ROOT / lock).read_text()) for lock in LOCKS)

    assert set(running) <= set(developing)


@pytest.fixture
def made(tmp_path):
    """A checkout whose environment is an older one; `made("run")` tells how `make run` went."""
    for name in ("Makefile", "pyproject.toml", *LOCKS):
        shutil.copy(ROOT / name, tmp_path)
    (tmp_path / ".venv/bin").mkdir(parents=True)
    for name, script in (("python", PYTHON), ("pytest", "#!/bin/sh\n")):
        (tmp_path / f".venv/bin/{name}").write_text(script)
        (tmp_path / f".venv/bin/{name}").chmod(0o755)
    for name in ("offline", "broken", "lost"):
        (tmp_path / name).write_text("0")
    (tmp_path / ".venv/.ready").touch()

    def make(*words, **environment):
        kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
        (tmp_path / "calls").write_text("")
        done = subprocess.run(
            ["make", *words],
            cwd=tmp_path,
            env=kept | environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
        )
        return done.returncode, done.stderr, (tmp_path / "calls").read_text().splitlines()

    make.folder = tmp_path
    return make


def installs(calls):
    return [call.split()[-1] for call in calls if call.startswith("installs ")]


def test_running_needs_little(made):
    """`make run` installs what running needs, once; `make test` the rest; then neither does."""
    wanted = [("run", ["requirements.txt"]), ("run", []), ("test", ["requirements-dev.txt"])]
    for goal, packages in [*wanted, ("test", []), ("run", [])]:
        returned, _, calls = made(goal)

        assert returned == 0
        assert installs(calls) == packages


def test_developers_install_once(made):
    """After `make test`, `make run` has nothing to install."""
    assert installs(made("test")[2]) == ["requirements-dev.txt"]
    assert installs(made("run")[2]) == []


def test_only_what_is_locked_is_installed(made):
    """A package that differs from the lock is refused, and no other one is fetched beside it."""
    _, _, (install, *_) = made("run")

    assert "--require-hashes" in install
    assert "--no-deps" in install


def test_an_older_environment_is_brought_up_to_date(made):
    """What an older checkout has installed is used again, and that one has to install anew."""
    assert installs(made("run")[2]) == ["requirements.txt"]
    assert not (made.folder / ".venv/.ready").exists()


def test_an_environment_that_has_lost_its_packages_is_made_anew(made):
    """After an upgrade of the system's Python, the next start installs everything again."""
    made("run")
    (made.folder / "lost").write_text("1")
    calls = made("run", PYTHON=".venv/bin/python")[2]
    assert calls[0] == "makes anew"
    assert installs(calls) == ["requirements.txt"]
    again = made("run", PYTHON=".venv/bin/python")[2]

    assert not installs(again)
    assert "makes anew" not in again


def test_offline_with_an_older_environment_the_wall_plays(made):
    """Where nothing can be fetched, the kiosk says so in a line, plays, and tries again later."""
    (made.folder / "offline").write_text("1")
    for _ in range(2):
        returned, said, calls = made("run")

        assert returned == 0
        assert installs(calls) == ["requirements.txt"]
        assert "plays exhibitions" in calls
        assert said.splitlines()[1:] == [
            "The packages could not be updated (.venv/install.log says why):"
            " the kiosk plays with the installed ones."
        ]
    assert "no route to host" in (made.folder / ".venv/install.log").read_text()


@pytest.mark.parametrize("goal", ["run", "test"])
def test_offline_without_one_it_says_why(made, goal):
    """Where nothing can be fetched and nothing is there, make ends with 2, and says why."""
    for name in ("offline", "broken"):
        (made.folder / name).write_text("1")
    returned, said, calls = made(goal)

    assert returned == 2
    assert not any(call.startswith("plays") for call in calls)
    assert "no route to host\nThe packages could not be installed (see above)" in said


def test_tests_do_not_run_with_older_packages(made):
    """Where packages cannot be fetched, tests do not run with others."""
    (made.folder / "offline").write_text("1")

    assert made("test")[0] == 2


@pytest.mark.parametrize(
    "place",
    ["my photos", "two  spaces", "l'été", '"quoted"', "$HOME", "$(x", "a;b", "#1", "-x", "*"],
)
def test_any_folder_plays(made, place):
    """Whatever signs are in a folder's name, it is that folder which plays."""
    for calls in (made("run", f"PLACE={place}")[2], made("run", PLACE=place)[2]):
        assert calls[-2:] == ["plays --", f"plays {place}"]


def test_a_place_at_home_plays(made):
    """A tilde stands for the user's folder, also where no shell has seen it."""
    for place in ("~/my photos", "~"):
        _, _, calls = made("run", f"PLACE={place}", HOME="/home/of mine")

        assert calls[-1] == f"plays {place.replace('~', '/home/of mine')}"


def test_options_keep_their_quotes(made):
    """Options are given as a shell reads them."""
    _, _, calls = made("run", "ARGS=--start 'my show' --still")

    assert calls[-5:-2] == ["plays --start", "plays my show", "plays --still"]
