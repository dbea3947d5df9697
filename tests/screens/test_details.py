"""Visitors who want to are led to what is told of a photo's details, and back to its slide."""

from itertools import combinations, pairwise

import pytest
from msgspec.structs import replace

from kiosk import show
from kiosk.base.geometry import Point, Rect, Size
from kiosk.language.translations import CLOSE, HOME, NEXT, PREVIOUS
from kiosk.screens.actions import GoHome, LeaveZoom, Step
from kiosk.screens.viewer.details import ENLARGED_MAX
from kiosk.screens.viewer.details_dots import apart
from kiosk.screens.viewer.details_panel import beside_panel, buttons
from kiosk.style.comfort import Comfort
from kiosk.style.themes import luminance
from kiosk.types.scene import Fill, Icon, Lettering, Picture
from tests.layouts.test_laws import SAYINGS
from tests.world import SCREEN, Player, collection, entry, facts, slide

PHOTO = Size(3000, 2000)
"""As large as all photos of the simulated world."""
PLACES = [
    {"at": [0.1, 0.2, 0.15, 0.2], "title": "A cup", "text": "It is cold by now."},
    {"at": [0.7, 0.6, 0.2, 0.3], "text": "A door that stands open."},
    {"at": [0.0, 0.9, 1.0, 0.1], "text": "The floor."},
]
WORK = {"by": "Ada Example", "title": SAYINGS, "year": "1912", "size": "40 × 50 cm"}
SCREENS = [Size(1920, 1080), Size(1080, 1920), Size(1024, 768), Size(800, 480)]


def viewing(typesetter, *slides, start="one:1", **options):
    photo = {"file": "/1.jpg", "caption": "A photo", "details": PLACES}
    slides = slides or (slide(photo=photo, motion="still"), slide(photo="/2.jpg"))
    player = Player(collection(entry("one", *slides), idle_s=600), typesetter, **options)
    player.open_at(start)
    player.wait(2)
    return player


@pytest.fixture
def player(typesetter):
    return viewing(typesetter)


@pytest.fixture
def led(player):
    """At the first of three details."""
    player.tap(dots(player)[0].centre)
    player.wait(4)
    assert player.screen == "Details"
    return player


def items(player):
    return [item for layer in player.view().layers if layer.opacity > 0 for item in layer.items]


def texts(player):
    return [item.paragraph.text for item in items(player) if isinstance(item, Lettering)]


def dots(player):
    """The places of the dots on the photo, in the order of the details."""
    return [ring.rect for ring in rings(player)]


def rings(player):
    return [i for i in items(player) if isinstance(i, Icon) and i.icon == "ring"]


def area(player, dot):
    """Where to touch for a dot."""
    side = player.context.stage.finger
    return Rect(dot.centre.x - side / 2, dot.centre.y - side / 2, side, side)


def outlines(player):
    """The lines around a place in the enlarged picture."""
    return [i.rect for i in player.view().layers[-2].items if isinstance(i, Fill)]


def shown_at(player):
    """Where on the screen the photo is now."""
    zoom = player.state.screen.zoom
    transform = zoom.transform(player.now_s)
    return Rect(
        transform.x,
        transform.y,
        zoom.size.width * transform.scale,
        zoom.size.height * transform.scale,
    )


def place(player, index):
    """Where on the screen a detail is now."""
    image = shown_at(player)
    x, y, width, height = PLACES[index]["at"]
    return Rect(
        image.x + x * image.width,
        image.y + y * image.height,
        width * image.width,
        height * image.height,
    )


def press(player, by):
    """Touch the button that leads so many steps on, or back to the slide for none."""
    stage = player.context.stage
    details = player.state.screen
    found = buttons(details.places, details.index, stage)
    wanted = Step(by) if by else LeaveZoom()
    at = next(one.rect.centre for one in found if one.action == wanted)
    player.tap(at)


def room(player):
    screen = player.state.screen
    return beside_panel(screen.places, player.context.stage, screen.of)


