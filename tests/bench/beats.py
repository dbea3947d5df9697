"""How even motion is on a GPU, for screens of several rates: beats per frame, and what takes long.

usage: python -m tests.bench.beats PLACE [WIDTHxHEIGHT]

Draws off screen, on a GPU if EGL finds one, else on Mesa's rasteriser; that is slow, so the usual
size is small. The beats are modelled: after each frame, the loop sleeps until the next one.
"""

from __future__ import annotations

import itertools
import json
import math
import os
import sys
import time
from pathlib import Path

from kiosk.base.geometry import Size
from kiosk.display.surface import Surface
from kiosk.player.content.content_reader import ContentReader
from kiosk.player.options import Options
from kiosk.types.photo import Drawable
from kiosk.types.scene import Scene
from tests.bench.playing import Watched

RATES = (50, 60, 75, 120, 144)
PLAYED_S, WARM_S = 14.0, 2.0
"""The first photos are opened before anything is measured."""
MOVING_S = 0.1
"""Frames further apart than this are not one motion."""
SIZE = "640x360"
PHOTOS, PHOTO_SIZE = 6, (1632, 918)


class ModelScreen(Surface):
    """A surface on a screen with a given rate."""

    def __init__(self, size: Size, hz: float) -> None:
        super().__init__(size, driver="opengl")
        self._hz = hz
        type(self.window).frame_s = property(lambda _: 1 / hz)  # type: ignore[method-assign, assignment]
        self.shown: list[tuple[float, int]] = []
        """Of each frame, when it was drawn, and the beat that showed it."""
        self.waited_s = 0.0
        self.woken_late_s: list[float] = []
        """How long after its beat the loop went on; a busy machine wakes it late."""
        self.uploads_s: list[float] = []
        self._draw, self._upload = self.renderer.draw, self.renderer.upload
        self.renderer.draw = self.draw  # type: ignore[method-assign]
        self.renderer.upload = self.upload  # type: ignore[method-assign]

    def draw(self, scene: Scene) -> None:
        self._draw(scene)
        drawn_s = time.monotonic()
        beat = math.floor(drawn_s * self._hz) + 1
        self.shown.append((drawn_s, beat))
        time.sleep(beat / self._hz - drawn_s)
        self.waited_s += time.monotonic() - drawn_s
        self.woken_late_s.append(time.monotonic() - beat / self._hz)

    def upload(self) -> tuple[Drawable, ...]:
        was_uploading, started_s = self.renderer.is_uploading, time.monotonic()
        done = self._upload()
        if was_uploading:
            self.uploads_s.append(time.monotonic() - started_s)
        return done


class Timed(Watched):
    """A player that writes down how long its steps are, without the wait for the screen."""

    def __init__(self, surface: ModelScreen, *args: object) -> None:
        super().__init__(*args, surface=surface)  # type: ignore[arg-type]
        self.screen = surface
        self.steps_s: list[float] = []

    def step(self) -> float:
        started_s, waited_s = self.clock.now(), self.screen.waited_s
        due_s = super().step()
        took_s = self.clock.now() - started_s - (self.screen.waited_s - waited_s)
        self.steps_s.append(took_s)
        return due_s


def measured(place: Path, size: Size, hz: float) -> dict[str, float]:
    """Play slides that drift and fade for a while."""
    reader = ContentReader(place)
    surface = ModelScreen(size, hz)
    played = Timed(surface, reader.read(), Options(size, start="attract"), reader)
    played.app.await_photos(PLAYED_S)
    played.app.run(WARM_S)
    for early in (played.steps_s, surface.shown, surface.uploads_s, surface.woken_late_s):
        early.clear()
    played.app.run(PLAYED_S)
    played.app.close()
    beats = [
        other - one
        for (at_s, one), (then_s, other) in itertools.pairwise(surface.shown)
        if then_s - at_s < MOVING_S
    ]
    return {
        "frames": len(beats),
        "one beat": beats.count(1) / len(beats),
        "two beats": beats.count(2) / len(beats),
        "longest ms": 1000 * max(played.steps_s),
        "woken late ms": 1000 * sorted(surface.woken_late_s)[int(0.99 * len(beats))],
        "quality": played.state.quality.level,
        "uploads": len(surface.uploads_s),
        "upload ms": 1000 * max(surface.uploads_s, default=0.0),
    }


def main() -> None:
    os.environ["SDL_VIDEODRIVER"] = "offscreen"
    place, width, _, height = Path(sys.argv[1]), *(sys.argv[2:] or [SIZE])[0].partition("x")
    size = Size(int(width), int(height))
    found = {hz: measured(place, size, hz) for hz in RATES}
    print(json.dumps(found))


if __name__ == "__main__":
    main()
