"""Keeps frames in step with the screen; adapts the quality of motion if they come late."""

from __future__ import annotations

import logging
import math

from kiosk.screens.slide_view import FRAME_S
from kiosk.types.quality import LEVELS, RESTING_S, SLOW_FRAME_S, FramePacer, Quality

EARLY = 0.75
"""Share of a beat after which the next frame may begin. The screen makes it wait for the rest; a
hidden window does not, and there the loop must not draw without a pause."""

log = logging.getLogger(__name__)


def in_step(due_s: float, started_s: float, beat_s: float) -> float:
    """When to begin the frame after one that has begun at `started_s`.

    Motion has one frame for each beat of the screen, or for every second beat if its frames are
    halved. Only without a beat (0), or at rest, the next frame begins when it is due.
    """
    wanted_s = due_s - started_s
    if not beat_s or wanted_s > RESTING_S:
        return due_s
    beats = max(1, round(wanted_s / SLOW_FRAME_S))
    return min(due_s, started_s + (EARLY if beats == 1 else beats) * beat_s)


class FrameTimes:
    def __init__(self) -> None:
        self._pacer = FramePacer()
        self._started_s = -math.inf
        """When the last frame was begun."""
        self.due_s = math.inf
        """When the next frame is due."""

    def quality_after(self, started_s: float, ended_s: float, frame_s: float) -> Quality | None:
        """The quality of motion, if this frame changes it; the screen shows each for `frame_s`."""
        wanted_s = max(self.due_s - self._started_s, FRAME_S, frame_s)
        taken_s = max(started_s - self._started_s, ended_s - started_s)
        self._started_s, before = started_s, self._pacer.quality
        self._pacer = self._pacer.after(wanted_s, taken_s, ended_s)
        quality = self._pacer.quality
        if quality == before:
            return None
        if quality.level > before.level:
            late = 1000 * taken_s, 1000 * wanted_s, LEVELS[before.level][0]
            log.warning("frames are late (%.0f ms, target %.0f): %s", *late)
        else:
            log.info("frames are in time: %s", LEVELS[quality.level][1])
        return quality
