"""The comfort settings, as visitors meet them by hand and by keyboard."""

from itertools import pairwise

import pytest
from msgspec.structs import replace

from kiosk import show
from kiosk.base.geometry import Point, Size
from kiosk.exhibition.collection import Entry
from kiosk.exhibition.exhibition import Colours
from kiosk.exhibition.reading_time import dwell_s
from kiosk.layouts import arrange
from kiosk.screens.actions import (
    ClosePanel,
    GoHome,
    OpenExhibition,
    OpenPanel,
    Play,
    SizeText,
    Speak,
    Step,
    Switch,
)
from kiosk.screens.overlays.comfort_panel import ComfortPanel
from kiosk.screens.overlays.idle_prompt import ASKING_S
from kiosk.show import CollectionChanged
from kiosk.style.comfort import Comfort
from kiosk.style.stage import Stage
from kiosk.style.themes import THEMES, contrast, luminance
from kiosk.types.scene import Fill, Lettering, Scrim
from tests.screens.test_controls import at, button, press
from tests.world import SCREEN, Player, collection, entry, facts, slide, three_exhibitions

MIDDLE = Point(960, 300)


@pytest.fixture(params=["home", "one:4", "interview"])
def opened(request, typesetter):
    """The settings, open over a screen."""
    player = at(request.param, typesetter)
    press(player, OpenPanel())
    assert player.overlay(ComfortPanel).is_modal
    return player


def stage(player):
    return player.context.stage


class TestByHand:
    def test_every_setting_can_be_made_on_every_screen(self, opened):
        """Language, letters, contrast, stillness and reach change at a touch, and change back."""
        screen = opened.screen
        press(opened, Speak("fr"))
        press(opened, SizeText(5))
        for comfort in ("contrast", "still", "low_reach"):
            press(opened, Switch(comfort))
        assert stage(opened).language == "fr"
        assert stage(opened).comfort == Comfort(True, 5, True, True)
        for comfort in ("contrast", "still", "low_reach"):
            press(opened, Switch(comfort))

        assert stage(opened).comfort == Comfort(text_size=5)
        assert stage(opened).theme == THEMES["gallery"]
        assert opened.screen == screen

    def test_it_stays_while_it_is_used_and_longer(self, opened):
        """The bar leaves after four seconds; whoever reads these settings is not hurried."""
        opened.wait(20)

        assert opened.overlay(ComfortPanel).is_modal
        assert button(opened, ClosePanel())

    def test_a_touch_outside_closes_it_and_does_nothing_else(self, opened):
        """No door opens, no slide turns, no page moves."""
        before = opened.state.screen
        opened.drag(Point(1700, 300), Point(300, 300), 0.1)
        opened.wait(1)

        assert not opened.overlay(ComfortPanel).is_modal
        assert opened.screen == type(before).__name__
        if opened.screen == "Viewer":
            assert opened.state.screen.slide_view.index == 3

    def test_it_can_be_closed(self, opened):
        """By the word that says so."""
        press(opened, ClosePanel())

        assert not opened.overlay(ComfortPanel).is_modal

    def test_its_rows_have_room_and_close_is_a_large_button(self, opened):
        """Nothing is at the screen's edge; the sizes of text look unlike each other."""
        unit = stage(opened).size.short_side / 720
        close = button(opened, ClosePanel()).rect
        panel = opened.overlay(ComfortPanel)
        (layer,) = panel.view(opened.overlay_context, opened.now_s)
        words = [one for one in layer.items if isinstance(one, Lettering)]
        letters = [one.paragraph.style.size for one in words if one.paragraph.text == "A"]

        assert close.width >= 120 * unit
        assert close.height >= 47 * unit
        assert panel.sheet(opened.overlay_context).bottom - close.bottom >= 24 * unit
        assert len(letters) == 5
        assert all(large > 1.1 * small for small, large in pairwise(letters))

    def test_what_holds_is_told_by_a_word_and_a_shape(self, opened):
        """A switch that is on differs from one that is off without any colour."""

        def drawn():
            place = button(opened, Switch("low_reach")).rect
            (layer,) = opened.overlay(ComfortPanel).view(opened.overlay_context, opened.now_s)
            inside = [i for i in layer.items if place.covers(i.rect)]
            words = {i.paragraph.text for i in inside if isinstance(i, Lettering)}
            return words, {i.rect for i in inside if isinstance(i, Fill)}

        words, shapes = drawn()
        opened.prefer(low_reach=True)
        assert "Off" in words
        assert "On" in drawn()[0]
        assert shapes != drawn()[1]

    def test_the_next_visitor_finds_all_as_at_opening(self, opened):
        """Settings are the visitor's own: they leave when nobody answers."""
        initial = opened.state.initial
        press(opened, SizeText(5))
        press(opened, Switch("contrast"))
        press(opened, Switch("low_reach"))
        opened.wait(120 + ASKING_S + 1, frame_s=1)

        assert opened.screen == "Attract"
        assert not opened.overlay(ComfortPanel).is_modal
        assert opened.state.preferences == initial

    def test_escape_on_the_home_screen_takes_nothing_away(self, typesetter):
        """Who presses it too often has the language and the settings as before."""
        player = at("home", typesetter, text_size=4, contrast=True)
        before = player.state.preferences
        player.key("escape")

        assert player.screen == "Home"
        assert player.state.preferences == before

    def test_settings_hold_when_the_exhibitions_change(self, opened):
        """A curator who saves a file takes no visitor's contrast away."""
        press(opened, Switch("contrast"))
        opened.tell(CollectionChanged(three_exhibitions(languages=["en"], theme="paper")))
        assert stage(opened).theme == THEMES["contrast"]
        press(opened, Switch("contrast"))

        assert stage(opened).theme == THEMES["paper"]


