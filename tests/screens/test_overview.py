"""The overview: all slides of an exhibition as a wall."""

import itertools

import pytest

from kiosk.base.geometry import Point, Size
from kiosk.screens.actions import BackToSlide, OpenOverview
from kiosk.types.scene import Lettering, Picture
from tests.screens.zooming import pinch
from tests.world import Player, collection, entry, slide

SHAPES = [
    Size(1280, 720),
    Size(720, 1280),
    Size(1280, 800),
    Size(1024, 768),
    Size(1680, 720),
    Size(1000, 1000),
]
QUOTE = "He said so much that no small card could ever hold all of his words, " * 8


def many(count, **keys):
    def made(n):
        section = f"Section {n // 10}" if count > 20 else None
        written = (
            {"photo": f"/{n}.jpg"} if n % 3 else {"title": f"Page {n}", "text": "Words. " * 30}
        )
        return slide(**written, **({"section": section} if section else {}))

    return collection(entry("one", *map(made, range(count)), **keys), languages=["en", "ar"])


def opened(typesetter, count=12, size=SHAPES[0], start=1, **keys):
    player = Player(many(count), typesetter, size=size, **keys)
    player.open_at(f"one:{start}")
    player.wait(1)
    player.key("escape")
    player.wait(2)
    assert player.screen == "Overview"
    return player


def cells(player):
    return {
        one.action.index: one.rect
        for one in player.buttons()
        if isinstance(one.action, BackToSlide)
    }


def pictures(player):
    return [
        item for layer in player.view().layers for item in layer.items if isinstance(item, Picture)
    ]


def texts(player):
    items = [item for layer in player.view().layers for item in layer.items]
    return [item.paragraph.text for item in items if isinstance(item, Lettering)]


@pytest.mark.parametrize("size", SHAPES, ids=str)
@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("count", [1, 28, 500])
class TestWall:
    def test_cells_are_apart_and_no_smaller_than_a_finger(self, typesetter, size, language, count):
        player = opened(typesetter, count, size, language=language)
        finger, rects = player.context.stage.finger, list(cells(player).values())
        assert rects
        assert all(min(one.width, one.height) >= finger for one in rects)
        assert not any(one.overlaps(other) for one, other in itertools.combinations(rects, 2))

    def test_photos_are_whole(self, typesetter, size, language, count):
        player = opened(typesetter, count, size, start=min(2, count), language=language)
        seen = pictures(player)
        assert seen or count == 1
        assert all(one.window.covers(one.image, slack=1) for one in seen)


def test_few_slides_are_all_seen_at_once(typesetter):
    player = opened(typesetter, 12)
    assert sorted(cells(player)) == list(range(12))


@pytest.mark.parametrize("start", [1, 250, 500])
def test_the_slide_it_was_opened_from_is_in_sight(typesetter, start):
    player = opened(typesetter, 500, start=start)
    assert start - 1 in cells(player)


def test_any_of_500_slides_is_two_touches_and_a_throw_away(typesetter):
    """A thrown wall goes on by itself, and comes to rest within its ends."""
    player = opened(typesetter, 500)
    for _ in range(40):
        player.press(Point(640, 600))
        player.move(Point(640, 100))
        player.lift(Point(640, 100))
        player.wait(3)
    assert 499 in cells(player)
    player.tap(cells(player)[499].centre)
    player.wait(1)
    assert player.state.screen.slide_view.index == 499


def test_its_end_gives_way_and_springs_back(typesetter):
    player = opened(typesetter, 500)
    before = cells(player)[0].y
    player.press(Point(640, 200))
    player.move(Point(640, 400))
    player.step(0.1)
    assert pictures(player)[0].window.y > 0
    offset = player.state.screen.scroll.at(player.now_s, 1e6)
    assert -200 < offset < 0
    player.lift(Point(640, 400))
    player.wait(2)
    assert cells(player)[0].y == before


def test_a_quote_has_whole_sentences_or_only_its_first_words(typesetter):
    """Cut off elsewhere, it could say something else."""
    said = ["Short and whole.", "One sentence fits here. " + QUOTE, QUOTE]
    made = entry("one", *(slide(quote=one) for one in said), slide(title="-"))
    player = Player(collection(made), typesetter)
    player.open_at("one:1")
    player.wait(1)
    player.key("escape")
    player.wait(2)
    shown = [text for text in texts(player) if text.startswith("“")]
    assert shown[0] == "“Short and whole.”"
    assert shown[1].startswith("“One sentence fits here. …") or shown[1].endswith(". …”")
    assert shown[2] == "“He said so much …”"


def test_pinching_in_leads_one_level_out_each_time(typesetter):
    """From the slide to the wall, and from there to the start page; apart, they open a slide."""
    player = opened(typesetter, 12)
    middle = cells(player)[4].centre
    pinch(player, 2.0, middle)
    assert player.state.screen.slide_view.index == 4
    player.wait(1)
    pinch(player, 0.5)
    player.wait(1)
    assert player.screen == "Overview"
    pinch(player, 0.5)
    assert player.screen == "Attract"  # With one exhibition, there is no home.


def test_a_control_opens_it_and_keys_walk_through_it(typesetter):
    player = Player(many(12), typesetter)
    player.open_at("one:3")
    player.wait(1)
    overview = next(one for one in player.buttons() if one.action == OpenOverview("one"))
    player.tap(overview.rect.centre)
    player.wait(1)
    player.key("right")
    player.key("right")
    player.key("down")
    player.key("up")
    player.key("enter")
    player.wait(1)
    assert player.state.screen.slide_view.index == 3


def test_what_is_under_a_notice_is_not_on_it(typesetter):
    made = entry(
        "one",
        slide(title="-"),
        slide(photo="/hospital.jpg", notice="A hospital."),
        slide(title="x"),
    )
    player = Player(collection(made), typesetter)
    player.open_at("one:1")
    player.wait(1)
    player.key("escape")
    player.wait(2)
    assert "A hospital." in texts(player)
    assert not pictures(player)
