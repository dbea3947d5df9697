"""Texts are read in another process, and whatever happens to it is a sentence for the curator."""

import sys
import threading

import pytest

from kiosk.media.background import in_background
from kiosk.media.workers.pool import Workers
from kiosk.media.workers.work import Work, WorkError
from kiosk.player.content.content_reader import ContentReader


@pytest.fixture
def place(tmp_path):
    slides = "- title: One\n- title: Two\n- titel: Three\n"
    (tmp_path / "a.yaml").write_text(f"title: A\nslides:\n{slides}")
    return tmp_path


@pytest.fixture
def reader(place):
    made = ContentReader(place)
    yield made
    made.close()


def test_what_is_read_is_what_hangs(reader, place):
    """It comes with all that is to be mended, and with the folders where that is."""
    reading = reader.begin()()
    exhibition = reading.collection.entries[0].exhibition

    assert [slide.title.in_language("en") for slide in exhibition.slides] == ["One", "Two"]
    assert reading.folders == {place}
    assert "a.yaml:5:3: error: " in reading.errors[0]
    assert "did you mean 'title'" in reading.errors[0]
    assert reading.errors == reading.problems
    assert "a.yaml:5:3: " in reading.faults[0]


def test_roots_reach_the_process(tmp_path):
    """What a technician opens is open to the texts that are read."""
    place, talks = tmp_path / "a" / "b", tmp_path / "talks"
    for folder in (place, talks):
        folder.mkdir(parents=True)
    (talks / "talk.txt").write_text("interview\n\nWhy?\nBecause.\n")
    head = f"title: A\ninterview: {talks}/talk.txt\n"
    (place / "a.yaml").write_text(f"{head}slides:\n- title: One\n- quote: Because.\n")
    readings = []
    for roots in ([], [talks]):
        reader = ContentReader(place, roots)
        readings.append(reader.read())
        reader.close()
    refused, opened = readings

    assert "[outside-roots]" in refused.errors[0]
    assert opened.errors == ()


@pytest.mark.parametrize(
    ("misbehaves", "told"), [("die", "ended the worker process"), ("hoard", "more memory")]
)
def test_reading_that_fails_is_the_one_error(misbehaves, told, place, monkeypatch):
    """Nothing hangs then that was not there before, and the next text is read again."""
    with monkeypatch.context() as patched:
        patched.setattr(
            "kiosk.player.content.content_reader.READ",
            Work(f"tests.media.misbehaviour:{misbehaves}", bytes),
        )
        reader = ContentReader(place)
        failed = reader.read()
    read = reader.read()
    reader.close()

    assert failed.collection is None
    assert told in failed.errors[0]
    assert str(place) in failed.faults[0]
    assert failed.folders == {place}
    assert read.collection


def test_a_process_that_the_system_ends_is_followed_by_another(reader, monkeypatch):
    """Whatever ended it, what was saved is read all the same."""
    run, asked = Workers.run, []

    def once_killed(self, *arguments, **others):
        asked.append(arguments)
        if len(asked) == 1:
            raise WorkError("opening it ended the worker process")
        return run(self, *arguments, **others)

    monkeypatch.setattr(Workers, "run", once_killed)

    assert reader.read().collection
    assert len(asked) == 2


def test_a_reader_that_is_closed_keeps_nobody_waiting(reader):
    """Closing ends a reading under way, and one that is asked for later."""
    awaited = reader.begin()
    reader.close()
    awaited()

    assert reader.read().collection is None


@pytest.mark.parametrize("program", ["/bin/false", "/nowhere/python"])
def test_a_change_waits_for_a_process(reader, monkeypatch, program):
    """What was saved while no process could be started is read as soon as one can be."""
    monkeypatch.setattr("kiosk.media.workers.starts.PAUSE_S", 0.01)
    monkeypatch.setattr("kiosk.media.workers.starts.PAUSE_S_MAX", 0.1)
    wait, waited = Workers.wait, []
    with monkeypatch.context() as patched:
        patched.setattr(sys, "executable", program)

        def mended(self):
            waited.append(self)
            if len(waited) == 3:
                patched.undo()
            return wait(self)

        patched.setattr(Workers, "wait", mended)
        assert reader.read().collection

    assert len(waited) == 3


def test_at_a_start_nobody_waits_for_a_process(reader, monkeypatch):
    """Where there is nothing on the wall yet, that nothing can be read is said at once."""
    monkeypatch.setattr(sys, "executable", "/nowhere/python")

    assert "no process" in reader.begin()().errors[0]


def test_a_reader_that_waits_for_a_process_can_be_closed(reader, monkeypatch):
    """A show that closes does not wait until a process can be started."""
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    waits, wait = threading.Event(), Workers.wait

    def noted(self):
        waits.set()
        return wait(self)

    monkeypatch.setattr(Workers, "wait", noted)
    awaited = in_background(reader.read)
    assert waits.wait(30)
    reader.close()

    assert awaited().collection is None


def test_a_fault_of_the_program_is_logged_as_one(place, monkeypatch, caplog):
    """Where the kiosk itself fails, staff read that it did, and the log has the place in it."""
    monkeypatch.setattr(
        "kiosk.player.content.content_reader.READ", Work("tests.media.misbehaviour:stumble", bytes)
    )
    reader = ContentReader(place)
    failed = reader.read()
    reader.close()

    assert "an error in the program (no reason at all)" in failed.errors[0]
    assert "ZeroDivisionError: no reason at all" in caplog.text
    assert len(caplog.text) < 5000


def test_what_is_no_reading_is_refused(place, monkeypatch):
    """An answer of the reading process that is none changes nothing on the wall."""
    monkeypatch.setattr(
        "kiosk.player.content.content_reader.READ",
        Work("tests.media.misbehaviour:named_in_bytes", bytes),
    )
    reader = ContentReader(place)
    failed = reader.read()
    reader.close()

    assert failed.collection is None
    assert "not of the type Reading" in failed.errors[0]
