"""Colours: every theme can be read, and so can whatever a curator makes of it."""

import colorsys
from importlib.util import find_spec
from pathlib import Path
from typing import get_args

import pytest
from PIL import Image

from kiosk.authoring.load.place import load
from kiosk.base.geometry import Size
from kiosk.exhibition.collection import Entry
from kiosk.exhibition.exhibition import ThemeName
from kiosk.media.cache import Cache
from kiosk.player.headless import shoot
from kiosk.player.options import Options
from kiosk.show import CollectionChanged
from kiosk.style.comfort import Comfort
from kiosk.style.exhibition_theme import themed
from kiosk.style.themes import THEMES, colour, contrast, luminance
from kiosk.types.scene import Lettering
from tests.world import INTERVIEW, Player, collection, entry, exhibition, slide


def ratio(one, other):
    return contrast(luminance(one), luminance(other))


def hung(typesetter, kiosk_theme, **keys):
    """A show of one exhibition with such keys, on a kiosk of some theme."""
    slides = (slide(title="One"), slide(text="Words"))
    own = exhibition(*slides, **keys)
    one = Entry("one", Path("/one.yaml"), own, INTERVIEW)
    return Player(collection(one, theme=kiosk_theme), typesetter)


def assert_readable(theme):
    for letters in (theme.ink, theme.quiet, theme.accent):
        assert ratio(letters, theme.ground) >= theme.contrast
    raised = theme.on_raised
    least = min(theme.contrast, ratio(theme.ink, theme.raised))
    for letters in (raised.ink, raised.quiet, raised.accent):
        assert ratio(letters, theme.raised) >= least
    assert ratio(theme.ink, theme.marked) >= theme.contrast
    over = theme.over_photos
    assert ratio(over.ink, over.ground) >= theme.contrast
    assert over.quiet == over.accent == over.ink


def test_every_name_has_a_theme():
    """Every theme that a curator may name is in the table."""
    assert set(THEMES) == set(get_args(ThemeName))


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
    """Ground and ink that could not be read are left out; an accent is shown lighter or darker."""
    assert_readable(themed(exhibition(**keys), THEMES[name]))


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("accent", ["#c8a46a", "#cf7b6a", "#203a8f", "#7fc97f", "#5e2a5e"])
def test_an_accent_keeps_its_hue(name, accent):
    """An exhibition is known by it on every ground: it gets lighter or darker until it reads."""
    theme = themed(exhibition(accent=accent), THEMES[name])
    wanted, shown = (
        colorsys.rgb_to_hls(*(channel / 255 for channel in one))
        for one in (colour(accent), theme.accent)
    )

    assert ratio(theme.accent, theme.ground) >= theme.contrast
    assert abs(wanted[0] - shown[0]) < 0.02


def test_high_contrast_keeps_the_accent(typesetter):
    """It is lighter there, so that it is read at 7:1; other colours of the exhibition go."""
    keys = {"accent": "#8a5426", "colours": {"ground": "#203040"}}
    player = hung(typesetter, "gallery", **keys)
    player.prefer(contrast=True)
    theme = player.context.stage_of(player.context.collection.entries[0]).theme
    red, green, blue = theme.accent

    assert theme.ground == (0, 0, 0)
    assert red > green > blue
    assert ratio(theme.accent, theme.ground) >= 7


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("accent", [None, "#203a8f"])
def test_controls_over_a_photo_are_on_a_dark_ground(name, accent):
    """Also on paper, where the controls of other slides are dark on a pale ground."""
    bar = themed(exhibition(accent=accent), THEMES[name]).bar_over_photos

    assert luminance(bar.ground) < 0.02
    for letters in (bar.ink, bar.quiet, bar.accent):
        assert ratio(letters, bar.ground) >= bar.contrast


def test_colours_that_can_be_read_are_shown():
    """Ground, ink and accent are those that were written, on any theme."""
    own = {"ground": "#203040", "ink": "#f0f0ff", "accent": "#ffcc66"}
    theme = themed(exhibition(colours=own, theme="paper"), THEMES["gallery"])

    assert theme.ground == (0x20, 0x30, 0x40)
    assert theme.ink == (0xF0, 0xF0, 0xFF)
    assert theme.accent == (0xFF, 0xCC, 0x66)