def test_a_reader_goes_on_where_they_were(typesetter):
    """With other letters, the words at the top of the page are still there."""
    player = at("interview", typesetter)
    for _ in range(3):
        player.key("down")

    def top():
        return player.view().layers[0].items[0].paragraph.text

    before = top()
    press(player, OpenPanel())
    for size in (5, 1, 3):
        press(player, SizeText(size))
        assert top() == before


def test_in_high_contrast_every_letter_reaches_7_to_1(typesetter):
    """Whatever colours a curator chose give way, on slides, home, interview and settings."""
    one = three_exhibitions(languages=["en", "fr"]).entries[0]
    own = {"ground": "#808080", "ink": "#ffffff"}
    exhibition = replace(one.exhibition, cover=None, theme="paper", colours=Colours(**own))
    hung = Entry("one", one.path, exhibition, one.interview)
    player = Player(collection(hung, languages=["en", "fr"]), typesetter)
    for start in ("home", "interview", *(f"one:{n}" for n in range(1, 11))):
        player.open_at(start, panel=True)
        player.prefer(contrast=True)
        player.wait(2)
        items = [item for layer in player.view().layers for item in layer.items]
        grounds = {(0, 0, 0), THEMES["contrast"].raised}
        assert {layer.ground for layer in player.view().layers if layer.ground} == {(0, 0, 0)}
        assert not any(isinstance(item, Scrim) for item in items)
        for item in items:
            if isinstance(item, Lettering):
                ink = luminance(item.paragraph.style.colour)
                assert all(contrast(ink, luminance(ground)) >= 7 for ground in grounds)


def test_in_high_contrast_captions_stand_on_the_ground(typesetter):
    """A photo that would fill the screen is shown whole, with its words below or beside it.

    As a visitor's choice, and as the theme of a whole exhibition.
    """
    for words in ({"caption": "A label"}, {"text": "Words"}):
        one = slide(photo="/1.jpg", layout="single", fill=True, **words)
        known = {"/1.jpg": facts(1920, 1200, lightest=20, darkest=10)}
        usual = arrange(one, Stage(SCREEN, typesetter), known)
        plain = arrange(one, Stage(SCREEN, typesetter, THEMES["contrast"]), known)

        assert usual.photos[0].window == Stage(SCREEN, typesetter).rect
        window = plain.photos[0].window
        assert not any(item.rect.overlaps(window) for item in plain.words)


def test_stillness_stops_what_moves(typesetter):
    """A photo that drifts stands as soon as its visitor wants no motion."""
    player = at("one:4", typesetter)
    player.wait(2)
    before = player.pictures()
    player.wait(0.5)
    assert player.pictures() != before
    player.tap(MIDDLE)
    player.step(0.3)
    press(player, OpenPanel())
    press(player, Switch("still"))
    before = player.pictures()
    player.wait(2)

    assert player.pictures() == before


