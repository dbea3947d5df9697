"""Each key does on each screen what the table in the README says."""

from __future__ import annotations

import re
from pathlib import Path
from types import SimpleNamespace
from typing import get_args

import pytest
from msgspec.structs import replace

from kiosk.exhibition.interview import Exchange
from kiosk.screens.actions import BackToSlide
from kiosk.screens.foyer.doors import door_pages
from kiosk.screens.overlays.comfort_panel import ComfortPanel
from kiosk.screens.overlays.idle_prompt import IdlePrompt
from kiosk.screens.overview.wall import wall
from kiosk.types.events import KeyName
from tests.world import INTERVIEW, Player, collection, entry, filmstrip, slide

README = (Path(__file__).parent.parent.parent / "README.md").read_text("utf-8")
NAMES = {"→": "right", "←": "left", "↓": "down", "↑": "up", "+": "plus", "−": "minus"}
SWAPPED = {"right": "left", "left": "right"}
SAID = "What somebody said of blue doors."
DETAILS = [{"at": [0.1 * n, 0.1, 0.2, 0.2], "text": f"Part {n}."} for n in range(5)]
TALK = replace(INTERVIEW, exchanges=(Exchange("Why?", SAID, 1, (2,)), *INTERVIEW.exchanges))
SLIDES = (
    *(slide(photo=f"/{n}.jpg", attract=False) for n in range(4)),
    slide(photo={"file": "/4.jpg", "details": DETAILS}, quote=SAID),
    slide(text="A long text of many words. " * 300),
    *(slide(photo=f"/{n}.jpg") for n in range(5, 80)),
    slide(photo="/80.jpg", notice="Something sad."),
)
AT, LONG, LAST = "one:5", "one:6.3", len(SLIDES)
"""A slide that has all, one with many pages, and the number of the last one, under a notice."""


def cells():
    """Each key on each screen with what the table says, and which of the row's keys it is."""
    table = README[README.index("| key | home |") :].partition("\n\n")[0].splitlines()
    head, _, *rows = [[one.strip() for one in row.strip("|").split("|")] for row in table]
    for names, *row in rows:
        keys = [
            NAMES.get(one, one.lower().replace(" ", ""))
            for one in re.findall(r"\*\*(.+?)\*\*", names)
        ]
        for screen, cell in zip(head[1:], row, strict=True):
            yield from ((key, screen, cell, number) for number, key in enumerate(keys))


def started(typesetter, language, start):
    """A kiosk with many exhibitions, the first of which has an interview."""
    others = [entry(f"e{n:02}", slide(photo=f"/e{n}.jpg"), interview=None) for n in range(39)]
    one = entry("one", *SLIDES, interview=TALK)
    player = Player(
        collection(one, *others, languages=["en", "ar"], idle_s=600), typesetter, language=language
    )
    player.open_at(start)
    player.wait(2)
    return player


def opened(typesetter, language, screen, cell):
    """The screen, with a button chosen where the keys go from one to another."""
    starts = {"home": "home", "interview": "interview", "comfort settings": AT}
    start = LONG if screen == "slide" and "page" in cell else starts.get(screen, AT)
    player = started(typesetter, language, start)
    onward = "left" if language == "ar" else "right"
    before = {
        "home": [onward, *["down"] * 2, onward] if cell else [],
        "zoomed photo": ["plus", "plus"],
        "details": ["up", "pagedown", "pagedown"],
        "overview": ["escape", *(["down"] * 5 if cell else [])],
        "interview": ["pagedown"] * 4,
        "comfort settings": ["tab", "tab", "tab"] if "button" in cell else [],
    }
    if screen == "comfort settings":
        player.open_at(AT, panel=True)
    if cell == "out" and screen == "interview":
        player = started(typesetter, language, AT)
        before["interview"] = ["down"]
    press(player, *before.get(screen, []))
    return player


def press(player, *keys):
    for key in keys:
        player.key(key)
        player.wait(2)


def seen(player):
    """All that a key may change."""
    screen, name, is_modal = (
        player.state.screen,
        player.screen,
        player.overlay(ComfortPanel).is_modal,
    )
    view, zoom = getattr(screen, "slide_view", screen), getattr(screen, "zoom", None)
    at, row = focused(player)
    return SimpleNamespace(
        screen=name,
        panel=is_modal,
        at=at,
        row=row,
        page=getattr(view, "page", None),
        index=getattr(view, "index", None),
        # A zoomed photo that has been put back is gone after the next event.
        scale=zoom.scale.to if zoom and not zoom.is_leaving else None,
        place=(zoom.x.to, zoom.y.to) if zoom and name == "Viewer" else None,
        scroll=screen.scroll.at(player.now_s, 1e9) if name == "InterviewReader" else None,
    )


def focused(player):
    """The number of the button that has the ring, and its row, as far as arrows go through them."""
    context, focus = player.context, player.state.focus
    if player.overlay(ComfortPanel).is_modal:
        places = [(one.action, None) for one in player.buttons()]
    elif player.screen == "Home":
        pages = enumerate(door_pages(context))
        places = [(door.action, (page, door.rect.y)) for page, shown in pages for door in shown]
    elif player.screen == "Overview":
        one = context.entry("one")
        hanging = wall(one, context.shown("one"), context.stage_of(one))
        places = [(BackToSlide("one", cell.index), cell.rect.y) for cell in hanging.cells]
    else:
        places = []
    rows = sorted({row for _, row in places}) if places and places[0][1] is not None else [None]
    found = (number for number, (action, _) in enumerate(places) if action == focus)
    at = next(found, None)
    return at, None if at is None else rows.index(places[at][1])


def moved(name, by):
    return lambda was, now: (
        now.screen == was.screen and getattr(now, name) == getattr(was, name) + by
    )