def test_dots_are_at_the_places_of_details(player):
    """In the middle of each, on the photo; they stay, dimmed, when the controls leave."""
    (picture,) = player.pictures()
    at = dots(player)
    for dot, place in zip(at[:2], PLACES, strict=False):
        x, y, width, height = place["at"]
        assert dot.centre.x == pytest.approx(
            picture.image.x + (x + width / 2) * picture.image.width, abs=1
        )
        assert dot.centre.y == pytest.approx(
            picture.image.y + (y + height / 2) * picture.image.height, abs=1
        )
    assert len(at) == 3
    bright = opacity(player)
    player.wait(10)
    assert dots(player) == at
    assert 0.5 <= opacity(player) < bright == 1
    player.tap(at[0].centre)
    player.wait(1)

    assert player.screen == "Details"


def opacity(player):
    """Of the dots."""
    layers = player.view().layers
    return next(one.opacity for one in layers if any(i in one.items for i in rings(player)))


def test_dots_are_as_large_as_a_finger(player):
    assert {dot.width for dot in dots(player)} == {player.context.stage.finger}


@pytest.mark.parametrize("theme", ["gallery", "paper"])
def test_a_light_ring_has_a_dark_halo_on_any_photo_in_each_theme(typesetter, theme):
    photo = {"file": "/1.jpg", "details": PLACES}
    player = Player(collection(entry("one", slide(photo=photo), theme=theme)), typesetter)
    player.open_at("one:1")
    player.wait(2)
    discs = [one for one in items(player) if isinstance(one, Icon) and one.icon == "disc"]
    assert rings(player)
    for ring in rings(player):
        halo = next(one for one in discs if one.rect.covers(ring.rect))
        assert halo.rect.width >= 1.15 * ring.rect.width
        assert luminance(halo.colour) < 0.05 < 0.7 < luminance(ring.colour)


def test_the_credit_stays_with_each_detail(typesetter):
    photo = {"file": "/1.jpg", "credit": "By Ada Example", "details": PLACES}
    player = viewing(typesetter, slide(photo=photo, motion="still"))
    player.tap(dots(player)[0].centre)
    player.wait(4)
    for _ in PLACES:
        assert "By Ada Example" in texts(player)
        player.key("right")
        player.wait(4)


def test_dots_move_with_their_slide(player):
    """They fade as it leaves, and come back with it; none are left behind."""
    (before, *_), start = dots(player), Point(900, 400)
    player.press(start)
    seen = [opacity(player)]
    for n in range(1, 9):
        player.step(0.03)
        player.move(start - Point(25 * n, 0))
        if not rings(player):
            break
        layer = next(one for one in player.view().layers if rings(player)[0] in one.items)
        assert layer.offset.x == round(player.state.screen.strip.pan.at(player.now_s))
        seen.append(layer.opacity)
    assert seen == sorted(seen, reverse=True)
    assert not rings(player)
    player.move(start)
    player.lift(start)
    player.wait(1)
    assert dots(player)[0] == before


def test_one_detail_has_nothing_to_step_through(typesetter):
    """No arrows and no number, but words below both ways out, which are far from each other."""
    photo = {"file": "/1.jpg", "details": PLACES[:1]}
    player = viewing(typesetter, slide(photo=photo, motion="still"), slide(photo="/2.jpg"))
    player.key("up")
    player.wait(3)
    controls = {type(one.action): one.rect for one in player.buttons()}
    assert set(controls) == {GoHome, LeaveZoom}
    assert not any("/" in text for text in texts(player))
    assert controls[LeaveZoom].x - controls[GoHome].right > 100


@pytest.mark.parametrize("size", SCREENS, ids=str)
@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_each_sign_has_its_word(typesetter, size, language):
    """As wide as the panel is, all names find room below their icons."""
    player = viewing(typesetter, size=size, language=language)
    player.key("up")
    player.wait(3)
    said = set(texts(player))
    assert {word.in_language(language) for word in (CLOSE, HOME, PREVIOUS, NEXT)} <= said


@pytest.mark.parametrize("index", [0, 1, 2])
def test_a_dot_opens_its_own_detail(player, index):
    """Anywhere in its area to touch, whichever of them was touched first."""
    place = area(player, dots(player)[index])
    player.tap(place.top_left + Point(2, place.height - 2))
    player.wait(4)

    assert player.screen == "Details"
    assert player.state.screen.index == index
    assert PLACES[index]["text"] in texts(player)


