"""The show as a visitor meets it, played with a hand-stepped clock."""

import itertools
import math

import pytest
from msgspec.structs import replace

from kiosk import show
from kiosk.base.clock import Moment
from kiosk.base.geometry import Point, Rect, Size
from kiosk.language.translations import TOUCH_TO_BEGIN
from kiosk.screens.attract import SHOWN_S
from kiosk.screens.overlays.idle_prompt import ASKING_S
from kiosk.screens.slide_view import WORDS_AFTER_S, WORDS_FADE_S
from kiosk.screens.viewer.viewer import PREVIEWS_AHEAD
from kiosk.style.comfort import Comfort
from kiosk.types.events import (
    CloseRequested,
    PhotoChanged,
    PhotoFailed,
    Pointer,
    Resized,
    TexturesLost,
    Tick,
    Wheel,
)
from kiosk.types.photo import PREVIEW_PX, InfoRequest
from kiosk.types.scene import Lettering
from tests.world import (
    INTERVIEW,
    SCREEN,
    Player,
    collection,
    entry,
    slide,
    three_exhibitions,
)

MIDDLE = Point(SCREEN.width / 2, SCREEN.height / 2)
FAR_RIGHT = Point(SCREEN.width - 20, 300)
FAR_LEFT = Point(20, 300)


@pytest.fixture
def player(typesetter):
    return Player(three_exhibitions(), typesetter)


@pytest.fixture
def viewer(player):
    """In the first exhibition, at its first slide, just opened from home."""
    player.open_at("one")
    player.step(1)
    return player


def texts(player):
    items = [item for layer in player.view().layers for item in layer.items]
    return [item.paragraph.text for item in items if hasattr(item, "paragraph")]


def shown_in(player, seconds):
    """The slides that are on the wall in this time, as exhibition and number."""
    seen = set()
    for _ in range(seconds):
        player.wait(1, frame_s=0.5)
        if slide_view := player.state.screen.slide_view:
            seen.add((slide_view.entry, slide_view.index))
    return seen


def position(player):
    return player.state.screen.slide_view.index


