"""A photo of 100 megapixels, zoomed to its own pixels and moved: frames, memory, and how soon.

usage: python -m tests.bench.zooming PLACE
"""

from __future__ import annotations

import json
import math
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psutil

from kiosk.authoring.load.place import load
from kiosk.base.geometry import Point
from kiosk.exhibition.collection import Reading
from kiosk.player.options import Options
from kiosk.types.events import KeyPressed, Pointer
from kiosk.types.photo import Tile
from tests.bench.frames import FAST_S, SLACK_S
from tests.bench.playing import Watched

SIZE = (12288, 8192)
STEPS = 6
"""So many keys lead from the whole photo to its pixels."""
DRAGS = 12
VIEWING_S = 12.0
"""After so long, nothing of the slide moves any more, and no worker is left."""
STROKE_S, GLIDE_S = 0.5, 1.2
PATIENCE_S = 20.0


class Zooming(Watched):
    """A player under the hand of a program, that writes down when it drew and what it took."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.intervals: list[float] = []
        self.work_s: list[float] = []
        """Of the processor, for each frame: that does not depend on what else a machine does."""
        self.own_mb, self.workers_mb = 0.0, 0.0
        """The most that the player has taken, and its workers together."""
        self._process = psutil.Process()
        self._drew_s = math.nan
        """When the frame was drawn upon which another should follow at once."""
        self._is_led = False

    def step(self) -> float:
        started_s, worked_s = self.clock.now(), time.thread_time()
        due_s = super().step()
        self.own_mb = max(self.own_mb, self._process.memory_info().rss / 2**20)
        if self.has_drawn:
            self.work_s.append(time.thread_time() - worked_s)
            if not math.isnan(self._drew_s):
                self.intervals.append(started_s - self._drew_s)
            self._drew_s = started_s
        if not self._is_led and due_s > started_s + 2 * FAST_S:
            self._drew_s = math.nan
        return due_s

    def pass_time(self, seconds: float, finger: Callable[[float], Point] | None = None) -> None:
        """Play on; where a finger is down, it is told of sixty times a second."""
        start_s = told_s = self.clock.now()
        self._is_led = finger is not None
        while (now_s := self.clock.now()) < start_s + seconds:
            if finger and now_s >= told_s:
                told_s += FAST_S
                self.touch("moved", finger((now_s - start_s) / seconds))
            due_s = min(self.step(), told_s if finger else math.inf, start_s + seconds)
            for event in self.surface.window.wait(due_s - self.clock.now(), self.clock):
                self.app.dispatch(event)

    def rest(self) -> None:
        """What is drawn next does not follow upon this frame."""
        self._drew_s = math.nan
        workers = [one.memory_info().rss for one in self._process.children()]
        self.workers_mb = max(self.workers_mb, sum(workers) / 2**20)

    def touch(self, phase: str, at: Point) -> None:
        self.app.dispatch(Pointer(1, phase, at, self.clock.now()))  # type: ignore[arg-type]

    def await_tiles(self) -> float:
        """Seconds until all that is seen is sharp."""
        start_s = self.clock.now()
        while not self._is_sharp() and self.clock.now() < start_s + PATIENCE_S:
            self.pass_time(0.02)
        self.rest()
        return self.clock.now() - start_s

    def _is_sharp(self) -> bool:
        drawn = self.scene.pictures() if self.scene else ()
        levels = {one.derivative.whole for one in drawn if isinstance(one.derivative, Tile)}
        whole = [one for one in drawn if one.image.width > 2 * self.surface.window.size.width]
        return len(levels) == 1 and all(isinstance(one.derivative, Tile) for one in whole)


def main() -> None:
    collection, _ = load(Path(sys.argv[1]))
    assert collection
    zooming = Zooming(Reading(collection), Options(start="show"))
    zooming.app.await_photos(PATIENCE_S)
    zooming.pass_time(VIEWING_S)
    zooming.rest()
    before_mb, zooming.workers_mb = zooming.own_mb, 0.0
    sharp_s = []
    for _ in range(STEPS):
        zooming.rest()
        zooming.app.dispatch(KeyPressed("plus"))
        zooming.pass_time(GLIDE_S)
        sharp_s.append(zooming.await_tiles())
    screen = zooming.surface.window.size
    middle = Point(screen.width / 2, screen.height / 2)
    for number in range(DRAGS):
        zooming.rest()
        way = Point(math.cos(number), math.sin(number)) * (0.35 * screen.height)
        zooming.touch("down", middle)
        zooming.pass_time(STROKE_S, lambda share, way=way: middle + way * share)  # type: ignore[misc]
        zooming.touch("up", middle + way)
        zooming.pass_time(GLIDE_S)
    for _ in range(STEPS):
        zooming.rest()
        zooming.app.dispatch(KeyPressed("minus"))
        zooming.pass_time(GLIDE_S)
    zooming.rest()
    late = sum(one > FAST_S + SLACK_S for one in zooming.intervals)
    report = {
        "frames": len(zooming.intervals),
        "in time": 1 - late / max(1, len(zooming.intervals)),
        "longest ms": 1000 * max(zooming.intervals, default=0.0),
        "work ms": 1000 * sorted(zooming.work_s)[int(0.99 * len(zooming.work_s))],
        "over before MB": zooming.own_mb - before_mb,
        "workers MB": zooming.workers_mb,
        "sharp after s": max(sharp_s) + GLIDE_S,
    }
    zooming.app.close()
    print(json.dumps(report))


if __name__ == "__main__":
    main()