class TestByKeyboard:
    @pytest.mark.parametrize("key", ["tab", "enter", "space", "escape", "left", "minus"])
    def test_any_key_begins(self, typesetter, key):
        """The slides that play for nobody give way to whatever key is pressed."""
        player = Player(three_exhibitions(), typesetter)
        player.wait(3)
        player.key(key)

        assert player.screen == "Home"

    def test_a_whole_visit(self, typesetter):
        """Into an exhibition, on, larger letters, and home, with Tab, Enter and Escape alone."""
        player = Player(three_exhibitions(), typesetter)

        def go_to(action):
            for _ in range(30):
                if player.context.focus == action:
                    break
                player.key("tab")
            player.step(5)
            player.key("enter")
            player.wait(1)

        player.key("enter")
        go_to(OpenExhibition("two"))
        assert player.screen == "Viewer"
        go_to(Step(1))
        assert player.state.screen.slide_view.index == 1
        go_to(OpenPanel())
        go_to(SizeText(4))
        assert stage(player).comfort.text_size == 4
        player.key("escape")
        assert not player.overlay(ComfortPanel).is_modal
        assert player.context.focus == OpenPanel()
        go_to(GoHome())
        assert player.screen == "Home"

    def test_arrows_move_within_the_settings_and_turn_no_slide(self, typesetter):
        """What is over the slides has the keys for itself."""
        player = at("one:4", typesetter)
        press(player, OpenPanel())
        visited = []
        for _ in player.buttons():
            player.key("down")
            visited.append(player.context.focus)
        player.wait(1)

        assert visited == [one.action for one in player.buttons()]
        assert player.state.screen.slide_view.index == 3

    @pytest.mark.parametrize("place", ["home", "one:4", "interview"])
    def test_the_ring_comes_with_tab_and_leaves_with_a_touch(self, typesetter, place):
        """Who touches never sees it; who uses the keyboard sees it around the right button."""
        player = at(place, typesetter)
        player.wait(5)
        before = len(player.view().layers)
        player.key("tab")
        first = player.buttons()[0].rect
        ring = player.view().layers[-1]
        player.wait(20)
        assert all(item.rect.overlaps(first.inset(-24)) for item in ring.items)
        assert player.view().layers[-1] == ring
        player.press(MIDDLE)

        assert player.context.focus is None
        player.lift(MIDDLE)
        player.wait(5)
        assert len(player.view().layers) == before

    def test_the_bar_is_there_while_the_ring_is_in_it(self, typesetter):
        """Nobody has to find the right button within four seconds."""
        player = at("one:4", typesetter)
        player.key("tab")
        player.wait(30)
        words = [i for i in player.view().layers[-2].items if isinstance(i, Lettering)]

        assert any(item.paragraph.text == "All exhibitions" for item in words)
        player.key("space")
        assert player.screen == "Home"


