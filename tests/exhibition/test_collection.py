"""A reading crosses to another process, or lies in a file, as it is, and brings no code with it."""

import os
import pickle

import pytest
from msgspec.structs import replace
from PIL import Image

from kiosk.authoring.load.read_task import reread
from kiosk.base.wire import encoded as on_wire
from kiosk.exhibition.collection import Reading, decoded, encoded

NOTHING = Reading(None)
BOMB = b"cos\nsystem\n(S'touch %s'\ntR."


def parts(reading):
    """All that a reading holds: entries and collections are equal to themselves alone."""
    collection = reading.collection
    return (
        replace(reading, collection=None),
        collection.kiosk,
        [(one.name, one.path, one.exhibition, one.interview) for one in collection.entries],
        collection.withdrawn,
        collection.faults,
    )


def test_what_is_shipped_comes_as_it_went():
    """Slides with everything that they may have, transcripts, and places of files."""
    reading = reread("exhibitions")

    assert parts(decoded(encoded(reading))) == parts(reading)


def test_names_that_are_no_utf_8(tmp_path):
    """A folder that was named by an old computer is shown as any other."""
    place = tmp_path / os.fsdecode(b"gr\xfcn")
    place.mkdir()
    Image.new("RGB", (30, 20)).save(place / "a.jpg")
    (place / "show.yaml").write_text("title: Show\nslides:\n- photo: a.jpg\n- photo: b.jpg\n")
    reading = reread(str(place))
    (slide,) = reading.collection.entries[0].exhibition.slides

    assert slide.photo.file == str(place / "a.jpg")
    assert parts(decoded(encoded(reading))) == parts(reading)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x80",
        b"{}",
        b"[1",
        b"[" * 100_000,
        b"\x91" * 100_000,
        b"\xdd\xff\xff\xff\xff\xa1a",
        encoded(NOTHING)[:-1],
        encoded(NOTHING) + b"\x00",
        on_wire((1, 2)),
        on_wire({"collection": None, "problems": "not a list"}),
        pickle.dumps(NOTHING),
        "{}\udce9".encode(errors="surrogatepass"),
    ],
    ids=repr,
)
def test_anything_else_is_refused(data):
    """Half a reading, another value and nonsense are a clear error, however they are meant."""
    with pytest.raises(ValueError, match="Reading"):
        decoded(data)


def test_nothing_is_run(tmp_path):
    """What would be code to another decoder is an error to this one."""
    made = tmp_path / "made"
    with pytest.raises(ValueError, match="Reading"):
        decoded(BOMB % bytes(made))

    assert not made.exists()
