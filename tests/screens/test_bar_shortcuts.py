"""What a slide has to be touched is in the bar for whom it is out of reach on the slide."""

import pytest
from msgspec.structs import replace

from kiosk.base.geometry import Rect, Size
from kiosk.exhibition.interview import Exchange
from kiosk.screens.actions import OpenDetails, OpenInterview, RevealNotice
from kiosk.style.stage import REACH
from kiosk.types.scene import Lettering
from tests.world import INTERVIEW, Player, collection, entry, slide

SAID = "What somebody said of blue doors."
PLACES = [{"at": [0.1, 0.1, 0.2, 0.2], "text": "A cup."}]
SIZES = [Size(1920, 1080), Size(1080, 1920), Size(1024, 768)]
OWN = (RevealNotice, OpenDetails, OpenInterview)


def viewing(typesetter, size=SIZES[0], **words):
    exchanges = (Exchange("Why?", SAID, 20, (21,)), *INTERVIEW.exchanges[1:])
    photo = {"file": "/1.jpg", "details": PLACES}
    one = entry(
        "one",
        slide(photo=photo, quote=SAID, **words),
        interview=replace(INTERVIEW, exchanges=exchanges),
    )
    player = Player(collection(one), typesetter, size=size)
    player.open_at("one:1")
    player.wait(2)
    return player


def low(player):
    player.prefer(low_reach=True)
    return player


def own(player):
    return {type(one.action): one for one in player.buttons() if isinstance(one.action, OWN)}


def texts(player):
    items = [i for layer in player.view().layers if layer.opacity > 0 for i in layer.items]
    return [item.paragraph.text for item in items if isinstance(item, Lettering)]


def test_elsewhere_they_stand_on_the_slide(typesetter):
    """Whoever reaches everything finds them where they belong, and nowhere else."""
    player = viewing(typesetter)

    assert not own(player)
    assert any("Read in the interview" in text for text in texts(player))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("words", [{}, {"notice": "Sad."}])
def test_with_low_reach_they_are_low(typesetter, size, words):
    """Then they are in the bar, below; on the slide, they may be out of reach."""
    player = low(viewing(typesetter, size, **words))
    reach = Rect(0, size.height * (1 - REACH), size.width, size.height * REACH)

    assert set(own(player)) == ({RevealNotice} if words else {OpenDetails, OpenInterview})
    assert all(reach.covers(one.rect) for one in own(player).values())


@pytest.mark.parametrize("by_key", [False, True])
@pytest.mark.parametrize(
    ("action", "screen"),
    [(OpenInterview, "InterviewReader"), (OpenDetails, "Details"), (RevealNotice, "Viewer")],
)
def test_they_do_there_what_they_do_on_the_slide(typesetter, action, screen, by_key):
    """Touched in the bar, or reached by Tab and pressed, each leads where it says."""
    player = viewing(typesetter, **({"notice": "Sad."} if action is RevealNotice else {}))
    if by_key:
        player.key("tab")
        while not isinstance(player.context.focus, action):
            player.key("tab")
        player.key("enter")
    else:
        low(player)
        player.tap(own(player)[action].rect.centre)
    player.wait(1)

    assert player.screen == screen
    assert "Sad." not in texts(player)
