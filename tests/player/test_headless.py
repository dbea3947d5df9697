"""Frames off screen, one after the other."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageChops, ImageStat

from kiosk.authoring.load.place import load
from kiosk.base.geometry import Size
from kiosk.media.cache import Cache
from kiosk.player.headless import HeadlessPlayer, shoot
from kiosk.player.options import Options
from kiosk.style.comfort import Comfort

SIZE = Size(480, 270)
DIFFERENCE_MAX = 2.0
"""Mean difference of a pixel's channels, of 255: room for what JPEG leaves out."""


@pytest.fixture
def doors(tmp_path):
    """An exhibition of more slides than a visitor's patience lasts for, one of them broken."""
    colours = ["navy", "olive", "teal", "maroon"] * 3
    slides = []
    for number, colour in enumerate(colours, start=1):
        Image.new("RGB", (90, 60), colour).save(tmp_path / f"{number}.jpg")
        slides.append(f"  - {{photo: {number}.jpg, caption: Door {number}}}\n")
    (tmp_path / "2.jpg").write_text("no photo")
    (tmp_path / "doors.yaml").write_text("title: Doors\nslides:\n" + "".join(slides))
    collection, problems = load(tmp_path / "doors.yaml")
    assert not problems
    return collection


@pytest.fixture
def options():
    return Options(SIZE, start="home", comfort=Comfort(still=True))


def test_a_slide_is_taken_as_it_is_shot(doors, options, tmp_path, driver):
    """One show gives the frames that each would have of its own, however many it has given."""
    cache, (entry,) = Cache(tmp_path / "cache"), doors.entries
    last = len(entry.exhibition.slides)
    with HeadlessPlayer(doors, options, cache, driver) as camera:
        taken = [camera.taken(entry, index) for index in range(last)]
    shot = tmp_path / "shot.png"
    shoot(
        doors,
        Options(SIZE, start=f"doors:{last}", comfort=Comfort(still=True)),
        shot,
        after_s=6,
        cache=cache,
        driver=driver,
    )

    with Image.open(io.BytesIO(taken[-1])) as one, Image.open(shot) as other:
        difference = ImageChops.difference(one, other.convert("RGB"))
    assert max(ImageStat.Stat(difference).mean) < DIFFERENCE_MAX
    assert len(set(taken)) == last


def test_a_slide_that_cannot_be_shown_has_no_frame(doors, options, tmp_path, driver):
    """A broken photo gives no frame, least of all that of another slide."""
    (entry,) = doors.entries
    with HeadlessPlayer(doors, options, Cache(tmp_path / "cache"), driver) as camera:
        taken = [camera.taken(entry, index) for index in range(3)]

    assert [one is None for one in taken] == [False, True, False]
