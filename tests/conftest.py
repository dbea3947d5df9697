"""What all tests share: no screen, no sound, a cache of their own."""

import os

import pytest

collect_ignore = ["bench"]  # Measures for minutes; see `make bench`.

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")


@pytest.fixture(autouse=True)
def _off_screen(request, monkeypatch, tmp_path_factory):
    """Draw nowhere, unless a test is about a real window; leave what the user has kept alone."""
    if not request.node.get_closest_marker("window"):
        monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))


@pytest.fixture(scope="session")
def typesetter():
    from kiosk.display.text.typesetter import SkiaTypesetter

    return SkiaTypesetter()
