"""A section begins with the slide that names it, and ends where the next one begins."""

from __future__ import annotations

import pytest

from kiosk.authoring.load.place import open_place
from kiosk.authoring.tools.day_plan import listing
from kiosk.base.clock import Moment


def named(wall):
    return [one.section and one.section.in_language("en") for one in wall.slides()]


def test_slides_of_a_section(doors):
    """Each slide has its section; those before all sections have none."""
    doors.hang(
        "- title: Doors\n- {title: Winter, section: Winter}\n- photo: a.jpg\n"
        "- {photo: b.jpg, section: {en: Summer, fr: Été}}\n- photo: c.jpg"
    )

    assert named(doors) == [None, "Winter", "Winter", "Summer", "Summer"]


@pytest.mark.parametrize("gone", ["withheld: true", "photo: {file: a.jpg, withdrawn: true}"])
def test_first_slide_is_gone(doors, gone):
    """A section does not end with its first slide, if that is not shown."""
    photo = "" if "photo" in gone else "photo: a.jpg, "
    doors.hang(
        f"- {{title: Winter, section: Winter}}\n- {{{photo}section: Summer, {gone}}}\n"
        "- photo: b.jpg"
    )

    assert named(doors) == ["Winter", "Summer"]


@pytest.mark.parametrize(
    ("section", "order", "count"),
    [
        ("", "shuffle", 0),
        ("", "written", 0),
        ("section: b", "shuffle", 1),
        ("section: b", "written", 0),
    ],
)
def test_nothing_to_shuffle(doors, section, order, count):
    """An order that no slide can change is reported."""
    doors.hang(f"- text: a\n-\n  text: b\n  {section}", head=f"order: {order}")

    assert [one.line for one in doors.found("no-effect")] == [2] * count


def test_plan_of_a_day(doors):
    """The plan says that slides are shuffled within their sections."""
    doors.hang("- photo: a.jpg\n- {photo: b.jpg, section: Winter}", head="order: shuffle")
    plan = listing(open_place(doors.path), Moment("2026-05-01", 600), all_day=True)

    assert "doors: 2 of 2 slides, shuffled within its sections" in plan
