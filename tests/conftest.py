"""What all tests share: no screen, no sound, a cache of their own."""

import os
from functools import cache

import pytest

from tests.window.screens import requires

collect_ignore = ["bench"]  # Measures for minutes; see `make bench`.

MESA = "on Debian, sudo apt install libgl1 libegl1 libgl1-mesa-dri"

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")


@pytest.fixture(autouse=True)
def _off_screen(request, monkeypatch, tmp_path_factory):
    """Draw nowhere, unless a test is about a real window; leave what the user has kept alone."""
    if not request.node.get_closest_marker("window"):
        monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))


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
