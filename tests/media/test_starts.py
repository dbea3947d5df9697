"""Where no worker can be started, that is tried ever more seldom, and said once."""

import sys

import pytest

from kiosk.base.clock import SteppedClock
from kiosk.media.workers import process, starts
from kiosk.media.workers.pool import STARTS_MAX, Workers
from kiosk.media.workers.starts import PAUSE_S, PAUSE_S_MAX, Starts, WorkersError
from kiosk.media.workers.work import Work

LENGTH = Work("builtins:len", int)


@pytest.fixture
def clock():
    return SteppedClock()


@pytest.fixture
def workers(clock):
    made = Workers(1)
    made._starts = Starts(clock)
    yield made
    made.close()


@pytest.fixture
def started(monkeypatch):
    """Programs that were started, or were to be."""
    popen, programs = process.subprocess.Popen, []

    def noted(command, **options):
        programs.append(command[0])
        return popen(command, **options)

    monkeypatch.setattr(process.subprocess, "Popen", noted)
    return programs


def test_pauses_grow_up_to_a_limit(clock):
    """Each failure doubles the pause; what fails at the same time is one failure."""
    tried, pauses = Starts(clock), []
    for _ in range(8):
        tried.failed("no room")
        tried.failed("no room")
        pauses.append(tried.pause_s)
        clock.step(tried.pause_s)

    assert pauses[:3] == [PAUSE_S, 2 * PAUSE_S, 4 * PAUSE_S]
    assert pauses[-1] == PAUSE_S_MAX


def test_after_a_success_all_is_as_it_was(clock):
    """The next failure is a first one again."""
    tried = Starts(clock)
    for _ in range(3):
        tried.failed("no room")
        clock.step(tried.pause_s)
    tried.succeeded()
    tried.check()
    tried.failed("no room")

    assert tried.pause_s == PAUSE_S


@pytest.mark.parametrize("program", ["/bin/false", "/nowhere/python"])
def test_no_start_is_tried_at_once_again(workers, clock, started, monkeypatch, program):
    """Until a pause is over nothing is started, then one process; a success ends all pauses."""
    with monkeypatch.context() as patched:
        patched.setattr(sys, "executable", program)
        for _ in range(5):
            with pytest.raises(WorkersError, match="no process"):
                workers.run(LENGTH, "good")
        at_first = len(started)
        clock.step(workers.pause_s)
        for _ in range(5):
            with pytest.raises(WorkersError, match="no process"):
                workers.run(LENGTH, "good")

        assert at_first <= STARTS_MAX
        assert len(started) == at_first + 1
    clock.step(workers.pause_s)

    assert workers.run(LENGTH, "good") == 4
    assert workers.pause_s == 0


def test_it_is_said_once(workers, clock, monkeypatch, caplog):
    """The log has one line when no process can be started, and one when one can be again."""
    with monkeypatch.context() as patched:
        patched.setattr(sys, "executable", "/nowhere/python")
        for _ in range(5):
            with pytest.raises(WorkersError):
                workers.run(LENGTH, "good")
            clock.step(workers.pause_s)
    workers.run(LENGTH, "good")
    lines = [one.message for one in caplog.records if one.name == starts.__name__]

    assert len(lines) == 2
    assert "no process could be started to open it (No such file or directory)" in lines[0]
    assert "can be started again" in lines[1]


def test_a_process_that_is_there_goes_on(workers, started, monkeypatch):
    """A worker that began before works on, and is no sign that others can be started."""
    workers.run(LENGTH, "good")
    workers._starts.failed("no room")

    assert workers.run(LENGTH, "good") == 4
    assert len(started) == 1
    assert workers.pause_s
