"""The filmstrip: all slides along the foot, and a finger that goes through them."""

from itertools import pairwise

import pytest
from msgspec.structs import replace

from kiosk.base.geometry import Point, Size
from kiosk.screens.actions import BackToSlide, GoHome, OpenOverview, Step
from kiosk.style.comfort import Comfort
from kiosk.style.themes import luminance
from kiosk.types.scene import Fill, Icon, Lettering
from tests.world import Player, collection, entry, filmstrip, slide, three_exhibitions

SHAPES = [Size(1280, 720), Size(720, 1280), Size(1024, 768), Size(1680, 720), Size(1000, 1000)]

AIM_PX = 4
"""How far a finger lifts from where it wants to."""


def opened(typesetter, count, size=SHAPES[0], **keys):
    slides = [slide(photo=f"/{n}.jpg", caption=f"Photo {n}") for n in range(count)]
    player = Player(
        collection(entry("one", *slides), languages=["en", "fr", "ar"]),
        typesetter,
        size=size,
        **keys,
    )
    player.open_at("one:1")
    player.wait(1)
    return player


def strip(player):
    found = player.state.screen._bar(player.context).filmstrip(player.context)
    assert found
    return found


def shown(player):
    return player.state.screen.slide_view.index


@pytest.mark.parametrize("size", SHAPES, ids=str)
@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("count", [2, 5, 500])
class TestStrip:
    def test_it_is_inside_the_safe_margins_and_off_the_controls(
        self, typesetter, size, language, count
    ):
        player = opened(typesetter, count, size, language=language)
        stage, places = player.context.stage, [one.window for one in filmstrip(player)]
        assert places
        for place in places:
            assert stage.safe.x <= place.x
            assert place.right <= stage.safe.right
            assert not any(place.overlaps(one.rect) for one in player.buttons())

    def test_one_scrub_leads_from_the_first_slide_to_any(self, typesetter, size, language, count):
        """The slide under the finger is shown as soon as it is there; the finger need not lift."""
        player = opened(typesetter, count, size, language=language)
        first, last = strip(player).frame_at(0), strip(player).frame_at(count - 1)
        player.press(first.centre)
        for goal in (count - 1, count // 2, 1):
            player.move(strip(player).frame_at(goal).centre)
            player.wait(1)
            assert abs(shown(player) - goal) <= count / abs(last.x - first.x) + 0.5
        end = Point(last.right if language == "en" else last.x, last.centre.y)
        player.move(end)
        player.lift(end)
        player.wait(1)
        assert shown(player) == count - 1


def told(typesetter, size=SHAPES[0], **keys):
    """28 slides in two sections, most of them words, as in a portrait by an interview."""
    slides = [
        slide(
            section="Late" if n > 13 else "Early",
            **({"text": f"Words {n}"} if n % 7 else {"photo": f"/{n}.jpg"}),
        )
        for n in range(28)
    ]
    made = collection(entry("one", *slides), languages=["en", "ar"])
    player = Player(made, typesetter, size=size, **keys)
    player.open_at("one:6")
    player.wait(1)
    return player


@pytest.mark.parametrize("size", [*SHAPES[:4], Size(1920, 1080), Size(1280, 800)], ids=str)
@pytest.mark.parametrize("language", ["en", "ar"])
class TestPagesOfWords:
    def test_all_of_28_slides_have_a_mark_and_photos_are_landmarks(
        self, typesetter, size, language
    ):
        player = told(typesetter, size, language=language)
        marks = strip(player).marks
        assert [mark.index for mark in marks] == list(range(28))
        photos = {mark.rect.width for mark in marks if mark.index % 7 == 0}
        ticks = {mark.rect.width for mark in marks if mark.index % 7}
        assert len(photos) == len(ticks) == 1
        assert min(photos) >= 3 * max(ticks)

    def test_a_section_begins_apart_and_with_a_sign(self, typesetter, size, language):
        player = told(typesetter, size, language=language)
        marks = strip(player).marks
        spaces = [
            max(one.rect.x, other.rect.x) - min(one.rect.right, other.rect.right)
            for one, other in pairwise(marks)
        ]
        assert spaces[13] > 2 * max(spaces[:13] + spaces[14:])
        accents = [
            item.rect
            for item in items(player)
            if isinstance(item, Fill) and item.rect.width == marks[14].rect.width
        ]
        assert any(one.top_left == marks[14].rect.top_left for one in accents)

    def test_a_finger_chooses_each_slide(self, typesetter, size, language):
        strip_here = strip(told(typesetter, size, language=language))
        middles = [strip_here.frame_at(position).centre.x for position in range(28)]
        assert [strip_here.slide_at(x) for x in middles] == list(range(28))

    def test_the_place_stands_beside_it_at_rest(self, typesetter, size, language):
        player = told(typesetter, size, language=language)
        (place,) = [one for one in lettered(player) if one.paragraph.text == "6 / 28"]
        stage, track = player.context.stage, strip(player).track
        assert stage.safe.x <= place.rect.x
        assert place.rect.right <= stage.safe.right
        assert not place.rect.overlaps(track)
        assert not any(place.rect.overlaps(one.rect) for one in player.buttons())


@pytest.mark.parametrize("size", SHAPES, ids=str)
def test_the_marks_of_500_slides_are_evenly_spread(typesetter, size):
    """Each stands for as many slides as another, give or take one."""
    marks = strip(opened(typesetter, 500, size)).marks
    assert len(marks) >= 6
    ways = [other.rect.x - one.rect.x for one, other in pairwise(marks)]
    meant = [other.position - one.position for one, other in pairwise(marks)]
    assert max(ways) - min(ways) <= 1
    assert max(meant) - min(meant) <= 1


@pytest.mark.parametrize("language", ["en", "ar"])
def test_with_little_room_the_place_is_alone_and_can_be_scrubbed(typesetter, language):
    """In large letters, there is a line below it, and a finger on it goes to each slide."""
    comfort = Comfort(text_size=5)
    player = told(typesetter, Size(1920, 1080), language=language, comfort=comfort)
    assert not strip(player).marks
    assert any(one.paragraph.text == "6 / 28" for one in lettered(player))
    player.press(strip(player).frame_at(5).centre)
    for goal in (27, 0, 13):
        player.move(strip(player).frame_at(goal).centre)
        player.wait(1)
        assert shown(player) == goal


@pytest.mark.parametrize("size", [*SHAPES, Size(1280, 800)], ids=str)
@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("off", [-AIM_PX, AIM_PX])
def test_any_of_500_slides_is_a_scrub_and_two_touches_away(typesetter, size, language, off):
    """A pixel is more than a slide, so a finger lifts near the one it wants; the wall has it."""
    player = opened(typesetter, 500, size, language=language)
    for goal in (499, 1, 250, 388, 0):
        player.press(strip(player).frame_at(shown(player)).centre)
        player.move(strip(player).frame_at(goal).centre + Point(off, 0))
        player.lift(strip(player).frame_at(goal).centre + Point(off, 0))
        player.step(0.5)
        for wanted in (OpenOverview("one"), BackToSlide("one", goal)):
            (button,) = [one for one in player.buttons() if one.action == wanted]
            player.tap(button.rect.centre)
            player.step(0.5)

        assert shown(player) == goal


def test_the_number_is_said_while_a_finger_is_on_it(typesetter):
    player = opened(typesetter, 500)

    def said():
        return {item.paragraph.text for item in lettered(player)}

    assert "1 of 500" not in said()
    player.press(strip(player).frame_at(499).centre)
    player.wait(1)
    assert "500 of 500" in said()
    player.lift(strip(player).frame_at(499).centre)
    player.wait(1)
    assert "500 of 500" not in said()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_page_with_a_title_is_a_landmark_and_is_called_by_it(typesetter, language):
    """Its tick is higher and lighter than those of quotes; a finger on it reads where it leads."""
    titled = slide(title="Ten days in custody", text="Words")
    quotes = [slide(quote=f"Quote {n}") for n in range(6)]
    made = collection(entry("one", *quotes[:3], titled, *quotes[3:]), languages=["en", "ar"])
    player = Player(made, typesetter, language=language)
    player.open_at("one:1")
    player.wait(1)
    marks = {(mark.rect.x, mark.rect.width): mark.index for mark in strip(player).marks}
    fills = [((one.rect.x, one.rect.width), one) for one in items(player) if isinstance(one, Fill)]
    ticks = {marks[place]: one for place, one in fills if place in marks}
    assert all(ticks[3].rect.height > ticks[n].rect.height for n in (1, 2, 4, 5, 6))
    assert all(ticks[3].opacity > ticks[n].opacity for n in (1, 2, 4, 5, 6))
    said = {}
    player.press(strip(player).frame_at(2).centre)
    for position in (3, 4):
        player.move(strip(player).frame_at(position).centre)
        player.wait(1)
        said[position] = [one.paragraph.text for one in lettered(player)]
    assert "4 · Ten days in custody" in said[3]
    assert "4 · Ten days in custody" not in said[4]


def test_a_title_that_a_notice_covers_is_not_said(typesetter):
    hidden = slide(title="Ten days in custody", text="Words", notice="It is hard to read.")
    made = collection(entry("one", slide(photo="/1.jpg"), hidden, slide(photo="/2.jpg")))
    player = Player(made, typesetter)
    player.open_at("one:1")
    player.wait(1)
    player.press(strip(player).frame_at(0).centre)
    player.move(strip(player).frame_at(1).centre)
    player.wait(1)
    assert not any("Ten days" in one.paragraph.text for one in lettered(player))


@pytest.mark.parametrize("touched_meanwhile", [False, True])
def test_a_slide_that_is_not_there_yet_is_shown_when_it_comes(typesetter, touched_meanwhile):
    """The finger may have left long before; another touch forgets the choice."""
    player = opened(typesetter, 9, missing=frozenset({"/8.jpg"}))
    player.tap(strip(player).frame_at(8).centre)
    player.wait(1)
    assert shown(player) == 0
    if touched_meanwhile:
        player.tap(Point(640, 300))
    player.missing = frozenset()
    player.wait(1)
    assert shown(player) == (0 if touched_meanwhile else 8)


def test_it_goes_with_the_controls(typesetter):
    """Once they are hidden, a touch there is for the slide."""
    player = opened(typesetter, 9)
    place = strip(player).frame_at(8).centre
    player.wait(10)
    assert not filmstrip(player)
    player.tap(place)
    player.wait(1)
    assert shown(player) == 0
    assert filmstrip(player)


def resting(player):
    """The way home and the way on once the controls are hidden, as for text from the left."""
    found = sorted(icons(player), key=lambda one: one.rect.x)
    return found[::-1] if player.context.stage.mirrored else found


@pytest.mark.parametrize("size", SHAPES, ids=str)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_way_out_is_one_touch_away_also_without_controls(typesetter, size, language):
    """Its sign stays in its place; a touch anywhere else only shows the controls."""
    player = opened(typesetter, 9, size, language=language)
    (home,) = [one for one in player.buttons() if one.action == GoHome()]
    (icon,) = [one for one in icons(player, opaque=True) if home.rect.contains(one.rect.centre)]
    player.wait(10)
    assert resting(player)[0].rect == icon.rect
    player.tap(icon.rect.centre)
    player.wait(1)
    assert player.screen == "Attract"  # With one exhibition, there is no home.


@pytest.mark.parametrize("size", SHAPES, ids=str)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_so_is_the_next_slide_as_long_as_there_is_one(typesetter, size, language):
    """Its sign matches the way out, opposite it, in one place; off the words, and under *Next*."""
    player = opened(typesetter, 3, size, language=language)
    (after,) = [one for one in player.buttons() if one.action == Step(1)]
    places = set()
    for index in range(3):
        player.wait(10)
        home, onward = resting(player)
        across = size.width - home.rect.right
        assert onward.rect == replace(home.rect, x=across)
        assert (onward.colour, onward.icon) == (
            home.colour,
            "left" if language == "ar" else "right",
        )
        assert after.rect.contains(onward.rect.centre)
        assert not any(one.rect.overlaps(onward.rect) for one in lettered(player))
        assert shown(player) == index
        places.add(onward.rect)
        player.tap(onward.rect.centre)
        player.wait(1)
    assert len(places) == 1
    player.wait(10)
    assert len(icons(player)) == 1  # After the last slide, only the way out.


def test_over_a_photo_that_fills_the_screen_the_bar_is_dark(typesetter):
    """On paper, too."""
    made = entry("one", slide(photo="/1.jpg", fill=True), slide(title="-"), theme="paper")
    player = Player(collection(made), typesetter)
    grounds = []
    for start in ("one:1", "one:2"):
        player.open_at(start)
        player.wait(1)
        band = player.view().layers[-1].items[0]
        grounds.append(luminance(band.colour))
    assert grounds[0] < 0.05 < 0.7 < grounds[1]


def items(player):
    return [item for layer in player.view().layers for item in layer.items]


def lettered(player):
    return [item for item in items(player) if isinstance(item, Lettering)]


def icons(player, *, opaque=False):
    layers = player.view().layers
    found = [item for layer in layers[-1 if opaque else 0 :] for item in layer.items]
    return [item for item in found if isinstance(item, Icon) and item.icon != "disc"]


@pytest.mark.parametrize("size", SHAPES, ids=str)
@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("text_size", [2, 5])
def test_no_words_lie_under_the_signs_that_stay(typesetter, size, language, text_size):
    """Nor a sign that a text goes on, on the pages of all layouts."""
    made = three_exhibitions(languages=["en", "ar"])
    comfort = Comfort(text_size=text_size)
    player = Player(made, typesetter, size=size, language=language, comfort=comfort)

    def reach(rect):
        return size.width - rect.x if language == "ar" else rect.right

    for number in range(1, len(made.entries[0].exhibition.slides) + 1):
        player.open_at(f"one:{number}")
        player.wait(6)
        onward = max(icons(player), key=lambda one: reach(one.rect)).rect
        others = [one.rect for one in [*lettered(player), *icons(player)] if one.rect != onward]
        assert not any(one.overlaps(onward) for one in others), number
