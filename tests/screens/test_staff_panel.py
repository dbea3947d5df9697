"""What only staff see: a mark, and what they are told when they ask for it."""

import itertools

import pytest

from kiosk import show
from kiosk.base.geometry import Point, Rect, Size
from kiosk.screens.context import Context
from kiosk.screens.overlays.staff_panel import LISTED_MAX, StaffPanel
from kiosk.screens.status import Status
from kiosk.style.stage import Stage
from kiosk.types.events import FilesFaulty, PhotoChanged, Pointer
from tests.world import SCREEN, Player, collection, entry, slide, three_exhibitions

CORNERS = [Point(x, y) for x in (30, SCREEN.width - 30) for y in (30, SCREEN.height - 30)]
MIDDLE = Point(SCREEN.width / 2, SCREEN.height / 2)
APART = Point(25, 0)

HOLD_S, OPEN_S = 3, 30
"""As the README says: fingers rest for three seconds, and it is open for half a minute."""


@pytest.fixture
def player(typesetter):
    """In the first exhibition, where somebody has looked for a while."""
    player = Player(three_exhibitions(), typesetter)
    player.open_at("one:3")
    player.wait(2)
    return player


def texts(player):
    items = [item for layer in player.view().layers for item in layer.items]
    return [item.paragraph.text for item in items if hasattr(item, "paragraph")]


def is_told(player):
    return "For staff" in texts(player)


def fingers(player, phase, *places):
    for number, at in enumerate(places, start=100):
        player.tell(Pointer(number, phase, at, player.now_s))


def hold(player, seconds, *places):
    fingers(player, "down", *places)
    player.wait(seconds)


@pytest.mark.parametrize("corner", CORNERS)
@pytest.mark.parametrize("start", ["attract", "home", "one:3", "interview"])
def test_two_fingers_in_a_corner_ask(player, corner, start):
    """Whatever is on, two fingers that rest in one corner bring the sheet, and not before."""
    player.open_at(start)
    inward = APART if corner.x < MIDDLE.x else Point(-25, 0)
    hold(player, HOLD_S - 0.2, corner, corner + inward)
    assert not is_told(player)
    player.wait(0.3)

    assert is_told(player)


@pytest.mark.parametrize(
    "places",
    [
        (CORNERS[0],),
        (MIDDLE, MIDDLE + APART),
        (CORNERS[0], CORNERS[2]),
        (CORNERS[0], CORNERS[0] + APART, MIDDLE),
    ],
    ids=["one finger", "the middle", "two corners", "a hand"],
)
def test_nothing_else_asks(player, places):
    """One finger, fingers elsewhere, and those of a whole hand never bring it."""
    hold(player, 15, *places)

    assert not is_told(player)


def test_fingers_that_move_do_not_ask(player):
    """Whoever pinches or wipes in a corner does not open it."""
    fingers(player, "down", CORNERS[0], CORNERS[0] + APART)
    for step in range(20):
        player.wait(0.5)
        away = Point(0, 30 * (step % 2))
        fingers(player, "moved", CORNERS[0] + away, CORNERS[0] + APART + away)
        assert not is_told(player)


def test_it_closes_by_itself(player):
    """After half a minute it is gone, and what still rests there does not bring it back."""
    hold(player, HOLD_S + 0.1, CORNERS[0], CORNERS[0] + APART)
    player.wait(OPEN_S - 0.5)
    assert is_told(player)
    player.wait(1)
    assert not is_told(player)
    player.wait(15)

    assert not is_told(player)


def test_fingers_that_rest_on_do_not_bring_it_back(player):
    """Who closes it by a key has closed it, whatever still lies in the corner."""
    hold(player, HOLD_S + 0.1, CORNERS[0], CORNERS[0] + APART)
    player.key("escape")
    player.wait(12)

    assert not is_told(player)


