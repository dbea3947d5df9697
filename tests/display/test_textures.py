"""Textures on a GPU, for which Mesa's software rasteriser stands in, off screen."""

import pygame
import pytest
from PIL import Image, ImageChops
from pygame._sdl2 import video

from kiosk.base.geometry import Rect, Size
from kiosk.display import sdl
from kiosk.display.renderer import Renderer
from kiosk.display.textures import SLICE_BYTES
from kiosk.display.window import Window
from kiosk.media.frames import as_jpeg
from kiosk.types.photo import Bitmap, Derivative
from kiosk.types.scene import Fill, Layer, Picture, Scene

SIZE = Size(320, 200)
SCREEN = Rect.of(SIZE)
GROUND = (20, 17, 15)
LARGE = Derivative("a", 3000, 700)
"""Four times as large as a band may be."""


class Forgetful(video.Renderer):
    """A driver whose frame is gone once it is shown."""

    def present(self):
        super().present()
        self.draw_color = (255, 0, 255, 255)
        self.clear()


@pytest.fixture
def forgetful(monkeypatch):
    monkeypatch.setattr(video, "Renderer", Forgetful)


@pytest.fixture
def gpu(monkeypatch):
    """A renderer that takes Mesa's rasteriser for a GPU."""
    monkeypatch.setenv("SDL_VIDEODRIVER", "offscreen")
    monkeypatch.setattr(sdl, "_may_have_gpu", lambda: True)
    monkeypatch.setattr(sdl, "_draws_without_gpu", lambda: False)
    window = Window(SIZE)
    renderer = Renderer(window.sdl)
    if not renderer._has_gpu:
        window.close()
        pytest.skip("OpenGL does not start")
    yield renderer
    renderer.drop_textures()
    window.close()


def noise(derivative):
    """Pixels that tell every place of a photo from its neighbours."""
    size = derivative.width, derivative.height
    bands = [Image.effect_noise(size, 90) for _ in range(3)]
    return Image.merge("RGB", bands)


def taken_in(renderer, derivative, picture):
    """Have the renderer take in a photo step by step, as during a show; how many steps it took."""
    picture.putalpha(255)
    renderer.begin_keeping(Bitmap(derivative, picture.tobytes("raw", "BGRA")))
    steps = 1
    while not renderer.upload():
        steps += 1
    return steps


def drawn(renderer, image, derivative=LARGE, opacity=1.0):
    layer = Layer((Picture(derivative, image, SCREEN, opacity),), GROUND)
    renderer.draw(Scene(SIZE, (layer,)))
    return Image.frombytes("RGB", (320, 200), renderer.frame()[0])


def test_a_large_photo_comes_in_small_steps(gpu, monkeypatch):
    """No step copies the whole photo or makes a texture of more than a band: no frame is late."""
    sizes = []

    class Measured(video.Texture):
        @staticmethod
        def from_surface(renderer, surface, made=video.Texture.from_surface):
            sizes.append(surface.get_width() * surface.get_height() * 4)
            return made(renderer, surface)

    def copied(*_):
        raise AssertionError("a surface is made")

    monkeypatch.setattr(video, "Texture", Measured)
    monkeypatch.setattr(pygame, "Surface", copied)
    steps = taken_in(gpu, LARGE, noise(LARGE))

    assert len(sizes) == steps == 5
    assert max(sizes) <= SLICE_BYTES


def test_a_photo_in_bands_keeps_its_pixels(gpu):
    """Pixel for pixel, a photo that was taken in by bands is the photo."""
    picture = noise(LARGE)
    taken_in(gpu, LARGE, picture.copy())
    for x, y in ((0, 0), (-1000, -60), (-2680, -500)):
        frame = drawn(gpu, Rect(x, y, LARGE.width, LARGE.height))
        wanted = picture.crop((-x, -y, 320 - x, 200 - y))

        assert not ImageChops.difference(frame, wanted).getbbox()


