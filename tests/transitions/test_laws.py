"""What all transitions have in common, as numbers and as drawn frames."""

from pathlib import Path
from typing import get_args

import pytest
from PIL import Image, ImageChops, ImageStat

from kiosk.base.geometry import Rect, Size
from kiosk.display.renderer import Renderer
from kiosk.display.window import Window
from kiosk.exhibition.exhibition import TransitionName
from kiosk.screens.slide_view import gutters
from kiosk.style.motion import enlarged
from kiosk.style.themes import luminance
from kiosk.transitions import TRANSITIONS
from kiosk.types.photo import Bitmap, Derivative
from kiosk.types.scene import Fill, Layer, Picture, Scene

PHOTOS = Path(__file__).parents[2] / "assets" / "photos"
SCREEN = Size(320, 200)
MOMENTS = (0.0, 0.1, 0.35, 0.65, 0.9, 1.0)
JUST_NOTICEABLE = 1.0
"""Of CIE lightness, from 0 for black to 100 for white."""


def squares():
    tile = Image.new("L", (2, 2))
    tile.putdata([0, 255, 255, 0])
    return tile.resize((8, 5), 0).resize((320, 200), 0).convert("RGB")


def grey(level=128):
    return Image.new("RGB", (320, 200), (level,) * 3)


def photo(name):
    with Image.open(PHOTOS / name) as original:
        original.draft("RGB", (320, 200))
        return original.convert("RGB").resize((320, 200))


def slope():
    """Unlike itself in every direction, so that whatever is misplaced is seen."""
    across = Image.linear_gradient("L").rotate(90).resize((320, 200))
    down = Image.linear_gradient("L").resize((320, 200))
    return Image.merge("RGB", (across, down, ImageChops.invert(across)))


@pytest.fixture
def draw(typesetter, tmp_path, driver):
    """Draw a moment between two photos that fill the screen."""
    window = Window(SCREEN)
    renderer = Renderer(window.sdl, typesetter, driver=driver)

    def drawn(name, progress, outgoing, incoming, *, forward=True):
        frame = TRANSITIONS[name].at(progress, SCREEN, forward=forward)
        layers = []
        for side, (photo, look) in enumerate(
            ((outgoing, frame.outgoing), (incoming, frame.incoming))
        ):
            derivative = Derivative(str(side), 320, 200)
            renderer.keep(Bitmap(derivative, photo.tobytes("raw", "BGRX")))
            place = Rect.of(SCREEN)
            image = enlarged(place, place, (0.3, 0.4), look.enlarged)
            items = (Picture(derivative, image, place),)
            layers.append(Layer(items, (9, 9, 9), look.opacity, look.offset, look.clip))
        if frame.outgoing_on_top:
            layers.reverse()
        layers.append(gutters(tuple(layers), Rect.of(SCREEN), (9, 9, 9)))
        layers.append(Layer((Fill(Rect.of(SCREEN), (0, 0, 0), frame.black),)))
        renderer.draw(Scene(SCREEN, tuple(layers)))
        out = tmp_path / "frame.png"
        renderer.save(str(out))
        return Image.open(out).convert("RGB")

    yield drawn
    window.close()


def difference(one, other):
    return max(ImageStat.Stat(ImageChops.difference(one, other)).mean)


def lightness(frame):
    """Mean CIE lightness of a frame: how bright it seems."""
    colours = frame.getcolors(frame.width * frame.height)
    lights = [(count, luminance(colour)) for count, colour in colours]
    cube = [(n, y ** (1 / 3) * 116 - 16 if y > 0.008856 else y * 903.3) for n, y in lights]
    return sum(n * light for n, light in cube) / (frame.width * frame.height)


def test_every_name_has_a_transition():
    """Every transition that a curator may name is in the table."""
    assert set(TRANSITIONS) == set(get_args(TransitionName))


