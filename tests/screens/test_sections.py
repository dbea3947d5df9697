"""While a finger is on the filmstrip, the number of a slide is said with its section."""

import pytest

from kiosk.base.geometry import Size
from kiosk.types.scene import Lettering
from tests.world import Player, collection, entry, slide

NAME = {"en": "The first winter", "fr": "Le premier hiver"}


def texts(typesetter, screen, language="en", start="one:2", **keys):
    made = entry("one", slide(title="One"), slide(photo="/1.jpg", section=NAME, **keys))
    player = Player(
        collection(made, languages=["en", "fr"]), typesetter, size=screen, language=language
    )
    player.open_at(start)
    player.wait(1)
    strip = player.state.screen._bar(player.context).filmstrip(player.context)
    player.press(strip.frame_at(int(start[-1]) - 1).centre)
    player.wait(1)
    items = [item for layer in player.view().layers for item in layer.items]
    return {item.paragraph.text for item in items if isinstance(item, Lettering)}


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "The first winter · 2 of 2"), ("fr", "Le premier hiver · 2 sur 2")],
)
def test_name_and_position(typesetter, language, said):
    """The section is named before the number."""
    assert said in texts(typesetter, Size(1280, 800), language)


def test_before_all_sections(typesetter):
    """A slide before the first section has its own title, and no section."""
    assert "1 · One" in texts(typesetter, Size(1280, 800), start="one:1")


def test_under_a_notice(typesetter):
    """A slide that a notice covers is still in its section."""
    assert "The first winter · 2 of 2" in texts(typesetter, Size(1280, 800), notice="Sad.")
