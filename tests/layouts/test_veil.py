"""Words over photos can be read, whatever the photo."""

import pygame
import pytest
from PIL import Image

from kiosk.derivative import Derivative, Pixels
from kiosk.display.renderer import Renderer
from kiosk.display.window import Window
from kiosk.geometry import Size
from kiosk.layouts import arrange
from kiosk.layouts.veil import least_strength
from kiosk.media.decode import measure
from kiosk.scene import Layer, Lettering, Picture, Scene
from kiosk.stage import Stage
from kiosk.themes import contrast, luminance
from tests.world import slide

SCREEN = Size(960, 540)
SHAPE = (960, 600)


def sky():
    return Image.new("RGB", SHAPE, (255, 255, 255))


def checkerboard():
    tile = Image.new("L", (2, 2))
    tile.putdata([0, 255, 255, 0])
    return tile.resize((16, 10), Image.Resampling.NEAREST).resize(SHAPE, 0).convert("RGB")


def noise():
    return Image.effect_noise(SHAPE, 120).convert("RGB")


def night():
    return Image.new("RGB", SHAPE, (8, 8, 12))


def halves():
    """Dark but for the corner in which the words stand."""
    picture = Image.new("RGB", SHAPE, (20, 20, 20))
    picture.paste((250, 240, 230), (0, 480, 300, 600))
    return picture


@pytest.mark.parametrize("picture", [sky, checkerboard, noise, night, halves])
def test_contrast_on_the_drawn_frame(picture, tmp_path, typesetter):
    """Under every line, ink reaches 4.5:1 against the palest pixel really drawn there."""
    file = str(tmp_path / "photo.png")
    picture().save(file)
    stage = Stage(SCREEN, typesetter)
    one = slide(photo={"file": file, "credit": "Credit"}, caption="A caption of some words")
    arrangement = arrange(one, stage, {file: measure(file)})
    assert arrangement is not None
    lines = [item for item in arrangement.words if isinstance(item, Lettering)]
    behind = [item for item in arrangement.words if not isinstance(item, Lettering)]

    drawn = draw(arrangement.photos[0], behind, picture(), typesetter, tmp_path / "frame.png")

    ink = luminance(stage.theme.ink)
    for line in lines:
        rect = line.rect
        under = drawn.subsurface((int(rect.x), int(rect.y), int(rect.width), int(rect.height)))
        assert contrast(ink, palest(under)) >= 4.5, line.paragraph.text


def test_a_veil_is_no_stronger_than_it_must_be(typesetter):
    """Over the dark no veil is laid, and over grey a lighter one than over white."""
    stage = Stage(SCREEN, typesetter)

    assert least_strength(0.02, stage) == 0
    assert 0 < least_strength(0.3, stage) < least_strength(1.0, stage) < 1


def draw(placed, behind, picture, typesetter, out):
    """Only what is behind the words: photo and veil."""
    window = Window(SCREEN)
    try:
        renderer = Renderer(window.sdl, typesetter, software=True)
        image = placed.image
        size = (round(image.width), round(image.height))
        derivative = Derivative("photo", *size)
        small = picture.resize(size, Image.Resampling.LANCZOS)
        renderer.keep(Pixels(derivative, small.tobytes("raw", "BGRX")))
        items = (Picture(derivative, image, placed.window), *behind)
        renderer.draw(Scene(SCREEN, (Layer(items, (0, 0, 0)),)))
        renderer.save(str(out))
        return pygame.image.load(out)
    finally:
        window.close()


def palest(surface):
    width, height = surface.get_size()
    return max(
        luminance(tuple(surface.get_at((x, y)))[:3])
        for x in range(0, width, 2)
        for y in range(0, height, 2)
    )
