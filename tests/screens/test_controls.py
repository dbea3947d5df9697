"""Laws of all that can be touched, on every screen, in every comfort, in four languages."""

import itertools
from functools import cache

import pytest
from msgspec.structs import replace

from kiosk.base.geometry import Point, Rect, Size
from kiosk.screens.actions import OpenPanel, Play, Speak
from kiosk.screens.overlays.comfort_panel import ComfortPanel
from kiosk.style.comfort import TEXT_SIZES, Comfort
from kiosk.style.stage import REACH
from kiosk.types.events import Pointer
from kiosk.types.scene import Fill, Icon, Lettering
from tests.world import MANY_LANGUAGES, Player, three_exhibitions

SCREENS = [
    Size(1920, 1080),
    Size(1080, 1920),
    Size(1280, 800),
    Size(3840, 2160),
    Size(1024, 768),
]
LANGUAGES = ["en", "fr", "kk", "ar"]
PLACES = ["home", "one:1", "one:4", "one:10", "zoomed", "paused", "interview"]
COMFORTS = [
    {"text_size": size, "low_reach": low_reach, "contrast": size % 2 == 0}
    for size in range(1, len(TEXT_SIZES) + 1)
    for low_reach in (False, True)
]
USUAL_IN, SMALL_IN = 32.0, 15.0


def at(place, typesetter, size=SCREENS[0], language="en", diagonal_in=32.0, **comfort):
    """A show at a place, its controls on the screen."""
    collection = three_exhibitions(languages=LANGUAGES, screen={"diagonal_in": diagonal_in})
    player = Player(
        collection, typesetter, size=size, language=language, comfort=Comfort(**comfort)
    )
    start = {"zoomed": "one:4", "paused": "one:4"}.get(place, place)
    player.open_at(start)
    player.step(1)
    if place == "zoomed":
        player.key("plus")
    if place == "paused":
        press(player, Play())
        press(player, Play())
    player.step(1)
    return player


def button(player, action):
    return next(one for one in player.buttons() if one.action == action)


def press(player, action):
    player.tap(button(player, action).rect.centre)
    player.step(0.4)


def surfaces(player):
    """The screen, and the comfort settings over it where they can be opened."""
    yield player
    if any(one.action == OpenPanel() for one in player.buttons()):
        press(player, OpenPanel())
        yield player


def letters(player):
    return [item for item in player.view().layers[-1].items if isinstance(item, Lettering)]


def icons(player):
    return [item for item in player.view().layers[-1].items if isinstance(item, Icon)]


@pytest.fixture(scope="class", params=SCREENS, ids=lambda size: f"{size.width}x{size.height}")
def size(request):
    return request.param


@cache  # Two laws are about the same ones.
def in_comforts(place, language, size, typesetter, diagonal_in=USUAL_IN, every=1):
    """Comfort, stage, buttons and words of each surface; in all comforts, or in some by turns."""
    found = []
    for comfort in COMFORTS[LANGUAGES.index(language) % every :: every]:
        player = at(place, typesetter, size, language, diagonal_in=diagonal_in, **comfort)
        found += [
            (comfort, one.context.stage, one.buttons(), letters(one)) for one in surfaces(player)
        ]
    assert found
    return found


@pytest.mark.parametrize("place", PLACES, scope="class")
@pytest.mark.parametrize("language", LANGUAGES, scope="class")
class TestLaws:
    def test_buttons_are_a_finger_wide_and_apart_and_within_reach(
        self, place, language, size, typesetter
    ):
        """Each is 15 mm in both directions, on the screen, off the others, and low if asked for.

        So it is on a small screen, there with each comfort in one of the languages.
        """
        low = Rect(0, size.height * (1 - REACH), size.width, size.height * REACH)
        here = place, language, size, typesetter
        on_small_screens = in_comforts(*here, SMALL_IN, every=len(LANGUAGES))
        for comfort, stage, found, _ in in_comforts(*here) + on_small_screens:
            within = low if comfort["low_reach"] else stage.rect
            assert found
            for touched in found:
                assert touched.rect.width >= stage.finger - 1e-6, (touched, comfort)
                assert touched.rect.height >= stage.finger - 1e-6, (touched, comfort)
                assert within.covers(touched.rect), (touched, comfort)
            for this, other in itertools.combinations(found, 2):
                apart = not this.rect.inset(1e-6).overlaps(other.rect)
                assert apart, (this, other, comfort)

    def test_their_words_can_be_read(self, place, language, size, typesetter):
        """Words of controls lie on the screen, apart, and are no smaller than can be read."""
        found = in_comforts(place, language, size, typesetter)
        assert any(words for *_, words in found)
        for comfort, stage, _, words in found:
            for item in words:
                assert item.paragraph.lines == 1 or place in {"home", "paused"}
                assert stage.rect.covers(item.rect, slack=1), (item.paragraph.text, comfort)
                assert item.paragraph.style.size >= stage.least_type - 0.5
            for this, other in itertools.combinations(words, 2):
                apart = not this.rect.inset(0.5).overlaps(other.rect.inset(0.5))
                assert apart, (this.paragraph.text, other.paragraph.text, comfort)

    def test_tab_visits_every_button_once(self, place, language, typesetter):
        """From the first to the last and to the first again; with Shift, the other way round."""
        for player in surfaces(at(place, typesetter, language=language)):
            for key, way in (("tab", 1), ("backtab", -1)):
                actions = [one.action for one in player.buttons()][::way]
                player.state = replace(player.state, focus=None)
                visited = []
                for _ in range(len(actions) + 1):
                    player.key(key)
                    visited.append(player.context.focus)

                assert visited == [*actions, actions[0]]


