"""A slide with pages: fingers, keys and time turn them, and its sign says which one is shown."""

import pytest

from kiosk.base.geometry import Point
from kiosk.exhibition.reading_time import DWELL_MIN_S
from kiosk.screens.actions import TurnPage
from kiosk.screens.slide_view import PAGE_FADE_S
from kiosk.show.snapshot import from_json, to_json
from kiosk.types.events import KeyPressed
from kiosk.types.scene import Lettering
from tests.world import INTERVIEW, SCREEN, Player, collection, entry, slide

SAID = "The light falls on the table, and nobody has touched the cup."
TEXT = " ".join(f"{n} {SAID}" for n in range(80))
MIDDLE = Point(SCREEN.width / 2, SCREEN.height / 2)
LOWER, UPPER = Point(MIDDLE.x, SCREEN.height * 0.7), Point(MIDDLE.x, SCREEN.height * 0.3)


def three_slides(typesetter, language="en", start="one:2", **keys):
    slides = (
        slide(text="Before"),
        slide(text=TEXT, **keys),
        slide(text="After"),
        slide(text="At the end"),
    )
    one = collection(entry("one", *slides), languages=["en", "ar"])
    player = Player(one, typesetter, language=language)
    player.open_at(start)
    player.step(1)
    return player


@pytest.fixture
def player(typesetter):
    return three_slides(typesetter)


def shown(player):
    """Number of the slide and of its page, both from 1."""
    slide_view = player.state.screen.slide_view
    return slide_view.index + 1, slide_view.pages(player.context)[0] + 1


def count(player):
    return player.state.screen.slide_view.pages(player.context)[1]


def words(player):
    items = (item for layer in player.view().layers for item in layer.items)
    return [item.paragraph.text for item in items if isinstance(item, Lettering)]


def keys(player, *names):
    for name in names:
        player.key(name)
        player.step(1)


def swipe(player, start, end):
    player.drag(start, end, 0.2)
    player.step(1)


def button(player, by):
    buttons = [one.rect.centre for one in player.buttons() if one.action == TurnPage(by)]
    return buttons[0] if buttons else None


@pytest.mark.parametrize("key", ["pagedown", "space", "enter"])
def test_keys_turn_pages_and_then_the_slide(player, key):
    """Each press shows the next page; after the last one comes the next slide."""
    pages = count(player)
    assert pages > 2
    seen = []
    for _ in range(pages):
        seen.append(shown(player))
        keys(player, key)

    assert seen == [(2, page + 1) for page in range(pages)]
    assert shown(player) == (3, 1)


def test_page_up_reads_backwards(player):
    """PageUp goes back page by page, and from the first page to the slide before."""
    keys(player, "pagedown", "pageup")
    assert shown(player) == (2, 1)
    keys(player, "pageup")
    assert shown(player) == (1, 1)


def test_page_up_from_the_next_slide_comes_to_the_last_page(typesetter):
    """Who reads backwards comes to the words just before."""
    player = three_slides(typesetter, start="one:3")
    keys(player, "pageup")

    assert shown(player) == (2, count(player))


def test_a_slide_is_found_as_it_was_left(player):
    """A step back shows the page that was read last; who saw only the first one, sees it again."""
    keys(player, "pagedown", "right", "left")
    assert shown(player) == (2, 2)
    keys(player, "pageup", "right", "left")
    assert shown(player) == (2, 1)


def test_swipes_turn_pages_and_then_the_slide(player):
    """A swipe up goes on, one down goes back; beyond the last page comes the next slide."""
    swipe(player, LOWER, UPPER)
    assert shown(player) == (2, 2)
    swipe(player, UPPER, LOWER)
    assert shown(player) == (2, 1)
    for _ in range(count(player)):
        swipe(player, LOWER, UPPER)
    assert shown(player) == (3, 1)


def test_swipes_up_and_down_leave_a_slide_of_one_page(typesetter):
    """There is nothing to turn there."""
    player = three_slides(typesetter, start="one:3")
    swipe(player, LOWER, UPPER)
    swipe(player, UPPER, LOWER)

    assert shown(player) == (3, 1)


def test_a_small_drag_turns_nothing(player):
    """A finger that moved a little, and rested, did not mean a page."""
    player.drag(MIDDLE, Point(MIDDLE.x, MIDDLE.y - 60), 0.5, rest_s=0.3)
    player.step(1)

    assert shown(player) == (2, 1)


def test_arrows_turn_slides(player):
    """Left and right mean slides, as ever."""
    keys(player, "right")
    assert shown(player) == (3, 1)
    keys(player, "left", "left")
    assert shown(player) == (1, 1)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_sign_turns_pages(typesetter, language):
    """Its arrows do; there is none where no page is, and it has the same place on each page."""
    player = three_slides(typesetter, language)
    assert button(player, -1) is None
    places = set()
    for page in range(1, count(player)):
        place = button(player, 1)
        places.add((place.x, place.y))
        assert (place.x < MIDDLE.x) == (language == "ar")
        player.tap(place)
        player.step(1)
        assert shown(player) == (2, page + 1)
        assert f"{page + 1} / {count(player)}" in words(player)
    assert button(player, 1) is None
    player.tap(button(player, -1))
    player.step(1)

    assert shown(player) == (2, count(player) - 1)
    assert len(places) == 1


