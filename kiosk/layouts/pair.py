"""Lays out two whole photos: side by side at one height, or stacked as large as each other."""

from __future__ import annotations

from msgspec import Struct

from kiosk.exhibition.exhibition import Slide
from kiosk.layouts.parts.arrangement import Arrangement, Subject
from kiosk.layouts.parts.blocks import words_of
from kiosk.layouts.parts.justified_rows import JustifiedRows
from kiosk.layouts.parts.photo_group import Several
from kiosk.style.stage import Stage


class Pair(Struct, frozen=True):
    share_upright: float = 0.62
    """Least height of the photos above words, as a share of the room within the margins."""
    gutter: float = 0.7
    """Space between the photos, in margins."""

    def place(self, slide: Slide, subjects: tuple[Subject, ...], stage: Stage) -> Arrangement:
        said = bool(words_of(slide, stage))
        rows = JustifiedRows(self.gutter, self.gutter, is_pair=True, is_flush=said)
        return Several(rows.windows, self.share_upright).place(slide, subjects, stage)
