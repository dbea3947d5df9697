"""What a notice covers is seen by nobody who has not chosen to."""

import random

import pytest
from msgspec.structs import replace

from kiosk import show
from kiosk.base.geometry import Point, Size
from kiosk.screens.overlays.idle_prompt import ASKING_S
from kiosk.types.scene import Fill, Lettering
from tests.world import INTERVIEW, SCREEN, Player, collection, entry, slide, visit

COVERED = "/hospital.jpg"
NOTICE = "The next picture shows a hospital."
IDLE_S = 60


def of_a_slide():
    """An exhibition whose third slide has a notice."""
    covered = slide(photo=COVERED, caption="The hospital", text="Her words", notice=NOTICE)
    return entry("one", slide(title="One"), slide(photo="/1.jpg"), covered, slide(photo="/2.jpg"))


def of_all():
    """An exhibition that has a notice."""
    made = entry("one", slide(photo=COVERED, caption="The hospital"), slide(photo="/hall.jpg"))
    notice = slide(title="-", notice=NOTICE).notice
    return replace(made, exhibition=replace(made.exhibition, notice=notice, cover=None))


def viewing(typesetter, made, start="one:3", **options):
    other = entry("other", slide(title="Other"))
    player = Player(collection(made, other, idle_s=IDLE_S), typesetter, **options)
    player.open_at(start)
    player.wait(1)
    return player


@pytest.fixture
def player(typesetter):
    return viewing(typesetter, of_a_slide())


def texts(player):
    items = [item for layer in player.view().layers for item in layer.items]
    return [item.paragraph.text for item in items if isinstance(item, Lettering)]


def files(player):
    return {picture.derivative.file for picture in player.pictures()}


def button(player, text="Show"):
    """The place that shows what is covered, or another one: that behind the word."""
    items = [item for layer in player.view().layers for item in layer.items]
    word = next(i for i in items if isinstance(i, Lettering) and i.paragraph.text == text)
    return next(
        i.rect for i in items if isinstance(i, Fill) and i.rect.covers(word.rect) and i.opacity == 1
    )


def test_the_notice_stands_in_place_of_the_slide(player):
    """Nothing of the slide is there but that it may be shown; a double tap finds no photo."""
    assert NOTICE in texts(player)
    assert not {"The hospital", "Her words"} & set(texts(player))
    for _ in range(2):
        player.tap(Point(SCREEN.width / 2, 200))
        player.step(0.05)
    player.key("plus")
    player.wait(1)
    assert files(player) == set()


def test_the_button_shows_it(player):
    """It is as large as a finger; the photo is there at once, and then its words."""
    stage = player.context.stage
    place = button(player)
    assert min(place.width, place.height) >= stage.finger
    player.tap(place.centre)
    player.step(0.02)
    assert [p.derivative.file for p in player.pictures() if p.derivative.width > 64] == [COVERED]
    player.wait(3)

    assert {"The hospital", "Her words"} <= set(texts(player))


def test_enter_shows_it(player):
    """With a keyboard, too."""
    player.key("enter")
    player.wait(1)

    assert files(player) == {COVERED}


def test_it_can_be_passed(player):
    """A swipe goes past it, and nothing of the photo is seen under the finger on the way."""
    player.open_at("one:2")
    player.wait(1)
    seen = []
    for _ in range(2):
        player.press(Point(1200, 400))
        for x in range(1180, 60, -40):
            player.move(Point(x, 400))
            player.step(0.016)
            seen.append(files(player))
        player.lift(Point(60, 400))
        for _ in range(60):
            player.step(0.016)
            seen.append(files(player))

    assert player.state.screen.slide_view.index == 3
    assert {"/1.jpg"} in seen
    assert {"/2.jpg"} in seen
    assert not any(COVERED in one for one in seen)


def test_it_stays_shown_while_one_looks_around(player):
    """Whoever chose to see it finds it again when going back."""
    player.tap(button(player).centre)
    player.wait(1)
    player.key("right")
    player.wait(1)
    player.key("left")
    player.wait(1)

    assert COVERED in files(player)


def test_who_does_not_want_to_see_it_goes_on(player):
    """Skip leads to the next slide, and the notice stays on the one that was skipped."""
    player.tap(button(player, "Skip").centre)
    player.wait(1)
    assert files(player) == {"/2.jpg"}
    player.key("left")
    player.wait(1)

    assert NOTICE in texts(player)
    assert not player.state.revealed


def test_from_the_last_slide_skip_leads_to_the_end(typesetter):
    """As all ways on do."""
    made = of_a_slide()
    slides = made.exhibition.slides[:3]
    made = replace(made, exhibition=replace(made.exhibition, slides=slides))
    player = viewing(typesetter, made)
    player.tap(button(player, "Skip").centre)
    player.wait(1)

    assert player.state.screen.slide_view.slide(player.context).end


def test_who_skips_a_whole_exhibition_is_at_home(typesetter):
    """All of its slides are covered."""
    player = viewing(typesetter, of_all(), start="one:1")
    player.tap(button(player, "Skip").centre)

    assert player.screen == "Home"


@pytest.mark.parametrize("way", ["home", "idle"])
@pytest.mark.parametrize("made", [of_a_slide, of_all])
def test_it_is_covered_again_for_the_next(typesetter, made, way):
    """After the way home, or after nobody has touched for a while, the notice is back."""
    player = viewing(typesetter, made(), start="one:3" if made is of_a_slide else "one:1")
    player.tap(button(player).centre)
    player.wait(1)
    assert COVERED in files(player)
    if way == "home":
        player.key("home")
    else:
        player.wait(IDLE_S + ASKING_S + 2)
        player.key("enter")
    player.wait(1)
    player.key("right")
    player.key("enter")
    player.wait(1)
    while player.state.screen.slide_view.index < 2 and made is of_a_slide:
        player.key("right")
        player.wait(1)

    assert NOTICE in texts(player)
    assert COVERED not in files(player)