def test_the_next_slide_has_none(player):
    """Where nothing is told of a photo, there is no dot."""
    assert dots(player)
    player.key("right")
    player.wait(1)

    assert player.pictures()[0].derivative.file == "/2.jpg"
    assert not dots(player)


def test_dots_of_one_place_move_apart():
    """Their areas to touch do not overlap; those without any room are left out."""
    room, one = Rect(0, 0, 200, 100), Point(100, 50)
    few = apart([one, one, Point(110, 50), Point(0, 0)], room, 40)
    squares = [Rect(at.x - 20, at.y - 20, 40, 40) for at in few]
    assert few[0] == one
    assert not any(a.overlaps(b) for a, b in combinations(squares, 2))
    assert all(room.covers(square) for square in squares)
    many = [at for at in apart([one] * 40, room, 40) if at]

    assert 5 <= len(many) <= 10


def test_the_place_that_is_told_of_is_outlined(led):
    """By a light and a dark line, just around it, beside the words."""
    lines, at = outlines(led), place(led, 0)

    assert len(lines) == 8
    assert all(room(led).covers(line) for line in lines)
    assert min(line.x for line in lines) == pytest.approx(at.x, abs=8)
    assert max(line.right for line in lines) == pytest.approx(at.right, abs=8)
    assert len({i.colour for i in led.view().layers[-2].items}) == 2
    led.key("escape")
    assert not outlines(led)


def test_the_whole_photo_is_not_outlined(typesetter):
    """Where a detail is all that is seen, lines around it would say nothing."""
    photo = {"file": "/1.jpg", "details": [{"at": [0.2, 0.2, 0.6, 0.6], "text": "Much of it."}]}
    player = viewing(typesetter, slide(photo=photo), photo=Size(3000, 3000))
    player.key("up")
    player.wait(3)
    assert outlines(player)
    player.state = replace(
        player.state,
        screen=replace(
            player.state.screen,
            places=(replace(player.state.screen.places[0], at=(0.0, 0.0, 1.0, 1.0)),),
        ),
    )

    assert not outlines(player)


def test_with_few_pixels_the_outline_is_alone(typesetter):
    """A photo that cannot come much nearer stays whole, and its place is outlined."""
    photo = {"file": "/1.jpg", "details": PLACES}
    player = viewing(typesetter, slide(photo=photo, motion="still"), photo=Size(600, 400))
    player.key("up")
    player.wait(3)

    assert room(player).covers(shown_at(player), slack=1)
    assert outlines(player)


def test_a_place_is_brought_near_beside_its_words(led):
    """The place is whole and larger than before, in what the words leave of the screen."""
    at = place(led, 0)

    assert room(led).covers(at, slack=1)
    assert at.width > 1.2 * PLACES[0]["at"][2] * SCREEN.width
    assert {"A cup", "It is cold by now.", "1 / 3"} <= set(texts(led))


def test_its_words_are_large_and_off_the_picture(led):
    """As large as those of a text page; the marked place ends a margin before them."""
    stage = led.context.stage
    said = [one for one in led.view().layers[-1].items if isinstance(one, Lettering)]
    told = next(one for one in said if one.paragraph.text == "It is cold by now.")
    panel = next(one for one in led.view().layers[-1].items if isinstance(one, Fill)).rect

    assert told.paragraph.style.face == "serif"
    assert told.paragraph.style.size >= 29 / 720 * stage.size.short_side
    assert max(one.right for one in outlines(led)) <= panel.x - stage.margin + 1


def test_both_arrows_stay_where_they_are(led):
    """At the first and the last detail, one of them is dimmed and does nothing."""

    def arrows():
        icons = [one for one in led.view().layers[-1].items if isinstance(one, Icon)]
        _, *steps, _ = sorted(icons, key=lambda one: one.rect.x)
        return {(one.icon, one.rect): one.opacity for one in steps}

    first = arrows()
    press(led, 1)
    led.wait(4)
    second = arrows()

    assert first.keys() == second.keys()
    assert sorted(first.values()) < sorted(second.values()) == [1.0, 1.0]


