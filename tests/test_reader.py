"""Texts are read in another process, and whatever happens to it is a sentence for the curator."""

import pytest

from kiosk.media.original import UnreadablePhotoError
from kiosk.media.workers import Workers
from kiosk.reader import Reader


@pytest.fixture
def place(tmp_path):
    slides = "- title: One\n- title: Two\n- titel: Three\n"
    (tmp_path / "a.yaml").write_text(f"title: A\nslides:\n{slides}")
    return tmp_path


@pytest.fixture
def reader(place):
    made = Reader(place)
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
        reader = Reader(place, roots)
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
        patched.setattr("kiosk.reader.MODULE", "tests.media.misbehaviour")
        patched.setattr("kiosk.reader.FUNCTION", misbehaves)
        reader = Reader(place)
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
            raise UnreadablePhotoError("opening it ended the worker process")
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