def test_tab_reaches_the_sign(player):
    """Without a touch, Tab and Enter turn pages, too."""
    for _ in range(10):
        player.key("tab")
        if player.state.focus == TurnPage(1):
            break
    keys(player, "enter")

    assert shown(player) == (2, 2)


def test_a_slide_of_one_page_has_no_sign(typesetter):
    """Nothing on it says that there is more."""
    player = three_slides(typesetter, start="one:3")

    assert button(player, 1) is None
    player.wait(10)  # The controls have the slide's number, and leave.
    assert not any(" / " in text for text in words(player))


def test_words_of_a_page_appear_alone(player):
    """The words of the last page are gone when those of the next one come."""
    before = words(player)
    player.key("pagedown")
    player.step(PAGE_FADE_S / 2)
    after = words(player)

    assert len(after) > 1
    assert before[0] not in after
    assert player.due_s() < player.now_s + 0.1


def test_each_page_has_its_own_time(player):
    """While it plays by itself, a page stands as long as its words take, then the next comes."""
    pages = count(player)
    player.tap(next(one.rect.centre for one in player.buttons() if "Play" in repr(one.action)))
    times = {}
    while shown(player)[0] == 2:
        times[shown(player)[1]] = times.get(shown(player)[1], 0) + 1
        player.step(1)

    assert list(times) == list(range(1, pages + 1))
    assert all(time > 2 * DWELL_MIN_S for time in times.values())
    assert sum(times.values()) < 400


def test_attract_shows_the_first_page(typesetter):
    """Nobody stands there to read on: after the first page comes the next slide."""
    player = three_slides(typesetter, start="attract")
    seen = set()
    for _ in range(200):
        player.step(1)
        if player.state.screen.slide_view:
            seen.add(shown(player))

    assert seen == {(1, 1), (2, 1), (3, 1), (4, 1)}


def test_larger_letters_keep_the_place(player):
    """With another text size, the page goes on with the words that were read."""
    keys(player, "pagedown", "pagedown")
    first = int(next(text for text in words(player)[0].split() if text.isdigit()))
    player.prefer(text_size=5)
    player.step(1)
    numbers = [int(one) for text in words(player)[:2] for one in text.split() if one.isdigit()]

    assert shown(player)[1] > 3
    assert min(numbers) - 4 <= first <= max(numbers) + 4


def test_the_page_is_in_the_state(player):
    """Written as JSON and read back, the state shows the same page."""
    keys(player, "pagedown")
    read = from_json(to_json(player.state))

    assert read.screen == player.state.screen
    assert read.screen.slide_view.page == 1


def test_a_long_notice_is_read_to_its_end(typesetter):
    """Space turns its pages; only on the last one it shows what the notice covers."""
    player = three_slides(typesetter, notice=TEXT)
    for _ in range(count(player) - 1):
        assert not player.state.revealed
        keys(player, "space")
    assert not player.state.revealed
    keys(player, "space")

    assert player.state.revealed


def test_back_from_the_interview_to_the_page(typesetter):
    """Who opened the interview on page 2 comes back to page 2."""
    quote = {"text": INTERVIEW.exchanges[6].answer.strip(), "speaker": "Somebody"}
    spoken = slide(layout="text", text=TEXT, quote=quote)
    player = Player(collection(entry("one", spoken, interview=INTERVIEW)), typesetter)
    player.open_at("one:1.2")
    player.step(1)
    player.key("down")
    assert player.screen == "InterviewReader"
    player.key("escape")
    player.step(1)

    assert shown(player) == (1, 2)


def test_beneath_a_long_notice_the_first_page_comes(typesetter):
    """Who has read a notice to its end sees the beginning of what it covers."""
    player = three_slides(typesetter, notice=TEXT)
    keys(player, *["space"] * count(player))

    assert player.state.revealed
    assert shown(player) == (2, 1)


def test_a_tap_where_an_arrow_was_turns_no_slide(player):
    """Nobody who taps once more than there are pages leaves the slide."""
    place = button(player, 1)
    for _ in range(count(player) + 2):
        player.tap(place)
        player.step(1)

    assert shown(player) == (2, count(player))


@pytest.mark.parametrize(("start", "page"), [("one:2", 1), ("one:2.1", 1), ("one:2.2", 2)])
def test_a_show_starts_on_a_page(typesetter, start, page):
    """As `--start` names it."""
    assert shown(three_slides(typesetter, start=start)) == (2, page)


def test_a_start_beyond_the_last_page_is_the_last_page(typesetter):
    """The text may have become shorter."""
    player = three_slides(typesetter, start="one:2.99")

    assert shown(player) == (2, count(player))


@pytest.mark.parametrize("start", ["one:2.0", "one:2.x", "one:2.", "one:.2"])
def test_wrong_pages_are_refused(player, start):
    """With a sentence that says how pages are written."""
    with pytest.raises(Exception, match=r"slide and its page|has the slides"):
        player.open_at(start)


def test_other_screens_take_page_keys_as_arrows(typesetter):
    """At home, PageDown and PageUp go from door to door."""
    player = three_slides(typesetter, start="home")
    player.tell(KeyPressed("pagedown"))

    assert player.state.focus is not None
