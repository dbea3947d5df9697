"""Which driver draws, and what becomes of a screen on which none does."""

import sys

import pygame
import pytest
from pygame._sdl2 import sdl2, video

from kiosk.base.geometry import Size
from kiosk.display import sdl
from kiosk.display.surface import Surface
from kiosk.display.window import NoDisplayError, Window

SIZE = Size(320, 200)


def test_a_gpu_without_a_driver_is_as_good_as_none(monkeypatch):
    """Where there seems to be a GPU and OpenGL does not start, SDL's software driver draws."""
    monkeypatch.setattr(sdl, "_may_have_gpu", lambda: True)
    window = Window(SIZE)
    made, has_gpu = sdl.renderer(window.sdl)
    side_max = sdl.texture_side_max(window.sdl)
    window.close()

    assert isinstance(made, video.Renderer)
    assert not has_gpu
    assert side_max == sys.maxsize


@pytest.mark.slow
@pytest.mark.parametrize(
    ("named", "has_gpu"), [("opengl", True), ("opengles2", True), ("software", False)]
)
def test_a_driver_that_the_environment_names_draws(monkeypatch, opengl, named, has_gpu):
    """SDL_RENDER_DRIVER decides what draws, and so whether frames wait for the screen."""
    monkeypatch.setenv("SDL_RENDER_DRIVER", named)
    monkeypatch.setattr(sdl, "_may_have_gpu", lambda: not has_gpu)
    surface = Surface(SIZE)
    name, in_step = sdl._info(surface.window.sdl).name.decode(), surface.renderer.is_in_step
    surface.close()

    assert (name, in_step) == (named, has_gpu)


@pytest.mark.parametrize("error", sdl.SDL_ERRORS)
@pytest.mark.parametrize("part", [(video, "Renderer"), (pygame, "Window")])
def test_a_screen_that_nothing_draws_on_is_none(monkeypatch, part, error):
    """Without a window, or a renderer for it, there is no display, and none stays open."""

    def fail(*_, **__):
        raise error("out of order")

    monkeypatch.setattr(*part, fail)
    with pytest.raises(NoDisplayError, match="out of order"):
        Surface(SIZE)

    assert not pygame.display.get_init()


def test_both_errors_of_sdl_are_known():
    """Pygame's newer modules have an error of their own, which is none of its older one."""
    assert set(sdl.SDL_ERRORS) == {pygame.error, sdl2.error}