class TestAttract:
    def test_it_plays_all_exhibitions_by_itself(self, player):
        """Within a round, every photo of every exhibition is on the wall, and nothing else."""
        assert shown_in(player, 300) == {
            (one.name, number)
            for one in three_exhibitions().entries
            for number, each in enumerate(one.exhibition.slides)
            if each.all_photos
        }

    def test_where_nothing_has_a_photo_words_play(self, typesetter):
        """Pages of words make people stop, too, if there is nothing else."""
        pages = (slide(title=f"Page {number}") for number in range(3))
        player = Player(collection(entry("one", *pages)), typesetter)

        assert shown_in(player, 40) == {("one", 0), ("one", 1), ("one", 2)}

    def test_what_is_kept_out_does_not_play(self, typesetter):
        """With `attract: false`, a slide or an exhibition is only for visitors who open it."""
        photos = [slide(photo=f"/{n}.jpg", attract=n != 1) for n in range(3)]
        quiet = entry("two", slide(photo="/9.jpg"), attract=False)
        player = Player(collection(entry("one", *photos), quiet), typesetter)

        assert shown_in(player, 60) == {("one", 0), ("one", 2)}

    def test_it_begins_with_a_photo_at_once(self, player):
        """Whoever comes in meets a photograph, and another one every eight seconds."""
        player.wait(1, frame_s=0.1)
        assert player.pictures()
        begun = set()
        for _ in range(400):
            player.step(0.1)
            begun.add(player.state.screen.slide_view.since_s)
            assert player.pictures()
        steps = [after - before for before, after in itertools.pairwise(sorted(begun))]

        assert steps == [pytest.approx(SHOWN_S, abs=0.2)] * 5

    def test_words_arrive_after_the_picture(self, player):
        """A slide comes with its picture alone; its words follow a moment later."""
        while not player.pictures():
            player.step(0.2)
        player.step(0)
        began_s = player.state.screen.slide_view.since_s

        def opacity():
            caption = [
                item
                for layer in player.view().layers
                for item in layer.items
                if getattr(getattr(item, "paragraph", None), "text", "").startswith("Photo")
            ]
            return max((item.opacity for item in caption), default=0)

        player.step(max(0.0, began_s + 0.4 - player.now_s))
        assert opacity() == 0
        player.step(WORDS_AFTER_S - 0.4 + WORDS_FADE_S / 2)
        assert 0 < opacity() < 1
        player.step(WORDS_FADE_S)
        assert opacity() == 1

    def test_a_photo_that_does_not_come_is_passed_over(self, typesetter):
        """The slide before it stands ten seconds longer than its time, and then another comes."""
        slides = (slide(photo=f"/{n}.jpg", dwell=10) for n in range(3))
        player = Player(
            collection(entry("one", *slides)), typesetter, missing=frozenset({"/1.jpg"})
        )
        while not player.pictures():
            player.step(0.2)
        player.wait(17, frame_s=0.5)
        assert position(player) == 0
        player.wait(2, frame_s=0.5)

        assert position(player) == 2

    def test_a_wheel_ends_it(self, player):
        """Who turns a mouse's wheel is somebody."""
        player.wait(3)
        player.tell(Wheel(-80))

        assert player.screen == "Home"

    def test_nobody_is_invited_where_nothing_hangs(self, typesetter):
        """A kiosk whose exhibitions are not due says its title, and not that there is more."""
        later = entry("one", slide(title="One"), **{"from": "2999-01-01"})
        player = Player(collection(later), typesetter, begun=Moment("2026-12-24", 600))
        player.step(1)

        assert TOUCH_TO_BEGIN.in_language("en") not in texts(player)

    def test_the_touch_that_ends_it_does_nothing_else(self, player):
        """Whoever touches, drags and lifts on attract is at home, and nothing there was opened."""
        player.wait(3)
        player.press(MIDDLE)
        player.step(0.05)
        for x in (600, 500, 300, 100):
            player.move(Point(x, MIDDLE.y))
            player.step(0.02)
        player.lift(Point(100, MIDDLE.y))
        player.wait(1)
        assert player.screen == "Home"
        player.wait(70)
        player.tap(self.where_a_door_will_be(player))
        player.wait(1)
        assert player.screen == "Home"

    def test_a_whole_hand_ends_it_and_does_nothing_else(self, player):
        """Fingers that come and go after the first one open no door either."""
        player.wait(3)
        door = None
        for finger in range(4):
            at = door or MIDDLE
            player.tell(Pointer(finger, "down", at, player.now_s))
            player.step(0.02)
            door = self.where_a_door_will_be(player)
        for finger in range(4):
            player.tell(Pointer(finger, "up", door, player.now_s))
            player.step(0.02)
        assert player.screen == "Home"
        player.tap(door)

        assert player.screen == "Viewer"

    @pytest.mark.parametrize("first", ["en", "ar", "zh"])
    def test_each_sentence_is_set_in_its_own_language(self, typesetter, first):
        """Whatever the kiosk's first language, each is in its own forms; that one is read first."""
        languages = [first, *(tag for tag in ("fr", "ar", "zh") if tag != first)]
        player = Player(three_exhibitions(languages=languages), typesetter, language=first)
        player.step(1)
        words = [i for i in player.view().layers[-1].items if hasattr(i, "paragraph")]
        places = {}
        for item in words:
            if item.paragraph.text != "·":
                places[item.paragraph.style.language] = item.rect
        spoken = [TOUCH_TO_BEGIN.language_for(tag) for tag in languages]
        read = [(one.y, -one.x if first == "ar" else one.x) for one in places.values()]

        assert len(places) >= 3
        assert list(places) == spoken[: len(places)]  # If there is no room for all, the first.
        assert read == sorted(read)

    def where_a_door_will_be(self, player):
        from kiosk.screens.foyer.doors import doors

        return doors(player.context)[0].rect.centre

    def test_a_slide_that_never_comes_is_passed_over(self, typesetter):
        """The show goes on without broken photos, and never shows a slide without its photo."""
        broken = frozenset(f"/{name}/{n}.jpg" for name in ("one", "two") for n in range(8))
        player = Player(three_exhibitions(), typesetter, broken=broken)
        shown = set()
        for _ in range(300):
            player.wait(1, frame_s=0.5)
            shown |= {picture.derivative.file for picture in player.pictures()}
            slide_view = player.state.screen.slide_view
            stood_s = player.now_s - slide_view.since_s
            assert stood_s <= slide_view.dwell_s(player.context) + 1

        assert shown
        assert not shown & broken

    def test_the_last_picture_stays_until_the_next_is_ready(self, typesetter):
        """However slow the photos, from the first one on there is one on the wall."""
        photos = [slide(photo=f"/{n}.jpg") for n in range(5)]
        player = Player(collection(entry("one", *photos)), typesetter, delay_s=8.0)
        player.wait(40)

        for _ in range(400):
            player.step(0.3)
            assert player.pictures()

    def test_one_photo_alone_stands(self, typesetter):
        """An exhibition of one slide shows it, and asks for no further frames once it rests."""
        player = Player(collection(entry("one", slide(photo="/1.jpg"))), typesetter)
        player.wait(120)

        assert player.pictures()
        assert player.due_s() == math.inf

    def test_with_nothing_but_broken_photos_the_title_stays(self, typesetter):
        """Where no slide can be shown, the kiosk's title is on the screen."""
        one = collection(entry("one", slide(photo="/1.jpg")), title="The title")
        player = Player(one, typesetter, broken=frozenset({"/1.jpg"}))
        player.wait(60)

        texts = [
            item.paragraph.text
            for layer in player.view().layers
            for item in layer.items
            if hasattr(item, "paragraph")
        ]
        assert "The title" in texts


