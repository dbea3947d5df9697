"""Thrift: which motion a machine leaves out that cannot hold its frames, until it can again."""

from __future__ import annotations

import math

from msgspec import Struct, field
from msgspec.structs import replace

from kiosk.base.easing import clamp, standard

STEPS = (
    ("slow motion has half as many frames", "slow motion has all its frames"),
    ("photos do not drift", "photos drift"),
    ("slides change by cuts", "slides change as they are meant to"),
)
"""What is left out, one after the other, each with those before it; and how it is without."""
SETTLE_S = 1.0
"""A photo whose drift is left out from now on comes to rest within this."""
SLOW_FRAME_S = 1 / 30
"""What moves slowly, such as a drifting photo, needs no more than 30 frames a second."""

LATE = 1.25
"""A frame that takes so many times as long as it should is late."""
LATE_SHARE = 0.3
"""With more late frames than this, a step is taken."""
FRAMES = 150
"""About so many frames are looked back on: a photo that is being opened makes a dozen late ones."""
MISSED_MAX = 4.0
"""A late frame counts for those that it has kept away, up to so many: a single one says little."""
RESTING_S = 0.1
"""Who waits longer than this for a frame is at rest, and shows nothing of the machine's speed."""
PATIENCE_S, PATIENCE_MAX_S = 60.0, 86_400.0
"""So long after a step one back is tried; twice as long after each time that this has failed."""
HELD_S = 3600.0
"""A step that was taken back has failed if it must be taken again within this."""


class Quality(Struct, frozen=True):
    steps: int = 0
    """How many of STEPS are taken."""
    since_s: float = -math.inf
    """When drifting was last given up or taken up again."""

    @property
    def slow_frame_s(self) -> float:
        return 2 * SLOW_FRAME_S if self.steps >= 1 else SLOW_FRAME_S

    @property
    def drifts(self) -> bool:
        return self.steps < 2

    @property
    def cuts(self) -> bool:
        return self.steps >= 3

    def progress(self, started_s: float, duration_s: float, now_s: float) -> float:
        """How far the motion of a photo has come, 0–1; what has come to rest stays there."""
        if started_s >= self.since_s:
            return clamp((now_s - started_s) / duration_s) if self.drifts else 1.0
        if self.drifts:
            return 1.0
        reached = clamp((self.since_s - started_s) / duration_s)
        return reached + (1 - reached) * standard((now_s - self.since_s) / SETTLE_S)

    def rests_s(self, started_s: float, duration_s: float) -> float:
        """When that motion is over."""
        if started_s >= self.since_s:
            return started_s + duration_s if self.drifts else started_s
        if self.drifts or self.since_s >= started_s + duration_s:
            return started_s
        return self.since_s + SETTLE_S

    def stepped(self, by: int, now_s: float) -> Quality:
        after = replace(self, steps=self.steps + by)
        return after if after.drifts == self.drifts else replace(after, since_s=now_s)


class FramePacer(Struct, frozen=True):
    """Takes steps of thrift, and takes them back, by how frames come."""

    quality: Quality = field(default_factory=Quality)
    late_share: float = 0.0
    """Of the frames since the last step; those longest ago count least."""
    stepped_s: float = -math.inf
    tried_s: float | None = None
    """When a step was last taken back, unless that has failed."""
    patience_s: float = PATIENCE_S

    def after(self, wanted_s: float, taken_s: float, now_s: float) -> FramePacer:
        """After a frame that was wanted so long after the last one, and has taken so long."""
        if wanted_s > RESTING_S:
            return self._eased(now_s)
        late = taken_s > LATE * wanted_s
        weight = clamp(taken_s / wanted_s, 1, MISSED_MAX) / FRAMES
        looked = replace(self, late_share=self.late_share + (late - self.late_share) * weight)
        if looked.late_share > LATE_SHARE and self.quality.steps < len(STEPS):
            return looked._tightened(now_s)
        return looked._eased(now_s)

    def _tightened(self, now_s: float) -> FramePacer:
        patience_s = self.patience_s
        if self.tried_s is not None:
            failed = now_s < self.tried_s + HELD_S
            patience_s = min(PATIENCE_MAX_S, 2 * patience_s) if failed else PATIENCE_S
        return FramePacer(self.quality.stepped(1, now_s), stepped_s=now_s, patience_s=patience_s)

    def _eased(self, now_s: float) -> FramePacer:
        if not self.quality.steps or now_s < self.stepped_s + self.patience_s:
            return self
        quality = self.quality.stepped(-1, now_s)
        return FramePacer(quality, stepped_s=now_s, tried_s=now_s, patience_s=self.patience_s)
