"""Holds the comfort settings that a visitor can change."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

TEXT_SIZES = (0.84, 1.0, 1.19, 1.41, 1.68)
"""Text scales that visitors choose from: each is the fourth root of two times the one before, so
that the last is twice the first."""
USUAL_TEXT = 2

Switchable = Literal["contrast", "still", "low_reach"]
"""A setting that is on or off, by the name of its field in `Comfort`."""


class Comfort(Struct, frozen=True):
    still: bool = False
    """Reduced motion: nothing drifts, and slides change by short fades."""
    text_size: int = USUAL_TEXT
    """Which of TEXT_SIZES, counted from 1."""
    contrast: bool = False
    """High contrast, instead of the exhibitions' own colours."""
    low_reach: bool = False
    """All controls are in the lower part of the screen."""

    @property
    def text_scale(self) -> float:
        return TEXT_SIZES[self.text_size - 1]

    def is_on(self, setting: Switchable) -> bool:
        return bool(getattr(self, setting))

    def switched(self, setting: Switchable) -> Comfort:
        """With one setting on if it was off, else off."""
        return replace(self, **{setting: not self.is_on(setting)})


USUAL = Comfort()