def test_each_detail_has_the_label_of_the_work(typesetter):
    """Below the words about a detail is what it is a detail of."""
    work = {"title": "Boats", "year": "1912", "technique": "Oil on canvas"}
    photo = {"file": "/1.jpg", "work": work, "details": PLACES}
    player = viewing(typesetter, slide(photo=photo))
    player.tap(dots(player)[0].centre)
    player.wait(4)
    first = texts(player)
    player.key("right")
    player.wait(4)

    for shown in (first, texts(player)):
        assert {"Boats, 1912", "Oil on canvas"} <= set(shown)


def test_buttons_lead_on_and_back(led):
    """On to the last and back to the first, and no further."""
    for by, index in ((1, 1), (1, 2), (-1, 1), (-1, 0)):
        press(led, by)
        led.wait(3)
        assert led.state.screen.index == index
        assert PLACES[index]["text"] in texts(led)
        assert room(led).covers(place(led, index), slack=1)
    with pytest.raises(StopIteration):
        press(led, -1)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_keys_and_swipes_do_likewise(typesetter, language):
    """An arrow points, and a finger draws, to where reading goes on."""
    player = viewing(typesetter, language=language)
    player.key("up")
    player.wait(3)
    onward, back = ("left", "right") if language == "ar" else ("right", "left")
    start, end = Point(700, 400), Point(580, 400)
    if language == "ar":
        start, end = end, start

    def index():
        player.wait(2)
        return player.state.screen.index

    player.key(onward)
    assert index() == 1
    player.key(back)
    assert index() == 0
    player.key(back)
    assert index() == 0
    player.drag(start, end, 0.06)
    assert index() == 1
    player.drag(end, start, 0.06)
    assert index() == 0
    player.drag(start, end, 1.0, rest_s=0.2)
    assert index() == 0
    player.drag(start, start + (end - start) * 3, 1.0, rest_s=0.2)
    assert index() == 1


def test_the_picture_is_under_the_finger(led):
    """It follows a finger that draws it aside, and comes back without a jump."""
    before = shown_at(led).x
    led.press(Point(700, 400))
    led.move(Point(650, 400))
    led.move(Point(600, 400))
    drawn = shown_at(led).x
    assert -110 < drawn - before < -40
    led.step(0.3)
    led.lift(Point(600, 400))
    assert shown_at(led).x == pytest.approx(drawn, abs=1)
    led.wait(3)

    assert shown_at(led).x == pytest.approx(before, abs=1)


def test_where_there_is_no_further_place_it_resists(led):
    """Drawn the other way, the first place follows by less than half of the finger's way."""
    before = shown_at(led).x
    led.press(Point(400, 400))
    led.move(Point(500, 400))
    led.move(Point(700, 400))

    assert 0 < shown_at(led).x - before < 150


def test_dots_keep_off_words_that_are_over_the_photo(typesetter, monkeypatch):
    """Where a quote crosses the whole of a photo, dots give way to it."""
    calm = facts(2000, 3000, lightest=20, darkest=10)
    monkeypatch.setattr("tests.world.facts", lambda *_: calm)
    said = "What somebody said at length. " * 4
    photo = {"file": "/1.jpg", "details": [{"at": [0.4, 0.6, 0.2, 0.2], "text": "Covered."}]}
    one = slide(photo=photo, quote=said, layout="single", fill=True)
    player = viewing(typesetter, one, size=Size(480, 800))
    found = [item for item in items(player) if isinstance(item, Lettering)]
    (quote,) = [item.rect for item in found if "What somebody" in item.paragraph.text]

    assert player.pictures()[0].window == Rect.of(Size(480, 800))
    (dot,) = dots(player)
    assert not area(player, dot).overlaps(quote)


def test_it_moves_as_a_function_of_time(typesetter):
    """Seen often or seldom, the picture is at the same place at the same time, and never jumps."""
    many, few = viewing(typesetter), viewing(typesetter)
    for one in (many, few):
        one.key("up")
    ways = [shown_at(many)]
    for _ in range(30):
        many.step(1 / 60)
        ways.append(shown_at(many))
    few.step(0.5)

    assert shown_at(few).x == pytest.approx(ways[-1].x, abs=0.01)
    steps = [abs(b.width - a.width) for a, b in pairwise(ways)]
    assert 0 < max(steps) < 0.12 * abs(ways[-1].width - ways[0].width) + 60


