"""Slides on Wayland, through EGL: Weston and Cage, OpenGL and OpenGL ES, without a GPU."""

import os
import subprocess
import sys

import pytest
from PIL import Image

from tests.gallery.specimens import PHOTOS, SPECIMENS, write_place
from tests.test_opengl import assert_alike
from tests.window import frames
from tests.window.screens import WAYLAND, wayland_server

pytestmark = [pytest.mark.window, pytest.mark.slow]

DRAWING_S = 120.0
STARTS = [
    f"walls:{list(SPECIMENS).index(name) + 1}" for name in ("title", "single, across", "portrait")
]


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    return write_place(tmp_path_factory.mktemp("place"), "gallery")


@pytest.fixture(scope="module", params=WAYLAND)
def wayland(request):
    with wayland_server(request.param) as environment:
        yield environment


@pytest.mark.parametrize("driver", ["opengl", "opengles2"])
def test_slides_look_on_wayland_as_off_screen(place, wayland, driver, tmp_path, monkeypatch):
    """Whichever OpenGL draws them, and whichever compositor shows them."""
    folders = tmp_path / "software", tmp_path / driver
    for folder in folders:
        folder.mkdir()
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    assert frames.draw(place, PHOTOS, folders[0], STARTS, "software") == ("software", False)
    words = [sys.executable, "-m", "tests.window.frames", place, PHOTOS, folders[1], *STARTS]
    ran = subprocess.run(
        words,
        env=os.environ | wayland | {"SDL_RENDER_DRIVER": driver},
        capture_output=True,
        text=True,
        timeout=DRAWING_S,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr

    assert ran.stdout.splitlines()[-1] == f"{driver} True"
    for number, start in enumerate(STARTS, start=1):
        drawn = [Image.open(folder / f"{number}.png").convert("RGB") for folder in folders]
        assert_alike(*drawn, start)
