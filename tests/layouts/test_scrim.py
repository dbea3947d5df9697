"""Words over photos can be read, whatever the photo."""

import itertools

import pygame
import pytest
from PIL import Image

from kiosk.base.geometry import Size
from kiosk.display.renderer import Renderer
from kiosk.display.window import Window
from kiosk.layouts import arrange
from kiosk.layouts.parts.scrim import least_strength
from kiosk.media.originals.decode import measure
from kiosk.style.motion import MOTIONS
from kiosk.style.stage import Stage
from kiosk.style.themes import THEMES, contrast, luminance
from kiosk.types.photo import Bitmap, Derivative
from kiosk.types.scene import Layer, Lettering, Picture, Scene, Scrim
from tests.world import slide

SCREEN = Size(960, 540)
SHAPE = (960, 600)


@pytest.fixture(autouse=True)
def words_stand_on_photos(monkeypatch):
    """However strong the scrim: these tests are about it."""
    monkeypatch.setattr("kiosk.layouts.parts.text_placement.STRONG", 9.0)
    monkeypatch.setattr("kiosk.layouts.parts.text_placement.RESTLESS", 9.0)


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


def lamp():
    """Dark but for a light in the middle, which a photo that is revealed brings to the foot."""
    picture = Image.new("RGB", SHAPE, (20, 20, 20))
    picture.paste((250, 240, 230), (0, 330, 500, 400))
    return picture


def halves():
    """Dark but for the corner in which the words stand."""
    picture = Image.new("RGB", SHAPE, (20, 20, 20))
    picture.paste((250, 240, 230), (0, 480, 300, 600))
    return picture


def snow():
    """White but for a grey sky, in which words stand on a lighter veil."""
    picture = Image.new("RGB", SHAPE, (255, 255, 255))
    picture.paste((125, 125, 125), (0, 0, 960, 200))
    return picture


@pytest.mark.parametrize("progress", [0.0, 0.4, 1.0])
@pytest.mark.parametrize("motion", MOTIONS)
@pytest.mark.parametrize("picture", [sky, checkerboard, noise, night, lamp, halves, snow])
def test_contrast_on_the_drawn_frame(picture, motion, progress, tmp_path, typesetter, driver):
    """Under every line, ink reaches 4.5:1 against every pixel ever drawn there."""
    stage = Stage(SCREEN, typesetter)

    assert least_contrast(picture(), stage, tmp_path, driver, motion, progress) >= 4.5


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("picture", [sky, checkerboard, night])
def test_contrast_in_every_theme(picture, name, tmp_path, typesetter, driver):
    """On a light wall too, and 7:1 in high contrast, whatever the words over the photo are."""
    stage = Stage(SCREEN, typesetter, THEMES[name], language="fr")
    words = {"quote": {"text": "Words", "translation": {"fr": "Mots"}, "translated_by": "Her"}}
    least = least_contrast(picture(), stage, tmp_path, driver, layout="single", **words)

    assert least >= THEMES[name].contrast


def test_a_veil_is_no_stronger_than_it_must_be(typesetter):
    """Over the dark no veil is laid, and over grey a lighter one than over white."""
    stage = Stage(SCREEN, typesetter)

    assert least_strength(0.02, stage) == 0
    assert 0 < least_strength(0.3, stage) < least_strength(1.0, stage) < 1


@pytest.mark.parametrize(
    ("picture", "dark", "veiled"),
    [
        (sky, True, False),
        (snow, True, False),
        (night, False, False),
        (noise, False, True),
        (lambda: Image.new("RGB", SHAPE, (118, 118, 118)), False, True),
    ],
    ids=["sky", "snow", "night", "noise", "grey"],
)
def test_words_are_dark_over_what_is_pale(picture, dark, veiled, tmp_path, typesetter):
    """Over a white sky dark letters stand without a veil; where that gains little, light ones."""
    file = str(tmp_path / "photo.png")
    picture().save(file)
    stage = Stage(SCREEN, typesetter)
    photo = {"file": file, "caption": "A caption of some words"}
    arrangement = arrange(slide(photo=photo, fill=True), stage, {file: measure(file)[0]})
    inks = [
        luminance(one.paragraph.style.colour)
        for one in arrangement.words
        if isinstance(one, Lettering)
    ]

    assert {ink < 0.1 for ink in inks} == {dark}
    assert any(isinstance(one, Scrim) for one in arrangement.words) == veiled


@pytest.mark.parametrize(("language", "far"), [("en", 955), ("ar", 4)])
def test_a_veil_is_only_where_words_are(language, far, tmp_path, typesetter, monkeypatch, driver):
    """On the other side of the photo it has faded out, on its way nowhere with an edge."""
    monkeypatch.setattr("kiosk.layouts.single.DARK_WORDS", 9.0)
    file = str(tmp_path / "photo.png")
    sky().save(file)
    photo = {"file": file, "caption": "A caption of some words"}
    stage = Stage(SCREEN, typesetter, language=language)
    arrangement = arrange(slide(photo=photo, fill=True), stage, {file: measure(file)[0]})
    veils = [item for item in arrangement.words if isinstance(item, Scrim)]
    (placed,) = arrangement.photos
    frame = tmp_path / "frame.png"
    drawn = draw(placed, placed.image, veils, sky(), typesetter, frame, driver)
    foot = [drawn.get_at((x, 535))[0] for x in range(960)]

    assert min(foot) < 140
    assert foot[far] == 255
    assert max(abs(one - other) for one, other in itertools.pairwise(foot)) <= 4


def least_contrast(picture, stage, folder, driver, motion="still", progress=1.0, **words):
    """Of all lines on a photo, with the pixels most like them that are really drawn there."""
    file = str(folder / "photo.png")
    picture.save(file)
    photo = {"file": file, "credit": "Credit", "caption": "A caption of some words"}
    one = slide(photo={**photo, "focus": (0.4, 0.3)}, fill=True, motion=motion, **words)
    arrangement = arrange(one, stage, {file: measure(file)[0]})
    lines = [item for item in arrangement.words if isinstance(item, Lettering)]
    behind = [item for item in arrangement.words if not isinstance(item, Lettering)]
    (placed,) = arrangement.photos
    moved = MOTIONS[motion](progress, placed.image, placed.window, placed.photo.focus)
    drawn = draw(placed, moved, behind, picture, stage.typesetter, folder / "frame.png", driver)
    ratios = []
    for line in lines:
        rect, ink = line.rect, luminance(line.paragraph.style.colour)
        under = drawn.subsurface((int(rect.x), int(rect.y), int(rect.width), int(rect.height)))
        ratios += [contrast(ink, light) for light in extremes(under)]
    return min(ratios)


def draw(placed, moved, behind, picture, typesetter, out, driver):
    """Only what is behind the words: photo and veil."""
    window = Window(SCREEN)
    try:
        renderer = Renderer(window.sdl, typesetter, driver=driver)
        image = placed.image
        size = (round(image.width), round(image.height))
        derivative = Derivative("photo", *size)
        small = picture.resize(size, Image.Resampling.LANCZOS)
        renderer.keep(Bitmap(derivative, small.tobytes("raw", "BGRX")))
        items = (Picture(derivative, moved, placed.window), *behind)
        renderer.draw(Scene(SCREEN, (Layer(items, (0, 0, 0)),)))
        renderer.save(str(out))
        return pygame.image.load(out)
    finally:
        window.close()


def extremes(surface):
    width, height = surface.get_size()
    lights = [
        luminance(tuple(surface.get_at((x, y)))[:3])
        for x in range(0, width, 2)
        for y in range(0, height, 2)
    ]
    return min(lights), max(lights)