class TestPlaying:
    @pytest.fixture
    def playing(self, typesetter):
        """The first slides of an exhibition, turning by themselves."""
        player = at("one:2", typesetter)
        press(player, Play())
        assert player.state.screen.is_playing
        return player

    def index(self, player):
        return player.state.screen.slide_view.index

    def said(self, player):
        items = [item for layer in player.view().layers for item in layer.items]
        return [item.paragraph.text for item in items if isinstance(item, Lettering)]

    def test_slides_turn_by_themselves_after_their_time(self, playing):
        """Each stands as long as it does for nobody; they stop on the page after the last."""
        since = {self.index(playing): playing.state.screen.slide_view.since_s}
        stood = {}
        for _ in range(4000):
            playing.step(0.1)
            slide_view = playing.state.screen.slide_view
            if slide_view.index not in since:
                before = slide_view.index - 1
                stood[before] = slide_view.since_s - since[before]
                since[slide_view.index] = slide_view.since_s
            if not playing.state.screen.is_playing:
                break

        assert list(since) == list(range(1, 11))
        slides = playing.collection.entries[0].exhibition.slides
        for number, seconds in stood.items():
            assert seconds == pytest.approx(dwell_s(slides[number], "en"), abs=0.2)

    def test_nobody_is_asked_while_they_play(self, playing):
        """Whoever watches need not touch; after the last slide, the question comes as ever."""
        while playing.state.screen.is_playing:
            playing.step(0.5)
            assert not show.is_asking(playing.state)
        playing.wait(59, frame_s=1)
        assert not show.is_asking(playing.state)
        playing.wait(2, frame_s=1)

        assert show.is_asking(playing.state)

    def test_the_button_pauses_and_says_so(self, playing):
        """Nothing moves any more, however long, and the screen says why and how to go on."""
        press(playing, Play())
        playing.wait(1)
        before, index = playing.pictures(), self.index(playing)
        playing.wait(40, frame_s=1)

        assert playing.pictures() == before
        assert self.index(playing) == index
        assert "Paused · touch to go on" in self.said(playing)

    @pytest.mark.parametrize("way", ["touch", "button"])
    def test_it_goes_on_from_where_it_stood(self, playing, way):
        """A photo drifts on from where it was, and the slide stands for the rest of its time."""
        playing.step(1)
        playing.tap(MIDDLE)
        before = playing.pictures()
        playing.wait(30)
        index = self.index(playing)
        if way == "touch":
            playing.tap(MIDDLE)
        else:
            playing.tap(button(playing, Play()).rect.centre)
        (now,), (then,) = playing.pictures(), before
        assert now.image.x == pytest.approx(then.image.x, abs=0.5)
        assert "Paused · touch to go on" not in self.said(playing)
        playing.wait(1)
        assert self.index(playing) == index
        playing.wait(4)

        assert self.index(playing) == index + 1

    def test_a_hand_takes_over(self, playing):
        """Who swipes turns slides by hand: no slide turns by itself, and none is paused."""
        playing.drag(Point(1500, 400), Point(900, 400), 0.1)
        playing.wait(1)
        index = self.index(playing)
        playing.wait(50, frame_s=1)

        assert self.index(playing) == index
        assert not playing.state.screen.is_playing
        assert not playing.state.screen.is_paused

    def test_a_tap_at_the_side_pauses_and_does_not_turn(self, playing):
        """The first touch stops what plays, wherever it is."""
        index = self.index(playing)
        playing.tap(Point(1900, 300))
        playing.wait(20)

        assert self.index(playing) == index
        assert playing.state.screen.is_paused

    def test_it_plays_on_when_the_exhibitions_change(self, playing):
        """A curator who saves a file stops nobody's slides."""
        index = self.index(playing)
        playing.tell(CollectionChanged(three_exhibitions(languages=["en"])))
        playing.wait(10)

        assert self.index(playing) > index

    def test_a_finger_that_rests_holds_the_slide(self, playing):
        """No slide is turned from under a finger, nor as it lifts."""
        index, slide_view = self.index(playing), playing.state.screen.slide_view
        playing.wait(slide_view.over_s(playing.context) - 0.2 - playing.now_s)
        playing.press(MIDDLE)
        playing.step(0.4)
        playing.lift(MIDDLE)
        playing.wait(5)
        assert self.index(playing) == index
        playing.tap(MIDDLE)
        playing.step(0.1)
        playing.press(MIDDLE)
        playing.wait(15)
        playing.lift(MIDDLE)
        playing.wait(5)

        assert self.index(playing) == index + 1
        assert playing.state.screen.is_paused


def test_every_slide_shape_has_its_words_in_every_text_size(typesetter):
    """Larger letters are larger, wherever there is room for them."""
    one = entry("one", slide(quote="A few words"), slide(text="A few words"))
    for index in (0, 1):
        sizes = []
        for size in range(1, 6):
            arrangement = arrange(
                one.exhibition.slides[index],
                Stage(SCREEN, typesetter, comfort=Comfort(text_size=size)),
                {},
            )
            words = [i for i in arrangement.words if isinstance(i, Lettering)]
            sizes.append(max(item.paragraph.style.size for item in words))
        assert sizes == sorted(set(sizes))


@pytest.mark.parametrize("size", [Size(1280, 720), Size(720, 1280), Size(1000, 1000)], ids=str)
@pytest.mark.parametrize("number", [1, 8, 10])
def test_the_panel_does_not_cover_the_words_that_it_changes(typesetter, size, number):
    """The slide moves up, as far as its words are under the panel, and back when it closes."""
    player = at(f"one:{number}", typesetter, size)

    def words():
        foot = size.height - stage(player).foot
        return [
            item.rect.moved(layer.offset)
            for layer in player.view().layers
            if layer.ground is not None
            for item in layer.items
            if isinstance(item, Lettering) and item.rect.bottom <= foot
        ]

    before = words()
    press(player, OpenPanel())
    sheet = player.overlay(ComfortPanel).sheet(player.overlay_context)
    moved = words()[: len(before)]
    assert before
    assert all(one.y >= 0 and one.bottom <= sheet.y for one in moved)
    press(player, ClosePanel())
    assert words() == before


@pytest.mark.parametrize("contrast", [False, True])
def test_what_it_covers_fades_above_its_edge(typesetter, contrast):
    """Its edge cuts no line of words; in high contrast, nothing fades."""
    player = Player(three_exhibitions(), typesetter, comfort=Comfort(contrast=contrast))
    player.open_at("interview")
    press(player, OpenPanel())
    player.wait(1)
    items = player.view().layers[-1].items
    panel = next(one for one in items if isinstance(one, Fill)).rect
    fades = [one.rect for one in items if isinstance(one, Scrim)]

    assert [one.bottom for one in fades] == ([] if contrast else [panel.y])
