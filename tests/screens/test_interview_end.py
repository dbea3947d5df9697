"""The end of an interview leads on, as the page after the last slide does."""

import pytest
from msgspec.structs import replace

from kiosk.base.geometry import Size
from kiosk.screens.actions import GoHome, OpenExhibition
from kiosk.style.comfort import Comfort
from kiosk.types.scene import Lettering
from tests.world import INTERVIEW, Player, collection, entry, slide

SIZES = ((1280, 720), (720, 1280), (1280, 800), (1024, 768), (1680, 720), (1000, 1000))
LARGEST = Comfort(text_size=5)


@pytest.fixture
def reader(typesetter):
    def read(size=(1280, 720), language="en", comfort=None):
        noted = replace(INTERVIEW, note="A note of the source.")
        one = entry("one", slide(title="Doors"), title="Doors", interview=noted)
        how = {"size": Size(*size), "language": language, "comfort": comfort or Comfort()}
        player = Player(collection(one), typesetter, **how)
        player.open_at("interview")
        player.step(1)
        return player

    return read


def ways(player):
    """The buttons on the page itself, below the words of the interview."""
    foot = player.context.stage.size.height - player.context.stage.bar
    leads = [OpenExhibition("one"), GoHome()]
    return [b for b in player.buttons() if b.action in leads and b.rect.bottom <= foot]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("comfort", [Comfort(), LARGEST])
def test_the_ways_on_are_below_the_last_words(reader, size, language, comfort):
    """To the exhibition and to all of them, each as high as a finger, and apart."""
    player = reader(size, language, comfort)
    assert not ways(player)
    player.key("end")
    player.step(0.1)
    exhibition, home = ways(player)
    letters = [one for layer in player.view().layers for one in layer.items]
    note = next(
        one
        for one in letters
        if isinstance(one, Lettering) and one.paragraph.text == "A note of the source."
    )

    assert [exhibition.action, home.action] == [OpenExhibition("one"), GoHome()]
    assert note.rect.bottom < exhibition.rect.y
    assert not exhibition.rect.overlaps(home.rect)
    finger = player.context.stage.finger
    assert min(exhibition.rect.height, home.rect.height) >= finger - 1


@pytest.mark.parametrize(("way", "screen"), [(0, "Viewer"), (1, "Home")])
def test_a_touch_on_one_leads_there(reader, way, screen):
    """The exhibition begins with its first slide."""
    player = reader()
    player.key("end")
    player.step(0.1)
    player.tap(ways(player)[way].rect.centre)
    player.step(1)

    assert player.screen == screen