def test_with_reduced_motion_it_is_there_at_once(typesetter):
    """Nothing moves on the way to a place, and nothing on the way back."""
    player = viewing(typesetter, comfort=Comfort(still=True))
    player.key("up")
    first = shown_at(player)
    player.wait(2)
    assert shown_at(player) == first
    assert player.due_s() > player.now_s + 1
    player.key("escape")
    player.step(0.02)

    assert player.screen == "Viewer"


@pytest.mark.parametrize("way", ["escape", "close"])
def test_the_picture_goes_back_to_its_place(led, way):
    """Escape and the button put it back on its slide, where the controls are shown again."""
    led.key("escape") if way == "escape" else press(led, 0)
    led.wait(3)
    (picture,) = led.pictures()

    assert led.screen == "Viewer"
    assert led.state.screen.slide_view.index == 0
    context = led.context
    entry = context.entry("one")
    (placed,) = context.arrangement(entry, entry.exhibition.slides[0]).photos
    assert picture.image == placed.image
    assert dots(led)


def test_at_rest_it_costs_nothing(led):
    """A place that has been reached asks for no further frame."""
    assert led.due_s() > led.now_s + 60


def test_what_is_under_a_notice_has_no_dot(typesetter):
    """Nothing tells of details that nobody has chosen to see."""
    photo = {"file": "/1.jpg", "details": PLACES}
    player = viewing(typesetter, slide(photo=photo, notice="Sad."))
    player.key("up")
    player.wait(1)

    assert player.screen == "Viewer"
    assert not dots(player)


def test_changed_exhibitions_lead_back_to_the_slide(led):
    """A detail that may be gone is left; the slide is on the wall."""
    led.tell(show.CollectionChanged(replace(led.collection)))
    led.wait(1)

    assert led.screen == "Viewer"


@pytest.mark.parametrize("size", SCREENS)
@pytest.mark.parametrize("language", ["en", "fr", "ar", "zh"])
@pytest.mark.parametrize("times", [1, 12])
def test_words_and_buttons_keep_apart_on_every_screen(typesetter, size, language, times):
    """Words are within the margins and above the buttons, which are as large as a finger."""
    told = {tag: text * times for tag, text in SAYINGS.items()}
    written = [{"at": one["at"], "title": SAYINGS, "text": told} for one in PLACES]
    photo = {
        "file": "/1.jpg",
        "caption": SAYINGS,
        "details": written,
        "work": WORK,
        "credit": SAYINGS,
    }
    player = viewing(typesetter, slide(photo=photo), size=size, language=language)
    screen = Rect.of(size)
    areas = [area(player, dot) for dot in dots(player)]
    letters = [item.rect for item in items(player) if isinstance(item, Lettering)]
    assert areas
    assert not any(one.overlaps(other) for one, other in combinations(areas, 2))
    assert not any(one.overlaps(other) for one in areas for other in letters)
    assert all(player.pictures()[0].window.covers(one.inset(1)) for one in areas)
    player.key("up")
    player.key("enter")
    player.wait(3)
    stage, places = player.context.stage, player.state.screen.places
    words = [item.rect for item in player.view().layers[-1].items if isinstance(item, Lettering)]
    touched = [one.rect for one in buttons(places, 1, stage, player.state.screen.of)]

    for rect in words:
        assert screen.inset(0.5 * stage.margin, 0).covers(rect, slack=1)
        assert not rect.overlaps(room(player))
        assert sum(rect.overlaps(other) for other in words) == 1  # Itself.
    assert len(touched) == 4
    for rect in touched:
        assert min(rect.width, rect.height) >= stage.finger
        assert screen.covers(rect)
        assert sum(rect.overlaps(other) for other in touched) == 1
    assert isinstance(player.view().layers[-3].items[-1], Picture)
    image = shown_at(player)
    assert image.width <= ENLARGED_MAX * PHOTO.width + 1
    assert room(player).covers(place(player, 1), slack=1)
