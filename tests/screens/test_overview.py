"""The overview: all slides of an exhibition as a wall."""

import itertools
import math

import pytest

from kiosk.base.geometry import Point, Size, around
from kiosk.screens.actions import BackToSlide, OpenOverview
from kiosk.screens.overview.wall import wall
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


@pytest.mark.parametrize("size", SHAPES, ids=str)
@pytest.mark.parametrize("count", [1, 2, 4, 10, 28])
class TestSize:
    """As large as the screen allows, in its middle."""

    def test_the_wall_takes_all_of_the_width_or_of_the_height(self, typesetter, size, count):
        player = opened(typesetter, count, size)
        stage, wall = player.context.stage, around(list(cells(player).values()))
        bottom = stage.size.height - stage.bar - 2 * stage.margin
        assert wall.width >= stage.safe.width - 2 or wall.bottom >= bottom
        assert wall.centre.x == pytest.approx(stage.safe.centre.x, abs=1)
        assert stage.safe.x <= wall.x
        assert wall.right <= stage.safe.right

    def test_photos_are_large(self, typesetter, size, count):
        """With a column more or less, they would not be larger by a fifth."""
        player = opened(typesetter, count, size)
        context = player.context
        entry_, shown, stage = context.entry("one"), context.shown("one"), context.stage
        hung = wall(entry_, shown, stage)
        if hung.height > stage.size.height - stage.bar:
            return  # Too many to be seen at once.
        rows = sorted({one.rect.y for one in hung.cells})
        columns = sum(one.rect.y == rows[0] for one in hung.cells)
        cell = hung.cells[0].rect
        page = Size(stage.safe.width, stage.size.height - stage.bar - rows[0] - stage.margin)
        for other in (columns - 1, columns + 1):
            if other:
                high = page.height / math.ceil(count / other)
                assert min(page.width / other, 1.5 * high) < 1.25 * min(
                    cell.width + 0.35 * stage.margin, 1.5 * cell.height + 0.35 * stage.margin
                )


def said(typesetter, *slides, **keys):
    """What the cards of an exhibition say; the last slide is a title."""
    made = entry("one", *slides, slide(title="-"))
    player = Player(collection(made), typesetter, **keys)
    player.open_at("one:1")
    player.wait(1)
    player.key("escape")
    player.wait(2)
    items = [item for layer in player.view().layers for item in layer.items]
    return player, [item for item in items if isinstance(item, Lettering)]


@pytest.mark.parametrize("size", SHAPES, ids=str)
@pytest.mark.parametrize("key", ["quote", "text"])
def test_long_words_fill_their_card(typesetter, size, key):
    """Then there is an ellipsis, without a space or a comma before it.

    A text fills the last line. A quote ends with a clause, if that leaves half of what would fit,
    and has no closing mark, since the person went on.
    """
    player, letters = said(typesetter, *[slide(**{key: QUOTE})] * 6, size=size)
    (cell, *_), margin = cells(player).values(), player.context.stage.margin
    found = [one for one in letters if "He said so much" in one.paragraph.text]
    assert found
    for one in found:
        style, text = one.paragraph.style, one.paragraph.text
        assert text[-1] == "…"
        assert text[-2].isalpha()
        left = cell.height - 0.7 * margin - one.rect.height
        if key == "quote" and text.endswith("words…"):  # As its clauses do.
            assert 0 <= left <= one.rect.height + style.leading * style.size
        else:
            assert 0 <= left < style.leading * style.size + 1


def test_a_script_without_spaces_is_cut_between_signs(typesetter):
    """A card is not empty because its words cannot be told apart."""
    _, letters = said(
        typesetter, *[slide(quote={"text": "海边的清晨很安静" * 30, "language": "zh"})] * 6
    )
    found = [one.paragraph for one in letters if "海边" in one.paragraph.text]
    assert len(found) == 6
    assert all(one.lines > 3 and one.text.endswith("…") for one in found)


def test_whole_sentences_are_preferred(typesetter):
    """If they leave at least half of what the card could hold."""
    quotes = ["Short and whole.", "One sentence fits here, and it is long. " + QUOTE]
    _, letters = said(typesetter, *(slide(quote=one) for one in quotes), *[slide(title="-")] * 28)
    texts = [one.paragraph.text for one in letters]
    assert "“Short and whole.”" in texts
    assert "“One sentence fits here, and it is long…" in texts


def test_kinds_of_cards_are_told_apart(typesetter):
    """A page's title is large; above a quote, it has the accent, as on the slide."""
    slides = [slide(title="A page", text="Words."), slide(title="Above", quote="Somebody said so.")]
    player, letters = said(typesetter, *slides)
    theme = player.context.stage.theme.on_raised
    page, above, quote = (
        next(one.paragraph.style for one in letters if text in one.paragraph.text)
        for text in ("A page", "Above", "Somebody")
    )
    assert (page.colour, above.colour, quote.colour) == (theme.ink, theme.accent, theme.quiet)
    assert page.size > quote.size


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
