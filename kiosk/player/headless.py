"""Plays a show off screen and takes single frames of it, the same every time."""

from __future__ import annotations

import os
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Self

from msgspec.structs import replace

from kiosk import show
from kiosk.base.clock import Clock, SteppedClock
from kiosk.display.sdl import Driver
from kiosk.display.surface import Surface
from kiosk.exhibition.collection import Collection, Entry, Reading
from kiosk.media.cache import Cache
from kiosk.media.frames import as_jpeg
from kiosk.media.loader import Loader
from kiosk.player.assembly import Resources, assembled
from kiosk.player.options import Options
from kiosk.player.player import Player
from kiosk.screens.home import Home
from kiosk.screens.interview.interview import InterviewReader
from kiosk.screens.notice import Notice
from kiosk.screens.viewer.viewer import Viewer

STEP_S = 0.25
PHOTOS_S_MAX = 120.0
"""Real seconds to wait for photos."""
SETTLED_S = 6.0
"""Seconds into a slide after which its text has appeared and the controls are hidden."""


class TimedOutError(Exception):
    """Photos did not come in time."""


def shoot(
    collection: Collection,
    options: Options,
    out: Path,
    *,
    after_s: float,
    cache: Cache | None = None,
    driver: Driver = "software",
) -> None:
    """Write the frame that a show displays after `after_s` seconds without any touch.

    Raises NoSuchStartError, TimedOutError, or OSError if the file cannot be written.
    """
    with HeadlessPlayer(collection, options, cache, driver) as camera:
        camera.wait(after_s)
        _refuse_page(options.start, camera.pages)
        camera.app.save(str(out))


def shoot_state(state: show.State, out: Path, *, now_s: float) -> None:
    """Write the frame of a state without photos; of home, if its exhibition is not there.

    Raises TimedOutError, OSError, or LookupError if its slide is not there.
    """
    options = Options(state.size, language=state.initial.language)
    # At rest first: a zoomed photo, or one with details, has been measured before.
    resting = state.screen.with_collection(state.written, state.written, now_s)
    with HeadlessPlayer(state.written, options) as camera:
        camera.draw(replace(state, screen=resting), now_s)
        if type(resting) is type(state.screen):
            camera.draw(replace(state, media=camera.app.state.media), now_s)
        camera.app.save(str(out))


def _refuse_page(start: str, pages: int) -> None:
    """Raises NoSuchStartError if a slide has no such page."""
    place, _, page = start.partition(".") if ":" in start else (start, "", "")
    if page and int(page) > pages:
        counted = "1 page" if pages == 1 else f"{pages} pages"
        raise show.NoSuchStartError(f"{place} has {counted} on this screen, not {page}")


class HeadlessPlayer:
    """A show off screen without visitors, whose clock stands still while photos load."""

    def __init__(
        self,
        collection: Collection,
        options: Options,
        cache: Cache | None = None,
        driver: Driver = "software",
    ) -> None:
        os.environ["SDL_VIDEODRIVER"] = "dummy" if driver == "software" else "offscreen"
        self._clock = SteppedClock()
        unmarked = replace(collection, faults=())  # Staff's error mark is only for the real screen.
        self.app = off_screen(unmarked, options, self._clock, cache, driver)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.app.close()

    def wait(self, seconds: float) -> None:
        """Let time pass in the show. Raises TimedOutError."""
        end_s = self._clock.now() + seconds
        self._await_photos()
        while self._clock.now() < end_s:
            self._clock.step(min(STEP_S, end_s - self._clock.now()))
            self._await_photos()

    def draw(self, state: show.State, now_s: float) -> None:
        """Draw a state as it is at a moment of its own clock. Raises TimedOutError."""
        self._clock.step(max(0.0, now_s - self._clock.now()))
        self.app.state = state
        self._await_photos()

    def taken(self, entry: Entry, index: int, page: int = 1) -> bytes | None:
        """A JPEG of a slide's page at rest, without its notice; None if it cannot be shown.

        Raises TimedOutError.
        """
        now_s, name = self._clock.now(), entry.name
        revealed = frozenset({Notice(name), Notice(name, index)})
        state = replace(self.app.state, revealed=revealed)
        frame = self._at_rest(show.opened_at(state, f"{name}:{index + 1}.{page}", now_s))
        return None if self.app.context.is_left_out(name, index) else frame

    def taken_home(self) -> bytes:
        """A JPEG of the home screen at rest. Raises TimedOutError."""
        return self._at_rest(replace(self.app.state, screen=Home()))

    def taken_interview(self, entry: Entry) -> bytes:
        """A JPEG of the beginning of an interview. Raises TimedOutError."""
        return self._at_rest(replace(self.app.state, screen=InterviewReader(entry.name)))

    def _at_rest(self, state: show.State) -> bytes:
        # Otherwise the show would ask whether a visitor is still there.
        self.app.state = replace(state, last_input_s=self._clock.now())
        self.wait(SETTLED_S)
        return as_jpeg(*self.app.frame())

    @property
    def pages(self) -> int:
        """How many pages the slide has that was taken last; 1 on other screens."""
        screen = self.app.state.screen
        return screen.slide_view.pages(self.app.context)[1] if isinstance(screen, Viewer) else 1

    def _await_photos(self) -> None:
        if not self.app.await_photos(PHOTOS_S_MAX):
            raise TimedOutError(f"photos took more than {PHOTOS_S_MAX:.0f} seconds to load")


def off_screen(
    collection: Collection,
    options: Options,
    clock: Clock,
    cache: Cache | None = None,
    driver: Driver = "software",
) -> Player:
    """A player that reads no changes, and draws without a GPU unless `driver` says otherwise.

    Raises NoSuchStartError.
    """
    with ExitStack() as opened:
        surface = opened.enter_context(closing(Surface(options.size, driver=driver)))
        cache, screen = cache or Cache(), surface.window.size
        size = int(screen.width), int(screen.height)
        loader = opened.enter_context(closing(Loader(cache, surface.window.wake, size)))
        player = assembled(Reading(collection), options, Resources(surface, cache, loader), clock)
        opened.pop_all()  # From now on the player closes them.
    return player
