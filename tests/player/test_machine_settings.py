"""The settings of one machine, from its machine.yaml to the wall."""

import os
import subprocess
import sys
from contextlib import closing

import pytest
from click.testing import CliRunner
from PIL import Image

from kiosk.base.geometry import Size
from kiosk.cli import main
from kiosk.exhibition.kiosk import Machine, Screen
from kiosk.media.workers.pool import Workers
from kiosk.player.content.content_reader import ContentReader
from kiosk.player.content.machine_settings import MachineSettings, machine_file
from kiosk.player.errors import StartError
from kiosk.player.options import Options
from kiosk.player.startup import Launch, started

ALL = """\
output: 1
roots: [/srv/photos]
cache_gb: 2
languages: [fr, en]
screen: {diagonal_in: 55}
log: /var/log/kiosk.log
"""


@pytest.fixture
def file(tmp_path):
    return tmp_path / "machine.yaml"


@pytest.fixture
def place(tmp_path):
    """An exhibition in two languages, one of whose photos is outside of its folder."""
    folder, outside = tmp_path / "a" / "place", tmp_path / "b"
    for one in (folder, outside):
        one.mkdir(parents=True)
    for path in (folder / "in.png", outside / "out.png"):
        Image.new("RGB", (320, 200), (60, 90, 120)).save(path)
    slides = f"slides:\n  - photo: in.png\n  - photo: {outside / 'out.png'}\n"
    (folder / "one.yaml").write_text("title: {en: One, fr: Un}\n" + slides)
    return folder


def read(file):
    with closing(Workers(1)) as workers:
        return MachineSettings(file).read(workers)


def read_place(place, file):
    with closing(ContentReader(place, settings=MachineSettings(file))) as reader:
        return reader.settings.machine, reader.cache, reader.read()


def test_every_setting_is_read(file):
    """What is written holds, and what is left out is as usual."""
    file.write_text(ALL)
    found = read(file)

    assert found.machine == Machine(
        1, ("/srv/photos",), 2.0, ("fr", "en"), Screen(55.0), "/var/log/kiosk.log"
    )
    assert found.problems == ()
    assert read(None).machine == Machine()


@pytest.mark.parametrize("text", ["", "# nothing yet\n"])
def test_an_empty_file_is_no_mistake(file, text):
    """A technician may begin with one."""
    file.write_text(text)

    assert read(file).machine == Machine()
    assert read(file).problems == ()


def test_a_file_is_read_once(file, monkeypatch):
    """The next start knows the settings without a process that reads them, until they change."""
    file.write_text(ALL)
    read(file)
    jobs, run = [], Workers.run
    monkeypatch.setattr(Workers, "run", lambda *asked: jobs.append(asked) or run(*asked))

    assert read(file).machine.output == 1
    assert not jobs
    file.write_text(ALL.replace("output: 1", "output: 12"))
    assert read(file).machine.output == 12
    assert jobs


@pytest.mark.parametrize("torn", ["output: [", "- no keys\n", "a: b: c\n"])
def test_a_torn_file_leaves_the_last_good_settings(file, torn):
    """They hold also after more starts, and staff learn why."""
    file.write_text(ALL)
    read(file)
    file.write_text(torn)

    for _ in range(2):
        found = read(file)
        assert found.machine.output == 1
        assert "machine.yaml" in found.faults[0]


def test_a_torn_file_at_the_first_start(file):
    """All settings are as usual then, and staff learn why."""
    file.write_text("output: [")

    assert read(file).machine == Machine()
    assert read(file).faults


def test_a_mistake_costs_one_setting(file):
    """The others hold."""
    file.write_text("output: second\ncache_gb: 2\ncolour: red\n")
    found = read(file)

    assert found.machine == Machine(cache_gb=2.0)
    assert "output needs the number of a screen from 0 to 15, such as 1" in found.faults[0]
    assert len(found.faults) == 2


def test_they_reach_the_wall(place, file):
    """Languages and screen are the machine's; its roots and its cache are used."""
    file.write_text(f"{ALL}\n".replace("/srv/photos", str(place.parents[1] / "b")))
    machine, cache, reading = read_place(place, file)

    assert reading.collection.kiosk.languages == ("fr", "en")
    assert reading.collection.kiosk.screen == machine.screen == Screen(55.0)
    assert len(reading.collection.photos) == 2
    assert cache.bytes_max == 2 * 2**30


def test_staff_read_what_is_wrong(place, file):
    """Its mistakes are with those of the exhibitions, also after these were read again."""
    file.write_text("output: second\n")
    with closing(ContentReader(place, settings=MachineSettings(file))) as reader:
        for _ in range(2):
            reading = reader.read()
            faults = reading.collection.faults
            assert any("machine.yaml" in fault for fault in faults)
            assert len(faults) == 2  # The other is the photo outside.
            assert sorted(reading.faults) == sorted(faults)
        (place / "one.yaml").write_text("title: [")
        assert any("machine.yaml" in fault for fault in reader.read().faults)


def test_the_command_goes_first(place, file):
    """`--screen` is obeyed, and `output` where the command names none."""
    file.write_text("output: 5\ncolour: red\n")
    here, told = Options(Size(320, 200), screen=0), []
    with started(Launch(place, (), here, file), told.append) as player:
        assert player.await_photos(30)
    assert "machine.yaml:2" in told[0]
    with (
        pytest.raises(StartError, match="screen 5 is not there"),
        started(Launch(place, (), Options(Size(320, 200)), file), print),
    ):
        pass


def test_the_usual_file(tmp_path, monkeypatch):
    """The user's goes before the system's; without either there is none."""
    assert machine_file() is None
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    own = tmp_path / "exhibition-kiosk" / "machine.yaml"
    own.parent.mkdir()
    own.write_text("output: 0\n")

    assert machine_file() == own
    assert machine_file(tmp_path / "other.yaml") == tmp_path / "other.yaml"


def test_check_knows_them(place, tmp_path, monkeypatch):
    """It allows the machine's roots, and reports mistakes in the machine's file."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    own = tmp_path / "exhibition-kiosk" / "machine.yaml"
    own.parent.mkdir()
    before = CliRunner().invoke(main, ["check", str(place)])
    own.write_text(f"roots: [{tmp_path / 'b'}]\noutput: second\n")
    after = CliRunner().invoke(main, ["check", str(place)])

    assert "out.png" in before.output
    assert "--root" not in after.output
    assert "machine.yaml:2" in after.output


def test_the_log_of_a_machine(place, file, tmp_path):
    """It has what is wrong with the exhibitions; the option goes first."""
    file.write_text(f"log: {tmp_path / 'machine.log'}\n")
    for named in (None, "option.log"):
        words = ["--log", str(tmp_path / named)] if named else []
        done = subprocess.run(
            [sys.executable, "-m", "kiosk", "play", place, "--machine", file, *words, "--for", "2"],
            env=os.environ | {"SDL_VIDEODRIVER": "dummy"},
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stderr
        assert "out.png" in done.stderr
        assert "out.png" in (tmp_path / (named or "machine.log")).read_text()

    assert (tmp_path / "machine.log").read_text().count("out.png") == 1
