"""Lowers the quality of motion while a machine draws its frames late, and raises it again."""

from __future__ import annotations

import math

from msgspec import Struct, field
from msgspec.structs import replace

from kiosk.base.clock import LONG_AGO_S
from kiosk.base.easing import clamp, standard

LEVELS = (
    ("halving the frames of slow motion", "drawing all frames of slow motion again"),
    ("turning off photo drift", "turning photo drift on again"),
    ("replacing transitions with cuts", "using transitions again"),
)
"""Log lines for each step of quality, in order: when it is taken, and when it is taken back."""
SETTLE_S = 1.0
"""Seconds in which a drifting photo comes to rest when drifting is turned off."""
SLOW_FRAME_S = 1 / 30
"""Slow motion, such as a drifting photo, needs no more than 30 frames per second. It has more
where the screen sets the pace: see `kiosk/player/frame_times.py`."""

LATE = 1.25
"""A frame is late if it takes this many times its target time."""
LATE_SHARE = 0.3
"""With a larger share of late frames than this, quality is lowered by a step."""
FRAMES = 150
"""About how many frames the share covers; more than the dozen late ones that one photo causes."""
MISSED_MAX = 4.0
"""A late frame also counts for the frames missed meanwhile, up to this many in all. The limit is
there because a single frame says little."""
RESTING_S = 0.1
"""If the wanted interval is longer than this, the screen rests and tells nothing about speed."""
PATIENCE_S, PATIENCE_MAX_S = 60.0, 86_400.0
"""Seconds after a step until quality is raised again; doubled each time that has failed."""
HELD_S = 3600.0
"""Raising quality has failed if it must be lowered again within this many seconds."""


class Quality(Struct, frozen=True):
    level: int = 0
    """How many of STEPS are taken."""
    since_s: float = LONG_AGO_S
    """When drifting was last turned off or on."""

    @property
    def slow_frame_s(self) -> float:
        return 2 * SLOW_FRAME_S if self.level >= 1 else SLOW_FRAME_S

    @property
    def drifts(self) -> bool:
        return self.level < 2

    @property
    def cuts(self) -> bool:
        return self.level >= 3

    def progress(self, started_s: float, duration_s: float, now_s: float) -> float:
        """Progress of a photo's motion, 0–1; a photo that has come to rest stays at rest."""
        if started_s >= self.since_s:
            return clamp((now_s - started_s) / duration_s) if self.drifts else 1.0
        if self.drifts:
            return 1.0
        reached = clamp((self.since_s - started_s) / duration_s)
        return reached + (1 - reached) * standard((now_s - self.since_s) / SETTLE_S)

    def rests_s(self, started_s: float, duration_s: float) -> float:
        """When a photo's motion is over."""
        if started_s >= self.since_s:
            return started_s + duration_s if self.drifts else started_s
        if self.drifts or self.since_s >= started_s + duration_s:
            return started_s
        return self.since_s + SETTLE_S

    def stepped(self, by: int, now_s: float) -> Quality:
        after = replace(self, level=self.level + by)
        return after if after.drifts == self.drifts else replace(after, since_s=now_s)


class FramePacer(Struct, frozen=True):
    """Lowers quality step by step while frames are late, and raises it again."""

    quality: Quality = field(default_factory=Quality)
    late_share: float = 0.0
    """Share of late frames since the last step; older frames count less."""
    stepped_s: float = -math.inf
    tried_s: float | None = None
    """When quality was last raised, unless that has failed."""
    patience_s: float = PATIENCE_S

    def after(self, wanted_s: float, taken_s: float, now_s: float) -> FramePacer:
        """The pacer after a frame: `wanted_s` is its target time, `taken_s` its real time."""
        if wanted_s > RESTING_S:
            return self._eased(now_s)
        late = taken_s > LATE * wanted_s
        weight = clamp(taken_s / wanted_s, 1, MISSED_MAX) / FRAMES
        looked = replace(self, late_share=self.late_share + (late - self.late_share) * weight)
        if looked.late_share > LATE_SHARE and self.quality.level < len(LEVELS):
            return looked._tightened(now_s)
        return looked._eased(now_s)

    def _tightened(self, now_s: float) -> FramePacer:
        patience_s = self.patience_s
        if self.tried_s is not None:
            failed = now_s < self.tried_s + HELD_S
            patience_s = min(PATIENCE_MAX_S, 2 * patience_s) if failed else PATIENCE_S
        return FramePacer(self.quality.stepped(1, now_s), stepped_s=now_s, patience_s=patience_s)

    def _eased(self, now_s: float) -> FramePacer:
        if not self.quality.level or now_s < self.stepped_s + self.patience_s:
            return self
        quality = self.quality.stepped(-1, now_s)
        return FramePacer(quality, stepped_s=now_s, tried_s=now_s, patience_s=self.patience_s)
