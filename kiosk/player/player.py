"""The loop: collects events, updates the state, and draws each frame that differs from the last."""

from __future__ import annotations

import logging
import math
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from kiosk import show
from kiosk.base.clock import Clock, SystemClock
from kiosk.display.surface import Surface
from kiosk.player.edges import Incoming, Observer, Output, Source
from kiosk.player.errors import ShowFailedError
from kiosk.player.frame_times import FrameTimes, in_step
from kiosk.screens.context import Context
from kiosk.types.events import Exposed, QualityChanged, TexturesLost, Tick
from kiosk.types.photo import Derivative, Drawable, Tile
from kiosk.types.scene import Scene, Typesetter

COVERED_S = 3.0
"""Seconds after which the start picture gives way to the show, even if photos are missing."""
STILL_S = 1.0
"""Without a start picture: seconds for which nothing moves while the first photos load."""
LOOK_AGAIN_S = 5.0
"""Longest wait of the loop in seconds: even if nothing is due, it looks at the clock this often."""

FAILURES_MAX, FAILURES_S = 3, 60.0
"""This many failures within this time end the program, so that its supervisor restarts it."""

log = logging.getLogger(__name__)


class Player:
    """Plays a show on a surface."""

    def __init__(
        self,
        state: show.State,
        surface: Surface,
        typesetter: Typesetter,
        sources: Iterable[Source],
        *,
        outputs: Iterable[Output] = (),
        observers: Iterable[Observer] = (),
        pause: Callable[[float], None],
        clock: Clock,
    ) -> None:
        """`pause` waits at most some seconds; a source that has something new ends it early.

        The show starts once its first picture is complete. Until then the start picture covers the
        window, and nothing moves: motion would take the processor from loading photos.
        """
        self.state, self.clock = state, clock
        self.sources, self.outputs, self.observers = list(sources), list(outputs), list(observers)
        self.typesetter = typesetter
        self._surface, self._pause = surface, pause
        self._drawn: Scene | None = None
        self._frame_times = FrameTimes()
        self._failures: list[float] = []
        """When the show failed, within the last FAILURES_S."""
        self._logged: set[int] = set()
        """Outputs and observers whose failure has been logged."""
        self._is_open = True
        self._starts_s = clock.now() + (COVERED_S if surface.is_covered else STILL_S)
        """When the show starts at the latest."""

    @property
    def context(self) -> Context:
        """What the current screen is drawn with."""
        return self.state.context(self.typesetter)

    def run(self, for_s: float = math.inf) -> None:
        """Play until the window is closed, or for the seconds asked for."""
        end_s = self.clock.now() + for_s
        while self._is_open and self.clock.now() < end_s:
            try:
                self._run_once(end_s)
            except Exception as error:  # No visitor may see an error.
                self._recover(error)

    def _run_once(self, end_s: float) -> None:
        """Do one step, and wait until the next one is due."""
        started_s, drawn = self.clock.now(), self._drawn
        due_s = self.step()
        now_s = self.clock.now()
        if self._drawn is not drawn:
            self._adapt_quality(started_s, now_s)
            due_s = in_step(due_s, started_s, self._surface.beat_s)
        self._frame_times.due_s = due_s
        if self._is_open:
            self._pause(min(due_s, end_s, now_s + LOOK_AGAIN_S) - now_s)

    def _recover(self, error: Exception) -> None:
        """Go on from home after a failure; the last picture stays until home is drawn.

        Raises ShowFailedError if that has not helped.
        """
        now_s = self.clock.now()
        log.exception("the show failed and continues from home")
        for observer in self.observers:
            with self._spared(observer):
                observer.failed(error, self.state)
        self._failures = [at_s for at_s in self._failures if at_s > now_s - FAILURES_S] + [now_s]
        if len(self._failures) >= FAILURES_MAX:
            raise ShowFailedError
        for source in self.sources:
            source.reset()
        self.state = show.recovered(self.state, now_s)

    def step(self) -> float:
        """Handle what has arrived, and draw a frame if it differs from the last one.

        Returns when the next step is due. That counts from this frame's time, so that drawing
        does not lengthen the interval to the next.
        """
        for source in self.sources:
            self._take_in(source.collect())
        self.dispatch(Tick())
        for source in self.sources:
            self._take_in(source.after(self.state))
        now_s = self.clock.now()
        scene = show.view(self.state, now_s, self.typesetter)
        is_starting = self._is_starting(now_s)
        if scene != self._drawn and not (is_starting and self._surface.is_covered):
            self._surface.renderer.draw(scene)
            self._drawn = scene
        for output in self.outputs:
            with self._spared(output):
                output.show(self.state, scene, now_s)
        has_more = [source.work(at_once=is_starting) for source in self.sources]
        if any(has_more):
            return now_s
        return self._starts_s if is_starting else show.due_s(self.state, now_s, self.typesetter)

    def dispatch(self, event: Incoming) -> None:
        """Update the state with an event; or draw again, although the scene stays the same."""
        if isinstance(event, TexturesLost):
            self._lose_textures()
        match event:
            case Exposed():
                self._drawn = None
            case Derivative() | Tile():
                self._redraw_if_seen(event)
            case _:
                before, now_s = self.state, self.clock.now()
                self.state, commands = show.update(before, event, now_s, self.typesetter)
                if show.Close() in commands:
                    self._is_open = False
                for observer in self.observers:
                    with self._spared(observer):
                        observer.saw(before, event, self.state)

    def await_photos(self, seconds_max: float) -> bool:
        """Step until all wanted photos have come; False if they did not come in time."""
        real = SystemClock()
        limit_s = real.now() + seconds_max
        has_all = False
        while not has_all and real.now() < limit_s:
            was_busy = self._is_busy  # If so, this step may bring something new to draw.
            self.step()
            has_all = not (was_busy or self._is_busy)
            if not has_all:
                self._pause(0.01)
        return has_all

    def close(self) -> None:
        for source in reversed(self.sources):
            source.close()

    def save(self, path: str) -> None:
        """Write the last frame to a PNG file."""
        self._surface.renderer.save(path)

    def frame(self) -> tuple[bytes, tuple[int, int]]:
        """The last frame in RGB, and its size."""
        return self._surface.renderer.frame()

    @property
    def _is_busy(self) -> bool:
        return any(source.is_busy for source in self.sources)

    def _is_starting(self, now_s: float) -> bool:
        if now_s >= self._starts_s or show.is_complete(self.state, self.typesetter):
            self._starts_s = -math.inf
        return now_s < self._starts_s

    def _take_in(self, arrived: Iterable[Incoming]) -> None:
        for event in arrived:
            self.dispatch(event)

    def _lose_textures(self) -> None:
        """Have all textures made again, and the frame drawn with them."""
        for source in self.sources:
            source.reset()
        self._surface.lose_textures()
        self._drawn = None

    def _redraw_if_seen(self, drawable: Drawable) -> None:
        if self._drawn and any(one.derivative == drawable for one in self._drawn.pictures()):
            self._drawn = None

    def _adapt_quality(self, started_s: float, ended_s: float) -> None:
        frame_s = self._surface.window.frame_s
        quality = self._frame_times.quality_after(started_s, ended_s, frame_s)
        if quality:
            self.dispatch(QualityChanged(quality))

    @contextmanager
    def _spared(self, part: Output | Observer) -> Iterator[None]:
        """Spare the show a failure of one part; only the first is logged."""
        try:
            yield
        except Exception:
            if id(part) not in self._logged:
                self._logged.add(id(part))
                log.exception("%s failed; the show continues", type(part).__name__)