class TestHome:
    @pytest.fixture
    def home(self, player):
        player.key("enter")
        player.wait(1)
        return player

    def doors(self, player):
        from kiosk.screens.foyer.doors import doors

        return doors(player.context)

    def test_each_door_leads_where_it_says(self, home):
        """Three exhibitions and the interview can be opened by touch."""
        assert len(self.doors(home)) == 4
        for number, expected in enumerate(["one", "two", "three"]):
            home.tap(self.doors(home)[number].rect.centre)
            assert home.state.screen.slide_view.entry == expected
            home.key("home")
        home.tap(self.doors(home)[3].rect.centre)
        assert home.screen == "InterviewReader"

    def test_a_door_says_what_is_behind_it(self, typesetter):
        """Under its title stands the exhibition's own line, and how much there is to see."""
        one = entry("one", slide(title="One"))
        exhibition = replace(one.exhibition, subtitle=slide(text="Below").text)
        player = Player(collection(replace(one, exhibition=exhibition)), typesetter)
        player.open_at("home")
        player.wait(1)
        items = [item for layer in player.view().layers for item in layer.items]
        texts = [item.paragraph.text for item in items if isinstance(item, Lettering)]

        assert texts[texts.index("One") + 1] == "Below"

    def test_all_covers_are_there_at_once(self, typesetter):
        """The touch that ends attract finds the covers ready, not empty frames."""
        player = Player(three_exhibitions(), typesetter, delay_s=1.0)
        player.wait(10)
        player.key("enter")

        home = player.state.screen.view(player.context, player.now_s)
        assert sum(hasattr(item, "window") for layer in home for item in layer.items) == 3

    def test_lifting_elsewhere_opens_nothing(self, home):
        """A finger that comes down on a door and leaves it has not chosen it."""
        home.drag(self.doors(home)[0].rect.centre, Point(5, 5), 0.3)

        assert home.screen == "Home"

    def test_the_arrow_keys_reach_every_door(self, home):
        """With a keyboard or a clicker alone, the last door can be opened."""
        for _ in range(4):
            home.key("right")
        home.key("enter")

        assert home.screen == "InterviewReader"

    def test_the_language_changes_by_its_own_name(self, typesetter):
        """A touch on Français, and the kiosk speaks French; after idling, English again."""
        player = Player(three_exhibitions(languages=["en", "fr"], idle_s=30), typesetter)
        player.key("enter")
        player.wait(1)
        french = next(
            item
            for layer in player.view().layers
            for item in layer.items
            if hasattr(item, "paragraph") and item.paragraph.text == "Français"
        )
        player.tap(french.rect.centre)
        assert player.context.stage.language == "fr"
        player.wait(30 + ASKING_S + 1)

        assert player.screen == "Attract"
        assert player.context.stage.language == "en"


