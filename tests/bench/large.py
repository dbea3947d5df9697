"""What a frame costs the main thread on a 4K screen with a GPU: swipes, the interview, its opening.

usage: python -m tests.bench.large PLACE [WIDTHxHEIGHT]

Draws off screen, on a GPU if EGL finds one, else on Mesa's rasteriser. The clock is stepped, one
beat a frame, so no frame is left out however slow the rasteriser is. The time in which the screen
is waited for does not count: that is the GPU's.
"""

from __future__ import annotations

import json
import os
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pygame

from kiosk import show
from kiosk.base.clock import SteppedClock
from kiosk.base.geometry import Point, Size
from kiosk.display.surface import Surface
from kiosk.media.cache import Cache
from kiosk.media.loader import Loader
from kiosk.player.assembly import Resources, assembled
from kiosk.player.content.content_reader import ContentReader
from kiosk.player.options import Options
from kiosk.screens.foyer.doors import doors
from kiosk.screens.interview.interview import InterviewReader
from kiosk.types.photo import Bitmap, Derivative
from tests.bench.touching import share

SIZE = "3840x2160"
FRAME_S = 1 / 60
SWIPES, SWIPE_FRAMES, SETTLES_FRAMES = 12, 20, 60
FORWARD = 4
"""Of six swipes; the others go back. So photos come in, and others are still there."""
SPEED = 0.6
"""Of a swipe, in widths of the screen a second; a throw in the interview is as fast, in heights."""
THROWS, THROW_FRAMES, GLIDES_FRAMES = 20, 12, 30
LOADED_S = 60.0
PHOTOS, KEPT = 24, 3


class Screen:
    """Plays a show frame by frame, and writes down what each frame costs the main thread."""

    def __init__(self, place: Path, size: Size) -> None:
        reader = ContentReader(place)
        self.surface = Surface(size, driver="opengl")
        self.clock, self.size = SteppedClock(), size
        cache = Cache()
        loader = Loader(cache, lambda: None, (int(size.width), int(size.height)))
        resources = Resources(self.surface, cache, loader)
        reading = reader.read()
        reader.close()
        assert reading.collection
        name = max(reading.collection.entries, key=lambda one: len(one.exhibition.slides)).name
        options = Options(size, start=f"{name}:3")
        self.app = assembled(reading, options, resources, self.clock)
        self._collect, self.app._pause = self.app._pause, self._pause
        self._sdl, self._waited_s = self.surface.renderer._sdl, 0.0
        self.surface.renderer._present = self._present  # type: ignore[method-assign]

    def _present(self) -> None:
        self.surface.renderer._draw_again()
        started_s = time.thread_time()
        self._sdl.present()
        self._waited_s += time.thread_time() - started_s

    def frame(self) -> float:
        """Draw the next frame; returns the main thread's seconds for it."""
        started_s, waited_s = time.thread_time(), self._waited_s
        self.app.run(FRAME_S / 2)
        return time.thread_time() - started_s - (self._waited_s - waited_s)

    def _pause(self, seconds: float) -> None:
        self._collect(0)
        self.clock.step(FRAME_S)

    def frames(self, count: int) -> list[float]:
        return [self.frame() for _ in range(count)]

    def until(self, holds: Callable[[], bool]) -> list[float]:
        """Frames until something holds; photos come while real time passes."""
        took, end_s = [self.frame()], time.monotonic() + LOADED_S
        while not holds():
            assert time.monotonic() < end_s, "the show did not get there"
            took.append(self.frame())
        return took

    def lead(self, start: Point, velocity: Point, count: int) -> list[float]:
        """Lead a finger over the screen; `velocity` is in screens a second."""
        self._tell(pygame.FINGERDOWN, start)
        took = []
        for n in range(1, count + 1):
            took.append(self.frame())
            at = start + velocity * (n * FRAME_S)
            self._tell(pygame.FINGERMOTION, at)
        self._tell(pygame.FINGERUP, at)
        return took

    def tap(self, at: Point) -> list[float]:
        self._tell(pygame.FINGERDOWN, at)
        took = self.frames(2)
        self._tell(pygame.FINGERUP, at)
        return took

    def key(self, key: int) -> None:
        pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=key, mod=0))

    def _tell(self, kind: int, at: Point) -> None:
        keys = {"touch_id": 1, "finger_id": 0, "dx": 0, "dy": 0, "pressure": 1}
        pygame.event.post(pygame.event.Event(kind, {**keys, "x": at.x, "y": at.y}))


def measured(place: Path, size: Size) -> dict[str, float]:
    screen = Screen(place, size)
    app = screen.app
    screen.until(lambda: show.is_complete(app.state, app.typesetter))
    screen.app.await_photos(LOADED_S)
    swiped = list[float]()
    for n in range(SWIPES):
        way = -SPEED if n % 6 < FORWARD else SPEED
        swiped += screen.lead(Point(0.5, 0.4), Point(way, 0), SWIPE_FRAMES)
        swiped += screen.frames(SETTLES_FRAMES)
        screen.app.await_photos(LOADED_S)

    screen.key(pygame.K_HOME)
    screen.frames(SETTLES_FRAMES)
    screen.app.await_photos(LOADED_S)
    door = doors(app.context)[-1].rect.centre
    screen.tap(Point(door.x / size.width, door.y / size.height))
    opening = screen.until(lambda: isinstance(app.state.screen, InterviewReader))
    screen.frames(SETTLES_FRAMES)
    read = []
    for _ in range(THROWS):
        read += screen.lead(Point(0.5, 0.8), Point(0, -3.5 * SPEED), THROW_FRAMES)
        read += screen.frames(GLIDES_FRAMES)
    taken_in = [uploaded(screen.surface, number) for number in range(PHOTOS)]
    app.close()
    return {
        "swipe ms": 1000 * share(swiped, 0.99),
        "longest swipe ms": 1000 * max(swiped),
        "upload ms": 1000 * share([step for photo in taken_in for step in photo], 0.99),
        "photo ms": 1000 * statistics.median(map(sum, taken_in)),
        "opening ms": 1000 * sum(opening),
        "reading ms": 1000 * share(read, 0.99),
        "longest reading ms": 1000 * max(read),
        "reading frames": len(read),
    }


def uploaded(surface: Surface, number: int) -> list[float]:
    """The main thread's time for each step of taking in a photo that fills the screen.

    The loader's thread has made the pixels before. Few photos are kept: a texture's memory is new
    to the system only for the first ones.
    """
    width, height = int(surface.window.size.width), int(surface.window.size.height)
    photo = Derivative(f"/{number}.jpg", width, height)
    surface.renderer.begin_keeping(Bitmap(photo, bytes(photo.bytes)))
    took = []
    while surface.renderer.is_uploading:
        started_s = time.thread_time()
        surface.renderer.upload()
        took.append(time.thread_time() - started_s)
    surface.renderer.release(Derivative(f"/{number - KEPT}.jpg", width, height))
    return took


def main() -> None:
    os.environ["SDL_VIDEODRIVER"] = "offscreen"
    place, width, _, height = Path(sys.argv[1]), *(sys.argv[2:] or [SIZE])[0].partition("x")
    print(json.dumps(measured(place, Size(int(width), int(height)))))


if __name__ == "__main__":
    main()
