"""The log: lines that a person, a program and journald can read."""

import logging
import os
import re
import subprocess
import sys
from contextlib import suppress

import pytest

from kiosk.system import log as logs

TIMED = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d{4} "
PROGRAM = """
import logging, sys
from kiosk.system.log import log_as_service
logging.basicConfig(level=logging.INFO, format="kiosk: %(message)s", stream=sys.stderr)
log_as_service()
log = logging.getLogger("kiosk.media.cache")
log.warning("a photo\\nin two lines")
try:
    raise ValueError("why")
except ValueError:
    log.exception("it failed")
"""


@pytest.fixture
def root(monkeypatch):
    """The root of all loggers, which gets its handlers back."""
    one = logging.getLogger()
    monkeypatch.setattr(one, "handlers", list(one.handlers))
    before = list(one.handlers)
    yield one
    for handler in set(one.handlers) - set(before):
        with suppress(OSError):  # As logging itself does at an end.
            handler.close()


def test_a_file_has_a_line_for_each_message(tmp_path):
    """It begins with time and level, also if the message has several lines or a traceback."""
    with (tmp_path / "log").open("w") as file:
        subprocess.run([sys.executable, "-c", PROGRAM], stderr=file, check=True)
    lines = (tmp_path / "log").read_text().splitlines()

    assert len(lines) == 2
    assert re.fullmatch(TIMED + r"WARNING media\.cache: a photo \| in two lines", lines[0])
    assert re.fullmatch(TIMED + r"ERROR media\.cache: it failed \| Traceback .*: why", lines[1])


def test_journald_gets_priorities(tmp_path):
    """It knows the time itself, and takes the priority from the beginning of the line."""
    with (tmp_path / "journal").open("w") as file:
        status = os.fstat(file.fileno())
        stream = {"JOURNAL_STREAM": f"{status.st_dev}:{status.st_ino}"}
        subprocess.run(
            [sys.executable, "-c", PROGRAM], stderr=file, check=True, env=os.environ | stream
        )
    lines = (tmp_path / "journal").read_text().splitlines()

    assert lines[0] == "<4>media.cache: a photo | in two lines"
    assert lines[1].startswith("<3>media.cache: it failed | Traceback")


def test_a_file_of_the_log_stays_small(tmp_path, monkeypatch, root):
    """The oldest lines go, so that a fault that comes back for months fills no disk."""
    monkeypatch.setattr(logs, "BYTES_MAX", 1000)
    logs.log_to_file(tmp_path / "kiosk.log")
    for number in range(300):
        root.warning("message %s", number)
    files = sorted(tmp_path.iterdir())

    assert len(files) == 1 + logs.OLD_FILES
    assert all(file.stat().st_size <= 1000 for file in files)
    assert "message 299" in (tmp_path / "kiosk.log").read_text()


def test_a_full_disk_costs_lines_and_no_more(monkeypatch, root, capsys):
    """What cannot be logged is lost; the program goes on, and says nothing of it."""
    monkeypatch.setattr(logging, "raiseExceptions", True)
    logs.log_as_service({})
    logs.log_to_file("/dev/full")
    root.warning("lost")

    assert "Traceback" not in capsys.readouterr().err