def leads(screen, *, zoomed=False):
    return lambda _, now: now.screen == screen and (now.scale is not None) == zoomed


def stays(was, now):
    return now == was


def scrolled(way):
    return lambda was, now: now.screen == was.screen and (now.scroll - was.scroll) * way > 0


def nearer(was, now):
    return now.screen == "Viewer" and now.scale > (was.scale or 0)


def closed(was, now):
    return was.panel and now.screen == was.screen and not now.panel


HOME = (leads("Home"), stays)
DOES = {
    ("home", "next, previous button"): (moved("at", 1), moved("at", -1)),
    ("home", "row below, above"): (moved("row", 1), moved("row", -1)),
    ("slide", "next, previous slide"): (moved("index", 1), moved("index", -1)),
    ("slide", "interview, details"): (leads("InterviewReader"), leads("Details", zoomed=True)),
    ("slide", "next, previous page"): (moved("page", 1), moved("page", -1)),
    ("slide", "next page"): (moved("page", 1),) * 2,
    ("slide", "nearer, –"): (nearer, stays),
    ("slide", "home, –"): HOME,
    ("slide", "overview"): (leads("Overview"),),
    ("zoomed photo", "move it"): (
        lambda was, now: sum(now.place) < sum(was.place),
        lambda was, now: sum(now.place) > sum(was.place),
    ),
    ("zoomed photo", "nearer, farther"): (nearer, lambda was, now: now.scale < was.scale),
    ("zoomed photo", "home, –"): HOME,
    ("zoomed photo", "slide"): (leads("Viewer"),),
    ("details", "next, previous detail"): (moved("index", 1), moved("index", -1)),
    ("details", "previous, next detail"): (moved("index", -1), moved("index", 1)),
    ("details", "next detail"): (moved("index", 1),) * 2,
    ("details", "home, –"): HOME,
    ("details", "slide"): (leads("Viewer"),),
    ("overview", "next, previous slide"): (moved("at", 1), moved("at", -1)),
    ("overview", "row below, above"): (moved("row", 1), moved("row", -1)),
    ("overview", "three rows below, above"): (moved("row", 3), moved("row", -3)),
    ("overview", "home, –"): HOME,
    ("overview", "home"): (leads("Home"),),
    ("interview", "page down, up"): (scrolled(1), scrolled(-1)),
    ("interview", "page down"): (scrolled(1),) * 2,
    ("interview", "beginning, end"): (lambda _, now: now.scroll == 0, scrolled(1)),
    ("interview", "out"): (leads("Viewer"),),
    ("comfort settings", "next, previous button"): (moved("at", 1), moved("at", -1)),
    ("comfort settings", "out"): (closed,),
}


@pytest.mark.parametrize(("key", "screen", "cell", "number"), [*cells()])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_key_does_what_the_table_says(typesetter, language, key, screen, cell, number):
    """On each screen, in both directions; where the table says nothing, nothing happens."""
    does = DOES[screen, cell][number] if cell else stays
    player = opened(typesetter, language, screen, cell)
    if language == "ar" and screen != "zoomed photo":
        key = SWAPPED.get(key, key)
    was = seen(player)
    press(player, key)

    assert does(was, seen(player)), (was, seen(player))


KEYS = [one for one in get_args(KeyName) if one != "staff"]


@pytest.mark.parametrize("key", KEYS)
def test_any_key_opens_the_home_screen(typesetter, key):
    """While slides play for nobody."""
    player = started(typesetter, "en", "attract")
    press(player, key)

    assert player.screen == "Home"


@pytest.mark.parametrize("key", KEYS)
def test_any_key_answers_the_question(typesetter, key):
    """And does nothing else."""
    player = started(typesetter, "en", AT)
    was = seen(player)
    player.wait(601, 1)
    assert player.overlay(IdlePrompt).is_modal
    press(player, key)

    assert not player.overlay(IdlePrompt).is_modal
    assert key in ("tab", "backtab") or seen(player) == was


@pytest.mark.parametrize("key", ["space", "enter"])
def test_a_key_shows_what_a_notice_covers(typesetter, key):
    """As the sentence below the table says; a second time, it goes on."""
    player = started(typesetter, "en", f"one:{LAST}")
    assert not player.pictures()
    press(player, key)

    assert player.pictures()
    assert seen(player).index == LAST - 1


@pytest.mark.parametrize("start", [f"one:{LAST}", "one:end"])
@pytest.mark.parametrize(("key", "does"), [("escape", leads("Overview")), ("home", leads("Home"))])
def test_notices_and_the_last_page_are_slides(typesetter, start, key, does):
    """The same keys lead out of them, and back to the slide before."""
    player = started(typesetter, "en", start)
    was = seen(player)
    press(player, "up", "down", "plus", "end")
    assert seen(player) == was
    press(player, "left")
    assert moved("index", -1)(was, seen(player))
    press(player, "right", key)

    assert does(was, seen(player))


def test_keys_go_on_from_a_slide_of_the_filmstrip(typesetter):
    """The slide that a finger has chosen there is the one from which arrows lead."""
    player = started(typesetter, "en", AT)
    player.tap(filmstrip(player)[2].window.centre)
    player.wait(1)
    was = seen(player)
    press(player, "right")

    assert was.index != 4
    assert moved("index", 1)(was, seen(player))


def test_escape_leads_out_level_by_level(typesetter):
    """To the slide from wherever it leads, then to all slides, and home; there it stops."""
    player = started(typesetter, "en", AT)
    for key in ("plus", "up", "down"):
        press(player, key, "escape")
        assert leads("Viewer")(None, seen(player))
    for screen in ("Overview", "Home", "Home"):
        press(player, "escape")
        assert player.screen == screen
