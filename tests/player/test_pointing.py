"""Pointing at a photo gives its focus and its details, as lines that a file takes."""

from __future__ import annotations

import re

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from kiosk.authoring.keys.model import Slide
from kiosk.authoring.problems.collector import Problems
from kiosk.authoring.yaml.document import parse
from kiosk.authoring.yaml.source import Source
from kiosk.base.geometry import Point, Size
from kiosk.cli import main
from kiosk.player import pointing
from kiosk.player.pointing import Pointing
from kiosk.types.events import CloseRequested, KeyPressed, Pointer
from kiosk.types.photo import Derivative
from kiosk.types.scene import Lettering

WINDOW = Size(1000, 800)


def empty() -> Pointing:
    return Pointing(WINDOW, Derivative("a.jpg", 600, 400))


def at(state: Pointing, x: float, y: float) -> Point:
    """A place on the photo, in fractions."""
    place = state.place
    return Point(place.x + x * place.width, place.y + y * place.height)


def moves(begin: Point, end: Point, finger: int = -1) -> list[Pointer]:
    return [
        Pointer(finger, "down", begin, 0.0),
        Pointer(finger, "moved", end, 0.1),
        Pointer(finger, "up", end, 0.2),
    ]


def after(state: Pointing, *events: Pointer) -> Pointing:
    for event in events:
        state = state.on(event)
    return state


def test_a_click_is_a_focus():
    """A click gives the point in fractions of the photo, as the page of all keys writes it."""
    there = at(empty(), 0.41, 0.63)

    assert after(empty(), *moves(there, there)).line == "focus: [0.41, 0.63]"


def test_a_drag_is_a_detail():
    """A drag gives a part of the photo, in whatever direction the finger goes."""
    one, other = at(empty(), 0.2, 0.3), at(empty(), 0.45, 0.5)
    line = 'details: [{"at": [0.2, 0.3, 0.25, 0.2], "text": "TODO"}]'

    assert after(empty(), *moves(one, other)).line == line
    assert after(empty(), *moves(other, one)).line == line


def test_the_last_line_has_all_details():
    """One line is enough to paste: it repeats the details before."""
    first = moves(at(empty(), 0, 0), at(empty(), 0.5, 0.5))
    second = moves(at(empty(), 0.5, 0.5), at(empty(), 1, 1))
    line = after(empty(), *first, *second).line

    assert line.count('"at"') == 2
    assert line.startswith('details: [{"at": [0.0, 0.0, 0.5, 0.5]')


def test_a_drag_beyond_the_edge_ends_there():
    """Outside the photo is nothing: a detail ends at its edge."""
    begin = at(empty(), 0.5, 0.5)

    assert '"at": [0.5, 0.5, 0.5, 0.5]' in after(empty(), *moves(begin, Point(5000, 5000))).line


@pytest.mark.parametrize(
    "events",
    [
        moves(Point(500, 790), Point(500, 790)),
        [*moves(Point(500, 300), Point(600, 400))[:2], Pointer(-2, "cancelled", Point(), 1.0)],
        moves(Point(500, 300), Point(600, 300)),
    ],
    ids=["on the message", "the window loses its input", "a part without height"],
)
def test_nothing_is_pointed_at(events):
    """What is no point and no part of the photo gives no line."""
    assert after(empty(), *events).line == ""


def test_a_second_finger_is_ignored():
    """A hand on the screen does not move the part that a finger is dragging."""
    begin, end = at(empty(), 0.1, 0.1), at(empty(), 0.6, 0.6)
    down, moved, up = moves(begin, end, finger=0)
    palm = moves(Point(400, 300), Point(10, 10), finger=1)

    assert '"at": [0.1, 0.1, 0.5, 0.5]' in after(empty(), down, palm[0], moved, palm[2], up).line


PLACES = st.tuples(st.floats(-50, 1050), st.floats(-50, 850))


@given(st.lists(st.tuples(PLACES, PLACES), max_size=30))
def test_every_line_is_valid(tmp_path_factory, drags):
    """Whatever is pointed at, a file takes the line."""
    state, lines = empty(), set[str]()
    for begin, end in drags:
        state = after(state, *moves(Point(*begin), Point(*end)))
        lines.add(state.line)
    path = tmp_path_factory.getbasetemp() / "x.yaml"

    for line in filter(None, lines):
        problems = Problems()
        value = parse(Source(path, f"photo: a.jpg\n{line}\n"), problems).value
        assert Slide.model_validate(value)
        assert not problems


def test_the_window_says_what_to_do(typesetter):
    """The message is in plain words, and the last line is below it."""
    there = at(empty(), 0.5, 0.5)
    (layer,) = after(empty(), *moves(there, there)).view(typesetter).layers
    texts = [item.paragraph.text for item in layer.items if isinstance(item, Lettering)]

    assert texts == [pointing.TOLD, "focus: [0.5, 0.5]"]


@pytest.fixture
def turned(tmp_path):
    """A photo that its camera has turned: upright, it is 40 wide and 80 high."""
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.new("RGB", (80, 40), "navy").save(tmp_path / "photo.jpg", exif=exif)
    return tmp_path / "photo.jpg"


def played(monkeypatch, *events):
    """`kiosk point` with these events in its window."""
    monkeypatch.setattr(pointing, "_events", lambda surface: iter(events))
    return lambda *args: CliRunner().invoke(main, ["point", *map(str, args), "--window", "400x400"])


@pytest.mark.parametrize("end", [CloseRequested(), KeyPressed("escape")])
def test_lines_are_printed_for_the_upright_photo(monkeypatch, turned, end):
    """Each line is printed at once; fractions are of the photo as people see it."""
    place = pointing.photo_place(Size(40, 80), Size(400, 400))
    there = Point(place.x + place.width * 0.25, place.y + place.height * 0.75)
    late = moves(place.centre, place.centre)
    result = played(monkeypatch, *moves(there, there), end, *late)(turned)

    assert result.exit_code == 0, result.output
    assert re.fullmatch(r"focus: \[0\.2[456], 0\.7[456]\]\n", result.stdout)


def test_a_photo_that_cannot_be_opened(monkeypatch, tmp_path):
    """The sentence is that of `kiosk check`."""
    (tmp_path / "film.jpg").write_bytes(b"\0\0\0\x18ftypmp42" + bytes(64))
    result = played(monkeypatch)(tmp_path / "film.jpg")
    (tmp_path / "x.yaml").write_text("title: X\nslides: [{photo: film.jpg, alt: X}]\n")
    checked = CliRunner().invoke(main, ["check", str(tmp_path / "x.yaml")]).output

    assert result.exit_code == 1
    assert result.stderr.startswith("film.jpg cannot be shown: it is a film")
    assert result.stderr.strip().rstrip(".") in checked


def test_a_photo_that_is_not_there(monkeypatch, turned):
    """A name that is only similar is asked about, as in a file."""
    result = played(monkeypatch)(turned.with_name("photo.jpeg"))

    assert result.exit_code == 1
    assert "there is no photo 'photo.jpeg'" in result.stderr
    assert "photo.jpg" in result.stderr