@pytest.mark.parametrize("forward", [True, False])
@pytest.mark.parametrize("name", TRANSITIONS)
class TestLaws:
    def test_ends(self, name, forward):
        """A transition begins as the outgoing slide and ends as the incoming."""
        transition = TRANSITIONS[name]

        assert transition.at(0.0, SCREEN, forward=forward).shows_only_outgoing(SCREEN)
        assert transition.at(1.0, SCREEN, forward=forward).shows_only_incoming(SCREEN)

    def test_the_ends_as_they_are_drawn(self, name, forward, draw):
        """At either end only one slide is on the screen, pixel for pixel."""
        assert difference(draw(name, 0.0, slope(), squares(), forward=forward), slope()) == 0
        assert difference(draw(name, 1.0, squares(), slope(), forward=forward), slope()) == 0

    @pytest.mark.parametrize("progress", MOMENTS)
    def test_back_is_forward_in_reverse(self, name, forward, progress, draw):
        """Whoever goes back sees every moment of the way there again."""
        there = draw(name, progress, slope(), squares(), forward=forward)
        back = draw(name, 1 - progress, squares(), slope(), forward=not forward)

        assert difference(there, back) < 1

    @pytest.mark.parametrize("progress", MOMENTS)
    def test_between_slides_that_move_is_a_gutter(self, name, forward, progress):
        """They keep a tenth of the width apart; others stay in their places."""
        frame = TRANSITIONS[name].at(progress, SCREEN, forward=forward)
        apart = frame.incoming.offset.x - frame.outgoing.offset.x

        assert apart in {0, 1.1 * SCREEN.width, -1.1 * SCREEN.width}
        assert bool(apart) == (name == "push")

    @pytest.mark.parametrize("progress", MOMENTS)
    def test_nothing_shows_but_the_two_slides(self, name, forward, progress, draw):
        """Between equal slides there is nothing to be seen; through black, nothing but dark."""
        frame = draw(name, progress, grey(), grey(), forward=forward)
        if name == "push":
            gutter = frame.getcolors()
            assert {colour for _, colour in gutter} <= {(128,) * 3, (9,) * 3}
            return
        (low, high), *_ = frame.getextrema()
        veiled = 128 * (1 - TRANSITIONS[name].at(progress, SCREEN, forward=forward).black)

        assert abs(low - veiled) <= 2
        assert abs(high - veiled) <= 2


@pytest.mark.parametrize("progress", [0.1, 0.25, 0.5, 0.75, 0.9])
@pytest.mark.parametrize(
    ("outgoing", "incoming"),
    [
        (squares(), ImageChops.invert(squares())),
        (slope(), squares()),
        (grey(40), grey(220)),
        (photo("apple/01.jpg"), photo("apple/06.jpg")),
        (photo("religions-for-peace/02.jpg"), photo("apple/08.jpg")),
    ],
    ids=["opposites", "patterns", "night and day", "day and lamp", "glass and wood"],
)
def test_a_crossfade_does_not_dip(outgoing, incoming, progress, draw):
    """A fading frame never seems darker than the darker of its two slides."""
    darker = min(lightness(outgoing), lightness(incoming))

    assert lightness(draw("fade", progress, outgoing, incoming)) > darker - JUST_NOTICEABLE


def test_black_is_black_half_way(draw):
    """Through black, there is a moment at which nothing shows."""
    assert draw("through_black", 0.5, grey(), grey(220)).getextrema() == ((0, 0),) * 3


@pytest.mark.parametrize("name", ["push", "wipe"])
def test_what_comes_from_the_side_goes_the_way_the_visitor_goes(name, draw):
    """Forward, the next slide comes from the right; backward, from the left."""
    onward = draw(name, 0.5, grey(0), grey(255))
    back = draw(name, 0.5, grey(0), grey(255), forward=False)

    assert onward.getpixel((20, 100)) == back.getpixel((300, 100)) == (0, 0, 0)
    assert onward.getpixel((300, 100)) == back.getpixel((20, 100)) == (255, 255, 255)
