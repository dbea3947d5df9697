"""The page after the last slide: where it leads, and the hint at the first one."""

from itertools import pairwise

import pytest
from msgspec.structs import replace

from kiosk.base.geometry import Point, Rect, Size, around
from kiosk.exhibition.schedule import Place
from kiosk.language.translations import AGAIN, ENDS_HERE, HOME, NEXT_EXHIBITION
from kiosk.language.translations import INTERVIEW as INTERVIEW_WORDS
from kiosk.screens.actions import GoHome, OpenExhibition, OpenInterview
from kiosk.types.scene import Icon, Lettering, Picture
from tests.world import INTERVIEW, Player, collection, entry, slide

SHAPES = [Size(1280, 720), Size(720, 1280), Size(1000, 1000)]


def world(
    typesetter,
    *,
    exhibitions=("one", "two"),
    size=SHAPES[0],
    language="en",
    broken=frozenset(),
    **kiosk,
):
    made = [
        entry(
            name,
            *(slide(photo=f"/{name}/{n}.jpg") for n in range(3)),
            interview=INTERVIEW,
        )
        for name in exhibitions
    ]
    written = collection(*made, languages=["en", "fr", "ar"], **kiosk)
    player = Player(written, typesetter, size=size, language=language, broken=broken)
    player.open_at("one:3")
    player.wait(1)
    return player


def at_end(player):
    player.key("right" if player.context.stage.language != "ar" else "left")
    player.wait(2)
    assert player.state.screen.slide_view.slide(player.context).end
    return player


def letters(player):
    items = [item for layer in player.view().layers for item in layer.items]
    return [item for item in items if isinstance(item, Lettering)]


def touch(player, text):
    found = [one for one in letters(player) if text in one.paragraph.text]
    assert found, text
    player.tap(found[0].rect.centre)
    player.wait(1)


@pytest.mark.parametrize("size", SHAPES, ids=str)
class TestEnd:
    def test_the_next_exhibition_opens_by_its_photo_and_its_title(self, typesetter, size):
        player = at_end(world(typesetter, size=size))
        (cover,) = [one for one in player.pictures() if one.derivative.file == "/two/0.jpg"]
        player.tap(cover.window.centre)
        player.wait(1)
        assert player.state.screen.slide_view.entry == "two"
        player = at_end(world(typesetter, size=size))
        touch(player, "Two")
        assert player.state.screen.slide_view.entry == "two"

    def test_it_leads_back_to_the_beginning_the_interview_and_home(self, typesetter, size):
        player = at_end(world(typesetter, size=size))
        touch(player, "From the beginning")
        assert player.state.screen.slide_view.index == 0
        player = at_end(world(typesetter, size=size))
        touch(player, "The interview")
        assert player.screen == "InterviewReader"
        player = at_end(world(typesetter, size=size))
        touch(player, "All exhibitions")
        assert player.screen == "Home"


