"""Frame intervals of a show that drifts, fades and loads without a pause.

usage: python -m tests.bench.frames PLACE SECONDS
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from kiosk.player.content.content_reader import ContentReader
from kiosk.player.options import Options
from tests.bench import playing

FAST_S, SLOW_S = 1 / 60, 1 / 30
SLACK_S = 0.020 - FAST_S
"""How late a frame may be: 20 ms at 60 a second."""
LONGEST_S = 0.050


class Watched(playing.Watched):
    """A player that writes down when it drew, and when it meant to draw next."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.intervals: dict[float, list[float]] = {FAST_S: [], SLOW_S: []}
        self._before: tuple[float, float] | None = None

    def step(self) -> float:
        started_s = self.clock.now()
        due_s = super().step()
        if self.has_drawn:
            if self._before:
                before_s, nominal_s = self._before
                self.intervals[nominal_s].append(started_s - before_s)
            # A slow frame is cut short where a transition begins.
            nominal_s = FAST_S if due_s - started_s < FAST_S + SLACK_S else SLOW_S
            moving = due_s - started_s < 1.5 * SLOW_S
            self._before = (started_s, nominal_s) if moving else None
        return due_s


def main() -> None:
    place, seconds = Path(sys.argv[1]), float(sys.argv[2])
    reader = ContentReader(place)
    reading = reader.read()
    watched = Watched(reading, Options(), reader)
    watched.app.run(seconds)
    watched.app.close()
    report = {}
    for nominal_s, name in ((FAST_S, "transition"), (SLOW_S, "drift")):
        intervals = watched.intervals[nominal_s]
        late = sum(one > nominal_s + SLACK_S for one in intervals)
        report[name] = {
            "frames": len(intervals),
            "in time": 1 - late / max(1, len(intervals)),
            "over 50 ms": sum(one > LONGEST_S for one in intervals),
            "longest ms": 1000 * max(intervals, default=0.0),
        }
    print(json.dumps(report))


if __name__ == "__main__":
    main()
