"""Photos hang beside the passages that their slides quote, whole, and lead to their slides."""

from __future__ import annotations

import itertools

import pytest
from msgspec.structs import replace

from kiosk.base.geometry import Size
from kiosk.exhibition.exhibition import Transcript
from kiosk.exhibition.interview import Exchange
from kiosk.screens.actions import BackToSlide
from kiosk.screens.interview.margin_photos import hung
from kiosk.style.comfort import Comfort
from kiosk.types.photo import Derivative, InfoRequest
from kiosk.types.scene import Lettering, Picture
from tests.world import INTERVIEW, Player, collection, entry, slide

SIZES = ((1280, 720), (720, 1280), (1280, 800), (1024, 768), (1680, 720), (1000, 1000))
COUNT = 60


def said(number):
    return f"What was said of door {number}"


def quoting(number, **keys):
    quote = {"text": said(number), "language": "en"}
    return slide(photo=f"/{number}.jpg", quote=quote, **keys)


def reader(typesetter, *slides, count=COUNT, **how):
    asked = tuple(
        Exchange(f"Question {n}?", f"{'So. ' * 60}{said(n)}. {'And so. ' * 60}", n, (n + 1,))
        for n in range(count)
    )
    one = entry("one", *slides, interview=replace(INTERVIEW, exchanges=asked))
    written = Transcript("/interview.txt", "en", index="none")
    one = replace(one, exhibition=replace(one.exhibition, interview=written))
    how["size"] = Size(*how.get("size", (1280, 720)))
    player = Player(collection(one), typesetter, **how)
    player.open_at("interview")
    player.step(1)
    return player


def pictures(player):
    return [one for one in player.view().layers[0].items if isinstance(one, Picture)]


def hanging(player):
    one = player.context.entry("one")
    return hung(one, player.context.stage_of(one))


def ways(player):
    return [one for one in player.buttons() if isinstance(one.action, BackToSlide)]


def read_to(player, number):
    """Scroll until the passage of this number is in the middle."""
    place = hanging(player)[number].place
    screen = player.state.screen
    player.state = replace(
        player.state, screen=screen._moved(-1e9, screen._laid_out(player.context), 0)
    )
    screen, made = player.state.screen, player.state.screen._laid_out(player.context)
    moved = screen._moved(place.y - player.size.height / 3, made, player.now_s)
    player.state = replace(player.state, screen=moved)
    player.step(1)
    player.step(1)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("language", "comfort"),
    [
        ("en", Comfort()),
        ("ar", Comfort()),
        ("fr", Comfort(text_size=5)),
        ("en", Comfort(text_size=1)),
    ],
)
@pytest.mark.parametrize("photo", [(3000, 2000), (2000, 3000), (9000, 900)])
def test_they_hang_beside_the_text(typesetter, size, language, comfort, photo):
    """Whole, in their own ratio, beside the words that are quoted, off the text and the track."""
    how = {"size": size, "language": language, "comfort": comfort, "photo": Size(*photo)}
    player = reader(typesetter, *(quoting(n) for n in (2, 3, 40)), **how)
    if not hanging(player):
        assert size in {(720, 1280), (1000, 1000), (1024, 768)} or comfort.text_size == 5
        return
    read_to(player, 0)
    shown, made = pictures(player), player.state.screen._laid_out(player.context)
    assert shown
    words = [one for one in player.view().layers[0].items if isinstance(one, Lettering)]
    (answer,) = [one for one in words if said(2) in one.paragraph.text]
    assert answer.rect.y <= shown[0].image.y < answer.rect.bottom
    for one in shown:
        assert one.image == one.window
        assert one.image.width / one.image.height == pytest.approx(photo[0] / photo[1], rel=0.1)
        assert not one.image.overlaps(replace(made.page.box, y=0, height=10_000))
        assert not one.image.overlaps(made.scrubber.track)
        assert player.context.stage.rect.x <= one.image.x


def test_neighbours_do_not_overlap(typesetter):
    """Several slides that quote one answer hang one below the other."""
    player = reader(
        typesetter, *(quoting(n) for n in range(6)), slide(photo="/x.jpg", quote=said(2))
    )
    places = [one.place for one in hanging(player)]

    assert len(places) == 7
    assert all(a.bottom < b.y for a, b in itertools.pairwise(places))