@pytest.mark.parametrize("size", SHAPES, ids=str)
@pytest.mark.parametrize("language", ["en", "fr", "ar"])
class TestWhatItSays:
    def test_that_the_exhibition_is_over(self, typesetter, size, language):
        """With the title of this one; its words are off the card of the next one."""
        player = at_end(world(typesetter, size=size, language=language))
        said = {one.paragraph.text: one.rect for one in letters(player)}
        assert {"One", ENDS_HERE.in_language(language)} <= said.keys()
        again = next(text for text in said if AGAIN.in_language(language) in text)
        safe = player.context.stage.safe
        for text in ("One", ENDS_HERE.in_language(language), again):
            assert safe.covers(said[text], slack=2)
            assert not any(said[text].overlaps(piece) for piece in card(player))

    def test_all_ways_on_begin_at_one_edge(self, typesetter, size, language):
        """The arrow that leads back stands before it, within the screen; the others follow."""
        player = at_end(world(typesetter, size=size, language=language))
        ways = [one.in_language(language) for one in (AGAIN, INTERVIEW_WORDS, HOME, ENDS_HERE)]
        words = player.state.screen.slide_view.arrangement(player.context).words
        found = [one for one in words if one.paragraph.text.strip(" ←→") in ways]
        assert len(found) == len(ways)
        edges = [one.rect.right if language == "ar" else one.rect.x for one in found]
        assert max(edges) - min(edges) <= 2
        arrow = "→" if language == "ar" else "←"
        (mark,) = [one for one in words if one.paragraph.text.strip() == arrow]
        assert not any(mark.rect.inset(1).overlaps(one.rect) for one in found)
        assert player.context.stage.rect.covers(mark.rect)
        assert not any(mark.rect.overlaps(piece) for piece in card(player))
        player.tap(mark.rect.centre)
        player.wait(1)
        assert player.state.screen.slide_view.index == 0

    def test_the_card_of_the_next_one_is_one_button(self, typesetter, size, language):
        """Photo and title lie on it, and it opens wherever it is touched."""
        player = at_end(world(typesetter, size=size, language=language))
        whole = around(card(player))
        on_it = [one for one in letters(player) if whole.covers(one.rect, slack=2)]
        texts = " ".join(one.paragraph.text for one in on_it)
        assert "Two" in texts
        assert NEXT_EXHIBITION.in_language(language) in texts
        inner = whole.inset(4)
        for at in (inner.top_left, inner.centre, Point(inner.right, inner.bottom)):
            player = at_end(world(typesetter, size=size, language=language))
            player.tap(at)
            player.wait(1)
            assert player.state.screen.slide_view.entry == "two"


def card(player):
    """The ground and the photo of the next exhibition's card."""
    found = player.state.screen.slide_view.arrangement(player.context)
    assert found.mats
    return [one.rect for one in found.mats] + [one.window for one in found.photos]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_swipe_leads_there_and_back(typesetter, language):
    player = world(typesetter, language=language)
    start, end = Point(900, 300), Point(300, 300)
    if language == "ar":
        start, end = end, start
    player.drag(start, end, 0.2)
    player.wait(1)
    assert player.state.screen.slide_view.slide(player.context).end
    player.drag(end, start, 0.2)
    player.wait(1)
    assert player.state.screen.slide_view.index == 2


def test_help_is_said_in_the_visitors_language(typesetter):
    words = {"en": "Ask at the desk.", "fr": "Adressez-vous à l’accueil."}
    player = at_end(world(typesetter, language="fr", help=words))
    assert words["fr"] in {one.paragraph.text for one in letters(player)}


def test_a_single_exhibition_has_an_end_too(typesetter):
    player = at_end(world(typesetter, exhibitions=("one",)))
    assert not player.pictures()
    touch(player, "From the beginning")
    assert player.state.screen.slide_view.index == 0


def test_with_low_reach_the_bar_leads_on(typesetter):
    player = world(typesetter)
    player.prefer(low_reach=True)
    at_end(player)
    actions = [one.action for one in player.buttons()]
    for wanted in (OpenExhibition("two"), OpenExhibition("one"), OpenInterview("one"), GoHome()):
        assert wanted in actions


def test_a_cover_that_fails_leaves_the_words(typesetter):
    player = at_end(world(typesetter, broken=frozenset({"/two/0.jpg"})))
    player.wait(2)
    assert "/two/0.jpg" not in {one.derivative.file for one in player.pictures()}
    assert any("Two" in one.paragraph.text for one in letters(player))


def test_what_is_not_scheduled_now_is_not_next(typesetter):
    player = world(typesetter, exhibitions=("one", "two", "three"))
    hidden = frozenset[Place](("two", n) for n in range(3))
    player.state = replace(player.state, off_schedule=hidden)
    at_end(player)
    assert {one.derivative.file for one in player.pictures()} == {"/three/0.jpg"}


