"""Composition root: the window, the photos and the show, and the only loop."""

from __future__ import annotations

import logging
import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kiosk import show
from kiosk.clock import Clock, SystemClock
from kiosk.derivative import Derivative, Pixels, Request
from kiosk.display.renderer import Renderer
from kiosk.display.typesetter import SkiaTypesetter
from kiosk.display.window import Window
from kiosk.events import (
    Event,
    Exposed,
    PhotoFailed,
    PhotoLoaded,
    PhotoMeasured,
    PhotoReleased,
    Tick,
)
from kiosk.exhibition.loader import Collection, load
from kiosk.exhibition.problem import Problem, Severity
from kiosk.geometry import Size
from kiosk.media.cache import Cache
from kiosk.media.loader import Failed, Loader, Measured
from kiosk.media.watch import Watch
from kiosk.scene import Scene
from kiosk.stage import Stage

PHOTO_BYTES_MAX = 512 * 2**20
"""Photos are kept ready for drawing up to so many bytes."""
LOOK_AGAIN_S = 5.0
"""Even where nothing is due, the loop looks at the clock so often."""

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Options:
    """How a show is played, beside what its files say."""

    size: Size | None = None
    """Of a window; None fills the screen."""
    screen: int = 0
    language: str | None = None
    start: str = "attract"
    for_s: float = math.inf
    still: bool = False


class App:
    """Plays a collection in a window."""

    def __init__(
        self,
        collection: Collection,
        options: Options,
        *,
        clock: Clock | None = None,
        cache: Cache | None = None,
        place: Path | None = None,
        software: bool = False,
    ) -> None:
        self.clock = clock or SystemClock()
        self._typesetter = SkiaTypesetter()
        self._window = Window(
            options.size,
            screen=options.screen,
            title=collection.kiosk.title.in_language(options.language or ""),
        )
        self._renderer = Renderer(self._window.sdl, self._typesetter, software=software)
        self._loader = Loader(cache or Cache(), self._window.wake)
        self._watch = _watched(place, self._window) if place else None
        self._held: frozenset[Derivative] = frozenset()
        self._drawn: Scene | None = None
        self._open = True
        now_s = self.clock.now()
        stage = _stage(collection, options, self._window.size, self._typesetter)
        self.state = show.begin(collection, stage, now_s)
        self._end_s = now_s + options.for_s
        try:
            self.state = show.opened_at(self.state, options.start, now_s)
        except ValueError:
            self.close()
            raise

    def run(self) -> None:
        """Play until the window is closed, or for the seconds asked for."""
        try:
            while self._open and self.clock.now() < self._end_s:
                self.step()
                now_s = self.clock.now()
                due_s = min(show.due_s(self.state, now_s), self._end_s, now_s + LOOK_AGAIN_S)
                for event in self._window.wait(due_s - now_s, self.clock):
                    self._tell(event)
        finally:
            self.close()

    def step(self) -> None:
        """Take in what has come, and draw a frame if it differs from the last one."""
        for result in self._loader.collect():
            match result:
                case Measured(file, facts):
                    self._tell(PhotoMeasured(file, facts))
                case Pixels(derivative):
                    self._keep(derivative, result)
                case Failed(file):
                    self._tell(PhotoFailed(file))
        self._rehang()
        self._tell(Tick())
        self._fetch()
        scene = show.view(self.state, self.clock.now())
        if scene != self._drawn:
            self._renderer.draw(scene)
            self._drawn = scene

    def await_photos(self, seconds_max: float) -> bool:
        """Step until all photos that are wanted now have come; False if they did not in time."""
        real = SystemClock()
        limit_s = real.now() + seconds_max
        self.step()
        while self._loader.is_busy and real.now() < limit_s:
            for event in self._window.wait(0.01, real):
                self._tell(event)
            self.step()
        return not self._loader.is_busy

    def close(self) -> None:
        if self._watch:
            self._watch.close()
        self._loader.close()
        self._window.close()

    def save(self, path: str) -> None:
        """Write the last frame to a file, as PNG."""
        self._renderer.save(path)

    def _tell(self, event: Event | show.CollectionChanged) -> None:
        if isinstance(event, Exposed):
            self._drawn = None
            return
        self.state, commands = show.update(self.state, event, self.clock.now())
        if show.Close() in commands:
            self._open = False

    def _rehang(self) -> None:
        """Take in changed files; with an error in them, what is on the wall stays."""
        read = self._watch.collect() if self._watch else None
        if read is None:
            return
        collection, problems = read
        errors = [one for one in problems if one.severity is Severity.ERROR]
        for problem in errors:
            log.error("%s", problem.render())
        if collection is None or errors:
            log.error("what was shown before stays until this is mended")
        else:
            log.info("the exhibitions were changed, and are shown as they are now")
            self._loader.forgive()
            self._tell(show.CollectionChanged(collection))

    def _keep(self, derivative: Derivative, pixels: Pixels) -> None:
        self._renderer.keep(pixels)
        self._held |= {derivative}
        self._tell(PhotoLoaded(derivative))

    def _fetch(self) -> None:
        """Ask for what is wanted and not there; let go of what is there and not wanted."""
        wanted = _affordable(show.wanted(self.state))
        for derivative in self._held.difference(wanted):
            self._renderer.release(derivative)
            self._tell(PhotoReleased(derivative))
        self._held = self._held.intersection(wanted)
        self._loader.want([request for request in wanted if request not in self._held])


def _watched(place: Path, window: Window) -> Watch[tuple[Collection | None, tuple[Problem, ...]]]:
    folder = place if place.is_dir() else place.parent
    return Watch([folder.absolute()], lambda: load(place), window.wake)


def _affordable(requests: Sequence[Request]) -> list[Request]:
    """As many of the first requests as fit the memory set aside for photos."""
    bytes_left = PHOTO_BYTES_MAX
    affordable: list[Request] = []
    for request in requests:
        bytes_left -= request.bytes if isinstance(request, Derivative) else 0
        if bytes_left < 0:
            break
        affordable.append(request)
    return affordable


def _stage(
    collection: Collection, options: Options, size: Size, typesetter: SkiaTypesetter
) -> Stage:
    kiosk = collection.kiosk
    return Stage(
        size,
        typesetter,
        language=options.language or kiosk.languages[0],
        diagonal_in=kiosk.screen.diagonal_in,
        viewing_distance_m=kiosk.screen.viewing_distance_m,
        still=options.still,
    )