class TestViewer:
    def test_a_fling_turns_to_the_next_slide(self, viewer):
        """A short, fast swipe is enough."""
        viewer.drag(Point(900, 300), Point(900 - 0.2 * SCREEN.width, 300), 0.1)
        viewer.wait(2)

        assert position(viewer) == 1
        assert len([one for one in viewer.view().layers if one.ground]) == 1

    def test_a_slow_short_drag_springs_back(self, viewer):
        """A slide that was drawn by 6 % and held is let go where it was."""
        viewer.drag(Point(900, 300), Point(900 - 0.06 * SCREEN.width, 300), 0.8, rest_s=0.3)
        viewer.wait(2)

        assert position(viewer) == 0

    def test_a_slow_long_drag_turns(self, viewer):
        """A slide that was drawn over half of the screen gives way."""
        viewer.drag(Point(1100, 300), Point(1100 - 0.6 * SCREEN.width, 300), 0.8, rest_s=0.3)
        viewer.wait(2)

        assert position(viewer) == 1

    def test_the_slide_is_under_the_finger(self, viewer):
        """From where it begins to drag on, the slide moves exactly as far as the finger."""
        slop = viewer.context.thresholds.slop
        viewer.press(Point(900, 300))
        for x in (880, 700, 500, 640):
            viewer.step(0.016)
            viewer.move(Point(x, 300))
            assert viewer.view().layers[0].offset.x == round(x - 900 + slop)

    def test_the_neighbour_follows_beyond_a_gutter(self, viewer):
        """A tenth of the width from the edge of the dragged slide, the next one begins."""
        viewer.press(Point(900, 300))
        viewer.step(0.016)
        viewer.move(Point(500, 300))
        here, there = viewer.view().layers[:2]

        assert there.offset.x - here.offset.x == 1.1 * SCREEN.width

    def test_the_ends_resist(self, viewer):
        """Before the first slide there is nothing: the finger moves it by a third of its way."""
        viewer.press(Point(200, 300))
        viewer.step(0.016)
        viewer.move(Point(600, 300))

        way = 400 - viewer.context.thresholds.slop
        assert viewer.view().layers[0].offset.x == pytest.approx(0.35 * way, abs=1)
        viewer.lift(Point(600, 300))
        viewer.wait(2)
        assert position(viewer) == 0

    def test_a_moving_slide_is_caught(self, viewer):
        """A touch during the spring stops the slide where it is, without a jump."""
        viewer.drag(Point(900, 300), Point(500, 300), 0.1)
        viewer.step(0.1)
        before = viewer.view().layers[0].offset.x
        viewer.press(MIDDLE)

        assert before != 0
        assert viewer.view().layers[0].offset.x == before
        viewer.step(0.5)
        assert viewer.view().layers[0].offset.x == before

    def test_taps_at_the_sides_turn(self, viewer):
        """The right side leads on, the left side back."""
        viewer.tap(FAR_RIGHT)
        viewer.wait(1)
        viewer.tap(FAR_RIGHT)
        viewer.wait(1)
        assert position(viewer) == 2
        viewer.tap(FAR_LEFT)
        viewer.wait(1)
        assert position(viewer) == 1

    def test_no_press_is_lost_while_photos_load(self, typesetter):
        """Seven presses lead seven slides on, even where no photo is ready yet."""
        player = Player(three_exhibitions(), typesetter, delay_s=0.7)
        player.open_at("one")
        for _ in range(7):
            player.key("right")
            player.step(0.12)
        player.wait(5)

        assert position(player) == 7
        assert player.pictures() or position(player) == 7

    def test_the_last_picture_stays_while_the_next_is_unknown(self, typesetter):
        """Until there is at least a preview of the next photo, the slide before stays."""
        slides = [slide(photo=f"/{n}.jpg") for n in range(60)]
        player = Player(collection(entry("one", *slides)), typesetter)
        player.open_at("one:3")
        player.wait(5)
        player.delay_s = 9.0
        for _ in range(30):
            player.key("right")
        player.wait(5)
        assert 2 + PREVIEWS_AHEAD <= position(player) < 32  # The filmstrip may have one more.
        assert f"/{position(player) + 1}.jpg" not in player.state.media.facts
        assert player.pictures()
        player.wait(30)
        assert position(player) == 32

    def test_whoever_skims_sees_every_photo(self, typesetter):
        """However fast the presses, each photo on the way is in a frame, at least as a preview."""
        slides = [slide(photo=f"/{n}.jpg") for n in range(14)]
        player = Player(collection(entry("one", *slides)), typesetter, delay_s=0.4)
        player.open_at("one")
        player.wait(2)
        seen = []

        def frame(event):
            Player.tell(player, event)
            if isinstance(event, Tick):
                seen.extend(one.derivative.file for one in reversed(player.pictures()))

        player.tell = frame
        for _ in range(4):
            for _ in range(3):
                player.key("right")
            player.wait(0.16, frame_s=0.016)

        assert list(dict.fromkeys(seen)) == [f"/{n}.jpg" for n in range(1, 13)]

    def test_the_sharp_photo_takes_the_place_of_its_preview(self, typesetter):
        """A photo that was skimmed to becomes sharp where it is."""
        slides = [slide(photo=f"/{n}.jpg", motion="still") for n in range(14)]
        player = Player(collection(entry("one", *slides)), typesetter, delay_s=0.4)
        player.open_at("one")
        player.wait(2)
        for _ in range(9):
            player.key("right")
            player.step(0.016)
        (early,) = player.pictures()
        player.wait(1)
        (late,) = player.pictures()

        assert max(early.derivative.width, early.derivative.height) == PREVIEW_PX
        assert late.derivative.width == round(late.image.width)
        assert (early.image, early.window) == (late.image, late.window)

    def test_slow_steps_push_and_fast_ones_cut(self, typesetter):
        """A step taken during the one before shows its slide at once, whole."""
        slides = [slide(photo=f"/{n}.jpg") for n in range(9)]
        player = Player(collection(entry("one", *slides)), typesetter)
        player.open_at("one")
        player.wait(2)
        player.key("right")
        player.step(0)
        player.step(0.1)
        assert len(player.pictures()) == 2
        player.key("right")
        player.step(0.01)

        assert [one.derivative.file for one in player.pictures()] == ["/2.jpg"]

    def test_a_broken_photo_is_passed_over(self, typesetter):
        """Going on and back never ends on a slide whose photo cannot be shown."""
        broken = frozenset({"/one/1.jpg"})
        player = Player(three_exhibitions(), typesetter, broken=broken)
        player.open_at("one")
        player.wait(1)
        visited = []
        for _ in range(4):
            player.key("right")
            player.wait(1)
            visited.append(position(player))

        assert visited == [1, 3, 4, 5]

    def test_right_to_left_languages_go_the_other_way(self, typesetter):
        """In Arabic the next slide comes from the left."""
        player = Player(three_exhibitions(languages=["ar"]), typesetter, language="ar")
        player.open_at("one")
        player.step(1)
        player.drag(Point(300, 300), Point(700, 300), 0.1)
        player.wait(2)
        assert position(player) == 1
        player.key("left")
        player.wait(1)
        assert position(player) == 2

    def test_words_that_fall_back_keep_their_own_direction(self, typesetter):
        """English words on an Uyghur screen read from the left, at the right edge."""
        player = Player(three_exhibitions(languages=["ug"]), typesetter, language="ug")
        player.open_at("home")
        player.step(1)
        words = [i.paragraph for i in player.view().layers[-1].items if hasattr(i, "paragraph")]
        extent = next(one for one in words if one.text.endswith("min to read"))

        assert extent.style.language == "en"
        assert extent.style.side == "right"

    def test_controls_come_with_a_touch_and_leave(self, viewer):
        """Four seconds after the last touch, slide and progress are alone again."""

        def texts():
            last = viewer.view().layers[-1]
            return [item.paragraph.text for item in last.items if hasattr(item, "paragraph")]

        viewer.wait(6)
        assert texts() == []
        viewer.tap(MIDDLE)
        viewer.step(0.5)
        assert "All exhibitions" in texts()
        viewer.wait(5)
        assert texts() == []

    def test_a_tap_at_the_foot_only_brings_the_bar(self, viewer):
        """Who aims at a control that has just left gets it back, and not another slide."""
        viewer.key("right")
        viewer.wait(8)
        viewer.tap(Point(SCREEN.width - 40, SCREEN.height - 10))
        viewer.wait(1)

        assert position(viewer) == 1
        assert len(viewer.view().layers[-1].items) > 2

    def test_no_arrow_leads_past_the_ends(self, viewer):
        """On the first slide there is no way back, on the last none on: they are dimmed."""

        def arrows():
            letters = [one for one in viewer.view().layers[-1].items if hasattr(one, "paragraph")]
            bright = [one.paragraph.text for one in letters if one.opacity == 1]
            return [word for word in bright if word in ("Previous", "Next")]

        viewer.tap(MIDDLE)
        viewer.step(0.5)
        assert arrows() == ["Next"]
        viewer.tap(FAR_RIGHT)
        viewer.step(1)
        assert arrows() == ["Previous", "Next"]

    def test_the_way_home(self, viewer):
        """The word at the foot of the screen leads home, once it is shown."""
        viewer.tap(MIDDLE)
        viewer.step(0.5)
        last = viewer.view().layers[-1]
        word = next(
            item
            for item in last.items
            if hasattr(item, "paragraph") and item.paragraph.text == "All exhibitions"
        )
        viewer.tap(word.rect.centre)

        assert viewer.screen == "Home"

    def test_no_other_file_is_opened_before_the_first_photos_are_shown(self, typesetter):
        """If one of them fails, nothing waits for the others of its slide."""
        files = {f"/one/{n}.jpg" for n in range(9)}
        slides = (slide(photo=f"/one/{n}.jpg") for n in range(2, 9))
        shown = collection(entry("one", slide(photos=["/one/0.jpg", "/one/1.jpg"]), *slides))
        player = Player(shown, typesetter, missing=frozenset(files))
        player.open_at("one")

        def wanted():
            return {request.file for request in player.wanted()}

        assert wanted() == {"/one/0.jpg", "/one/1.jpg"}
        player.tell(PhotoFailed("/one/0.jpg", "it is damaged"))
        assert "/one/2.jpg" in wanted()
        player.tell(PhotoChanged("/one/0.jpg"))
        assert wanted() == {"/one/0.jpg", "/one/1.jpg"}
        player.missing = frozenset(files - wanted())
        player.step(0)
        assert {"/one/2.jpg", "/one/3.jpg"} <= wanted()

    def test_who_goes_on_does_not_wait_for_the_first_photo(self, typesetter):
        """If it never comes, the next slides can still be reached."""
        files = [f"/one/{n}.jpg" for n in range(3)]
        shown = collection(entry("one", *(slide(photo=file) for file in files)))
        player = Player(shown, typesetter, missing=frozenset(files))
        player.open_at("one")
        player.missing = frozenset(files[:1])
        player.wait(5)
        player.key("right")
        player.wait(2)

        assert position(player) == 1

    def test_previews_are_kept_when_no_photo_is_there_any_more(self, viewer):
        """After a reset of the GPU, the slide is not the first one: its neighbours are known."""
        known = set(viewer.state.media.facts)
        viewer.tell(TexturesLost())

        assert len(known) > 1
        assert known <= {one.file for one in viewer.wanted() if isinstance(one, InfoRequest)}

    @pytest.mark.parametrize("start", ["one", "interview"])
    def test_the_home_screen_has_its_photos_where_no_other_comes_first(self, typesetter, start):
        """These are a photo that has failed, and the interview."""
        said = entry("one", slide(photo="/one/0.jpg"), interview=INTERVIEW)
        other = entry("two", slide(photo="/two/0.jpg"))
        files = frozenset({"/one/0.jpg", "/two/0.jpg"})
        player = Player(collection(said, other), typesetter, missing=files)
        player.open_at(start)
        if start == "one":
            assert InfoRequest("/two/0.jpg") not in player.wanted()
            player.tell(PhotoFailed("/one/0.jpg", "it is damaged"))

        assert InfoRequest("/two/0.jpg") in player.wanted()

    def test_photos_stay_at_hand_while_their_screen_fades(self, viewer):
        """What is left is seen until the next screen has come, and then let go."""
        viewer.key("right")
        viewer.wait(2)
        (seen,) = viewer.pictures()
        viewer.key("escape")

        assert seen.derivative in viewer.wanted()
        viewer.wait(1)
        assert seen.derivative not in viewer.wanted()

    def test_a_slide_at_rest_asks_for_nothing(self, viewer):
        """When all movement has ended, only idling is waited for."""
        viewer.wait(50)
        now_s = viewer.now_s

        assert viewer.due_s() == pytest.approx(viewer.state.last_input_s + 60)
        assert viewer.view() == show.view(viewer.state, now_s + 5, viewer.typesetter)