def test_an_exhibition_hangs_in_its_own_theme(typesetter):
    """On paper, its slides and its interview; home and attract are the kiosk's."""
    player = hung(typesetter, "gallery", theme="paper")
    paper, gallery = THEMES["paper"].ground, THEMES["gallery"].ground
    attract = player.view().layers[0].ground
    player.key("enter")
    player.wait(2)
    home = player.view().layers[0]
    player.key("right")
    player.key("enter")
    player.wait(2)
    viewer = player.view().layers
    player.key("home")
    player.wait(2)
    player.key("right")
    player.key("right")
    player.key("enter")
    player.wait(2)
    reader = player.view().layers

    assert player.screen == "InterviewReader"
    assert attract == home.ground == gallery
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


class TestFonts:
    """A curator's own fonts take the place of the packaged ones."""

    def test_letters_of_a_font_of_its_own(self, typesetter):
        """The words of an exhibition are set in its fonts, and nobody else's are."""
        player = hung(typesetter, "gallery", fonts={"serif": str(plex())})
        stage = player.context.stage
        own = player.context.stage_of(player.context.collection.entries[0])
        width = {
            one: typesetter.typeset("Every letter", one.style("quote"), 2000).size.width
            for one in (stage, own)
        }

        assert own.style("quote").font == str(plex())
        assert stage.style("quote").font == own.style("caption").font == ""
        assert width[own] != width[stage]

    def test_fonts_of_the_kiosk(self, typesetter):
        """The home screen has the kiosk's fonts, and so has each exhibition that names none."""
        kiosk = {"serif": "/a.ttf", "sans": "/b.ttf", "sans_italic": "/c.ttf"}
        own = {"sans": "/own.ttf"}
        slides = (slide(title="One"), slide(text="Words"))
        entries = (entry("plain", *slides), entry("own", *slides, fonts=own))
        for is_contrasted in (False, True):
            player = Player(
                collection(*entries, fonts=kiosk),
                typesetter,
                comfort=Comfort(contrast=is_contrasted),
            )
            context = player.context
            stages = [context.stage, *map(context.stage_of, context.collection.entries)]

            assert [one.style("heading").font for one in stages] == ["/a.ttf"] * 3
            assert [one.style("caption").font for one in stages] == ["/b.ttf", "/b.ttf", "/own.ttf"]
            assert [one.style("caption", italic=True).font for one in stages] == [
                *("/c.ttf", "/c.ttf", "/own.ttf"),
            ]

    def test_upright_letters_serve_where_there_are_no_italics(self, typesetter):
        """A font of its own is not mixed with the italics of another."""
        theme = themed(exhibition(fonts={"serif": "/a.ttf"}), THEMES["paper"])

        assert theme.fonts.file("serif", italic=True) == "/a.ttf"
        assert theme.fonts.file("sans", italic=True) == ""

    def test_lines_are_as_long_as_ever(self, typesetter):
        """However wide its letters, a line holds as many of them as the eye follows."""
        player = hung(typesetter, "gallery", fonts={"serif": str(plex())})
        stage = player.context.stage_of(player.context.collection.entries[0])
        style = stage.style("lead")
        text = "Every letter of it, and the spaces between them, as they come in a text. " * 4
        paragraph = typesetter.typeset(text, style, stage.measure(style))

        assert 45 <= len(text) / paragraph.lines <= 55

    def test_a_font_that_broke_meanwhile(self, typesetter, tmp_path, caplog):
        """What is no font any more is told of once, and the usual letters stand in."""
        broken = tmp_path / "broken.ttf"
        broken.write_bytes(b"\x00\x01\x00\x00 and nothing else")
        player = hung(typesetter, "gallery", fonts={"serif": str(broken)})
        own = player.context.stage_of(player.context.collection.entries[0])
        set_in_own, usual = (
            typesetter.typeset("Every letter", one.style("quote"), 2000)
            for one in (own, player.context.stage)
        )
        typesetter.typeset("Every other letter", own.style("quote"), 2000)

        assert set_in_own.size == usual.size
        assert len(caplog.records) == 1
        assert "is not a font" in caplog.text

    def test_letters_that_it_lacks(self, typesetter):
        """Letters that the font does not have come from the packaged ones."""
        arabic = str(Path(find_spec("fontpkg_noto_sans_arabic").origin).parent / "files")
        file = next(Path(arabic).iterdir())
        player = hung(typesetter, "gallery", fonts={"serif": str(file)})
        own = player.context.stage_of(player.context.collection.entries[0])

        assert typesetter.missing("Қазақша", own.style("quote")) == ""


def plex():
    folder = Path(find_spec("fontpkg_ibm_plex_sans").origin).parent / "files"
    return folder / "IBMPlexSans[wdth,wght].ttf"