def test_an_exhibition_asks_once(typesetter):
    """Its notice is met at entering; then all of it is shown."""
    player = viewing(typesetter, of_all(), start="one:1")
    assert NOTICE in texts(player)
    assert files(player) == set()
    player.tap(button(player).centre)
    player.wait(1)
    assert files(player) == {COVERED}
    player.key("right")
    player.wait(1)

    assert files(player) == {"/hall.jpg"}
    assert NOTICE not in texts(player)


@pytest.mark.parametrize("made", [of_a_slide, of_all])
def test_it_never_plays_by_itself(typesetter, made):
    """Attract passes over what has a notice, and says nothing of it either."""
    player = Player(collection(made(), entry("two", slide(photo="/3.jpg"))), typesetter)
    seen = set()
    for _ in range(200):
        player.wait(0.5)
        assert NOTICE not in texts(player)
        seen |= files(player)

    assert seen == ({"/1.jpg", "/2.jpg", "/3.jpg"} if made is of_a_slide else {"/3.jpg"})


def test_it_stays_shown_for_who_reads_on_in_the_interview(typesetter):
    """Whoever went from its quote to the interview finds the slide as it was left."""
    made = of_a_slide()
    said = slide(photo=COVERED, quote="An answer of a few words.", notice=NOTICE)
    exhibition = replace(made.exhibition, slides=(slide(title="One"), said))
    made = replace(made, exhibition=exhibition, interview=INTERVIEW)
    player = viewing(typesetter, made, start="one:2")
    player.key("down")
    player.wait(1)
    assert player.screen == "Viewer"
    for key in ("enter", "down"):
        player.key(key)
        player.wait(1)
    assert player.screen == "InterviewReader"
    player.key("escape")
    player.wait(1)

    assert files(player) == {COVERED}


def test_a_changed_exhibition_is_covered_again(player):
    """A slide that moves to another place does not take along that somebody wanted to see it."""
    player.tap(button(player).centre)
    player.wait(1)
    player.tell(show.CollectionChanged(collection(of_a_slide())))
    player.wait(1)

    assert COVERED not in files(player)


def test_a_photo_that_fails_takes_its_notice_along(typesetter):
    """Nobody is asked whether to see what is not there."""
    player = viewing(typesetter, of_a_slide(), start="one:2", broken=frozenset({COVERED}))
    player.key("right")
    player.wait(1)

    assert files(player) == {"/2.jpg"}


def test_whatever_visitors_do(typesetter):
    """Of a hundred visitors, only those see the photo who have chosen to."""
    for seed in range(20):
        rng = random.Random(seed)
        player = viewing(typesetter, of_a_slide())
        for _ in range(5):
            visit(player, rng)
            player.step(0.1)
            revealed = player.context.revealed
            assert revealed or COVERED not in files(player), seed


@pytest.mark.parametrize("size", [Size(1920, 1080), Size(1080, 1920)])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_it_is_as_large_as_a_text_page(typesetter, size, language):
    """Its words have the letters and the edge of a page of text."""
    words = {"text": " ".join([NOTICE] * 6)}
    made = entry("one", slide(**words), slide(photo=COVERED, notice=NOTICE))
    context = viewing(typesetter, made, "one", size=size, language=language).context
    text, notice = (
        next(one for one in context.arrangement(made, each).words if isinstance(one, Lettering))
        for each in context.entry("one").exhibition.slides[:2]
    )
    is_mirrored = language == "ar"

    assert notice.paragraph.style == text.paragraph.style
    assert (notice.rect.right == text.rect.right) if is_mirrored else (notice.at.x == text.at.x)


@pytest.mark.parametrize("size", [Size(1920, 1080), Size(1080, 1920), Size(800, 480)])
@pytest.mark.parametrize("language", ["en", "ar", "kk"])
@pytest.mark.parametrize("times", [1, 30])
def test_it_fits_every_screen(typesetter, size, language, times):
    """However long the notice, its buttons are below it, within the margins, and equally strong."""
    made = of_a_slide()
    slides = (*made.exhibition.slides[:2], slide(photo=COVERED, notice=f"{NOTICE} " * times))
    made = replace(made, exhibition=replace(made.exhibition, slides=slides))
    player = viewing(typesetter, made, size=size, language=language)
    context = player.context
    words = context.arrangement(
        context.entry("one"), context.entry("one").exhibition.slides[2]
    ).words
    notice, *buttons = words
    labels = [one for one in buttons if isinstance(one, Lettering)]
    plates = buttons[: len(labels)]
    outline = [one for one in buttons if isinstance(one, Fill)][len(labels) :]

    assert context.stage.safe.covers(notice.rect, slack=1)
    assert len(plates) == len(labels) == 2
    assert not plates[0].rect.overlaps(plates[1].rect)
    assert plates[0].rect.size == plates[1].rect.size
    assert len({(one.paragraph.style.size, one.paragraph.style.colour) for one in labels}) == 1
    assert {one.colour for one in outline} == {context.stage.theme.quiet}
    for plate, label in zip(plates, labels, strict=True):
        assert context.stage.safe.covers(plate.rect, slack=1)
        assert plate.rect.y > notice.rect.bottom
        assert plate.rect.covers(label.rect, slack=1)
        assert sum(plate.rect.covers(one.rect) for one in outline) == 4
