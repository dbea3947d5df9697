"""Colours: every theme can be read, and so can whatever a curator makes of it."""

from pathlib import Path

import pytest
from PIL import Image

from kiosk.app import Options
from kiosk.exhibition.dress import dressed
from kiosk.exhibition.loader import Entry, load
from kiosk.exhibition.model import Exhibition
from kiosk.geometry import Size
from kiosk.media.cache import Cache
from kiosk.scene import Lettering
from kiosk.shot import shoot
from kiosk.show import CollectionChanged
from kiosk.themes import THEMES, contrast, luminance
from tests.world import INTERVIEW, Player, collection, slide


def ratio(one, other):
    return contrast(luminance(one), luminance(other))


def exhibition(**keys):
    return Exhibition.model_validate({"title": "One", "slides": [{"title": "One"}], **keys})


def hung(typesetter, kiosk_theme, **keys):
    """A show of one exhibition with such keys, on a kiosk of some theme."""
    slides = (slide(title="One"), slide(text="Words"))
    own = exhibition(**keys).model_copy(update={"slides": slides})
    one = Entry("one", Path("/one.yaml"), own, INTERVIEW)
    return Player(collection(one, theme=kiosk_theme), typesetter)


def assert_readable(theme):
    for letters in (theme.ink, theme.quiet, theme.accent):
        assert ratio(letters, theme.ground) >= theme.contrast
    assert ratio(theme.ink, theme.marked) >= theme.contrast
    over = theme.over_photos
    assert ratio(over.ink, over.ground) >= theme.contrast
    assert over.quiet == over.ink


@pytest.mark.parametrize("name", THEMES)
def test_every_theme_can_be_read(name):
    """Letters of each colour stand out from the ground, and those over photos from the veil."""
    assert_readable(THEMES[name])


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(
    "keys",
    [
        {"accent": "#c8a46a"},
        {"accent": "#101010"},
        {"accent": "#f0f0f0"},
        {"colours": {"ground": "#808080"}},
        {"colours": {"ground": "#203040", "ink": "#f0f0ff"}},
        {"colours": {"ground": "#ffffff", "ink": "#eeeeee"}},
        {"colours": {"ground": "#102030"}},
        {"colours": {"ground": "#fffff0", "ink": "#5a5a5a", "accent": "#808000"}},
    ],
)
def test_whatever_a_curator_writes_can_be_read(name, keys):
    """Colours that could not be read are left out, and the theme's own shown."""
    assert_readable(dressed(exhibition(**keys), THEMES[name]))


def test_colours_that_can_be_read_are_shown():
    """Ground, ink and accent are those that were written, on any theme."""
    own = {"ground": "#203040", "ink": "#f0f0ff", "accent": "#ffcc66"}
    theme = dressed(exhibition(colours=own, theme="paper"), THEMES["gallery"])

    assert theme.ground == (0x20, 0x30, 0x40)
    assert theme.ink == (0xF0, 0xF0, 0xFF)
    assert theme.accent == (0xFF, 0xCC, 0x66)


def test_an_exhibition_hangs_in_its_own_theme(typesetter):
    """On paper, its slides and its interview; home and the opening card are the kiosk's."""
    player = hung(typesetter, "gallery", theme="paper")
    paper, gallery = THEMES["paper"].ground, THEMES["gallery"].ground
    slide_shown = player.view().layers[0].ground
    player.key("enter")
    player.wait(2)
    home = player.view().layers[0]
    player.key("right")
    player.key("enter")
    player.wait(2)
    viewer = player.view().layers
    player.key("escape")
    player.wait(2)
    player.key("right")
    player.key("right")
    player.key("enter")
    player.wait(2)
    reader = player.view().layers

    assert player.screen == "Reader"
    assert (slide_shown, home.ground) == (paper, gallery)
    assert viewer[0].ground == reader[0].ground == paper
    for layers in (viewer, reader):
        letters = [i for layer in layers for i in layer.items if isinstance(i, Lettering)]
        colours = {item.paragraph.style.colour for item in letters}
        assert all(ratio(colour, paper) >= 4.5 for colour in colours)


def test_a_kiosk_may_have_another_theme(typesetter):
    """Exhibitions that name no theme hang in the kiosk's."""
    player = hung(typesetter, "contrast")
    player.wait(2)

    assert player.view().layers[0].ground == (0, 0, 0)


def test_a_change_of_theme_is_seen_while_it_plays(typesetter):
    """Somebody saves kiosk.yaml with another theme, and the wall is another colour."""
    player = hung(typesetter, "gallery")
    player.tell(CollectionChanged(hung(typesetter, "paper").collection))
    player.wait(2)

    assert player.view().layers[0].ground == THEMES["paper"].ground


def test_the_theme_is_drawn(tmp_path):
    """From the two files that a curator writes to the colours on the screen."""
    (tmp_path / "kiosk.yaml").write_text("theme: paper\n")
    (tmp_path / "one.yaml").write_text("title: One\nslides: [{title: One}]\n")
    (tmp_path / "two.yaml").write_text("title: Two\ntheme: contrast\nslides: [{title: Two}]\n")
    kiosk, _ = load(tmp_path)
    drawn = {}
    for start in ("home", "one", "two"):
        out = tmp_path / f"{start}.png"
        shoot(kiosk, Options(Size(320, 180), start=start), out, after_s=6, cache=Cache(tmp_path))
        with Image.open(out) as frame:
            drawn[start] = frame.convert("RGB").getpixel((2, 2))

    paper, black = THEMES["paper"].ground, (0, 0, 0)
    assert drawn == {"home": paper, "one": paper, "two": black}


@pytest.mark.parametrize("name", THEMES)
def test_marked_words_stand_out(name):
    """Their ground is another one than that of the words around them."""
    theme = THEMES[name]

    assert ratio(theme.marked, theme.ground) > 1.15