class TestHint:
    def opened(self, typesetter, **keys):
        player = world(typesetter, **keys)
        player.open_at("home")
        player.wait(1)
        self.open(player)
        return player

    def open(self, player):
        door = next(one for one in player.buttons() if one.action == OpenExhibition("one"))
        player.tap(door.rect.centre)

    def edges(self, player, seconds=10):
        """What shows of the next slide, frame by frame; the present one stays where it is."""
        found = []
        for _ in range(round(seconds * 20)):
            player.step(0.05)
            layers = [one for one in player.view().layers if one.offset.x]
            found.append(layers[0] if layers else None)
            assert not player.state.screen.strip.pan.at(player.now_s)
        assert player.state.screen.slide_view.index == 0
        assert found[-1] is None
        return found

    def peeks(self, player, seconds=10):
        """Whether the edge of the next slide shows by itself."""
        return any(self.edges(player, seconds))

    def seen(self, layer, player):
        """How much of its photo or its words is on the screen."""
        screen = layer.clip or Rect.of(player.size)
        places = [
            one.window if isinstance(one, Picture) else one.rect
            for one in layer.items
            if isinstance(one, Picture | Lettering | Icon)
        ]
        return max(one.moved(layer.offset).intersection(screen).width for one in places)

    @pytest.mark.parametrize(("language", "way"), [("en", 1), ("ar", -1)])
    def test_the_edge_of_the_next_photo_shows_once(self, typesetter, language, way):
        player = self.opened(typesetter, language=language)
        shown = [one for one in self.edges(player) if one]
        assert all(way * one.offset.x > player.size.width / 2 for one in shown)
        assert max(one.clip.width for one in shown) < 0.1 * player.size.width
        player.key("home")
        player.wait(1)
        self.open(player)
        assert not self.peeks(player)

    def test_it_comes_once_the_words_have_been_read_and_gently(self, typesetter):
        """Five seconds and more after them; a page that moves sooner is not read."""
        shown = self.edges(self.opened(typesetter))
        first = next(number for number, one in enumerate(shown) if one)
        assert 6 < first / 20 < 8
        assert 1.0 <= sum(one is not None for one in shown) / 20 <= 1.2
        widths = [one.clip.width if one else 0 for one in shown]
        assert max(abs(b - a) for a, b in pairwise(widths)) < 0.25 * max(widths)

    @pytest.mark.parametrize("size", SHAPES, ids=str)
    @pytest.mark.parametrize("language", ["en", "ar"])
    @pytest.mark.parametrize("words", [False, True])
    def test_something_of_the_next_slide_is_seen(self, typesetter, size, language, words):
        """Its photo or its words, by the thirty-second part of the width; else an arrow."""
        following = slide(quote="So it is.") if words else slide(photo="/2.jpg", caption="Two")
        made = [entry("one", slide(photo="/1.jpg"), following), entry("two", slide(title="-"))]
        player = Player(
            collection(*made, languages=["en", "ar"]), typesetter, size=size, language=language
        )
        player.open_at("home")
        player.wait(1)
        self.open(player)
        seen = [self.seen(one, player) for one in self.edges(player) if one]
        assert max(seen) >= min(size.width / 32 - 1, 20)

    def test_not_for_who_has_already_begun(self, typesetter):
        player = self.opened(typesetter)
        player.wait(1)
        player.tap(Point(640, 300))
        assert not self.peeks(player)

    def test_not_without_motion(self, typesetter):
        player = world(typesetter)
        player.prefer(still=True)
        player.open_at("home")
        player.wait(1)
        self.open(player)
        assert not self.peeks(player)

    def test_again_for_the_next_visitor(self, typesetter):
        player = self.opened(typesetter)
        assert self.peeks(player)
        player.wait(200)
        assert player.screen == "Attract"
        player.key("enter")
        player.wait(1)
        self.open(player)
        assert self.peeks(player)