def test_a_touch_leads_to_the_slide_and_its_quote_back(typesetter):
    """The slide stands as it was, and from there its quote leads back to the passage."""
    player = reader(typesetter, *(quoting(n) for n in (2, 3, 40)))
    read_to(player, 1)
    (way,) = [one for one in ways(player) if one.action.index == 1]
    player.tap(way.rect.centre)
    player.wait(1)
    assert player.screen == "Viewer"
    assert player.state.screen.slide_view.index == 1
    player.key("down")
    player.wait(1)
    assert player.screen == "InterviewReader"

    assert any("/3.jpg" in one.derivative.file for one in pictures(player))


def test_they_are_reached_by_keys(typesetter):
    """Tab comes to a photo in sight, and Enter opens its slide."""
    player = reader(typesetter, *(quoting(n) for n in (2, 3, 40)))
    read_to(player, 2)
    for _ in range(8):
        player.key("tab")
        if isinstance(player.state.focus, BackToSlide):
            break
    player.key("enter")
    player.wait(1)

    assert player.screen == "Viewer"
    assert player.state.screen.slide_view.index == 2


@pytest.mark.parametrize(
    ("hidden", "how"),
    [
        (quoting(3, notice="Hard to see"), {}),
        (quoting(3), {"broken": frozenset({"/3.jpg"})}),
        (quoting(3, until="2020-01-01"), {}),
    ],
)
def test_what_is_hidden_does_not_hang(typesetter, hidden, how):
    """Neither under a notice, nor off schedule, nor a photo that has failed."""
    player = reader(typesetter, quoting(2), hidden, quoting(40), **how)
    player.state = replace(
        player.state, off_schedule=frozenset({("one", 1)} if hidden.until else ())
    )
    one = player.context.entry("one")
    top = next(at for at in player.state.screen._laid_out(player.context).page.answers[3])
    y = player.state.screen._laid_out(player.context).page.letters[top].rect.y
    screen, made = player.state.screen, player.state.screen._laid_out(player.context)
    player.state = replace(player.state, screen=screen._moved(y - 100, made, player.now_s))
    player.step(1)
    player.step(1)

    assert one.exhibition.slides
    assert not any("/3.jpg" in one.derivative.file for one in pictures(player))
    assert not any(one.action.index == 1 for one in ways(player))
    asked = {one.file for one in player.state.screen.wanted(player.context)}
    assert "/3.jpg" not in asked


def test_a_withdrawn_photo_is_gone(typesetter):
    """As everywhere else, at once."""
    player = reader(typesetter, quoting(2), quoting(3))
    assert len(hanging(player)) == 2
    left = player.collection.without(frozenset({"/3.jpg"}))
    one = left.entry("one")

    assert [it.photo.file for it in hung(one, player.context.stage_of(one))] == ["/2.jpg"]


def test_only_those_near_are_asked_for_and_small(typesetter):
    """Of sixty photos, few are loaded at any time, in the size in which they hang."""
    player = reader(typesetter, *(quoting(n) for n in range(COUNT)))
    for number in (0, 30, COUNT - 1):
        read_to(player, number)
        asked = player.state.screen.wanted(player.context)
        files = {one.file for one in asked}
        assert f"/{number}.jpg" in files
        assert len(files) <= 12
        sizes = [one.width for one in asked if isinstance(one, Derivative)]
        assert sizes
        assert max(sizes) <= player.size.width / 4
        assert any(isinstance(one, InfoRequest) for one in asked)
        assert player.state.screen.is_complete(player.context)


def test_a_stand_in_says_so(typesetter):
    """Its credit is below it, and only there."""
    alone = {"file": "/2.jpg", "stand_in": True, "credit": "Stand-in, not the picture"}
    own = {"file": "/3.jpg", "credit": "By somebody"}
    slides = (slide(photo=one, quote=said(n)) for n, one in ((2, alone), (3, own)))
    player = reader(typesetter, *slides)
    read_to(player, 0)
    picture = next(one for one in pictures(player) if one.derivative.file == "/2.jpg")
    words = [one for one in player.view().layers[0].items if isinstance(one, Lettering)]
    (label,) = [one for one in words if "Stand-in" in one.paragraph.text]

    assert picture.image.bottom <= label.rect.y < picture.image.bottom + 30
    assert hanging(player)[1].label == ()


def test_it_is_fast_with_500_exchanges_and_photos(typesetter):
    """A frame names only what is near; the photos are found by bisection."""
    player = reader(typesetter, *(quoting(n) for n in range(500)), count=500)
    read_to(player, 499)

    assert 1 <= len(pictures(player)) <= 6
    assert len(player.view().layers[0].items) < 60