@pytest.mark.parametrize("by", ["touch", "right", "staff"])
def test_a_touch_or_a_key_closes_it_and_does_nothing_else(player, by):
    """Whoever was there is where they were; the next touch is a touch again."""
    before = player.state.screen.slide_view
    player.key("staff")
    assert is_told(player)
    edge = Point(SCREEN.width - 20, 300)
    player.tap(edge) if by == "touch" else player.key(by)
    player.wait(1)
    assert not is_told(player)
    assert player.state.screen.slide_view == before
    player.tap(edge)
    player.wait(1)

    assert player.state.screen.slide_view.index == before.index + 1


def test_it_does_not_wake_the_kiosk(typesetter):
    """The key for it is no visitor's: the slides play on beneath."""
    player = Player(three_exhibitions(), typesetter)
    player.wait(2)
    player.key("staff")
    player.wait(2)

    assert player.screen == "Attract"
    assert is_told(player)


def test_a_mark_stands_while_the_files_have_a_mistake(player):
    """A small square in a rim, seen on any photo, in a corner, until the files are in order."""
    without = player.view().layers
    player.tell(FilesFaulty(("x.yaml:3:1: unknown key",)))
    (layer,) = player.view().layers[len(without) :]
    rim, mark = layer.items
    theme = player.overlay_context.stage.theme
    assert rim.rect.width <= 0.01 * SCREEN.width
    assert Rect(SCREEN.width * 0.9, 0, SCREEN.width * 0.1, SCREEN.height * 0.1).covers(rim.rect)
    assert rim.rect.covers(mark.rect)
    assert (rim.colour, mark.colour) == (theme.ground, theme.quiet)
    player.tell(show.CollectionChanged(three_exhibitions()))

    assert player.view().layers[len(without) :] == ()


def test_mistakes_photos_and_time_are_told(typesetter):
    """The sentences of the errors with their places, the photos left out, and since when."""
    photos = [slide(photo=f"/{name}.jpg") for name in "ab"]
    player = Player(collection(entry("one", *photos)), typesetter, broken=frozenset({"/a.jpg"}))
    player.wait(130, frame_s=1.0)
    player.tell(FilesFaulty(("x.yaml:3:1: so",)))
    player.key("staff")
    told = texts(player)
    assert "x.yaml:3:1: so" in told
    assert any(text.startswith("a.jpg:") for text in told)
    assert any("running for 2 minutes" in text for text in told)
    player.tell(PhotoChanged("/a.jpg"))

    assert not any(text.startswith("a.jpg:") for text in texts(player))


def test_all_is_well(player):
    """Where there is nothing to tell, that is told."""
    player.key("staff")

    assert any(text.startswith("All is well") for text in texts(player))


@pytest.mark.parametrize("size", [Size(1920, 1080), Size(1080, 1920), Size(800, 480)])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_it_fits_every_screen(typesetter, size, language):
    """However much is wrong, the words stand one under the other, on a sheet within the screen."""
    stage = Stage(size, typesetter, language=language)
    faults = tuple(f"exhibitions/apple.yaml:{n}:5: unknown key 'x'; {'so ' * 30}" for n in range(9))
    photos = tuple((f"/photos/{n}.jpg", "the file ends too early") for n in range(9))
    context = Context(three_exhibitions(), stage, status=Status("1.0", 0, faults, photos))
    (layer,) = StaffPanel(opened_s=9e6).view(context, 9e6)
    _, sheet, *words = layer.items

    assert stage.rect.covers(sheet.rect)
    assert all(sheet.rect.covers(item.rect, slack=1) for item in words)
    assert all(a.rect.bottom <= b.rect.y + 1 for a, b in itertools.pairwise(words))
    assert sum("more: kiosk check" in item.paragraph.text for item in words) == 2
    assert sum("unknown key" in item.paragraph.text for item in words) == LISTED_MAX
    assert len({item.rect.x for item in words}) == 1  # In English, whatever visitors speak.
