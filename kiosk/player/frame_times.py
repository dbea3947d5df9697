"""Compares the time of each frame with its target, and adapts the quality of motion."""

from __future__ import annotations

import logging
import math

from kiosk.screens.slide_view import FRAME_S
from kiosk.types.quality import LEVELS, FramePacer, Quality

log = logging.getLogger(__name__)


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