class TestReader:
    @pytest.fixture
    def reader(self, player):
        player.open_at("interview")
        player.step(0.1)
        return player

    def scroll(self, player):
        return player.state.screen._at(player.now_s, player.context)

    def test_the_page_is_under_the_finger_and_glides_on(self, reader):
        """The text follows the finger, and goes on when it is thrown, slower and slower."""
        reader.drag(Point(600, 700), Point(600, 300), 0.2)
        thrown = self.scroll(reader)
        assert thrown >= 380
        reader.step(0.3)
        soon = self.scroll(reader)
        reader.wait(4)
        assert soon > thrown
        assert self.scroll(reader) > soon
        assert reader.due_s() > reader.now_s + 1

    def test_it_goes_from_the_first_word_to_the_last_and_no_further(self, reader):
        """Neither end can be passed."""
        reader.key("up")
        assert self.scroll(reader) == 0
        reader.key("end")
        last = self.scroll(reader)
        reader.key("down")

        assert self.scroll(reader) == last > 1000
        texts = [item.paragraph.text for item in reader.view().layers[0].items]
        assert "A note." in texts

    def test_the_text_is_on_the_screen_wherever_one_reads(self, reader):
        """From the first page to the last, words are where they can be seen."""
        for _ in range(12):
            layer = reader.view().layers[0]
            assert layer.offset == Point()
            assert sum(item.rect.overlaps(Rect.of(SCREEN)) for item in layer.items) >= 2
            reader.key("down")

    def test_back_leads_home(self, reader):
        """Escape leaves the interview."""
        reader.key("escape")

        assert reader.screen == "Home"


