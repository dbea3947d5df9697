"""What all tests share: no screen, no sound, a cache of their own."""

import itertools
import os

import pytest

collect_ignore = ["bench"]  # Measures for minutes; see `make bench`.

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


@pytest.fixture
def known_photos(_cache_of_many, monkeypatch):
    """A cache that other tests have filled, so that not each of them opens the shipped photos."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(_cache_of_many))


@pytest.fixture(scope="session")
def _cache_of_many(tmp_path_factory):
    return tmp_path_factory.mktemp("known")


@pytest.fixture(scope="session")
def typesetter():
    from kiosk.display.text.typesetter import SkiaTypesetter

    return SkiaTypesetter()
