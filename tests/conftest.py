"""What all tests share: no screen, no sound, a cache of their own."""

import itertools
import os
from functools import cache

import pytest
from PIL import Image

from tests.window.screens import requires

collect_ignore = ["bench"]  # Measures for minutes; see `make bench`.

MESA = "on Debian, sudo apt install libgl1 libegl1 libgl1-mesa-dri"

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")


@pytest.fixture(scope="session")
def homes(tmp_path_factory):
    """Names of folders for what each test keeps; `mktemp` would look through all of them anew."""
    folder = tmp_path_factory.mktemp("homes")
    return (folder / str(number) for number in itertools.count())


@pytest.fixture(autouse=True)
def _off_screen(request, monkeypatch, homes):
    """Draw nowhere, unless a test is about a real window; leave what the user has kept alone."""
    if not request.node.get_closest_marker("window"):
        monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    home = next(homes)
    monkeypatch.setenv("XDG_CACHE_HOME", str(home / "cache"))
    monkeypatch.setenv("XDG_STATE_HOME", str(home / "state"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / "config"))


@pytest.fixture
def place(tmp_path):
    """A folder with an exhibition of one photo, for what is not about exhibitions."""
    folder = tmp_path / "place"
    folder.mkdir()
    Image.new("RGB", (320, 200), (60, 90, 120)).save(folder / "a.png")
    (folder / "a.yaml").write_text("title: A\nslides:\n  - {photo: a.png, motion: still}\n")
    return folder


@pytest.fixture
def known_photos(_cache_of_many, monkeypatch):
    """A cache that other tests have filled, so that not each of them opens the shipped photos."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(_cache_of_many))


@pytest.fixture(scope="session")
def _cache_of_many(tmp_path_factory):
    return tmp_path_factory.mktemp("known")


@pytest.fixture(params=["software", pytest.param("opengl", marks=pytest.mark.slow)])
def driver(request):
    """What draws off screen: SDL's software driver, or OpenGL, by Mesa's rasteriser."""
    if request.param == "opengl":
        request.getfixturevalue("opengl")
    return request.param


@pytest.fixture
def opengl(monkeypatch):
    """OpenGL off screen; a test that needs it is skipped where it does not start."""
    monkeypatch.setenv("SDL_VIDEODRIVER", "offscreen")
    requires(_has_opengl(), f"OpenGL does not start; {MESA}")


@cache
def _has_opengl():
    from pygame import display

    from kiosk.display import sdl

    display.init()
    try:
        return sdl.has_opengl()
    finally:
        display.quit()


@pytest.fixture(scope="session")
def typesetter():
    from kiosk.display.text.typesetter import SkiaTypesetter

    return SkiaTypesetter()