@pytest.mark.parametrize("opacity", [1.0, 0.5])
@pytest.mark.parametrize("scale", [0.29, 0.731, 1.37])
def test_no_seam_is_seen_between_bands(gpu, scale, opacity):
    """At any scale, a photo in bands is drawn as the same photo in one texture."""
    picture, whole = noise(LARGE), Derivative("b", LARGE.width, LARGE.height)
    taken_in(gpu, LARGE, picture.copy())
    gpu._slice_bytes = LARGE.bytes
    assert taken_in(gpu, whole, picture.copy()) == 1
    for x, y in ((-20.3, -0.7), (-31.0, -3.9)):
        image = Rect(x, y, scale * LARGE.width, scale * LARGE.height)
        frames = [drawn(gpu, image, one, opacity) for one in (LARGE, whole)]
        extrema = ImageChops.difference(*frames).getextrema()

        assert max(high for _, high in extrema) <= 4


@pytest.mark.parametrize("window", [SCREEN, Rect(10, 10, 200, 100)])
def test_a_photo_in_its_own_pixels_is_not_blurred(gpu, window):
    """A finger may hold a photo between two pixels: it is drawn on the nearest ones, sharp."""
    picture, small = noise(Derivative("b", 300, 180)), Derivative("b", 300, 180)
    taken_in(gpu, small, picture.copy())
    layer = Layer((Picture(small, Rect(10.4, 9.6, 300, 180), window),), GROUND)
    gpu.draw(Scene(SIZE, (layer,)))
    frame = Image.frombytes("RGB", (320, 200), gpu.frame()[0])

    assert not ImageChops.difference(
        frame.crop((10, 10, 210, 110)), picture.crop((0, 0, 200, 100))
    ).getbbox()


def test_a_photo_that_is_scaled_moves_by_fractions(gpu):
    """A photo that drifts does not move in jumps of a pixel."""
    small = Derivative("b", 200, 100)
    taken_in(gpu, small, noise(small))
    frames = {drawn(gpu, Rect(x, 20, 202, 101), small).tobytes() for x in (10, 10.4)}

    assert len(frames) == 2


@pytest.mark.usefixtures("forgetful")
def test_what_is_read_is_the_frame_that_is_shown(gpu, tmp_path):
    """A GPU may forget a frame once it is shown: it is read as it was, with all that was in it."""
    picture, small = noise(Derivative("b", 320, 200)), Derivative("b", 320, 200)
    taken_in(gpu, small, picture.copy())
    out, fade = tmp_path / "frame.png", Fill(Rect(0, 0, 160, 200), (0, 0, 0), 0.5)
    items = Picture(small, SCREEN, SCREEN), fade
    for drawn_again in range(2):
        gpu.draw(Scene(SIZE, (Layer(items, (drawn_again, 0, 0)),)))
        gpu.save(str(out))
        saved = Image.open(out).convert("RGB")

        assert gpu.frame() == (saved.tobytes(), (320, 200))
        right, left = (160, 0, 320, 200), (0, 0, 160, 200)
        assert saved.crop(right).tobytes() == picture.crop(right).tobytes()
        dark = ImageChops.difference(saved.crop(left), picture.crop(left).point(lambda c: c / 2))
        assert max(high for _, high in dark.getextrema()) <= 2


@pytest.mark.usefixtures("forgetful")
def test_a_start_picture_is_read_as_it_is_shown(gpu):
    """Also the picture that covers a start is there when it is read."""
    assert gpu.show(as_jpeg(bytes((200, 100, 50)) * (320 * 200), (320, 200)), SIZE)
    red, green, blue = gpu.frame()[0][:3]

    assert abs(red - 200) + abs(green - 100) + abs(blue - 50) <= 6


def test_a_photo_over_the_gpus_limit_is_the_same_in_bands(gpu):
    """Made smaller to what the GPU takes, a large photo comes in bands, and looks the same."""
    picture = Image.radial_gradient("L").resize((LARGE.width, LARGE.height)).convert("RGB")
    smaller = Derivative("b", LARGE.width, LARGE.height)
    taken_in(gpu, LARGE, picture.copy())
    gpu._side_max = 1600
    assert taken_in(gpu, smaller, picture.copy()) == 2
    frames = [drawn(gpu, Rect(-20.5, -6.7, 400, 300), one) for one in (LARGE, smaller)]

    assert max(high for _, high in ImageChops.difference(*frames).getextrema()) <= 4
