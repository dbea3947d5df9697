"""Shot: one frame of a show, drawn off screen, the same every time."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from kiosk.app import App, Options
from kiosk.clock import SteppedClock
from kiosk.exhibition.loader import Collection
from kiosk.media.cache import Cache

STEP_S = 0.25
PHOTOS_S_MAX = 120.0
"""Real seconds that photos may take to come."""


class TimedOutError(Exception):
    """Photos did not come in time."""


def shoot(
    collection: Collection,
    options: Options,
    out: Path,
    *,
    after_s: float,
    cache: Cache | None = None,
) -> None:
    """Write the frame that is seen after so many seconds of a show in which nobody touches.

    Raises ValueError for a start that there is not, TimedOutError, and OSError where the file
    cannot be written.
    """
    os.environ["SDL_VIDEODRIVER"] = "dummy"
    clock = SteppedClock()
    unmarked = replace(collection, faults=())  # The mark for staff is the wall's alone.
    app = App(unmarked, options, clock=clock, cache=cache, software=True)
    try:
        _await_photos(app)
        while clock.now() < after_s:
            clock.step(min(STEP_S, after_s - clock.now()))
            _await_photos(app)
        app.save(str(out))
    finally:
        app.close()


def _await_photos(app: App) -> None:
    if not app.await_photos(PHOTOS_S_MAX):
        raise TimedOutError(f"photos took more than {PHOTOS_S_MAX:.0f} seconds to come")
