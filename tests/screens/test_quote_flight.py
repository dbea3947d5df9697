"""The ground of a quote flies from its slide to its passage in the interview, and back."""

from __future__ import annotations

from itertools import pairwise

import pytest
from msgspec.structs import replace

from kiosk import show
from kiosk.base.geometry import Point, Size, around
from kiosk.exhibition.exhibition import Transcript
from kiosk.exhibition.interview import Exchange
from kiosk.screens.interview.interview_page import marks
from kiosk.style.comfort import Comfort
from kiosk.types.quality import Quality
from kiosk.types.scene import Fill, Lettering
from tests.world import INTERVIEW, Player, collection, entry, slide

SIZES = ((1280, 720), (720, 1280), (1280, 800), (1024, 768), (1680, 720), (1000, 1000))
SAID = "What somebody said of blue doors, and then of green ones."
FRAME_S = 0.01


def quoting(typesetter, translation=None, **how):
    exchanges = [*INTERVIEW.exchanges]
    exchanges[20] = Exchange("One question?", f"{'Well. ' * 40}{SAID} That is all.", 20, (21,))
    slides = (
        slide(title="One"),
        slide(quote={"text": SAID, "language": "en", "translation": translation}),
    )
    one = entry("one", *slides, interview=replace(INTERVIEW, exchanges=tuple(exchanges)))
    written = Transcript("/interview.txt", "en")
    one = replace(one, exhibition=replace(one.exhibition, interview=written))
    how["size"] = Size(*how.get("size", (1280, 720)))
    player = Player(collection(one), typesetter, **how)
    player.open_at("one:2")
    player.step(8)
    return player


def flown(player, seconds=0.5):
    """The scenes of a flight, frame by frame."""
    for _ in range(round(seconds / FRAME_S)):
        yield player.view()
        player.step(FRAME_S)


def seen(scene, is_meant):
    """How much is seen of the letters that are meant: less under what is drawn above them."""
    most = 0.0
    for number, layer in enumerate(scene.layers):
        for item in layer.items:
            if isinstance(item, Lettering) and is_meant(item):
                above = [one for one in scene.layers[number + 1 :] if one.ground]
                share = item.opacity * layer.opacity
                for one in above:
                    share *= 1 - one.opacity
                most = max(most, share)
    return most


def ground(scene, player):
    """Where the ground in flight is."""
    theme = player.context.stage_of(player.context.entry("one")).theme
    alone = [one.items for one in scene.layers if len(one.items) == 1]
    found = [items[0] for items in alone if isinstance(items[0], Fill)]
    places = [one.rect for one in found if one.colour == theme.marked]
    return places[0] if places else None


def quote_of(player):
    words = [one for layer in player.view().layers for one in layer.items]
    return around([one.rect for one in words if getattr(one, "name", "") == "quote"])


def passage_of(player):
    one = player.context.entry("one")
    places = around(marks(one, 1, player.context.stage_of(one)))
    return places.moved(Point(0, -player.state.screen.scroll.position))


def near(one, other, slack=3.0):
    return one.inset(-slack).covers(other) and other.inset(-slack).covers(one)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_it_flies_to_the_passage_and_back(typesetter, size, language):
    """It begins where the words were, and comes to rest where they are, within 400 ms."""
    player = quoting(typesetter, size=size, language=language)
    quote = quote_of(player)
    player.key("down")
    places = [ground(scene, player) for scene in flown(player, 0.39)]
    passage = passage_of(player)
    assert near(places[0], quote)
    assert near(places[-1], passage)
    ways = [place.centre.distance_to(passage.centre) for place in places]
    assert all(a >= b - 1.5 for a, b in pairwise(ways))
    player.wait(1)
    assert ground(player.view(), player) is None
    player.key("escape")
    back = [ground(scene, player) for scene in flown(player, 0.39)]

    assert near(back[0], passage)
    assert near(back[-1], quote)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("way", ["down", "escape"])
def test_words_do_not_cross(typesetter, size, way):
    """What is left is gone before what comes is seen; at the end, it is wholly there."""
    player = quoting(typesetter, size=size)
    if way == "escape":
        player.key("down")
        player.wait(1)
    player.key(way)
    shown = [
        (
            seen(scene, lambda one: one.name == "quote"),
            seen(scene, lambda one: SAID in one.paragraph.text and one.name != "quote"),
        )
        for scene in flown(player)
    ]

    assert all(min(pair) == 0 for pair in shown)
    first, last = shown[0], shown[-1]
    assert (first[0] == 1) != (first[1] == 1)
    assert last == first[::-1]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("way", ["down", "escape"])
def test_its_words_stay_whole_in_their_places(typesetter, size, way):
    """They are drawn where they stand on either screen; for 80 ms at most, none are seen."""
    player = quoting(typesetter, size=size)
    if way == "escape":
        player.key("down")
        player.wait(1)
    before = places_of_words(player.view())
    player.key(way)
    shown = [places_of_words(scene) for scene in flown(player, 0.4)]
    player.wait(1)
    after = places_of_words(player.view())

    assert all(places <= before or places <= after for places in shown)
    assert sum(not places for places in shown) * FRAME_S <= 0.08
    assert shown[1] >= before
    assert shown[-1] == after


def places_of_words(scene):
    """Where the letters of the quote are seen."""
    return {
        (item.at + layer.offset, item.rect.size)
        for layer in scene.layers
        for item in layer.items
        if isinstance(item, Lettering) and SAID in item.paragraph.text
        if seen(scene, lambda one, item=item: one is item)
    }


def test_it_begins_at_the_words_that_are_read(typesetter):
    """Of a quote with its translation, the ground of those in the interview's language flies."""
    player = quoting(typesetter, language="fr", translation={"fr": "Ce que quelqu’un a dit."})
    words = [one for layer in player.view().layers for one in layer.items]
    translated, spoken = [one for one in words if getattr(one, "name", "") == "quote"]
    player.key("down")
    place = ground(player.view(), player)

    assert near(place, spoken.rect)
    assert not place.overlaps(translated.rect)


@pytest.mark.parametrize("how", ["still", "cuts", "other words"])
def test_otherwise_it_is_a_fade_or_a_cut(typesetter, how):
    """With no motion, on a slow machine, and if the text has not these words, nothing flies."""
    comfort = Comfort(still=how == "still")
    player = quoting(typesetter, comfort=comfort)
    if how == "cuts":
        player.state = replace(player.state, quality=Quality(level=3))
    if how == "other words":
        one = player.state.collection.entries[0]
        french = replace(INTERVIEW, path=INTERVIEW.path.with_name("fr.txt"))
        one = replace(one, translations=(("fr", french),))
        player.state = replace(
            player.state, collection=replace(player.state.collection, entries=(one,))
        )
        player.prefer("fr")
    player.key("down")

    assert player.screen == "InterviewReader"
    assert not any(ground(scene, player) for scene in flown(player))


def test_a_touch_ends_it(typesetter):
    """Whoever touches the page has it at once."""
    player = quoting(typesetter)
    player.key("down")
    player.step(0.1)
    assert ground(player.view(), player)
    player.press(Point(640, 400))

    assert ground(player.view(), player) is None
    assert player.state.leaving is None
    assert player.view() == show.view(player.state, player.now_s + 5, typesetter)
