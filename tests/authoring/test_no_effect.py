"""A setting that changes nothing on the screen is reported at its line."""

from __future__ import annotations

import pytest

from kiosk.authoring.checks import check
from kiosk.authoring.checks.subject import CheckServices
from kiosk.layouts.visible import cuts

GRID = "photos: [b.jpg, {file: c.jpg, focus: [1, 1]}]\nlayout: grid\nmotion: still"
TWO = "- photo: a.jpg\n- title: a"


def found(wall, services=None):
    return [one for one in check(wall.path, services) if one.code == "no-effect"]


@pytest.mark.parametrize(
    ("defaults", "slides", "unused"),
    [
        ("layout: matted", TWO, False),
        ("layout: matted", "- {photo: a.jpg, layout: single}\n- title: a", True),
        ("layout: matted", "- photos: [a.jpg, b.jpg]", True),
        ("motion: reveal", TWO, False),
        ("motion: reveal", "- {photo: a.jpg, motion: still}\n- title: a", True),
        ("transition: push", TWO, False),
        ("transition: push", "- {title: a, transition: cut}", True),
        ("dwell: 30", TWO, False),
        ("dwell: 30", "- {title: a, dwell: 20}", True),
        ("credit: me", TWO, False),
        ("credit: me", "- {photo: a.jpg, credit: you}", True),
        ("credit: me", "- photos: [{file: a.jpg, credit: you}, b.jpg]", False),
        ("stand_in: true", TWO, False),
        ("stand_in: true", "- photo: {file: a.jpg, stand_in: false}", True),
        ("credit: me", "- title: a", True),
        ("fill: true", TWO, False),
        ("fill: true", "- photos: [a.jpg, b.jpg]", True),
        ("fill: true", "- {photo: a.jpg, fill: false}", True),
    ],
)
def test_default_that_no_slide_uses(doors, defaults, slides, unused):
    """Each default is that of some slide or photo."""
    doors.hang(slides, head=f"defaults: {{{defaults}}}")
    key = defaults.partition(":")[0]

    assert [(one.line, one.message) for one in found(doors)] == [
        (2, f"no slide here uses this {key}; remove it, or remove {key} from the slides")
    ] * unused


def test_default_while_slides_are_missing(doors):
    """A default that no slide uses yet is not reported while a slide is left out."""
    doors.hang("- title: a\n- {photo: a.jpg, withheld: true}", head="defaults: {credit: me}")

    assert found(doors) == []


@pytest.mark.parametrize(
    ("slide", "advice"),
    [
        ("photo: a.jpg", []),
        ("photos: [a.jpg, b.jpg, c.jpg]", []),
        ("photos: [a.jpg, b.jpg]", ["write layout: grid"]),
        ("photo: a.jpg\n  title: A", ["write layout: single"]),
        ("title: a", ["this slide has none; remove it"]),
    ],
)
def test_fill_where_nothing_is_cut(doors, slide, advice):
    """A photo beside its words is whole in any case; another layout of these photos is not."""
    doors.hang(f"- {slide}\n  fill: true")
    messages = [one.message for one in found(doors)]

    assert len(messages) == len(advice)
    assert all(end in message for message, end in zip(messages, advice, strict=True))


@pytest.mark.parametrize(("slide", "count"), [("title: a", 1), ("photo: a.jpg", 0)])
def test_motion_without_a_photo(doors, slide, count):
    """Motion is that of a photo."""
    doors.hang(f"- {slide}\n  motion: reveal")

    assert [one.line for one in found(doors)] == [5] * count


@pytest.mark.parametrize(
    ("slide", "count"),
    [
        ("photo: b.jpg\nlayout: matted\nmotion: still\nfocus: [0.1, 0.1]", 1),
        ("photo: {file: b.jpg, focus: [0.1, 0.1]}\nlayout: matted\nmotion: still", 1),
        ("photo: b.jpg\nlayout: matted\nmotion: drift\nfocus: [0.1, 0.1]", 0),
        ("photo: b.jpg\nfill: true\nmotion: still\nfocus: [0.1, 0.1]", 0),
        ("photo: a.jpg\nlayout: matted\nmotion: still\nfocus: [0.1, 0.1]", 0),
        ("photo: b.jpg\nlayout: matted\nmotion: still\ntransition: zoom\nfocus: [0.1, 0.1]", 0),
        ("photos:\n- b.jpg\n- {file: c.jpg, focus: [0.1, 0.1]}\nlayout: pair\nmotion: still", 1),
        (GRID, 1),
        (GRID + "\nfill: true", 0),
    ],
)
def test_focus_of_a_whole_photo(doors, slide, count):
    """A focus says what stays in view while a photo is cut or moves, also on the home screen."""
    doors.hang("- photo: a.jpg\n-\n" + "".join(f"  {line}\n" for line in slide.splitlines()))

    assert [one.message for one in found(doors, CheckServices(cuts=cuts))] == [
        "this photo is shown whole and does not move, so focus changes nothing"
    ] * count


def test_two_accents(doors):
    """Of two accents, the one that is not used is reported."""
    doors.hang("- title: a", head="accent: '#cf7b6a'\ncolours: {accent: '#cf7b6b'}")

    assert [one.line for one in found(doors)] == [2]