class TestIdle:
    @pytest.fixture
    def visited(self, typesetter):
        """A kiosk that asks after 30 seconds, on the third slide of the first exhibition."""
        player = Player(three_exhibitions(idle_s=30, languages=["en", "fr"]), typesetter)
        player.open_at("one:3")
        player.step(0)
        return player

    @pytest.mark.parametrize(("start", "idle_s"), [("home", 30), ("one:3", 30), ("interview", 60)])
    def test_nobody_there_for_a_while_and_attract_returns(self, typesetter, start, idle_s):
        """From every screen the show asks, later where one reads, then the slides play again."""
        player = Player(three_exhibitions(idle_s=30), typesetter)
        player.open_at(start)
        player.wait(idle_s - 1)
        assert "Still looking?" not in texts(player)
        player.wait(2)
        assert "Still looking?" in texts(player)
        player.wait(ASKING_S - 2)
        assert player.screen != "Attract"
        player.wait(2)

        assert player.screen == "Attract"
        assert "Still looking?" not in texts(player)

    def test_the_seconds_are_counted_down(self, visited):
        """From twenty to one, each is seen once."""
        visited.wait(29.9)
        seen = []
        while visited.screen != "Attract":
            seen += [text for text in texts(visited) if text.isdecimal()]
            visited.step(0.25)

        assert list(dict.fromkeys(seen)) == [str(n) for n in range(20, 0, -1)]

    def test_an_answer_leaves_all_as_it_was(self, visited):
        """By touch or by key, whoever answers is where they were."""
        before = visited.state.screen
        for answer in (
            lambda: visited.tap(FAR_RIGHT),
            lambda: visited.drag(Point(900, 300), Point(300, 300), 0.1),
            lambda: visited.key("escape"),
            lambda: visited.tell(Wheel(80)),
        ):
            visited.wait(31)
            assert "Still looking?" in texts(visited)
            answer()
            assert "Still looking?" not in texts(visited)
            assert visited.state.screen == before
        visited.wait(29)
        visited.tap(FAR_RIGHT)
        visited.step(0)
        assert position(visited) == before.slide_view.index + 1

    @pytest.mark.parametrize(("still", "frames_max"), [(True, 60), (False, 300)])
    def test_the_countdown_costs_few_frames(self, typesetter, still, frames_max):
        """With reduced motion it moves once a second, otherwise by a pixel at a time."""
        player = Player(three_exhibitions(idle_s=30), typesetter, comfort=Comfort(still=still))
        player.open_at("home")
        player.wait(30)
        frames = 0
        while player.screen == "Home":
            player.step(player.due_s() - player.now_s)
            frames += 1

        assert 20 <= frames <= frames_max

    def test_what_a_finger_held_is_let_go_by_the_answer(self, visited):
        """A slide that was held when the question came goes back to its place."""
        visited.press(Point(900, 300))
        visited.step(0.02)
        visited.move(Point(500, 300))
        visited.state = replace(visited.state, last_input_s=visited.now_s - 31)
        visited.tell(Pointer(99, "down", MIDDLE, visited.now_s))
        visited.wait(2)

        assert visited.state.screen.strip.pan.at(visited.now_s) == 0

    def test_the_next_visitor_finds_the_kiosk_as_at_opening(self, typesetter):
        """Language and place are those it was started with, whatever a visitor chose."""
        player = Player(three_exhibitions(languages=["en", "fr"]), typesetter, language="fr")
        player.tap(MIDDLE)
        player.tell(Resized(Size(800, 1280)))
        player.prefer("en")
        player.wait(60 + ASKING_S + 1)

        assert player.context.stage.language == "fr"
        assert player.screen == "Attract"

    def test_a_show_that_begins_again_fills_the_screen(self, visited):
        """A window that was made another size keeps it when a visitor has left."""
        visited.tell(Resized(Size(800, 1280)))
        visited.wait(60 + ASKING_S + 1)

        assert visited.screen == "Attract"
        assert visited.view().size == Size(800, 1280)

    def test_a_ghost_is_nobody(self, visited):
        """A touch screen that reports a trembling finger for ever does not keep the show awake."""
        visited.press(MIDDLE)
        for n in range(60):
            visited.step(1)
            visited.move(MIDDLE + Point(n % 2, 0))

        assert visited.screen == "Attract"

    def test_a_held_finger_is_somebody(self, typesetter):
        """Whoever moves a finger is there."""
        player = Player(three_exhibitions(idle_s=30), typesetter)
        player.open_at("interview")
        player.press(MIDDLE)
        for n in range(60):
            player.step(1)
            player.move(MIDDLE + Point(0, n % 7))

        assert player.screen == "InterviewReader"


