"""OpenGL draws what the software driver draws, with Mesa in place of a GPU."""

import pytest
from PIL import Image, ImageChops, ImageStat

from kiosk.authoring.load.place import load
from kiosk.base.geometry import Size
from kiosk.media.cache import Cache
from kiosk.player.headless import HeadlessPlayer
from kiosk.player.options import Options
from kiosk.style.comfort import Comfort
from tests.gallery.specimens import PHOTOS, SPECIMENS, write_place

MEAN_MAX, LEVELS_MAX = 0.1, 4
"""Difference of a pixel's channels, of 255: the mean, and the largest."""

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """The gallery's slides, one of each layout at least."""
    collection, _ = load(write_place(tmp_path_factory.mktemp("place"), "gallery"), [PHOTOS])
    return collection


@pytest.fixture(scope="module")
def cache(tmp_path_factory):
    return Cache(tmp_path_factory.mktemp("derivatives"))


def frames(place, options, cache, driver):
    """Each slide at rest."""
    (entry,) = place.entries
    with HeadlessPlayer(place, options, cache, driver) as player:
        for index in range(len(SPECIMENS)):
            assert player.taken(entry, index)
            assert player.app._surface.renderer._has_gpu == (driver == "opengl")
            pixels, size = player.app.frame()
            yield Image.frombytes("RGB", size, pixels)


def assert_alike(one, other, name):
    """No pixel of two frames differs so that somebody could see it."""
    difference = ImageChops.difference(one, other)

    assert one.size == other.size
    assert max(ImageStat.Stat(difference).mean) < MEAN_MAX, name
    assert max(high for _, high in difference.getextrema()) <= LEVELS_MAX, name


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("size", [Size(1280, 720), Size(720, 1280)], ids=["across", "upright"])
def test_every_layout_is_drawn_alike(place, cache, opengl, size, language):
    """At rest, each slide looks the same on both drivers."""
    options = Options(size, start="home", language=language, comfort=Comfort(still=True))
    drawn = (list(frames(place, options, cache, driver)) for driver in ("software", "opengl"))
    for name, one, other in zip(SPECIMENS, *drawn, strict=True):
        assert_alike(one, other, name)
