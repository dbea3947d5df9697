"""How soon the screen follows a finger: slides that are swiped, and the interview.

usage: python -m tests.bench.touching [PLACE]

Prints what one run finds, as a line of JSON. Fingers are SDL's own events, posted by a second
thread while the show plays on the software driver; a frame counts once it has been presented.
"""

from __future__ import annotations

import json
import math
import sys
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pygame
from msgspec import Struct

from kiosk import show
from kiosk.authoring.load.place import load
from kiosk.base.geometry import Point, Size
from kiosk.exhibition.collection import Reading
from kiosk.player.options import Options
from kiosk.screens.foyer.doors import doors
from kiosk.screens.interview.interview import InterviewReader
from kiosk.screens.viewer.viewer import Viewer
from tests.bench.playing import Watched

SIZE = Size(1920, 1080)
FRAME_S = 1 / 60
REPORTS_S = 1 / 120
"""A touch screen tells so often where a finger is."""
SWIPES = 10
SPEED = 1200.0
"""Of a calm swipe, in pixels a second."""
SWIPE_S, SETTLES_S = 0.35, 1.0
PRESS_S = 0.08
THROWS_MAX, THROW_S, GLIDES_S = 30, 0.2, 0.5
PATIENCE_S = 20.0


class Frame(Struct, frozen=True):
    presented_s: float
    took_s: float
    screen: str
    offset: float
    """How far a slide is drawn from its place."""


class Touched(Watched):
    """A player that writes down every frame it has presented."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.frames: list[Frame] = []

    def step(self) -> float:
        started_s = self.clock.now()
        due_s = super().step()
        if self.scene and self.has_drawn:
            now_s, screen = self.clock.now(), self.state.screen
            offset = self.scene.layers[0].offset.x if isinstance(screen, Viewer) else 0.0
            self.frames.append(Frame(now_s, now_s - started_s, type(screen).__name__, offset))
        return due_s


class Visitor:
    """A finger that is led over the screen while the show plays."""

    def __init__(self, app: Touched) -> None:
        self._app = app
        self.swipes: list[list[tuple[float, float]]] = []
        """Of each, when the finger was told to be where across the screen."""
        self.opened_s = self.read_s = 0.0

    def visit(self) -> None:
        """Swipe there and back, go home, open the interview and read it to its end."""
        try:
            self._until(lambda state: show.is_complete(state, self._app.app.typesetter))
            time.sleep(2 * SETTLES_S)
            for n in range(SWIPES):
                way = SPEED if n % 2 else -SPEED
                self.swipes.append(self._lead(SIZE.width * 0.5, 400, Point(way, 0), SWIPE_S))
                time.sleep(SETTLES_S)
            pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_HOME, mod=0))
            time.sleep(2 * SETTLES_S)
            self.opened_s = self._press(doors(self._app.app.context)[-1].rect.centre)
            self._until(lambda state: isinstance(state.screen, InterviewReader))
            time.sleep(SETTLES_S)
            self.read_s = self._app.clock.now()
            self._read()
        finally:
            pygame.event.post(pygame.event.Event(pygame.QUIT))

    def _read(self) -> None:
        before = -1.0
        for _ in range(THROWS_MAX):
            self._lead(SIZE.width * 0.5, 900, Point(0, -3.5 * SPEED), THROW_S)
            time.sleep(GLIDES_S)
            screen = self._app.state.screen
            assert isinstance(screen, InterviewReader)
            scroll = screen._at(self._app.clock.now(), self._app.app.context)
            if scroll == before:
                return
            before = scroll
        raise AssertionError("the interview has no end")

    def _until(self, holds: Callable[[show.State], bool]) -> None:
        end_s = self._app.clock.now() + PATIENCE_S
        while not holds(self._app.state):
            assert self._app.clock.now() < end_s, "the show did not get there"
            time.sleep(0.02)

    def _lead(
        self, x: float, y: float, velocity: Point, seconds: float
    ) -> list[tuple[float, float]]:
        start = Point(x, y)
        began_s = self._tell(pygame.FINGERDOWN, start)
        told = [(began_s, x)]
        while told[-1][0] < began_s + seconds:
            time.sleep(REPORTS_S)
            at = start + velocity * (self._app.clock.now() - began_s)
            told.append((self._tell(pygame.FINGERMOTION, at), at.x))
        self._tell(pygame.FINGERUP, at)
        return told

    def _press(self, at: Point) -> float:
        """When the finger lifted again."""
        self._tell(pygame.FINGERDOWN, at)
        time.sleep(PRESS_S)
        return self._tell(pygame.FINGERUP, at)

    def _tell(self, kind: int, at: Point) -> float:
        x, y = at.x / SIZE.width, at.y / SIZE.height
        keys = {"touch_id": 1, "finger_id": 0, "x": x, "y": y, "dx": 0, "dy": 0, "pressure": 1}
        now_s = self._app.clock.now()
        pygame.event.post(pygame.event.Event(kind, keys))
        return now_s


def main() -> None:
    collection, _ = load(Path(*sys.argv[1:] or ["exhibitions"]))
    assert collection
    longest = max(collection.entries, key=lambda entry: len(entry.exhibition.slides))
    start = f"{longest.name}:{len(longest.exhibition.slides) // 2}"
    options = Options(size=SIZE, start=start)
    touched = Touched(Reading(collection), options, driver="software")
    visitor = Visitor(touched)
    thread = threading.Thread(target=visitor.visit, daemon=True)
    thread.start()
    touched.app.run()
    thread.join()
    touched.app.close()
    print(json.dumps(found(touched, visitor)))


def found(app: Touched, visitor: Visitor) -> dict[str, float]:
    first_s, apart = [], []
    for told in visitor.swipes:
        frames = [
            one for one in app.frames if told[0][0] <= one.presented_s <= told[-1][0] and one.offset
        ]
        slop = math.copysign(app.app.context.thresholds.slop, told[-1][1] - told[0][1])
        moved_s = next(at_s for at_s, x in told if round(abs(x - told[0][1]) - abs(slop)) > 0)
        first_s.append(frames[0].presented_s - moved_s)
        for one in frames:
            finger = [x for at_s, x in told if at_s <= one.presented_s][-1]
            under = told[0][1] + slop + one.offset
            apart.append(abs(finger - under) / (SPEED * FRAME_S))
    reading = [one for one in app.frames if one.screen == "InterviewReader"]
    opening_s = reading[0].presented_s - visitor.opened_s
    took = [one.took_s for one in reading if one.presented_s > visitor.read_s]
    return {
        "first ms": 1000 * share(first_s, 0.99),
        "apart": share(apart, 0.99),
        "opening ms": 1000 * opening_s,
        "reading": sum(one <= FRAME_S for one in took) / len(took),
        "reading frames": len(took),
        "reading ms": 1000 * share(took, 0.99),
    }


def share(values: Sequence[float], part: float) -> float:
    """The value that so many of all do not exceed."""
    return sorted(values)[math.ceil(part * len(values)) - 1]


if __name__ == "__main__":
    main()