@pytest.mark.parametrize(
    ("size", "diagonal_in"),
    [(Size(800, 480), 32), (Size(1024, 768), 32), (Size(1080, 1920), 32), (Size(800, 1280), 10)],
    ids=str,
)
@pytest.mark.parametrize("language", MANY_LANGUAGES)
def test_all_languages_find_room_in_the_settings(typesetter, size, diagonal_in, language):
    """However many are spoken, and however large the letters, nothing overlaps or is cut.

    By turns, a language has large letters on upright screens and usual ones on others.
    """
    has_turn = MANY_LANGUAGES.index(language) % 2 > 0
    written = {"languages": list(MANY_LANGUAGES), "screen": {"diagonal_in": diagonal_in}}
    player = Player(three_exhibitions(**written), typesetter, size=size)
    player.open_at("interview", panel=True)
    player.prefer(language, text_size=5 if size.upright == has_turn else 2)
    found = player.buttons()
    names = {one.action.language for one in found if isinstance(one.action, Speak)}
    assert names == set(MANY_LANGUAGES)
    for rects in ([one.rect for one in found], [i.rect for i in letters(player)]):
        assert all(player.context.stage.rect.covers(rect, slack=1) for rect in rects)
        for this, other in itertools.combinations(rects, 2):
            assert not this.inset(0.5).overlaps(other.inset(0.5))


@pytest.mark.parametrize("place", ["home", "one:4", "zoomed", "paused", "interview"])
def test_a_press_that_slides_off_its_button_does_nothing(place, typesetter):
    """Wherever a finger came down, what it touched is not done if it lifts elsewhere."""
    *_, last = surfaces(at(place, typesetter))
    numbers = range(len(last.buttons()))
    counted = itertools.product(
        (False, True) if last.overlay(ComfortPanel).is_modal else (False,), numbers
    )
    for in_panel, number in counted:
        player = at(place, typesetter)
        if in_panel:
            press(player, OpenPanel())
        if number >= len(player.buttons()):
            continue
        start = player.buttons()[number].rect.centre
        before = (player.screen, player.overlay(ComfortPanel), player.context.stage)
        player.press(start)
        for n in range(1, 9):
            player.step(0.05)
            player.move(start - Point(0, 40 * n))
        player.lift(start - Point(0, 320))
        player.wait(1)

        assert (player.screen, player.overlay(ComfortPanel), player.context.stage) == before
        if player.screen == "Viewer":
            assert player.state.screen.slide_view.index == 3
            assert not player.state.screen.is_playing


@pytest.mark.parametrize("size", SCREENS, ids=str)
@pytest.mark.parametrize("place", ["home", "one:4", "interview"])
def test_they_are_off_the_edge_but_can_be_touched_there(typesetter, size, place):
    """A frame hides the edge of the glass, and a finger that slips down still means the sign."""
    player = at(place, typesetter, size)
    edge = size.height - 0.25 * player.context.stage.margin + 1
    below = [one.rect.bottom for one in (*letters(player), *icons(player))]
    assert max(below) <= edge
    assert max(one.rect.bottom for one in player.buttons()) == size.height


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_bar_has_no_holes(typesetter, language):
    """What leads nowhere now is dimmed in its place, and cannot be touched."""
    first, middle = (at(place, typesetter, language=language) for place in ("one:1", "one:4"))
    there = [{(one.icon, one.rect): one.opacity for one in icons(it)} for it in (first, middle)]
    assert there[0].keys() == there[1].keys()
    dimmed = [rect for (_, rect), opacity in there[0].items() if opacity < 0.5]
    assert len(dimmed) == 2, "closer and back"
    assert not any(one.rect.contains(rect.centre) for one in first.buttons() for rect in dimmed)
    assert min(there[1].values()) == 1


@pytest.mark.parametrize("place", ["home", "one:4", "interview"])
def test_a_press_is_seen_at_once(place, typesetter):
    """While a finger is on a control, there is a plate under its sign; then there is none."""
    for player in surfaces(at(place, typesetter)):
        one = player.buttons()[-1]

        def plates(player=player, one=one):
            items = [item for layer in player.view().layers for item in layer.items]
            return [i for i in items if isinstance(i, Fill) and i.rect == one.rect]

        assert not plates()
        player.press(one.rect.centre)
        assert plates()
        player.tell(Pointer(player.fingers, "cancelled", one.rect.centre, player.now_s))
        player.step(0.1)
        assert not plates()
