"""Lays out one photo in a passe-partout, its label below and its words beside it."""

from __future__ import annotations

from msgspec import Struct

from kiosk.exhibition.exhibition import Slide
from kiosk.layouts.beside import Beside
from kiosk.layouts.parts.arrangement import Arrangement, Subject
from kiosk.layouts.parts.blocks import words_of
from kiosk.layouts.parts.mat import PASSE_PARTOUT, Mat
from kiosk.layouts.single import shown_whole
from kiosk.style.stage import Stage


class Matted(Struct, frozen=True):
    mat: Mat = PASSE_PARTOUT

    def place(self, slide: Slide, subjects: tuple[Subject, ...], stage: Stage) -> Arrangement:
        if words_of(slide, stage):
            return Beside(mat=self.mat).place(slide, subjects, stage)
        (subject,) = subjects
        return shown_whole(slide, subject, stage, self.mat)
