"""Recorded pointers can be seen again."""

import json

import pytest

from kiosk.base.geometry import Size
from kiosk.gestures.recording import Recording, replayed
from tests.gestures.streams import SCREEN, STREAMS, play, tap


def record(path, stream, screen=SCREEN):
    with Recording(path) as recording:
        for pointer in stream:
            recording.add(pointer, screen)
    return path.read_text().splitlines()


@pytest.mark.parametrize("name", STREAMS)
def test_a_recording_says_what_the_stream_said(name, tmp_path):
    """Played again, pointers mean the same gestures in the same order."""
    lines = record(tmp_path / "touch.jsonl", STREAMS[name])
    _, once = play(STREAMS[name])
    _, again = play(replayed(lines, SCREEN))

    assert [type(gesture) for gesture in again] == [type(gesture) for gesture in once]


def test_it_is_played_at_any_time_and_size(tmp_path):
    """Where the finger was counts as a share of the screen, when it was as seconds since."""
    lines = record(tmp_path / "touch.jsonl", tap(960, 540, 5000))
    down, up = replayed(lines, Size(800, 600), began_s=7)

    assert (down.at.x, down.at.y, down.time_s) == (400, 300, 7)
    assert up.time_s == pytest.approx(7.08)


def test_nothing_else_is_written(tmp_path):
    """Seconds, a number, a phase and a place: no day, no hour, no exhibition."""
    lines = record(tmp_path / "touch.jsonl", STREAMS["pinch"])

    assert json.loads(lines[0])["t"] == 0
    assert all(set(json.loads(line)) == {"t", "id", "phase", "x", "y"} for line in lines)


def test_no_file_is_written_over(tmp_path):
    """A name that is taken is refused."""
    (tmp_path / "photo.jpg").write_text("a photo")

    with pytest.raises(FileExistsError):
        Recording(tmp_path / "photo.jpg")


def test_it_is_bounded(tmp_path, monkeypatch):
    """A recording that is forgotten ends by itself."""
    monkeypatch.setattr("kiosk.gestures.recording.BYTES_MAX", 300)
    lines = record(tmp_path / "touch.jsonl", STREAMS["swipe"])

    assert 1 <= len(lines) < len(STREAMS["swipe"])
    assert sum(map(len, lines)) <= 300
