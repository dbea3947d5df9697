"""Screens and drivers on which pictures are shown all the same."""

import os
import subprocess
import sys

import pytest
from PIL import Image

from tests.window.screens import (
    COLOURS,
    PATIENCE_S,
    Live,
    wayland_server,
    write_colours,
    x_server,
)

pytestmark = pytest.mark.window

GPU = "from kiosk.display import sdl; sdl._may_have_gpu = lambda: True; "
"""As if there were a GPU, whatever its driver then is."""
PLAY = ("-c", GPU + "from kiosk.cli import main; main()")


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    folder = tmp_path_factory.mktemp("exhibitions")
    write_colours(folder)
    return folder


@pytest.mark.parametrize(
    ("options", "environment"),
    [
        (("-extension", "GLX"), {}),
        ((), {"LIBGL_DRIVERS_PATH": "/nonexistent"}),
    ],
    ids=["no OpenGL", "a broken driver"],
)
def test_a_gpu_that_cannot_draw_is_done_without(place, options, environment):
    """Where OpenGL is missing, or its driver is broken, photos are on the screen all the same."""
    with x_server(options=options) as display:
        kiosk = Live(display, place, "--start", "colours", program=PLAY, environment=environment)
        try:
            assert kiosk.comes_to_show("red")
        finally:
            kiosk.close()


def drawn(program, environment, tmp_path):
    """What a program prints, and the colours of a frame it saves, in which there is a red photo."""
    setup = (
        "from kiosk.types.photo import Bitmap, Derivative;"
        "from kiosk.display.surface import Surface; from kiosk.base.geometry import Rect, Size;"
        "from kiosk.types.scene import Layer, Picture, Scene;"
        "canvas = Surface(Size(320, 200)); renderer = canvas.renderer;"
        "photo = Derivative('a', 320, 200); place = Rect(0, 0, 320, 200);"
        f"renderer.keep(Bitmap(photo, bytes({(*COLOURS['red'][::-1], 0)}) * (320 * 200)));"
        "renderer.draw(Scene(Size(320, 200), (Layer((Picture(photo, place, place),)),)));"
        "print(renderer._side_max, renderer._has_gpu);"
    )
    out = tmp_path / "frame.png"
    end = f"renderer.save({str(out)!r}); canvas.close()"
    ran = subprocess.run(
        [sys.executable, "-c", program + setup + end],
        env=os.environ | environment,
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    with Image.open(out) as frame:
        return ran.stdout.split(), frame.convert("RGB").getcolors()


def test_what_opengl_draws_is_read(tmp_path):
    """A frame drawn by OpenGL, here Mesa's, can be saved; the limit of its textures is known."""
    with x_server() as display:
        taken_for_a_gpu = GPU + "sdl._RASTERISERS = ();"
        environment = {"DISPLAY": display, "SDL_VIDEODRIVER": "x11"}
        told, colours = drawn(taken_for_a_gpu, environment, tmp_path)

    assert told[1] == "True"
    assert 1024 <= int(told[0]) < 100_000
    assert colours == [(320 * 200, COLOURS["red"])]


@pytest.fixture(scope="module")
def wayland():
    with wayland_server("weston") as environment:
        yield environment


def test_wayland_without_a_gpu_shows_pictures(wayland, tmp_path):
    """Frames reach a Wayland display through OpenGL alone: where there is no GPU, Mesa draws."""
    _, colours = drawn("", wayland, tmp_path)

    assert colours == [(320 * 200, COLOURS["red"])]


def test_wayland_without_opengl_is_said_to_be_no_screen(wayland, place):
    """Where nothing can be shown, the program says so and ends; it does not crash."""
    ran = subprocess.run(
        [sys.executable, "-m", "kiosk", str(place)],
        env=os.environ | wayland | {"LIBGL_DRIVERS_PATH": "/nonexistent"},
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=False,
    )

    assert "OpenGL alone, and that does not start" in ran.stderr
    assert ran.returncode == 2