def test_closing_is_a_command(player):
    """The window's close button ends the show."""
    player.tell(CloseRequested())

    assert player.closed


def test_losing_the_window_lets_go(viewer):
    """A drag that the system takes away springs back."""
    viewer.press(Point(900, 300))
    viewer.step(0.016)
    viewer.move(Point(300, 300))
    viewer.tell(Pointer(viewer.fingers, "cancelled", Point(), viewer.now_s))
    viewer.wait(2)

    assert viewer.view().layers[0].offset == Point()


@pytest.mark.parametrize(
    ("start", "sentence"),
    [("nowhere", "no exhibition 'nowhere'"), ("one:11", "1 to 10"), ("one:x", "1 to 10")],
)
def test_a_start_that_is_not_there_is_told(player, start, sentence):
    """A wrong place to start gets a sentence that says which there are."""
    with pytest.raises(show.NoSuchStartError, match=sentence):
        show.opened_at(player.state, start, 0)


def test_keys_lead_to_both_ends_of_the_interview(player):
    """End shows its last words, Home the first ones again."""
    player.open_at("interview")
    player.step(1)
    first = texts(player)
    player.key("end")
    assert INTERVIEW.exchanges[-1].question in texts(player)
    assert INTERVIEW.exchanges[0].question not in texts(player)
    player.key("home")

    assert texts(player) == first
